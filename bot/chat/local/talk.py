"""What can be said: a command, a form sent in, and a form half filled in."""

from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from threading import Lock

from flask import Response, abort, request
from flask.typing import ResponseReturnValue as Answer

from bot.chat.local.core import Core
from bot.chat.local.drawing import OWN, anchor, draw_exchange
from bot.chat.local.history import Exchange, History
from bot.chat.local.pages import Pages
from bot.conversation.heard import Changed, Filled, Said
from planning_rules.text import clean

Say = Callable[["Talk", str], Answer]


def in_turn(say: Say) -> Say:
    """One at a time for each person, so that a form sent twice at once finds its first answer."""

    @wraps(say)
    def one_at_a_time(talk: "Talk", who: str) -> Answer:
        talk.pages.place(who)
        with talk.turns[who]:
            return say(talk, who)

    return one_at_a_time


class Talk:
    """Each method hears one thing and leads on to the answer. What is typed is kept first."""

    def __init__(self, core: Core, history: History, pages: Pages) -> None:
        self.core, self.history, self.pages = core, history, pages
        self.turns: defaultdict[str, Lock] = defaultdict(Lock)

    @in_turn
    def said(self, who: str) -> Answer:
        text, case = request.form.get("text", ""), request.form.get("case", "")
        once = once_only(who, "said", text)
        exchange = self.history.find(who, once) or Exchange(once, as_typed(text))
        reference = ""
        if not exchange.done:
            self.history.put(who, exchange, newest=True)
            outcome = self.core.hear(who, Said(text, case), once)
            exchange, reference = exchange.answering(outcome), outcome.reference
        self.history.put(who, exchange, newest=True)
        return self.pages.back(who, reference or case, anchor(exchange))

    @in_turn
    def filled(self, who: str) -> Answer:
        command, version, case, values = sent_in()
        once = once_only(who, command, repr(sorted(values.items())))
        answer = self.history.find(who, once)
        reference = ""
        if answer is None or not answer.done:
            asked = self.keep(who, command, values)
            outcome = self.core.hear(who, Filled(command, values, version), once)
            form = asked.form(command) if asked else None
            said = f"{form.title}: {form.submit}" if form else command
            answer, reference = Exchange(once, said).answering(outcome, form), outcome.reference
            self.put_in_place_of(who, asked, command)
        self.history.put(who, answer, newest=True)
        return self.pages.back(who, reference or case, anchor(answer))

    @in_turn
    def changed(self, who: str) -> Answer:
        """The form again with the questions that follow; to our script, only this part of the page."""
        command, version, case, values = sent_in()
        place = self.pages.place(who, case)
        asked = self.keep(who, command, values)
        form = asked.form(command) if asked else None
        if asked is None or (form and any(field.redraws for field in form.fields)):
            asked = asked or Exchange(request.form.get(f"{OWN}exchange", "")[:40], as_typed(command))
            outcome = self.core.hear(who, Changed(command, values, version), "")
            asked = asked.answering(outcome, form)
            self.history.put(who, asked)
        if request.headers.get("X-Part"):
            return Response(draw_exchange(place, asked))
        self.history.put(who, asked, newest=True)
        return self.pages.back(who, case, anchor(asked))

    def keep(self, who: str, command: str, values: dict[str, str]) -> Exchange | None:
        """What is typed so far, kept in the exchange that the form stands in."""
        asked = self.history.find(who, request.form.get(f"{OWN}exchange", ""))
        if asked:
            asked = asked.keeping(command, values)
            self.history.put(who, asked)
        return asked

    def put_in_place_of(self, who: str, asked: Exchange | None, command: str) -> None:
        """A form that was sent in is no longer there to fill in."""
        if asked is None:
            return
        left = asked.without(command)
        if left.shown:
            self.history.put(who, left)
        else:
            self.history.drop(who, left.id)


def sent_in() -> tuple[str, int, str, dict[str, str]]:
    """The command, the version and the case that a form carries, and the text under each field's name."""
    own = {name: request.form.get(f"{OWN}{name}", "") for name in ("command", "version", "case")}
    values = {
        name: "\n".join(text.replace("\r\n", "\n") for text in texts if text)
        for name, texts in request.form.lists()
        if not name.startswith(OWN)
    }
    counts = own["version"].isdecimal() and len(own["version"]) < 10
    return own["command"], int(own["version"]) if counts else 0, own["case"], values


def once_only(who: str, *content: str) -> str:
    """A name for this sending of this content: the same form with other words in it is another."""
    key = request.form.get("request", "") or request.form.get(f"{OWN}request", "")
    if not key:
        abort(400)
    return sha256("\n".join((who, key, *content)).encode()).hexdigest()[:32]


def as_typed(text: str) -> str:
    words = clean(text)
    return words if words.startswith("/") else f"/dto {words}"
