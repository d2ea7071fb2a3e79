"""The templates, one for each value, with everything escaped and nothing undefined."""

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from bot.messages.apart import parts
from bot.messages.document import Tone
from bot.render import icons
from bot.render.tones import ICONS, WORDS

TEMPLATES = Path(__file__).parent / "templates"


def icon(name: str) -> Markup:
    """A picture that repeats the words beside it, and is therefore hidden from screen readers."""
    drawn = icons.svg(name).replace("<svg ", '<svg class="icon" aria-hidden="true" focusable="false" ', 1)
    return Markup(drawn)


def mark(tone: Tone) -> Markup:
    return icon(ICONS.get(tone, ""))


def word(tone: Tone) -> str:
    return WORDS.get(tone, "")


def said(text: str) -> Markup:
    """`text` with each piece that is in another language marked as that."""
    other = Markup('<span lang="{}">{}</span>')
    return Markup().join(other.format(code, one) if code else escape(one) for code, one in parts(text))


def environment(*folders: Path) -> Environment:
    """An environment that finds templates in `folders`, then ours."""
    made = Environment(
        loader=FileSystemLoader([*folders, TEMPLATES]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(icon=icon, mark=mark, word=word, said=said)
    return made


ENVIRONMENT = environment()


def render(template: str, **values: object) -> Markup:
    return Markup(ENVIRONMENT.get_template(template).render(**values))
