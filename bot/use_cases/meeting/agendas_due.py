"""On a schedule: the agenda of each meeting that is near, posted in its case's channel."""

from datetime import datetime
from uuid import UUID

from bot.messages.document_json import document_to_json
from bot.messages.meeting import meeting_news
from bot.messages.meeting.agenda import AGENDA
from bot.use_cases.meeting.agenda import is_posted
from bot.use_cases.meeting.news import tells_elsewhere
from bot.use_cases.sending.noticing import WORD, plan_words
from bot.use_cases.sending.posting import has_channel, post
from bot.use_cases.the_case import TheCase, loaded
from bot.use_cases.turn import day_of, turn_at
from planning_rules.next_meetings import agenda_due
from planning_rules.parts import Meeting
from storage import accounts, audit, cases, meetings, notices, people, services
from storage.store import Store
from storage.transaction import Transaction


def post_due_agendas(store: Store, now: datetime) -> list[str]:
    """Post each agenda that is due, on its case lead's behalf. The references of the cases.

    However often this is called, an agenda is posted once, and nobody is told twice. Each case has a
    transaction of its own.
    """
    with store.transaction() as tx:
        every = [case.id for one in services.every(tx) for case in cases.in_service(tx, one.id)]
        meeting = [case_id for case_id in every if _is_to_meet(tx, case_id, now)]
    return [reference for case_id in meeting if (reference := _post(store, case_id, now))]


def _is_to_meet(tx: Transaction, case_id: UUID, now: datetime) -> bool:
    """Told from its meetings alone, so that a case without one costs little."""
    today = day_of(now)
    return any(not one.is_held and one.on >= today for one in meetings.of(tx, case_id))


def _post(store: Store, case_id: UUID, now: datetime) -> str:
    """The case's reference where its agenda was posted now."""
    with store.transaction() as tx:
        case = _as_its_lead_sees_it(tx, case_id, now)
        meeting = _due(case) if case else None
        if case is None or meeting is None:
            return ""
        if not has_channel(case):
            _tell_the_lead(case, meeting)
            return ""
        # From here nobody else changes the case, so that what is found now stays so.
        cases.advance(tx, case_id)
        case = case.loaded_again()
        meeting = _due(case)
        if meeting is None:
            return ""
        post(case, AGENDA, meeting.id)
        plan_words(case.turn, tells_elsewhere(case, meeting_news.agenda_is_posted(case.reference)))
        audit.write(tx, case.case.service_id, None, "posted-agenda", case_id, meeting.id, now)
        return case.reference


def _as_its_lead_sees_it(tx: Transaction, case_id: UUID, now: datetime) -> TheCase | None:
    """None where nobody leads the case who has an account."""
    case = cases.by_id(tx, case_id)
    lead = next((one for one in people.of(tx, case_id) if one.person.lead), None)
    account = accounts.by_id(tx, lead.account_id) if lead and lead.account_id else None
    if case is None or lead is None or account is None:
        return None
    return loaded(turn_at(tx, account, now), case, lead.person)


def _due(case: TheCase) -> Meeting | None:
    meeting = agenda_due(case.plan, case.day)
    return None if meeting is None or is_posted(case, meeting) else meeting


def _tell_the_lead(case: TheCase, meeting: Meeting) -> None:
    """Once for each meeting."""
    turn, says = case.turn, meeting_news.agenda_has_no_channel(case.reference)
    key = f"agenda {case.case.id} {meeting.id}"
    body = document_to_json(says)
    notices.plan(turn.tx, turn.account.id, WORD, key, at=turn.now, case_id=case.case.id, body=body)
