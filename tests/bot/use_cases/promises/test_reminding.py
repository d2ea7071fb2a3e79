"""Reminders in people's own messages: at waking hours, once, and only while they are true."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from bot.messages.document import Button, Buttons, Document, Paragraph
from bot.render.text import document_text
from bot.use_cases.promises.reminding import REMINDER, plan_reminders
from bot.use_cases.sending.outbox import ToSend
from bot.use_cases.turn import LONDON
from planning_rules.parts import Action, Progress
from storage import accounts, actions, people, services
from storage.notices import Notice
from tests.bot.core import MONDAY, OAK, Core
from tests.bot.use_cases.everything import promise
from tests.storage.examples import at_once

# What the example case owes on its Monday: one action is long late, and an offer is a week old.
AT_FIRST = ["late a1 Sam", "still-late a1 Morgan", "unanswered a4 Sam"]


def at(day: str, hour: str = "09:00") -> datetime:
    """In London, in 2026."""
    return datetime.combine(date.fromisoformat(f"2026-{day}"), time.fromisoformat(hour), LONDON)


def sent(core: Core, now: datetime | None = None) -> list[ToSend]:
    """What goes out at this time, to anybody, and nobody has yet."""
    core.now = now or core.now
    box = core.day_one.notices
    found = []
    for waiting in core.waiting():
        if taken := box.take(waiting):
            box.sent(taken, ["1"])
            found.append(taken)
    return [taken for taken in found if isinstance(taken.kept, Notice) and taken.kept.kind == REMINDER]


def said(core: Core, some: list[ToSend]) -> list[str]:
    """Each as "late a1 Sam"."""
    names, found = {account: name for name, account in core.people.items()}, []
    for one in some:
        assert isinstance(one.kept, Notice)
        kind, action, *_ = one.kept.body.split("/")
        found.append(f"{kind} {action} {names[str(one.kept.account_id)]}")
    return sorted(found)


def told(core: Core, now: datetime) -> list[str]:
    """What people hear once it is planned and sent at this time."""
    core.now = now
    plan_reminders(core.store, now)
    return said(core, sent(core))


def lived(core: Core, first: str, last: str) -> Iterator[str]:
    """Each as "03-11 soon a3 Jo", with a look every six hours of every day, as a cron would."""
    now = at(first, "00:00")
    while now.astimezone(LONDON) < at(last, "23:00"):
        yield from (f"{now.astimezone(LONDON):%m-%d} {one}" for one in told(core, now))
        now += timedelta(hours=6)


@pytest.fixture
def settled(core: Core) -> Core:
    """The example after its first reminders, with nothing of Sam's left."""
    for action in ("a1", "a4"):
        core.answers("Sam", f"skip {OAK} {action}", {"words": "Not needed"})
    sent(core)
    return core


def test_four_weeks_of_the_example_give_each_reminder_once_and_on_its_day(each_core: Core) -> None:
    assert list(lived(each_core, "03-02", "03-31")) == [
        *(f"03-02 {one}" for one in AT_FIRST),
        "03-11 soon a3 Jo",
        "03-13 due a3 Jo",
        "03-16 late a3 Sam",
        "03-18 soon a4 Sam",
        "03-19 still-late a3 Morgan",
        "03-20 due a4 Sam",
        "03-23 late a4 Sam",
        "03-26 still-late a4 Morgan",
    ]


def test_however_often_it_is_asked_nobody_is_told_twice(core: Core) -> None:
    assert plan_reminders(core.store, MONDAY) == 3
    assert plan_reminders(core.store, MONDAY + timedelta(hours=1)) == 0
    assert said(core, sent(core)) == AT_FIRST
    assert told(core, MONDAY + timedelta(hours=2)) == []


def test_of_several_that_plan_at_once_one_does(each_core: Core) -> None:
    assert sum(at_once(lambda _: plan_reminders(each_core.store, MONDAY), threads=4)) == 3
    assert said(each_core, sent(each_core)) == AT_FIRST


def test_nobody_is_told_before_they_are_awake_nor_after(core: Core) -> None:
    assert told(core, at("03-02", "06:00")) == []
    assert sent(core, at("03-02", "07:59")) == []
    assert said(core, sent(core, at("03-02", "08:00"))) == AT_FIRST


@pytest.mark.parametrize(("hour", "number"), [("17:59", 3), ("18:00", 0), ("23:30", 0)])
def test_what_is_found_in_the_evening_is_told_the_next_working_day(
    core: Core, hour: str, number: int
) -> None:
    assert len(told(core, at("03-02", hour))) == number
    assert len(told(core, at("03-03"))) == 3 - number


def test_hours_are_those_of_each_persons_own_service_and_of_summer_too(core: Core) -> None:
    with core.store.transaction() as tx:
        sam = accounts.by_id(tx, core.turn(tx, "Sam").account.id)
        assert sam
        service = services.by_id(tx, sam.service_id)
        assert service
        services.set_up(tx, service.id, replace(service.settings, awake_from=time(10)))
    plan_reminders(core.store, at("03-30", "05:00"))
    assert sent(core, at("03-30", "09:59")) == []
    assert len(sent(core, datetime.fromisoformat("2026-03-30T09:00:00+00:00"))) > 0


def test_what_could_not_be_sent_until_the_evening_waits_for_the_next_morning(core: Core) -> None:
    plan_reminders(core.store, at("03-02", "17:30"))
    assert sent(core, at("03-02", "18:00")) == []
    assert told(core, at("03-03", "08:00")) == AT_FIRST


@pytest.mark.parametrize("day", ["03-07", "03-08", "04-03", "04-06"])
def test_on_a_day_off_nothing_is_planned(core: Core, day: str) -> None:
    assert plan_reminders(core.store, at(day)) == 0


def test_a_reminder_has_a_reference_a_day_and_the_ways_there(settled: Core) -> None:
    settled.now = at("03-11")
    plan_reminders(settled.store, settled.now)
    (soon,) = sent(settled)
    assert soon.document == Document(
        f"For you: {OAK}",
        (
            Paragraph("Something that you were asked to do is due on Friday 13 March 2026."),
            Buttons(
                (
                    Button("See it", f"actions {OAK}", main=True),
                    Button("Snooze", f"snooze {OAK} a3"),
                )
            ),
        ),
    )


def test_no_reminder_names_anybody_or_anything(core: Core) -> None:
    plan = core.plan()
    secrets = {action.what for action in plan.actions} | {person.name for person in plan.people}
    for _ in range(40):
        core.now += timedelta(days=1)
        plan_reminders(core.store, core.now)
        for one in sent(core):
            shown = document_text(one.document)
            assert OAK in shown
            assert not [secret for secret in secrets if secret in shown.replace("Day One", "")]


@pytest.mark.parametrize(
    ("who", "what", "typed"),
    [
        ("Jo", "done", {"words": "I did"}),
        ("Jo", "skip", {"words": "No need"}),
        ("Jo", "move", {"owner": "jo", "by": "20/3/2026"}),
        ("Jo", "move", {"owner": "alex", "by": "13/3/2026"}),
        ("Jo", "snooze", {"until": "12/3/2026"}),
    ],
)
def test_what_is_not_true_any_more_when_it_would_be_sent_is_not(
    settled: Core, who: str, what: str, typed: dict[str, str]
) -> None:
    settled.now = at("03-11", "07:00")
    assert plan_reminders(settled.store, settled.now) == 1
    settled.answers(who, f"{what} {OAK} a3", typed)
    assert sent(settled, at("03-11")) == []


def test_whoever_has_left_in_between_is_not_told_and_the_lead_has_it(settled: Core) -> None:
    settled.now = at("03-11", "07:00")
    plan_reminders(settled.store, settled.now)
    settled.answers("Sam", f"leave {OAK} jo", {"sure": "yes"})
    assert sent(settled, at("03-11")) == []
    assert told(settled, at("03-12")) == ["soon a3 Sam"]


def test_what_was_planned_and_not_sent_comes_again_while_it_is_true(settled: Core) -> None:
    """Somebody took a late action up again just before the lead would have heard of it."""
    settled.now = at("03-16", "07:00")
    assert plan_reminders(settled.store, settled.now) == 1
    settled.answers("Jo", f"done {OAK} a3", {"words": "Nearly"})
    settled.says("Jo", f"accept {OAK} a3")
    assert sent(settled, at("03-16")) == []
    assert told(settled, at("03-17")) == ["late a3 Sam"]
    assert told(settled, at("03-18")) == []


def test_a_snoozed_action_waits_and_comes_back(settled: Core) -> None:
    assert told(settled, at("03-11")) == ["soon a3 Jo"]
    settled.answers("Jo", f"snooze {OAK} a3", {"until": "17/3/2026"})
    assert list(lived(settled, "03-11", "03-20")) == [
        "03-17 again a3 Jo",
        "03-17 late a3 Sam",
        "03-20 still-late a3 Morgan",
    ]


def test_who_gets_it_next_is_reminded_for_themselves(settled: Core) -> None:
    assert told(settled, at("03-11")) == ["soon a3 Jo"]
    settled.answers("Sam", f"move {OAK} a3", {"owner": "alex", "by": "13/3/2026"})
    settled.says("Alex", f"accept {OAK} a3")
    assert list(lived(settled, "03-12", "03-13")) == ["03-12 soon a3 Alex", "03-13 due a3 Alex"]


def test_a_manager_hears_nothing_of_what_is_private(settled: Core) -> None:
    with settled.case() as found:
        private = Action(
            "a9",
            "Secret",
            "priya",
            date(2026, 3, 13),
            Progress.ACCEPTED,
            finds_out="health.needs",
            since=date(2026, 3, 2),
            changed=date(2026, 3, 2),
        )
        turn = found.turn
        actions.add(turn.tx, found.case.id, private, account_id=turn.account.id, at=turn.now)
    heard = [one for one in lived(settled, "03-11", "03-31") if "a9" in one]
    assert heard == ["03-11 soon a9 Priya", "03-13 due a9 Priya", "03-16 late a9 Sam"]


def test_whoever_has_lost_their_roles_is_not_told_and_the_lead_is(settled: Core) -> None:
    with settled.store.transaction() as tx:
        jo = settled.turn(tx, "Jo").account
        accounts.change(tx, replace(jo, roles=(), barred=True))
    assert told(settled, at("03-11")) == ["soon a3 Sam"]


def test_whoever_waits_to_be_let_in_is_not_told_and_the_lead_is(settled: Core) -> None:
    settled.answers("Sam", f"add {OAK}", promise("Ring", "alex", "13/3/2026"))
    settled.says("Alex", f"accept {OAK} a5")
    with settled.case() as found:
        (alex,) = (one for one in found.named if one.person.id == "alex")
        people.change(found.turn.tx, replace(alex, confirmed=False))
    assert told(settled, at("03-11")) == ["soon a3 Jo", "soon a5 Sam"]


def test_a_guest_whose_organisation_nobody_named_is_not_told_and_the_lead_is(settled: Core) -> None:
    with settled.case() as found:
        (jo,) = (one for one in found.named if one.person.id == "jo")
        people.change(found.turn.tx, replace(jo, person=replace(jo.person, organisation="")))
        accounts.change(found.turn.tx, replace(settled.turn(found.turn.tx, "Jo").account, guest=True))
    assert told(settled, at("03-11")) == ["soon a3 Sam"]


def test_an_offer_that_nobody_answered_is_found_however_far_off_its_day_is(settled: Core) -> None:
    settled.answers("Sam", f"add {OAK}", promise("Ring", "alex", "30/6/2026"))
    assert list(lived(settled, "03-03", "03-09")) == ["03-05 unanswered a5 Sam"]


def test_what_is_due_on_a_sunday_is_told_of_on_the_wednesday(settled: Core) -> None:
    settled.answers("Jo", f"move {OAK} a3", {"owner": "jo", "by": "15/3/2026"})
    assert list(lived(settled, "03-09", "03-16")) == [
        "03-11 soon a3 Jo",
        "03-13 due a3 Jo",
        "03-16 late a3 Sam",
    ]


def test_where_somebody_has_no_account_the_lead_is_reminded_and_snoozes_for_them(
    settled: Core,
) -> None:
    settled.answers("Sam", f"add {OAK}", promise("Ring", "mum", "13/3/2026"))
    settled.says("Sam", f"accept {OAK} a5")
    settled.now = at("03-11")
    plan_reminders(settled.store, settled.now)
    (mums,) = (one for one in sent(settled) if "/a5/" in repr(one.kept))
    assert "Day One cannot remind whoever does it" in document_text(mums.document)
    assert f"snooze {OAK} a5" in repr(mums.document)
    settled.answers("Sam", f"snooze {OAK} a5", {"until": "12/3/2026"})
