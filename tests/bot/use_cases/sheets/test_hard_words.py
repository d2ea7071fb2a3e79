"""Hard words on a sheet: marked with a suggestion, kept where they are wanted, and never rewritten."""

import pytest

from planning_rules.checking import find_gaps
from planning_rules.rulebook import Day
from tests.bot.core import MONDAY, OAK, Core, words

ROLE = "family.parents_role"
SUGGESTION = "Say “taking part”."


@pytest.fixture(autouse=True)
def jargon(core: Core) -> None:
    role = {ROLE: "Mum will support engagement and mediation", "said_by": "sam"}
    core.answers("Sam", f"change {OAK} family", role)


def shown(core: Core, who: str = "Sam", reader: str = "child") -> str:
    return words(core.says(who, f"sheet {OAK} {reader}"))


def keeps(core: Core, *wanted: str) -> str:
    return words(core.answers("Sam", f"words {OAK}", {"words": "\n".join(wanted)}))


def test_a_preview_marks_each_hard_word_with_a_suggestion_and_rewrites_nothing(core: Core) -> None:
    preview = shown(core)
    assert "“engagement” – Role after release" in preview
    assert SUGGESTION in preview
    assert "“mediation” – Role after release" in preview
    assert preview.count("Mum will support engagement and mediation") == 1


def test_a_word_that_was_kept_is_not_marked_again_and_others_are(core: Core) -> None:
    assert "1 word is not marked any more." in keeps(core, "mediation")
    preview = shown(core)
    assert "“mediation” –" not in preview
    assert "“engagement” –" in preview
    assert "mediation" in preview


def test_a_word_that_was_kept_can_be_marked_again(core: Core) -> None:
    keeps(core, "mediation", "engagement")
    assert "“engagement” –" not in shown(core)
    assert "Every hard word is marked again." in keeps(core)
    assert "“engagement” –" in shown(core)


def test_the_gap_closes_once_every_hard_word_was_kept(core: Core) -> None:
    def codes() -> set[str]:
        return {gap.rule.code for gap in find_gaps(core.plan(), Day(MONDAY.date()))}

    assert "PLN02" in codes()
    keeps(core, "mediation", "engagement")
    assert "PLN02" not in codes()


def test_the_sheet_to_print_has_no_marks(core: Core) -> None:
    assert SUGGESTION not in repr(core.day_one.printable(core.people["Sam"], OAK, "child"))


def test_on_each_sheet_is_marked_what_its_reader_reads(core: Core) -> None:
    core.answers("Sam", f"change {OAK} plan_b", {"plan_b.home": "yes"})
    core.fills("Sam", f"change {OAK} plan_b", **{"plan_b.home_what": "Nan will facilitate"})
    marked = {
        reader: [word for word in ("engagement", "facilitate") if f"“{word}” –" in shown(core, reader=reader)]
        for reader in ("child", "adult:mum", "worker")
    }
    assert marked == {"child": ["engagement", "facilitate"], "adult:mum": ["engagement"], "worker": []}


def test_a_private_word_is_marked_for_who_may_see_it_only_and_is_never_kept(core: Core) -> None:
    private = f"private {OAK} health"
    follow_up = {"health.physical_follow_up": "yes", "health.physical_with": "The catheter clinic"}
    core.answers("Priya", private, {"health.needs": "physical"})
    core.fills("Priya", private, core.opens("Priya", private).version, **follow_up)
    found = {who: "“catheter” –" in shown(core, who) for who in ("Priya", "Alex", "Jo")}
    assert found == {"Priya": True, "Alex": False, "Jo": False}
    assert "catheter" not in words(core.says("Priya", f"words {OAK}"))


def test_without_hard_words_there_is_nothing_to_keep(core: Core) -> None:
    core.answers("Sam", f"change {OAK} family", {ROLE: "Mum will help you", "said_by": "sam"})
    assert "There is nothing to keep." in words(core.says("Sam", f"words {OAK}"))
    assert "Hard to read" not in shown(core)
