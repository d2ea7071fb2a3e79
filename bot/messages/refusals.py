"""What we say when something cannot be done: what happened, and what to do."""

from bot.messages.commands import COMMANDS
from planning_rules.refusal import Refusal

ALREADY_DONE = "That was done already, so nothing was done twice."


def no_such_case(reference: str) -> Refusal:
    """The same for a case that does not exist and for one that does not name you."""
    return Refusal(
        f"There is no case {reference} that you are on. Check it, or ask the case lead to add you."
    )


def unknown_command(name: str, like: str) -> Refusal:
    if like:
        return Refusal(
            f"There is no command “{name[:30]}”. Did you mean “{like}”? For example: {COMMANDS[like].example}"
        )
    return Refusal(f"There is no command “{name[:30]}”. Type /dto help to see them all.")


def needs_a_reference(name: str) -> Refusal:
    return Refusal(f"Which case? For example: {COMMANDS[name].example}. Type /dto list to see yours.")


def no_reference(name: str, given: str) -> Refusal:
    return Refusal(
        f"“{given[:30]}” is no case reference. A reference looks like OAK-417. "
        f"For example: {COMMANDS[name].example}"
    )


def needs_a_code() -> Refusal:
    return Refusal("Which code? Ask the case lead for one. For example: " + COMMANDS["join"].example)


def too_long_for_a_command(length: int) -> Refusal:
    return Refusal(
        f"That is {length:,} characters, which is too long for a command. "
        "Answers go into a form: type /dto meet and the reference to open one."
    )


def no_such(what: str, given: str, like: str = "") -> Refusal:
    """Nothing of that name on this case."""
    hint = f" Did you mean “{like}”?" if like else ""
    return Refusal(f"There is no {what} “{given[:40]}” here.{hint}")


def not_yours(what: str) -> Refusal:
    return Refusal(f"You cannot {what}. Ask the case lead or a manager.")


def private_step(title: str) -> Refusal:
    return Refusal(f"The private questions of {title} are open to named workers only. Ask the case lead.")


def no_meeting(reference: str) -> Refusal:
    return Refusal(f"No meeting is open for {reference}. Type /dto meet {reference} to open one.")


def code_not_good() -> Refusal:
    """One answer for a code that is wrong, used or too old, so that nothing can be learned by trying."""
    return Refusal("That code does not work. It may be used up or too old. Ask the case lead for a new one.")


def not_done_yet(action: str) -> Refusal:
    return Refusal(f"Action {action} is not marked as done. Its owner ticks it off first with /dto done.")


def only_when_read() -> Refusal:
    return Refusal("Nothing was shared. Read the sheet through first, then say that you have.")


def meeting_stays_open(reference: str) -> Refusal:
    return Refusal(f"The meeting stays open. Type /dto meet {reference} to go on with it.")


def joined_already(name: str) -> Refusal:
    return Refusal(f"{name} has joined already, so no code is needed.")


def on_it_already(reference: str) -> Refusal:
    return Refusal(f"You are on {reference} already. Type /dto case {reference} to open it.")


def has_not_joined(name: str) -> Refusal:
    return Refusal(f"{name} has not used a code yet. Make one, and give it to them.")
