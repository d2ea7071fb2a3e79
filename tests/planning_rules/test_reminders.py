"""Reminders: the right person hears of the right action on a working day, and of none of them twice."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from planning_rules import thresholds
from planning_rules.facts.answers import Answer, State
from planning_rules.parts import Action, Person, Progress, Role
from planning_rules.plan import Plan
from planning_rules.reminders import Kind, Reminder, reminders
from planning_rules.rulebook import Day
from planning_rules.working_days import is_working_day, working_days_after
from tests.planning_rules.any_plan import plans

MONDAY = date(2026, 3, 2)
SAM = Person("sam", "Sam", Role.YOT, lead=True)
JO = Person("jo", "Jo", Role.SOCIAL_WORKER)
MORGAN = Person("morgan", "Morgan", Role.MANAGER)
MUM = Person("mum", "Mum", Role.PARENT)
PEOPLE = (SAM, JO, MORGAN, MUM)
# Due on a Friday, and promised long before.
RING = Action(
    "a1", "Ring", "jo", date(2026, 3, 20), Progress.ACCEPTED, since=date(2026, 2, 2), changed=date(2026, 2, 2)
)
OFFERED = replace(RING, progress=Progress.OFFERED, changed=MONDAY)


def hears(person: Person, action: Action) -> bool:
    """Family has no account."""
    return person.is_professional


def a_plan(*actions: Action, people: tuple[Person, ...] = PEOPLE, nation: str = "england") -> Plan:
    answers = {"order.nation": Answer(State.GIVEN, nation, fact="order.nation")}
    return Plan(people=people, actions=actions, answers=answers)


def days(first: date, last: date) -> Iterator[date]:
    yield from (first + timedelta(days=number) for number in range((last - first).days + 1))


def lived(
    plan: Plan, first: date, last: date, down: frozenset[date] = frozenset()
) -> dict[date, list[Reminder]]:
    """What is given on each day, with the keys kept; nobody asks on days that are `down`."""
    keys: set[str] = set()
    found = {}
    for today in days(first, last):
        new = (
            []
            if today in down
            else [one for one in reminders(plan, Day(today), hears) if one.key not in keys]
        )
        keys |= {one.key for one in new}
        if new:
            found[today] = new
    return found


def told(plan: Plan, first: str = "2026-03-02", last: str = "2026-04-30", down: str = "") -> list[str]:
    """Each as "03-18 soon jo"."""
    missed = frozenset(date.fromisoformat(f"2026-{day}") for day in down.split())
    found = lived(plan, date.fromisoformat(first), date.fromisoformat(last), missed)
    return [f"{day:%m-%d} {one.kind} {one.to}" for day, some in found.items() for one in some]


def test_an_action_is_told_of_before_its_day_and_on_it_then_to_the_lead_then_to_the_manager() -> None:
    assert told(a_plan(RING)) == [
        "03-18 soon jo",
        "03-20 due jo",
        "03-23 late sam",
        "03-26 still-late morgan",
    ]


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ("2026-03-21", "03-18 soon jo, 03-20 due jo, 03-23 late sam, 03-26 still-late morgan"),
        ("2026-03-22", "03-18 soon jo, 03-20 due jo, 03-23 late sam, 03-26 still-late morgan"),
        ("2026-03-23", "03-19 soon jo, 03-23 due jo, 03-24 late sam, 03-27 still-late morgan"),
        # Good Friday is the third of April, and Easter Monday the sixth.
        ("2026-04-03", "03-31 soon jo, 04-02 due jo, 04-07 late sam, 04-10 still-late morgan"),
        ("2026-04-06", "03-31 soon jo, 04-02 due jo, 04-07 late sam, 04-10 still-late morgan"),
    ],
)
def test_what_falls_on_a_day_off_comes_before_it_and_what_is_late_after_it(by: str, said: str) -> None:
    assert ", ".join(told(a_plan(replace(RING, by=date.fromisoformat(by))))) == said


@pytest.mark.parametrize(
    "progress", [one for one in Progress if one not in (Progress.OFFERED, Progress.ACCEPTED)]
)
def test_of_what_is_not_owed_nobody_is_told(progress: Progress) -> None:
    assert told(a_plan(replace(RING, progress=progress))) == []


def test_of_what_has_no_day_nobody_is_told_but_that_it_was_offered() -> None:
    assert told(a_plan(replace(RING, by=None))) == []
    assert told(a_plan(replace(OFFERED, by=None))) == ["03-05 unanswered sam"]


@pytest.mark.parametrize(
    ("offered", "goes_on"), [("2026-03-02", "03-05"), ("2026-03-05", "03-10"), ("2026-03-07", "03-11")]
)
def test_an_offer_goes_to_the_lead_three_working_days_after_it_was_made(offered: str, goes_on: str) -> None:
    offer = replace(OFFERED, changed=date.fromisoformat(offered), by=date(2026, 6, 1))
    assert told(a_plan(offer)) == [f"{goes_on} unanswered sam"]


def test_an_offer_made_again_goes_to_the_lead_again() -> None:
    again = replace(OFFERED, changed=date(2026, 3, 9), by=None)
    (first,) = reminders(a_plan(replace(OFFERED, by=None)), Day(date(2026, 3, 5)), hears)
    (second,) = reminders(a_plan(again), Day(date(2026, 3, 12)), hears)
    assert first.key != second.key


def test_on_the_day_on_which_somebody_changed_it_nobody_is_told() -> None:
    touched = replace(RING, changed=date(2026, 3, 18))
    assert told(a_plan(touched)) == [
        "03-19 soon jo",
        "03-20 due jo",
        "03-23 late sam",
        "03-26 still-late morgan",
    ]


@pytest.mark.parametrize(
    ("until", "said"),
    [
        # Before any reminder: it is an extra one.
        (
            "2026-03-10",
            "03-10 again jo, 03-18 soon jo, 03-20 due jo, 03-23 late sam, 03-26 still-late morgan",
        ),
        ("2026-03-18", "03-18 again jo, 03-20 due jo, 03-23 late sam, 03-26 still-late morgan"),
        ("2026-03-19", "03-19 again jo, 03-20 due jo, 03-23 late sam, 03-26 still-late morgan"),
        ("2026-03-20", "03-20 due jo, 03-23 late sam, 03-26 still-late morgan"),
        # Over the weekend, and past its day: the owner hears first, and the others count from there.
        ("2026-03-21", "03-23 again jo, 03-23 late sam, 03-26 still-late morgan"),
        ("2026-03-27", "03-27 again jo, 03-27 late sam, 04-01 still-late morgan"),
    ],
)
def test_what_is_snoozed_waits_until_its_day(until: str, said: str) -> None:
    assert ", ".join(told(a_plan(replace(RING, snoozed_until=date.fromisoformat(until))))) == said


@pytest.mark.parametrize(
    ("down", "said"),
    [
        ("03-18", "03-19 soon jo, 03-20 due jo, 03-23 late sam, 03-26 still-late morgan"),
        ("03-18 03-19", "03-20 due jo, 03-23 late sam, 03-26 still-late morgan"),
        ("03-18 03-19 03-20", "03-23 late sam, 03-26 still-late morgan"),
        (
            "03-23 03-24 03-25 03-26 03-27",
            "03-18 soon jo, 03-20 due jo, 03-30 late sam, 03-30 still-late morgan",
        ),
    ],
)
def test_after_days_without_us_each_hears_once_and_only_what_holds_now(down: str, said: str) -> None:
    assert ", ".join(told(a_plan(RING), down=down)) == said


def test_what_was_overtaken_while_it_was_missed_does_not_come_back() -> None:
    snoozed = replace(RING, snoozed_until=date(2026, 3, 17))
    assert "again" not in " ".join(told(a_plan(snoozed), down="03-17"))


def test_where_the_owner_cannot_be_told_the_lead_is() -> None:
    its_mums = replace(RING, owner="mum")
    assert told(a_plan(its_mums))[:3] == ["03-18 soon sam", "03-20 due sam", "03-23 late sam"]


def test_who_has_left_is_not_told_and_the_lead_is() -> None:
    for ended in (date(2026, 3, 18), date(2026, 3, 19)):
        people = (SAM, replace(JO, ended_on=ended), MORGAN)
        first = told(a_plan(RING, people=people))[0]
        assert first == ("03-18 soon sam" if ended == date(2026, 3, 18) else "03-18 soon jo")


def test_without_a_manager_the_lead_hears_once_and_without_a_lead_the_managers() -> None:
    assert told(a_plan(RING, people=(SAM, JO)))[2:] == ["03-23 late sam"]
    others = (JO, MORGAN, replace(MORGAN, id="max"))
    late = ["03-23 late morgan", "03-23 late max", "03-26 still-late morgan", "03-26 still-late max"]
    assert told(a_plan(RING, people=others))[2:] == late
    assert told(a_plan(replace(RING, owner="mum"), people=others))[:2] == [
        "03-18 soon morgan",
        "03-18 soon max",
    ]


def test_a_manager_who_may_not_see_an_action_is_not_told_of_it() -> None:
    today = Day(date(2026, 3, 26))
    everybody = {one.to for one in reminders(a_plan(RING), today, hears)}
    named = {one.to for one in reminders(a_plan(RING), today, lambda person, _: person is not MORGAN)}
    assert (everybody, named) == ({"sam", "morgan"}, {"sam"})


def test_a_lead_who_promised_it_hears_one_thing_a_day() -> None:
    sams = replace(RING, owner="sam", snoozed_until=date(2026, 3, 23))
    assert told(a_plan(sams), "2026-03-23") == ["03-23 again sam", "03-26 still-late morgan"]
    assert told(a_plan(replace(RING, owner="sam"))) == [
        "03-18 soon sam",
        "03-20 due sam",
        "03-23 late sam",
        "03-26 still-late morgan",
    ]


def test_an_offer_to_the_lead_that_nobody_answered_hides_none_of_what_comes_after_it() -> None:
    said = [
        "03-05 unanswered sam",
        "03-18 soon sam",
        "03-20 due sam",
        "03-23 late sam",
        "03-26 still-late morgan",
    ]
    assert told(a_plan(replace(OFFERED, owner="sam"))) == said
    assert told(a_plan(replace(OFFERED, owner="mum"))) == said


def test_of_what_is_late_it_is_not_said_that_nobody_has_answered() -> None:
    late = replace(OFFERED, by=date(2026, 3, 3))
    assert told(a_plan(late), down="03-04") == ["03-03 due jo", "03-05 late sam", "03-09 still-late morgan"]


def test_each_nation_has_its_own_days_off_and_a_service_its_own_amounts() -> None:
    for nation in ("england", "wales"):
        assert told(a_plan(RING, nation=nation))[0] == "03-18 soon jo"
    ours = {"due-soon": 5, "late-to-the-lead": 2, "late-to-the-manager": 1, "offer-unanswered": 1}
    day = {name: replace(_THRESHOLDS[name], amount=amount) for name, amount in ours.items()}
    found = [
        f"{today:%m-%d} {one.kind}"
        for today in days(MONDAY, date(2026, 3, 31))
        for one in reminders(a_plan(RING, replace(OFFERED, id="a2", by=None)), Day(today, day), hears)
    ]
    assert {"03-13 soon", "03-24 late", "03-25 still-late", "03-03 unanswered"} <= set(found)
    assert not {"03-12 soon", "03-23 late", "03-24 still-late", "03-02 unanswered"} & set(found)


_THRESHOLDS: Mapping[str, thresholds.Threshold] = {one.name: one for one in thresholds.SHARED}

near = st.integers(-40, 40).map(lambda number: MONDAY + timedelta(days=number))
owned = st.builds(
    Action,
    id=st.sampled_from(["a1", "a2", "a3"]),
    what=st.just("Ring"),
    owner=st.sampled_from(["sam", "jo", "morgan", "mum", "nobody", ""]),
    by=st.none() | near,
    progress=...,
    since=st.none() | near,
    changed=st.none() | near,
    snoozed_until=st.none() | near,
)
ended = st.none() | near
people_of = st.tuples(*(st.builds(replace, st.just(one), ended_on=ended) for one in PEOPLE))
nearby: SearchStrategy[Plan] = st.builds(
    lambda people, actions, nation: a_plan(*actions, people=people, nation=nation),
    people_of,
    st.lists(owned, max_size=3, unique_by=lambda one: one.id),
    st.sampled_from(["england", "wales"]),
)
downs = st.frozensets(near, max_size=40)
FIRST, LAST = MONDAY - timedelta(days=50), MONDAY + timedelta(days=60)


@given(nearby, downs)
def test_whatever_is_promised_nobody_is_told_twice_nor_on_a_day_off_nor_of_what_is_not_owed(
    plan: Plan, down: frozenset[date]
) -> None:
    actions, people = {one.id: one for one in plan.actions}, {one.id: one for one in plan.people}
    nation = plan.order.nation.choice
    keys = [one.key for some in lived(plan, FIRST, LAST, down).values() for one in some]
    assert len(set(keys)) == len(keys)
    for today, given_then in lived(plan, FIRST, LAST, down).items():
        assert is_working_day(today, nation)
        assert len({(one.action, one.to) for one in given_then}) == len(given_then)
        for one in given_then:
            action, person = actions[one.action], people[one.to]
            assert action.is_owed
            assert person.is_on(today)
            assert hears(person, action)
            assert action.snoozed_until is None or action.snoozed_until <= today
            assert one.to == action.owner or person.lead or person.role is Role.MANAGER


@given(nearby, downs)
def test_it_goes_up_from_the_owner_to_the_lead_to_the_manager_and_never_down(
    plan: Plan, down: frozenset[date]
) -> None:
    in_order = [Kind.SOON, Kind.DUE, Kind.LATE, Kind.STILL_LATE]
    steps: dict[str, list[int]] = {}
    for some in lived(plan, FIRST, LAST, down).values():
        for one in sorted(
            (one for one in some if one.kind in in_order), key=lambda one: in_order.index(one.kind)
        ):
            steps.setdefault(one.action, []).append(in_order.index(one.kind))
    assert all(went == sorted(went) for went in steps.values())


@given(nearby)
def test_whatever_is_late_reaches_a_lead_and_then_a_manager_who_are_there(plan: Plan) -> None:
    plan = replace(plan, people=PEOPLE)
    found = [one for some in lived(plan, FIRST, LAST + timedelta(days=20)).values() for one in some]
    for action in plan.actions:
        told_late = [(one.kind, one.to) for one in found if one.action == action.id]
        owed = action.is_owed and action.by is not None
        # Sam may have snoozed what Sam reminds of, and hears of it then.
        assert bool({(Kind.LATE, "sam"), (Kind.AGAIN, "sam")} & set(told_late)) or not owed
        assert owed or not {Kind.LATE, Kind.STILL_LATE} & {kind for kind, _ in told_late}
        assert ((Kind.STILL_LATE, "morgan") in told_late) is owed


@given(nearby, st.sampled_from([FIRST + timedelta(days=number) for number in range(100)]))
def test_a_manager_hears_at_least_so_many_working_days_after_the_lead_could(plan: Plan, today: date) -> None:
    amount, nation = thresholds.STILL_LATE.amount, plan.order.nation.choice
    plan = replace(plan, people=PEOPLE)
    before = working_days_after(today, -amount, nation)
    for one in reminders(plan, Day(today), hears):
        if one.kind is Kind.STILL_LATE:
            action = next(each for each in plan.actions if each.id == one.action)
            as_it_was = replace(plan, actions=(replace(action, changed=None),))
            kinds = {each.kind for each in reminders(as_it_was, Day(before), hears)}
            assert {Kind.LATE, Kind.AGAIN, Kind.STILL_LATE} & kinds


@given(plans(), st.dates(date(1960, 1, 1), date(2099, 1, 1)))
def test_every_plan_can_be_asked_on_every_day(plan: Plan, today: date) -> None:
    for one in reminders(plan, Day(today), hears):
        assert one.key == f"{one.kind}/{one.action}/{one.on}/{one.to}"
