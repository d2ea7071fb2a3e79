"""What is said where the miles from home are worked out from two postcode districts."""

from collections.abc import Sequence
from dataclasses import replace

from bot.messages.document import Button
from bot.messages.form import Control, Field, Form
from planning_rules.facts.family import Family
from planning_rules.facts.question import Question
from planning_rules.refusal import Refusal
from planning_rules.text import counted

HOME = "home"
HELD = "held"


def ways(reference: str, asked: Sequence[Question]) -> tuple[Button, ...]:
    """Beside the question of the miles from home, the way to have them worked out."""
    way = Button("Work it out from postcode districts", f"miles {reference}")
    return (way,) if any(question.fact is Family.miles_from_home for question in asked) else ()


def ask_districts(reference: str, version: int) -> Form:
    """Between which two districts."""
    fields = (
        Field(HOME, "Postcode district of home", Control.LINE, help="Like LS10.", longest=12, required=True),
        Field(
            HELD,
            "Postcode district of where the child is held",
            Control.LINE,
            help="Like M1.",
            longest=12,
            required=True,
        ),
    )
    return Form(
        "Miles from home",
        f"miles {reference}",
        fields,
        submit="Work it out",
        intro="Only the first half of each postcode is sent to postcodes.io. Nothing else is.",
        version=version,
    )


def to_confirm(form: Form, home: str, held: str, miles: int) -> Form:
    """The form that asks for the miles, with those that were worked out. They are kept where it is saved."""
    far = f"about {counted(miles, 'mile')}" if miles else "less than a mile"
    found = f"{home} to {held}: {far} in a straight line; by road it is further."
    return replace(
        form.filled({Family.miles_from_home.key: str(miles)}),
        intro=f"{found} Nothing is kept yet. Change it if you know better, and save.",
    )


def is_off() -> Refusal:
    return Refusal(
        "Miles are not looked up here. Whoever runs Day One can turn that on with DAYONE_DISTANCES. "
        "Type the miles under Family."
    )


def not_asked_now() -> Refusal:
    return Refusal("The child has been released, so nobody asks any more how far from home they are held.")


def not_a_district() -> Refusal:
    return Refusal("This is not a postcode district. Type the first half of a postcode, like LS10.")


def not_found(district: str) -> Refusal:
    return Refusal(f"No place is known for {district}. Check both districts, or type the miles under Family.")


def not_reached() -> Refusal:
    return Refusal(
        "postcodes.io did not answer as it should. Try again later, or type the miles under Family."
    )
