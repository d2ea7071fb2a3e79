"""A file that holds one JSON object, read so that nothing in it is lost or can upset a terminal."""

import json
from collections import Counter
from typing import Any

from planning_rules.text import clean


class Unreadable(ValueError):
    """The file is not what it should be. `faults` are sentences, each naming the place."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def json_object(text: str, called: str) -> dict[str, Any]:
    """The object, every text in it cleaned. `called` is what it is ("A case file"). Raises Unreadable."""
    try:
        kept = _cleaned(json.loads(text, object_pairs_hook=_each_once))
    except Unreadable:
        raise
    except (ValueError, RecursionError) as error:
        place = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise Unreadable([f"This is not JSON{place}."]) from error
    if not isinstance(kept, dict):
        raise Unreadable([f"{called} is one JSON object."])
    return kept


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object, unless a key stands in it twice: JSON would keep the last and lose the others."""
    counts = Counter(clean(name) for name, _ in pairs)
    twice = [name for name, count in counts.items() if count > 1]
    if twice:
        raise Unreadable([f"{name[:60]} stands twice in one object." for name in twice])
    return dict(pairs)


def _cleaned(kept: Any) -> Any:
    match kept:
        case str():
            return clean(kept)
        case list():
            return [_cleaned(item) for item in kept]
        case dict():
            return {clean(name): _cleaned(value) for name, value in kept.items()}
    return kept
