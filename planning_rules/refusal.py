"""What a person did that cannot be done, as a value with the sentence that tells them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """`sentence` says what happened and what to do; it is shown to the person as it stands."""

    sentence: str
