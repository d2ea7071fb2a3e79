"""Calendar files on the page on this computer."""

from bot.chat.local.app import create_app
from tests.bot.chat.local.fake_core import FakeCore


def test_a_calendar_is_a_file_named_after_the_case() -> None:
    answer = create_app(FakeCore()).test_client().get("/as/sam/calendar/OAK-417")
    assert answer.text == "BEGIN:VCALENDAR"
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="OAK-417-calendar.ics"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_where_nothing_is_due_a_page_says_so() -> None:
    answer = create_app(FakeCore()).test_client().get("/as/sam/calendar/OAK-417/next")
    assert answer.status_code == 403
    assert "Nothing is due yet." in answer.text


def test_a_case_that_does_not_name_them_is_not_there() -> None:
    client = create_app(FakeCore()).test_client()
    for address in ("/as/sam/calendar/ELM-1", "/as/nobody/calendar/OAK-417", "/as/sam/calendar/ELM-1/next"):
        assert client.get(address).status_code == 404
