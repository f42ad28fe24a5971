"""Runs MkDocs in this process, quietly; what it has to say comes back as problems."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import TemplateError
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from clauseway.problems import Problem, Severity
from clauseway.render.swap import aside

_ROOT = Path(__file__).resolve().parents[3]
MKDOCS_CONFIG = _ROOT / "mkdocs.yml"
"""The site's settings; its theme folder stands beside it."""
DOCS = _ROOT / "docs"
"""The hand-written pages."""


def render(docs: Path, site: Path, site_url: str | None = None, config: Path = MKDOCS_CONFIG) -> tuple[Problem, ...]:
    """Render the published folder `docs` into `site`, which is replaced only if all went well.

    `site_url` is the address the site will have; without it the settings decide (environment variable SITE_URL).
    What MkDocs warns of comes back as warnings, a failure as an error. Raises OSError as the file system does.
    """
    with _listening() as heard, _timeless():
        try:
            with aside(site) as folder:
                build(_settings(config, docs, folder, site_url))
        except (MkDocsException, TemplateError, Abort) as failure:
            heard.problems.append(_failed(failure, config))
    return tuple(heard.problems)


def site_address(config: Path = MKDOCS_CONFIG) -> str:
    """The address the site will have, with a slash at its end; empty where SITE_URL is not set in the environment."""
    return str(load_config(str(config)).site_url or "")


def _settings(config: Path, docs: Path, site: Path, site_url: str | None) -> MkDocsConfig:
    settings = load_config(str(config), docs_dir=str(docs.resolve()), site_dir=str(site.resolve()), site_url=site_url)
    settings.extra["schools"] = _schools(docs)
    return settings


def _schools(docs: Path) -> dict[str, list[dict[str, str]]]:
    """The policies of each school by slug, for the navigation of its pages: from the published list."""
    listed = docs / "data" / "policies.json"
    schools: dict[str, list[dict[str, str]]] = {}
    for policy in json.loads(listed.read_bytes())["policies"] if listed.is_file() else []:
        entry = {"title": policy["title"], "policy": policy["policy"], "url": policy["url"]}
        schools.setdefault(policy["school"], []).append(entry)
    return schools


class _Listener(logging.Handler):
    """Keeps what MkDocs logs as problems."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.problems: list[Problem] = []

    def emit(self, record: logging.LogRecord) -> None:
        severity = Severity.ERROR if record.levelno >= logging.ERROR else Severity.WARNING
        self.problems.append(Problem("site-page", severity, record.getMessage()))


@contextmanager
def _listening() -> Iterator[_Listener]:
    """Turn MkDocs' log into problems for the length of a block; nothing is printed."""
    logger, listener = logging.getLogger("mkdocs"), _Listener()
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


def _failed(failure: BaseException, config: Path) -> Problem:
    return Problem(
        code="site-not-rendered",
        severity=Severity.ERROR,
        message=f"The site could not be rendered: {failure}",
        file=config.name,
        advice="Put right what is named above; the last good site is still there.",
    )
