"""Whatever is subtracted from what is told, by whoever knows how it is done, tells of no child."""

from collections import defaultdict
from itertools import combinations, combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning_rules.counting.small_numbers import FEW, whole_fives
from planning_rules.counting.stretches import ENOUGH


@given(st.integers(0, 500), st.integers(0, 500))
def test_what_is_told_is_true_at_least_and_in_whole_fives(number: int, others: int) -> None:
    told = whole_fives(number, number + others)
    assert 0 <= told <= number
    assert told % FEW == 0


@given(st.integers(0, 500), st.integers(0, 500))
def test_nothing_is_told_of_a_few_or_of_all_but_a_few(number: int, others: int) -> None:
    told = whole_fives(number, number + others)
    assert told == 0 or number + others - told >= FEW
    assert number >= FEW or told == 0


@pytest.mark.parametrize(("number", "of", "told"), [(4, 20, 0), (5, 20, 5), (9, 20, 5), (10, 20, 10)])
def test_both_sides_of_a_step(number: int, of: int, told: int) -> None:
    assert whole_fives(number, of) == told


@pytest.mark.parametrize(("number", "told"), [(14, 10), (15, 15), (20, 15), (19, 15)])
def test_that_it_is_so_of_all_cannot_be_told_from_its_being_so_of_most(number: int, told: int) -> None:
    assert whole_fives(number, 20) == told


@pytest.mark.parametrize("whole", range(ENOUGH, ENOUGH + FEW + 1))
def test_no_difference_of_what_is_told_can_be_known_to_be_a_few(whole: int) -> None:
    """Of a whole that is known, three numbers are told, of which each is a part of the next.

    So is what was gone in four weeks of what was gone in twelve, and that of what was raised; what went well
    of what is known; and one agency's gaps of a topic of those of any. For each thing that is told, we look
    at every world in which it would be told: each number and each difference may be five or more things.
    """
    worlds = defaultdict(list)
    for numbers in combinations_with_replacement(range(whole + 1), 3):
        worlds[tuple(whole_fives(number, whole) for number in numbers)].append((0, *numbers, whole))
    for possible in worlds.values():
        for less, more in combinations(range(5), 2):
            if (less, more) != (0, 4):
                assert len({world[more] - world[less] for world in possible}) >= FEW
