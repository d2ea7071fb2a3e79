"""The page and its parts, from values to HTML."""

from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

from flask import url_for
from markupsafe import Markup

from bot.chat.local.history import Exchange
from bot.conversation.heard import Post, Somebody
from bot.messages.document import Button, Document, Download, Print
from bot.messages.form import Form
from bot.render.html import render_document, render_form
from bot.render.html.environment import environment

# What the page itself sends begins so, which no field of a form does.
OWN = "dayone:"
PRESS = "press"

_ENVIRONMENT = environment(Path(__file__).parent / "templates")
_ENVIRONMENT.globals.update(url_for=url_for, fresh_key=lambda: token_urlsafe(16), press=PRESS)


@dataclass(frozen=True)
class Place:
    """Where somebody is on the page: who they are, and the case whose channel is open, if any."""

    who: Somebody
    people: list[Somebody]
    cases: list[tuple[str, str]]
    reference: str = ""

    @property
    def heading(self) -> str:
        """The reference and, where the case has one, its title."""
        title = dict(self.cases)[self.reference]
        return self.reference if title == self.reference else f"{self.reference}: {title}"

    @property
    def quick(self) -> tuple[Button, ...]:
        everywhere = (Button("My cases", "list"), Button("Start a case", "new"), Button("Help", "help"))
        here = (
            Button("Meeting", f"meet {self.reference}"),
            Button("Gaps", f"gaps {self.reference}"),
            Button("Actions", f"actions {self.reference}"),
            Button("People", f"people {self.reference}"),
            Button("Plan sheet", f"sheet {self.reference} child"),
        )
        return (*here, *everywhere) if self.reference else everywhere

    @property
    def url(self) -> str:
        if self.reference:
            return url_for("case", who=self.who.id, reference=self.reference)
        return url_for("home", who=self.who.id)


def draw(template: str, **values: object) -> str:
    return _ENVIRONMENT.get_template(template).render(**values)


def draw_page(place: Place, posts: list[Post], exchanges: list[Exchange]) -> str:
    latest, earlier = (exchanges[-1:], exchanges[-2::-1]) if exchanges else ([], [])
    return draw(
        "case.html",
        place=place,
        feed=Markup(draw_feed(place, posts)),
        latest=[Markup(draw_exchange(place, one)) for one in latest],
        earlier=[(one, Markup(draw_exchange(place, one))) for one in earlier],
    )


def draw_feed(place: Place, posts: list[Post]) -> str:
    """The living posts first, then the others, newest first."""
    order = [post for post in posts if post.living] + [post for post in posts[::-1] if not post.living]
    drawn = [(post, _document(place, post.document, 2)) for post in order]
    return draw("feed.html", posts=drawn)


def draw_exchange(place: Place, exchange: Exchange) -> str:
    items = [
        _form(place, item, exchange, number) if isinstance(item, Form) else _document(place, item, 3)
        for number, item in enumerate(exchange.shown, 1)
    ]
    return draw("exchange.html", exchange=exchange, items=items)


def anchor(exchange: Exchange) -> str:
    """Where to go on reading: what is wrong in a form, or the answer."""
    for number, item in enumerate(exchange.shown, 1):
        if isinstance(item, Form) and any(field.error for field in item.fields):
            return f"{_prefix(exchange, number)}-problems"
    return "answer"


def _prefix(exchange: Exchange, number: int) -> str:
    return f"form-{exchange.id}-{number}"


def _document(place: Place, document: Document, level: int) -> Markup:
    def prints(block: Print | Download) -> str:
        if isinstance(block, Download):
            page = "next_meeting" if block.which else "calendar"
            return url_for(page, who=place.who.id, reference=block.reference)
        page = {"pdf": "sheet_pdf", "txt": "sheet_text", "csv": "sheet_table"}.get(block.form, "sheet")
        return url_for(page, who=place.who.id, reference=block.reference, reader=block.reader)

    return render_document(document, press=PRESS, prints=prints, level=level)


def _form(place: Place, form: Form, exchange: Exchange, number: int) -> Markup:
    hidden = {
        "command": form.command,
        "version": str(form.version),
        "exchange": exchange.id,
        "case": place.reference,
        "request": token_urlsafe(16),
    }
    return render_form(
        form,
        action=url_for("filled", who=place.who.id),
        change=url_for("changed", who=place.who.id),
        press=PRESS,
        hidden={f"{OWN}{name}": value for name, value in hidden.items()},
        prefix=_prefix(exchange, number),
        level=3,
    )
