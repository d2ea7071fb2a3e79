"""Every sentence that stands in our code: to whomever it is said, in whatever medium."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.guards.house import PACKAGES, ROOT, modules, place

_FILLED_IN = re.compile("(\\w?)\0+(\\w?)")
_ON_SHEETS = ROOT / "bot" / "messages" / "sheets"
_FOR_WORKERS = ("worker.py", "held_back.py", "paper.py")


def sentences(file: Path) -> Iterator[tuple[str, str]]:
    """Where each sentence stands and what it says: text that ends as a sentence does, without docstrings."""
    tree = ast.parse(file.read_text("utf8"))
    passed = {id(part) for node in ast.walk(tree) for part in _not_said(node)}
    for node in ast.walk(tree):
        said = "" if id(node) in passed else _text(node)
        if " " in said and said.rstrip().endswith((".", "?", "!")):
            yield f"{place(file)}:{node.lineno}", said  # type: ignore[attr-defined]


def on_sheets() -> list[Path]:
    return [file for file in sorted(_ON_SHEETS.glob("*.py")) if file.name not in _FOR_WORKERS]


def elsewhere() -> list[Path]:
    return [file for file in modules(*PACKAGES) if file not in on_sheets() and "migrations" not in file.parts]


def _text(node: ast.AST) -> str:
    match node:
        case ast.Constant(value=str(said)):
            return said
        case ast.JoinedStr(values=parts):
            return _FILLED_IN.sub(_somebody, "".join(_text(part) or "\0" for part in parts))
    return ""


def _somebody(met: re.Match[str]) -> str:
    """A name where something is filled in; nothing where it is the end or the beginning of a word."""
    before, after = met.groups()
    return f"{before}{after}" if before or after else "Sam"


def _not_said(node: ast.AST) -> Iterator[ast.AST]:
    """Docstrings, what an exception or a log says to engineers, and the parts of a text that is filled in."""
    match node:
        case ast.Expr(value=ast.Constant() as docstring):
            yield docstring
        case ast.Raise(exc=ast.Call(args=said)):
            yield from said
        case ast.JoinedStr(values=parts):
            yield from parts
            yield from (inner for part in parts for inner in ast.walk(part))
