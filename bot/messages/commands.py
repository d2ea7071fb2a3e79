"""The words that can be typed after /dto, each with its help and an example."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """`takes` names what follows the word, and how many of the last may be left out (`may_lack`).

    A command that is `behind_buttons` is not listed in the help; every other stands in HELP.
    """

    name: str
    help: str
    takes: tuple[str, ...] = ()
    behind_buttons: bool = False
    may_lack: int = 0

    @property
    def example(self) -> str:
        return " ".join(("/dto", self.name, *(EXAMPLES[word] for word in self.takes)))


EXAMPLES = {
    "REF": "OAK-417",
    "STEP": "home",
    "CODE": "K7QX-3MPD-9RTA",
    "RULE": "ACC01",
    "ACTION": "a3",
    "PERSON": "mum",
    "FAMILY": "mum",
    "READER": "child",
    "FACT": "home.address",
    "WAY": "kept",
    "FORM": "new",
    "PAGE": "agenda",
    "COMES": "coming",
    "PART": "all",
    "SWITCH": "on",
}

# What people type for them in a hurry.
ALSO = {
    "calendar": "dates",
    "cases": "list",
    "close": "finish",
    "meeting": "meet",
    "notes": "minutes",
    "plan": "sheet",
    "tasks": "actions",
    "todo": "actions",
}
ALSO_STEPS = {
    "accommodation": "home",
    "address": "home",
    "dates": "order",
    "ete": "education",
    "housing": "home",
    "mobility": "temporary_release",
    "rotl": "temporary_release",
    "work": "education",
}

# The help, by when one needs it.
HELP = {
    "Cases": ("list", "new", "join", "case", "dates", "people", "channel", "help"),
    "Before a meeting": ("agenda", "ready", "paper"),
    "In a meeting": ("meet", "step", "change", "room", "finish"),
    "Between meetings": ("gaps", "actions", "done", "minutes", "sheet"),
    "For managers, the board and administrators": ("digest", "service", "board", "learn", "rules", "roles"),
}

_REF = ("REF",)
_ACTION = ("REF", "ACTION")

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command("new", "Start a case: the order, its dates and the people."),
        Command("list", "Your cases, the next date of each, and what is urgent."),
        Command("case", "One case at a glance.", _REF),
        Command("dates", "The dates of the order, and what is due when.", _REF),
        Command("people", "Who is on the case. Add or invite somebody.", _REF),
        Command("join", "Join a case with the code that you were given.", ("CODE",), may_lack=1),
        Command("ready", "A sheet to get ready for the meeting with.", ("REF", "READER"), may_lack=1),
        Command("agenda", "The agenda: see it first, then post it to the channel.", _REF),
        Command("meet", "Open the planning meeting, or go back to it.", _REF),
        Command("step", "Open one topic of the meeting.", ("REF", "STEP"), may_lack=1),
        Command("paper", "One topic to print and fill in by hand.", ("REF", "STEP"), may_lack=1),
        Command("gaps", "What the plan still lacks, and why it matters.", _REF),
        Command("actions", "Who promised what, by when.", _REF),
        Command("done", "Tick off an action.", _ACTION),
        Command("room", "What may be read out or shown in the meeting.", _REF),
        Command("finish", "Check the meeting and close it.", _REF),
        Command("minutes", "What the open meeting settled, or the last one.", _REF),
        Command("sheet", "The plan sheet: see it first, then share it.", ("REF", "READER"), may_lack=1),
        Command("channel", "Hold the case's meetings in this private channel or group chat.", _REF),
        Command("roles", "Say who in your service may do what."),
        Command("digest", "What your service's plans need, for managers.", ("PART",), may_lack=1),
        Command("service", "When the weekly digest and reminders come."),
        Command("rules", "How often the gaps of each rule are waived or ignored, for administrators."),
        Command("board", "How children did after they left, in numbers, for the board and managers."),
        Command("learn", "How fast gaps close and offers are accepted, for the board and managers."),
        Command("help", "This list."),
        Command("change", "Change answers that were given.", ("REF", "STEP")),
        Command("private", "Open the private questions of one topic.", ("REF", "STEP"), True),
        Command("why", "Where a gap comes from.", ("REF", "RULE"), True),
        Command("make", "Make a gap an action.", ("REF", "RULE"), True),
        Command("waive", "Say why a gap does not count.", ("REF", "RULE"), True),
        Command("all", "Every gap.", _REF, True),
        Command("add", "Add an action.", _REF, True),
        Command("accept", "Accept an action.", _ACTION, True),
        Command("decline", "Decline an action.", _ACTION, True),
        Command("confirm", "Confirm that an action is done.", _ACTION, True),
        Command("skip", "Skip an action, with a reason.", _ACTION, True),
        Command("move", "Give an action another day or another person.", _ACTION, True),
        Command("snooze", "Let the reminders of an action wait.", _ACTION, True),
        Command("history", "What happened to an action.", _ACTION, True),
        Command("person", "Add somebody to the case.", _REF, True),
        Command("edit", "Change what is kept about somebody.", ("REF", "PERSON"), True),
        Command("leave", "Say that somebody has left the case.", ("REF", "PERSON"), True),
        Command("lead", "Say who leads the case from now on.", ("REF", "PERSON"), True),
        Command("another", "Open another meeting.", _REF, True),
        Command("invite", "Make a code for somebody.", ("REF", "PERSON"), True),
        Command("admit", "Let somebody in who used a code.", ("REF", "PERSON"), True),
        Command("settle", "Choose between two answers.", ("REF", "FACT", "WAY"), True),
        Command("disagree", "Say who settles what you disagree about.", ("REF", "FACT"), True),
        Command("given", "Say that somebody has their plan sheet.", ("REF", "READER"), True),
        Command("notgiven", "Take back that somebody has their plan sheet.", ("REF", "READER"), True),
        Command("oversee", "Sign off that you looked at a plan.", _REF, True),
        Command("notoverseen", "Take back that you signed a plan off.", _REF, True),
        Command("update", "What other services hear of a case each week.", _REF, True),
        Command("weekly", "Send the weekly update, or stop it.", ("REF", "SWITCH"), True),
        Command("home", "Your cases and what you have promised.", behind_buttons=True),
        Command("afresh", "Drop what was typed into a form, and open it anew.", ("FORM",), True),
        Command("miles", "Work out the miles from home from two postcode districts.", _REF, True),
        Command("post", "Post the agenda.", ("REF", "PAGE"), True),
        Command("again", "Post what may not stand in the channel.", _REF, True),
        Command("attend", "Say whether you come to the meeting.", ("REF", "COMES"), True),
        Command("attends", "Say how the child or a relative takes part.", ("REF", "FAMILY"), True),
        Command("words", "Say which hard words on the sheets are wanted.", _REF, True),
        Command("share", "Share a plan sheet with the case's channel.", ("REF", "READER"), True),
    )
}
