"""What stands in minutes of one answer, one disagreement, one gap that does not count."""

from bot.messages.document import Row
from bot.messages.promises.waiving import WAIVE_REASONS
from bot.messages.reading import answer_in_words, whose_word
from planning_rules.changes import Change
from planning_rules.dates import in_full
from planning_rules.facts import question_of
from planning_rules.gaps import RULES
from planning_rules.on_record import Disagreement
from planning_rules.parts import Meeting, Waiver
from planning_rules.plan import Plan
from planning_rules.text import listed


def change_says(change: Change, plan: Plan, meeting: Meeting) -> tuple[str, str]:
    """ "Needs (private)", and "yes (said by Mum, typed by Sam, before the meeting). It was: no"."""
    words = answer_in_words(change.now, plan)
    words = f"“{words}”" if change.question.fact.quoted and change.now.is_given else words
    private = " (private)" if change.question.fact.is_private else ""
    around = whose_and_when(change, plan, meeting)
    was = f". It was: {answer_in_words(change.before, plan)}" if change.before.is_asked else ""
    return f"{change.question.label(plan)}{private}", f"{words}{f' ({around})' if around else ''}{was}"


def whose_and_when(change: Change, plan: Plan, meeting: Meeting) -> str:
    """ "said by Mum, typed by Sam, before the meeting", or less."""
    when = "" if is_of_the_day(change, meeting) else "before the meeting"
    return ", ".join(filter(None, (whose_word(change.now, plan), when)))


def is_of_the_day(change: Change, meeting: Meeting) -> bool:
    """True where it was answered from the day of the meeting on."""
    return change.now.on is not None and change.now.on >= meeting.on


def differ_says(one: Disagreement, plan: Plan) -> str:
    """ "Home suitable: Sam and Alex disagree. Morgan settles it by Friday 13 March 2026."."""
    who = listed(plan.called(person) for person in one.between)
    settles = next(
        (action for action in plan.actions if action.is_owed and action.finds_out == one.fact), None
    )
    by = f" by {in_full(settles.by)}" if settles and settles.by else ""
    owner = plan.called(settles.owner) if settles else ""
    decides = f"{owner} settles it{by}." if owner else "Nobody is named to settle it."
    return f"{question_of(one.fact).label(plan)}: {who} disagree. {decides}"


def waiver_says(waiver: Waiver, plan: Plan) -> Row:
    """The gap, and why it does not count, in whose words, and until when."""
    rule = RULES.get(waiver.rule)
    until = f", until {in_full(waiver.until)}" if waiver.until else ""
    why = f"{WAIVE_REASONS[waiver.reason]}. “{waiver.words}” ({plan.called(waiver.by)}{until})"
    return Row(rule.says if rule else waiver.rule, why)
