"""Slack: a document as messages of blocks, a form as modals, and what was typed into them read back."""

from bot.render.slack.controls import values_of
from bot.render.slack.messages import PRINTS, SAYS, messages
from bot.render.slack.modals import CALLBACK, Opened, modals, opened

__all__ = ["CALLBACK", "PRINTS", "SAYS", "Opened", "messages", "modals", "opened", "values_of"]
