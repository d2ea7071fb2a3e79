"""Small plan files, and the commands run on them."""

import json
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from bot.cli import main

PEOPLE = [
    {"id": "robin", "name": "Robin", "role": "child"},
    {"id": "mum", "name": "Mum", "role": "parent", "contact": "safe", "gets_sheet": "by hand"},
    {"id": "dad", "name": "Dad", "role": "parent", "contact": "safe"},
    {"id": "sam", "name": "Sam", "role": "youth justice worker", "lead": True, "phone": "01632 960002"},
]
ORDER = {"kind": "dto", "middle_date": "2026-06-30"}
MEETINGS = [{"id": "m", "kind": "first", "on": "2026-01-05", "closed_on": "2026-01-05"}]
NO_HOME = {
    "reference": "OAK-417",
    "first_name": "Robin",
    "people": PEOPLE,
    "meetings": MEETINGS,
    "facts": {"order": ORDER, "home": {"address_agreed": "no"}, "child": {"wants": "To cook"}},
}


def dayone(*words: object) -> Result:
    """Run the command as typed. Anything but a clean exit is an error of ours."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    return result


def written(folder: Path, plan: Any) -> Path:
    """`plan` as a file: JSON values, or text or bytes as they stand."""
    file = folder / "plan.json"
    if isinstance(plan, bytes):
        file.write_bytes(plan)
    else:
        file.write_text(plan if isinstance(plan, str) else json.dumps(plan), "utf8")
    return file
