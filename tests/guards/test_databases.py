from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.machine import WANTED, missing, refuse_to_leave_out
from tests.postgres import Postgres, running_server


@pytest.mark.parametrize("attempt", [1, 2])
def test_every_test_gets_an_empty_database(database_url: str, attempt: int) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE child (name TEXT)"))
    engine.dispose()


def test_a_database_can_be_copied_from_another(postgres: Postgres) -> None:
    original = postgres.create()
    engine = create_engine(postgres.url(original))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE child (name TEXT)"))
    engine.dispose()

    copy = create_engine(postgres.url(postgres.create(template=original)))
    with copy.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM child")) == 0
    copy.dispose()


def test_the_server_leaves_nothing_behind(postgres: Postgres) -> None:
    programs = WANTED["PostgreSQL"]()
    assert programs
    with running_server(programs) as server:
        assert server.folder.exists()
    assert not server.folder.exists()


def absent() -> Path | None:
    return None


def test_what_is_not_installed_is_named() -> None:
    assert missing({"PostgreSQL": absent, "Chromium": Path}) == ["PostgreSQL"]


def test_what_is_not_installed_is_left_out() -> None:
    refuse_to_leave_out({"PostgreSQL": absent}, environ={})


def test_nothing_is_left_out_where_all_is_required() -> None:
    with pytest.raises(pytest.UsageError, match="not installed: PostgreSQL"):
        refuse_to_leave_out({"PostgreSQL": absent}, environ={"DAYONE_REQUIRE_ALL": "1"})
