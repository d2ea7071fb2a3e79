"""A throwaway PostgreSQL server, and fresh databases on it."""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from tests.machine import need

SETTINGS = "-c listen_addresses='' -c fsync=off -c full_page_writes=off -c synchronous_commit=off"


class Postgres:
    """A running server that listens on a socket in its own folder, and nowhere else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def create(self, template: str = "template0") -> str:
        """The name of a new database, a copy of `template`, to which nobody may be connected."""
        name = f"test_{uuid4().hex}"
        self._run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, name: str) -> None:
        self._run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def _run(self, statement: str) -> None:
        # libpq finds the server by its folder; the test's own database is not there yet.
        where = {"host": str(self.folder), "user": "postgres", "dbname": "postgres"}
        with psycopg.connect(autocommit=True, **where) as connection:
            connection.execute(statement.encode())


@contextmanager
def running_server(programs: Path) -> Iterator[Postgres]:
    folder = Path(tempfile.mkdtemp(prefix="dayone-pg-"))
    identity = _an_ordinary_user(folder)
    data = folder / "data"

    def run(program: str, *arguments: str) -> None:
        command = [str(programs / program), "-D", str(data), *arguments]
        subprocess.run(command, check=True, cwd=folder, stdout=subprocess.DEVNULL, **identity)

    try:
        run("initdb", "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-locale", "--no-sync")
        options = f"-k {folder} {SETTINGS}"
        run("pg_ctl", "start", "-w", "-s", "-l", str(folder / "log"), "-o", options)
        try:
            yield Postgres(folder)
        finally:
            run("pg_ctl", "stop", "-w", "-s", "-m", "immediate")
    finally:
        shutil.rmtree(folder)


def _an_ordinary_user(folder: Path) -> dict[str, Any]:
    """PostgreSQL refuses to run as root, which is who CI is."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server: for a test that copies a database of its own with `create(template)`."""
    with running_server(need("PostgreSQL")) as server:
        yield server


@pytest.fixture
def postgres_url(postgres: Postgres) -> Iterator[str]:
    """A fresh, empty PostgreSQL database."""
    name = postgres.create()
    yield postgres.url(name)
    postgres.drop(name)
