"""Whatever is said to anybody can be drawn in every medium, whole, and within each medium's limits."""

from bot.messages.document import Document
from bot.messages.form import Form
from bot.render import slack, teams
from bot.render.html import render_document, render_form
from bot.render.text import document_text, form_text
from tests.bot.render.slack_limits import check_message, check_view
from tests.bot.render.teams_limits import check_card


def drawn_everywhere(shown: Document | Form) -> None:
    """Draw it as text, as HTML, for Slack and Teams. Raises AssertionError where a medium would refuse it."""
    if isinstance(shown, Form):
        assert form_text(shown)
        assert render_form(shown, action="/fill", change="/change", hidden={})
        for view in slack.modals([shown]):
            check_view(view)
        for card in teams.screens([shown]):
            check_card(card)
        return
    assert document_text(shown)
    assert render_document(shown, press="press", prints=lambda block: "/sheet")
    for message in slack.messages(shown):
        check_message(message)
    for card in teams.cards(shown):
        check_card(card)
