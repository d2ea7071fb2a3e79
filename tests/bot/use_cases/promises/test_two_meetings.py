"""Two meetings three weeks apart, twelve people and twenty actions: who is told what, counted by hand.

Each line below is one action, what becomes of it, and all that anybody is told of it. The days are in March
2026; the 2nd and the 23rd, when they meet, are Mondays.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest

from bot.messages.document import Row
from bot.use_cases.meeting.agendas_due import post_due_agendas
from bot.use_cases.promises.reminding import plan_reminders
from bot.use_cases.turn import LONDON
from planning_rules.owed import carried_over
from planning_rules.parts import Role
from tests.bot.core import OAK, Core
from tests.bot.use_cases.everything import promise
from tests.bot.use_cases.promises.test_reminding import at, said, sent

MORE = {"Kit": Role.EDUCATION, "Lee": Role.HOUSING, "Nia": Role.SUBSTANCE, "Omar": Role.OTHER}


@dataclass(frozen=True)
class Fate:
    """Whose it is and by when; what is done about it ("05 Kit done"); and every reminder ("10 soon Kit")."""

    owner: str
    by: int
    happens: tuple[str, ...] = ()
    reminders: tuple[str, ...] = ()
    private: bool = False


def done_early(owner: str) -> Fate:
    return Fate(owner, 12, (f"02 {owner} accept", f"05 {owner} done"))


def done_on_the_day(owner: str) -> Fate:
    return Fate(
        owner, 12, (f"02 {owner} accept", f"12 {owner} done"), (f"10 soon {owner}", f"12 due {owner}")
    )


def never_done(owner: str) -> Fate:
    told = (f"10 soon {owner}", f"12 due {owner}", "13 late Sam", "18 still-late Morgan")
    return Fate(owner, 12, (f"02 {owner} accept",), told)


def never_answered(owner: str) -> Fate:
    told = ("05 unanswered Sam", f"18 soon {owner}", f"20 due {owner}", "23 late Sam", "26 still-late Morgan")
    return Fate(owner, 20, (), told)


FATES = (
    *(done_early(owner) for owner in ("Alex", "Jo", "Kit", "Lee", "Omar")),
    *(done_on_the_day(owner) for owner in ("Alex", "Jo", "Kit", "Lee")),
    *(never_done(owner) for owner in ("Jo", "Omar")),
    *(never_answered(owner) for owner in ("Kit", "Omar")),
    Fate("Lee", 12, ("03 Lee decline",)),
    Fate("Alex", 12, ("02 Alex accept", "04 Alex skip")),
    Fate(
        "Priya",
        12,
        ("02 Priya accept", "11 Priya snooze"),
        ("10 soon Priya", "16 again Priya", "16 late Sam", "19 still-late Morgan"),
    ),
    # To find out something private, which no manager hears of.
    Fate("Priya", 12, (), ("10 soon Priya", "12 due Priya", "13 late Sam"), private=True),
    # Handed over after the first reminder: who has it now is asked anew, and has reminders of their own.
    Fate(
        "Kit",
        12,
        ("02 Kit accept", "11 Sam move", "11 Lee accept", "12 Lee done"),
        ("10 soon Kit", "12 due Lee"),
    ),
    # The child's mother has no account, so the lead is told in her place.
    Fate("Mum", 12, ("02 Sam accept", "12 Sam done"), ("10 soon Sam", "12 due Sam")),
    # Nia leaves on the 9th: it goes back to the lead, who neither answers nor does it.
    Fate(
        "Nia",
        12,
        ("02 Nia accept",),
        ("10 soon Sam", "12 due Sam", "13 late Sam", "18 still-late Morgan"),
    ),
)
FORMS = {
    "done": {"words": "It is on file"},
    "decline": {"words": "No room"},
    "skip": {"words": "Not needed"},
    "snooze": {"until": "16/3/2026"},
    "move": {"owner": "lee", "by": "12/3/2026"},
}


PRIVATE = next(index for index, fate in enumerate(FATES) if fate.private)
# What was owed by the 12th or the 20th, is not done on the 23rd, and may be told before everybody.
LATE = ["a14", "a15", "a16", "a17", "a20", "a24"]


def number(index: int) -> str:
    """The example case has four actions already."""
    return f"a{index + 5}"


@pytest.fixture
def meeting(core: Core) -> Core:
    """The first meeting, with twelve people; what was promised before is settled."""
    for name, role in MORE.items():
        core.joins_service(name, "worker")
        core.names(name, role)
    for action in ("a1", "a3", "a4"):
        core.answers("Sam", f"skip {OAK} {action}", {"words": "Not needed"})
    core.says("Sam", f"meet {OAK}")
    for fate in FATES:
        promises(core, fate)
    core.answers("Sam", f"finish {OAK}", {"sure": "yes", "next_on": "23/3/2026"})
    return core


def promises(core: Core, fate: Fate) -> None:
    owner, by = fate.owner.lower(), f"{fate.by}/3/2026"
    if fate.private:
        unknown = {"health.needs#or": "not known", "health.needs#who": owner, "health.needs#by": by}
        core.sends(fate.owner, core.opens(fate.owner, f"private {OAK} health"), unknown)
    else:
        core.answers("Sam", f"add {OAK}", promise("Ring the school", owner, by))


def act(core: Core, what: str, action: str) -> None:
    _, who, does = what.split()
    if does in FORMS:
        core.answers(who, f"{does} {OAK} {action}", FORMS[does])
    else:
        assert not core.says(who, f"{does} {OAK} {action}").refused, what


def lived(core: Core, first: str, last: str) -> Iterator[str]:
    """Each reminder as "10 soon a5 Jo", with a look every four hours of every day, as a cron would.

    What people do, they do at noon.
    """
    now = at(first, "00:00")
    while now <= at(last, "23:00"):
        core.now = now
        plan_reminders(core.store, now)
        post_due_agendas(core.store, now)
        day = f"{now.astimezone(LONDON):%d}"
        yield from (f"{day} {one}" for one in said(core, sent(core)))
        if now.astimezone(LONDON).hour == 12:
            happen(core, day)
        now += timedelta(hours=4)


def happen(core: Core, day: str) -> None:
    for index, fate in enumerate(FATES):
        for what in fate.happens:
            if what.startswith(day):
                act(core, what, number(index))
    if day == "09":
        core.answers("Sam", f"leave {OAK} nia", {"sure": "yes"})


def expected() -> list[str]:
    """All the reminders of the table, as they are told."""
    return sorted(
        f"{day} {kind} {number(index)} {who}"
        for index, fate in enumerate(FATES)
        for day, kind, who in map(str.split, fate.reminders)
    )


def test_everybody_is_told_all_that_they_should_be_and_nothing_else(meeting: Core) -> None:
    assert (len(FATES), len(meeting.plan().people)) == (20, 12)
    told = sorted(lived(meeting, "03-02", "03-31"))
    assert told == expected()
    assert Counter(one.split()[1] for one in told) == {
        "soon": 13,
        "due": 12,
        "late": 7,
        "still-late": 6,
        "unanswered": 2,
        "again": 1,
    }


def test_the_second_meeting_begins_with_what_was_promised_at_the_first(meeting: Core) -> None:
    list(lived(meeting, "03-02", "03-22"))
    meeting.now = at("03-23", "10:00")
    (agenda,) = [one.document for one in meeting.feed("Sam") if one.document.title.startswith("Agenda")]
    rows = [block for block in agenda.blocks if isinstance(block, Row)]
    promised = {row.title.partition(" ")[0]: row for row in rows if row.title.startswith("a")}
    assert {*promised} >= {number(index) for index, fate in enumerate(FATES) if not fate.private}
    assert number(PRIVATE) not in promised
    assert sorted(name for name, row in promised.items() if row.mark) == LATE
    meeting.says("Sam", f"meet {OAK}")
    plan = meeting.plan()
    assert {one.id for one in plan.actions if carried_over(plan, one)} == {*LATE, number(PRIVATE)}
