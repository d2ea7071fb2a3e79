"""How a service wants it: when and where its digest comes, and in which hours people are reminded."""

from dataclasses import replace

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.messages.form import Form
from bot.messages.reports import service_settings as say
from bot.messages.reports.service_settings import Hours
from bot.use_cases.handlers import FILLED, SAID, Answered, Typed, outside
from bot.use_cases.turn import Turn
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
    """Keep it all, or nothing where one of the hours is wrong."""
    form = ask_for_settings(turn, call, typed)
    if not isinstance(form, Form):
        return form
    read = read_form(form, typed.values, turn.today)
    if isinstance(read, Form):
        return read
    hours = say.read_hours(read)
    if not isinstance(hours, Hours):
        return form.filled(typed.values, hours)
    now = _now(turn)
    channel = {say.EACH: "", say.HERE: turn.place, say.THERE: now.digest_channel}[read["to"]]
    wanted = replace(
        now,
        digest_day=int(read["day"]),
        digest_at=hours.at,
        digest_channel=channel,
        awake_from=hours.awake_from,
        awake_until=hours.awake_until,
    )
    services.set_up(turn.tx, turn.account.service_id, wanted)
    audit.write(turn.tx, turn.account.service_id, turn.account.id, "set-service", None, "", turn.now)
    return say.settings_kept(wanted.digest_day, hours, bool(channel))


def hours_of(settings: ServiceSettings) -> Hours:
    return Hours(settings.digest_at, settings.awake_from, settings.awake_until)


def _form(turn: Turn) -> Form:
    now = _now(turn)
    return say.settings_form(now.digest_day, hours_of(now), bool(now.digest_channel), bool(turn.place))


def _now(turn: Turn) -> ServiceSettings:
    service = services.by_id(turn.tx, turn.account.service_id)
    assert service, "An account is of a service."
    return service.settings
