"""Every command and every option says in plain words what it is for."""

from collections.abc import Iterator

import click
import pytest

from bot.cli import main


def commands(group: click.Group, path: str = "dayone") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        yield f"{path} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")


COMMANDS = dict(commands(main))


@pytest.mark.parametrize("path", COMMANDS)
def test_a_command_says_what_it_does(path: str) -> None:
    assert (COMMANDS[path].help or "").strip()


@pytest.mark.parametrize("path", COMMANDS)
def test_every_option_says_what_it_is_for(path: str) -> None:
    options = [one for one in COMMANDS[path].params if isinstance(one, click.Option)]
    assert [option.name for option in options if not option.help and not option.hidden] == []
