"""Actions: what may become of each as it stands, by whom."""

import pytest

from bot.conversation.heard import Filled, Outcome
from bot.messages.document import Document, Row, Tone
from bot.messages.promises.action_lines import NEXT
from planning_rules.parts import Action, Progress
from storage import actions
from tests.bot.core import OAK, Core, words

TO = {
    "accept": Progress.ACCEPTED,
    "decline": Progress.DECLINED,
    "done": Progress.DONE,
    "confirm": Progress.CONFIRMED,
    "skip": Progress.SKIPPED,
}
WAY_THERE = {
    Progress.OFFERED: [],
    Progress.ACCEPTED: ["accept"],
    Progress.DECLINED: ["decline"],
    Progress.DONE: ["done"],
    Progress.CONFIRMED: ["done", "confirm"],
    Progress.SKIPPED: ["skip"],
}
# Whoever presses again is shown that it is so.
PRESSED_TWICE = {"accept": Progress.ACCEPTED, "confirm": Progress.CONFIRMED}
MOVED = {"owner": "alex", "by": "20/4/2026"}
TYPED = {"move": MOVED, "snooze": {"until": "4/3/2026"}}


def the(core: Core, action: str) -> Action:
    return next(one for one in core.plan().actions if one.id == action)


def do(core: Core, who: str, name: str, action: str = "a4") -> None:
    text = f"{name} {OAK} {action}"
    if name in ("accept", "confirm"):
        assert not core.says(who, text).refused
    else:
        core.answers(who, text, TYPED.get(name, {"words": f"Because of {name}"}))


def whoever(progress: Progress, name: str) -> str:
    """Sam says whether they do what they were offered, and snoozes it; Morgan does the rest, and confirms."""
    own = name == "snooze" or (progress is Progress.OFFERED and name in ("accept", "decline"))
    return "Sam" if own else "Morgan"


def brought(core: Core, progress: Progress) -> None:
    """Sam's action."""
    for name in WAY_THERE[progress]:
        do(core, whoever(the(core, "a4").progress, name), name)
    assert the(core, "a4").progress is progress


@pytest.mark.parametrize(("progress", "name"), [(one, name) for one, ways in NEXT.items() for name in ways])
def test_an_action_goes_every_way_that_its_buttons_offer(core: Core, progress: Progress, name: str) -> None:
    brought(core, progress)
    who = whoever(progress, name)
    assert f"{name} {OAK} a4" in repr(core.says(who, f"actions {OAK}"))
    do(core, who, name)
    assert the(core, "a4").progress is {**TO, "snooze": Progress.ACCEPTED}.get(name, Progress.OFFERED)


@pytest.mark.parametrize(
    ("progress", "name"),
    [
        (one, name)
        for one, ways in NEXT.items()
        for name in (*TO, "move", "snooze")
        if name not in ways and one is not PRESSED_TWICE.get(name)
    ],
)
def test_an_action_goes_no_other_way(core: Core, progress: Progress, name: str) -> None:
    brought(core, progress)
    before = core.kept()
    assert f"{name} {OAK} a4" not in repr(core.says("Morgan", f"actions {OAK}"))
    for outcome in tried(core, "Morgan", name, "a4"):
        assert f"Action a4 is {progress}, so this cannot be done now." in outcome
    assert core.kept() == before


@pytest.mark.parametrize("name", ["accept", "decline"])
def test_nobody_answers_an_offer_for_somebody_who_can(core: Core, name: str) -> None:
    assert f"{name} {OAK} a4" not in repr(core.says("Morgan", f"actions {OAK}"))
    assert all("This action is somebody else's" in said for said in tried(core, "Morgan", name, "a4"))


@pytest.mark.parametrize("name", ["accept", "decline"])
def test_the_lead_answers_an_offer_for_whoever_cannot(core: Core, name: str) -> None:
    fetch = {"what": "Fetch Robin", "owner": "mum", "by": "9/3/2026", "for_child": "no"}
    core.answers("Sam", f"add {OAK}", fetch)
    do(core, "Sam", name, core.plan().actions[-1].id)


def test_whoever_is_offered_an_action_hears_of_it_without_what_it_is(core: Core) -> None:
    offer = {"what": "Ring the college", "owner": "jo", "by": "9/3/2026", "for_child": "no"}
    (told,) = core.answers("Sam", f"add {OAK}", offer).told
    assert told.account_id == core.people["Jo"]
    assert OAK in repr(told.document)
    assert "college" not in repr(told.document)


def tried(core: Core, who: str, name: str, action: str) -> list[str]:
    """What is answered to the command, and to its form sent without having been opened."""
    said = [core.says(who, f"{name} {OAK} {action}")]
    if name not in ("accept", "confirm"):
        said.append(
            core.hear(who, Filled(f"{name} {OAK} {action}", {"words": "x", **MOVED, **TYPED["snooze"]}))
        )
    assert all(outcome.refused for outcome in said)
    return list(map(words, said))


def test_the_words_are_kept_with_it_and_every_change_in_its_history(each_core: Core) -> None:
    do(each_core, "Sam", "done")
    do(each_core, "Morgan", "confirm")
    assert the(each_core, "a4").words == "Because of done"
    do(each_core, "Sam", "accept")
    assert the(each_core, "a4").words == ""
    with each_core.case() as found:
        happened = actions.events_of(found.turn.tx, found.case.id, "a4")
    assert [event.words for event in happened] == ["", "Because of done", "Because of done", ""]


@pytest.mark.parametrize("name", ["done", "skip", "move"])
def test_ones_own_action_is_ones_own_to_change(core: Core, name: str) -> None:
    do(core, "Jo", name, "a3")
    assert the(core, "a3").progress is TO.get(name, Progress.OFFERED)


@pytest.mark.parametrize("name", ["done", "skip", "move"])
@pytest.mark.parametrize("who", ["Alex", "Priya"])
def test_the_action_of_somebody_else_is_not(core: Core, who: str, name: str) -> None:
    before = the(core, "a3")
    for outcome in tried(core, who, name, "a3"):
        assert "This action is somebody else's. Ask them, the case lead or a manager." in outcome
    assert the(core, "a3") == before


@pytest.mark.parametrize(("owner", "action"), [("Jo", "a3"), ("Sam", "a4")])
def test_nobody_confirms_their_own_action(core: Core, owner: str, action: str) -> None:
    do(core, owner, "done", action)
    assert f"Somebody else confirms that {action} is done" in words(
        core.says(owner, f"confirm {OAK} {action}")
    )
    do(core, "Morgan", "confirm", action)
    assert the(core, action).progress is Progress.CONFIRMED


def test_an_action_given_to_somebody_else_is_theirs_to_accept(core: Core) -> None:
    do(core, "Jo", "move", "a3")
    moved = the(core, "a3")
    assert (moved.owner, str(moved.by), str(moved.progress)) == ("alex", "2026-04-20", "offered")
    do(core, "Alex", "accept", "a3")


@pytest.mark.parametrize("action", ["a99", "a44", "🙂", "'"])
@pytest.mark.parametrize("name", TO)
def test_an_action_that_is_not_there_gets_a_sentence(core: Core, name: str, action: str) -> None:
    outcome = core.says("Sam", f"{name} {OAK} {action}")
    assert outcome.refused
    assert f"There is no action “{action}” here." in words(outcome)
    assert ("Did you mean “a4”?" in words(outcome)) is (action == "a44")


@pytest.mark.parametrize("name", ["decline", "skip"])
def test_what_nobody_will_do_is_not_shown_as_good(core: Core, name: str) -> None:
    do(core, "Sam", name)
    row = next(row for row in rows_of(core.says("Sam", f"actions {OAK}")) if row.title.startswith("a4 "))
    assert row.tone is not Tone.GOOD
    assert ("Declined: nobody does this now" in words(core.says("Sam", f"actions {OAK}"))) is (
        name == "decline"
    )


def test_the_case_lead_hears_that_somebody_declined_and_not_what(core: Core) -> None:
    core.answers("Sam", f"move {OAK} a3", MOVED)
    (told,) = core.answers("Alex", f"decline {OAK} a3", {"words": "It is Jo's to explain"}).told
    assert told.account_id == core.people["Sam"]
    assert "declined" in repr(told.document)
    assert "xplain" not in repr(told.document)
    assert core.answers("Sam", f"decline {OAK} a4", {"words": "No time"}).told == ()


def test_a_late_action_is_handed_over_with_a_day_to_come_and_says_what_its_day_was(core: Core) -> None:
    by = next(field for field in core.opens("Sam", f"move {OAK} a1").fields if field.name == "by")
    assert by.value == ""
    assert by.help == "It was due on Friday 20 February 2026."
    to_come = next(field for field in core.opens("Sam", f"move {OAK} a4").fields if field.name == "by")
    assert (to_come.value, to_come.help) == ("2026-03-20", "")


def rows_of(outcome: Outcome) -> list[Row]:
    documents = (shown for shown in outcome.shown if isinstance(shown, Document))
    return [block for one in documents for block in one.blocks if isinstance(block, Row)]
