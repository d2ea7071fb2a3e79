"""A case as a JSON file: `{"dob": "2007-03-05", "orders": [{"sentenced": "2025-01-06", "months": 12}], …}`.

Beside `orders` every key may be left out. `shape` is single, independent, consecutive or different-dates;
without it, what the orders are to each other is seen from their dates and from `chains`.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from planning_rules.dates import read_date
from planning_rules.json_object import Unreadable, json_object
from planning_rules.plan_file.references import nearest_is
from planning_rules.refusal import Refusal
from planning_rules.sentence.booking import Booking, Kind, Order, Term

SHAPES = ("single", "independent", "consecutive", "different-dates")
MOST_ORDERS = 50
_MOST_DAYS = 9999
_UNITS = {"months": 999, "weeks": 999, "days": _MOST_DAYS}
_COUNTS = ("remand_days", "tagged_bail_days", "days_at_large")
_SWITCHES = ("release_between", "top_up_supervision_repealed", "recall", "breach")
# What a case that is kept to check the working by says of itself.
_ABOUT = ("id", "note", "expected", "check")
KEYS = (*_ABOUT, "shape", "dob", "orders", "chains", "alongside", *_COUNTS, *_SWITCHES)
ORDER_KEYS = ("sentenced", *_UNITS, "offence_date", "kind", "consecutive_to")


def read_case(text: str) -> Booking:
    """Read a case file. Raises Unreadable with every fault found, each naming its key."""
    given = json_object(text, "A case file")
    if "cases" in given:
        raise Unreadable(["cases: this file holds several cases. Give one of them in a file of its own."])
    case = _Case(given)
    booking = case.booking()
    if case.faults:
        raise Unreadable(case.faults)
    return booking


class _Case:
    """One object as it is read. A fault is kept and reading goes on, so that all are said at once."""

    def __init__(self, given: dict[str, Any]) -> None:
        self.given = given
        self.faults: list[str] = []

    def booking(self) -> Booking:
        self.no_strangers("", self.given, KEYS)
        shape = self.read("", self.given, "shape", "", _one_of(SHAPES))
        counts = {name: self.read("", self.given, name, 0, _count(_MOST_DAYS)) for name in _COUNTS}
        switches = {name: self.read("", self.given, name, False, _switch) for name in _SWITCHES}
        listed = self.needed("", self.given, "orders", _orders) or []
        orders = tuple(self.orders(listed, switches.pop("recall"), switches.pop("breach")))
        born: date | None = self.read("", self.given, "dob", None, _day)
        if born and any(order.sentenced <= born for order in orders):
            self.faults.append("dob: must be before every order was made.")
        return Booking(
            orders,
            born=born,
            chains=self.chains(len(listed), shape == "consecutive"),
            each_alone=shape == "independent",
            released_between=switches["release_between"],
            alongside=tuple(self.read("", self.given, "alongside", [], _texts)),
            top_up_supervision_repealed=switches["top_up_supervision_repealed"],
            **counts,
        )

    def orders(self, listed: list[Any], recall: bool, breach: bool) -> Iterator[Order]:
        kind = Kind.RECALL if recall else Kind.BREACH if breach else Kind.DTO
        for number, order in enumerate(listed):
            place = f"orders.{number}"
            if isinstance(order, dict):
                yield from self.order(f"{place}.", order, kind)
            else:
                self.faults.append(f"{place}: must be an object.")

    def order(self, place: str, given: dict[str, Any], kind: Kind) -> Iterator[Order]:
        self.no_strangers(place, given, ORDER_KEYS)
        sentenced = self.needed(place, given, "sentenced", _day)
        self.read(place, given, "offence_date", None, _day)
        units = {name: self.read(place, given, name, 0, _count(most)) for name, most in _UNITS.items()}
        kind = Kind(self.read(place, given, "kind", kind, _one_of([known.value for known in Kind])))
        follows = self.read(place, given, "consecutive_to", "", _text)
        if not any(given.get(name) for name in _UNITS):
            self.faults.append(f"{place}months {_no_length(given)}. Give months, weeks or days.")
        if sentenced:
            yield Order(sentenced, Term(**units), kind, follows)

    def chains(self, orders: int, is_consecutive: bool) -> tuple[tuple[int, ...], ...]:
        """Lists of indexes, each order in one list at most; all in one where they are only said to follow."""
        if not orders:
            return ()
        whole = [list(range(orders))] if is_consecutive else []
        chains: list[list[int]] = self.read("", self.given, "chains", whole, _chains(orders))
        return tuple(map(tuple, chains))

    def no_strangers(self, place: str, given: dict[str, Any], known: Sequence[str]) -> None:
        for name in given:
            if name not in known:
                self.faults.append(f"{place}{name[:60]} is an unknown key{nearest_is(name, known)}.")

    def needed(self, place: str, given: dict[str, Any], name: str, kind: Callable[[Any], Any]) -> Any:
        """What stands under `name`; a fault where nothing does."""
        if given.get(name) is None:
            self.faults.append(f"{place}{name} is missing.")
        return self.read(place, given, name, None, kind)

    def read(
        self, place: str, given: dict[str, Any], name: str, absent: Any, kind: Callable[[Any], Any]
    ) -> Any:
        """What stands under `name`, or `absent` where nothing does or it is refused."""
        if given.get(name) is None:
            return absent
        value = kind(given[name])
        if isinstance(value, Refusal):
            self.faults.append(f"{place}{name}: {value.sentence}")
            return absent
        return value


def _no_length(given: dict[str, Any]) -> str:
    return "is 0, and an order has a length" if given.get("months") == 0 else "is missing"


def _day(given: Any) -> date | Refusal:
    return read_date(given) if isinstance(given, str) else Refusal("must be a date like 2026-04-17.")


def _count(most: int) -> Callable[[Any], int | Refusal]:
    def read(given: Any) -> int | Refusal:
        if type(given) is int and 0 <= given <= most:
            return given
        return Refusal(f"must be a whole number from 0 to {most}.")

    return read


def _switch(given: Any) -> bool | Refusal:
    return given if isinstance(given, bool) else Refusal("must be true or false.")


def _text(given: Any) -> str | Refusal:
    return given if isinstance(given, str) else Refusal("must be text.")


def _texts(given: Any) -> list[str] | Refusal:
    if isinstance(given, list) and all(isinstance(text, str) for text in given):
        return given
    return Refusal("must be a list of texts.")


def _orders(given: Any) -> list[Any] | Refusal:
    if isinstance(given, list) and 1 <= len(given) <= MOST_ORDERS:
        return given
    return Refusal(f"must be a list of 1 to {MOST_ORDERS} orders.")


def _one_of(known: Sequence[str]) -> Callable[[Any], str | Refusal]:
    def read(given: Any) -> str | Refusal:
        if given in known:
            return str(given)
        typed = str(given)[:40]
        return Refusal(f"{typed!r} is not one of {', '.join(known)}{nearest_is(typed, known)}.")

    return read


def _chains(orders: int) -> Callable[[Any], list[list[int]] | Refusal]:
    def read(given: Any) -> list[list[int]] | Refusal:
        if not isinstance(given, list) or not all(isinstance(chain, list) and chain for chain in given):
            return Refusal("must be a list of lists of orders, by number from 0.")
        indexes = [index for chain in given for index in chain]
        if any(type(index) is not int or not 0 <= index < orders for index in indexes):
            return Refusal(f"names an order that is not there. They are numbered from 0 to {orders - 1}.")
        if len(set(indexes)) < len(indexes):
            return Refusal("names an order twice.")
        return given

    return read
