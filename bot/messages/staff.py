"""Who in a service may do what."""

from collections.abc import Iterable, Mapping, Sequence

from bot.messages.document import Document, Pairs
from bot.messages.form import Control, Field, Form

# In the order of ServiceRole; a key that is not here is not offered.
ROLES = {
    "worker": "Worker: starts and leads cases",
    "chair": "Chair: opens and closes meetings",
    "partner": "Partner: takes part where a case names them",
    "manager": "Manager: settles, waives, oversees",
    "board": "Board: sees figures without names",
    "administrator": "Administrator: gives roles",
}


def roles_form(members: Sequence[tuple[str, str]], person: str = "", roles: Iterable[str] = ()) -> Form:
    """Somebody and their roles; without `members` the chat asks for the person itself."""
    fields = (
        Field("person", "Who?", Control.MEMBER, tuple(members), person, required=True, redraws=True),
        Field(
            "roles",
            "What may they do?",
            Control.TICKS,
            tuple(ROLES.items()),
            "\n".join(roles),
            help="Whatever the role, a case opens only to those whom it names.",
        ),
    )
    return Form("Roles", "roles", fields)


def everybody_with_roles(roles_of: Mapping[str, Sequence[str]]) -> Document:
    """Everybody with an account, by name."""
    lines = ((name, ", ".join(roles) or "no role yet") for name, roles in roles_of.items())
    return Document("Who may do what", (Pairs(tuple(lines)),))
