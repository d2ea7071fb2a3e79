"""Meetings: opened once, counted for everybody, closed for good."""

from datetime import date, timedelta

from bot.messages.document import Bullets, Document, Heading, Paragraph, Tone
from bot.messages.meeting.meeting import Totals, living_meeting
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Meeting, MeetingKind
from planning_rules.plan_file.reading import plan_from_json
from storage import answers, versions
from tests.bot.core import OAK, Core, titles, words
from tests.storage.examples import at_once

CLOSE = {"sure": "yes"}


def test_opening_twice_gives_one_meeting(each_core: Core) -> None:
    assert titles(each_core.says("Sam", f"meet {OAK}")) == ["Review meeting for OAK-417 is open"]
    assert titles(each_core.says("Alex", f"meet {OAK}")) == ["Review meeting for OAK-417"]
    assert [meeting.id for meeting in each_core.plan().meetings] == ["first", "review"]
    assert len(each_core.feed("Jo")) == 1


def test_two_who_open_it_at_the_same_moment_get_one_meeting(each_core: Core) -> None:
    people = ["Sam", "Alex", "Jo", "Morgan"]
    shown = at_once(lambda number: titles(each_core.says(people[number], f"meet {OAK}")), len(people))
    assert sorted(map(str, shown)).count("['Review meeting for OAK-417 is open']") == 1
    assert len(each_core.feed("Sam")) == 1


def close(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", CLOSE)


def test_the_living_message_is_the_same_for_everybody_and_changes_for_all(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    before = core.feed("Sam")
    assert before == core.feed("Alex") == core.feed("Priya") == core.feed("Jo")
    core.answers("Alex", f"change {OAK} attendance", {"attendance.child_here": "here"})
    assert core.feed("Sam") != before
    assert core.feed("Sam") == core.feed("Jo")
    assert core.feed("Sam")[0].living


def test_the_living_message_says_that_an_answer_is_to_be_settled(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    sam, alex = (core.opens(who, f"change {OAK} attendance") for who in ("Sam", "Alex"))
    core.sends("Sam", sam, {"attendance.child_here": "here"})
    core.sends("Alex", alex, {"attendance.child_here": "remote"})
    assert "1 answer to settle" in words(core.says("Jo", f"meet {OAK}"))


def test_a_closed_meeting_keeps_a_version_that_reads_back_as_the_plan(each_core: Core) -> None:
    each_core.says("Sam", f"meet {OAK}")
    each_core.answers("Sam", f"change {OAK} child", {"child.says": "Ride bikes 🙂", "said_by": "robin"})
    plan = each_core.plan()
    outcome = each_core.answers("Sam", f"finish {OAK}", CLOSE)
    assert "kept as version 1" in words(outcome)
    with each_core.case() as found:
        (kept,) = versions.of(found.turn.tx, found.case.id)
    read = plan_from_json(kept.plan)
    assert (kept.meeting_id, kept.number, kept.day) == ("review", 1, date(2026, 3, 2))
    assert dict(read.answers) == dict(plan.answers)
    assert (read.people, read.actions, read.waivers) == (plan.people, plan.actions, plan.waivers)
    assert read.meetings == each_core.plan().meetings


def test_a_version_stays_as_it_was_when_answers_change(core: Core) -> None:
    close(core)
    core.answers("Sam", f"change {OAK} home", {"home.council": "Ashfield"})
    with core.case() as found:
        kept = versions.latest(found.turn.tx, found.case.id)
    assert kept
    assert plan_from_json(kept.plan).home.council.value == "Oakshire"


def test_a_meeting_that_is_closed_is_not_closed_twice(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    form = core.opens("Sam", f"finish {OAK}")
    assert not core.sends("Sam", form, CLOSE).refused
    assert "No meeting is open" in words(core.sends("Sam", form, CLOSE))


def test_the_message_of_a_closed_meeting_says_so_and_stays(core: Core) -> None:
    close(core)
    (post,) = core.feed("Jo")
    assert "Closed on Monday 2 March 2026." in repr(post.document)


def test_the_message_is_headed_by_what_is_coming_in_days_to_go(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    head = core.feed("Jo")[0].document.blocks[0]
    assert isinstance(head, Paragraph)
    assert head.text == "Coming: 3 gaps in 33 days."
    core.now += timedelta(days=32)
    head = core.feed("Jo")[0].document.blocks[0]
    assert isinstance(head, Paragraph)
    assert head.text.startswith("Coming: 3 gaps tomorrow")
    core.now += timedelta(days=1)
    assert "3 gaps" not in repr(core.feed("Jo")[0].document.blocks[0])


def test_whoever_opens_it_reads_first_what_is_coming_and_who_can_close_it(core: Core) -> None:
    (opened,) = core.says("Sam", f"meet {OAK}").shown
    assert isinstance(opened, Document)
    heading, coming = opened.blocks[:2]
    assert heading == Heading("Coming")
    assert isinstance(coming, Bullets)
    assert len(coming.items) == 3
    for line in coming.items:
        assert line.startswith("In 33 days: ")
        assert "Who can: " in line


def test_nothing_private_that_is_coming_is_told_to_whoever_opens_it(core: Core) -> None:
    """A medicine to be arranged by release day: Sam may see it, whoever looks over a shoulder may not."""
    needs = Answer(State.GIVEN, ("medicine",), fact="health.needs")
    with core.case() as found:
        for answer in (needs, Answer(State.NO, fact="health.medicine_arranged")):
            of = (found.turn.tx, found.case.id, None, answer)
            answers.record(*of, account_id=found.turn.account.id, at=core.now, version=9)
    assert "medicine" in words(core.says("Sam", f"all {OAK}"))
    assert "medicine" not in words(core.says("Sam", f"meet {OAK}"))


def test_many_days_ahead_are_said_in_few_words() -> None:
    totals = Totals(0, 0, 0, 0, coming=(30, 12, 50, 30, 1, 60))
    meeting = Meeting("m1", MeetingKind.REVIEW, date(2026, 3, 2), opened=True)
    head = living_meeting(OAK, meeting, totals, ()).blocks[0]
    assert head == Paragraph(
        "Coming: 1 gap tomorrow, 1 gap in 12 days, 2 gaps in 30 days and 2 later.", Tone.WATCH
    )


def test_before_it_closes_what_is_missing_is_said_and_stops_nobody(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    shown = words(core.says("Sam", f"finish {OAK}"))
    for line in ("child's own words are not recorded", "whether the child agrees", "1 urgent gap open"):
        assert line in shown
    assert "not accepted yet" in shown


def test_a_meeting_that_is_not_to_be_closed_stays_open(core: Core) -> None:
    core.says("Sam", f"meet {OAK}")
    core.answers("Sam", f"finish {OAK}", {"sure": "no"})
    assert core.plan().meetings[-1].is_open
