"""A transcript: what people say to Day One, and what it answers.

    # why this conversation matters
    Sam says /dto meet OAK-417
    >> Review meeting for OAK-417 is open      the title of each thing shown, in order, and no more
    > Let the child speak first.               stands somewhere in what is shown
    ! health                                   stands nowhere in it
    Sam fills step OAK-417 home                the form that Sam was last shown for this command
      home.difference_explained = yes
      said_by = mum
    >> Home: saved

`{code}` in a line that must stand there takes what is found, and is put in wherever it is said later.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bot.conversation.heard import Filled, Outcome, Said
from bot.messages.document import Document
from bot.messages.form import Form
from bot.render.text import document_text, form_text

_TURN = re.compile(r"(?P<who>\w+) (?P<how>says|fills) (?P<what>.+)")
Match = Callable[[str, str], re.Match[str] | None]
_TAKE = re.compile(r"\\\{(\w+)\\\}")


class Listener(Protocol):
    """Anything that a person can talk to: the core, or a chat in front of it."""

    def hear(self, who: str, heard: Said | Filled) -> Outcome: ...


@dataclass
class Turn:
    """One thing said or filled in, and what must and must not be answered."""

    who: str
    how: str
    what: str
    line: int
    values: dict[str, str] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)
    there: list[str] = field(default_factory=list)
    not_there: list[str] = field(default_factory=list)


def read_script(path: Path) -> list[Turn]:
    """The turns of a transcript. Raises ValueError for a line that is none."""
    turns: list[Turn] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        if turn := _TURN.fullmatch(text):
            turns.append(Turn(turn["who"], turn["how"], turn["what"], number))
        elif not turns or not _add(turns[-1], text):
            raise ValueError(f"{path.name}, line {number}: {text!r} is no line of a transcript")
    return turns


def play(turns: list[Turn], listener: Listener) -> None:
    """Say each turn in order. Raises AssertionError at the first answer that is not as written."""
    taken: dict[str, str] = {}
    shown_to: dict[tuple[str, str], Form] = {}
    for turn in turns:
        outcome = listener.hear(turn.who, _heard(turn, taken, shown_to))
        for shown in outcome.shown:
            if isinstance(shown, Form):
                shown_to[turn.who, shown.command] = shown
        _check(turn, outcome, taken)


def _add(turn: Turn, text: str) -> bool:
    for mark, lines in ((">> ", turn.titles), ("> ", turn.there), ("! ", turn.not_there)):
        if text.startswith(mark):
            lines.append(text.removeprefix(mark))
            return True
    name, equals, value = text.partition(" =")
    if equals:
        turn.values[name] = value.strip().replace("\\n", "\n")
    return bool(equals)


def _heard(turn: Turn, taken: dict[str, str], shown_to: dict[tuple[str, str], Form]) -> Said | Filled:
    what = _put_in(turn.what, taken)
    if turn.how == "says":
        return Said(what)
    form = shown_to[turn.who, what]
    before = {each.name: each.value for each in form.shown}
    given = {name: _put_in(value, taken) for name, value in turn.values.items()}
    strangers = set(given) - {each.name for each in form.fields}
    assert not strangers, f"line {turn.line}: the form does not ask {sorted(strangers)}"
    return Filled(what, before | given, form.version)


def _check(turn: Turn, outcome: Outcome, taken: dict[str, str]) -> None:
    where = f"line {turn.line}: {turn.who} {turn.how} {turn.what}"
    text = "\n\n".join(_text(shown) for shown in outcome.shown)
    titles = "\n".join(shown.title for shown in outcome.shown)
    taken |= _found(re.fullmatch, "\n".join(turn.titles), titles, taken, f"{where}\n{text}")
    for line in turn.there:
        taken |= _found(re.search, line, text, taken, where)
    for line in turn.not_there:
        assert line not in text, f"{where}\n{line!r} is in:\n{text}"


def _found(match: Match, line: str, text: str, taken: dict[str, str], where: str) -> dict[str, str]:
    pattern = _TAKE.sub(r"(?P<\1>[\\w-]+)", re.escape(_put_in(line, taken)))
    found = match(pattern, text)
    assert found, f"{where}\n{line!r} is not:\n{text}"
    return found.groupdict()


def _text(shown: Document | Form) -> str:
    return document_text(shown) if isinstance(shown, Document) else form_text(shown)


def _put_in(text: str, taken: dict[str, str]) -> str:
    for name, value in taken.items():
        text = text.replace(f"{{{name}}}", value)
    return text
