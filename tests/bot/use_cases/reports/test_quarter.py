"""A quarter of a service: every digest and update that there should be, counted by hand, and no other."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

import pytest

from bot.conversation.heard import Said
from bot.messages.document import Bullets, Document, Row
from bot.render.text import document_text
from bot.use_cases.turn import LONDON
from storage import Keyring, Store, make_key, migrate
from tests.bot.core import words
from tests.bot.use_cases.reports.a_service import CANARY
from tests.bot.use_cases.reports.quarter import Quarter, make

BOTH, MAX = ["Max", "Moe"], ["Max"]
# When it came and to whom. Then, of 40 children: how many could leave within 12 weeks and lack something; in
# how many nobody agreed a home within 4 weeks of release; how many actions are late; on how many plans no
# manager looked; and how many actions were done since the last digest. `quarter.py` says how.
DIGESTS = [
    # when                to   leave urgent late unseen done
    ("Mon 2 Mar 08:30", BOTH, 11, 3, 0, 40, 0),
    ("Mon 9 Mar 08:30", BOTH, 12, 4, 1, 39, 0),
    ("Mon 16 Mar 08:30", BOTH, 12, 4, 1, 38, 1),
    # Moe was no manager any more when it was sent.
    ("Mon 23 Mar 08:30", MAX, 12, 4, 2, 37, 0),
    # The clocks went forward the day before.
    ("Mon 30 Mar 08:30", MAX, 12, 4, 2, 36, 1),
    # Easter Monday was the day before.
    ("Tue 7 Apr 08:30", MAX, 12, 4, 3, 35, 0),
    # Three weeks were missed: one digest.
    ("Wed 29 Apr 10:00", MAX, 12, 4, 4, 32, 2),
    # A bank holiday was the day before.
    ("Tue 5 May 08:30", MAX, 12, 4, 5, 31, 0),
    # It moved to Thursday after it had come for this week.
    ("Mon 11 May 08:30", MAX, 12, 4, 5, 30, 1),
    ("Thu 21 May 14:00", MAX, 12, 4, 5, 28, 1),
    ("Thu 28 May 14:00", MAX, 12, 4, 6, 27, 0),
]
# When, to whom, and on which children.
UPDATES = [
    ("Mon 2 Mar 08:30", {"Sol": [0], "Hal": [0], "Hugh": [0]}),  # the action is due on Friday
    ("Mon 9 Mar 08:30", {"Sol": [0, 4], "Hal": [0]}),  # it is late; child 4 should have a meeting on the 13th
    ("Mon 16 Mar 08:30", {"Sol": [0], "Hal": [0]}),  # it was done, and the child has left
    ("Mon 30 Mar 08:30", {"Sol": [4]}),
    ("Tue 7 Apr 08:30", {"Sol": [4, 8], "Hal": [8]}),  # child 8 should have a meeting on the 11th
    # Child 4 has left, child 8's action is due, and all others should have a review on 2 May.
    ("Wed 29 Apr 10:00", {"Sol": [4, 8, 12, 16, 20, 24, 28, 32, 36], "Hal": [8, 16, 24, 32]}),
    ("Tue 5 May 08:30", {"Sol": [8, 12], "Hal": [8]}),  # child 12 should have a meeting on the 8th
    ("Mon 11 May 08:30", {"Sol": [8], "Hal": [8]}),
    ("Thu 28 May 14:00", {"Sol": [12]}),
]


_LINES = {
    "leave": r"Leave within 12 weeks, not ready: (\d+) plan",
    "urgent": r"Urgent gaps: (\d+),",
    "late": r"Actions late: (\d+) ",
    "unseen": r"oversight: (\d+) plan",
    "done": r"Better since .*?(\d+) actions? done",
}


@pytest.fixture(scope="module")
def quarter(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Quarter]:
    url = f"sqlite:///{tmp_path_factory.mktemp('quarter')}/dayone.sqlite"
    migrate(url)
    store = Store(url, Keyring.from_text(make_key("test")))
    passed = make(store)
    passed.passes()
    yield passed
    store.close()


def is_digest(sent: Document) -> bool:
    return sent.title.startswith("Weekly digest")


def digests(quarter: Quarter) -> list[tuple[datetime, str, str]]:
    found = [(at, who, document_text(sent)) for at, who, sent in quarter.sent if is_digest(sent)]
    return sorted(found, key=lambda one: one[:2])


def came(at: datetime) -> str:
    here = at.astimezone(LONDON)
    return f"{here:%a} {here.day} {here:%b %H:%M}"


def counts(text: str) -> list[int]:
    found = (re.search(line, text) for line in _LINES.values())
    return [int(each[1]) if each else 0 for each in found]


def test_every_digest_comes_once_to_whom_it_should_and_on_its_day(quarter: Quarter) -> None:
    to: dict[str, list[str]] = defaultdict(list)
    for at, who, _ in digests(quarter):
        to[came(at)].append(who)
    assert dict(to) == {when: who for when, who, *_ in DIGESTS}


def test_every_digest_counts_what_there_is(quarter: Quarter) -> None:
    said = {came(at): counts(text) for at, _, text in digests(quarter)}
    assert said == {when: numbers for when, _, *numbers in DIGESTS}


def test_both_managers_read_the_same(quarter: Quarter) -> None:
    read = {(at, text) for at, _, text in digests(quarter)}
    assert len(read) == len(DIGESTS)


def test_every_update_comes_once_to_whom_it_should(quarter: Quarter) -> None:
    to: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, who, sent in quarter.sent:
        if sent.title.startswith("This week: OAK-"):
            to[came(at)][who].append(int(sent.title.removeprefix("This week: OAK-")) - 100)
    assert to == dict(UPDATES)


def test_nothing_else_was_sent(quarter: Quarter) -> None:
    people = sum(len(who) for _, who, *_ in DIGESTS)
    updates = sum(len(children) for _, to in UPDATES for children in to.values())
    assert len(quarter.sent) == people + updates == 14 + 31


def test_no_name_and_nobodys_words_were_sent(quarter: Quarter) -> None:
    for _, _, sent in quarter.sent:
        assert CANARY not in repr(sent)


def test_no_update_has_more_than_five_lines_and_no_digest_more_than_ten(quarter: Quarter) -> None:
    for _, _, sent in quarter.sent:
        lines = [block for block in sent.blocks if isinstance(block, Bullets | Row)]
        assert sum(len(block.items) if isinstance(block, Bullets) else 1 for block in lines) <= (
            10 if is_digest(sent) else 5
        )


def test_of_so_few_children_the_board_is_told_nothing(quarter: Quarter) -> None:
    """Eleven have left: of fewer than 20 no number is told."""
    service = quarter.service
    heard = service.day_one.hear(str(service.accounts["Bo"].id), Said("board"), "once")
    assert "There is nothing to tell yet." in words(heard)


@pytest.mark.parametrize("who", ["Max", "Ada", "Bo", "Sol", "Worker 1"])
@pytest.mark.parametrize("what", ["digest all", "board", "learn", "list"])
def test_whatever_anybody_asks_for_at_the_end_names_no_child(quarter: Quarter, who: str, what: str) -> None:
    account = quarter.service.accounts[who]
    heard = quarter.service.day_one.hear(str(account.id), Said(what), f"{who} {what}")
    assert CANARY not in words(heard)
