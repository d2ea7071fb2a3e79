"""Importing this enters every use case in the handlers."""

from bot.use_cases import (  # noqa: F401
    actions,
    cases,
    channel,
    clashes,
    dates,
    gaps,
    half_typed,
    joining,
    meetings,
    people,
    sheets,
    staff,
    steps,
)
