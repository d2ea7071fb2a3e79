"""Importing this enters every use case in the handlers."""

from bot.use_cases import (  # noqa: F401
    actions,
    agenda,
    cases,
    channel,
    clashes,
    dates,
    gaps,
    giving,
    half_typed,
    hard_words,
    joining,
    meetings,
    miles,
    paper,
    people,
    ready,
    rule_report,
    sheets,
    staff,
    steps,
)
