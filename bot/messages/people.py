"""The people of a case: who they are, what they may see, and how others join."""

from bot.messages.document import Button, Buttons, Document, Pairs, Paragraph, Row, Tone
from bot.messages.form import Control, Field, Form
from planning_rules.facts import STEPS
from planning_rules.parts import Contact, Person, Role
from planning_rules.plan import Plan

_CONTACT = {
    Contact.NOT_SAID: "Nobody has said yet",
    Contact.SAFE: "Contact is safe",
    Contact.LIMITED: "Contact is limited",
    Contact.UNSAFE: "Contact is not safe",
    Contact.BARRED: "Contact is barred",
}
_PRIVATE = {step.key: step.title for step in STEPS if step.has_private()}


_FAMILY = (Role.PARENT, Role.CARER, Role.RELATIVE)
_ROLES = tuple((role, str(role).capitalize()) for role in Role if role is not Role.CHILD)
_FOR_FAMILY = ("role", _FAMILY)
_FOR_WORKERS = ("role", tuple(role for role, _ in _ROLES if role not in _FAMILY))

_ABOUT_ANYBODY = (
    Field("role", "What are they to the child?", Control.SELECT, _ROLES, required=True, redraws=True),
    Field(
        "name",
        "What are they called here?",
        Control.LINE,
        longest=60,
        required=True,
        help="For family “Mum” or “Nan” is enough.",
    ),
    Field("phone", "A safe number to reach them", Control.LINE, longest=30),
)
_ABOUT_WORKERS = (
    Field("organisation", "Which organisation?", Control.LINE, longest=80, only_if=_FOR_WORKERS),
    Field(
        "sees",
        "Which private questions may they see?",
        Control.TICKS,
        tuple(_PRIVATE.items()),
        only_if=_FOR_WORKERS,
    ),
)
_ABOUT_FAMILY = (
    Field(
        "contact",
        "Is contact with the child safe?",
        Control.RADIO,
        tuple(_CONTACT.items()),
        required=True,
        only_if=_FOR_FAMILY,
    ),
    Field(
        "gets_sheet",
        "How is it safe to give them a plan sheet?",
        Control.LINE,
        longest=100,
        only_if=_FOR_FAMILY,
        help="Leave empty if it is not safe, or not known.",
    ),
)


def people_list(plan: Plan, waiting: frozenset[str], joined: frozenset[str], may_invite: bool) -> Document:
    """Everybody on the case. `waiting` used a code and is to be let in; `joined` have an account."""
    rows = tuple(_row(plan, person, waiting, joined, may_invite) for person in plan.people)
    add = (Button("Add somebody", f"person {plan.reference}", main=True),) if may_invite else ()
    back = Button("Back to the case", f"case {plan.reference}")
    return Document(f"People on {plan.reference}", (*rows, Buttons((*add, back))))


def _row(
    plan: Plan, person: Person, waiting: frozenset[str], joined: frozenset[str], may_invite: bool
) -> Row:
    sees = ", ".join(_PRIVATE.get(key, key) for key in person.sees)
    parts = [str(person.role), person.organisation, "case lead" if person.lead else ""]
    parts += [f"sees private: {sees}" if sees else "", "waiting to be let in" if person.id in waiting else ""]
    parts += [_CONTACT[person.contact] if person.is_family and person.contact is not Contact.SAFE else ""]
    buttons: tuple[Button, ...] = ()
    if may_invite and person.id in waiting:
        buttons = (Button("Let them in", f"admit {plan.reference} {person.id}", main=True),)
    elif may_invite and person.is_professional and person.id not in joined:
        buttons = (Button("Make a code", f"invite {plan.reference} {person.id}"),)
    return Row(person.name, " · ".join(part for part in parts if part), buttons=buttons)


def person_form(reference: str) -> Form:
    """Add one person: a child's relative, or a worker of any service."""
    intro = "Family or worker. A worker of another service joins with a code that you make next."
    fields = (*_ABOUT_ANYBODY, *_ABOUT_WORKERS, *_ABOUT_FAMILY)
    return Form("Add somebody", f"person {reference}", fields, "Add", intro)


def code_made(person: Person, code: str, until: str, reference: str) -> Document:
    """The code, shown once."""
    return Document(
        f"A code for {person.name}",
        (
            Pairs((("Code", code), ("Works until", until), ("They type", f"/dto join {code}"))),
            Paragraph("It works once. It is not shown again. Give it to them on a line that you know."),
            Paragraph("They see nothing of the case until you let them in."),
            Buttons((Button("People", f"people {reference}"),)),
        ),
    )


def asked_to_join(reference: str) -> Document:
    """Said to whoever used a code."""
    line = Paragraph(
        f"The case lead is asked to let you in to {reference}. You see nothing of it until then."
    )
    return Document("Your code was taken", (line,))


def let_in(person: Person, reference: str) -> Document:
    """Said to the lead."""
    return Document(
        f"{person.name} is on {reference}",
        (
            Paragraph("They can see the case now.", Tone.GOOD),
            Buttons((Button("People", f"people {reference}"),)),
        ),
    )
