"""A post of which Teams did not say whether it took it: whoever has looked may have it posted again."""

from bot.conversation.calls import Call
from bot.conversation.heard import Outcome
from bot.messages import channels
from bot.messages.acts import Act
from bot.use_cases.handlers import Answered, said
from bot.use_cases.the_case import TheCase
from storage import deliveries


@said("again", act=Act.SHARE, changes=True)
def post_again(case: TheCase, call: Call) -> Answered:
    """Nothing, where it was found meanwhile: then it stands there."""
    turn, why = case.turn, channels.MAY_HAVE_IT.code
    lost = [one for one in deliveries.of(turn.tx, case.case.id) if one.sending and one.why == why]
    for one in lost:
        deliveries.BOX.again(turn.tx, one.id, turn.now, why)
        turn.note("posted-again", case.case, str(one.post_id))
    return Outcome((channels.posted_again(case.reference, len(lost)),), reference=case.reference)
