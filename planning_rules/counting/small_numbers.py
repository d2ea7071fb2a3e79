"""Numbers of children told so that nothing is learned about one of them, whatever is subtracted from what.

1. A number is told in whole fives, rounded down, and only where at least five children have it and at least
   five have not. It is rounded by itself, and never held back because of another one: whoever knows how it
   is done can tell nothing from what is missing. Each number may therefore be any of five or more, and so may
   the rest of the whole, a total without one of its parts, and what two reports differ by.
2. Children are counted in stretches that never overlap (see `stretches`), and a report is a sum of what was
   told of each. Two reports that overlap differ by whole stretches, never by a child.
3. What was told of a stretch is kept, and told so for ever. What is written down later changes no report, so
   that nobody can look before and after it.

Hiding the small parts of an exact whole, and then the next smallest, was tried first: it fails, since which
part is hidden says how large it can be (17 of which 5 are told leaves exactly 4 for each of the others).
"""

# Fewer cases than this are never counted out.
FEW = 5


def whole_fives(number: int, of: int) -> int:
    """As many of `of` as may be told, at most `number`; 0 where that is too few, or all but a few."""
    most = min(number, of - FEW)
    return most - most % FEW if most >= FEW else 0
