"""How often rules are waived or ignored: told to administrators, in counts that point at no case."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from storage import versions
from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.everything import promise
from tests.bot.use_cases.test_cases import started

ACC07 = "ACC07, child-wants-elsewhere"


@pytest.fixture
def administered(core: Core) -> Core:
    core.joins_service("Ada", "administrator")
    return core


def waive(core: Core, reference: str) -> None:
    typed = {"reason": "not ours", "words": "The council decides", "until": ""}
    core.answers("Sam", f"waive {reference} ACC07", typed)


def make(core: Core, reference: str) -> None:
    sam = core.plan(reference).people[0].id
    core.answers("Sam", f"make {reference} ACC07", promise("Tell Robin why", sam, "9/3/2026"))


def nothing(core: Core, reference: str) -> None:
    """It is left open."""


def private(core: Core, reference: str) -> None:
    core.answers("Sam", f"private {reference} health heard", {"health.assessed": "physical"})


def meets(core: Core, reference: str, then: Callable[[Core, str], None]) -> None:
    core.says("Sam", f"meet {reference}")
    then(core, reference)
    core.answers("Sam", f"finish {reference}", {"sure": "yes"})


def closed(core: Core, then: Callable[[Core, str], None]) -> str:
    """A new case whose first meeting closed, with the child's wish unexplained and `then` done about it."""
    reference = started(core)
    wish = {"home.living_with": "care", "home.child_wants": "different"}
    core.answers("Sam", f"change {reference} home", wish)
    core.answers("Sam", f"change {reference} home", {"home.difference_explained": "no"})
    meets(core, reference, then)
    return reference


def report(core: Core, who: str = "Ada") -> str:
    return words(core.says(who, "rules"))


def acc07(core: Core) -> str:
    lines = report(core).split("\n")
    (at,) = [number for number, line in enumerate(lines) if ACC07 in line]
    return lines[at + 1].strip()


def test_a_rule_is_told_with_the_share_of_its_cases_and_the_commonest_reason(administered: Core) -> None:
    for then in (waive, waive, waive, waive, waive, nothing, make):
        closed(administered, then)
    assert acc07(administered) == (
        "Raised in at least 5 cases. Waived: at least 5. Ignored: fewer than 5. "
        "Most often: “It is not ours (say whose)”."
    )


def test_what_nobody_decided_anything_about_is_ignored_and_told_from_five_cases_on(
    administered: Core,
) -> None:
    for _ in range(4):
        closed(administered, nothing)
    assert ACC07 not in report(administered)
    last = closed(administered, nothing)
    told = "Raised in at least 5 cases. Waived: fewer than 5. Ignored: at least 5."
    assert acc07(administered) == told
    administered.now += timedelta(days=7)
    meets(administered, last, nothing)
    assert acc07(administered) == told, "a case counts once, however often it meets"
    administered.now += timedelta(days=366)
    assert ACC07 not in report(administered)


def test_a_private_gap_is_not_told_whether_every_case_has_it_or_five_of_ten(administered: Core) -> None:
    """So that nothing is learned by looking before and after a meeting closes."""
    for _ in range(5):
        closed(administered, private)
    assert "HLT01" not in report(administered)
    assert ACC07 in report(administered)
    for _ in range(5):
        closed(administered, nothing)
    assert "HLT01" not in report(administered)


def make_private(core: Core, reference: str) -> None:
    private(core, reference)
    what = promise("Ring the nurse", core.plan(reference).people[0].id, "9/3/2026")
    core.answers("Sam", f"make {reference} HLT01 mental", what)


@pytest.mark.parametrize(
    ("open_ones", "private_ones", "is_told"), [(0, 5, False), (4, 1, False), (5, 1, True)]
)
def test_a_gap_about_a_private_action_is_not_counted_and_hides_no_other(
    administered: Core, open_ones: int, private_ones: int, is_told: bool
) -> None:
    """Each case has an action that is late, and that would close an open gap or a private one."""
    promised = [make] * open_ones + [make_private] * private_ones
    references = [closed(administered, then) for then in promised]
    administered.now += timedelta(days=14)
    for reference in references:
        meets(administered, reference, nothing)
    assert ("AGY03" in report(administered)) is is_told


def test_the_report_has_no_reference_no_name_and_no_words_of_anybody(administered: Core) -> None:
    references = [closed(administered, waive) for _ in range(5)]
    told = report(administered)
    assert ACC07 in told
    for secret in (*references, "Robin", "Sam", "The council decides"):
        assert secret not in told


@pytest.mark.parametrize("who", ["Sam", "Morgan", "Jo", "Alex", "Kim"])
def test_nobody_but_an_administrator_reads_it(administered: Core, who: str) -> None:
    administered.joins_service("Kim", "board")
    outcome = administered.says(who, "rules")
    assert outcome.refused
    assert "Only whoever administers Day One" in words(outcome)


def test_another_services_cases_are_not_counted(administered: Core) -> None:
    reference = started(administered, "Alex", my_role="secure setting")
    administered.says("Alex", f"meet {reference}")
    administered.answers("Alex", f"finish {reference}", {"sure": "yes"})
    assert report(administered).count("0 cases that your service leads") == 1
    closed(administered, nothing)
    assert "1 case that your service leads" in report(administered)


def test_who_read_it_stands_in_the_audit(administered: Core) -> None:
    report(administered)
    assert sum("looked-at-rules" in row for row in administered.kept()["audit"]) == 1


def test_a_plan_of_an_older_edition_is_left_out_and_that_is_said(administered: Core) -> None:
    with administered.case() as found:
        versions.keep(
            found.turn.tx,
            found.case.id,
            "first",
            {"facts": {"gone": {}}},
            version=1,
            day=found.today,
            closed_at=administered.now,
        )
    assert "1 meeting of an older edition could not be counted." in report(administered, "Ada")
    assert OAK not in report(administered)
