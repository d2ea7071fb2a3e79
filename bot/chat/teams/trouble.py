"""What can go wrong between us and Teams."""

import httpx

from bot.messages import channels
from bot.messages.channels import Obstacle

# Without an answer from Teams. HTTPStatusError, which is one, is caught before.
NO_ANSWER = (httpx.HTTPError, OSError)
Refused = httpx.HTTPStatusError

GONE = 404

_SHUT = {401: channels.TEAMS_IS_SHUT, 403: channels.NOT_IN_TEAMS, 404: channels.NOT_IN_TEAMS}


def what_is_shut(error: Refused) -> Obstacle:
    """What stands in the way where Teams is not just busy."""
    status = error.response.status_code
    return _SHUT.get(status) or channels.refused(str(status))


def is_busy(error: Refused) -> bool:
    """True where Teams is out of order or wants to be left alone: later, the same may go well.

    https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
    """
    status = error.response.status_code
    return status in (408, 412, 429) or status >= 500


def pause_of(error: Refused) -> float:
    """For how many seconds it wants to be left alone."""
    try:
        return max(0.0, float(error.response.headers.get("Retry-After", 1)))
    except ValueError:
        return 1.0
