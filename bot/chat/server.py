"""gunicorn inside our own process: threads, no log of who asked for what, an end that waits for the last."""

import socket
from collections.abc import Callable, Mapping
from contextlib import ExitStack

from flask import Flask
from gunicorn.app.base import BaseApplication  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from bot.chat.quietly import log_quietly
from planning_rules.refusal import Refusal

# On SQLite, writers wait for each other anyway.
ONE_PROCESS = {"workers": 1, "threads": 16}
SEVERAL = {"workers": 2, "threads": 8}


def listen(host: str, port: int) -> socket.socket | Refusal:
    """A socket that listens already; port 0 takes any that is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        # create_server leaves its socket open where the name itself cannot be.
        host.encode("idna")
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError):
        return Refusal(
            f"{host} port {port} is not free, or is not an address of this computer. "
            f"Choose another one, for example --host 127.0.0.1 --port {port + 1}."
        )


Load = Callable[[ExitStack], Flask]


def serve(load: Load, listening: socket.socket, size: Mapping[str, int]) -> None:
    """Serve until SIGTERM or Ctrl+C, then end with SystemExit once the requests in hand are answered.

    `load` makes the app, in each process of its own: connections to a database are not shared by any two.
    What it opens on the stack is closed when its process ends.
    """
    _Server(load, listening, size).run()


class _Quiet(Logger):  # type: ignore[misc]
    def setup(self, cfg: object) -> None:
        super().setup(cfg)
        log_quietly()


class _Server(BaseApplication):  # type: ignore[misc]
    def __init__(self, make: Load, listening: socket.socket, size: Mapping[str, int]) -> None:
        self._make, self._opened = make, ExitStack()
        self._settings = {
            "bind": f"fd://{listening.fileno()}",
            "worker_class": "gthread",
            "logger_class": _Quiet,
            "control_socket_disable": True,
            "worker_exit": lambda server, worker: self._opened.close(),
            **size,
        }
        super().__init__()

    def load_config(self) -> None:
        for name, value in self._settings.items():
            self.cfg.set(name, value)

    def load(self) -> Flask:
        return self._make(self._opened)
