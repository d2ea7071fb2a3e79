"""A page by itself, for the screen and for paper; and the style of each."""

import re
from pathlib import Path

from markupsafe import Markup

from bot.messages.document import Document
from bot.render.html.documents import render_document
from bot.render.html.environment import render
from bot.render.html.forms import MOST_CONDITIONS
from bot.render.print_size import has_pictures

_FOLDER = Path(__file__).parent / "styles"


def _read(*names: str) -> str:
    return "\n".join((_FOLDER / f"{name}.css").read_text("utf8") for name in names)


# Where a browser does not know :has, it drops the rule and the field is shown: nothing goes missing.
_FOLLOW_UPS = "\n".join(
    f".form:not(:has(.opens-{n}:checked)) .when-{n} {{ display: none }}"
    for n in range(1, MOST_CONDITIONS + 1)
)

STYLE = f"{_read('colours', 'document', 'charts', 'form', 'forced')}\n{_FOLLOW_UPS}\n"
SHEET_STYLE = _read("document", "charts", "sheet", "forced")


_DATE = re.compile(r"\b(?:[A-Z][a-z]+day|d?dydd [A-Z][a-z]+) \d{1,2} [A-Z][a-z]+ \d{4}\b")


def page(document: Document, press: str = "") -> str:
    """`document` as one HTML page that needs nothing else: its style is in it, and it has no buttons.

    With `press` it has them, in a form of that id which is sent to the page's own address. No date is
    broken over two lines.
    """
    form = Markup('<form id="{}" method="post"></form>').format(press) if press else Markup()
    drawn = form + render_document(document, level=1, press=press)
    body = Markup(_DATE.sub(lambda found: found[0].replace(" ", "&nbsp;"), drawn))
    look = "large" if document.large else "pictures" if has_pictures(document) else ""
    return str(render("page.html", document=document, body=body, style=Markup(SHEET_STYLE), look=look))
