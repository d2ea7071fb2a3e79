"""A step as a form, made from the declarations of its facts; and the form that comes back, read."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from bot.conversation.day_field import Told, read_day
from bot.conversation.fact_field import (
    OPTIONS,
    YES_NO,
    control_of,
    finders,
    options_of,
    own_options,
    value_of,
)
from bot.conversation.typed_dates import Near
from bot.messages.form import AskAgain, Control, Field
from bot.messages.meeting import questions as ask
from planning_rules.facts import kinds
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.question import Question
from planning_rules.facts.step import Step
from planning_rules.plan import Plan
from planning_rules.refusal import Refusal

Errors = dict[str, str | AskAgain]


def fields_of(
    step: type[Step], asked: Sequence[Question], plan: Plan, finder: str = "", by: date | None = None
) -> list[Field]:
    """The fields of a form that asks these questions of one step.

    Whoever is the most likely `finder` of what is not known yet is filled in, and `by` when.
    """
    decisive = {fact for other in step.facts() if other.when for fact in other.when.facts}
    return [
        field
        for question in asked
        for field in fields_for(question, plan, question.fact in decisive, finder, by)
    ]


def fields_for(
    question: Question, plan: Plan, redraws: bool, finder: str = "", by: date | None = None
) -> list[Field]:
    """The control for one fact, and those that follow from "not known yet" and "does not apply".

    Before anybody is on the case there is nobody to find out, so the control stands alone.
    """
    answer = plan.answer(question.key)
    main = _main(question, plan, answer, redraws)
    if not plan.people:
        return [replace(main, options=tuple(own_options(question, plan).items()))]
    fields, decided_by = [main], main.name
    if main.control not in OPTIONS:
        decided_by = f"{question.key}#or"
        value = str(answer.state) if str(answer.state) in ask.OTHERWISE else ""
        fields.append(Field(decided_by, ask.INSTEAD, Control.SELECT, tuple(ask.OTHERWISE.items()), value))
    found = answer if answer.is_not_known else replace(answer, finds_out=finder, by=by)
    fields += _follow_ups(question.key, decided_by, found, plan)
    return [replace(field, section=ask.SECTIONS.get(question.fact.asked, "")) for field in fields]


def read_answers(
    asked: Sequence[Question], values: Mapping[str, str], plan: Plan, today: date
) -> tuple[dict[str, Answer[Any]], Errors]:
    """What was answered, by key, and what is wrong or not certain, by field. An empty field answers nothing.

    `plan` is as it was when the form was opened.
    """
    answers: dict[str, Answer[Any]] = {}
    errors: Errors = {}
    for question in asked:
        read = _read(question, values, plan, today, errors)
        if read is not None:
            answers[question.key] = read
    return answers, errors


def _main(question: Question, plan: Plan, answer: Answer[Any], redraws: bool) -> Field:
    control = control_of(question)
    return Field(
        question.key,
        question.words(plan),
        control,
        options_of(question, plan, control),
        value_of(question, answer, control),
        question.fact.help,
        longest=question.fact.kind.longest,
        redraws=redraws,
    )


def _follow_ups(key: str, decided_by: str, answer: Answer[Any], plan: Plan) -> list[Field]:
    unknown, other = (decided_by, (State.NOT_KNOWN,)), (decided_by, (State.DOES_NOT_APPLY,))
    by = answer.by.isoformat() if answer.by else ""
    who_can = finders(plan)
    return [
        Field(f"{key}#who", ask.WHO_FINDS_OUT, Control.SELECT, who_can, answer.finds_out, only_if=unknown),
        Field(f"{key}#by", ask.BY_WHEN, Control.DATE, value=by, only_if=unknown),
        Field(f"{key}#why", ask.WHY_NOT, Control.LINE, value=answer.reason, longest=150, only_if=other),
    ]


def _read(
    question: Question, values: Mapping[str, str], plan: Plan, today: date, errors: Errors
) -> Answer[Any] | None:
    key = question.key
    typed = values.get(key, "").strip("\n")
    picked = typed if control_of(question) in OPTIONS and typed in ask.OTHERWISE else ""
    outcome = values.get(f"{key}#or", "") or picked
    if values.get(f"{key}#or", "") and typed.strip() and not _as_shown(question, typed, plan):
        errors[f"{key}#or"] = ask.ONE_OF_THE_TWO
        return None
    match outcome:
        case State.NOT_KNOWN:
            return _not_known(key, values, plan, today, errors)
        case State.DECLINED:
            return Answer(State.DECLINED, fact=key)
        case State.DOES_NOT_APPLY:
            return _does_not_apply(key, values, errors)
    if not typed.strip():
        emptied = isinstance(question.fact.kind, kinds.Ticks) and key in values and plan.answer(key).is_given
        return Answer(State.GIVEN, (), fact=key) if emptied else None
    if isinstance(question.fact.kind, kinds.Day):
        told = _day(key, typed, today, errors, Near.PAST if question.fact.kind.past else Near.COMING)
        if told is None and isinstance(wrong := errors[key], str):
            errors[key] = f"{wrong} {ask.NO_DAY_YET}"
        return Answer(State.GIVEN, told.day, typed=told.words, fact=key) if told else None
    yes_no = isinstance(question.fact.kind, kinds.YesNo)
    if yes_no and typed in YES_NO:
        return Answer(State(typed), fact=key)
    value = Refusal(ask.YES_OR_NO) if yes_no else question.fact.kind.parse(typed)
    problem = getattr(value, "sentence", "") or _nobody(question, value, plan)
    if problem:
        errors[key] = problem
        return None
    return Answer(State.GIVEN, value, fact=key)


def _as_shown(question: Question, typed: str, plan: Plan) -> bool:
    """A form may show a day in another way than the one in which it is kept."""
    answer, kind = plan.answer(question.key), question.fact.kind
    if isinstance(kind, kinds.Day) and answer.is_given:
        return kind.parse(typed) == answer.value
    return typed.strip() == value_of(question, answer, control_of(question))


def _day(name: str, typed: str, today: date, errors: Errors, near: Near, future: bool = False) -> Told | None:
    read = read_day(typed, today, near, future)
    if isinstance(read, Told):
        return read
    errors[name] = read.sentence if isinstance(read, Refusal) else read
    return None


def _nobody(question: Question, value: Any, plan: Plan) -> str:
    stranger = isinstance(question.fact.kind, kinds.OnePerson) and plan.person(value) is None
    return ask.NOBODY if stranger else ""


def _not_known(
    key: str, values: Mapping[str, str], plan: Plan, today: date, errors: Errors
) -> Answer[Any] | None:
    who, when = values.get(f"{key}#who", ""), values.get(f"{key}#by", "")
    by = _day(f"{key}#by", when, today, errors, Near.COMING, future=True)
    if not when.strip():
        errors[f"{key}#by"] = ask.SAY_WHEN
    if who not in dict(finders(plan)):
        errors[f"{key}#who"] = ask.SAY_WHO
        return None
    return Answer(State.NOT_KNOWN, finds_out=who, by=by.day, typed=by.words, fact=key) if by else None


def _does_not_apply(key: str, values: Mapping[str, str], errors: Errors) -> Answer[Any] | None:
    reason = kinds.Words(longest=kinds.LONGEST_LINE).parse(values.get(f"{key}#why", ""))
    if not isinstance(reason, str):
        errors[f"{key}#why"] = reason.sentence if values.get(f"{key}#why") else ask.SAY_WHY_NOT
        return None
    return Answer(State.DOES_NOT_APPLY, reason=reason, fact=key)


def by_somebody(answer: Answer[Any], said_by: str, typed_by: str, today: date) -> Answer[Any]:
    """The answer, with whose word it is, who typed it and on which day."""
    return replace(answer, said_by=said_by, typed_by=typed_by, on=today)
