"""Slack: a document as messages of blocks, what is shown as modals, and a modal sent in read back."""

from bot.render.slack.controls import element_type, values_of
from bot.render.slack.messages import FETCHES, PRINTS, SAYS, messages
from bot.render.slack.modals import FORM, PAGES, READ, Opened, home, modals, opened

__all__ = [
    "FETCHES",
    "FORM",
    "PAGES",
    "PRINTS",
    "READ",
    "SAYS",
    "Opened",
    "element_type",
    "home",
    "messages",
    "modals",
    "opened",
    "values_of",
]
