"""Who was given which plan sheet comes back as it was recorded, for its own case and for closed meetings."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from planning_rules.on_record import How
from storage import Store, cases, handings
from tests.storage.examples import HANDING, TAKEN_BACK, TODAY, Example


def test_handings_come_back_in_the_order_in_which_they_were_recorded(store: Store, example: Example) -> None:
    recorded = (HANDING, replace(HANDING, on=date(2026, 1, 1), how=How.CHILD_REFUSED), TAKEN_BACK)
    with store.transaction() as tx:
        for handing in recorded:
            handings.add(tx, example.case.id, handing)
    with store.transaction() as tx:
        assert handings.of(tx, example.case.id) == recorded


def test_a_handing_belongs_to_its_case_alone(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        other = cases.add(tx, example.service.id, "ELM-1", created=TODAY)
        handings.add(tx, example.case.id, HANDING)
    with store.transaction() as tx:
        assert handings.of(tx, other.id) == ()


def test_a_sheet_of_a_meeting_that_the_case_never_had_is_an_error(store: Store, example: Example) -> None:
    with pytest.raises(IntegrityError), store.transaction() as tx:
        handings.add(tx, example.case.id, replace(HANDING, meeting="m9"))
