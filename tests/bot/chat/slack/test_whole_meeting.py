"""A whole meeting in Slack, by two workers in two workspaces, from `/dto new` to the sheet."""

import re
from collections.abc import Iterator

import pytest

from storage import accounts, services
from storage.accounts import ServiceRole
from tests.bot.chat.slack.driver import Person
from tests.bot.chat.slack.in_slack import InSlack, open_in_slack
from tests.bot.core import Core


@pytest.fixture
def here(core: Core) -> Iterator[InSlack]:
    with open_in_slack(core) as opened:
        yield opened


def newcomer(here: InSlack, who: str, beside: str) -> Person:
    """Somebody in the workspace of somebody else, of whom Day One has never heard."""
    return Person(here.slack, here.door, here.slack.user(here.people[beside].user.team, who))


def administrator(here: InSlack, who: str) -> Person:
    person = here.people[who]
    with here.core.store.transaction() as tx:
        service = services.by_workspace(tx, "slack", person.user.team)
        assert service
        account = accounts.by_chat(tx, service.id, "slack", person.user.id)
        assert account
        accounts.change(tx, accounts.Account(**{**account.__dict__, "roles": (ServiceRole.ADMINISTRATOR,)}))
    return person


def test_two_workers_in_two_workspaces_hold_a_meeting_from_new_to_the_sheet(here: InSlack) -> None:
    rowan = newcomer(here, "Rowan", "Sam")
    casey = newcomer(here, "Casey", "Alex")

    # Nobody starts a case whom the service's administrator has not made a worker.
    assert "ask whoever administers Day One" in rowan.types("/dto new").text
    ada = administrator(here, "Morgan")
    ada.types("/dto roles")
    ada.fills({"person": rowan.user.id, "roles": "worker"})
    assert "Rowan" in ada.submits().text

    # The case begins in the private channel in which it is held.
    channel = here.slack.channel("new-case", rowan.user)
    rowan.types("/dto new", channel)
    rowan.fills({"my_role": "youth justice worker", "order.kind": "dto", "order.sentenced_on": "2026-02-23"})
    rowan.fills({"order.middle_date": "2026-06-23"})
    started = rowan.submits()
    reference = re.search(r"[A-Z]+-\d+", started.text)
    assert reference, started.text
    oak = reference[0]
    assert "Its meetings stand in this channel" in started.text

    # Whoever is of another service and workspace joins with a code, and is let in.
    rowan.presses("Add somebody")
    rowan.fills({"role": "secure setting", "name": "Casey"})
    rowan.fills({"organisation": "Fernbrook", "sees": "health"})
    rowan.submits()
    code = re.search(r"\w{4}-\w{4}-\w{4}", rowan.presses("Make a code", beside="Casey").text)
    assert code
    assert "asked to let you in" in casey.types(f"/dto join {code[0]}").text
    casey.closes(everything=True)
    assert f"There is no case {oak}" in casey.types(f"/dto case {oak}").text
    rowan.closes(everything=True)
    rowan.types("/dto people", channel)
    assert "Casey is on" in rowan.presses("Let them in", beside="Casey").text
    rowan.closes(everything=True)

    # The meeting stands in the channel, and both open its steps: one there, one from the Home.
    rowan.types("/dto meet", channel)
    rowan.closes(everything=True)
    assert [len(channel.messages), "First planning meeting" in str(channel.messages[0].blocks)] == [1, True]
    rowan.presses("Open Home", where=channel)
    rowan.fills({"home.address_agreed": "no"})
    saved = rowan.submits()
    assert "Home: saved" in saved.title
    rowan.closes(everything=True)

    casey.opens_home()
    assert oak in casey.sees().text
    casey.presses("Go to the meeting")
    assert casey.presses("Open Home").values["home.address_agreed"] == "no"
    casey.closes()
    casey.presses("Open School, training or work")
    casey.fills({"education.planned": "school", "education.free_time": "yes"})
    casey.submits()
    casey.closes(everything=True)
    assert "School" in rowan.presses("Open School, training or work", where=channel).text
    rowan.closes(everything=True)

    # What is missing says why, and becomes somebody's job.
    gaps = rowan.types("/dto gaps", channel)
    assert gaps.kind == "modal"
    assert "Sources" in rowan.presses("Why?").text or rowan.sees().lines
    rowan.closes()
    rowan.presses("Make this an action")
    rowan.fills({"what": "Ask the council", "owner": "p3", "by": "2026-03-09", "for_child": "yes"})
    rowan.submits()
    rowan.closes(everything=True)
    casey.types(f"/dto actions {oak}")
    casey.presses("Accept")
    casey.closes(everything=True)

    # The meeting is closed, and the sheet is read through, shared and printed.
    rowan.types("/dto finish", channel)
    rowan.fills({"sure": "yes"})
    rowan.submits()
    assert "Closed on" in str(channel.messages[0].blocks)
    rowan.closes(everything=True)
    rowan.types("/dto sheet", channel)
    rowan.presses("Open as a page")
    assert len(here.slack.held.files) == 1
    rowan.closes(everything=True)
