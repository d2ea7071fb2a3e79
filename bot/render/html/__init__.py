"""Documents and forms as HTML: fragments for the chat page, and one page by itself for printing."""

from bot.render.html.documents import render_document
from bot.render.html.forms import render_form
from bot.render.html.pages import SHEET_STYLE, STYLE, page

__all__ = ["SHEET_STYLE", "STYLE", "page", "render_document", "render_form"]
