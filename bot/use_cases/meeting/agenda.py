"""The agenda: shown to whoever asks, posted to the case's channel, and printed."""

from dataclasses import replace
from datetime import date

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome, Told
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.form import Form
from bot.messages.meeting import agenda as page
from bot.messages.meeting import meeting_news
from bot.messages.meeting.agenda import AGENDA, Agenda, Topic
from bot.messages.meeting.agenda_on_paper import agenda_on_paper
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.meeting.meetings import kind_of, next_id
from bot.use_cases.meeting.news import tells_elsewhere
from bot.use_cases.promises.offering import ways_on
from bot.use_cases.sending.posting import has_channel, post
from bot.use_cases.the_case import TheCase
from planning_rules.checking import GapState
from planning_rules.facts import STEPS
from planning_rules.next_meetings import next_meeting
from planning_rules.parts import Action, Meeting
from planning_rules.refusal import Refusal
from storage import meetings, posts, replies


@said("agenda")
def show(case: TheCase, call: Call) -> Answered:
    """The agenda of the meeting that is open or planned; where there is none, when it will be."""
    meeting = meeting_ahead(case)
    if meeting is None:
        return _day_form(case) if case.may(Act.CLOSE) else refusals.no_meeting_planned(case.reference)
    return _preview(case, meeting)


@filled("agenda", act=Act.CLOSE)
def plan_meeting(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Plan the meeting for a day, or for another one where its day has passed, and show its agenda."""
    read = read_form(_day_form(case), typed.values, case.today)
    if isinstance(read, Form):
        return read
    if read["on"] < case.today:
        return _day_form(case).filled(typed.values, {"on": "This day has passed. Give one that is to come."})
    if meeting_ahead(case) is None:
        _plan(case, read["on"])
    case = case.loaded_again()
    meeting = meeting_ahead(case)
    assert meeting
    return Outcome((_preview(case, meeting),), reference=case.reference)


@said("post", act=Act.SHARE, changes=True)
def post_agenda(case: TheCase, call: Call) -> Answered:
    """Put the agenda into the case's channel, once for each meeting. It changes there by itself."""
    meeting = meeting_ahead(case)
    if meeting is None:
        return refusals.no_meeting_planned(case.reference)
    if not has_channel(case):
        return refusals.no_channel(case.reference)
    told: tuple[Told, ...] = ()
    if not is_posted(case, meeting):
        post(case, AGENDA, meeting.id)
        case.turn.note("posted-agenda", case.case, meeting.id)
        told = tells_elsewhere(case, meeting_news.agenda_is_posted(case.reference))
    return Outcome((page.posted(case.reference),), reference=case.reference, told=told)


def agenda_of(case: TheCase, meeting: Meeting) -> Agenda:
    """What everybody in the channel may read of it."""
    public = case.public_gaps
    missing = [gap for gap in public if gap.state is GapState.OPEN]
    said = replies.of(case.turn.tx, case.case.id, meeting.id)
    return Agenda(
        case.plan,
        meeting,
        case.today,
        promised(case),
        [Topic(step, case.about(step, missing)) for step in STEPS if step.is_asked_at(case.stages)],
        {person: (str(reply.comes), reply.words) for person, reply in said.items()},
        tuple((gap.on - case.today).days for gap in public if gap.on),
    )


def agenda_sheet(case: TheCase, which: str) -> Document | Refusal:
    """To print."""
    meeting = meeting_ahead(case)
    if meeting is None:
        return refusals.no_meeting_planned(case.reference)
    return agenda_on_paper(agenda_of(case, meeting))


def promised(case: TheCase) -> list[Action]:
    """What is owed first, and of it the oldest."""
    promised = (action for action in case.public_actions if _waspromised(case, action))
    return sorted(promised, key=lambda action: (not action.is_owed, action.by or date.max))


def _waspromised(case: TheCase, action: Action) -> bool:
    """What is owed, and what was done since the last meeting was closed."""
    last = case.plan.last_closed
    since = last.closed_on if last else None
    return action.is_owed or bool(since and action.changed and action.changed >= since)


def meeting_ahead(case: TheCase) -> Meeting | None:
    """The meeting that is open, else the next one planned."""
    planned = [one for one in case.plan.meetings if not one.is_held and one.on >= case.today]
    return case.meeting or next(iter(planned), None)


def is_posted(case: TheCase, meeting: Meeting) -> bool:
    """True where its agenda stands in the case's channel, or is on its way there."""
    kept = posts.of(case.turn.tx, case.case.id)
    return any((one.kind, one.body) == (AGENDA, meeting.id) for one in kept)


def _plan(case: TheCase, on: date) -> None:
    if lapsed := _lapsed(case):
        planned = replace(lapsed, on=on)
        meetings.change(case.turn.tx, case.case.id, planned)
    else:
        planned = Meeting(next_id(case), kind_of(case), on)
        meetings.add(case.turn.tx, case.case.id, planned)
    case.turn.note("planned-meeting", case.case, planned.id)


def _lapsed(case: TheCase) -> Meeting | None:
    """The meeting whose day has passed without anybody opening it: `meet` would open that one."""
    return next((one for one in case.plan.meetings if not one.is_held and one.on < case.today), None)


def _day_form(case: TheCase) -> Form:
    due, lapsed = next_meeting(case.plan, case.day), _lapsed(case)
    return page.day_form(case.reference, due.on if due else None, lapsed.on if lapsed else None)


def _preview(case: TheCase, meeting: Meeting) -> Document:
    """As whoever asks sees it, who ticks off what is theirs."""
    ticks = frozenset(one.id for one in case.public_actions if "done" in ways_on(case, one))
    theirs = replace(agenda_of(case, meeting), ticks=ticks)
    return page.preview(theirs, case.may(Act.SHARE), is_posted(case, meeting))
