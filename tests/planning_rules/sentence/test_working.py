"""The working is one that a worker can follow with a paper calendar."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from planning_rules.refusal import Refusal
from planning_rules.sentence import Booking, Kind, Step, work_out
from tests.planning_rules.sentence.any_booking import booking, order, worked


def steps(of: Booking) -> dict[str, Step]:
    return {step.what: step for step in worked(of).steps}


def says(of: Booking, what: str) -> str:
    step = steps(of)[what]
    return f"{step.result}. {step.how}"


EIGHT_MONTHS = booking(order("2025-03-10", 8))


def test_the_working_of_one_order_from_its_last_day_to_supervision() -> None:
    assert [f"{step.what}: {step.result}. {step.how}" for step in worked(EIGHT_MONTHS).steps] == [
        "Last day of the order of 8 months made on Monday 10 March 2025: Sunday 9 November 2025. "
        "The day before it starts is Sunday 9 March 2025. 8 months on is Sunday 9 November 2025.",
        "Length: 245 days. From Monday 10 March 2025 to Sunday 9 November 2025, both counted.",
        "Half: 123 days. 245 days are 123 and 122. The odd day is served in custody.",
        "Middle date (MTD): Thursday 10 July 2025. "
        "Day 123, with Monday 10 March 2025 as day 1, is Thursday 10 July 2025. "
        "Month by month: March 22, April 30, May 31, June 30, July 10.",
        "End of the order (SED): Sunday 9 November 2025. The last day is Sunday 9 November 2025.",
        "Early date (ETD): Tuesday 10 June 2025. 1 month for a term of 8 to under 18 months, "
        "back from the middle date. Release may be on or after it.",
        "Late date (LTD): Sunday 10 August 2025. 1 month for a term of 8 to under 18 months, "
        "on from the middle date. Only a court can put release off.",
        "End of supervision after the order (TUSED): none. It needs age 18 on the middle date. "
        "The child is 15 then.",
    ]


def test_a_step_reads_as_one_line_with_its_rule() -> None:
    assert str(worked(EIGHT_MONTHS).steps[2]) == (
        "Half: 123 days. 245 days are 123 and 122. The odd day is served in custody. "
        "(Sentencing Act 2020, section 241(2))"
    )


def test_credit_and_days_at_large_are_counted_out() -> None:
    moved = replace(EIGHT_MONTHS, remand_days=10, tagged_bail_days=1, days_at_large=3)
    assert says(moved, "Credit") == "11 days. 10 days on remand and 1 day on tagged bail."
    assert says(moved, "Days at large") == "3 days. Days unlawfully at large do not count as served."
    assert says(moved, "Middle date (MTD)").endswith("11 days of credit come off. 3 days at large are added.")
    assert not {"Credit", "Days at large"} & set(steps(EIGHT_MONTHS))


def test_an_order_made_before_28_june_2022_says_why_its_credit_is_none() -> None:
    early = booking(order("2022-06-27", 12), remand_days=10)
    assert says(early, "Credit").startswith("0 days.")
    assert "made before 28 June 2022 gets no credit" in says(early, "Credit")
    assert "made before" not in says(booking(order("2022-06-28", 12), remand_days=10), "Credit")


@pytest.mark.parametrize(("credit", "said"), [(122, False), (123, True)])
def test_a_middle_before_the_order_is_the_day_of_the_order(credit: int, said: bool) -> None:
    working = says(replace(EIGHT_MONTHS, remand_days=credit), "Middle date (MTD)")
    assert working.startswith("Monday 10 March 2025.")
    assert ("before the order was made" in working) is said


def test_an_even_number_of_days_has_no_odd_day() -> None:
    assert (
        says(booking(order("2025-03-01", 8)), "Half") == "123 days. 245 days are 123 and 122. "
        "The odd day is served in custody."
    )
    assert says(booking(order("2025-03-10", days=112)), "Half") == "56 days. 112 days are 56 and 56."


@pytest.mark.parametrize(
    ("of", "how"),
    [
        (
            order("2025-03-01", 8),
            "It starts on the 1st, so 8 months end with a month: Friday 31 October 2025.",
        ),
        (
            order("2025-10-31", 4),
            "The day before it starts is Thursday 30 October 2025. 4 months on is Saturday 28 February 2026. "
            "That month has no later day.",
        ),
        (
            order("2025-03-10", 1, weeks=2, days=3),
            "The day before it starts is Sunday 9 March 2025. 1 month on is Wednesday 9 April 2025. "
            "2 weeks and 3 days on is the last day.",
        ),
        (
            order("2025-03-01", days=10),
            "The day before it starts is Friday 28 February 2025. 10 days on is the last day.",
        ),
        (
            order("2025-03-10", days=10),
            "The day before it starts is Sunday 9 March 2025. 10 days on is the last day.",
        ),
    ],
)
def test_the_last_day_is_counted_as_the_term_was_given(of: Any, how: str) -> None:
    assert worked(booking(of)).steps[0].how == how


def test_an_early_or_late_date_in_a_shorter_month_says_so() -> None:
    clipped = booking(order("2025-05-01", 24))
    assert says(clipped, "Early date (ETD)").startswith("Saturday 28 February 2026.")
    assert "That month has no later day." in says(clipped, "Early date (ETD)")
    assert "no later day" not in says(clipped, "Late date (LTD)")


def test_an_early_date_that_stops_at_the_order_says_so() -> None:
    stopped = says(replace(EIGHT_MONTHS, remand_days=100), "Early date (ETD)")
    assert "It is never before the order." in stopped
    assert "never before" not in says(EIGHT_MONTHS, "Early date (ETD)")


def test_without_a_window_it_is_said_why() -> None:
    what = "Early and late dates"
    assert says(replace(EIGHT_MONTHS, remand_days=122), what) == "none. Release is at once."
    assert says(booking(order("2025-03-10", 7)), what) == "none. Only orders of 8 to 24 months have them."


@pytest.mark.parametrize(
    ("of", "how"),
    [
        (
            replace(EIGHT_MONTHS, born=date(2007, 7, 10)),
            "12 months after the middle date, as the child is 18 then.",
        ),
        (
            replace(EIGHT_MONTHS, born=None),
            "It needs age 18 on the middle date. Nobody said when the child was born.",
        ),
        (booking(order("2025-03-10", 24)), "It needs less than 365 days after the half; there are 365."),
        (replace(EIGHT_MONTHS, top_up_supervision_repealed=True), "It was repealed."),
    ],
)
def test_supervision_after_the_order_says_why_or_why_not(of: Booking, how: str) -> None:
    assert steps(of)["End of supervision after the order (TUSED)"].how == how


def test_several_terms_end_with_the_latest_dates() -> None:
    both = booking(order("2025-03-10", 18), order("2026-01-05", 6), each_alone=True)
    *_, release, end = worked(both).steps
    assert (release.what, release.result) == ("Release", "Sunday 5 April 2026")
    assert (end.what, end.result) == ("End", "Wednesday 9 September 2026")
    assert "Release" not in steps(EIGHT_MONTHS)


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.DTO])
def test_what_is_no_dto_is_refused_with_who_can_answer(kind: Kind) -> None:
    refused = work_out(booking(replace(order("2025-03-10", 8), kind=kind)))
    assert isinstance(refused, Refusal)
    assert refused.sentence.endswith(
        "Ask the custody office of the secure setting, and enter the dates that it gives."
    )


@pytest.mark.parametrize(
    ("of", "why"),
    [
        (booking(replace(order("2025-03-10", 8), kind=Kind.BREACH)), "breach"),
        (booking(order("2025-03-10", 8), replace(order("2025-03-10", 8), kind=Kind.RECALL)), "recall"),
        (
            booking(replace(order("2025-03-10", 8), consecutive_to="Standard")),
            "follows a sentence of another kind",
        ),
        (booking(order("2025-03-10", 8), alongside=("Standard", "FixedTermRecall28")), "recall"),
        (booking(order("2025-03-10", 8), alongside=("DTO_BREACH",)), "breach"),
    ],
)
def test_breach_recall_and_an_order_after_another_kind_are_refused(of: Booking, why: str) -> None:
    refused = work_out(of)
    assert isinstance(refused, Refusal)
    assert why in refused.sentence


def test_other_sentences_alongside_are_no_reason_to_refuse() -> None:
    assert worked(booking(order("2025-03-10", 8), alongside=("Standard", "ExtendedDeterminate"))).dates
