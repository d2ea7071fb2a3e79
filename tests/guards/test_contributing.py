"""What the guide says of adding questions and rules is so: it is done in a copy, and the files counted."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.guards.house import ROOT

GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf8")
HOME = Path("planning_rules/facts/home.py")
RULES = Path("planning_rules/gaps/home.py")
EXAMPLES = Path("planning_rules/gaps/home.toml")


def test_a_question_touches_one_file_and_a_rule_one_file_and_its_examples(tmp_path: Path) -> None:
    question, rule = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)
    (example,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    house = a_copy_of_the_house(tmp_path)

    append(house / HOME, question)
    assert changed(house) == {HOME}
    assert "home.moved_often" in run(house, "-c", EVERYWHERE)

    append(house / RULES, f"\n\n{rule}")
    append(house / EXAMPLES, f"\n{example}")
    assert changed(house) == {HOME, RULES, EXAMPLES}
    assert "ACC99" in run(house, "-m", "bot.cli", "rules")
    assert " passed" in run(
        house, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "tests/planning_rules/test_rules.py"
    )


# The question is in the plan file's schema and in the form of its step; it reads to the child.
EVERYWHERE = """
from datetime import date
from bot.conversation.asking import questions
from planning_rules.facts.home import Home
from planning_rules.plan import Plan
from planning_rules.plan_file import read_plan, schema
from planning_rules.stages import FIRST_ONLY

fact = Home.moved_often
assert "moved_often" in schema()["properties"]["facts"]["properties"]["home"]["properties"]
assert fact in [question.fact for question in questions(Plan(), Home, FIRST_ONLY, date(2026, 3, 2))]
plan = read_plan('{"facts": {"home": {"moved_often": "yes"}}}')
assert fact.wording(plan.home.moved_often) == ["You have moved a lot. We will try to make this home last."]
print(fact.key)
"""


def a_copy_of_the_house(to: Path) -> Path:
    house = to / "house"
    for folder in ("bot", "planning_rules", "storage", "tests"):
        shutil.copytree(ROOT / folder, house / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", house)
    return house


def append(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf8") + text, "utf8")


def changed(house: Path) -> set[Path]:
    """The files of the copy that are not as in the house itself."""
    files = [file.relative_to(house) for file in house.rglob("*") if file.suffix in (".py", ".toml")]
    return {file for file in files if (house / file).read_bytes() != (ROOT / file).read_bytes()}


def run(house: Path, *arguments: str) -> str:
    ran = subprocess.run([sys.executable, *arguments], cwd=house, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout
