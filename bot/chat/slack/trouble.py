"""What can go wrong between us and Slack."""

from http.client import HTTPException

from slack_sdk.errors import SlackApiError, SlackClientError

# Without an answer from Slack that could be understood. SlackApiError, which is one, is caught before.
NO_ANSWER = (SlackClientError, HTTPException, OSError)


# What Slack says where the workspace does not let us in any more.
SHUT_OUT = ("token_revoked", "token_expired", "account_inactive", "invalid_auth", "not_authed")


# What Slack says of itself with a status of 200.
_BUSY = ("fatal_error", "internal_error", "ratelimited", "request_timeout", "service_unavailable")


def code_of(error: SlackApiError) -> str:
    """Slack's own word for it, like "is_archived"."""
    return str(error.response.get("error", ""))


def is_busy(error: SlackApiError) -> bool:
    """True where Slack is out of order or wants to be left alone: later, the same may go well."""
    status = error.response.status_code
    return status == 429 or status >= 500 or code_of(error) in _BUSY


def is_throttled(error: SlackApiError) -> bool:
    """True where Slack says that it did not even look at what was sent."""
    return error.response.status_code == 429 or code_of(error) == "ratelimited"


def pause_of(error: SlackApiError) -> float:
    """For how many seconds it wants to be left alone."""
    return float(error.response.headers.get("Retry-After", 1))
