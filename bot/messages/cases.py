"""Cases: the list of one's own, one at a glance, and the form that starts one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.messages.document import Block, Button, Buttons, Document, Heading, Pairs, Paragraph, Row, Tone
from bot.messages.form import Control, Field, Form
from planning_rules.dates import in_full
from planning_rules.parts import Role
from planning_rules.plan import Plan
from planning_rules.text import counted

THE_CHILD = "The child"
_LEADS = ((Role.YOT, "Youth justice worker"), (Role.SECURE, "Case worker in the secure setting"))


@dataclass(frozen=True)
class CaseLine:
    """One case in the list: its next date, its urgent gaps, and one's own actions in it.

    `was_due`: the release day has passed, and nobody recorded that the child left.
    """

    reference: str
    release: date | None
    urgent: int
    open_gaps: int
    own_actions: int
    meeting_is_open: bool
    was_due: bool = False


@dataclass(frozen=True)
class PromiseLine:
    """How much somebody has still to do on one case, and the day of the first of it."""

    reference: str
    count: int
    next_due: date


def case_list(lines: Sequence[CaseLine]) -> Document:
    """One's own cases, the most pressing first."""
    ways = (Button("Start a case", "new"), Button("Join with a code", "join"), Button("Help", "help"))
    start = Buttons(ways)
    if not lines:
        nothing = Paragraph(
            "You are on no case yet. Start one, or join one with the code that you were given."
        )
        return Document("Your cases", (nothing, start))
    return Document("Your cases", (*(_line(line) for line in lines), start))


def home(lines: Sequence[CaseLine], promises: Sequence[PromiseLine], today: date) -> Document:
    """Where somebody starts. It names no action: what was promised opens by button."""
    cases = case_list(lines)
    if not promises:
        return cases
    owed = (_owed(one, today) for one in promises)
    return Document(cases.title, (*cases.blocks, Heading("Your actions"), *owed))


def _owed(line: PromiseLine, today: date) -> Row:
    late = line.next_due < today
    when = f"The next {'was' if late else 'is'} due on {in_full(line.next_due)}"
    says = f"{line.reference}: {counted(line.count, 'action')} of yours"
    see = (Button("See them", f"actions {line.reference}"),)
    return Row(says, when, Tone.URGENT, "late", see) if late else Row(says, when, buttons=see)


def time_left(plan: Plan, today: date) -> str:
    """How long there is until the earliest release, which is no appointment where it is the early date."""
    release = plan.earliest_release
    if plan.order.released_on.is_given or release is None:
        return "has left custody" if release else "no release date yet"
    days = (release - today).days
    if days <= 0:
        return "release is due"
    may_be_later = release == plan.order.early_date.value and not plan.order.granted_date.is_given
    return (
        f"could leave in {counted(days, 'day')} at the earliest"
        if may_be_later
        else f"{counted(days, 'day')} to release"
    )


def next_release(plan: Plan, today: date) -> date | None:
    """The first day to come on which the child could leave, or the last one where all have passed."""
    days = (plan.earliest_release, plan.order.granted_date.value, plan.order.middle_date.value)
    known = sorted(day for day in days if day)
    return next((day for day in known if day >= today), known[-1] if known else None)


def release_has_passed(plan: Plan, today: date) -> bool:
    """True where the child was due to leave before today, and nobody recorded that they did."""
    release = next_release(plan, today)
    return release is not None and release < today and not plan.order.released_on.is_given


def _line(line: CaseLine) -> Row:
    leaves = "was due to leave" if line.was_due else "could leave"
    release = f"{leaves} on {in_full(line.release)}" if line.release else "release date not recorded"
    own = f" · {counted(line.own_actions, 'action')} of yours" if line.own_actions else ""
    urgent = f"{line.urgent} urgent" if line.urgent else ""
    meet = "Go to the meeting" if line.meeting_is_open else "Meet"
    return Row(
        line.reference,
        f"{release} · {counted(line.open_gaps, 'gap')} open{own}",
        Tone.URGENT if line.urgent else Tone.PLAIN,
        urgent,
        (
            Button("Open", f"case {line.reference}", main=True),
            Button(meet, f"meet {line.reference}"),
            *((Button("Enter the dates", f"change {line.reference} order"),) if line.was_due else ()),
        ),
    )


def at_a_glance(plan: Plan, line: CaseLine, today: date) -> Document:
    """One case: its dates, its people and every way on."""
    reference = plan.reference
    days = (line.release - today).days if line.release else None
    left = f" ({counted(days, 'day')} from today)" if days is not None and days >= 0 else ""
    facts = (
        ("Earliest release", in_full(line.release) + left if line.release else "not recorded"),
        ("Secure setting", plan.order.setting.value or "not recorded"),
        ("Gaps", f"{line.open_gaps} open, {line.urgent} of them urgent"),
        ("Actions of yours", str(line.own_actions)),
        ("People", ", ".join(person.name for person in plan.people)),
    )
    meet = "Go to the meeting" if line.meeting_is_open else "Open a meeting"
    ways = (
        Button(meet, f"meet {reference}", main=True),
        Button("Gaps", f"gaps {reference}"),
        Button("Actions", f"actions {reference}"),
        Button("People", f"people {reference}"),
        Button("Plan sheet", f"sheet {reference} child"),
        Button("Dates", f"dates {reference}"),
    )
    return Document(f"Case {reference}", (Pairs(facts), Buttons(ways)))


def new_case_form(order: Sequence[Field]) -> Form:
    """What is needed to begin: the order and its dates. No name is."""
    fields = (
        Field("my_role", "What are you to the child?", Control.RADIO, _LEADS, required=True),
        Field(
            "phone",
            "On which number can the child and the family reach you?",
            Control.LINE,
            longest=30,
            help="It stands on their sheets. It can be added later under People.",
        ),
        *order,
        Field(
            "first_name",
            "Which first name may stand on the child's own sheets, if any?",
            Control.LINE,
            longest=40,
            help="It is kept sealed, and shown only on sheets that workers open. Leave it empty if you like.",
        ),
    )
    intro = "A case is known by a reference, never by a name. What you leave empty can be added later."
    return Form("Start a case", "new", fields, "Start the case", intro)


def started(plan: Plan, stands_here: bool | None, urgent: int) -> Document:
    """Said once a case exists. `stands_here`: its meetings will, in this channel; None where all see them."""
    reference = plan.reference
    channel = {
        True: "Its meetings stand in this channel. Everybody in the channel has to be on the case.",
        False: "Its meetings need a private channel: make one with its people, add Day One to it, and type "
        f"/dto channel {reference} there.",
    }
    blocks: list[Block] = [
        Paragraph(f"The case is known here as {reference}. No name is needed in the chat.", Tone.GOOD),
        *([] if stands_here is None else [Paragraph(channel[stands_here])]),
        *([Paragraph(f"Look at this now: {counted(urgent, 'urgent gap')}.", Tone.URGENT)] if urgent else []),
        Paragraph("Next: add the people. Give everybody from another service a code to join with."),
        Buttons(
            (
                Button("Add somebody", f"person {reference}", main=True),
                Button("Open the first meeting", f"meet {reference}"),
                Button("Dates", f"dates {reference}"),
                *([Button("Gaps", f"gaps {reference}")] if urgent else []),
            )
        ),
    ]
    return Document(f"{reference} is started", tuple(blocks))
