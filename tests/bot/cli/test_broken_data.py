"""Data and databases that cannot be opened get a sentence."""

import sqlite3
from pathlib import Path

import pytest

from storage import make_key
from tests.bot.cli.plan_files import dayone


def test_a_file_that_is_no_database_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "dayone.sqlite3").write_text("not a database " * 100)
    assert dayone("local", "--data", tmp_path, "--port", "0").exit_code == 1


def test_a_database_of_a_newer_program_gets_a_sentence(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "dayone.sqlite3") as connection:
        connection.execute("CREATE TABLE alembic_version (version_num VARCHAR(32))")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()
    assert dayone("local", "--data", tmp_path, "--port", "0").exit_code == 1


@pytest.mark.parametrize(
    "url", ["sqlite:////nowhere/at/all/x.sqlite", "postgresql://sam:hunter2@127.0.0.1:1/x"]
)
def test_a_database_that_cannot_be_reached_gets_a_sentence(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DAYONE_DATABASE_URL", url)
    monkeypatch.setenv("DAYONE_KEYS", make_key("first"))
    assert dayone("migrate").exit_code == 1
