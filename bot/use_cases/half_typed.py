"""Forms half filled in: what was typed is kept for whoever typed it, and put in again when they come back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from bot.conversation.calls import Call, read_call
from bot.conversation.heard import Outcome
from bot.messages.form import Form
from bot.messages.helping import kept_from_before
from bot.use_cases.handlers import NOTHING, REDRAWN, SAID, Answered, Typed, outside
from bot.use_cases.the_case import the_case
from bot.use_cases.turn import Turn
from planning_rules.refusal import Refusal
from storage import drafts
from storage.drafts import Draft

# In one form. The longest of ours, filled in to the brim, is shorter.
MOST_CHARACTERS = 100_000


def with_other_parts(turn: Turn, call: Call, typed: Typed) -> Typed:
    """With what was typed into the other parts of a form that was too long to be shown at once."""
    kept = _found(turn, call)
    if kept is None or kept.version != typed.version:
        return typed
    return replace(typed, values={**kept.values, **typed.values})


def keep(turn: Turn, call: Call, typed: Typed, at: float = 0) -> None:
    """Keep what was typed, for whoever typed it alone; nothing on a case that they may not see.

    Nor anything that no form of ours would hold: what comes back from a chat may be made up.
    """
    if call.reference and isinstance(the_case(turn, call.reference), Refusal):
        return
    values = typed.values if call.reference else _asked(turn, call, typed)
    if values is None or sum(map(len, (*values, *values.values()))) > MOST_CHARACTERS:
        return
    stood_so = datetime.fromtimestamp(at, UTC) if at else turn.now
    if any(map(str.strip, values.values())):
        drafts.keep(turn.tx, turn.account.id, Draft(_key(call), values, typed.version), stood_so)
    else:
        drafts.drop(turn.tx, turn.account.id, _key(call), stood_so)


def _asked(turn: Turn, call: Call, typed: Typed) -> Mapping[str, str] | None:
    """What was typed into the fields of a form that is about no case; None where it is not open to them."""
    drawn = SAID[call.name].run(turn, Call(call.name), typed)
    names = [field.name for field in drawn.fields] if isinstance(drawn, Form) else None
    return None if names is None else {name: typed.values[name] for name in names if name in typed.values}


def _key(call: Call) -> str:
    """By which a draft is found: whatever else was typed after a command that takes no reference."""
    return call.text if call.reference else call.name


def drop(turn: Turn, call: Call) -> None:
    """It was sent. What is heard late of how it was filled in counts no more."""
    drafts.drop(turn.tx, turn.account.id, _key(call), turn.now)


def put_in(turn: Turn, answered: Outcome) -> Outcome:
    """What was typed before into the forms that are shown, and the way to be rid of it."""
    shown = (_with_draft(turn, one) if isinstance(one, Form) else one for one in answered.shown)
    return replace(answered, shown=tuple(shown))


@outside(SAID, "afresh", changes=True)
def afresh(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Drop what was typed into a form, and open it anew."""
    form = read_call(" ".join(call.words))
    if isinstance(form, Refusal):
        return form
    drop(turn, form)
    return SAID[form.name].run(turn, form, NOTHING)


def _with_draft(turn: Turn, form: Form) -> Form:
    call = read_call(form.command)
    kept = None if isinstance(call, Refusal) else _found(turn, call)
    if kept is None or isinstance(call, Refusal):
        return form
    redraw = REDRAWN.get(call.name)
    drawn = redraw.run(turn, call, Typed(kept.values, kept.version)) if redraw else form
    again = drawn.shown if isinstance(drawn, Outcome) else (drawn,)
    filled = next((one for one in again if isinstance(one, Form)), form).filled(kept.values)
    return kept_from_before(replace(filled, version=kept.version))


def _found(turn: Turn, call: Call) -> Draft | None:
    return drafts.find(turn.tx, turn.account.id, _key(call), turn.now)
