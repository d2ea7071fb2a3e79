"""What was typed, read as a call of one command."""

import re
from dataclasses import dataclass

from bot.conversation.step_names import step_named
from bot.messages import refusals
from bot.messages.commands import ALSO, COMMANDS, Command
from planning_rules.refusal import Refusal
from planning_rules.text import clean, nearest

_REFERENCE = re.compile(r"([A-Z]{2,8})-?(\d{3,5})", re.ASCII)
# Whom it is said to: "/dto", "@Day One", "/".
_SPOKEN_TO = re.compile(r"^(?:\s*(?:@?day\s?one\b[:,]?|/?dto\b|[/@]))*", re.IGNORECASE)
# A code to join with, in its groups; one without a digit is a word, unless something stands between them.
_GROUP = "[A-Z0-9]{4}"
_CODE = re.compile(
    rf"\W*{_GROUP}(?:[^\w\s]{_GROUP}[^\w\s]|(?=.*\d)\W?{_GROUP}\W?){_GROUP}\W*", re.IGNORECASE | re.ASCII
)
# How alike a word must be to be taken for a slip of the finger.
_ALIKE = 0.7
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

    `here` is the reference of the case in whose channel it is said: then it may be left out. Where it is not
    said which action is meant, the actions are listed.
    """
    if len(text) > LONGEST:
        return refusals.too_long_for_a_command(len(text))
    name, *given = _SPOKEN_TO.sub("", clean(text)).split() or ["list"]
    name = ALSO.get(name.lower(), name.lower())
    # One's own page, or the step.
    is_step = name == "home" and any(map(_reference, given))
    if name in COMMANDS and not is_step:
        return _with_words(COMMANDS[name], given, here)
    return _without_command([name, *given], here)


def listed_commands() -> list[str]:
    """The commands that help names."""
    return [name for name, command in COMMANDS.items() if not command.behind_buttons]


def _without_command(words: list[str], here: str) -> Call | Refusal:
    """A code, a reference or a step alone is read as what is done with it."""
    if _CODE.fullmatch(" ".join(words)):
        return Call("join", tuple(words))
    if alone := _reference(words[0]) or _reference("-".join(words[:2])):
        return Call("case", (alone,))
    references = [found for word in words if (found := _reference(word))]
    if step := step_named(" ".join(word for word in words if not _reference(word))):
        return _with_words(COMMANDS["step"], [*references[:1], step.key], here)
    return refusals.unknown_command(words[0], nearest(words[0], listed_commands(), _ALIKE))


def _with_words(command: Command, given: list[str], here: str) -> Call | Refusal:
    of_an_action = command.takes[-1:] == ("ACTION",)
    if command.takes[:1] == ("REF",):
        reference = _reference(given[0]) if given else ""
        if not reference and here:
            given = [here, *given]
        elif not given:
            return Call("home") if of_an_action else refusals.needs_a_reference(command.name)
        elif not reference:
            return refusals.no_reference(command.name, given[0])
        else:
            given = [reference, *given[1:]]
    if len(given) < len(command.takes) - command.may_lack:
        return Call("actions", tuple(given)) if of_an_action else refusals.needs_more_words(command.name)
    return Call(command.name, tuple(given))


def _reference(word: str) -> str:
    """The reference that is meant by "oak-417" or "oak417", or "" where none is."""
    found = _REFERENCE.fullmatch(word.upper())
    return f"{found[1]}-{found[2]}" if found else ""
