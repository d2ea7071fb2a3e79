"""The next meeting: of the kind that its day calls for, on the day that was agreed, begun afresh."""

from datetime import UTC, datetime, timedelta

import pytest

from planning_rules.parts import MeetingKind
from planning_rules.plan_file.reading import plan_from_json
from storage import answers, meetings, versions
from tests.bot.core import OAK, Core, words


def close(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes"})


@pytest.mark.parametrize(
    ("on", "left_on", "kind"),
    [
        ((2026, 4, 3), "", "review"),
        ((2026, 4, 4), "", "release"),
        ((2026, 5, 29), "30/5/2026", "release"),
        ((2026, 5, 30), "30/5/2026", "after"),
    ],
)
def test_the_next_meeting_is_of_the_kind_that_its_day_calls_for(
    core: Core, on: tuple[int, int, int], left_on: str, kind: str
) -> None:
    close(core)
    core.now = datetime(*on, 9, 30, tzinfo=UTC)
    core.answers("Sam", f"change {OAK} order", {"order.released_on": left_on} if left_on else {})
    core.says("Sam", f"meet {OAK}")
    opened = core.plan().meetings[-1]
    assert (opened.id, opened.kind, opened.on) == ("m3", MeetingKind(kind), core.now.date())


def test_without_a_meeting_only_what_belongs_to_none_is_asked(core: Core) -> None:
    text = words(core.says("Sam", f"change {OAK} child"))
    assert "What does the child want most after release?" in text
    assert "What does the child say today" not in text


@pytest.mark.parametrize("step", ["attendance", "agreement"])
def test_what_is_asked_at_each_meeting_waits_for_one(core: Core, step: str) -> None:
    for outcome in (core.says("Sam", f"step {OAK} {step}"), core.fills("Sam", f"step {OAK} {step}")):
        assert "No meeting is open for OAK-417. Type /dto meet OAK-417" in words(outcome)


def test_what_is_asked_at_each_meeting_starts_afresh_in_the_next(each_core: Core) -> None:
    each_core.says("Sam", f"meet {OAK}")
    assert not each_core.plan().attendance.child_here.is_asked
    each_core.answers("Sam", f"change {OAK} attendance", {"attendance.child_here": "chose_not"})
    close(each_core)
    each_core.now += timedelta(weeks=1)
    each_core.says("Sam", f"meet {OAK}")
    assert not each_core.plan().attendance.child_here.is_asked
    assert each_core.plan().home.council.value == "Oakshire"
    with each_core.case() as found:
        kept = versions.latest(found.turn.tx, found.case.id)
        of_review = answers.latest(found.turn.tx, found.case.id, "review")
    assert kept
    assert plan_from_json(kept.plan).attendance.child_here.choice == "chose_not"
    assert of_review["attendance.child_here"].answer.choice == "chose_not"


def test_on_the_day_of_a_meeting_another_is_opened_only_on_purpose(core: Core) -> None:
    close(core)
    core.says("Sam", f"meet {OAK}")
    assert len(core.plan().meetings) == 2
    core.says("Sam", f"another {OAK}")
    with core.case() as found:
        assert [one.id for one in meetings.of(found.turn.tx, found.case.id)] == ["first", "review", "m3"]


def test_the_day_of_the_next_meeting_is_kept_and_that_meeting_is_the_one_that_opens(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "yes", "next_on": "30/3/2026"})
    assert [(one.id, one.opened) for one in core.plan().meetings][-1] == ("m3", False)
    core.now += timedelta(weeks=4)
    core.says("Alex", f"meet {OAK}")
    assert [(one.id, one.is_open) for one in core.plan().meetings][-1] == ("m3", True)
