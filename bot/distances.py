"""How far it is between two postcode districts, asked of postcodes.io, which is open to all and asks no key.

https://api.postcodes.io/docs/outcode/lookup
"""

from dataclasses import dataclass
from functools import lru_cache
from http import HTTPStatus
from math import asin, cos, radians, sin, sqrt
from typing import Annotated

import requests
from pydantic import BaseModel, Field, ValidationError

from bot.conversation.districts import District
from bot.messages.miles import not_found, not_reached
from planning_rules.refusal import Refusal

OUTCODES = "https://api.postcodes.io/outcodes/"
# Seconds, to be reached and to answer. Slack waits three for all that we do.
LONGEST_WAIT = (1, 1)
# There are some 3,000.
MOST_KEPT = 512
EARTH_MILES = 3958.8


class _Place(BaseModel):
    """The middle of a district, in degrees within these islands; a district of no place has none."""

    outcode: str
    latitude: Annotated[float, Field(ge=49, le=61)] | None
    longitude: Annotated[float, Field(ge=-9, le=2)] | None


class _Answer(BaseModel):
    result: _Place


@dataclass(frozen=True)
class _Point:
    """In radians."""

    north: float
    east: float


class _Nowhere(Exception):
    def __init__(self, refusal: Refusal) -> None:
        super().__init__()
        self.refusal = refusal


class Districts:
    """For any thread. Where a district lies is kept in memory, and nowhere else."""

    def __init__(self) -> None:
        self._point = lru_cache(maxsize=MOST_KEPT)(_look_up)

    def miles_between(self, home: District, held: District) -> int | Refusal:
        """Whole miles in a straight line between the middles of two districts."""
        try:
            return round(_miles(self._point(home), self._point(held)))
        except _Nowhere as nowhere:
            return nowhere.refusal


def _look_up(district: District) -> _Point:
    try:
        answer = requests.get(f"{OUTCODES}{district}", timeout=LONGEST_WAIT, allow_redirects=False)
    except requests.RequestException:
        # Its message holds the address, and so the district.
        raise _Nowhere(not_reached()) from None
    if answer.status_code == HTTPStatus.NOT_FOUND:
        raise _Nowhere(not_found(district))
    if answer.status_code != HTTPStatus.OK:
        raise _Nowhere(not_reached())
    return _point_in(answer.content, district)


def _point_in(answer: bytes, district: District) -> _Point:
    try:
        place = _Answer.model_validate_json(answer).result
    except ValidationError:
        raise _Nowhere(not_reached()) from None
    if place.outcode.upper() != district:
        raise _Nowhere(not_reached())
    if place.latitude is None or place.longitude is None:
        raise _Nowhere(not_found(district))
    return _Point(radians(place.latitude), radians(place.longitude))


def _miles(one: _Point, other: _Point) -> float:
    """By the haversine formula, on a round earth."""
    up = sin((other.north - one.north) / 2) ** 2
    along = cos(one.north) * cos(other.north) * sin((other.east - one.east) / 2) ** 2
    return 2 * EARTH_MILES * asin(sqrt(up + along))
