import subprocess
import sys
from pathlib import Path

from tests.guards.house import ROOT

LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")


def test_imports_run_one_way() -> None:
    """The contracts, and what each is for, stand in pyproject.toml."""
    command = [str(LINT_IMPORTS), "--no-cache", "--no-logo"]
    checked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout + checked.stderr
