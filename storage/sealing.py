"""Sealing: AES-256-GCM with the key's name in front, padded, and bound to one field of one row."""

import hmac
import json
import os
from collections.abc import Mapping
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from storage.broken_text import refuse_broken
from storage.keys import read_keys

BLOCK = 64
NONCE = 12


class CannotOpen(Exception):
    """A sealed field cannot be opened. The sentence names the place and says why, never what is in it."""


class Keyring:
    """The keys by name: the first seals, all open. Each purpose has a key of its own, derived from them."""

    def __init__(self, keys: Mapping[str, bytes]) -> None:
        self._keys = dict(keys)
        self._ciphers = {name: AESGCM(_derive(key, "sealing")) for name, key in keys.items()}
        self.names = tuple(keys)
        self.first = self.names[0]

    @classmethod
    def from_text(cls, text: str) -> "Keyring":
        """Read `name:key,name:key`, as DAYONE_KEYS has it. Raises BadKeys with a sentence for each fault."""
        return cls(read_keys(text))

    def seal(self, value: Any, place: str) -> bytes:
        """Seal a JSON value. It opens in the same place only; its length is hidden by up to 64 bytes."""
        refuse_broken(value)
        plain = json.dumps(value, ensure_ascii=False).encode()
        padded = plain + b" " * (-len(plain) % BLOCK)
        nonce = os.urandom(NONCE)
        bound_to = f"{self.first}|{place}".encode()
        return self.first.encode() + b":" + nonce + self._ciphers[self.first].encrypt(nonce, padded, bound_to)

    def open(self, sealed: bytes, place: str) -> Any:
        """What was sealed in `place`. Raises CannotOpen."""
        name, _, rest = sealed.partition(b":")
        cipher = self._ciphers.get(name.decode("ascii", "replace"))
        if cipher is None:
            raise CannotOpen(f"{place} is sealed with a key that is not in DAYONE_KEYS.")
        try:
            plain = cipher.decrypt(rest[:NONCE], rest[NONCE:], name + b"|" + place.encode())
        except (InvalidTag, ValueError):
            raise CannotOpen(f"{place} was changed, or belongs to another row.") from None
        return json.loads(plain)

    def mac(self, purpose: str, message: bytes, name: str = "") -> bytes:
        """HMAC-SHA256 of `message`, with the first key or the one called `name`."""
        return hmac.digest(_derive(self._keys[name or self.first], purpose), message, "sha256")


def _derive(key: bytes, purpose: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=f"dayone {purpose}".encode()).derive(key)
