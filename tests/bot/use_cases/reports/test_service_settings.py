"""When and where the weekly digest comes: a manager, or whoever administers the service, says so."""

from datetime import time

import pytest

from bot.messages.form import Form
from storage import services
from storage.services import ServiceSettings
from tests.bot.core import Core, words


def kept(core: Core) -> ServiceSettings:
    with core.store.transaction() as tx:
        return services.every(tx)[0].settings


def test_a_manager_sets_the_day_and_the_time(core: Core) -> None:
    outcome = core.answers("Morgan", "service", {"day": "3", "at": "14.05"})
    assert "The weekly digest comes on Thursday at 14:05, to each manager." in words(outcome)
    assert (kept(core).digest_day, kept(core).digest_at.isoformat()) == (3, "14:05:00")
    assert {field.name: field.value for field in core.opens("Morgan", "service").fields} == {
        "day": "3",
        "at": "14:05",
        "to": "each",
        "awake_from": "08:00",
        "awake_until": "18:00",
    }


def test_a_manager_says_in_which_hours_people_are_reminded(core: Core) -> None:
    outcome = core.answers("Morgan", "service", {"awake_from": "8.30", "awake_until": "16:00"})
    assert "People are reminded between 08:30 and 16:00 on working days." in words(outcome)
    assert (kept(core).awake_from, kept(core).awake_until) == (time(8, 30), time(16))


@pytest.mark.parametrize(
    ("typed", "wrong", "says"),
    [
        ({"awake_until": "08:00"}, "awake_until", "Give a time after 08:00."),
        ({"awake_from": "9:00", "at": "8:59"}, "at", "Give a time between 09:00 and 18:00."),
        ({"at": "18:00"}, "at", "Give a time between 08:00 and 18:00."),
        ({"awake_from": "late"}, "awake_from", "“late” is no time."),
    ],
)
def test_hours_in_which_the_digest_could_never_come_are_asked_again(
    core: Core, typed: dict[str, str], wrong: str, says: str
) -> None:
    before = kept(core)
    (form,) = core.sends("Morgan", core.opens("Morgan", "service"), typed).shown
    assert isinstance(form, Form)
    (field,) = (field for field in form.fields if field.error)
    assert (field.name, says in field.error) == (wrong, True)
    assert kept(core) == before


def test_it_can_go_to_the_private_channel_in_which_that_is_said_and_back(core: Core) -> None:
    core.place = "slack:T0123:C0456"
    assert "to the private channel" in words(core.answers("Morgan", "service", {"to": "here"}))
    assert kept(core).digest_channel == "slack:T0123:C0456"
    core.place = ""
    core.answers("Morgan", "service", {"day": "2"})
    assert kept(core).digest_channel == "slack:T0123:C0456"
    core.answers("Morgan", "service", {"to": "each"})
    assert kept(core).digest_channel == ""


def test_outside_a_private_channel_none_is_offered(core: Core) -> None:
    (to,) = (field for field in core.opens("Morgan", "service").fields if field.name == "to")
    assert dict(to.options).keys() == {"each"}


@pytest.mark.parametrize("at", ["25:00", "noon", "8", ""])
def test_what_is_no_time_is_asked_again(core: Core, at: str) -> None:
    before = kept(core)
    outcome = core.sends("Morgan", core.opens("Morgan", "service"), {"at": at})
    assert outcome.refused
    assert kept(core) == before


@pytest.mark.parametrize("who", ["Sam", "Jo", "Alex"])
def test_nobody_else_sets_it(core: Core, who: str) -> None:
    assert core.says(who, "service").refused


def test_whoever_administers_the_service_sets_it_too_and_it_stands_in_the_audit(core: Core) -> None:
    core.joins_service("Ada", "administrator")
    core.answers("Ada", "service", {"day": "4"})
    assert kept(core).digest_day == 4
    assert sum("set-service" in row for row in core.kept()["audit"]) == 1
