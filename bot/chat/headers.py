"""What our answers over HTTP forbid a browser."""

from base64 import b64encode
from hashlib import sha256

from flask import Response

POLICY = (
    "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def policy_with_style(style: str) -> str:
    """The policy for a page that carries this one style in it."""
    digest = b64encode(sha256(style.encode()).digest()).decode()
    return f"{POLICY}; style-src 'sha256-{digest}'"


def forbid(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
