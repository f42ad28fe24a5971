"""Runs MkDocs in this process, quietly; what it has to say comes back as problems.

ProperDocs is MkDocs 1 maintained by others: the same under another name. Either is only loaded when it is used.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path

from jinja2 import TemplateError

from clauseway.problems import Problem, Severity
from clauseway.render.rendering import NotRendered, Schools

_USED = ("commands.build", "config", "exceptions")


def _run(
    package: str, config: Path, docs: Path, site: Path, site_url: str | None, schools: Schools
) -> tuple[Problem, ...]:
    """Render the folder `docs` into the empty folder `site`, with the settings of `config`.

    Raises NotRendered where that fails, and OSError as the file system does.
    """
    command, settings, exceptions = (import_module(f"{package}.{name}") for name in _USED)
    folders = {"docs_dir": str(docs.resolve()), "site_dir": str(site.resolve())}
    with _listening(package) as heard, _timeless():
        try:
            loaded = settings.load_config(str(config), **folders, site_url=site_url)
            loaded.extra["schools"] = schools
            command.build(loaded)
        except (exceptions.BuildError, exceptions.ConfigurationError, TemplateError, exceptions.Abort) as failure:
            raise NotRendered(str(failure), tuple(heard.problems)) from failure
    return tuple(heard.problems)


run_mkdocs = partial(_run, "mkdocs")
run_properdocs = partial(_run, "properdocs")


class _Listener(logging.Handler):
    """Keeps what MkDocs logs as problems."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
        self.problems.append(Problem("site-page", severity, record.getMessage()))


@contextmanager
def _listening(package: str) -> Iterator[_Listener]:
    """Turn the renderer's log into problems for the length of a block; nothing is printed."""
    logger, listener = logging.getLogger(package), _Listener()
    before = logger.level, logger.propagate
    logger.addHandler(listener)
    logger.setLevel(logging.WARNING)
    logger.propagate = False
    try:
        yield listener
    finally:
        logger.removeHandler(listener)
        logger.level, logger.propagate = before


@contextmanager
def _timeless() -> Iterator[None]:
    """Let MkDocs take the epoch for the time of building, so that the same pages give the same bytes."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = "0"
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before
