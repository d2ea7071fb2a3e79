"""A form as an HTML fragment that works without JavaScript."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from markupsafe import Markup

from bot.messages.dates.typed_dates import words_apart
from bot.messages.form import PRIVATE, Control, Field, Form
from bot.render.html.environment import render

# The style sheet has one rule for each numbered condition; fields beyond are always shown.
MOST_CONDITIONS = 200
PICKED = (Control.RADIO, Control.SELECT, Control.TICKS)

Condition = tuple[str, tuple[str, ...]]


def render_form(
    form: Form,
    *,
    action: str = "",
    change: str = "",
    press: str = "",
    hidden: Mapping[str, str] | None = None,
    prefix: str = "form",
    level: int = 2,
) -> Markup:
    """`form`, sent to `action` with what is `hidden`. Every id in it begins with `prefix`.

    `change` is the address that gives the form again, for a form with fields that redraw; `press` the id of
    the page's form in which a button's command is sent. Every field
    sends its name, empty where nothing is ticked, so that an answer can be taken back.
    """
    fields = list(drawn(form, prefix))
    return render(
        "form.html",
        form=form,
        private_says=PRIVATE,
        sections=[(name, list(same)) for name, same in groupby(fields, key=lambda one: one.field.section)],
        wrong=[one for one in fields if one.field.error],
        redraws=bool(change) and any(field.redraws for field in form.fields),
        action=action,
        change=change,
        press=press,
        hidden=hidden or {},
        prefix=prefix,
        level=level,
    )


@dataclass(frozen=True)
class Drawn:
    """A field with what only HTML needs: ids, and the numbered conditions that it opens and waits for.

    One that `belongs` is named after the field before it ("home.council#or") and stands close to it.
    """

    field: Field
    id: str
    whens: tuple[int, ...]
    opens: Mapping[str, tuple[int, ...]]
    belongs: bool

    @property
    def target(self) -> str:
        """The id of the first control, to which a problem's link leads."""
        return f"{self.id}-1" if self.field.control in (Control.RADIO, Control.TICKS) else self.id

    @property
    def described_by(self) -> str:
        said = {"hint": self.hint, "help": self.field.help, "error": self.field.error}
        return " ".join(f"{self.id}-{name}" for name, text in said.items() if text)

    @property
    def hint(self) -> str:
        if self.field.control is Control.DATE:
            return "For example, 17/4/2026 or Friday week"
        if self.field.control is Control.WORDS and self.field.longest:
            return f"Up to {self.field.longest:,} characters"
        return ""

    @property
    def picked(self) -> list[str]:
        return self.field.value.split("\n")

    @property
    def typed(self) -> str:
        """The value as one would type it: a date day first, anything else as it stands."""
        if self.field.control is not Control.DATE:
            return self.field.value
        kept, words = words_apart(self.field.value)
        try:
            day = date.fromisoformat(kept)
        except ValueError:
            return self.field.value if kept else words
        typed = f"{day.day}/{day.month}/{day.year}" + (f" (“{words}”)" if words else "")
        return typed if day.isoformat() == kept else self.field.value


def drawn(form: Form, prefix: str) -> Iterator[Drawn]:
    """Ids are numbers, since a field's name may hold what an id may not."""
    by_name = {field.name: field for field in form.fields}
    waited_for = dict.fromkeys(field.only_if for field in form.fields if field.only_if)
    opened = [condition for condition in waited_for if can_open(by_name, condition)]
    numbers = {condition: at for at, condition in enumerate(opened[:MOST_CONDITIONS], 1)}
    for at, field in enumerate(form.fields, 1):
        opens = {
            key: tuple(n for (name, keys), n in numbers.items() if name == field.name and key in keys)
            for key, _ in field.options
        }
        waits = [] if field.error else conditions(field, by_name)
        whens = tuple(numbers[one] for one in waits if one in numbers)
        belongs = field.name.rpartition("#")[0] in by_name
        yield Drawn(field, f"{prefix}-{at}", whens, opens, belongs)


def can_open(by_name: Mapping[str, Field], condition: Condition) -> bool:
    """CSS sees what is picked, and not what is typed."""
    opener = by_name.get(condition[0])
    return opener is None or opener.control in PICKED


def conditions(field: Field, by_name: Mapping[str, Field]) -> list[Condition]:
    """What must hold for `field` to be asked: its own condition, and those of the field that opens it."""
    found: list[Condition] = []
    waits: Field | None = field
    while waits and waits.only_if and waits.only_if not in found:
        found.append(waits.only_if)
        waits = by_name.get(waits.only_if[0])
    return found
