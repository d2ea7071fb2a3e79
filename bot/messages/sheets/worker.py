"""The workers' full plan: every step, every answer in words, whose word it is, and what is still missing."""

from collections.abc import Iterator

from bot.messages.dates.sentence_line import sentence_line
from bot.messages.document import Block, Document, Heading, Pairs, Paragraph, Row, Tone
from bot.messages.reading import answer_in_words, whose_word
from bot.messages.rulebook.gap_lines import gap_says
from planning_rules.behind import any_private, behind_action, behind_gap, behind_waiver
from planning_rules.checking import GapState, find_gaps, stages
from planning_rules.dates import in_full
from planning_rules.facts import STEPS
from planning_rules.facts.fact import Asked
from planning_rules.facts.question import Question
from planning_rules.facts.step import Step
from planning_rules.gaps import RULES
from planning_rules.parts import Action, Person, Role, Waiver
from planning_rules.plan import Plan
from planning_rules.rulebook import Day
from planning_rules.stages import Stage


def worker_plan(plan: Plan, day: Day, private: bool = False) -> Document:
    """Everything on record. Private answers, and all that rests on them, only where asked for."""
    made = Paragraph(f"As recorded on {in_full(day.today)}. Not recorded does not mean not done.")
    note = [] if private else [Paragraph("Private answers, and what rests on them, are not shown here.")]
    blocks = (
        *(made, *note),
        *_people(plan),
        *_meetings(plan),
        *_line(plan, day),
        *(block for step in STEPS for block in _step(plan, step, day, private)),
        *_gaps(plan, day, private),
        *_actions(plan, private),
        *_waivers(plan, private),
    )
    return Document(f"Plan for {plan.reference}" if plan.reference else "Plan", blocks)


def _people(plan: Plan) -> Iterator[Block]:
    if plan.people:
        yield Heading("People", "users")
        yield Pairs(tuple((person.name, _person(person)) for person in plan.people))


def _person(person: Person) -> str:
    about = [person.role, person.organisation, person.phone]
    about += ["answers in the evening"] if person.evenings else []
    about += ["leads the case"] if person.lead else []
    if not person.is_professional and person.role is not Role.CHILD:
        about += [f"contact: {person.contact}"]
        about += [f"plan sheet: {person.gets_sheet}"] if person.gets_sheet else []
    return " · ".join(words for words in about if words)


def _meetings(plan: Plan) -> Iterator[Block]:
    if plan.meetings:
        yield Heading("Meetings", "calendar")
        yield Pairs(
            tuple(
                (
                    str(meeting.kind).capitalize(),
                    f"{in_full(meeting.on)}, "
                    + ("closed" if meeting.is_closed else "open" if meeting.opened else "planned"),
                )
                for meeting in plan.meetings
            )
        )


def _line(plan: Plan, day: Day) -> Iterator[Block]:
    drawn = sentence_line(plan, day)
    if drawn:
        yield Heading(drawn[0].title, "calendar")
        yield from drawn


def _step(plan: Plan, step: type[Step], day: Day, private: bool) -> Iterator[Block]:
    now = stages(plan, day)
    shown = [
        question
        for question in plan.questions(day.today, step)
        if (private or not question.fact.is_private)
        and question.is_called_for(plan)
        and (plan.answer(question.key).is_asked or _is_expected(question, now))
    ]
    if shown:
        yield Heading(step.title, step.icon)
        yield Pairs(tuple((question.label(plan), _answer(plan, question)) for question in shown))


def _is_expected(question: Question, now: frozenset[Stage]) -> bool:
    fact = question.fact
    return bool(fact.at & now) and not fact.optional and fact.asked is not Asked.COMPUTED


def _answer(plan: Plan, question: Question) -> str:
    """The answer in words, own words in quotation marks, and whose word it is."""
    answer = plan.answer(question.key)
    words = answer_in_words(answer, plan)
    words = f"“{words}”" if question.fact.quoted and answer.is_given else words
    whose = whose_word(answer, plan)
    return f"{words} ({whose})" if whose else words


def _gaps(plan: Plan, day: Day, private: bool) -> Iterator[Block]:
    gaps = [gap for gap in find_gaps(plan, day) if private or not any_private(behind_gap(gap, plan))]
    yield Heading("Gaps", "watch")
    if not gaps:
        yield Paragraph("There are no gaps to show.")
    for gap in gaps:
        when = f"From {in_full(gap.on)}. " if gap.on else ""
        mark = "coming" if gap.state is GapState.COMING else str(gap.severity)
        tone = Tone.URGENT if gap.is_urgent else Tone.WATCH
        yield Row(gap_says(gap, plan), f"{when}Closes when: {gap.rule.closes_when}", tone, mark)


def _actions(plan: Plan, private: bool) -> Iterator[Block]:
    actions = [action for action in plan.actions if private or not any_private(behind_action(action))]
    yield Heading("Actions", "list")
    if not actions:
        yield Paragraph("There are no actions to show.")
    for action in actions:
        yield Row(action.what, _action(plan, action), mark=str(action.progress))


def _action(plan: Plan, action: Action) -> str:
    by = f"by {in_full(action.by)}" if action.by else "no date yet"
    about = [plan.called(action.owner) or "nobody yet", by, action.words]
    about += [f"closes {action.closes}"] if action.closes else []
    return " · ".join(words for words in about if words)


def _waivers(plan: Plan, private: bool) -> Iterator[Block]:
    shown = [waiver for waiver in plan.waivers if private or not any_private(behind_waiver(waiver, plan))]
    if shown:
        yield Heading("Gaps that do not count", "check")
        yield Pairs(tuple((_waived(waiver), _waiver(plan, waiver)) for waiver in shown))


def _waived(waiver: Waiver) -> str:
    rule = RULES.get(waiver.rule)
    return f"{waiver.rule}, {rule.name}" if rule else waiver.rule


def _waiver(plan: Plan, waiver: Waiver) -> str:
    until = f", until {in_full(waiver.until)}" if waiver.until else ""
    return f"{waiver.reason}: {waiver.words} ({plan.called(waiver.by)}, {in_full(waiver.on)}{until})"
