"""How a service wants it: when and where its digest comes."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.messages.form import Form
from bot.messages.reports import service_settings as say
from bot.use_cases.handlers import FILLED, SAID, Answered, Typed, outside
from bot.use_cases.turn import Turn
from planning_rules.refusal import Refusal
from storage import audit, services
from storage.accounts import ServiceRole
from storage.services import ServiceSettings

_RUN_IT = frozenset({ServiceRole.MANAGER, ServiceRole.ADMINISTRATOR})


@outside(SAID, "service")
def ask_for_settings(turn: Turn, call: Call, typed: Typed) -> Answered:
    """The form, with what is kept now."""
    return _form(turn) if turn.service_roles & _RUN_IT else say.only_those_who_run_it()


@outside(FILLED, "service", changes=True)
def keep_settings(turn: Turn, call: Call, typed: Typed) -> Answered:
    """Keep when and where the digest comes."""
    form = ask_for_settings(turn, call, typed)
    if not isinstance(form, Form):
        return form
    read = read_form(form, typed.values, turn.today)
    if isinstance(read, Form):
        return read
    at = say.read_time(read["at"])
    if isinstance(at, Refusal):
        return form.filled(typed.values, {"at": at.sentence})
    now = _now(turn)
    channel = {say.EACH: "", say.HERE: turn.place, say.THERE: now.digest_channel}[read["to"]]
    wanted = replace(now, digest_day=int(read["day"]), digest_at=at, digest_channel=channel)
    services.set_up(turn.tx, turn.account.service_id, wanted)
    audit.write(turn.tx, turn.account.service_id, turn.account.id, "set-digest", None, "", turn.now)
    return say.kept_digest(wanted.digest_day, at, bool(channel))


def _form(turn: Turn) -> Form:
    now = _now(turn)
    return say.digest_form(now.digest_day, now.digest_at, bool(now.digest_channel), bool(turn.place))


def _now(turn: Turn) -> ServiceSettings:
    service = services.by_id(turn.tx, turn.account.service_id)
    assert service, "An account is of a service."
    return service.settings
