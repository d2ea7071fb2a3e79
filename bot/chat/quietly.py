"""Logs that never repeat what somebody typed: not in a message, an exception or an address."""

import logging
import sys
import traceback
from types import TracebackType

from flask import Flask

ExceptionInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_exception(logger: logging.Logger, info: ExceptionInfo) -> None:
    """The kind of the exception and where it was raised, without its message."""
    logger.error("%s", _without_message(info))


class QuietFlask(Flask):
    """Flask, with a log that never says what was typed."""

    def log_exception(self, exc_info: ExceptionInfo) -> None:
        log_exception(logging.getLogger(self.import_name), exc_info)


class WithoutWords(logging.Formatter):
    """Says where another's library warns of something, and of what kind, but nothing that it says of it."""

    def format(self, record: logging.LogRecord) -> str:
        if record.levelno < logging.WARNING:
            return super().format(record)
        # With arguments the message is the library's own sentence, in which they would stand.
        says = str(record.msg) if record.args else "its words are left out"
        bare = logging.makeLogRecord({**vars(record), "msg": f"{says} ({record.module}.py:{record.lineno})"})
        bare.args, bare.exc_info, bare.exc_text, bare.stack_info = None, None, None, None
        line = super().format(bare)
        return f"{line}\n{_without_message(record.exc_info)}" if record.exc_info else line


def log_quietly() -> None:
    """Everything to stderr; of what others' libraries warn of, only what and where.

    What gunicorn says below a warning is of itself: that it listens, and where.
    """
    # Otherwise a line that cannot be written is told whole.
    logging.raiseExceptions = False
    theirs = _to_stderr(WithoutWords(_LINE))
    # Of the handler too, since some libraries set the levels of their own loggers.
    theirs.setLevel(logging.WARNING)
    logging.basicConfig(level=logging.WARNING, handlers=[theirs], force=True)
    for name, formatter in {"bot": logging.Formatter(_LINE), "gunicorn.error": WithoutWords(_LINE)}.items():
        logger = logging.getLogger(name)
        logger.handlers, logger.propagate = [_to_stderr(formatter)], False
        logger.setLevel(logging.INFO)


def _to_stderr(formatter: logging.Formatter) -> logging.Handler:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    return handler


def _without_message(info: ExceptionInfo) -> str:
    kind, _, trace = info
    where = "".join(traceback.format_tb(trace))
    return f"{kind.__name__ if kind else None}, without its message\n{where}"
