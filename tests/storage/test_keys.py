import base64
import re

import pytest

from storage import BadKeys, Keyring, make_key


def of_bytes(number: int) -> str:
    return base64.urlsafe_b64encode(bytes(range(number))).decode()


SECRET = of_bytes(32)
GOOD = f"good:{SECRET}"


def test_a_made_key_can_be_read() -> None:
    assert Keyring.from_text(make_key("local")).names == ("local",)


def test_no_two_made_keys_are_the_same() -> None:
    assert make_key("a") != make_key("a")


def test_the_first_key_seals() -> None:
    keys = Keyring.from_text(f" {make_key('new')} , {make_key('old')} ")
    assert (keys.first, keys.names) == ("new", ("new", "old"))


def test_a_key_may_come_without_its_padding() -> None:
    assert Keyring.from_text(GOOD.rstrip("=")).names == ("good",)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "DAYONE_KEYS is empty"),
        ("  ", "DAYONE_KEYS is empty"),
        (SECRET, "number 1 .* no proper name"),
        (f"Good Key:{SECRET}", "number 1 .* no proper name"),
        (f":{SECRET}", "number 1 .* no proper name"),
        (f"{GOOD},", "number 2 .* no proper name"),
        (f"{GOOD},{GOOD}", "number 2 .* name of an earlier one"),
        (f"a:{of_bytes(16)}", "number 1 .* not 32 bytes"),
        (f"a:{of_bytes(33)}", "number 1 .* not 32 bytes"),
        (f"{GOOD},b:{SECRET[:-3]}é", "number 2 .* not 32 bytes"),
        (f"a:{SECRET[:20]} {SECRET[20:]}", "number 1 .* not 32 bytes"),
    ],
)
def test_a_fault_is_named_by_its_place_and_the_key_is_not_repeated(text: str, fault: str) -> None:
    with pytest.raises(BadKeys) as refused:
        Keyring.from_text(text)
    assert re.search(fault, str(refused.value))
    assert SECRET[:8] not in str(refused.value)


def test_every_fault_is_named() -> None:
    with pytest.raises(BadKeys) as refused:
        Keyring.from_text("a:short,B C:short")
    assert len(refused.value.faults) == 3


def test_a_keyring_does_not_show_its_keys() -> None:
    assert SECRET[:8] not in repr(Keyring.from_text(GOOD))
