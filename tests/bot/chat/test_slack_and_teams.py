"""A youth justice worker in Slack and one of the secure setting in Teams hold one meeting, on one case."""

import re
from collections.abc import Iterator

import pytest

from tests.bot.chat.in_both import InBoth, open_in_both
from tests.bot.chat.teams.platform import Chat
from tests.bot.chat.teams.seen import Card
from tests.bot.core import Core


@pytest.fixture
def here(core: Core) -> Iterator[InBoth]:
    with open_in_both(core) as opened:
        yield opened


def found(pattern: str, text: str) -> str:
    match = re.search(pattern, text)
    assert match, text
    return match[0]


CODE = r"\w{4}-\w{4}-\w{4}"


def test_each_sees_the_others_answers_in_a_meeting_that_is_led_from_slack(here: InBoth) -> None:
    sam, alex = here.sam, here.alex
    channel = here.slack.channel("new-case", sam.user)
    sam.types("/dto new", channel)
    sam.fills({"my_role": "youth justice worker", "order.kind": "dto", "order.sentenced_on": "2026-02-23"})
    sam.fills({"order.middle_date": "2026-06-23"})
    oak = found(r"[A-Z]+-\d+", sam.submits().text)

    # Alex joins from Teams with the code that Sam made in Slack, and sees nothing before Sam lets them in.
    sam.presses("Add somebody")
    sam.fills({"role": "secure setting", "name": "Alex"})
    sam.fills({"organisation": "Fernbrook Secure Training Centre", "sees": "health"})
    sam.submits()
    code = found(CODE, sam.presses("Make a code", beside="Alex").text)
    sam.closes(everything=True)
    assert "asked to let you in" in alex.types(f"join {code}").text
    assert f"There is no case {oak}" in alex.types(f"case {oak}").text
    sam.types("/dto people", channel)
    assert "Alex is on" in sam.presses("Let them in", beside="Alex").text
    sam.closes(everything=True)

    # The meeting stands in the channel, and each answers a step of it.
    sam.types("/dto meet", channel)
    sam.closes(everything=True)
    sam.presses("Open Home", where=channel)
    sam.fills({"home.address_agreed": "no"})
    assert "Home: saved" in sam.submits().title
    sam.closes(everything=True)
    assert alex.types(f"step {oak} home").values["home.address_agreed"] == "no"

    before = str(channel.messages[0].blocks)
    alex.types(f"step {oak} education")
    assert "saved" in alex.sends_in(**{"education.planned": "school"}).title
    assert str(channel.messages[0].blocks) != before, "what stands in Slack follows what is said in Teams"
    assert "School" in sam.presses("Open School, training or work", where=channel).text
    sam.closes(everything=True)

    # What one promises the other, and the closed meeting, are seen by both.
    sam.types("/dto gaps", channel)
    sam.presses("Make this an action")
    sam.fills({"what": "Ask the council", "owner": "p3", "by": "2026-03-09", "for_child": "yes"})
    sam.submits()
    sam.closes(everything=True)
    assert "Ask the council" in alex.types(f"actions {oak}").text
    alex.presses("Accept")
    assert "accepted" in sam.types(f"/dto actions {oak}").text
    sam.closes(everything=True)
    sam.types("/dto finish", channel)
    sam.fills({"sure": "yes"})
    sam.submits()
    assert "Ask the council" in alex.types(f"sheet {oak} child").text


def test_the_same_code_brings_somebody_in_slack_to_a_case_that_is_led_from_teams(here: InBoth) -> None:
    sam, alex = here.sam, here.alex
    chat = here.platform.add(Chat("19:new", "groupChat", [alex.member]))
    alex.types("<at>Day One</at> new", chat)
    started = alex.sends_in(
        **{
            "my_role": "secure setting",
            "order.kind": "dto",
            "order.sentenced_on": "23/2/2026",
            "order.middle_date": "23/6/2026",
        }
    )
    oak = found(r"[A-Z]+-\d+", started.text)
    alex.types(f"person {oak}")
    redraws = alex.card.redraws
    assert redraws
    alex.sends_data(alex.card.pressed(redraws, {"role": "youth justice worker", "name": "Sam"}))
    alex.sends_in(organisation="Oakshire Youth Justice Service")
    code = found(CODE, alex.presses("Make a code", beside="Sam").text)
    assert "asked to let you in" in sam.types(f"/dto join {code}").text
    sam.closes(everything=True)
    alex.types(f"people {oak}")
    assert "Sam is on" in alex.presses("Let them in", beside="Sam").text
    assert oak in str(sam.direct.messages[-1].blocks), "Sam is told in Slack"

    alex.types(f"meet {oak}")
    assert "First planning meeting" in Card(chat.cards[-1]).text
    (before,) = chat.cards
    sam.types(f"/dto step {oak} home")
    sam.fills({"home.address_agreed": "no"})
    sam.submits()
    (after,) = chat.cards
    assert after != before, "what stands in Teams follows what is said in Slack"
    assert alex.types(f"change {oak} home").values["home.address_agreed"] == "no"
