"""A gap in one line, in a list, and with its reason."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from bot.messages.document import (
    Block,
    Bullets,
    Button,
    Buttons,
    Document,
    Heading,
    Pairs,
    Paragraph,
    Row,
    Tone,
)
from bot.messages.reading import answer_in_words
from bot.messages.rulebook.rule_lines import also_answers, closes, closing, measure, origins, recommended
from planning_rules.behind import that_decided
from planning_rules.checking import Gap, GapState, NotAsked
from planning_rules.dates import in_full
from planning_rules.facts import FACTS, fact_of, question_of
from planning_rules.plan import Plan
from planning_rules.rulebook import Day, Severity
from planning_rules.text import counted

AT_FIRST_GLANCE = 7
# Gaps that a form of their own closes: its command, and the words on its button.
_OWN_WAY = {"AGY09": ("disagree", "Say who settles it"), "CHI07": ("given", "Say that they have it")}
_TONES = {Severity.URGENT: Tone.URGENT, Severity.GAP: Tone.WATCH, Severity.PROMPT: Tone.PLAIN}


def gap_says(gap: Gap, plan: Plan) -> str:
    """The gap in one line: what is not recorded, and about whom."""
    if gap.person:
        return f"{_whom(gap, plan)}: {gap.rule.says}"
    action = next((action for action in plan.actions if action.id == gap.action), None)
    if action:
        return f"{gap.rule.says} ({action.id}: {action.what})"
    return f"{gap.rule.says} ({question_of(gap.action).label(plan)})" if gap.action else gap.rule.says


def _whom(gap: Gap, plan: Plan) -> str:
    """A person by name; what is one of the options of its question, as it stands there."""
    options = (fact.options[gap.person] for fact in gap.rule.asks if gap.person in fact.options)
    return plan.called(gap.person) if plan.person(gap.person) else next(options, gap.person)


def in_days(days: int) -> str:
    """ "in 12 days", or "tomorrow"."""
    return "tomorrow" if days == 1 else f"in {counted(days, 'day')}"


def becomes(gap: Gap, today: date) -> str:
    """On which day, and in how many, it becomes a gap or an open one urgent; "" where neither is to come."""
    when = gap.on or gap.urgent_on
    if when is None:
        return ""
    what = "a gap" if gap.on else "urgent"
    return f"Becomes {what} on {in_full(when)}. That is {in_days((when - today).days)}."


def gap_row(gap: Gap, plan: Plan, today: date, may_waive: bool) -> Row:
    """One line with the buttons that lead on from it."""
    private = "Private." if gap.is_private else ""
    asks = _asks(gap, plan)
    waive = (Button("It does not count", f"waive {asks}"),) if may_waive else ()
    return Row(
        gap_says(gap, plan),
        " ".join(part for part in (private, becomes(gap, today), closes(gap.rule)) if part),
        Tone.PLAIN if gap.state is GapState.COMING else _TONES[gap.severity],
        "coming" if gap.state is GapState.COMING else str(gap.severity),
        (Button("Why?", f"why {asks}"), *_make(gap, plan), *waive),
    )


def _asks(gap: Gap, plan: Plan) -> str:
    return " ".join(word for word in (plan.reference, gap.rule.code, gap.subject) if word)


def _make(gap: Gap, plan: Plan) -> tuple[Button, ...]:
    """What could close it. A gap about an action has one already, and who settles something is given one."""
    own = _OWN_WAY.get(gap.rule.code)
    ways = (Button(own[1], f"{own[0]} {plan.reference} {gap.subject}"),) if own else ()
    return ways if gap.action else (*ways, Button("Make this an action", f"make {_asks(gap, plan)}"))


def gap_list(
    plan: Plan,
    today: date,
    gaps: Sequence[Gap],
    unasked: Sequence[NotAsked],
    may_waive: Callable[[Gap], bool],
    hidden: int,
    whole: bool,
) -> Document:
    """The gaps of a case, then what was not asked: at most seven lines at first glance, and how many more."""
    reference = plan.reference
    rows = [gap_row(gap, plan, today, may_waive(gap)) for gap in gaps]
    rows += [_unasked_row(line, reference) for line in unasked]
    shown = rows if whole else rows[:AT_FIRST_GLANCE]
    blocks: list[Block] = [Paragraph(_summary(gaps, unasked, hidden))]
    if unchecked := cannot_be_checked(plan, today):
        blocks.append(Paragraph(unchecked))
    blocks += shown[: len(gaps)]
    if len(shown) > len(gaps):
        blocks += [Heading("Not asked yet"), *shown[len(gaps) :]]
    ways = [Button("Actions", f"actions {reference}"), Button("The case", f"case {reference}")]
    if len(shown) < len(rows):
        more = f"Show all {len(rows)}, {len(rows) - len(shown)} more"
        ways.insert(0, Button(more, f"all {reference}"))
    blocks.append(Buttons(tuple(ways)))
    return Document(f"Gaps in {reference}", tuple(blocks))


def why(gap: Gap, plan: Plan, day: Day) -> Document:
    """Where a gap comes from: the reason, the answers behind it, what would close it and the sources."""
    behind = [key for key in gap.about if key.partition("/")[0] in FACTS]
    answers = [
        (fact_of(key).label, answer_in_words(that_decided(gap, key, plan, day), plan)) for key in behind
    ]
    facts = (Heading("Worked out from"), Pairs(tuple(answers))) if answers else ()
    working = (Heading("The working"), Bullets(gap.working)) if gap.working else ()
    return Document(
        gap_says(gap, plan),
        (
            Paragraph(gap.rule.why),
            *facts,
            *working,
            Heading("What would close it"),
            Paragraph(closing(gap.rule)),
            Heading("Where this comes from"),
            Pairs(tuple(_origins(gap, day))),
            Buttons((*_make(gap, plan), Button("All gaps", f"gaps {plan.reference}"))),
        ),
    )


def _origins(gap: Gap, day: Day) -> Iterator[tuple[str, str]]:
    rule = gap.rule
    yield from (("Measured by", measure(day.ours(one))) for one in rule.thresholds)
    yield from (("Source", origin) for origin in origins(rule))
    yield from (("Answers", recommended(one)) for one in also_answers(rule))
    yield "Rule", f"{rule.code}, {rule.name}"


def _summary(gaps: Sequence[Gap], unasked: Sequence[NotAsked], hidden: int) -> str:
    urgent = sum(gap.is_urgent for gap in gaps)
    coming = sum(gap.state is GapState.COMING for gap in gaps)
    questions = sum(len(line.facts) for line in unasked)
    open_gaps = f"{counted(len(gaps) - coming, 'gap')} open{urgent_among(urgent)}."
    said = (
        open_gaps if gaps else "No gaps are open.",
        f"{counted(coming, 'gap')} coming." if coming else "",
        f"{counted(questions, 'question')} not asked." if questions else "",
        f"{counted(hidden, 'private item')} not shown here." if hidden else "",
    )
    return " ".join(part for part in said if part)


def cannot_be_checked(plan: Plan, today: date) -> str:
    """What no gap can be about yet, as a day is not recorded; "" where nothing is amiss."""
    if plan.order.released_on.value or plan.order.kind.choice == "remand":
        return ""
    if plan.earliest_release is None:
        return (
            "No release date is recorded, so nothing that counts back from release can be checked. "
            "Start with the order and its dates."
        )
    due = plan.order.granted_date.value or plan.order.middle_date.value
    return "The day of release has passed, and no release is recorded." if due and due < today else ""


def urgent_among(urgent: int) -> str:
    """ ", 2 of them urgent", or nothing."""
    return f", {urgent} of them urgent" if urgent else ""


def _unasked_row(line: NotAsked, reference: str) -> Row:
    who = f"Who can answer: {line.step.speaks}." if line.step.speaks else ""
    return Row(line.says, who, buttons=(Button("Ask", f"step {reference} {line.step.key}"),))
