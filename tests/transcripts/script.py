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

Where a medium draws titles and headings alike (`Seen.exact` is False), the titles must stand among them, in
any order, and line ends, colons and bullets do not count, nor does by which word Day One is spoken to there.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bot.conversation.heard import Filled, Outcome, Said
from bot.messages.form import Form
from tests.bot.core import Core, titles, words

SCRIPTS = sorted(Path(__file__).parent.glob("*.txt"))

_TURN = re.compile(r"(?P<who>\w+) (?P<how>says|fills) (?P<what>.+)")
_TAKE = re.compile(r"\\\{(\w+)\\\}")
_DRAWN = re.compile(r"[\s:•]+")


@dataclass(frozen=True)
class Seen:
    """What somebody is shown after they said or filled in something."""

    titles: tuple[str, ...]
    text: str
    exact: bool = True


class NotHere(Exception):
    """A medium does not let anybody do this: the reason is what it does instead."""


class Listener(Protocol):
    """Anything that a person can talk to: the core, or a chat in front of it. It may raise NotHere."""

    def says(self, who: str, what: str) -> Seen: ...

    def fills(self, who: str, command: str, values: Mapping[str, str]) -> Seen:
        """The form that they were last shown for this command, with these values put in, sent."""
        ...


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


def play(turns: list[Turn], listener: Listener) -> list[str]:
    """Say each turn in order; the reasons for those that could not be said as they are written.

    Raises AssertionError at the first answer that is not as written.
    """
    taken: dict[str, str] = {}
    left_out = []
    for turn in turns:
        try:
            _check(turn, _said(turn, listener, taken), taken)
        except NotHere as reason:
            left_out.append(str(reason))
    return left_out


def _said(turn: Turn, listener: Listener, taken: dict[str, str]) -> Seen:
    what = _put_in(turn.what, taken)
    if turn.how == "says":
        return listener.says(turn.who, what)
    values = {name: _put_in(value, taken) for name, value in turn.values.items()}
    return listener.fills(turn.who, what, values)


class WithTheCore:
    """Says each thing to the core by itself, as a new request."""

    def __init__(self, core: Core) -> None:
        self.core = core
        self.shown_to: dict[tuple[str, str], Form] = {}

    def says(self, who: str, what: str) -> Seen:
        return self._seen(who, self.core.hear(who, Said(what)))

    def fills(self, who: str, command: str, values: Mapping[str, str]) -> Seen:
        form = self.shown_to[who, command]
        strangers = set(values) - {each.name for each in form.fields}
        assert not strangers, f"{command}: the form does not ask {sorted(strangers)}"
        before = {each.name: each.value for each in form.shown}
        return self._seen(who, self.core.hear(who, Filled(command, before | {**values}, form.version)))

    def _seen(self, who: str, outcome: Outcome) -> Seen:
        self.shown_to |= {(who, shown.command): shown for shown in outcome.shown if isinstance(shown, Form)}
        return Seen(tuple(titles(outcome)), words(outcome))


def _add(turn: Turn, text: str) -> bool:
    for mark, lines in ((">> ", turn.titles), ("> ", turn.there), ("! ", turn.not_there)):
        if text.startswith(mark):
            lines.append(text.removeprefix(mark))
            return True
    name, equals, value = text.partition(" =")
    if equals:
        turn.values[name] = value.strip().replace("\\n", "\n")
    return bool(equals)


def _check(turn: Turn, seen: Seen, taken: dict[str, str]) -> None:
    where = f"line {turn.line}: {turn.who} {turn.how} {turn.what}"
    _check_titles(turn, seen, taken, where)
    text = seen.text if seen.exact else _plainly(seen.text)
    for line in turn.there:
        found = re.search(_pattern(line, taken, seen.exact), text)
        assert found, f"{where}\n{line!r} is not in:\n{seen.text}"
        taken |= found.groupdict()
    for line in turn.not_there:
        assert (line if seen.exact else _plainly(line)) not in text, f"{where}\n{line!r} is in:\n{seen.text}"


def _check_titles(turn: Turn, seen: Seen, taken: dict[str, str], where: str) -> None:
    patterns = [_pattern(title, taken) for title in turn.titles]
    if seen.exact:
        patterns, titles = ["\n".join(patterns)], ["\n".join(seen.titles)]
    else:
        titles = list(seen.titles)
    for pattern in patterns:
        found = next(filter(None, (re.fullmatch(pattern, title) for title in titles)), None)
        assert found, f"{where}\n{turn.titles} are not {seen.titles}:\n{seen.text}"
        taken |= found.groupdict()


def _pattern(line: str, taken: dict[str, str], exact: bool = True) -> str:
    """What must be found; `{code}` in it takes a word."""
    wanted = _put_in(line, taken)
    return _TAKE.sub(r"(?P<\1>[\\w-]+)", re.escape(wanted if exact else _plainly(wanted)))


def _plainly(text: str) -> str:
    return _DRAWN.sub(" ", text.replace("@Day One", "/dto"))


def _put_in(text: str, taken: dict[str, str]) -> str:
    for name, value in taken.items():
        text = text.replace(f"{{{name}}}", value)
    return text
