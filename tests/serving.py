"""Servers of a test's own, each in a thread, for as long as they are needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import BaseServer
from threading import Thread

from bot.chat.local.core import Core
from bot.chat.local.history import History
from bot.chat.local.server import address, open_server
from planning_rules.refusal import Refusal


@contextmanager
def serving(server: BaseServer) -> Iterator[None]:
    """It answers until the end, and is closed then."""
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def local_page(core: Core, history: History | None = None) -> Iterator[str]:
    """The local page; its address."""
    server = open_server(core, 0, history)
    assert not isinstance(server, Refusal), server
    with serving(server):
        yield address(server)
