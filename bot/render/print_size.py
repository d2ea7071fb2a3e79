"""How high the words of a printed sheet are, in points."""

from bot.messages.document import Document, Pictured

SIZE = 14
SIZE_WITH_PICTURES = 16
SIZE_IN_LARGE_PRINT = 18


def has_pictures(document: Document) -> bool:
    """True of a document in which a picture stands beside each idea."""
    return any(isinstance(block, Pictured) for block in document.blocks)


def size_of(document: Document) -> int:
    """Larger where there are pictures, since such a sheet is for those who find reading hard.

    Large print begins at 16 points (UKAAF, Clear and Large Print), and is set a little above that.
    """
    if document.large:
        return SIZE_IN_LARGE_PRINT
    return SIZE_WITH_PICTURES if has_pictures(document) else SIZE
