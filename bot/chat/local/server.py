"""The page, served to this computer and to no other."""

import socket
from collections.abc import Callable
from contextlib import closing, suppress
from typing import Any

from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server

from bot.chat.local.app import create_app
from bot.chat.local.core import Core
from bot.chat.local.history import History
from planning_rules.refusal import Refusal

HERE = "127.0.0.1"


class Quiet(WSGIRequestHandler):
    """Says nothing of who asked for what."""

    def log(self, type: str, message: str, *args: Any) -> None:
        return None


def open_server(core: Core, port: int, history: History | None = None) -> BaseWSGIServer | Refusal:
    """A server that listens already; port 0 takes any that is free. `address` says where."""
    try:
        listening = socket.create_server((HERE, port))
    except OSError:
        return Refusal(f"Port {port} is not free. Choose another one, for example --port {port + 1}.")
    with listening:
        app = create_app(core, history)
        return make_server(HERE, port, app, threaded=True, request_handler=Quiet, fd=listening.fileno())


def address(server: BaseWSGIServer) -> str:
    return f"http://{HERE}:{server.socket.getsockname()[1]}/"


def serve(
    core: Core, port: int, say: Callable[[str], None], history: History | None = None
) -> Refusal | None:
    """Serve until interrupted, saying where; or say why not."""
    server = open_server(core, port, history)
    if isinstance(server, Refusal):
        return server
    say(f"Day One is open at {address(server)} (Ctrl+C closes it)")
    with suppress(KeyboardInterrupt), closing(server.socket):
        server.serve_forever()
    return None
