"""A manager's oversight: signed off with one press, and taken back with another."""

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.conversation.step_form import by_somebody
from bot.messages.acts import Act
from bot.messages.reports import overseeing as say
from bot.use_cases.handlers import Answered, said
from bot.use_cases.meeting.saving import record
from bot.use_cases.the_case import TheCase
from planning_rules.facts.answers import Answer, State
from planning_rules.facts.safety import Safety
from storage import answers

KEY = Safety.overseen.key


@said("oversee", act=Act.OVERSEE, changes=True)
def sign_off(case: TheCase, call: Call) -> Answered:
    """Keep that this manager has looked at how risk and safety are planned for."""
    record(case, by_somebody(Answer(State.YES, fact=KEY), case.me.id, case.me.id, case.today))
    return Outcome((say.looked_at(case.reference),), reference=case.reference)


@said("notoverseen", act=Act.OVERSEE, changes=True)
def take_back(case: TheCase, call: Call) -> Answered:
    """The answer as it was before, where nobody has given another since."""
    now = answers.latest(case.turn.tx, case.case.id, None).get(KEY)
    if now is None or not now.answer.is_yes or now.typed_by != case.turn.account.id:
        return say.nothing_to_take_back(case.reference)
    before = answers.as_of(case.turn.tx, case.case.id, None, now.version - 1).get(KEY)
    record(case, before.answer if before else Answer(fact=KEY))
    return Outcome((say.not_looked_at(case.reference),), reference=case.reference)
