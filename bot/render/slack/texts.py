"""Texts as Slack takes them: inert, whole, and within its limits."""

import re
from typing import Any

from bot.render.fitting import Json, length, split

SECTION = 3000
HEADER = 150

# What mrkdwn would read as bold, italic, struck out, code, a link, a mention or an emoji.
_FORMATTING = re.compile(r"[*_~`<>&]|:[^\s:]+:")


def plain(text: str) -> Json:
    """Shown as it stands: nothing in it is formatting, a link, a mention or an emoji's name."""
    return {"type": "plain_text", "text": text, "emoji": False}


def strong(head: str, rest: str = "") -> Json:
    """`head` in bold with `rest` under it; plain where something in them would be read as formatting."""
    whole = f"{head}\n{rest}" if rest else head
    if _FORMATTING.search(whole) or head.split() == [] or "\n" in head or head != head.strip():
        return plain(whole)
    bold = f"*{head}*\n{rest}" if rest else f"*{head}*"
    return {"type": "mrkdwn", "text": bold, "verbatim": True}


def sections(text: str) -> list[Json]:
    """One block, or as many as a long text needs."""
    return [section(plain(piece)) for piece in split(text, SECTION)]


def section(text: Json, **more: Any) -> Json:
    return {"type": "section", "text": text, **more}


def heading(text: str) -> list[Json]:
    """A header, or plain sections where it is too long for one."""
    if not text.strip() or length(text) > HEADER:
        return sections(text)
    return [{"type": "header", "text": plain(text)}]
