"""Cases: one at a glance, and the form that starts one."""

from collections.abc import Sequence
from datetime import date

from bot.messages.channels import A_CHANNEL
from bot.messages.document import Block, Button, Buttons, Document, Pairs, Paragraph, Tone
from bot.messages.form import Control, Field, Form
from bot.messages.home import CaseLine
from planning_rules.dates import in_full
from planning_rules.parts import Role
from planning_rules.plan import Plan
from planning_rules.text import counted

THE_CHILD = "The child"
_LEADS = ((Role.YOT, "Youth justice worker"), (Role.SECURE, "Case worker in the secure setting"))


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


def at_a_glance(plan: Plan, line: CaseLine, today: date) -> Document:
    """One case: its dates, its people and every way on."""
    reference = plan.reference
    days = (line.release - today).days if line.release else None
    left = f" ({counted(days, 'day')} from today)" if days is not None and days >= 0 else ""
    facts = (
        ("Earliest release", in_full(line.release) + left if line.release else "not recorded"),
        ("Secure setting", plan.order.setting.value or "not recorded"),
        ("Gaps", f"{line.in_gaps}, {line.urgent} urgent"),
        ("Actions of yours", str(line.own_actions)),
        ("People", ", ".join(person.name for person in plan.people if person.is_on(today))),
    )
    meet = "Go to the meeting" if line.meeting_is_open else "Open a meeting"
    ways = (
        Button(meet, f"meet {reference}", main=True),
        Button("Gaps", f"gaps {reference}"),
        Button("Actions", f"actions {reference}"),
        Button("People", f"people {reference}"),
        Button("Plan sheet", f"sheet {reference} child"),
        Button("Agenda", f"agenda {reference}"),
        Button("Get ready", f"ready {reference} child"),
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
        False: f"Its meetings need {A_CHANNEL}: make one with its people, add Day One, and type "
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
