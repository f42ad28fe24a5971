"""From published files to the site: has a renderer make it aside, and puts it in place when it is whole."""

from __future__ import annotations

import json
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.render import settings
from clauseway.render.rendering import NotRendered, Renderer, Schools
from clauseway.render.swap import aside
from clauseway.render.with_mkdocs import run_mkdocs, run_properdocs
from clauseway.render.with_zensical import run_zensical

_ROOT = Path(__file__).resolve().parents[3]
MKDOCS_CONFIG = _ROOT / "mkdocs.yml"
"""The site's settings, which every renderer reads; its theme folder stands beside it."""
DOCS = _ROOT / "docs"
"""The hand-written pages."""


class Engine(StrEnum):
    """What renders the site."""

    MKDOCS = "mkdocs"
    """MkDocs with Material for MkDocs."""
    PROPERDOCS = "properdocs"
    """MkDocs as others maintain it, with Material for MkDocs."""
    ZENSICAL = "zensical"
    """Zensical, the successor of both."""


_RUN: dict[Engine, Renderer] = {
    Engine.MKDOCS: run_mkdocs,
    Engine.PROPERDOCS: run_properdocs,
    Engine.ZENSICAL: run_zensical,
}


def render(
    docs: Path,
    site: Path,
    site_url: str | None = None,
    config: Path = MKDOCS_CONFIG,
    engine: Engine = Engine.MKDOCS,
) -> tuple[Problem, ...]:
    """Render the published folder `docs` into `site`, which is replaced only if all went well.

    `site_url` is the address the site will have; without it the settings decide (environment variable SITE_URL).
    What the renderer warns of comes back as warnings, a failure as an error. Raises OSError as the file system does.
    """
    try:
        with aside(site) as folder:
            return _RUN[engine](config, docs, folder, site_url, _schools(docs))
    except NotRendered as failure:
        return (*failure.problems, _failed(failure, config))


def site_address() -> str:
    """The address the site will have, with a slash at its end; empty where SITE_URL is not set in the environment."""
    return settings.site_address(MKDOCS_CONFIG)


def check_engine(engine: Engine) -> None:
    """Raise UnreadableSource where a renderer is not installed."""
    if find_spec(engine.value) is None:
        message = f"The renderer {engine.value} is not installed."
        advice = f"Install it with `pip install 'clauseway[{engine.value}]'`, or leave out --engine."
        raise UnreadableSource(Problem("engine-missing", Severity.ERROR, message, advice=advice))


def _schools(docs: Path) -> Schools:
    """The policies of each school, from the published list."""
    listed = docs / "data" / "policies.json"
    schools: Schools = {}
    for policy in json.loads(listed.read_bytes())["policies"] if listed.is_file() else []:
        entry = {name: policy[name] for name in ("title", "policy", "url", "language")}
        schools.setdefault(policy["school"], []).append(entry)
    return schools


def _failed(failure: NotRendered, config: Path) -> Problem:
    return Problem(
        code="site-not-rendered",
        severity=Severity.ERROR,
        message=f"The site could not be rendered: {failure}",
        file=config.name,
        advice="Put right what is named above; the last good site is still there.",
    )
