"""Which tests are traced where coverage is measured. Tracing takes as long again as the tests do."""

from collections.abc import Generator, Iterable

import pytest

_UNTRACED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where one test goes the same way, another is not traced.

    Each example of a rule goes a way of its own. Another test does so seldom with other values, and never
    on another database; what hypothesis thinks of, and what is done in a browser, plainer tests do too.
    """
    traced: set[str] = set()
    for item in items:
        test, _, values = item.nodeid.partition("[")
        is_example = "planning_rules" in item.path.parts
        again = test in traced and not is_example
        item.stash[_UNTRACED] = again or _is_of_many(item) or "postgres" in values or _has(item, "browser")
        traced.add(test)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Not even its fixtures are, nor what pytest does with it."""
    coverage = item.config.pluginmanager.get_plugin("_cov")
    measures = coverage.cov_controller if coverage else None
    if measures is None or not item.stash[_UNTRACED]:
        return (yield)
    measures.pause()
    try:
        return (yield)
    finally:
        measures.resume()


def _is_of_many(item: pytest.Item) -> bool:
    return getattr(getattr(item, "function", None), "is_hypothesis_test", False)


def _has(item: pytest.Item, fixture: str) -> bool:
    names: Iterable[str] = getattr(item, "fixturenames", ())
    return fixture in names
