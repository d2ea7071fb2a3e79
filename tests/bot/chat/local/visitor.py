"""Somebody at the page without a browser: looks, fills in the forms that stand there, and sends them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urldefrag

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

OUR_PAGE = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


@dataclass
class FormOnPage:
    id: str
    action: str
    values: dict[str, list[str]] = field(default_factory=dict)

    def filled(self, more: Mapping[str, Any]) -> dict[str, Any]:
        return {**self.values, **more}


class PageRead(HTMLParser):
    """The forms of a page with what a browser would send for each as it stands, and the page's words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[FormOnPage] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(FormOnPage(given.get("id", ""), given["action"]))
        picks = given.get("type") in ("radio", "checkbox")
        if tag == "input" and (not picks or "checked" in given):
            self.forms[-1].values.setdefault(given["name"], []).append(given.get("value", ""))

    def handle_data(self, data: str) -> None:
        self.words += data


class Visitor:
    """One person in one window."""

    def __init__(self, app: Flask, who: str = "sam", case: str = "OAK-417") -> None:
        self.client: FlaskClient = app.test_client()
        self.who, self.case = who, case
        self.at = f"/as/{who}/case/{case}" if case else f"/as/{who}"
        self.look()

    def look(self) -> PageRead:
        self.page = PageRead(self.client.get(self.at).text)
        return self.page

    def send(self, form: FormOnPage, values: Mapping[str, Any], to: str = "") -> TestResponse:
        answer = self.client.post(to or form.action, data=form.filled(values), headers=OUR_PAGE)
        if answer.status_code == 303:
            self.at, self.anchor = urldefrag(answer.location)
            self.look()
        return answer

    def say(self, text: str) -> TestResponse:
        return self.send(self.page.forms[0], {"text": text})

    @property
    def form(self) -> FormOnPage:
        """The newest form that is to be filled in."""
        return next(form for form in self.page.forms if form.id.startswith("form-"))

    def fill(self, **values: Any) -> TestResponse:
        named = {name.replace("__", "."): value for name, value in values.items()}
        named = {name.replace("said_by", "said_by/who"): value for name, value in named.items()}
        return self.send(self.form, named)

    @property
    def words(self) -> str:
        return self.page.words
