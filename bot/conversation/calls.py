"""What was typed, read as a call of one command."""

import re
from dataclasses import dataclass

from bot.messages import refusals
from bot.messages.commands import ALSO, COMMANDS, Command
from planning_rules.refusal import Refusal
from planning_rules.text import clean, nearest

_REFERENCE = re.compile(r"([A-Z]{2,8})-?(\d{3,5})", re.ASCII)
LONGEST = 500


@dataclass(frozen=True)
class Call:
    """One command with its words. `reference` is the case's, in capitals, or "" where it has none."""

    name: str
    words: tuple[str, ...] = ()

    @property
    def reference(self) -> str:
        return self.words[0] if COMMANDS[self.name].takes[:1] == ("REF",) else ""

    def word(self, index: int) -> str:
        """The word at `index` after the command, or ""."""
        return self.words[index] if index < len(self.words) else ""

    @property
    def text(self) -> str:
        return " ".join((self.name, *self.words))


def read_call(text: str, here: str = "") -> Call | Refusal:
    """Read "/dto gaps oak-417" or "gaps OAK-417"; "/dto" alone calls `list`, a reference alone `case`.

    `here` is the reference of the case in whose channel it is said: then it may be left out.
    """
    if len(text) > LONGEST:
        return refusals.too_long_for_a_command(len(text))
    words = clean(text).split()
    if words and words[0].lower() in ("/dto", "dto"):
        words = words[1:]
    name, given = (words[0].lower(), words[1:]) if words else ("list", [])
    name = ALSO.get(name, name)
    if name not in COMMANDS and (alone := _reference(words[0]) or _reference("-".join(words[:2]))):
        return Call("case", (alone,))
    if name not in COMMANDS:
        return refusals.unknown_command(name, nearest(name, listed_commands()))
    return _with_words(COMMANDS[name], given, here)


def listed_commands() -> list[str]:
    """The commands that help names."""
    return [name for name, command in COMMANDS.items() if not command.behind_buttons]


def _with_words(command: Command, given: list[str], here: str) -> Call | Refusal:
    if command.takes[:1] == ("REF",):
        reference = _reference(given[0]) if given else ""
        if not reference and here:
            given = [here, *given]
        elif not given:
            return refusals.needs_a_reference(command.name)
        elif not reference:
            return refusals.no_reference(command.name, given[0])
        else:
            given = [reference, *given[1:]]
    if len(given) < len(command.takes) - command.may_lack:
        return refusals.needs_more_words(command.name)
    return Call(command.name, tuple(given))


def _reference(word: str) -> str:
    """The reference that is meant by "oak-417" or "oak417", or "" where none is."""
    found = _REFERENCE.fullmatch(word.upper())
    return f"{found[1]}-{found[2]}" if found else ""
