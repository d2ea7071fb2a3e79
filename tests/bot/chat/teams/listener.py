"""The transcripts' people at their Teams clients: what they say is typed, and forms are filled in by hand."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.person import Person
from tests.bot.chat.teams.seen import Button, Card, NotInTeams
from tests.transcripts.script import NotHere, Seen


@dataclass
class WithTeams:
    """Everybody speaks in their own chat with the app; a case is started in one in which others could be."""

    here: InTeams

    def says(self, who: str, what: str) -> Seen:
        person = self.here.people[who]
        is_new = what.removeprefix("/dto").strip() == "new"
        there = self.here.chat(who, id_=f"19:of-{who}") if is_new else None
        return seen(person, person.types(what, there))

    def fills(self, who: str, command: str, values: Mapping[str, str]) -> Seen:
        """Card by card, and sent. A form that they do not see any more is opened again."""
        person = self.here.people[who]
        if form_on(person) != command:
            self.says(who, command)
        try:
            return seen(person, fill(person, dict(values)))
        except NotInTeams as reason:
            raise NotHere(str(reason)) from reason


def form_on(person: Person) -> str:
    """What is filled in on the card that they see last, if anything is."""
    sends = person.card.sends if person.own.cards else None
    return str(sends.action["data"]["command"]) if sends else ""


def fill(person: Person, values: dict[str, str]) -> Card:
    """All of it, over as many parts as it takes. What is seen once it is sent in."""
    typed: dict[str, str] = {}
    while True:
        card = person.card
        found = {name: values.pop(name) for name in [*values] if name in card.values}
        typed |= found
        sends = card.sends
        assert sends, f"nothing to send in on:\n{card.text}"
        if values and found and card.redraws:
            person.sends_data(card.pressed(card.redraws, typed))
        elif not has_more(sends):
            assert not values, f"the form does not ask {[*values]}:\n{card.text}"
            return person.sends_data(card.pressed(sends, typed))
        else:
            person.sends_data(card.pressed(sends, typed))
            typed = {}


def has_more(sends: Button) -> bool:
    """Parts of the form that are yet to come."""
    data = sends.action["data"]
    return bool(data["part"] + 1 < data["parts"])


def seen(person: Person, card: Card) -> Seen:
    """All that is shown, over as many cards as it takes."""
    titles, texts = [*card.headings], [card.text]
    while card.goes_on:
        card = person.sends_data(card.pressed(card.goes_on))
        titles += card.headings
        texts.append(card.text)
    return Seen(tuple(titles), "\n".join(texts), exact=False)
