"""Postcode districts as people type them: the half of a postcode that is nobody's address."""

import re
from typing import NewType

from bot.messages.miles import not_a_district
from planning_rules.refusal import Refusal
from planning_rules.text import clean

District = NewType("District", str)
# What follows the district in a postcode, whole or in part, is left out.
_TYPED = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)(?: ?[0-9][A-Z]{2}| [0-9][A-Z]?)?")


def read_district(typed: str) -> District | Refusal:
    """The district that is meant by "ls10", "LS10" or "LS10 1AB": LS10.

    https://ideal-postcodes.co.uk/guides/uk-postcode-format
    """
    found = _TYPED.fullmatch(" ".join(clean(typed).upper().split()))
    return District(found[1]) if found else not_a_district()
