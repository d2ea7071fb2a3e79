"""Wording that another child's plan has too is a gap, which says of nobody whose plan that is."""

import pytest

from tests.bot.core import OAK, Core, words
from tests.bot.use_cases.test_cases import started

ROBINS = (
    "Nan will meet Robin at the gate at 9 and cook for him, and an uncle will help with getting up in time."
)
ASHAS = (
    "Dad will meet Asha at the gate at 10 and cook for her, and an uncle will help with getting up in time."
)
SAYS = "Words in this plan are the same as in another child's plan."


@pytest.fixture
def ashas(each_core: Core) -> str:
    """The reference of a case whose plan has the words that Robin's is to have."""
    reference = started(each_core, first_name="Asha")
    each_core.answers("Sam", f"step {reference} family", {"family.parents_role": ASHAS})
    return reference


def types_for_robin(core: Core, text: str = ROBINS) -> None:
    core.answers("Sam", f"change {OAK} family", {"family.parents_role": text})


def gaps(core: Core, reference: str = OAK) -> str:
    return words(core.says("Sam", f"all {reference}"))


def test_a_copy_is_a_gap_of_both_plans_until_one_is_written_for_its_child(
    each_core: Core, ashas: str
) -> None:
    assert SAYS not in gaps(each_core) + gaps(each_core, ashas)
    types_for_robin(each_core)
    assert SAYS in gaps(each_core)
    assert SAYS in gaps(each_core, ashas)
    types_for_robin(each_core, "Mum gets Robin up for the college, and Dai drives him there on Mondays.")
    assert SAYS not in gaps(each_core) + gaps(each_core, ashas)


def test_it_says_which_answers_of_ours_and_never_whose_the_other_plan_is(each_core: Core, ashas: str) -> None:
    types_for_robin(each_core)
    for reads in (gaps, why, full_plan, posted):
        shown = reads(each_core)
        for theirs in (ashas, "Asha", "Dad will"):
            assert theirs not in shown, reads
    assert ROBINS in why(each_core)


def why(core: Core) -> str:
    return words(core.says("Jo", f"why {OAK} PLN01"))


def full_plan(core: Core) -> str:
    return words(core.says("Sam", f"sheet {OAK} worker"))


def posted(core: Core) -> str:
    core.says("Sam", f"meet {OAK}")
    return repr(core.feed("Sam"))


def test_whoever_is_of_another_service_has_no_such_gap_from_their_own_cases(core: Core) -> None:
    elsewhere = started(core, "Alex", my_role="secure setting")
    core.answers("Alex", f"step {elsewhere} family", {"family.parents_role": ASHAS})
    types_for_robin(core)
    assert SAYS not in gaps(core) + words(core.says("Alex", f"all {elsewhere}"))
