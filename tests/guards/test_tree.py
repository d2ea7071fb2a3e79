import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.guards.house import ROOT, every_file, place

# In halves, so that this file does not name them either.
REGISTRIES = ["pypi" + ".org", "python" + "hosted", "npm" + "js", "deb.debian" + ".org"]
LOCKS_WITH_ADDRESSES = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"}


def naming(words: Iterable[str]) -> list[str]:
    whole = {word: re.compile(rf"(?<![\w.]){re.escape(word)}(?!\w)") for word in words}
    texts = {place(file): file.read_text("utf8", "ignore") for file in every_file()}
    # Where there are many, a search for each is far quicker than one for any.
    return [
        name
        for name, text in texts.items()
        if any(word in text and pattern.search(text) for word, pattern in whole.items())
    ]


def beside(checkout: Path) -> list[str]:
    """The checkout and its neighbours: paths that mean something on this machine only."""
    at_the_top = checkout.parent == Path("/")
    return [] if at_the_top else [str(neighbour) for neighbour in checkout.parent.iterdir()]


@pytest.mark.skipif(not beside(ROOT), reason="at the top of a disk every path looks like ours")
def test_no_file_names_a_path_of_this_machine() -> None:
    assert naming(beside(ROOT)) == []


def test_no_file_names_a_package_registry() -> None:
    assert naming(REGISTRIES) == []


def test_no_lock_file_records_download_addresses() -> None:
    assert [place(file) for file in every_file() if file.name in LOCKS_WITH_ADDRESSES] == []


def test_requirements_say_what_to_install_and_not_from_where() -> None:
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    options = [line for line in lines if line.startswith("-")]
    assert options == []


def test_every_requirement_is_pinned_with_hashes() -> None:
    pins = re.split(r"\n(?=\w)", (ROOT / "requirements.txt").read_text())
    assert [pin for pin in pins if "==" not in pin or "--hash=sha256:" not in pin] == []
