"""The four stages of a sentence, which overlap, and the sets of them in which things are asked."""

from enum import StrEnum


class Stage(StrEnum):
    """A meeting is held in one or more stages; a rule runs in some of them."""

    FIRST = "first"
    REVIEW = "review"
    RELEASE = "release"
    AFTER = "after"


FIRST_ONLY = frozenset({Stage.FIRST})
FIRST_ON = frozenset({Stage.FIRST, Stage.REVIEW, Stage.RELEASE})
REVIEW_ON = frozenset({Stage.REVIEW, Stage.RELEASE})
AT_RELEASE = frozenset({Stage.RELEASE})
AFTER_RELEASE = frozenset({Stage.AFTER})
BEFORE_RELEASE = FIRST_ON
ALWAYS = frozenset(Stage)
