"""Files for one person: into their own OneDrive, where they and Teams allow it, else behind a link.

https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
"""

from dataclasses import dataclass, replace

from bot.chat.afterwards import put_off
from bot.chat.files import File, make_file
from bot.chat.teams import uploads
from bot.chat.teams.activities import Activity
from bot.chat.teams.links import Links
from bot.chat.teams.people import People, conversation_of
from bot.chat.teams.showing import Shown, show
from bot.chat.teams.speaking import REPEATED, Speaking
from bot.chat.teams.trouble import NO_ANSWER, Refused
from bot.messages.helping import refused, sent_as_a_file
from bot.messages.in_teams import GET_THE_FILE, get_the_file, no_files
from bot.use_cases.day_one import DayOne
from planning_rules.refusal import Refusal
from storage import once


@dataclass(frozen=True)
class Filing:
    """`is_teams_here` where it is one on this computer, which cannot ask people for a place to put a file."""

    day_one: DayOne
    people: People
    speaking: Speaking
    links: Links
    is_teams_here: bool

    def fetch(self, activity: Activity, kind: str, value: str) -> Shown:
        """What they see where they asked for it. The file itself goes to them alone, if they say where to."""
        file = self._made(activity, kind, value)
        if isinstance(file, Refusal):
            return show([refused(file)], activity.id)
        if self.is_teams_here or not self.people.alone_with(activity):
            return self._link(activity, kind, value)
        if self._is_first(activity, activity.id):
            put_off(lambda: self._ask(activity, file, kind, value))
        return replace(show([sent_as_a_file()], activity.id), follows=True)

    def answered(self, activity: Activity) -> None:
        """They said whether they want it in their OneDrive, or were asked by somebody else than us.

        We ask in their own chat alone: what comes from elsewhere answers nothing of ours.
        """
        consent, question = uploads.read(activity.value), activity.reply_to_id
        if consent is None or question is None or not activity.is_personal:
            return
        if consent.is_given and self._is_first(activity, question):
            put_off(lambda: self._upload(activity, consent))
        put_off(lambda: self._take_back(activity, question))

    def _is_first(self, activity: Activity, what: str) -> bool:
        """Teams may tell of the same again, and somebody may press twice."""
        now = self.day_one.clock()
        with self.day_one.store.transaction() as tx:
            return once.take(tx, f"teams file {activity.where} {what}", at=now, until=now + REPEATED)

    def _made(self, activity: Activity, kind: str, value: str) -> File | Refusal:
        account = self.people.account(activity)
        return account if isinstance(account, Refusal) else make_file(self.day_one, account, kind, value)

    def _ask(self, activity: Activity, file: File, kind: str, value: str) -> None:
        try:
            is_asked = self.speaking.say_now(activity, uploads.ask(file, kind, value))
        except Refused:
            is_asked = False
        if not is_asked:
            # Not every tenant lets apps ask.
            self.speaking.say_now(activity, self._link(activity, kind, value).message)

    def _upload(self, activity: Activity, consent: uploads.Consent) -> None:
        file = self._made(activity, consent.context.kind, consent.context.value)
        if isinstance(file, Refusal):
            said = show([refused(file)], activity.id).message
        elif uploads.upload(file, consent, self.is_teams_here):
            said = uploads.there_it_is(file, consent)
        else:
            said = self._link(activity, consent.context.kind, consent.context.value).message
        self.speaking.say_now(activity, said)

    def _take_back(self, activity: Activity, message: str) -> None:
        """The question, which is answered. Where it stays, nothing is lost."""
        try:
            self.people.connector.take_back(conversation_of(activity), message)
        except (Refused, *NO_ANSWER):
            return

    def _link(self, activity: Activity, kind: str, value: str) -> Shown:
        account = self.people.account(activity)
        link = None if isinstance(account, Refusal) else self.links.link(account, kind, value)
        if link is None:
            return show([refused(no_files())], activity.id)
        shown = show([get_the_file()], activity.id)
        opens = {"type": "Action.OpenUrl", "title": GET_THE_FILE, "url": link}
        return Shown(shown.title, {**shown.card, "actions": [opens]})
