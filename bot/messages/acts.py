"""What somebody may want to do with a case."""

from enum import StrEnum


class Act(StrEnum):
    """Each is allowed to some; `refusals.NOT_YOURS` says what the others hear."""

    START = "start"
    SEE = "see"
    ANSWER = "answer"
    ACT_FOR_OTHERS = "act-for-others"
    INVITE = "invite"
    ADMIT = "admit"
    CLOSE = "close"
    WAIVE_URGENT = "waive-urgent"
    SETTLE = "settle"
    OVERSEE = "oversee"
    UPDATE = "update"
    SHARE = "share"
    PLACE = "place"
