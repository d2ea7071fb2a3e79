"""A step as a form, made from the declarations of its facts; and the form that comes back, read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.messages import questions as ask
from bot.messages.form import Control, Field
from planning_rules.facts import kinds
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.question import Question
from planning_rules.facts.step import Step
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal

_OPTIONS = (Control.RADIO, Control.SELECT)
_YES_NO = {"yes": "Yes", "no": "No"}
_LONG_LIST = 6


def fields_of(step: type[Step], asked: Sequence[Question], plan: Plan) -> list[Field]:
    """The fields of a form that asks these questions of one step."""
    decisive = {fact for other in step.facts() if other.when for fact in other.when.facts}
    return [field for question in asked for field in fields_for(question, plan, question.fact in decisive)]


def fields_for(question: Question, plan: Plan, redraws: bool) -> list[Field]:
    """The control for one fact, and those that follow from "not known yet" and "does not apply".

    Before anybody is on the case there is nobody to find out, so the control stands alone.
    """
    answer = plan.answer(question.key)
    main = _main(question, plan, answer, redraws)
    if not plan.people:
        return [replace(main, options=tuple(_own_options(question, plan).items()))]
    fields, decided_by = [main], main.name
    if main.control not in _OPTIONS:
        decided_by = f"{question.key}#or"
        value = str(answer.state) if str(answer.state) in ask.OTHERWISE else ""
        fields.append(Field(decided_by, ask.INSTEAD, Control.SELECT, tuple(ask.OTHERWISE.items()), value))
    fields += _follow_ups(question.key, decided_by, answer, plan)
    return [replace(field, section=ask.SECTIONS.get(question.fact.asked, "")) for field in fields]


def read_answers(
    asked: Sequence[Question], values: Mapping[str, str], plan: Plan, today: date
) -> tuple[dict[str, Answer[Any]], dict[str, str]]:
    """What was answered, by key, and what is wrong, by field. A field left empty answers nothing.

    `plan` is as it was when the form was opened.
    """
    answers: dict[str, Answer[Any]] = {}
    errors: dict[str, str] = {}
    for question in asked:
        read = _read(question, values, plan, errors)
        if read is not None and read.by is not None and read.by < today:
            errors[f"{question.key}#by"] = ask.HAS_PASSED
        elif read is not None:
            answers[question.key] = read
    return answers, errors


def _main(question: Question, plan: Plan, answer: Answer[Any], redraws: bool) -> Field:
    control = _control(question)
    return Field(
        question.key,
        question.words(plan),
        control,
        _options(question, plan, control),
        _main_value(question, answer, control),
        question.fact.help,
        longest=question.fact.kind.longest,
        redraws=redraws,
    )


def _control(question: Question) -> Control:
    match question.fact.kind:
        case kinds.YesNo():
            return Control.RADIO
        case kinds.Choice(options=options):
            return Control.RADIO if len(options) <= _LONG_LIST else Control.SELECT
        case kinds.OnePerson():
            return Control.SELECT
    return Control(question.fact.kind.control)


def _options(question: Question, plan: Plan, control: Control) -> tuple[tuple[str, str], ...]:
    own = _own_options(question, plan)
    return tuple({**own, **ask.OTHERWISE}.items() if control in _OPTIONS else own.items())


def _own_options(question: Question, plan: Plan) -> dict[str, str]:
    match question.fact.kind:
        case kinds.YesNo():
            return _YES_NO
        case kinds.OnePerson():
            return {person.id: person.name for person in plan.people}
    return dict(question.fact.options)


def _main_value(question: Question, answer: Answer[Any], control: Control) -> str:
    if answer.state is State.GIVEN:
        kept = question.fact.kind.to_json(answer.value)
        return "\n".join(kept) if isinstance(kept, list) else str(kept)
    return str(answer.state) if control in _OPTIONS and answer.is_asked else ""


def _follow_ups(key: str, decided_by: str, answer: Answer[Any], plan: Plan) -> list[Field]:
    unknown, other = (decided_by, (State.NOT_KNOWN,)), (decided_by, (State.DOES_NOT_APPLY,))
    by = answer.by.isoformat() if answer.by else ""
    finders = _finders(plan)
    return [
        Field(f"{key}#who", ask.WHO_FINDS_OUT, Control.SELECT, finders, answer.finds_out, only_if=unknown),
        Field(f"{key}#by", ask.BY_WHEN, Control.DATE, value=by, only_if=unknown),
        Field(f"{key}#why", ask.WHY_NOT, Control.LINE, value=answer.reason, longest=150, only_if=other),
    ]


def _read(
    question: Question, values: Mapping[str, str], plan: Plan, errors: dict[str, str]
) -> Answer[Any] | None:
    key = question.key
    typed = values.get(key, "").strip("\n")
    picked = typed if _control(question) in _OPTIONS and typed in ask.OTHERWISE else ""
    outcome = values.get(f"{key}#or", "") or picked
    shown = _main_value(question, plan.answer(key), _control(question))
    if values.get(f"{key}#or", "") and typed.strip() not in ("", shown):
        errors[f"{key}#or"] = ask.ONE_OF_THE_TWO
        return None
    match outcome:
        case State.NOT_KNOWN:
            return _not_known(key, values, plan, errors)
        case State.DECLINED:
            return Answer(State.DECLINED, fact=key)
        case State.DOES_NOT_APPLY:
            return _does_not_apply(key, values, errors)
    if not typed.strip():
        emptied = isinstance(question.fact.kind, kinds.Ticks) and key in values and plan.answer(key).is_given
        return Answer(State.GIVEN, (), fact=key) if emptied else None
    yes_no = isinstance(question.fact.kind, kinds.YesNo)
    if yes_no and typed in _YES_NO:
        return Answer(State(typed), fact=key)
    value = Refusal(ask.YES_OR_NO) if yes_no else question.fact.kind.parse(typed)
    problem = getattr(value, "sentence", "") or _nobody(question, value, plan)
    if problem:
        errors[key] = problem
        return None
    return Answer(State.GIVEN, value, fact=key)


def _nobody(question: Question, value: Any, plan: Plan) -> str:
    stranger = isinstance(question.fact.kind, kinds.OnePerson) and plan.person(value) is None
    return ask.NOBODY if stranger else ""


def _not_known(key: str, values: Mapping[str, str], plan: Plan, errors: dict[str, str]) -> Answer[Any] | None:
    who = values.get(f"{key}#who", "")
    by = kinds.Day().parse(values.get(f"{key}#by", ""))
    if who not in dict(_finders(plan)):
        errors[f"{key}#who"] = ask.SAY_WHO
    if not isinstance(by, date):
        errors[f"{key}#by"] = by.sentence if values.get(f"{key}#by") else ask.SAY_WHEN
        return None
    return None if f"{key}#who" in errors else Answer(State.NOT_KNOWN, finds_out=who, by=by, fact=key)


def _finders(plan: Plan) -> tuple[tuple[str, str], ...]:
    """Those who can be asked to find something out."""
    return tuple((person.id, person.name) for person in plan.people if person.is_professional)


def _does_not_apply(key: str, values: Mapping[str, str], errors: dict[str, str]) -> Answer[Any] | None:
    reason = kinds.Words(longest=kinds.LONGEST_LINE).parse(values.get(f"{key}#why", ""))
    if not isinstance(reason, str):
        errors[f"{key}#why"] = reason.sentence if values.get(f"{key}#why") else ask.SAY_WHY_NOT
        return None
    return Answer(State.DOES_NOT_APPLY, reason=reason, fact=key)


def by_somebody(answer: Answer[Any], said_by: str, typed_by: str, today: date) -> Answer[Any]:
    """The answer, with whose word it is, who typed it and on which day."""
    return replace(answer, said_by=said_by, typed_by=typed_by, on=today)
