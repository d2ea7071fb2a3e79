"""The local page, without a browser."""

import logging
import socket
from http.client import HTTPConnection

import pytest
from flask import Flask

from bot.chat.local.app import create_app
from bot.chat.local.door import LARGEST
from bot.chat.local.history import LONGEST
from bot.chat.local.server import serve
from bot.conversation.heard import Changed, Filled, Said
from planning_rules.refusal import Refusal
from tests.bot.chat.local.fake_core import BREAKS, FakeCore
from tests.bot.chat.local.visitor import OUR_PAGE, Visitor
from tests.serving import local_page


@pytest.fixture
def core() -> FakeCore:
    return FakeCore()


@pytest.fixture
def app(core: FakeCore) -> Flask:
    return create_app(core)


@pytest.fixture
def sam(app: Flask) -> Visitor:
    return Visitor(app)


# What is said and answered


def test_one_chooses_who_one_is(app: Flask) -> None:
    start = app.test_client().get("/").text
    assert "/as/sam" in start
    assert "case worker, secure setting" in start


def test_a_command_is_heard_for_the_person_and_the_case(sam: Visitor, core: FakeCore) -> None:
    sam.say("/dto gaps OAK-417")
    (who, heard, request) = core.heard[0]
    assert (who, heard) == ("sam", Said("/dto gaps OAK-417", "OAK-417"))
    assert request
    assert "Who arranges school before the first day out is not recorded." in sam.words


def test_a_button_says_its_command(sam: Visitor, core: FakeCore) -> None:
    press = next(form for form in sam.page.forms if form.id == "press")
    sam.send(press, {"text": "step OAK-417 home"})
    assert core.heard[0][1] == Said("step OAK-417 home", "OAK-417")
    assert "Who will the child live with?" in sam.words


def test_an_answer_is_shown_to_nobody_else(sam: Visitor, app: Flask) -> None:
    sam.say("gaps OAK-417")
    assert "/dto gaps OAK-417" in sam.words
    assert "No address is agreed." not in Visitor(app, "alex").words


def test_what_the_channel_shows_changes_for_both(sam: Visitor, app: Flask) -> None:
    alex = Visitor(app, "alex")
    sam.say("step OAK-417 home")
    sam.fill(said_by="sam")
    assert "4 of 9 answered" in sam.words
    assert "4 of 9 answered" in alex.look().words


def test_looking_again_sends_nothing_again(sam: Visitor, core: FakeCore) -> None:
    answer = sam.say("gaps OAK-417")
    assert answer.status_code == 303
    assert sam.anchor == "answer"
    sam.look()
    assert len(core.heard) == 1


def test_no_address_tells_what_was_typed(sam: Visitor) -> None:
    answer = sam.say("gaps OAK-417")
    assert answer.location == "/as/sam/case/OAK-417#answer"


def test_the_newest_answers_are_kept(sam: Visitor) -> None:
    for number in range(LONGEST + 3):
        sam.say(f"gaps {number}")
    assert "/dto gaps 22" in sam.words
    assert "/dto gaps 2\n" not in sam.words


def test_a_person_without_an_open_case_can_talk_too(app: Flask, core: FakeCore) -> None:
    sam = Visitor(app, case="")
    sam.say("gaps OAK-417")
    assert core.heard[0][1] == Said("gaps OAK-417", "")
    assert sam.at == "/as/sam"


def test_what_changes_a_case_leads_to_its_channel(app: Flask) -> None:
    sam = Visitor(app, case="")
    sam.say("step OAK-417 home")
    sam.fill(said_by="sam")
    assert sam.at == "/as/sam/case/OAK-417"


# Forms


def test_a_form_is_sent_with_its_command_version_and_fields(sam: Visitor, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    sam.fill(
        home__address_agreed=["", "not known"], home__signs=["", "broke_down_before", "fear"], said_by="sam"
    )
    heard = core.heard[-1][1]
    assert isinstance(heard, Filled)
    assert (heard.command, heard.version) == ("step OAK-417 home", 3)
    assert heard.values["home.address_agreed"] == "not known"
    assert heard.values["home.signs"] == "broke_down_before\nfear"
    assert not [name for name in heard.values if "dayone" in name]


def test_unticking_everything_is_an_answer(sam: Visitor, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    sam.fill(said_by="sam")
    heard = core.heard[-1][1]
    assert isinstance(heard, Filled)
    assert heard.values["home.signs"] == ""


def test_lines_of_words_come_back_as_unix_lines(sam: Visitor, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    sam.fill(home__next_step="one\r\ntwo", said_by="sam")
    heard = core.heard[-1][1]
    assert isinstance(heard, Filled)
    assert heard.values["home.next_step"] == "one\ntwo"


def test_the_same_form_sent_twice_is_done_once(sam: Visitor, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    form = sam.form
    sam.send(form, {"said_by/who": "sam"})
    sam.send(form, {"said_by/who": "sam"})
    assert core.answers == 4
    assert "Home: saved" in sam.words


def test_a_restart_between_two_sendings_changes_nothing(sam: Visitor, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    form = sam.form
    sam.send(form, {"said_by/who": "sam"})
    Visitor(create_app(core)).send(form, {"said_by/who": "sam"})
    requests = [request for _, heard, request in core.heard if isinstance(heard, Filled)]
    assert len(requests) == 2
    assert len(set(requests)) == 1


def test_the_same_form_with_other_words_is_another_request(sam: Visitor, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    form = sam.form
    sam.send(form, {"said_by/who": "sam", "home.next_step": "Ring the council"})
    sam.send(form, {"said_by/who": "sam", "home.next_step": "Ring the college"})
    assert core.answers == 5


def test_another_person_cannot_use_up_a_request(sam: Visitor, app: Flask, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    form = sam.form
    for who in ("sam", "alex"):
        Visitor(app, who).send(form, {"said_by/who": "sam"}, to=f"/as/{who}/fill")
    assert core.answers == 5


def test_a_form_without_its_key_is_refused(sam: Visitor, core: FakeCore) -> None:
    answer = sam.client.post("/as/sam/say", data={"text": "gaps"}, headers=OUR_PAGE)
    assert answer.status_code == 400
    assert core.heard == []


def test_what_is_wrong_stands_above_the_form_and_what_was_typed_stays(sam: Visitor) -> None:
    sam.say("step OAK-417 home")
    sam.fill(home__next_step_on="31/2/2026", home__miles="far")
    assert "There is no 31 February." in sam.words
    assert sam.anchor.endswith("-problems")
    assert sam.form.values["home.next_step_on"] == ["31/2/2026"]
    assert sam.form.values["home.miles"] == ["far"]


def test_a_form_that_was_sent_is_no_longer_there(sam: Visitor) -> None:
    sam.say("step OAK-417 home")
    sam.fill(said_by="sam")
    assert not [form for form in sam.page.forms if form.id.startswith("form-")]


def test_a_refused_form_stays_as_it_was_typed(sam: Visitor) -> None:
    sam.say("step OAK-417 home")
    sam.fill(home__next_step="refuse", home__miles="12", said_by="sam")
    assert "The case was closed meanwhile." in sam.words
    assert sam.form.values["home.miles"] == ["12"]


def test_a_refused_form_can_be_sent_again_as_it_is(sam: Visitor, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    form = sam.form
    for _ in range(2):
        sam.send(form, {"home.next_step": "refuse", "said_by/who": "sam"})
    assert len([heard for _, heard, _ in core.heard if isinstance(heard, Filled)]) == 2


def test_questions_that_follow_come_without_a_script(sam: Visitor, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    sam.send(
        sam.form, {"home.address_agreed": ["", "yes"], "home.miles": "12"}, to=sam.form.action[:-4] + "change"
    )
    assert isinstance(core.heard[-1][1], Changed)
    assert "What is the address?" in sam.words
    assert sam.form.values["home.miles"] == ["12"]
    assert core.answers == 3


def test_the_script_gets_only_the_form(sam: Visitor) -> None:
    sam.say("step OAK-417 home")
    data = sam.form.filled({"home.address_agreed": "yes"})
    answer = sam.client.post("/as/sam/change", data=data, headers={**OUR_PAGE, "X-Part": "1"})
    assert "What is the address?" in answer.text
    assert "<html" not in answer.text
    assert 'value="OAK-417"' in answer.text


def test_what_is_half_typed_outlives_another_button(sam: Visitor) -> None:
    sam.say("private OAK-417 health")
    data = sam.form.filled({"health.words": "Asthma"})
    sam.client.post("/as/sam/change", data=data, headers={**OUR_PAGE, "X-Part": "1"})
    sam.say("gaps OAK-417")
    assert "Asthma" in sam.words
    assert "not sent yet" in sam.words


def test_a_form_can_be_changed_after_a_restart(sam: Visitor, core: FakeCore) -> None:
    sam.say("step OAK-417 home")
    form = sam.form
    later = Visitor(create_app(core))
    later.send(form, {"home.address_agreed": "yes", "home.miles": "12"}, to="/as/sam/change")
    assert later.form.values["home.miles"] == ["12"]


# What goes wrong


@pytest.mark.parametrize(
    "place",
    ["/as/nobody", "/as/sam/case/ELM-201", "/as/sam/case/ELM-201/feed", "/as/sam/sheet/ELM-201/child", "/no"],
)
def test_what_is_not_there_for_you_is_said_in_plain_words(app: Flask, place: str) -> None:
    answer = app.test_client().get(place)
    assert answer.status_code == 404
    assert "There is nothing here for you" in answer.text


def test_an_unknown_person_is_not_heard(app: Flask, core: FakeCore) -> None:
    answer = app.test_client().post("/as/nobody/say", data={"text": "x", "request": "1"}, headers=OUR_PAGE)
    assert answer.status_code == 404
    assert core.heard == []


def test_a_failure_says_so_and_keeps_what_was_typed(sam: Visitor, caplog: pytest.LogCaptureFixture) -> None:
    sam.say("step OAK-417 home")
    with caplog.at_level(logging.ERROR):
        answer = sam.fill(home__next_step=BREAKS, home__miles="12", said_by="sam")
    assert answer.status_code == 500
    assert "Something went wrong here" in answer.text
    assert "Traceback" not in answer.text
    sam.look()
    assert sam.form.values["home.miles"] == ["12"]


def test_the_log_says_where_it_failed_and_nothing_of_what_was_said(
    sam: Visitor, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        assert sam.say(f"{BREAKS} Oakfield").status_code == 500
    assert "RuntimeError" in caplog.text
    assert "fake_core.py" in caplog.text
    assert "Oakfield" not in caplog.text


def test_what_got_no_answer_says_so(sam: Visitor) -> None:
    sam.say(BREAKS)
    assert "No answer came." in sam.look().words


def test_too_much_at_once_is_refused_in_a_clear_sentence(sam: Visitor, core: FakeCore) -> None:
    answer = sam.say("x" * (LARGEST + 1))
    assert answer.status_code == 413
    assert "too long to send at once" in answer.text
    assert core.heard == []


def test_twenty_thousand_characters_are_heard(sam: Visitor, core: FakeCore) -> None:
    sam.say("😀" * 20_000)
    assert core.heard[0][1] == Said("😀" * 20_000, "OAK-417")


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "\x00", "\u202egnahc", "{{ 7*7 }}", ""])
def test_odd_characters_are_said_back_harmlessly(sam: Visitor, typed: str) -> None:
    answer = sam.say(typed)
    assert answer.status_code == 303
    page = sam.client.get(sam.at).text
    assert "<script>alert" not in page
    assert "That did not work" in page


def test_bytes_that_are_no_text_are_heard_as_marked_signs(sam: Visitor, core: FakeCore) -> None:
    key = sam.page.forms[0].values["request"][0]
    body = b"text=%ED%A0%80%FF&request=" + key.encode()
    kind = "application/x-www-form-urlencoded"
    assert sam.client.post("/as/sam/say", data=body, content_type=kind, headers=OUR_PAGE).status_code == 303
    heard = core.heard[0][1]
    assert isinstance(heard, Said)
    heard.text.encode()


@pytest.mark.parametrize("version", ["²", "", "-1", "9" * 5000])
def test_a_version_that_is_no_number_counts_as_none(sam: Visitor, core: FakeCore, version: str) -> None:
    sam.say("step OAK-417 home")
    sam.send(sam.form, {"dayone:version": version, "said_by/who": "sam"})
    heard = core.heard[-1][1]
    assert isinstance(heard, Filled)
    assert heard.version == 0


# Who may speak to it


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "10.0.0.5:3000", ""])
def test_a_name_that_is_not_this_computer_is_refused(app: Flask, host: str) -> None:
    answer = app.test_client().get("/as/sam", headers={"Host": host})
    assert answer.status_code == 400
    assert "Sam" not in answer.text


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.1:3000", "localhost:3000"])
def test_this_computer_is_answered(app: Flask, host: str) -> None:
    assert app.test_client().get("/as/sam", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "http://localhost:9999"},
        {"Origin": "https://localhost"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "none", "Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "http://evil.example"},
    ],
)
def test_another_site_cannot_speak_for_anybody(sam: Visitor, core: FakeCore, headers: dict[str, str]) -> None:
    answer = sam.client.post("/as/sam/say", data={"text": "gaps", "request": "1"}, headers=headers)
    assert answer.status_code == 403
    assert "came from another page" in answer.text
    assert core.heard == []


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "null"},
    ],
)
def test_its_own_page_can(sam: Visitor, headers: dict[str, str]) -> None:
    answer = sam.client.post("/as/sam/say", data={"text": "gaps", "request": "1"}, headers=headers)
    assert answer.status_code == 303


@pytest.mark.parametrize(
    "place", ["/", "/as/sam", "/as/sam/case/OAK-417", "/as/sam/sheet/OAK-417/child", "/style.css", "/nothing"]
)
def test_every_answer_is_locked_down(app: Flask, place: str) -> None:
    headers = app.test_client().get(place).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"


def test_nothing_but_a_post_changes_anything(app: Flask, core: FakeCore) -> None:
    for rule in app.url_map.iter_rules():
        place = rule.rule.replace("<who>", "sam").replace("<reference>", "OAK-417").replace("<reader>", "mum")
        app.test_client().get(place)
    assert core.heard == []


# Paper


def test_a_sheet_opens_as_a_page_to_print(app: Flask) -> None:
    answer = app.test_client().get("/as/sam/sheet/OAK-417/child")
    assert "I want to live with my nan" in answer.text
    assert "<form" not in answer.text


def test_a_sheet_opens_as_plain_text_to_be_read_aloud(app: Flask) -> None:
    answer = app.test_client().get("/as/sam/sheet/OAK-417/child/text")
    assert (answer.status_code, answer.mimetype) == (200, "text/plain")
    assert answer.text.startswith("My plan.\n")
    assert app.test_client().get("/as/sam/sheet/OAK-417/adult:mum/text").status_code == 403


def test_a_sheet_that_may_not_be_shared_says_why(app: Flask) -> None:
    answer = app.test_client().get("/as/sam/sheet/OAK-417/adult:mum")
    assert answer.status_code == 403
    assert "safe to share" in answer.text


def test_a_preview_leads_to_the_page_to_print(sam: Visitor) -> None:
    sam.say("sheet OAK-417 child")
    assert 'href="/as/sam/sheet/OAK-417/child"' in sam.client.get(sam.at).text


# The server


def test_the_server_answers_this_computer_and_logs_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    with local_page(FakeCore()) as here:
        host, port = here[len("http://") : -1].split(":")
        assert host == "127.0.0.1"
        connection = HTTPConnection(host, int(port))
        connection.request("GET", "/as/sam/case/OAK-417")
        assert connection.getresponse().status == 200
        connection.close()
    assert "".join(capfd.readouterr()) == ""


def test_a_port_that_is_taken_is_said_in_a_sentence() -> None:
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        refused = serve(FakeCore(), port, said.append)
    assert refused == Refusal(f"Port {port} is not free. Choose another one, for example --port {port + 1}.")
    assert said == []
