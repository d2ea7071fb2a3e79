"""`dayone local`: everything in one folder of one's own, on this computer and no other."""

import os
import socket
import subprocess
import sys
from pathlib import Path
from stat import S_IMODE
from urllib.request import urlopen

import click
import pytest

from bot.app import day_one
from bot.cli.local import open_store
from bot.conversation.heard import Said
from tests.bot.cli.plan_files import dayone


def mode(path: Path) -> int:
    return S_IMODE(path.stat().st_mode)


def heard(data: Path, who: str, text: str) -> str:
    store = open_store(data)
    try:
        core = day_one(store)
        account = next(one.id for one in core.people() if one.name == who)
        return repr(core.hear(account, Said(text), text))
    finally:
        store.close()


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_the_folder_and_the_key_are_their_owners_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        open_store(tmp_path / "data").close()
    finally:
        os.umask(before)
    assert mode(tmp_path / "data") == 0o700
    assert mode(tmp_path / "data" / "key") == 0o600


def test_a_new_folder_has_the_example_case(tmp_path: Path) -> None:
    assert "OAK-417" in heard(tmp_path / "deep" / "data", "Sam", "list")


def test_a_second_start_keeps_the_data_and_the_key(tmp_path: Path) -> None:
    assert "Review meeting for OAK-417 is open" in heard(tmp_path, "Sam", "meet OAK-417")
    key = (tmp_path / "key").read_text()
    assert "is open" not in heard(tmp_path, "Alex", "meet OAK-417")
    assert (tmp_path / "key").read_text() == key
    assert heard(tmp_path, "Sam", "list").count("Row(title=") == 1


def test_no_name_or_answer_is_readable_in_the_folder(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    kept = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    for word in (b"Robin", b"12 Mill Lane", b"bike"):
        assert word not in kept


@pytest.mark.parametrize("key", ["", "nonsense", "other:" + "A" * 43 + "=", "local:" + "A" * 43 + "="])
def test_a_key_that_does_not_fit_the_data_gets_a_sentence_that_does_not_repeat_it(
    tmp_path: Path, key: str
) -> None:
    open_store(tmp_path).close()
    (tmp_path / "key").write_text(key)
    with pytest.raises(click.ClickException, match="does not open the data") as refused:
        open_store(tmp_path)
    assert "AAAA" not in refused.value.message


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "localhost", "192.168.1.7", "example.org"])
def test_any_other_address_is_refused_before_anything_is_made(tmp_path: Path, host: str) -> None:
    result = dayone("local", "--data", tmp_path / "data", "--host", host)
    assert result.exit_code == 1
    assert "only listens on 127.0.0.1, because its page asks for no password" in result.output
    assert not (tmp_path / "data").exists()


def test_a_port_that_is_taken_gets_a_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = dayone("local", "--data", tmp_path, "--port", port)
    assert result.exit_code == 1
    assert f"Port {port} is not free. Choose another one" in result.output


@pytest.mark.parametrize("port", ["-1", "65536", "three"])
def test_a_port_that_does_not_exist_gets_a_sentence(tmp_path: Path, port: str) -> None:
    result = dayone("local", "--data", tmp_path / "data", "--port", port)
    assert result.exit_code == 2
    assert not (tmp_path / "data").exists()


def test_a_file_in_the_place_of_the_folder_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")
    assert "is a file" in dayone("local", "--data", tmp_path / "data").output


def test_it_says_where_it_is_open_and_is_open_there(tmp_path: Path) -> None:
    words = [sys.executable, "-u", "-m", "bot.cli", "local", "--port", "0", "--data", str(tmp_path)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as running:
        assert running.stdout
        try:
            said = running.stdout.readline()
            assert said.startswith("Day One is open at http://127.0.0.1:"), said
            with urlopen(said.split()[5]) as page:
                assert "Sam" in page.read().decode()
        finally:
            running.terminate()
