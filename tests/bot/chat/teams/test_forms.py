"""Forms in Teams: in as many parts as they are long, taken in once, and never behind what was typed."""

from typing import Any

import pytest

from bot.chat.teams.showing import key_of
from bot.render.teams import sent
from planning_rules import parts
from storage import people
from storage.people import OnCase
from tests.bot.chat.teams.in_teams import InTeams
from tests.bot.chat.teams.person import Person, pressed
from tests.bot.chat.teams.seen import Card
from tests.bot.core import OAK

# So many that the question who came takes two cards.
AUNTS = 40


@pytest.fixture
def sam(here: InTeams) -> Person:
    return here.people["Sam"]


@pytest.fixture
def form(here: InTeams, sam: Person) -> Card:
    """Who came to the meeting, as it is asked of a big family: the first of its parts."""
    with here.core.case() as case:
        for number in range(AUNTS):
            aunt = parts.Person(f"aunt{number}", f"Aunt {number}", parts.Role.CARER)
            people.add(case.turn.tx, OnCase(case.case.id, aunt))
    here.core.says("Sam", f"meet {OAK}")
    return sam.types(f"step {OAK} attendance")


def test_what_was_filled_in_on_an_earlier_card_is_saved_with_the_last(
    here: InTeams, sam: Person, form: Card
) -> None:
    first = next(name for name in form.values if name.startswith("attendance.took_part/"))
    card = sam.sends_in(**{first: "came"})
    assert first not in card.values
    while "saved" not in card.text:
        card = sam.sends_in()
    assert here.core.plan().answers[first].is_asked


def test_what_is_wrong_on_an_earlier_card_brings_that_card_back(sam: Person, form: Card) -> None:
    first = next(name for name in form.values if name.startswith("attendance.took_part/"))
    redraws = form.redraws
    assert redraws
    sam.sends_data(form.pressed(redraws, {first: "not known"}))
    card = sam.sends_in(**{f"{first}#by": "2026-02-01"})
    for _ in range(9):
        if "has passed" in card.text:
            break
        card = sam.sends_in()
    assert f"{first}#by" in card.values


def test_what_is_wrong_on_the_last_card_brings_that_card_back(sam: Person, form: Card) -> None:
    card = form
    while (data := card.sends.action["data"] if card.sends else {})["part"] + 1 < data["parts"]:
        card = sam.sends_in()
    last = [name for name in card.values if name.startswith("attendance.took_part/")][-1]
    redraws = card.redraws
    assert redraws
    sam.sends_data(card.pressed(redraws, {last: "not known"}))
    wrong = sam.sends_in(**{f"{last}#by": "2026-02-01"})
    assert "has passed" in wrong.text
    assert f"{last}#by" in wrong.values


def test_the_same_words_in_a_form_of_a_newer_version_are_taken_in_again(sam: Person) -> None:
    card = sam.types(f"add {OAK}")
    assert card.sends
    data = card.pressed(card.sends, {"what": "Ring the school"})
    newer = {**data, "version": data["version"] + 1}
    first, again, other = (key_of(one, found) for one in (data, {**data}, newer) if (found := sent(one)))
    assert first == again != other


def test_what_is_heard_late_of_how_a_form_was_filled_in_counts_no_more(here: InTeams, sam: Person) -> None:
    card = sam.types(f"change {OAK} home")
    redraws = card.redraws
    assert redraws
    late = presses(sam, card.pressed(redraws, {"home.council": "Birchl"}), here.core.now.isoformat())
    sam.sends(late)
    here.core.now = here.core.now.replace(minute=40)
    sam.sends_in(**{"home.council": "Birchley"})
    sam.sends({**late, "id": "again"})
    assert sam.types(f"change {OAK} home").values["home.council"] == "Birchley"


def presses(person: Person, data: Any, at: str) -> Any:
    return person.activity(
        "invoke", name="adaptiveCard/action", value=pressed(data), replyToId=person.newest, timestamp=at
    )
