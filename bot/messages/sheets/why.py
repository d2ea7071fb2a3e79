"""Why the plan is not what the child asked for: who tells them, and when."""

from datetime import date

from bot.messages.sheets.names import helper, is_child, whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.facts.home import Home
from planning_rules.parts import Action, Progress
from planning_rules.plan import Plan

# The rule whose gap is closed once somebody has explained it.
_EXPLAINS = "ACC07"
_BY = "{who} will tell you why by {day}."
_SOME_DAY = "{who} will tell you why. We still need to agree a day."
_ASKED = "We have asked {who} to tell you why. Ask {ask} when."
_LATE = "{who} was going to tell you why by {day}. Ask {ask}."
_NOBODY = "You have a right to know why. Ask {ask}."


def is_owed_a_reason(plan: Plan) -> bool:
    """The child asked for something else, and it is not recorded that anybody told them why."""
    return (
        plan.home.child_wants.choice == "different"
        and not plan.answer_to(Home.difference_explained).is_settled
    )


def who_tells_why(plan: Plan, reader: Reader, day: date) -> str:
    """Who took it on and by when, else that the child has a right to know."""
    ask, action = whom_to_ask(plan, day), _to_explain(plan, reader, day)
    if action is None:
        return reader.says(_NOBODY, ask=ask)
    return reader.says(_words(action, day), who=plan.called(action.owner), day=action.by or day, ask=ask)


def said_with_the_home(plan: Plan, reader: Reader, day: date) -> Action | None:
    """The action that stands where the child reads of their home, and so in no list as well."""
    told = reader.may_read(Home.child_wants) and is_owed_a_reason(plan)
    return _to_explain(plan, reader, day) if told else None


def _to_explain(plan: Plan, reader: Reader, day: date) -> Action | None:
    for action in plan.actions:
        owner = helper(plan, action.owner, day)
        if owner and not is_child(owner) and _explains(action) and reader.may_read_action(action, plan):
            return action
    return None


def _words(action: Action, day: date) -> str:
    if action.is_late(day):
        return _LATE
    if action.progress is Progress.OFFERED:
        return _ASKED
    return _BY if action.by else _SOME_DAY


def _explains(action: Action) -> bool:
    return action.closes == _EXPLAINS and action.is_owed
