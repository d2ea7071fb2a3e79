"""What is not done yet in a topic, as one short list: a long row reads as if it were the child's fault."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.messages.document import Block, Pictured
from bot.messages.sheets.names import whom_to_ask
from bot.messages.sheets.readers import Reader
from planning_rules.plan import Plan

# From so many in one topic on.
MANY = 3
_OURS = "This is not done yet. It is our job to do it. Ask {ask} about it:"
# Where nothing more is known of it, no day and no person, than that it is open.
_SHORT = {
    "We still need to tell you what help you have a right to.": "What help you have a right to.",
    "We still need to tell you who can help if something is wrong.": "Who can help if something is wrong.",
    "We still need to ask if you prefer Welsh or English.": "If you prefer Welsh or English.",
    "We still need to plan who helps you when your sentence ends.": "Who helps you when your sentence ends.",
    "We still need to plan who helps you when you are 18.": "Who helps you when you are 18.",
    "We still need to plan who helps you now that you are 18.": "Who helps you now that you are 18.",
    "We still need a plan in case you can leave from court.": "A plan in case you can leave from court.",
    "We still need to plan where you live after that.": "Where you live after that.",
    "We still need to help you get ready to live on your own.": "Help to get ready to live on your own.",
    "We still need to write down your address.": "Your address.",
    "Your address is not agreed yet.": "Your address.",
    "We still need to write down where this is.": "Where this is.",
    "We still need to ask if you can go there.": "If you can go there.",
    "We still need to write down the day you start.": "The day you start.",
    "We still need to find things for you to do until it starts.": "Things to do until it starts.",
    "We still need to plan something for your free time.": "Something for your free time.",
    "We still need to book your exam or card.": "Your exam or card.",
    "We still need to find someone to talk with you about courses and jobs.": (
        "Someone to talk with you about courses and jobs."
    ),
    "We still need to check if you will have internet at home.": "If you will have internet at home.",
    "We still need to find someone to help with how you feel.": "Someone to help with how you feel.",
    "We still need to find a health worker for you.": "A health worker for you.",
    "We still need to find someone to look after your health.": "Someone to look after your health.",
    "We still need to get your medicine ready for the day you leave.": "Medicine for the day you leave.",
    "We still need to plan help for you and your child.": "Help for you and your child.",
    "We still need to ask how you like us to talk with you.": "How you like us to talk with you.",
    "We still need to change how we talk with you.": "How we talk with you.",
    "We still need to find a doctor for you.": "A doctor for you.",
    "We still need a plan for how you and your family keep in touch.": (
        "How you and your family keep in touch."
    ),
    "We still need a plan for visits from your family.": "Visits from your family.",
    "We still need to talk about how it will feel to leave.": "How it will feel to leave.",
    "We still need to tell your family how you are.": "Telling your family how you are.",
    "We still need to find somebody who speaks both languages.": "Somebody who speaks both languages.",
    "We still need to plan who meets you on the day.": "Who meets you on the day.",
    "We still need to plan how you get home.": "How you get home.",
    "We still need to plan your first week.": "Your first week.",
    "We still need to write down your first week for you.": "Your first week.",
    "We still need to sort out money for you.": "Money for you.",
    "We still need to get you proof of who you are and a bank account.": (
        "Proof of who you are, and a bank account."
    ),
    "We still need to offer you help for after you leave.": "Help for after you leave.",
    "We still need a second plan for where you live.": "A second plan for where you live.",
    "We still need a second plan for school, training or work.": (
        "A second plan for school, training or work."
    ),
    "We still need a second plan for your health care.": "A second plan for your health care.",
    "We do not know yet which area you will live in.": "Which area you will live in.",
    "We do not know yet what your address will be.": "What your address will be.",
    "We do not know yet what the next step is.": "The next step to find your home.",
    "We do not know yet where it will be.": "Where it will be.",
    "We do not know yet when it starts.": "When it starts.",
    "We do not know yet how your family will help.": "How your family will help.",
    "We do not know yet how your family can visit.": "How your family can visit.",
    "We do not know yet how you will get home.": "How you will get home.",
    "We do not know yet who will see you on the day.": "Who will see you on the day.",
    "We do not know yet what your first week looks like.": "What your first week looks like.",
}
_DASH = "– "


def in_short(found: Sequence[Block], plan: Plan, reader: Reader, day: date) -> Iterator[Block]:
    """The same topic; where much of it is open, that stands at its end in one list."""
    ask = whom_to_ask(plan, day)
    short = {said: reader.says(brief) for said, brief in _told(reader, ask)}
    still_open = [block for block in found if isinstance(block, Pictured) and block.text in short]
    if len(still_open) < MANY:
        yield from found
        return
    yield from (block for block in found if block not in still_open)
    items = (f"{_DASH}{short[block.text]}" for block in still_open)
    yield Pictured("clock", "\n".join((reader.says(_OURS, ask=ask), *items)))


def _told(reader: Reader, ask: str) -> Iterator[tuple[str, str]]:
    """Each sentence as it may stand on this sheet: alone, or with whom to ask after it."""
    about_it = reader.says("Ask {ask} about this.", ask=ask)
    for said, brief in _SHORT.items():
        yield reader.says(said), brief
        yield f"{reader.says(said)} {about_it}", brief
