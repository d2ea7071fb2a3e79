"""python -m tests.bot.jobs.write_page: the kill matrix in docs/jobs.md, afresh."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bot.core import open_core
from tests.bot.jobs.matrix import PAGE, matrix, with_table


def main() -> None:
    with TemporaryDirectory() as folder, open_core(f"sqlite:///{Path(folder) / 'dayone.sqlite'}") as core:
        table = matrix(core)
    PAGE.write_text(with_table(PAGE.read_text("utf8"), table), "utf8")
    sys.stdout.write(table)


if __name__ == "__main__":
    main()
