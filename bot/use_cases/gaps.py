"""The gaps of a case: listed, explained, made into actions, or said not to count."""

from datetime import date

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import refusals
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.messages.promises import action_forms, waiving
from bot.messages.rulebook import gap_lines
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.promises.offering import offer, told
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import beside_the_meeting
from planning_rules.behind import any_private, behind_gap
from planning_rules.checking import Gap
from planning_rules.parts import Reason, Waiver
from planning_rules.refusal import Refusal
from planning_rules.rulebook import Severity
from planning_rules.thresholds import REVIEW_INTERVAL
from storage import waivers


@said("gaps", "all")
def list_gaps(case: TheCase, call: Call) -> Answered:
    """What the plan still lacks: at first seven lines, with `all` every one."""
    listed = gap_lines.gap_list(
        case.plan,
        case.today,
        case.seen_gaps,
        case.not_asked,
        case.may_waive,
        case.hidden,
        whole=call.name == "all",
    )
    return beside_the_meeting(case, listed)


@said("why")
def why(case: TheCase, call: Call) -> Answered:
    """Where a gap comes from, in plain words, with its sources."""
    gap = _gap(case, call)
    if isinstance(gap, Refusal):
        return gap
    if any_private(behind_gap(gap, case.plan)):
        case.turn.note("looked-at-private", case.case, gap.rule.code)
    return beside_the_meeting(case, gap_lines.why(gap, case.plan, case.day))


@said("make", act=Act.ANSWER)
def ask_for_action(case: TheCase, call: Call) -> Answered:
    """Ask who will close a gap, and by when."""
    gap = _gap(case, call)
    return gap if isinstance(gap, Refusal) else _action_form(case, gap, call)


@filled("make", act=Act.ANSWER)
def make_action(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Offer an action that would close the gap."""
    gap = _gap(case, call)
    if isinstance(gap, Refusal):
        return gap
    read = read_form(_action_form(case, gap, call), typed.values, case.today)
    if isinstance(read, Form):
        return read
    return told(case, offer(case, **read, closes=gap.rule.code, about=gap.subject))


@said("waive", act=Act.ANSWER)
def ask_to_waive(case: TheCase, call: Call) -> Answered:
    """Ask why a gap does not count."""
    gap = _gap(case, call)
    return gap if isinstance(gap, Refusal) else _waive_form(case, gap, call)


@filled("waive", act=Act.ANSWER)
def waive(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Keep the reason why a gap does not count; on an urgent one only a manager may, and only for a time."""
    gap = _gap(case, call)
    form = gap if isinstance(gap, Refusal) else _waive_form(case, gap, call)
    if isinstance(gap, Refusal) or isinstance(form, Refusal):
        return form
    read = read_form(form, typed.values, case.today)
    if isinstance(read, Form):
        return read
    if gap.severity is Severity.URGENT and read["until"] > _latest(case):
        return form.filled(typed.values, {"until": waiving.waived_too_long(_latest(case))})
    waiver = Waiver(
        rule=gap.rule.code,
        reason=Reason(read["reason"]),
        words=read["words"],
        by=case.me.id,
        on=case.today,
        by_manager=case.may(Act.WAIVE_URGENT),
        until=read["until"],
        about=gap.subject,
    )
    waivers.add(case.turn.tx, case.case.id, waiver)
    case.turn.note("waived", case.case, gap.rule.code)
    says = gap_lines.gap_says(gap, case.plan)
    said = beside_the_meeting(case, waiving.waived(says, case.reference))
    return Outcome((said,), reference=case.reference)


def _gap(case: TheCase, call: Call) -> Gap | Refusal:
    code, subject = call.word(1).upper(), call.word(2)
    for gap in case.seen_gaps:
        if (gap.rule.code, gap.subject) == (code, subject):
            return gap
    return refusals.no_such_gap(f"{code} {subject}".strip(), case.reference)


def _action_form(case: TheCase, gap: Gap, call: Call) -> Form:
    says = gap_lines.gap_says(gap, case.plan)
    may_invite = case.may(Act.INVITE)
    return action_forms.action_form(case.plan, call.text, case.today, may_invite, gap.rule.closes_when, says)


def _waive_form(case: TheCase, gap: Gap, call: Call) -> Form | Refusal:
    if not case.may_waive(gap):
        return refusals.not_yours(Act.WAIVE_URGENT)
    urgent_until = _latest(case) if gap.severity is Severity.URGENT else None
    return waiving.waive_form(call.text, gap_lines.gap_says(gap, case.plan), urgent_until)


def _latest(case: TheCase) -> date:
    """The last day until which something urgent may be said not to count: the next meeting."""
    planned = [meeting.on for meeting in case.plan.meetings if meeting.on > case.today]
    return min([*planned, case.day.ours(REVIEW_INTERVAL).after(case.today)])
