"""Everything that we make to be printed, once each, of the example case; and one made of long words."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import Any

from bot.messages.document import Document
from bot.messages.sheets import Edition, child_sheet
from bot.use_cases.example import example_plan
from storage import Keyring
from tests.bot.core import MONDAY, OAK, core_of
from tests.bot.render.test_every_medium import BLOCKS

READERS = (
    "child",
    "child+pictures",
    "child+large",
    "child+cymraeg",
    "adult:mum",
    "adult:mum+pictures",
    "worker",
    "ready:child",
    "ready:child+large",
    "ready:adult:mum",
    "paper:home",
    "paper:health:private",
    "agenda",
)
ROOM, EVERY_BLOCK, LONG = "room edition", "every block", "long words"
PRINTED = (*READERS, ROOM, EVERY_BLOCK, LONG)
LONG_WORD = "https://example.test/" + "x" * 200


def every_printed(url: str, keys: Keyring) -> dict[str, Document]:
    """By its name in PRINTED. The database is one with the example case."""
    with core_of(url, keys) as core:
        core.day_one = replace(core.day_one, welsh=True)
        who = {"paper:health:private": "Priya"}
        made = {
            reader: core.day_one.printable(core.people[who.get(reader, "Sam")], OAK, reader)
            for reader in READERS
        }
    made[ROOM] = child_sheet(example_plan(MONDAY.date()), MONDAY.date(), Edition.ROOM)
    made[EVERY_BLOCK] = Document("Every block", tuple(block for block, _ in BLOCKS))
    made[LONG] = Document(LONG_WORD, tuple(_in_long_words(block) for block, _ in BLOCKS))
    return {name: sheet for name, sheet in made.items() if isinstance(sheet, Document)}


def _in_long_words(value: Any) -> Any:
    """The same with a long word for every text in it."""
    if isinstance(value, str):
        return value if isinstance(value, Enum) else LONG_WORD
    if isinstance(value, tuple):
        return tuple(map(_in_long_words, value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _in_long_words(getattr(value, one.name)) for one in fields(value)})
    return value
