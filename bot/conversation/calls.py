"""What was typed, read as a call of one command."""

import re
from dataclasses import dataclass

from bot.messages import refusals
from bot.messages.commands import COMMANDS
from planning_rules.refusal import Refusal
from planning_rules.text import clean, nearest

_REFERENCE = re.compile(r"[A-Z]{2,8}-\d{3,5}", re.ASCII)
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


def read_call(text: str) -> Call | Refusal:
    """Read "/dto gaps oak-417" or "gaps OAK-417". Bare "/dto" is a call of `list`."""
    if len(text) > LONGEST:
        return refusals.too_long_for_a_command(len(text))
    words = clean(text).split()
    if words and words[0].lower() in ("/dto", "dto"):
        words = words[1:]
    name, given = (words[0].lower(), words[1:]) if words else ("list", [])
    if name not in COMMANDS:
        return refusals.unknown_command(name, nearest(name, listed_commands()))
    return _with_words(name, given)


def listed_commands() -> list[str]:
    """The commands that help names."""
    return [name for name, command in COMMANDS.items() if not command.behind_buttons]


def _with_words(name: str, given: list[str]) -> Call | Refusal:
    takes = COMMANDS[name].takes
    if takes[:1] == ("REF",):
        if not given:
            return refusals.needs_a_reference(name)
        given = [given[0].upper(), *given[1:]]
        if not _REFERENCE.fullmatch(given[0]):
            return refusals.no_reference(name, given[0])
    if takes[:1] == ("CODE",) and not given:
        return refusals.needs_a_code()
    return Call(name, tuple(given))
