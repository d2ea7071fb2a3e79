"""What we say when the board's figures cannot be shown."""

from planning_rules.refusal import Refusal


def only_the_board() -> Refusal:
    return Refusal(
        "Only the board, managers and whoever administers Day One for your service see its figures. "
        "Whoever administers it gives these roles."
    )


def only_managers_see_single_children() -> Refusal:
    return Refusal("The paper for a closed session tells of single children. Only a manager can print it.")


def no_such_period(given: str) -> Refusal:
    return Refusal(f"No period that is told ends on “{given[:30]}”. Type /dto board to see which do.")
