"""What is unusual is said, and never stops the working."""

import pytest

from planning_rules.sentence import Booking, Order
from planning_rules.sentence.warning import is_usual
from tests.planning_rules.sentence.any_booking import booking, order, worked

YEAR = order("2025-03-10", 12)


@pytest.mark.parametrize(
    ("of", "usual"),
    [
        *((order("2022-06-27", months), months in (4, 6, 8, 10, 12, 18, 24)) for months in range(1, 30)),
        *((order("2022-06-28", months), 4 <= months <= 24) for months in range(1, 30)),
        (order("2025-03-10", days=112), False),
        (order("2025-03-10", 8, days=1), False),
        (order("2025-03-10", 8, weeks=1), False),
        (order("2021-03-10", 8, weeks=1), False),
    ],
)
def test_a_usual_term_is_one_of_seven_until_27_june_2022_then_4_to_24_months(of: Order, usual: bool) -> None:
    assert is_usual(of) is usual


def test_an_unusual_term_says_what_could_be_given_that_day() -> None:
    before = worked(booking(order("2019-03-07", 15), born="2004-09-30"))
    since = worked(booking(order("2025-03-10", 15, days=1)))
    assert before.warnings == (
        "A term of 15 months is unusual: an order made on that day may be 4, 6, 8, 10, 12, 18 or 24 months. "
        "Check the warrant.",
    )
    assert since.warnings == (
        "A term of 15 months and 1 day is unusual: an order made on that day may be from 4 to 24 months. "
        "Check the warrant.",
    )


@pytest.mark.parametrize(
    ("made", "may_be"), [("2022-06-27", "4, 6, 8, 10, 12, 18 or 24"), ("2022-06-28", "from 4 to 24")]
)
def test_from_28_june_2022_any_term_from_4_to_24_months_could_be_given(made: str, may_be: str) -> None:
    assert f"may be {may_be} months" in worked(booking(order(made, 3))).warnings[0]


@pytest.mark.parametrize(
    ("born", "age"), [("2013-03-11", 11), ("2013-03-10", None), ("2006-03-11", None), ("2006-03-10", 19)]
)
def test_an_age_at_which_no_order_can_be_made_is_a_warning(born: str, age: int | None) -> None:
    said = worked(booking(YEAR, born=born)).warnings
    expected = (f"The child would be {age} years old when sentenced. Check the date of birth.",)
    assert said == (expected if age else ())


def test_the_age_is_that_at_the_first_order() -> None:
    two = order("2025-03-10", 12), order("2025-06-16", 12)
    assert not any("years old" in s for s in worked(booking(*two[::-1], born="2006-03-11")).warnings)


def test_without_a_date_of_birth_supervision_after_the_order_is_open() -> None:
    says = "Without a date of birth nobody can say whether there is supervision after the order."
    assert worked(Booking((YEAR,))).warnings == (says,)
    assert worked(Booking((YEAR,), top_up_supervision_repealed=True)).warnings == ()
    assert worked(Booking((order("2025-03-10", 24),))).warnings == ()
    assert worked(Booking((order("2025-03-10", 24), YEAR))).warnings == ()


def test_credit_that_an_earlier_order_does_not_get_is_said() -> None:
    says = "Credit does not come off an order made before 28 June 2022. It is left out there."
    early = order("2022-06-27", 12)
    assert worked(booking(early, remand_days=1)).warnings == (says,)
    assert worked(booking(early)).warnings == ()
    assert worked(booking(order("2022-06-28", 12), remand_days=1)).warnings == ()
    assert says in worked(booking(early, YEAR, remand_days=1, each_alone=True)).warnings


def test_credit_after_a_release_is_a_doubt() -> None:
    released = booking(YEAR, order("2025-12-01", 8), released_between=True, remand_days=1)
    assert worked(released).warnings == (
        "The child was released before the last order. Check that no day of credit counted before that.",
    )
    assert worked(booking(YEAR, order("2025-12-01", 8), released_between=True)).warnings == ()


def test_dates_beside_another_sentence_are_the_orders_alone() -> None:
    says = "Other sentences are served alongside. These are the dates of the order alone."
    assert worked(booking(YEAR, alongside=("Standard",))).warnings == (says,)


def test_a_warning_is_said_once() -> None:
    odd = order("2025-03-10", days=112)
    assert len(worked(booking(odd, odd)).warnings) == 1
