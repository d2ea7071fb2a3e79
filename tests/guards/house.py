"""Where the house stands, and what is in it."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "planning_rules", "storage")

_IGNORED = [".git", *((ROOT / ".gitignore").read_text().replace("/\n", "\n").split())]


def every_file(folder: Path = ROOT) -> Iterator[Path]:
    """What git tracks or would track, without needing git, which a user may not have."""
    for entry in sorted(folder.iterdir()):
        if any(fnmatch(entry.name, pattern) for pattern in _IGNORED):
            continue
        if entry.is_dir():
            yield from every_file(entry)
        else:
            yield entry


def modules(*folders: str) -> list[Path]:
    return [file for name in folders for file in sorted((ROOT / name).rglob("*.py"))]


def place(file: Path) -> str:
    return str(file.relative_to(ROOT))
