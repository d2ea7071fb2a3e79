"""Whose an address is that somebody sends us. Whatever is odd about it, it is nobody's."""

import re

# With a port, and a plain path.
_HERE = re.compile(r"http://(127\.0\.0\.1|\[::1\]|localhost)(:\d{1,5})?(/[\w-]+)*/?", re.ASCII)
_ONEDRIVE = re.compile(r"https://[\w-]+\.sharepoint\.com(:443)?/[^\s\\]*", re.ASCII | re.IGNORECASE)


def is_here(url: str) -> bool:
    """True for one of this computer."""
    return bool(_HERE.fullmatch(url))


def is_onedrive(url: str) -> bool:
    """True for an address in the OneDrive of an organisation, over TLS."""
    return bool(_ONEDRIVE.fullmatch(url))
