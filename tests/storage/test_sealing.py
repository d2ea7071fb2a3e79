import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage import BrokenText, CannotOpen, Keyring, make_key

KEYS = Keyring.from_text(make_key("first"))
PLACE = "people|sealed_name|1"
WHOLE_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | WHOLE_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(WHOLE_TEXT, inner),
    max_leaves=10,
)


@given(JSON)
def test_what_was_sealed_opens_the_same(value: object) -> None:
    assert KEYS.open(KEYS.seal(value, PLACE), PLACE) == value


def test_the_same_value_never_seals_the_same() -> None:
    assert KEYS.seal("Robin", PLACE) != KEYS.seal("Robin", PLACE)


@pytest.mark.parametrize(
    "place", ["people|sealed_name|2", "people|sealed_phone|1", "accounts|sealed_name|1", ""]
)
def test_what_was_sealed_in_one_place_opens_in_no_other(place: str) -> None:
    sealed = KEYS.seal("Robin", PLACE)
    with pytest.raises(CannotOpen, match="changed, or belongs to another row"):
        KEYS.open(sealed, place)


def test_no_byte_can_be_changed_or_cut() -> None:
    sealed = KEYS.seal("Robin", PLACE)
    for at in range(len(sealed)):
        changed = bytearray(sealed)
        changed[at] ^= 1
        for broken in (bytes(changed), sealed[:at]):
            with pytest.raises(CannotOpen):
                KEYS.open(broken, PLACE)


def test_the_length_says_only_how_many_blocks_of_64_there_are() -> None:
    lengths = [len(KEYS.seal("x" * number, PLACE)) for number in (0, 1, 30, 62, 63)]
    assert len(set(lengths[:4])) == 1
    assert lengths[4] == lengths[0] + 64


def test_a_key_that_is_not_there_opens_nothing() -> None:
    other = Keyring.from_text(make_key("second"))
    with pytest.raises(CannotOpen, match="not in DAYONE_KEYS"):
        other.open(KEYS.seal("Robin", PLACE), PLACE)


def test_another_key_of_the_same_name_opens_nothing() -> None:
    other = Keyring.from_text(make_key("first"))
    with pytest.raises(CannotOpen):
        other.open(KEYS.seal("Robin", PLACE), PLACE)


def test_an_older_key_still_opens_what_it_sealed() -> None:
    old, new = make_key("old"), make_key("new")
    sealed = Keyring.from_text(old).seal("Robin", PLACE)
    assert Keyring.from_text(f"{new},{old}").open(sealed, PLACE) == "Robin"


def test_each_purpose_has_a_key_of_its_own() -> None:
    assert KEYS.mac("audit", b"same") != KEYS.mac("invitations", b"same")


@pytest.mark.parametrize(
    "broken", ["nul \0", "half \ud83d", ["in a \0 list"], {"key": {"deep": "\udc00"}}, {"\0": 1}]
)
def test_broken_text_is_not_sealed(broken: object) -> None:
    with pytest.raises(BrokenText):
        KEYS.seal(broken, PLACE)


def test_a_written_out_escape_is_not_broken_text() -> None:
    assert KEYS.open(KEYS.seal("\\u0000 \\ud83d", PLACE), PLACE) == "\\u0000 \\ud83d"
