"""The two looks of a sheet: its ideas in lists, or each with a picture to its left."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, groupby
from typing import Any

from bot.messages.document import (
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Pictured,
    Quote,
    Row,
    SentenceLine,
)
from bot.messages.sheets.language import ENGLISH, Language
from planning_rules.facts.fact import Fact
from planning_rules.facts.kinds import Day, OnePerson

_OF_A_KIND = {Day: "calendar", OnePerson: "user"}
_OF_THE_SHEET = "file-text"
_OF_OWN_WORDS = "quote"


def picture_of(fact: Fact[Any]) -> str:
    """The fact's own picture, else that of its kind or of its step. It never tells what was answered."""
    return fact.icon or _OF_A_KIND.get(type(fact.kind), fact.step.icon)


def laid_out(title: str, blocks: Iterable[Block], pictures: bool, language: Language = ENGLISH) -> Document:
    """The sheet. Without `pictures`, ideas that follow each other are one list."""
    whole = chain(map(Paragraph, language.draft()), blocks)
    return Document(title, tuple(_with_pictures(whole) if pictures else _in_lists(whole)), language.code)


def _in_lists(blocks: Iterable[Block]) -> Iterator[Block]:
    for kind, some in groupby(blocks, key=type):
        if kind is Pictured:
            yield Bullets(tuple(one.text for one in some if isinstance(one, Pictured)))
        else:
            yield from some


def _with_pictures(blocks: Iterable[Block]) -> Iterator[Block]:
    """What has no picture of its own gets that of its heading."""
    icon = _OF_THE_SHEET
    for block in blocks:
        match block:
            case Heading():
                icon = block.icon or _OF_THE_SHEET
                yield block
            case Quote():
                yield replace(block, icon=_OF_OWN_WORDS)
            case Row():
                yield replace(block, icon=icon)
            case Paragraph() | Bullets() | SentenceLine():
                yield from (Pictured(icon, idea) for idea in ideas_of(block))
            case _:
                yield block


def ideas_of(block: Block) -> tuple[str, ...]:
    """Our own sentences in a block, one idea each; that which day is today is none."""
    match block:
        case Paragraph(text=text) | Pictured(text=text):
            return (text,)
        case Bullets(items=items):
            return items
        case SentenceLine(marks=marks):
            return tuple(mark.says for mark in marks if not mark.label)
    return ()
