"""The weekly update: to workers of other services, where the case asks for it, and of what they may see."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest

from bot.use_cases.reports.updates import UPDATE, plan_updates
from bot.use_cases.sending.noticing import ToTell
from storage import accounts, people
from tests.bot.core import OAK, Core, words
from tests.bot.every_medium import drawn_everywhere

WEEK = timedelta(weeks=1)


def sends(core: Core) -> list[ToTell]:
    plan_updates(core.store, core.now)
    found = [core.day_one.notices.take(one) for one in core.waiting()]
    taken = [one for one in found if one]
    for one in taken:
        drawn_everywhere(one.document)
        core.day_one.notices.sent(one, ["1"])
    return taken


def to(sent: list[ToTell]) -> list[str]:
    return [one.person for one in sent if one.kept.kind == UPDATE]


def text(sent: list[ToTell], person: str) -> str:
    (found,) = (repr(one.document) for one in sent if one.person == person)
    return found


def asks(core: Core, way: str = "on") -> None:
    assert not core.says("Sam", f"weekly {OAK} {way}").refused


def test_nothing_is_sent_where_the_case_does_not_ask_for_it(core: Core) -> None:
    assert sends(core) == []
    asks(core)
    asks(core, "off")
    assert sends(core) == []


def test_workers_of_other_services_and_partners_hear_the_social_worker_first(core: Core) -> None:
    """Jo is a partner of Oakshire and the social worker; Alex and Priya are of Fernbrook."""
    asks(core)
    assert to(sends(core)) == ["jo", "alex", "priya"]
    assert sends(core) == []
    core.now += timedelta(hours=5)
    assert sends(core) == []


def test_it_says_what_was_done_and_changed_since_the_last_one_and_what_is_next(core: Core) -> None:
    asks(core)
    sends(core)
    core.now += timedelta(days=1)
    core.answers("Jo", f"done {OAK} a3", {"words": "The letter is on file"})
    core.now += timedelta(days=6)
    sent = sends(core)
    assert "Done since Monday 2 March 2026: 1 action (social worker 1)." in text(sent, "jo")
    assert "letter" not in repr(sent)
    core.now += WEEK
    assert "Done since Monday 9 March 2026: nothing." in text(sends(core), "jo")


def test_an_answer_is_told_with_what_was_chosen_and_without_what_was_typed(core: Core) -> None:
    asks(core)
    sends(core)
    core.now += timedelta(days=1)
    typed = {"home.address": "12 Canary Row", "home.address_agreed": "no"}
    core.answers("Sam", f"change {OAK} home", typed)
    core.now += timedelta(days=6)
    read = text(sends(core), "alex")
    assert "Address agreed: no" in read
    assert "Canary" not in read


def test_what_does_not_fit_into_its_five_lines_is_counted_with_what_it_is_about(core: Core) -> None:
    asks(core)
    about = "39 more, about Order and dates, Who is here, The child's words and 7 more topics."
    assert about in text(sends(core), "jo")


def test_who_left_or_was_barred_since_it_was_planned_hears_nothing(core: Core) -> None:
    asks(core)
    plan_updates(core.store, core.now)
    core.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    with core.store.transaction() as tx:
        alex = accounts.by_id(tx, UUID(core.people["Alex"]))
        assert alex
        accounts.change(tx, replace(alex, roles=(), barred=True))
    assert to(sends(core)) == ["priya"]


def test_what_is_switched_off_since_it_was_planned_is_not_sent(core: Core) -> None:
    asks(core)
    plan_updates(core.store, core.now)
    asks(core, "off")
    assert sends(core) == []


def test_who_waits_to_be_let_in_hears_nothing(core: Core) -> None:
    asks(core)
    with core.case() as found:
        jo = next(one for one in found.named if one.person.id == "jo")
        people.change(found.turn.tx, replace(jo, confirmed=False))
    assert "account: Alex and Priya." in words(core.says("Sam", f"update {OAK}"))
    assert to(sends(core)) == ["alex", "priya"]


def test_whose_part_has_ended_hears_nothing(core: Core) -> None:
    asks(core)
    with core.case() as found:
        jo = next(one for one in found.named if one.person.id == "jo")
        gone = replace(jo.person, ended_on=found.today)
        people.change(found.turn.tx, replace(jo, person=gone))
    assert "account: Alex and Priya." in words(core.says("Sam", f"update {OAK}"))
    assert to(sends(core)) == ["alex", "priya"]


def test_after_an_outage_there_is_one(core: Core) -> None:
    asks(core)
    plan_updates(core.store, core.now)
    core.now += 3 * WEEK + timedelta(days=1)
    assert len(to(sends(core))) == 3
    assert sends(core) == []


def test_the_page_shows_what_is_read_and_who_has_no_account(core: Core) -> None:
    page = words(core.says("Sam", f"update {OAK}"))
    assert "It is not sent." in page
    assert "Workers of other services with an account: Jo, Alex and Priya." in page
    core.answers("Sam", f"person {OAK}", {"role": "housing", "name": "Kit"})
    assert "copy the lines above for: Kit." in words(core.says("Sam", f"update {OAK}"))


@pytest.mark.parametrize("who", ["Jo", "Alex", "Priya"])
def test_only_whoever_leads_the_case_asks_for_it(core: Core, who: str) -> None:
    assert core.says(who, f"weekly {OAK} on").refused
    assert f"weekly {OAK}" not in repr(core.says(who, f"update {OAK}").shown)


def test_it_is_asked_for_in_the_audit(core: Core) -> None:
    asks(core)
    assert sum("agreement.weekly_update" in row for row in core.kept()["audit"]) == 1
