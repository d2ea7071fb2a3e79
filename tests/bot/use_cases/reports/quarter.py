"""A quarter of one service in test time: 40 children, 25 workers, and what happens to them on which day.

Child n leaves on Monday 16 March 2026 and n weeks, and has no agreed home. For child n
- an action is due on the Friday of week n (counted from 2 March); where n is even it is done on the Wednesday
  after, and where it is odd never;
- a manager looks at the plan on the Wednesday of week n at noon;
- in every fourth case, from n = 0 on, Sol hears each week what happened, and in every eighth Hal as well; of
  child 0 Hugh too, until their service bars them.

The server is down from 11 to 29 April, at ten. On 23 March Moe is no manager any more, after the digest was
planned and before it was sent. On 12 May the digest moves to Thursdays at two.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from bot.messages.document import Document
from bot.use_cases.reports.digest import plan_digests
from bot.use_cases.reports.updates import plan_updates
from bot.use_cases.turn import LONDON
from planning_rules.parts import Action, Progress, Role
from storage import Store
from storage.accounts import ServiceRole
from storage.cases import Case
from tests.bot.use_cases.reports.a_service import CANARY, AService, days

START, END = date(2026, 3, 2), date(2026, 5, 31)
CHILDREN = 40
LEADS = [f"Worker {number}" for number in range(15)]
THEIRS = {"Sol": Role.SOCIAL_WORKER, "Hal": Role.HEALTH, "Eve": Role.EDUCATION, "Hugh": Role.HOUSING}
DOWN = (date(2026, 4, 11), date(2026, 4, 29))
# When the server looks at what is due, in London time; on the day on which it comes back, from ten on.
LOOKS = (time(7, 30), time(8, 30), time(10), time(14))


def make(store: Store) -> "Quarter":
    """As it stands on the first day, all of it put down four weeks before."""
    service = AService(store, datetime.combine(START - days(28), time(12), UTC))
    for name in LEADS:
        service.has(name, ServiceRole.WORKER)
    for name in ("Max", "Moe"):
        service.has(name, ServiceRole.MANAGER)
    service.has("Ada", ServiceRole.ADMINISTRATOR)
    service.has("Bo", ServiceRole.BOARD)
    for name in (*THEIRS, "Sid"):
        service.has(name, ServiceRole.PARTNER, theirs=True)
    service.has("Mo of theirs", ServiceRole.MANAGER, theirs=True)
    return Quarter(service, [_child(service, number) for number in range(CHILDREN)])


def _child(service: AService, number: int) -> Case:
    hear = ("Sol", "Hal", "Hugh") if number == 0 else ("Sol", "Hal") if number % 8 == 0 else ("Sol",)
    case = service.leads(
        f"OAK-{100 + number}",
        LEADS[number % len(LEADS)],
        [(name, THEIRS[name]) for name in hear],
        order__kind="dto",
        order__middle_date=date(2026, 3, 16) + days(7 * number),
        order__setting=f"{CANARY} Centre",
        home__address_agreed=False,
        safety__overseen=False,
    )
    if number % 4 == 0:
        service.answers(case, agreement__weekly_update=True)
    service.promised(case, _action(number))
    return case


def _action(number: int, progress: Progress = Progress.ACCEPTED) -> Action:
    friday = START + days(7 * number + 4)
    return Action("a1", f"{CANARY} rings", "p0", friday, progress, words=f"{CANARY} said so")


@dataclass
class Quarter:
    service: AService
    children: list[Case]
    # When, to whom and what.
    sent: list[tuple[datetime, str, Document]] = field(default_factory=list)

    def passes(self) -> None:
        """Every day of it, and all that the server does then."""
        for number in range((END - START).days + 1):
            self._day(START + days(number))

    def _day(self, day: date) -> None:
        self._in_the_morning(day)
        for at in LOOKS:
            if at == LOOKS[-1]:
                self._at_noon(day)
            self.service.now = datetime.combine(day, at, LONDON).astimezone(UTC)
            if not DOWN[0] <= day < DOWN[1] and (day != DOWN[1] or at >= time(10)):
                self._looks()

    def _looks(self) -> None:
        plan_digests(self.service.store, self.service.now)
        plan_updates(self.service.store, self.service.now)
        if self.service.now == datetime(2026, 3, 23, 8, 30, tzinfo=UTC):
            self.service.changes("Moe", roles=(ServiceRole.WORKER,))
        self.sent += [(self.service.now, *one) for one in self.service.sends()]

    def _in_the_morning(self, day: date) -> None:
        self.service.now = datetime.combine(day, time(7), LONDON).astimezone(UTC)
        week, weekday = divmod((day - START).days, 7)
        if weekday == 0 and week >= 2:
            self.service.answers(self.children[week - 2], order__released_on=day)
        if weekday == 2 and week and (week - 1) % 2 == 0:
            self.service.became(self.children[week - 1], _action(week - 1, Progress.DONE))
        match day:
            case date(month=3, day=8):
                self.service.changes("Hugh", barred=True, roles=())
            case date(month=5, day=12):
                self.service.sets(digest_day=3, digest_at=time(14))

    def _at_noon(self, day: date) -> None:
        self.service.now = datetime.combine(day, time(12), LONDON).astimezone(UTC)
        week, weekday = divmod((day - START).days, 7)
        if weekday == 2:
            self.service.answers(self.children[week], safety__overseen=True)
