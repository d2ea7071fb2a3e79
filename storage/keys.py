"""Keys as an administrator writes them: `name:key,name:key`, each key 32 bytes in URL-safe base64."""

import base64
import re
import secrets
from collections.abc import Iterator

BYTES = 32
_NAME = re.compile(r"[a-z0-9_-]{1,32}")


class BadKeys(ValueError):
    """DAYONE_KEYS cannot be used. `faults` are sentences; none repeats what was written there."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def make_key(name: str) -> str:
    """A new key, as it stands in DAYONE_KEYS."""
    return f"{name}:{base64.urlsafe_b64encode(secrets.token_bytes(BYTES)).decode()}"


def read_keys(text: str) -> dict[str, bytes]:
    """The keys by name, in the order given. Raises BadKeys."""
    if not text.strip():
        raise BadKeys(["DAYONE_KEYS is empty: it needs at least one name:key."])
    pairs = [part.strip().partition(":") for part in text.split(",")]
    names = [name for name, _, _ in pairs]
    decoded = [_decode(key) for _, _, key in pairs]
    if faults := list(_faults(names, decoded)):
        raise BadKeys(faults)
    return dict(zip(names, decoded, strict=True))


def _faults(names: list[str], decoded: list[bytes]) -> Iterator[str]:
    for number, (name, key) in enumerate(zip(names, decoded, strict=True), start=1):
        place = f"Key number {number} in DAYONE_KEYS"
        if not _NAME.fullmatch(name):
            yield f"{place} has no proper name: write name:key, the name in a-z, 0-9, - and _."
        elif names.index(name) < number - 1:
            yield f"{place} has the name of an earlier one."
        if len(key) != BYTES:
            yield f"{place} is not {BYTES} bytes in URL-safe base64."


def _decode(key: str) -> bytes:
    try:
        return base64.b64decode(key + "=" * (-len(key) % 4), altchars=b"-_", validate=True)
    except ValueError:
        return b""
