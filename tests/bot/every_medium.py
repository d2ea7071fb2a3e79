"""Whatever is said to anybody can be drawn in every medium, whole, and within each medium's limits."""

from bot.messages.document import Document
from bot.messages.form import Form
from bot.render import slack
from bot.render.html import render_document, render_form
from bot.render.text import document_text, form_text
from tests.bot.render.slack_limits import check_message, check_view


def drawn_everywhere(shown: Document | Form) -> None:
    """Draw it as text, as HTML and for Slack. Raises AssertionError where a medium would refuse it."""
    if isinstance(shown, Form):
        assert form_text(shown)
        assert render_form(shown, action="/fill", change="/change", hidden={})
        for view in slack.modals([shown]):
            check_view(view)
        return
    assert document_text(shown)
    assert render_document(shown, press="press", prints=lambda block: "/sheet")
    for message in slack.messages(shown):
        check_message(message)
