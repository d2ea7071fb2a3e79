"""What we say when something cannot be done: what happened, and what to do."""

from collections.abc import Iterable

from bot.messages.acts import Act
from bot.messages.channels import A_CHANNEL
from bot.messages.commands import COMMANDS
from planning_rules.refusal import Refusal


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


def no_form(name: str) -> Refusal:
    return Refusal(f"There is no form like this for “{name}”. For example, type {COMMANDS[name].example}")


def needs_more_words(name: str) -> Refusal:
    return Refusal(f"Something is missing after “{name}”. For example: {COMMANDS[name].example}")


def too_long_for_a_command(length: int) -> Refusal:
    return Refusal(
        f"That is {length:,} characters, which is too long for a command. "
        "Answers go into a form: type /dto meet and the reference to open one."
    )


def no_such(what: str, given: str, like: str = "", known: Iterable[str] = ()) -> Refusal:
    """Nothing of that name on this case. `known` are those that there are, where they are few."""
    hint = f" Did you mean “{like}”?" if like else ""
    there_are = f" There are: {'; '.join(known)}." if known else ""
    return Refusal(f"There is no {what} “{given[:40]}” here.{hint}{there_are}")


def no_such_gap(given: str, reference: str) -> Refusal:
    """The same for one that has closed since its button was drawn and for one not for their eyes."""
    return Refusal(
        f"There is no gap “{given[:40]}” here. It may be closed by now. "
        f"Type /dto gaps {reference} to see what is missing."
    )


NOT_YOURS = {
    Act.START: "You cannot start a case. Only a worker, a chair or a manager can: ask whoever administers "
    "Day One for your service.",
    Act.SEE: "You cannot see this case. Ask the case lead.",
    Act.ANSWER: "You cannot answer for this case. Ask the case lead.",
    Act.ACT_FOR_OTHERS: "This action is somebody else's. Ask them, the case lead or a manager.",
    Act.INVITE: "You cannot change who is on this case. Ask the case lead.",
    Act.ADMIT: "Only the case lead lets people in.",
    Act.CLOSE: "You cannot close this meeting. Ask the case lead, the chair or a manager.",
    Act.WAIVE_URGENT: "This is urgent. Only a manager on the case can say that it does not count.",
    Act.SETTLE: "You have said that you disagree. Only a manager on the case can settle it.",
    Act.OVERSEE: "Only a manager on the case can sign off its plan.",
    Act.UPDATE: "You cannot choose who hears of this case each week. Ask the case lead or the chair.",
    Act.SHARE: "You cannot share the plan sheet. Ask the case lead or the chair.",
    Act.PLACE: "You cannot choose the case's channel. Ask the case lead or the chair.",
}


def not_yours(act: Act) -> Refusal:
    return Refusal(NOT_YOURS[act])


def private_step(title: str) -> Refusal:
    return Refusal(f"The private questions of {title} are open to named workers only. Ask the case lead.")


def no_meeting(reference: str) -> Refusal:
    return Refusal(f"No meeting is open for {reference}. Type /dto meet {reference} to open one.")


def code_not_good() -> Refusal:
    """One answer for a code that is wrong, used or too old, so that nothing can be learned by trying."""
    return Refusal("That code does not work. It may be used up or too old. Ask the case lead for a new one.")


def not_as_it_stands(action: str, progress: str) -> Refusal:
    return Refusal(f"Action {action} is {progress}, so this cannot be done now. Look at the actions again.")


def by_somebody_else(action: str) -> Refusal:
    return Refusal(f"Somebody else confirms that {action} is done: the case lead, the chair or a manager.")


def changed_since(what: str) -> Refusal:
    return Refusal(f"{what} has changed since you looked at it. Please look again.")


def only_workers_join() -> Refusal:
    return Refusal("Only workers join with a code. The child and the family get their plan on paper.")


def joined_already(name: str) -> Refusal:
    return Refusal(f"{name} has joined already, so no code is needed.")


def on_it_already(reference: str) -> Refusal:
    return Refusal(f"You are on {reference} already. Type /dto case {reference} to open it.")


def has_not_joined(name: str) -> Refusal:
    return Refusal(f"{name} has not used a code yet. Make one, and give it to them.")


def lead_stays() -> Refusal:
    return Refusal("The case lead cannot leave it. Under People, press “Let them lead” beside another first.")


def no_service() -> Refusal:
    """Said in a workspace that no service has."""
    return Refusal(
        "This workspace is not set up for Day One yet. Whoever runs Day One adds it with dayone service add."
    )


def not_in_a_private_channel(reference: str) -> Refusal:
    return Refusal(
        f"Meetings stand in {A_CHANNEL}. Make one with the people of {reference}, add Day One "
        f"to it, and type /dto channel {reference} there."
    )


def no_channel(reference: str) -> Refusal:
    return Refusal(
        f"{reference} has no channel yet. Make {A_CHANNEL}, with its people, add Day One to it, and type "
        f"/dto channel {reference} there."
    )


def channel_of_another_case() -> Refusal:
    return Refusal("Another case has this channel. Each case needs a private channel of its own.")


def guest_without_organisation(reference: str) -> Refusal:
    return Refusal(
        f"You are a guest here, and {reference} does not say for which organisation you work. "
        "Ask the case lead to add it under People."
    )


def only_administrators() -> Refusal:
    return Refusal("Only whoever administers Day One for your service gives roles.")


def only_administrators_read() -> Refusal:
    return Refusal("Only whoever administers Day One for your service sees how its rules fare.")


def last_administrator() -> Refusal:
    return Refusal("Somebody has to administer Day One for your service. Make somebody else it first.")


def on_it_already_as_somebody() -> Refusal:
    return Refusal("This person is on the case already.")


def barred() -> Refusal:
    return Refusal("Their own service has taken all roles away from them. It has to give them one first.")


def joined_as_a_worker() -> Refusal:
    return Refusal("They have joined as a worker, so they cannot be family. Take them off, and add family.")


def no_meeting_planned(reference: str) -> Refusal:
    return Refusal(f"No meeting on {reference} is planned. Ask the case lead or the chair to plan one.")


def unprintable() -> Refusal:
    return Refusal("The PDF has no letters for something that was typed. Open it as a page, and print that.")


def channel_was_another_cases() -> Refusal:
    return Refusal("Something about another case stands in this channel. Each case needs one of its own.")
