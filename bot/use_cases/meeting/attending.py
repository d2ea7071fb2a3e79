"""Who is coming: said with one press, or with what has to be known about it."""

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.messages.meeting import attending
from bot.messages.meeting.agenda import invited_from_home
from bot.use_cases.handlers import Answered, Typed, filled, redrawn, said
from bot.use_cases.meeting.agenda import meeting_ahead
from bot.use_cases.the_case import TheCase
from planning_rules.parts import Meeting, Person
from storage import replies
from storage.replies import Comes, Reply


@said("attend", act=Act.ANSWER, changes=True)
def attend(case: TheCase, call: Call) -> Answered:
    """Say with one press that one is coming; otherwise, what has to be known about it is asked."""
    way, meeting = call.word(1), meeting_ahead(case)
    if meeting is None:
        return refusals.no_meeting_planned(case.reference)
    if way not in list(Comes):
        return refusals.no_such("way to take part", way, known=list(Comes))
    if way == Comes.COMING:
        return _kept(case, meeting, case.me, Comes.COMING)
    return attending.reply_form(case.reference, way, case.me.phone)


@filled("attend", act=Act.ANSWER)
def attend_otherwise(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Keep how somebody takes part who is not simply there."""
    asked = attend(case, call)
    if not isinstance(asked, Form):
        return asked
    read = read_form(asked, typed.values, case.today)
    meeting = meeting_ahead(case)
    if isinstance(read, Form) or meeting is None:
        return read if isinstance(read, Form) else refusals.no_meeting_planned(case.reference)
    return _kept(case, meeting, case.me, Comes(call.word(1)), read["words"])


@said("attends", act=Act.ANSWER)
def attends(case: TheCase, call: Call) -> Answered:
    """Say how the child, a parent or a carer takes part, who have no account: the form."""
    meeting, invited = meeting_ahead(case), invited_from_home(case.plan, case.today)
    if meeting is None:
        return refusals.no_meeting_planned(case.reference)
    person = next((one for one in invited if one.id == call.word(1)), None)
    if person is None:
        return refusals.no_such("child or relative", call.word(1), known=[one.id for one in invited])
    known = replies.of(case.turn.tx, case.case.id, meeting.id).get(person.id)
    return attending.form_for(case.reference, person, (known.comes, known.words) if known else None)


@redrawn("attends", act=Act.ANSWER)
def redraw_attends(case: TheCase, call: Call, typed: Typed) -> Answered:
    """The form with what the way calls for."""
    asked = attends(case, call)
    return asked.filled(typed.values) if isinstance(asked, Form) else asked


@filled("attends", act=Act.ANSWER)
def keep_attends(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Keep how they take part."""
    asked, meeting, person = attends(case, call), meeting_ahead(case), case.plan.person(call.word(1))
    if not isinstance(asked, Form) or meeting is None or person is None:
        return asked
    read = read_form(asked, typed.values, case.today)
    if isinstance(read, Form):
        return read
    return _kept(case, meeting, person, Comes(read["way"]), read.get(read["way"], ""))


def _kept(case: TheCase, meeting: Meeting, person: Person, comes: Comes, words: str = "") -> Outcome:
    replies.keep(case.turn.tx, case.case.id, meeting.id, Reply(person.id, comes, words))
    case.turn.note("replied" if person.id == case.me.id else "replied-for", case.case, comes)
    return Outcome((attending.replied(case.reference, comes, person),), reference=case.reference)
