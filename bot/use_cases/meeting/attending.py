"""Who is coming: said with one press, or with what has to be known about it."""

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.messages.meeting import attending
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.meeting.agenda import meeting_ahead
from bot.use_cases.the_case import TheCase
from planning_rules.parts import Meeting
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
        return _kept(case, meeting, Reply(case.me.id, Comes.COMING))
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
    return _kept(case, meeting, Reply(case.me.id, Comes(call.word(1)), read["words"]))


def _kept(case: TheCase, meeting: Meeting, reply: Reply) -> Outcome:
    replies.keep(case.turn.tx, case.case.id, meeting.id, reply)
    case.turn.note("replied", case.case, reply.comes)
    return Outcome((attending.replied(case.reference, reply.comes),), reference=case.reference)
