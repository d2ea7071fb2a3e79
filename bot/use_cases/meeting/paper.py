"""One topic on paper, to fill in by hand; it is typed into its form afterwards, in the same order."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.conversation.on_paper import on_paper
from bot.messages import refusals
from bot.messages.document import Document
from bot.messages.meeting import on_paper as say
from bot.messages.meeting import steps
from bot.messages.sheets.paper import paper
from bot.use_cases.handlers import Answered, said
from bot.use_cases.may import may_see_private
from bot.use_cases.meeting.step_questions import all_of, asked_in
from bot.use_cases.meeting.steps import step_meant
from bot.use_cases.the_case import TheCase
from bot.use_cases.ways_back import way_back
from planning_rules.facts import STEPS
from planning_rules.facts.step import Step
from planning_rules.refusal import Refusal

PRIVATE = "private"


@said("paper")
def preview(case: TheCase, call: Call) -> Answered:
    """One topic as it would be printed; where it is not said which, what there is to print."""
    words = call.words[1:]
    if not words:
        return _topics(case)
    private = len(words) > 1 and words[-1].lower() == PRIVATE
    step = _step(case, words[:-1] if private else words, private)
    if isinstance(step, Refusal | Outcome):
        return step
    also = not private and step in _private(case)
    sheet = _sheet(case, step, private)
    return say.paper(sheet, case.reference, step, private, also, case.meeting is not None, way_back(case))


def paper_sheet(case: TheCase, named: str) -> Document | Refusal:
    """A topic to print by its name, "health" or, with its private questions, "health:private"."""
    key, _, private = named.partition(":")
    step = _step(case, (key,), private == PRIVATE)
    if isinstance(step, Outcome):
        return refusals.no_meeting(case.reference)
    return step if isinstance(step, Refusal) else _sheet(case, step, private == PRIVATE)


def _step(case: TheCase, words: tuple[str, ...], private: bool) -> type[Step] | Refusal | Outcome:
    return step_meant(case, Call(PRIVATE if private else "step", (case.reference, *words)))


def _sheet(case: TheCase, step: type[Step], private: bool) -> Document:
    """That somebody looked at it is noted."""
    case.turn.note("looked-at-paper", case.case, step.key)
    return _private_sheet(case, step) if private else _open_sheet(case, step)


def _open_sheet(case: TheCase, step: type[Step]) -> Document:
    asked = asked_in(case, step, "step", case.plan)
    keys = {question.key for question in asked}
    known = {one.key for one in all_of(case, step, "step", case.plan) if case.plan.answer(one.key).is_asked}
    could_ask = all_of(case, step, "step", case.plan, whatever_is_answered=True)
    unknown = [one for one in could_ask if one.key in keys or not _is_known(case, one.key)]
    intro = steps.intro(step, len(known - keys))
    return paper(case.plan, step, on_paper(case.plan, asked, unknown), intro, private=False)


def _private_sheet(case: TheCase, step: type[Step]) -> Document:
    """As if nothing of it were answered: which questions stand on it would tell what the answers are."""
    could_ask = all_of(case, step, PRIVATE, case.plan, whatever_is_answered=True)
    keys = {question.key for question in could_ask}
    without = {key: answer for key, answer in case.plan.answers.items() if key not in keys}
    unanswered = replace(case.plan, answers=without)
    asked = all_of(case, step, PRIVATE, unanswered)
    return paper(unanswered, step, on_paper(unanswered, asked, could_ask), steps.intro(step, 0), private=True)


def _is_known(case: TheCase, key: str) -> bool:
    answer = case.plan.answer(key)
    return answer.is_asked and not answer.is_not_known


def _topics(case: TheCase) -> Document:
    asking = [step for step in STEPS if asked_in(case, step, "step", case.plan)]
    return say.topics(case.reference, asking, _private(case), case.meeting is not None, way_back(case))


def _private(case: TheCase) -> list[type[Step]]:
    """The topics whose private questions are open to this person."""
    mine = (step for step in STEPS if may_see_private(case.me, step.key))
    return [step for step in mine if all_of(case, step, PRIVATE, case.plan)]
