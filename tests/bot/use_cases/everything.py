"""Everything that can be said and filled in, on the example case, made from the commands themselves.

A new command is covered by itself where its words are those below and its form can be filled with anything.
Where something must have happened first, say so in `BEFORE`.
"""

import re
from collections.abc import Callable

from bot.conversation.heard import Changed, Filled, Said
from bot.messages.commands import COMMANDS
from bot.messages.form import Control, Form
from bot.use_cases.handlers import FILLED, REDRAWN
from tests.bot.core import OAK, Core, words

WORDS = {
    "REF": OAK,
    "STEP": "home",
    "RULE": "ACC07",
    "ACTION": "a4",
    "PERSON": "jo",
    "FAMILY": "mum",
    "READER": "child",
    "CODE": "K7QX-3MPD-9RTA",
    "FACT": "home.council",
    "WAY": "other",
    "FORM": "new",
    "PAGE": "agenda",
    "COMES": "phone",
    "PART": "all",
    "SWITCH": "on",
}
# Where not anything will do.
TYPED = {"miles": {"home": "LS10", "held": "M1"}}
ANYTHING = {Control.DATE: "17/4/2026", Control.LINE: "Words", Control.WORDS: "Words", Control.NUMBER: "3"}


def command(name: str) -> str:
    return " ".join((name, *(WORDS[word] for word in COMMANDS[name].takes)))


def everything(reference: str = OAK) -> list[Said | Filled | Changed]:
    """Every command, every form and every half-filled form about one case."""
    about = [name for name, one in COMMANDS.items() if one.takes[:1] == ("REF",)]
    texts = {name: command(name).replace(OAK, reference) for name in about}
    said = [Said(text) for text in texts.values()]
    filled = [Filled(text, {}) for name, text in texts.items() if name in FILLED]
    return [*said, *filled, *(Changed(text, {}) for name, text in texts.items() if name in REDRAWN)]


def completed(form: Form) -> dict[str, str]:
    """The form with something in every field that is called for and empty."""
    values: dict[str, str] = {}
    for _ in form.fields:
        shown = form.filled(values).shown
        values |= {
            field.name: field.value or (field.options[0][0] if field.options else ANYTHING[field.control])
            for field in shown
            if "#or" not in field.name
        }
    return values


def promise(what: str, owner: str, by: str) -> dict[str, str]:
    """A new action, filled in."""
    return {"what": what, "owner": owner, "by": by, "for_child": "yes"}


def ready(core: Core, name: str) -> tuple[str, str]:
    """Who can say this command, and the command, once everything that it needs has happened."""
    return BEFORE[name](core) if name in BEFORE else ("Sam", command(name))


def open_form(core: Core, name: str) -> tuple[str, Form, dict[str, str]]:
    """Who can fill in this command's form, the form, and what they put in."""
    who, text = ready(core, name)
    bare, _, code = text.partition(" ") if name == "join" else (text, "", "")
    form = core.opens(who, bare)
    return who, form, completed(form) | ({"code": code} if code else {}) | TYPED.get(name, {})


def _in_a_private_channel(core: Core) -> tuple[str, str]:
    core.place = "slack:T0123:C0456"
    return "Sam", f"channel {OAK}"


def _by_an_administrator(text: str) -> Callable[[Core], tuple[str, str]]:
    def before(core: Core) -> tuple[str, str]:
        core.joins_service("Ada", "administrator")
        return "Ada", text

    return before


def _in_a_meeting(core: Core) -> tuple[str, str]:
    core.says("Sam", f"meet {OAK}")
    return "Sam", f"finish {OAK}"


def _while_meeting(name: str) -> Callable[[Core], tuple[str, str]]:
    def before(core: Core) -> tuple[str, str]:
        _in_a_meeting(core)
        return "Sam", f"{name} {OAK}"

    return before


def _with_no_meeting_ahead(core: Core) -> tuple[str, str]:
    core.answers(*_in_a_meeting(core), {"sure": "yes"})
    return "Sam", f"agenda {OAK}"


def _a_done_action(core: Core) -> tuple[str, str]:
    core.answers("Jo", f"done {OAK} a3", {"words": "The letter is on file"})
    return "Sam", f"confirm {OAK} a3"


def _somebody_without_account(core: Core) -> tuple[str, str]:
    core.answers("Sam", f"person {OAK}", {"role": "education", "name": "Kim"})
    return "Sam", f"invite {OAK} p9"


def _a_code(core: Core) -> tuple[str, str]:
    core.joins_service("Kim", "partner")
    code = re.search(r"\w{4}-\w{4}-\w{4}", words(core.says(*_somebody_without_account(core))))
    assert code
    return "Kim", f"join {code[0]}"


def _a_code_taken(core: Core) -> tuple[str, str]:
    core.says(*_a_code(core))
    return "Sam", f"admit {OAK} p9"


def a_clash(core: Core, fact: str = "home.council", step: str = "home") -> tuple[str, str]:
    """Sam and Alex answer the same question at once; the command with which Sam may settle it."""
    sam, alex = (core.opens(who, f"change {OAK} {step}") for who in ("Sam", "Alex"))
    core.sends("Sam", sam, {fact: "Ashfield"})
    clash = re.search(rf"settle {OAK} {fact} other \d+", repr(core.sends("Alex", alex, {fact: "Birchley"})))
    assert clash
    return "Sam", clash[0]


def a_disagreement(core: Core) -> tuple[str, str]:
    """The command with which Sam writes down that he and Alex disagree."""
    a_clash(core)
    return "Sam", f"disagree {OAK} home.council"


def _a_hard_word(core: Core) -> tuple[str, str]:
    role = {"family.parents_role": "Mum will support engagement", "said_by": "sam"}
    core.answers("Sam", f"change {OAK} family", role)
    return "Sam", f"words {OAK}"


def _distances_are_on(core: Core) -> tuple[str, str]:
    core.looks_up(lambda home, held: 36)
    return "Sam", f"miles {OAK}"


def _signed_off(core: Core) -> tuple[str, str]:
    core.says("Morgan", f"oversee {OAK}")
    return "Morgan", f"notoverseen {OAK}"


BEFORE: dict[str, Callable[[Core], tuple[str, str]]] = {
    "skip": lambda core: ("Sam", f"skip {OAK} a3"),
    "snooze": lambda core: ("Jo", f"snooze {OAK} a3"),
    "new": lambda core: ("Sam", "new"),
    "finish": _in_a_meeting,
    "room": _while_meeting("room"),
    "minutes": _while_meeting("minutes"),
    "agenda": _with_no_meeting_ahead,
    "channel": _in_a_private_channel,
    "roles": _by_an_administrator("roles"),
    "rules": _by_an_administrator("rules"),
    "board": _by_an_administrator("board"),
    "learn": _by_an_administrator("learn"),
    "digest": lambda core: ("Morgan", "digest all"),
    "service": lambda core: ("Morgan", "service"),
    "lead": lambda core: ("Sam", f"lead {OAK} morgan"),
    "oversee": lambda core: ("Morgan", f"oversee {OAK}"),
    "notoverseen": _signed_off,
    "private": lambda core: ("Priya", f"private {OAK} health"),
    "confirm": _a_done_action,
    "invite": _somebody_without_account,
    "join": _a_code,
    "admit": _a_code_taken,
    "settle": a_clash,
    "words": _a_hard_word,
    "miles": _distances_are_on,
    "disagree": a_disagreement,
    "notgiven": lambda core: ("Sam", f"notgiven {OAK} mum"),
}
