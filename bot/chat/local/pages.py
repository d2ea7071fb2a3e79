"""What can be looked at."""

from flask import Response, abort, redirect, url_for
from flask.typing import ResponseReturnValue as Answer

from bot.chat.files import File, sheet_file, table_file
from bot.chat.headers import policy_with_style
from bot.chat.local.core import Core
from bot.chat.local.drawing import Place, draw, draw_feed, draw_page
from bot.chat.local.history import History
from bot.messages.document import Document
from bot.render.html import SHEET_STYLE, STYLE, page
from bot.render.ics import MIMETYPE, file_name
from bot.use_cases.reports.reports import REPORTS
from planning_rules.refusal import Refusal


class Pages:
    """Each method answers one address; none changes anything."""

    def __init__(self, core: Core, history: History) -> None:
        self.core, self.history = core, history

    def start(self) -> str:
        return draw("start.html", people=self.core.people())

    def home(self, who: str) -> str:
        return draw_page(self.place(who), [], self.history.of(who))

    def case(self, who: str, reference: str) -> str:
        place = self.place(who, reference)
        return draw_page(place, self.core.feed(who, reference), self.history.of(who))

    def feed(self, who: str, reference: str) -> str:
        return draw_feed(self.place(who, reference), self.core.feed(who, reference))

    def sheet(self, who: str, reference: str, reader: str) -> Answer:
        self._sheets_of(who, reference)
        shown = self.core.printable(who, reference, reader)
        if not isinstance(shown, Document):
            return _no_file("This cannot be printed", shown)
        return Response(page(shown), headers={"Content-Security-Policy": policy_with_style(SHEET_STYLE)})

    def sheet_pdf(self, who: str, reference: str, reader: str) -> Answer:
        return self._sheet_file(who, reference, reader, "pdf")

    def sheet_text(self, who: str, reference: str, reader: str) -> Answer:
        return self._sheet_file(who, reference, reader, "txt")

    def sheet_table(self, who: str, reference: str, reader: str) -> Answer:
        self._sheets_of(who, reference)
        file = table_file(self.core.table(who, reference, reader), reference)
        return _no_file("There is no table", file) if isinstance(file, Refusal) else _download(file)

    def _sheet_file(self, who: str, reference: str, reader: str, form: str) -> Answer:
        self._sheets_of(who, reference)
        shown = self.core.printable(who, reference, reader)
        file = shown if isinstance(shown, Refusal) else sheet_file(shown, reference, form)
        if isinstance(file, Refusal):
            return _no_file("This cannot be printed", file)
        return Response(file.content, mimetype=file.mimetype)

    def _sheets_of(self, who: str, reference: str) -> None:
        """Of a case that names them, or of their service."""
        self.place(who, "" if reference in REPORTS else reference)

    def calendar(self, who: str, reference: str, which: str = "") -> Answer:
        self.place(who, reference)
        file = self.core.calendar(who, reference, which)
        if isinstance(file, Refusal):
            return _no_file("There is no file yet", file)
        return _download(File(file_name(reference, which), file.encode(), MIMETYPE))

    def next_meeting(self, who: str, reference: str) -> Answer:
        return self.calendar(who, reference, "next")

    def style(self) -> Answer:
        return Response(STYLE, mimetype="text/css")

    def place(self, who: str, reference: str = "") -> Place:
        """A case that does not name them is answered like one that does not exist."""
        people = self.core.people()
        account = next((account for account in people if account.id == who), None)
        if account is None:
            abort(404)
        place = Place(account, people, self.core.cases(who), reference)
        if reference and reference not in dict(place.cases):
            abort(404)
        return place

    def back(self, who: str, reference: str, anchor: str) -> Answer:
        """On to the page with the answer, so that looking again sends nothing twice."""
        if reference in dict(self.core.cases(who)):
            return redirect(url_for("case", who=who, reference=reference, _anchor=anchor), 303)
        return redirect(url_for("home", who=who, _anchor=anchor), 303)


def _no_file(title: str, why: Refusal) -> Response:
    return Response(draw("problem.html", title=title, says=why.sentence), 403)


def _download(file: File) -> Response:
    named = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, mimetype=file.mimetype, headers=named)
