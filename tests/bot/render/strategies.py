"""Any document and any form, with the longest answers allowed among their texts."""

from hypothesis import strategies as st

from bot.messages.document import (
    Bar,
    Bars,
    Blank,
    Bullets,
    Button,
    Buttons,
    Counts,
    Document,
    Download,
    Heading,
    HeatMap,
    Mark,
    Meter,
    Pairs,
    Paragraph,
    Pictured,
    Quote,
    Row,
    SentenceLine,
    Tone,
)
from bot.messages.form import Control, Field, Form
from bot.render import icons

LONGEST = 20_000
NASTY = "<!channel> @here <https://x.test|y> *b* _i_ ~s~ `c` :boom: & &amp; > q"

ours = st.text("abc yz.", min_size=1, max_size=30).filter(str.strip)
typed = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60),
    st.sampled_from([NASTY, "", "one\ntwo", "🙂" * 2000, "x" * LONGEST, "word " * 4000]),
)
said = typed.filter(str.strip)
words = st.text("abcdefgh_.#/", min_size=1, max_size=40)

buttons = st.builds(Button, said, words, st.booleans())
few_buttons = st.lists(buttons, max_size=6).map(tuple)
tones = st.sampled_from(Tone)
pictures = st.sampled_from(sorted(icons.NAMES))
marks = st.builds(Mark, st.integers(0, 1000), said, st.sampled_from(["", "Today"]))
sentence_lines = st.builds(
    SentenceLine,
    ours,
    st.lists(marks, min_size=1, max_size=30).map(lambda some: tuple(sorted(some, key=lambda mark: mark.at))),
    st.integers(0, 1000),
    ours,
)
bars = st.builds(
    Bars, said, st.lists(st.builds(Bar, said, st.just(3), st.just(5), said), max_size=9).map(tuple)
)


@st.composite
def heat_maps(draw: st.DrawFn) -> HeatMap:
    columns = draw(st.lists(said, min_size=1, max_size=5))
    counts = st.none() | st.integers(0, 300)
    cells = st.lists(counts, min_size=len(columns), max_size=len(columns)).map(tuple)
    rows = st.lists(st.builds(Counts, said, cells), min_size=1, max_size=5).map(tuple)
    return HeatMap(draw(said), tuple(columns), draw(rows))


blocks = st.one_of(
    st.builds(Heading, said),
    st.builds(Paragraph, said, tones),
    st.builds(Bullets, st.lists(said, min_size=1, max_size=30).map(tuple)),
    st.builds(Pairs, st.lists(st.tuples(ours, typed), min_size=1, max_size=30).map(tuple)),
    st.builds(Pictured, pictures, said),
    st.builds(Quote, said, typed, st.just("") | pictures),
    st.builds(Row, said, typed, tones, st.sampled_from(["", "urgent"]), few_buttons, st.just("") | pictures),
    st.builds(Meter, ours, st.just(1), st.just(3), ours, tones, buttons=few_buttons),
    st.builds(Buttons, st.lists(buttons, min_size=1, max_size=30).map(tuple)),
    st.builds(Download, said, words, st.sampled_from(["", "next"])),
    sentence_lines,
    heat_maps(),
    bars,
    st.builds(Blank, said, st.lists(said, max_size=12).map(tuple), st.integers(0, 20), st.booleans(), typed),
)
documents = st.builds(Document, said, st.lists(blocks, max_size=20).map(tuple))

options = st.lists(st.tuples(words, typed), max_size=12, unique_by=lambda option: option[0]).map(tuple)


@st.composite
def fields(draw: st.DrawFn) -> Field:
    offered = draw(options)
    keys = st.sampled_from([key for key, _ in offered] or [""])
    values = st.one_of(typed, keys, st.lists(keys, max_size=3).map("\n".join), st.just("2026-04-17"))
    return Field(
        draw(words),
        draw(said),
        draw(st.sampled_from(Control)),
        offered,
        draw(values),
        draw(typed),
        draw(typed),
        draw(st.sampled_from([0, 150, 300, 2000, LONGEST])),
        draw(st.booleans()),
        draw(st.booleans()),
        section=draw(st.sampled_from(["", "Home", "Health"])),
    )


forms = st.builds(
    Form,
    said,
    words,
    st.lists(fields(), min_size=1, max_size=20, unique_by=lambda field: field.name).map(tuple),
    said,
    typed,
    st.integers(0, 99),
    st.booleans(),
)


def words_of(block: object) -> list[str]:
    """Everything that a reader is to find of a block, wherever it is drawn."""
    match block:
        case Heading(text=text) | Paragraph(text=text) | Quote(text=text) | Pictured(text=text):
            return [text]
        case Bullets(items=items):
            return list(items)
        case Pairs(items=items):
            return [text for pair in items for text in pair]
        case Row(title=title, detail=detail, buttons=buttons):
            return [title, detail, *(button.label for button in buttons)]
        case Meter(label=label, says=says, buttons=buttons):
            return [label, says, *(button.label for button in buttons)]
        case Buttons(items=items):
            return [button.label for button in items]
        case Download(label=label):
            return [label]
        case SentenceLine(marks=marks):
            return [mark.says for mark in marks]
        case HeatMap(title=title) | Bars(title=title):
            return [title, *block.in_words]
        case Blank(asks=asks, options=options, help=help):
            return [asks, help, *options]
    raise AssertionError(block)
