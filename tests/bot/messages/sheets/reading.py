"""A sheet taken apart into sentences, as a reader meets them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.messages.document import Block, Bullets, Document, Heading, Paragraph, Pictured, Quote, Row
from bot.messages.sheets.pictures import ideas_of
from planning_rules.facts import fact_of
from planning_rules.facts.answers import Answer
from planning_rules.facts.kinds import Words
from planning_rules.plan import Plan

SHORT_FORM = re.compile(r"\w[’'](?:t|re|ll|ve|d|m)\b")


def sentences(sheet: Document) -> list[str]:
    """Our own sentences: no headings, no quotations, and no title of an action, which a worker typed."""
    texts = [text for block in sheet.blocks for text in _texts(block)]
    return [part for text in texts for part in re.split(r"(?<=[.!?:])\s+", text) if part]


def texts_of(sheet: Document) -> list[str]:
    """Everything on it in order, whatever it looks like."""
    return [text for block in sheet.blocks for text in _all_texts(block)]


def _all_texts(block: Block) -> tuple[str, ...]:
    match block:
        case Heading(text=text):
            return (text,)
        case Quote(text=text, who=who):
            return (text, who)
        case Row(title=title, detail=detail):
            return (title, detail)
    return ideas_of(block)


def _texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(text=text) | Pictured(text=text):
            yield text
        case Bullets(items=items):
            yield from items
        case Row(detail=detail):
            yield detail


def words(sentence: str) -> int:
    return sum(any(letter.isalnum() for letter in word) for word in sentence.split())


def with_short_texts(plan: Plan) -> Plan:
    """The plan with one word for everything that somebody typed, so that only our own words count."""

    def short(answer: Answer[Any]) -> Answer[Any]:
        typed = answer.is_given and isinstance(fact_of(answer.fact).kind, Words)
        return replace(answer, value="Word") if typed else answer

    return replace(plan, answers={key: short(answer) for key, answer in plan.answers.items()})


def headings_with_nothing_under_them(sheet: Document) -> list[str]:
    below = [*sheet.blocks[1:], Heading("the end")]
    return [
        block.text
        for block, after in zip(sheet.blocks, below, strict=True)
        if isinstance(block, Heading) and (isinstance(after, Heading) or after == Bullets(()))
    ]
