"""Small files and small functions: the reason stands beside each exception."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.guards.house import PACKAGES, modules, place

LINES_OF_A_FILE = 200
LINES_OF_A_FUNCTION = 40

LONG_FILES: dict[str, str] = {}
LONG_FUNCTIONS: dict[str, str] = {}


def our_modules() -> list[Path]:
    return [file for file in modules(*PACKAGES) if "migrations" not in file.parts]


def long_functions(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            last = node.end_lineno or node.lineno
            if last - node.lineno + 1 > LINES_OF_A_FUNCTION:
                yield f"{place(file)}:{node.name}"


def test_no_file_is_long_without_a_reason() -> None:
    long = {
        place(file) for file in our_modules() if len(file.read_text("utf8").splitlines()) > LINES_OF_A_FILE
    }
    assert long == set(LONG_FILES)


def test_no_function_is_long_without_a_reason() -> None:
    long = {name for file in our_modules() for name in long_functions(file)}
    assert long == set(LONG_FUNCTIONS)
