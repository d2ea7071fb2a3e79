"""What can go wrong between us and Teams.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
"""

import httpx

from bot.messages import channels
from bot.messages.channels import Obstacle


class NoToken(Exception):
    """Microsoft does not let us prove who we are: the client secret is wrong, or has ended."""


class NotUnderstood(Exception):
    """Teams answers what nobody can read."""


# HTTPStatusError, which is one, is caught before.
NOTHING_CAME = (httpx.HTTPError, OSError)
# Without an answer from Teams that could be understood.
NO_ANSWER = (*NOTHING_CAME, NotUnderstood)
Refused = httpx.HTTPStatusError

GONE = 404

_SHUT = {401: channels.TEAMS_IS_SHUT, 403: channels.NOT_IN_TEAMS, 404: channels.NOT_IN_TEAMS}
_NEVER_THERE = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)


def what_is_shut(error: Refused) -> Obstacle:
    """What stands in the way where Teams is not just busy."""
    status = error.response.status_code
    return _SHUT.get(status) or channels.refused(str(status))


def is_gone(error: Refused) -> bool:
    """True where we are not, or not any more, in what we spoke in."""
    return what_is_shut(error) is channels.NOT_IN_TEAMS


def is_busy(error: Exception) -> bool:
    """True where Teams is out of order or wants to be left alone: later, the same may go well."""
    if not isinstance(error, Refused):
        return True
    status = error.response.status_code
    return status in (408, 412, 429) or status >= 500


def may_have_it(error: Exception) -> bool:
    """True where Teams may have done it all the same, and only the answer was lost."""
    if not isinstance(error, Refused):
        return not isinstance(error, _NEVER_THERE)
    status, headers = error.response.status_code, error.response.headers
    turned_away = status in (412, 429) or (status == 503 and "Retry-After" in headers)
    return is_busy(error) and not turned_away


def pause_of(error: Exception) -> float:
    """For how many seconds it wants to be left alone."""
    if not isinstance(error, Refused):
        return 1.0
    try:
        return max(0.0, float(error.response.headers.get("Retry-After", 1)))
    except ValueError:
        return 1.0
