"""One answer as JSON: "yes", "no" or a value as it stands; an object where there is more to say.

`{"not_known": {"who": "sam", "by": "2026-04-17"}}` · `{"declined": true}` · `{"does_not_apply": "why"}` ·
`{"answer": "yes", "said_by": "mum", "typed_by": "sam", "on": "2026-04-01"}` ·
`{"answer": "2026-04-17", "typed": "Friday week"}`
"""

from dataclasses import replace
from datetime import date
from typing import Any

from planning_rules.facts.answers import Answer, State
from planning_rules.facts.fact import Fact
from planning_rules.facts.kinds import YesNo
from planning_rules.refusal import Refusal
from planning_rules.text import nearest

_WHO_AND_WHEN = ("said_by", "typed_by", "typed", "on")
_OUTCOMES = ("answer", "not_known", "declined", "does_not_apply")
NOT_ASKED = "not asked"


def answer_to_json(fact: Fact[Any], answer: Answer[Any]) -> Any:
    """The shortest form that `answer_from_json` reads back the same."""
    kept = {name: _day_or_text(getattr(answer, name)) for name in _WHO_AND_WHEN if getattr(answer, name)}
    match answer.state:
        case State.NOT_ASKED:
            return NOT_ASKED
        case State.NOT_KNOWN:
            who = {"who": answer.finds_out, "by": answer.by.isoformat() if answer.by else ""}
            return {"not_known": {name: text for name, text in who.items() if text}, **kept}
        case State.DECLINED:
            return {"declined": True, **kept}
        case State.DOES_NOT_APPLY:
            return {"does_not_apply": answer.reason, **kept}
    plain = fact.kind.to_json(answer.value) if answer.state is State.GIVEN else str(answer.state)
    return {"answer": plain, **kept} if kept or plain == NOT_ASKED else plain


def answer_from_json(fact: Fact[Any], key: str, kept: Any) -> Answer[Any] | Refusal:
    """Read one answer, to stand under `key`. A refusal says what is wrong, not where."""
    if kept == NOT_ASKED:
        return Answer(fact=key)
    if not isinstance(kept, dict):
        return _plain(fact, key, kept)
    wrong = _unknown_key(kept, (*_OUTCOMES, *_WHO_AND_WHEN))
    if wrong is not None:
        return wrong
    outcomes = [name for name in _OUTCOMES if name in kept]
    if len(outcomes) != 1:
        return Refusal(f"exactly one of {', '.join(_OUTCOMES)} is needed.")
    read = _outcome(fact, key, outcomes[0], kept[outcomes[0]])
    on = _day(kept.get("on"))
    if isinstance(read, Refusal):
        return read
    if isinstance(on, Refusal):
        return on
    said_by, typed_by, typed = (kept.get(name, "") for name in _WHO_AND_WHEN[:3])
    if not isinstance(said_by, str) or not isinstance(typed_by, str):
        return Refusal("said_by and typed_by must be ids of people.")
    if not isinstance(typed, str):
        return Refusal("typed must be how the day was typed.")
    return replace(read, on=on, said_by=said_by, typed_by=typed_by, typed=typed)


def _outcome(fact: Fact[Any], key: str, outcome: str, given: Any) -> Answer[Any] | Refusal:
    match outcome:
        case "answer":
            return _plain(fact, key, given)
        case "not_known":
            return _not_known(key, given)
        case "declined":
            return (
                Answer(State.DECLINED, fact=key) if given is True else Refusal("declined can only be true.")
            )
    reason = given if isinstance(given, str) else ""
    return (
        Answer(State.DOES_NOT_APPLY, reason=reason, fact=key)
        if reason
        else Refusal("does_not_apply needs a reason.")
    )


def _plain(fact: Fact[Any], key: str, given: Any) -> Answer[Any] | Refusal:
    if isinstance(fact.kind, YesNo):
        if given in ("yes", "no"):
            return Answer(State(given), fact=key)
        known = ", ".join(_OUTCOMES[1:])
        return Refusal(f"must be yes, no, or an object with one of {known}; it is {str(given)[:40]!r}.")
    value = fact.kind.from_json(given)
    return value if isinstance(value, Refusal) else Answer(State.GIVEN, value, fact=key)


def _not_known(key: str, given: Any) -> Answer[Any] | Refusal:
    if not isinstance(given, dict):
        return Refusal("not_known needs an object with who and by.")
    wrong = _unknown_key(given, ("who", "by"))
    if wrong is not None:
        return wrong
    by = _day(given.get("by"))
    if isinstance(by, Refusal):
        return by
    who = given.get("who", "")
    if not isinstance(who, str):
        return Refusal("who must be the id of a person.")
    return Answer(State.NOT_KNOWN, finds_out=who, by=by, fact=key)


def _unknown_key(given: dict[str, Any], known: tuple[str, ...]) -> Refusal | None:
    for name in given:
        if name not in known:
            like = nearest(name, known) or known[0]
            return Refusal(f"there is an unknown key {name[:40]!r}; the nearest is {like!r}.")
    return None


def _day(given: Any) -> date | Refusal | None:
    if given is None or given == "":
        return None
    try:
        return date.fromisoformat(given)
    except (TypeError, ValueError):
        return Refusal(f"{str(given)[:40]!r} is not a date like 2026-04-17.")


def _day_or_text(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)
