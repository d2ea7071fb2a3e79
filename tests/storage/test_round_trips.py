"""What is kept comes back the same, from both databases."""

from dataclasses import replace
from datetime import date, timedelta, timezone
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy.exc import IntegrityError

from planning_rules.parts import MeetingKind, Person, Progress, Role
from storage import (
    Store,
    Taken,
    accounts,
    actions,
    cases,
    meetings,
    people,
    posts,
    services,
    versions,
    waivers,
)
from storage.actions import ActionEvent
from storage.people import OnCase
from storage.versions import PlanVersion
from tests.storage.examples import ACTION, MEETING, NOW, PERSON, TODAY, WAIVER, Example


def test_a_service_is_found_by_its_name_and_by_its_workspaces(store: Store) -> None:
    with store.transaction() as tx:
        made = services.add(tx, "Elmshire YOT", slack_team="T1", teams_tenant="tenant-1")
        other = services.add(tx, "Ash House")
    with store.transaction() as tx:
        assert services.named(tx, "Elmshire YOT") == made
        assert services.by_id(tx, made.id) == made
        assert services.by_workspace(tx, "slack", "T1") == made
        assert services.by_workspace(tx, "teams", "tenant-1") == made
        assert services.by_workspace(tx, "teams", "T1") is None
        assert services.every(tx) == (made, other)


@pytest.mark.parametrize("again", [("Elmshire YOT", None), ("Other", "T1")], ids=["name", "workspace"])
def test_two_services_share_no_name_and_no_workspace(store: Store, again: tuple[str, str | None]) -> None:
    name, team = again
    with store.transaction() as tx:
        services.add(tx, "Elmshire YOT", slack_team="T1")
        with pytest.raises(Taken):
            services.add(tx, name, slack_team=team)
    with store.transaction() as tx:
        assert [service.name for service in services.every(tx)] == ["Elmshire YOT"]


def test_an_account_is_known_by_its_chat_in_its_service(store: Store, example: Example) -> None:
    account = example.account
    with store.transaction() as tx:
        other = services.add(tx, "Ash House")
        assert accounts.by_chat(tx, example.service.id, "local", "sam") == account
        assert accounts.by_chat(tx, example.service.id, "slack", "sam") is None
        assert accounts.by_chat(tx, other.id, "local", "sam") is None
        assert accounts.by_id(tx, account.id) == account
        assert accounts.in_service(tx, example.service.id) == (account,)
        with pytest.raises(Taken):
            accounts.add(tx, example.service.id, chat="local", chat_id="sam", roles=(), name="Another")


def test_an_account_can_be_given_other_roles(store: Store, example: Example) -> None:
    changed = replace(example.account, roles=("manager",), name="Sam Green")
    with store.transaction() as tx:
        accounts.change(tx, changed)
    with store.transaction() as tx:
        assert accounts.by_id(tx, changed.id) == changed


def test_people_come_back_whole_and_in_the_order_in_which_they_were_named(
    store: Store, example: Example
) -> None:
    named = [
        OnCase(example.case.id, Person("p9", "Robin", Role.CHILD)),
        OnCase(example.case.id, PERSON, example.account.id, confirmed=False),
        OnCase(example.case.id, Person("p1", "Alex", Role.SECURE)),
    ]
    with store.transaction() as tx:
        for one in named:
            people.add(tx, one)
    with store.transaction() as tx:
        assert people.of(tx, example.case.id) == tuple(named)
        assert people.by_account(tx, example.account.id) == (named[1],)


def test_a_person_can_be_changed_and_keeps_their_place(store: Store, example: Example) -> None:
    robin = OnCase(example.case.id, Person("p9", "Robin", Role.CHILD))
    with store.transaction() as tx:
        people.add(tx, OnCase(example.case.id, PERSON))
        people.add(tx, robin)
    changed = OnCase(example.case.id, replace(PERSON, phone="", sees=(), ended_on=TODAY), example.account.id)
    with store.transaction() as tx:
        people.change(tx, changed)
    with store.transaction() as tx:
        assert people.of(tx, example.case.id) == (changed, robin)


def test_two_people_on_a_case_share_no_id(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        people.add(tx, OnCase(example.case.id, PERSON))
        with pytest.raises(Taken):
            people.add(tx, OnCase(example.case.id, replace(PERSON, name="Another")))


def test_a_person_on_a_case_that_is_not_there_is_an_error_and_not_taken(store: Store) -> None:
    with pytest.raises(IntegrityError), store.transaction() as tx:
        people.add(tx, OnCase(uuid4(), PERSON))


def test_meetings_come_in_the_order_of_their_days(store: Store, example: Example) -> None:
    later = replace(MEETING, id="m2", kind=MeetingKind.REVIEW, on=date(2026, 6, 1), opened=False)
    earlier = replace(later, id="m3", on=date(2026, 4, 1))
    closed = replace(MEETING, closed_on=TODAY)
    with store.transaction() as tx:
        meetings.add(tx, example.case.id, later)
        meetings.add(tx, example.case.id, earlier)
        meetings.change(tx, example.case.id, closed)
    with store.transaction() as tx:
        assert meetings.of(tx, example.case.id) == (closed, earlier, later)


def test_an_action_comes_back_whole_with_everything_that_happened_to_it(
    store: Store, example: Example
) -> None:
    case, account = example.case.id, example.account.id
    done = replace(ACTION, progress=Progress.DONE, words="The school said yes", owner="p7", by=None)
    with store.transaction() as tx:
        actions.add(tx, case, ACTION, account_id=account, at=NOW)
        actions.add(tx, case, replace(ACTION, id="a0"), account_id=account, at=NOW)
        actions.change(tx, case, done, account_id=account, at=NOW)
    with store.transaction() as tx:
        assert actions.of(tx, case) == (done, replace(ACTION, id="a0"))
        assert actions.events_of(tx, case, "a1") == (
            ActionEvent(account, NOW, Progress.DECLINED, "Secret-no time", ACTION.owner, ACTION.by),
            ActionEvent(account, NOW, Progress.DONE, "The school said yes", "p7", None),
        )


def test_waivers_come_back_in_the_order_in_which_they_were_given(store: Store, example: Example) -> None:
    given = (WAIVER, replace(WAIVER, until=None, on=date(2026, 1, 1)))
    with store.transaction() as tx:
        for waiver in given:
            waivers.add(tx, example.case.id, waiver)
    with store.transaction() as tx:
        assert waivers.of(tx, example.case.id) == given


def test_versions_of_a_plan_are_numbered(store: Store, example: Example) -> None:
    plans: list[dict[str, Any]] = [
        {"first_name": "Robin"},
        {"first_name": "Robin", "facts": {"home": {"address_agreed": "yes"}}},
    ]
    with store.transaction() as tx:
        assert versions.latest(tx, example.case.id) is None
        for plan in plans:
            versions.keep(tx, example.case.id, "m1", plan, version=7, day=TODAY, closed_at=NOW)
    kept = tuple(PlanVersion(number, 7, "m1", plans[number - 1], TODAY, NOW) for number in (1, 2))
    with store.transaction() as tx:
        assert versions.of(tx, example.case.id) == kept
        assert versions.latest(tx, example.case.id) == kept[1]


def test_posts_come_back_with_and_without_a_body(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        made = [
            posts.add(tx, example.case.id, "meeting", at=NOW),
            posts.add(tx, example.case.id, "sheet", at=NOW, body={"title": "What I want"}),
        ]
    with store.transaction() as tx:
        assert posts.of(tx, example.case.id) == tuple(made)
        assert [post.body for post in made] == [None, {"title": "What I want"}]


def test_a_time_given_in_another_zone_comes_back_as_the_same_moment_in_utc(
    store: Store, example: Example
) -> None:
    with store.transaction() as tx:
        posts.add(tx, example.case.id, "agenda", at=NOW.astimezone(timezone(timedelta(hours=5))))
    with store.transaction() as tx:
        (post,) = posts.of(tx, example.case.id)
    assert post.at == NOW
    assert post.at.utcoffset() == timedelta(0)


def test_a_time_without_its_zone_is_refused(store: Store, example: Example) -> None:
    with pytest.raises(ValueError, match="needs its zone"), store.transaction() as tx:
        posts.add(tx, example.case.id, "agenda", at=NOW.replace(tzinfo=None))


def test_a_case_comes_back_the_same(store: Store, example: Example) -> None:
    with store.transaction() as tx:
        assert cases.by_reference(tx, "OAK-417") == example.case
        assert cases.by_id(tx, example.case.id) == example.case
        assert cases.by_reference(tx, "OAK-418") is None
