"""Whatever happens to a message, it stands there once; or, in Teams, never twice, and somebody is told."""

from tests.bot.core import Core
from tests.bot.jobs.matrix import PAGE, matrix, with_table


def test_the_kill_matrix_is_as_the_page_says_on_both_databases(each_core: Core) -> None:
    """Written by `make jobs-page`, and to be read before it is committed."""
    page = PAGE.read_text("utf8")
    made = matrix(each_core)
    assert with_table(page, made) == page
    assert "WRONG" not in made
