"""Text that the two databases would treat differently is refused by both, with the same error."""

import re
from typing import Any

from sqlalchemy.exc import DontWrapMixin

_BROKEN = re.compile("[\x00\ud800-\udfff]")


# DontWrapMixin: SQLAlchemy would otherwise make another error of it, in clear columns only.
class BrokenText(DontWrapMixin, ValueError):
    """A NUL or half of a surrogate pair reached storage: what people type was not cleaned on its way in."""

    def __init__(self) -> None:
        super().__init__("This text has a character that cannot be kept. Please type it again.")


def refuse_broken(value: Any) -> None:
    """Look through text, and through the lists and objects of JSON."""
    match value:
        case str():
            if _BROKEN.search(value):
                raise BrokenText
        case dict():
            refuse_broken([*value, *value.values()])
        case list() | tuple():
            for item in value:
                refuse_broken(item)
