"""Teams: a document as Adaptive Cards, what one person is shown with a form, and what comes back read."""

from bot.render.teams.actions import (
    FETCHES,
    FORM,
    PAGES,
    PRINTS,
    REDRAWS,
    SAYS,
    Sent,
    in_a_dialog,
    opening_dialogs,
    sent,
    values_of,
)
from bot.render.teams.cards import cards
from bot.render.teams.screens import asked_in, screens

__all__ = [
    "FETCHES",
    "FORM",
    "PAGES",
    "PRINTS",
    "REDRAWS",
    "SAYS",
    "Sent",
    "asked_in",
    "cards",
    "in_a_dialog",
    "opening_dialogs",
    "screens",
    "sent",
    "values_of",
]
