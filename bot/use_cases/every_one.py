"""Importing this enters every use case in the handlers."""

from bot.use_cases import actions, cases, clashes, gaps, joining, meetings, people, sheets, steps

__all__ = ["actions", "cases", "clashes", "gaps", "joining", "meetings", "people", "sheets", "steps"]
