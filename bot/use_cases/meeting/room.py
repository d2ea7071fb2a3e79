"""The room view, and the question who can hear before something private is opened in a meeting."""

from bot.conversation.asking import questions
from bot.conversation.calls import Call
from bot.messages.acts import Act
from bot.messages.document import Document
from bot.messages.meeting import room as page
from bot.messages.meeting.room import HEARD, Room, TalkedAbout
from bot.messages.meeting.steps import IN_PRIVATE
from bot.messages.sheets.readers import READER_OF, Edition, Reader
from bot.use_cases.handlers import Answered, said
from bot.use_cases.meeting.agenda import promised
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import no_meeting
from planning_rules.facts import STEPS
from planning_rules.facts.fact import Asked, Audience
from planning_rules.facts.step import Step
from planning_rules.parts import Contact, Role
from planning_rules.plan import Plan


@said("room")
def show(case: TheCase, call: Call) -> Answered:
    """What everybody in the room may read, while a meeting is open."""
    return no_meeting(case) if case.meeting is None else room_view(case)


def room_view(case: TheCase) -> Document:
    """The same for everybody on the case. Raises AssertionError where no meeting is open."""
    assert case.meeting
    topics = sorted(STEPS, key=lambda step: not step.the_child_speaks)
    shown = [_talked_about(case, step) for step in topics if _is_for_all(case, step)]
    return page.room(Room(case.plan, case.meeting, case.today, _reader(case.plan), promised(case), shown))


def asks_who_can_hear(case: TheCase, call: Call, step: type[Step]) -> bool:
    """True before whoever leads the open meeting opens private questions, until they have looked round."""
    leads = case.meeting is not None and case.may(Act.CLOSE)
    return call.name == "private" and step.has_private() and leads and call.words[-1] != HEARD


def _reader(plan: Plan) -> Reader:
    """As family where contact with every relative is said to be safe; else as in any shared room."""
    relatives = (one for one in plan.people if not one.is_professional and one.role is not Role.CHILD)
    safe = all(one.contact is Contact.SAFE for one in relatives)
    return Reader(Audience.FAMILY) if safe else READER_OF[Edition.ROOM]


def _is_for_all(case: TheCase, step: type[Step]) -> bool:
    return bool(step.child_title) and step.is_asked_at(case.stages) and IN_PRIVATE not in step.speaks


def _talked_about(case: TheCase, step: type[Step]) -> TalkedAbout:
    asked = [
        question
        for question in questions(case.plan, step, case.stages, case.today)
        if question.fact.asked is Asked.ROOM and not question.fact.optional
    ]
    return TalkedAbout(step, sum(case.plan.answer(one.key).is_asked for one in asked), len(asked))
