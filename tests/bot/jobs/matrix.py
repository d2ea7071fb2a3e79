"""The kill matrix: what stands in a chat, whatever happens to a message. `make jobs-page` writes it."""

import os
import signal
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from storage.waiting import Kind
from tests.bot.core import Core
from tests.bot.jobs.dying import ACCEPTED, RECORDED, SENDING, SENT, TAKEN, Fate, in_a_process_of_its_own
from tests.bot.jobs.places import Place, in_slack, in_teams

PAGE = Path(__file__).parents[3] / "docs" / "jobs.md"
MARK, END = "<!-- kill matrix -->\n", "<!-- end -->"
Outcome = str
ONCE = "once"
COLUMNS = ("Slack, a post", "Slack, a notice", "Teams, a post", "Teams, a notice")
DOES_NOT_COME = "–"


@dataclass(frozen=True)
class Row:
    """What happens. `parts` is the part of the message that it happens to, counted from 1."""

    words: str
    fault: str = ""
    step: str = ""
    part: int = 1
    killed_waiting: bool = False

    def comes(self, place: Place, kind: Kind) -> bool:
        """A notice here has one part. Nobody waits for Teams where it may have taken a message."""
        return not (kind is Kind.NOTICE and self.part > 1) and not (
            self.killed_waiting and place.name == "teams"
        )


ROWS = (
    Row("nothing goes wrong"),
    Row("killed once it is taken", step=TAKEN),
    Row("killed just before its first part is posted", step=SENDING),
    Row("killed once the chat has its first part, before we know", step=ACCEPTED),
    Row("killed between its parts", step=RECORDED),
    Row("killed just before its last part is posted", step=SENDING, part=2),
    Row("killed once the chat has its last part, before we know", step=ACCEPTED, part=2),
    Row("killed once its last part is known", step=RECORDED, part=2),
    Row("killed once all of it is known", step=SENT),
    Row("the chat takes it, and the line is cut", fault="cut"),
    Row("the same, and killed before it is looked for", fault="cut", killed_waiting=True),
    Row("the chat takes it after we gave up waiting", fault="late"),
    Row("the chat wants to be left alone (429)", fault="429"),
    Row("the chat is out of order (500)", fault="500"),
)


def outcome(place: Place, kind: Kind, row: Row) -> Outcome:
    """What stands there in the end, and who was told where that cannot be known."""
    if not row.comes(place, kind):
        return DOES_NOT_COME
    told = place.told_to_look()
    uid, title = place.plans(kind)
    late = place.fails(row.fault)
    if row.step or row.killed_waiting:
        _is_killed(place, kind, uid, row)
    else:
        place.sends(kind, uid, Fate(), place.here, lambda seconds: late())
    place.works_on()
    return _words(place, kind, uid, title, place.told_to_look() > told)


def _is_killed(place: Place, kind: Kind, uid: UUID, row: Row) -> None:
    fate = Fate(row.step, row.part)
    died = in_a_process_of_its_own(place.core, lambda: place.sends(kind, uid, fate, place.chat(), _dies))
    assert died == signal.SIGKILL, row.words


def _dies(seconds: float) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def _words(place: Place, kind: Kind, uid: UUID, title: str, told: bool) -> Outcome:
    stands = place.stands(title, kind)
    listed = any(letter.id == uid and letter.is_dead for letter in place.letters())
    match stands:
        case [0, 0] | [0]:
            there = "not there"
        case [1, 0]:
            there = "its first part"
        case [1, 1] | [1]:
            there = ONCE
        case _:
            there = f"WRONG: {stands}"
    if told:
        return f"{there}; the lead is told to look"
    return f"{there}; listed for the administrators" if listed else there


def matrix(core: Core) -> str:
    """Of posts and notices, in Slack and then in Teams, on one database. In Markdown."""
    found: dict[Row, list[Outcome]] = {row: [] for row in ROWS}
    for open_ in (in_slack, in_teams):
        with open_(core) as place:
            for kind in Kind:
                for row in ROWS:
                    found[row].append(outcome(place, kind, row))
    return table(found)


def with_table(page: str, made: str) -> str:
    """The page, with this in the place of its table."""
    before, mark, rest = page.partition(MARK)
    return f"{before}{mark}{made}{END}{rest.partition(END)[2]}"


def table(outcomes: Mapping[Row, list[Outcome]]) -> str:
    lines = [("What happens", *COLUMNS), ("---",) * (len(COLUMNS) + 1)]
    lines += [(row.words, *found) for row, found in outcomes.items()]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
