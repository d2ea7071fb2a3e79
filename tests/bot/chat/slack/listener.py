"""The transcripts' people at their Slack clients: what they say is typed, and forms are filled in by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.render.slack import opened
from tests.bot.chat.slack.driver import Person
from tests.bot.chat.slack.screen import NotInSlack, Screen
from tests.transcripts.script import NotHere, Seen, Turn

READ_ON = "Go on reading"


Sent = tuple[str, frozenset[tuple[str, str]]]


@dataclass
class WithSlack:
    """`people` are by first names. `comes_back` are forms that the core asks again, with what follows."""

    people: Mapping[str, Person]
    comes_back: frozenset[Sent] = frozenset()

    def says(self, who: str, what: str) -> Seen:
        """Whatever was open is closed first: nobody can type a command behind a modal."""
        person = self.people[who]
        if person.top:
            person.closes(everything=True)
        said = what.removeprefix("/dto").strip()
        # A case is started in the private channel in which it will be held.
        there = person.slack.channel("new", person.user) if said == "new" else None
        return seen(person, person.types(f"/dto {said}", there))

    def fills(self, who: str, command: str, values: Mapping[str, str]) -> Seen:
        """Field by field, part by part, and sent. A form that is gone is opened again."""
        person = self.people[who]
        if person.top is None or opened(person.top.drawn).command != command:
            self.says(who, command)
        try:
            followed = fill(person, dict(values))
            shown = seen(person, person.submits())
        except NotInSlack as reason:
            raise NotHere(str(reason)) from reason
        if followed and (who, frozenset(values.items())) in self.comes_back:
            raise NotHere(f"Slack asks at once what follows: {' '.join(followed)}")
        return shown


def fill(person: Person, values: dict[str, str]) -> list[str]:
    """Up to the last part of the form. What is asked by then, and was not before, and is not answered."""
    screen = person.sees()
    at_first = {*screen.values}
    while values:
        asked = next((name for name in values if name in screen.values), None)
        screen = person.fills({asked: values.pop(asked)}) if asked else turned(person, screen)
    while has_more(person):
        screen = turned(person, screen)
    more = [each for each in screen.fields if each.name not in at_first and "#" not in each.name]
    return [each.label for each in more if not each.value]


def has_more(person: Person) -> bool:
    """Parts of the form that are yet to come."""
    was = opened(person.modal.drawn)
    return was.part + 1 < was.parts


def turned(person: Person, screen: Screen) -> Screen:
    """The next part of a form."""
    assert has_more(person), f"the form does not ask that:\n{screen.text}"
    screen = person.submits()
    assert not screen.errors, screen.errors
    return screen


def that_come_back(turns: Sequence[Turn]) -> frozenset[Sent]:
    """What is sent in and answered with the same form again."""
    sent = (turn for turn in turns if turn.how == "fills" and len(turn.titles) > 1)
    again = (turn for turn in sent if turn.titles[0] in {f"{title}: saved" for title in turn.titles[1:]})
    return frozenset((turn.who, frozenset(turn.values.items())) for turn in again)


def seen(person: Person, screen: Screen) -> Seen:
    """All that is shown, over as many pages as it takes."""
    titles, texts = [screen.title, *screen.headings], [screen.text]
    while READ_ON in screen.labels:
        screen = person.presses(READ_ON)
        titles += screen.headings
        texts.append(screen.text)
    return Seen(tuple(titles), "\n".join(texts), exact=False)
