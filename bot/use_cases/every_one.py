"""Importing this enters every use case in the handlers."""

from bot.use_cases import (  # noqa: F401
    cases,
    channel,
    dates,
    gaps,
    half_typed,
    miles,
)
from bot.use_cases.meeting import (  # noqa: F401
    agenda,
    attending,
    clashes,
    meetings,
    minutes,
    paper,
    room,
    steps,
)
from bot.use_cases.people import (  # noqa: F401
    joining,
    leading,
    leaving,
    people,
    staff,
)
from bot.use_cases.promises import (  # noqa: F401
    actions,
    reminding,
    snoozing,
)
from bot.use_cases.reports import (  # noqa: F401
    board,
    digest,
    overseeing,
    quarterly,
    rule_report,
    service_settings,
    updates,
)
from bot.use_cases.sending import (  # noqa: F401
    posting_again,
)
from bot.use_cases.sheets import (  # noqa: F401
    giving,
    hard_words,
    ready,
    sheets,
)
