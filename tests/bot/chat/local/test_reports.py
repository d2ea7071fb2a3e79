"""What is known of a service, to print and as a table, on the local page."""

import pytest
from flask.testing import FlaskClient

from bot.chat.local.app import create_app
from tests.bot.chat.local.visitor import OUR_PAGE
from tests.bot.core import OAK, Core


@pytest.fixture
def client(core: Core) -> FlaskClient:
    return create_app(core.day_one).test_client()


def at(core: Core, who: str, report: str) -> str:
    return f"/as/{core.people[who]}/sheet/{report}"


def test_a_manager_prints_the_digest_and_fetches_its_table(core: Core, client: FlaskClient) -> None:
    page = client.get(at(core, "Morgan", "digest/all"))
    assert OAK in page.text
    assert client.get(at(core, "Morgan", "digest/all/pdf")).data.startswith(b"%PDF")
    table = client.get(at(core, "Morgan", "digest/all/table"))
    assert table.headers["Content-Disposition"] == 'attachment; filename="digest.csv"'
    assert table.mimetype == "text/csv"
    assert f"\r\n{OAK}," in table.text


def test_the_digest_leads_to_both(core: Core, client: FlaskClient) -> None:
    morgan = core.people["Morgan"]
    client.post(f"/as/{morgan}/say", data={"text": "digest", "request": "once"}, headers=OUR_PAGE)
    page = client.get(f"/as/{morgan}").text
    for way in ("digest/all/pdf", "digest/all/table"):
        assert f'href="{at(core, "Morgan", way)}"' in page


@pytest.mark.parametrize("form", ["", "/pdf", "/text", "/table"])
def test_nobody_else_gets_it(core: Core, client: FlaskClient, form: str) -> None:
    answer = client.get(at(core, "Sam", f"digest/all{form}"))
    assert answer.status_code == 403
    assert "Only a manager" in answer.text
    assert OAK not in answer.text


@pytest.mark.parametrize(
    ("report", "status"), [("nothing/all", 404), ("nothing/all/table", 404), (f"{OAK}/child/table", 403)]
)
def test_what_is_no_report_is_not_found(core: Core, client: FlaskClient, report: str, status: int) -> None:
    assert client.get(at(core, "Morgan", report)).status_code == status
