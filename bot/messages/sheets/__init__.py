"""What is printed of a plan: the child's sheet, a copy for an adult, and the workers' full plan."""

from bot.messages.sheets.adult import adult_sheet
from bot.messages.sheets.child import child_sheet
from bot.messages.sheets.held_back import held_back
from bot.messages.sheets.readers import Edition
from bot.messages.sheets.worker import worker_plan

__all__ = ["Edition", "adult_sheet", "child_sheet", "held_back", "worker_plan"]
