"""Teams, put together: what it tells is heard, and it can be spoken in."""

from collections.abc import Callable, Mapping
from time import sleep

from flask import Flask

from bot.chat.chats import Chat
from bot.chat.deliver import Deliverer
from bot.chat.teams.comings import Comings
from bot.chat.teams.connector import Connector
from bot.chat.teams.conversing import InTeams
from bot.chat.teams.filing import Filing
from bot.chat.teams.guard import Guard
from bot.chat.teams.hearing import Hearing
from bot.chat.teams.links import Links
from bot.chat.teams.looking import Looking
from bot.chat.teams.people import People
from bot.chat.teams.pressing import Pressing
from bot.chat.teams.roster import Roster
from bot.chat.teams.sdk import App
from bot.chat.teams.speaking import Speaking
from bot.chat.teams.talk import Talk
from bot.chat.teams.web import answer_teams
from bot.teams_settings import TeamsSettings
from bot.use_cases.day_one import DayOne


class Teams:
    """`sdk` knows how to sign and verify; `wait` takes seconds. Close it at the end."""

    def __init__(
        self, day_one: DayOne, settings: TeamsSettings, sdk: App, wait: Callable[[float], None] = sleep
    ) -> None:
        self._day_one, self._settings, self._sdk, self._wait = day_one, settings, sdk, wait
        self._connector = Connector(sdk, wait)
        self._roster = Roster(self._connector, day_one.clock)
        self.chat: Chat = InTeams(day_one.store, self._connector, self._roster)

    def answer(self, app: Flask, others: Mapping[str, Chat]) -> None:
        """Have a server answer what Teams tells. `others` can be spoken in from here as well."""
        day_one, links = self._day_one, Links(self._day_one, self._settings.url)
        people = People(day_one, self._connector, self._roster)
        speaking = Speaking(people)
        deliverer = Deliverer(day_one, {**others, "teams": self.chat}, self._wait)
        hearing = Hearing(day_one, people, speaking, deliverer)
        filing = Filing(day_one, people, speaking, links, self._settings.is_teams_here)
        pressing, looking = Pressing(hearing, filing), Looking(day_one, people)
        talk = Talk(hearing, pressing, filing, Comings(hearing), looking)
        answer_teams(app, Guard(self._sdk, self._settings), talk, links)

    def close(self) -> None:
        """Nothing is said after that."""
        self._connector.close()
