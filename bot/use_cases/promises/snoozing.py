"""The reminders of an action wait until a day, at its owner's wish."""

from dataclasses import replace
from datetime import date

from bot.conversation.calls import Call
from bot.conversation.filling import read_form
from bot.messages.acts import Act
from bot.messages.form import Form
from bot.messages.promises import action_forms
from bot.use_cases.handlers import Answered, Typed, filled, said
from bot.use_cases.promises.actions import meant
from bot.use_cases.promises.offering import keep, told
from bot.use_cases.the_case import TheCase
from planning_rules.owed import latest_snooze
from planning_rules.parts import Action
from planning_rules.refusal import Refusal
from planning_rules.working_days import working_days_after


@said("snooze", act=Act.ANSWER)
def ask_until_when(case: TheCase, call: Call) -> Answered:
    """Ask until when the reminders of an action are to wait."""
    action = meant(case, call)
    return action if isinstance(action, Refusal) else _form(case, action)


@filled("snooze", act=Act.ANSWER)
def snooze(case: TheCase, call: Call, typed: Typed) -> Answered:
    """Let them wait. Its day stays, and nothing else of it changes."""
    action = meant(case, call)
    if isinstance(action, Refusal):
        return action
    read = read_form(_form(case, action), typed.values, case.today)
    if isinstance(read, Form):
        return read
    latest = _latest(case, action)
    if not case.today < read["until"] <= latest:
        return _form(case, action).filled(typed.values, {"until": action_forms.snoozed_too_long(latest)})
    return told(case, keep(case, replace(action, snoozed_until=read["until"]), "snoozed-action"))


def _form(case: TheCase, action: Action) -> Form:
    first = working_days_after(case.today, 1, case.plan.order.nation.choice)
    return action_forms.snooze_form(case.plan, action, first, _latest(case, action))


def _latest(case: TheCase, action: Action) -> date:
    """Where there is none it cannot be snoozed, and nobody comes as far as this."""
    latest = latest_snooze(case.plan, action, case.day)
    assert latest
    return latest
