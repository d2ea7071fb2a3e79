"""Two servers on one SQLite database would not know of each other's work: the second is refused."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.one_process import InUse, alone_with

HOLDS = """
import sys
from storage.one_process import alone_with
with alone_with(sys.argv[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def holder(url: str) -> "subprocess.Popen[str]":
    """Another process that has the database."""
    words = [sys.executable, "-c", HOLDS, url]
    running = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert running.stdout
    assert running.stdout.readline() == "held\n"
    return running


def take(url: str) -> None:
    with alone_with(url):
        pass


def test_a_second_process_is_refused_with_a_sentence(sqlite_url: str) -> None:
    with holder(sqlite_url), pytest.raises(InUse, match="stop the other one first, or use PostgreSQL"):
        take(sqlite_url)


def test_by_another_name_it_is_the_same_database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.sqlite").symlink_to(tmp_path / "dayone.sqlite")
    with holder("sqlite:///dayone.sqlite"):
        for name in (f"{tmp_path}/dayone.sqlite", f"{tmp_path}/x/../dayone.sqlite", "link.sqlite"):
            with pytest.raises(InUse):
                take(f"sqlite:///{name}")


@pytest.mark.parametrize("ends", [signal.SIGTERM, signal.SIGKILL])
def test_it_is_free_again_however_the_process_ended(sqlite_url: str, ends: signal.Signals) -> None:
    with holder(sqlite_url) as running:
        os.kill(running.pid, ends)
    take(sqlite_url)
    take(sqlite_url)


def test_another_database_is_another_matter(tmp_path: Path) -> None:
    with holder(f"sqlite:///{tmp_path}/one"):
        take(f"sqlite:///{tmp_path}/another")


def test_on_postgresql_there_may_be_many() -> None:
    with alone_with("postgresql://nobody@nowhere/x"), alone_with("postgresql://nobody@nowhere/x"):
        pass


def test_a_folder_that_is_not_there_is_no_other_process(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        take(f"sqlite:///{tmp_path}/nowhere/db")
