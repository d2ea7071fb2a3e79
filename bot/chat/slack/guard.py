"""Who is let in: Slack alone, once, with something that it sends. In front of Bolt, which checks less.

https://docs.slack.dev/authentication/verifying-requests-from-slack
"""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from flask import Request, abort
from slack_sdk.signature import Clock, SignatureVerifier

from bot.chat.slack.payloads import Payload, read_payload
from bot.settings import is_slacks
from storage import Store, once

# The biggest that Slack sends is a view that is sent in: of at most 250 KB, each byte of which may take three
# once urlencoded, and what was typed into it.
LARGEST = 1024 * 1024
FRESH = timedelta(minutes=5)

# \d and isdigit() know more digits than int() does.
_TIME = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


class Guard:
    """Aborts with 413 for what is too big, 401 for what Slack did not just sign, 400 for what it never sends
    and 409 for what came before."""

    def __init__(
        self, secret: str, store: Store, clock: Callable[[], datetime], is_slack_here: bool = False
    ) -> None:
        self._verifier = SignatureVerifier(secret, _At(clock))
        self._store, self._clock = store, clock
        self._is_slack_here = is_slack_here

    def open(self, request: Request) -> Payload:
        """What Slack says."""
        body, signature = self._signed(request)
        payload = read_payload(request.mimetype, body)
        if payload is None or not all(is_slacks(url, self._is_slack_here) for url in _addresses(payload)):
            abort(400)
        if _is_answered_with_words(payload) and not self._is_first(signature):
            abort(409)
        return payload

    def _signed(self, request: Request) -> tuple[str, str]:
        """The body and its signature. The body is read only where it could be signed, and is not too big."""
        time = request.headers.get("X-Slack-Request-Timestamp", "")
        signature = request.headers.get("X-Slack-Signature", "")
        if not (_TIME.fullmatch(time) and _SIGNATURE.fullmatch(signature)):
            abort(401)
        try:
            body = request.get_data().decode()
        except UnicodeDecodeError:
            abort(401)
        if not self._verifier.is_valid(body, time, signature):
            abort(401)
        return body, signature

    def _is_first(self, signature: str) -> bool:
        """Slack signs whatever it sends anew, with the time; the same again is somebody else's copy."""
        now = self._clock()
        # Its time may be as much ahead of ours as it may be behind.
        with self._store.transaction() as tx:
            return once.take(tx, f"slack {signature}", at=now, until=now + 2 * FRESH)


class _At(Clock):
    def __init__(self, clock: Callable[[], datetime]) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock().timestamp()


def _addresses(payload: Payload) -> list[str]:
    """Where answers may be sent later."""
    found = [payload, *payload.get("response_urls", ())]
    return [each["response_url"] for each in found if each.get("response_url")]


def _is_answered_with_words(payload: Payload) -> bool:
    """What is typed and sent in is answered there and then, perhaps with more of a plan than was in it.

    Buttons and events are answered with nothing: what they show goes to Slack.
    """
    return "command" in payload or payload.get("type") == "view_submission"
