from pathlib import Path

import pytest
from sqlalchemy import create_engine

from tests.no_database import PURE, DatabaseOpened, databases_closed

OPENS_A_DATABASE = """
    from sqlalchemy import create_engine

    def test_that_opens_a_database():
        engine = create_engine("sqlite://")
        engine.connect().close()
        engine.dispose()
"""


def run_a_test_that_opens_a_database(pytester: pytest.Pytester, folder: Path) -> pytest.RunResult:
    made = pytester.makepyfile(OPENS_A_DATABASE)
    where = pytester.path / folder
    where.mkdir(parents=True)
    made.rename(where / "test_opens.py")
    return pytester.runpytest("-p", "tests.no_database")


@pytest.mark.parametrize("folder", PURE, ids=str)
def test_a_pure_test_that_opens_a_database_fails_and_says_why(
    pytester: pytest.Pytester, folder: Path
) -> None:
    result = run_a_test_that_opens_a_database(pytester, folder)
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(["*This test opened a database, and what it tests is pure.*"])


def test_a_storage_test_may_open_a_database(pytester: pytest.Pytester) -> None:
    result = run_a_test_that_opens_a_database(pytester, Path("tests/storage"))
    result.assert_outcomes(passed=1)


@pytest.mark.parametrize("url", ["sqlite://", "postgresql+psycopg://postgres@/anything"])
def test_an_engine_is_closed_where_pure(url: str) -> None:
    with databases_closed(), pytest.raises(DatabaseOpened):
        create_engine(url).connect()
