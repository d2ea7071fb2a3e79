"""The people of a case: who they are, what they may see, and how others join."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.messages.document import Button, Buttons, Document, Row
from bot.messages.form import Control, Field, Form
from planning_rules.facts import STEPS
from planning_rules.facts.step import Step
from planning_rules.parts import Contact, Person, Role

NOT_A_MEMBER = "Choose a person of your own workspace. Anybody else joins with a code."
_CONTACT = {
    Contact.NOT_SAID: "Nobody has said yet if contact is safe",
    Contact.SAFE: "Contact is safe",
    Contact.LIMITED: "Contact is limited",
    Contact.UNSAFE: "Contact is not safe",
    Contact.BARRED: "Contact is barred",
}
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
_ORGANISATION = Field("organisation", "Which organisation?", Control.LINE, longest=80, only_if=_FOR_WORKERS)
_MEMBER = Field(
    "member",
    "Who is it in this chat?",
    Control.MEMBER,
    only_if=_FOR_WORKERS,
    help="For somebody of your own service. They can see the case at once and need no code.",
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


@dataclass(frozen=True)
class MayDo:
    """What whoever looks may do: add and change people, let them in; and who could lead the case."""

    invite: bool
    admit: bool
    leaders: frozenset[str]


def people_list(
    reference: str, people: Iterable[Person], waiting: Mapping[str, str], joined: frozenset[str], may: MayDo
) -> Document:
    """Everybody on the case. `waiting` used a code, and says with whose account; `joined` have one."""
    rows = []
    for person in people:
        ways = _ways(reference, person, person.id in waiting, joined, may)
        rows.append(Row(person.name, _about(person, waiting.get(person.id, "")), buttons=ways))
    add = (Button("Add somebody", f"person {reference}", main=True),) if may.invite else ()
    ways = (
        Button("The weekly update", f"update {reference}"),
        Button("Back to the case", f"case {reference}"),
    )
    return Document(f"People on {reference}", (*rows, Buttons((*add, *ways))))


def _about(person: Person, waits: str) -> str:
    titles = {step.key: step.title for step in STEPS}
    sees = ", ".join(titles.get(key, key) for key in person.sees)
    safe = person.is_professional or person.role is Role.CHILD or person.contact is Contact.SAFE
    parts = [
        str(person.role),
        person.organisation,
        "case lead" if person.lead else "",
        f"sees private: {sees}" if sees else "",
        "" if safe else _CONTACT[person.contact],
        f"waiting to be let in: {waits}" if waits else "",
    ]
    return " · ".join(part for part in parts if part)


def _ways(
    reference: str, person: Person, waits: bool, joined: frozenset[str], may: MayDo
) -> tuple[Button, ...]:
    ask = f"{reference} {person.id}"
    if waits:
        let_in = Button("Let them in", f"admit {ask}", main=True)
        return (let_in, Button("Turn them away", f"admit {ask} no")) if may.admit else ()
    if not may.invite or person.role is Role.CHILD:
        return ()
    code = person.is_professional and person.id not in joined
    ways = [Button("Make a code", f"invite {ask}")] if code else []
    if not person.lead:
        ways += [Button("Has left", f"leave {ask}")]
        ways += [Button("Let them lead", f"lead {ask}")] if person.id in may.leaders else []
    return (Button("Change", f"edit {ask}"), *ways)


def person_form(
    command: str,
    may_open: Iterable[type[Step]],
    members: Sequence[tuple[str, str]] | None,
    person: Person | None = None,
) -> Form:
    """One person: family, or a worker of any service. `may_open` are the private parts on offer.

    `members` of the service can be chosen; none where the chat knows them itself, None where nobody can be.
    """
    intro = "Family or worker. A worker of another service joins with a code that you make next."
    sees = Field(
        "sees",
        "Which private questions may they see?",
        Control.TICKS,
        tuple((step.key, step.title) for step in may_open),
        only_if=_FOR_WORKERS,
    )
    member = [] if members is None else [replace(_MEMBER, options=tuple(members))]
    about_workers = (*member, _ORGANISATION, *([sees] if sees.options else []))
    form = Form("Add somebody", command, (*_ABOUT_ANYBODY, *about_workers, *_ABOUT_FAMILY), "Add", intro)
    if person is None:
        return form
    kept = {name: str(getattr(person, name)) for name in ("role", "name", "phone", "organisation", "contact")}
    kept |= {"gets_sheet": person.gets_sheet, "sees": "\n".join(person.sees)}
    return replace(form, title=f"Change: {person.name}", submit="Save", intro="").filled(kept)


def lead_form(reference: str, person: Person) -> Form:
    """The question before somebody else leads the case."""
    sure = _sure(
        f"Does {person.name} lead the case from now on?",
        "Yes, and they see its private answers",
        "Whoever led it stays on the case. They see private answers only where that was said.",
    )
    return Form(f"{person.name} leads", f"lead {reference} {person.id}", (sure,), "Go on")


def leave_form(reference: str, person: Person) -> Form:
    """The question before somebody is taken off the case."""
    sure = _sure(
        f"Has {person.name} left the case?",
        "Yes, they see nothing of it from now on",
        "What they said and did stays under their name. Their actions go back to the case lead.",
    )
    return Form(f"{person.name} has left", f"leave {reference} {person.id}", (sure,), "Go on")


def _sure(asks: str, yes: str, help: str) -> Field:
    return Field("sure", asks, Control.RADIO, (("yes", yes), ("no", "No, go back")), required=True, help=help)
