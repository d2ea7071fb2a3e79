"""The gaps of a case: listed, explained, made into actions, or said not to count."""

from collections.abc import Mapping

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.conversation.heard import Outcome
from bot.messages import action_lines, gap_lines, refusals
from bot.messages.form import Form
from bot.use_cases.handlers import Answered, filled, said
from bot.use_cases.may import Act
from bot.use_cases.offering import offer
from bot.use_cases.the_case import TheCase, the_case
from bot.use_cases.turn import Turn
from planning_rules.checking import Gap
from planning_rules.parts import Reason, Waiver
from planning_rules.refusal import Refusal
from storage import waivers


@said("gaps", "all")
def list_gaps(turn: Turn, call: Call) -> Answered:
    """What the plan still lacks: at first seven lines, with `all` every one."""
    found = the_case(turn, call.reference)
    if isinstance(found, Refusal):
        return found
    whole = call.name == "all"
    return gap_lines.gap_list(found.plan, found.seen_gaps, found.not_asked, found.hidden, whole)


@said("why")
def why(turn: Turn, call: Call) -> Answered:
    """Where a gap comes from, in plain words, with its sources."""
    found = _gap(turn, call)
    return found if isinstance(found, Refusal) else gap_lines.why(found[1], found[0].plan)


@said("make")
def ask_for_action(turn: Turn, call: Call) -> Answered:
    """Ask who will close a gap, and by when."""
    found = _gap(turn, call)
    return found if isinstance(found, Refusal) else _action_form(*found, call)


@filled("make")
def make_action(turn: Turn, call: Call, typed: Mapping[str, str], version: int) -> Answered:
    """Offer an action that would close the gap."""
    found = _gap(turn, call, changes=True)
    if isinstance(found, Refusal):
        return found
    case, gap = found
    read = read_form(_action_form(case, gap, call), typed)
    if isinstance(read, Form):
        return read
    action = offer(case, **read, closes=gap.rule.code, about=gap.subject)
    return Outcome((action_lines.changed(case.plan, action, turn.today),), reference=case.reference)


@said("waive")
def ask_to_waive(turn: Turn, call: Call) -> Answered:
    """Ask why a gap does not count."""
    found = _gap(turn, call)
    return found if isinstance(found, Refusal) else _waive_form(*found, call)


@filled("waive")
def waive(turn: Turn, call: Call, typed: Mapping[str, str], version: int) -> Answered:
    """Keep the reason why a gap does not count; on an urgent one only a manager may, and only for a time."""
    found = _gap(turn, call, changes=True)
    form = found if isinstance(found, Refusal) else _waive_form(*found, call)
    if isinstance(found, Refusal) or isinstance(form, Refusal):
        return form
    case, gap = found
    read = read_form(form, typed)
    if isinstance(read, Form):
        return read
    waiver = Waiver(
        gap.rule.code,
        Reason(read["reason"]),
        read["words"],
        case.me.id,
        turn.today,
        read["until"],
        gap.subject,
    )
    waivers.add(turn.tx, case.case.id, waiver)
    turn.note("waived", case.case, gap.rule.code)
    says = gap_lines.gap_says(gap, case.plan)
    return Outcome((action_lines.waived(says, case.reference),), reference=case.reference)


def _gap(turn: Turn, call: Call, changes: bool = False) -> tuple[TheCase, Gap] | Refusal:
    found = the_case(turn, call.reference, Act.ANSWER if changes else Act.SEE, changes)
    if isinstance(found, Refusal):
        return found
    code, subject = call.word(1).upper(), call.word(2)
    for gap in found.seen_gaps:
        if (gap.rule.code, gap.subject) == (code, subject):
            return found, gap
    return refusals.no_such("gap", f"{code} {subject}".strip())


def _action_form(case: TheCase, gap: Gap, call: Call) -> Form:
    says = gap_lines.gap_says(gap, case.plan)
    return action_lines.action_form(case.plan, call.text, gap.rule.closes_when, says)


def _waive_form(case: TheCase, gap: Gap, call: Call) -> Form | Refusal:
    if gap.is_urgent and not case.may(Act.WAIVE_URGENT):
        return refusals.not_yours(str(Act.WAIVE_URGENT))
    return action_lines.waive_form(call.text, gap_lines.gap_says(gap, case.plan), gap.is_urgent)
