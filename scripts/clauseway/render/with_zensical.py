"""Runs Zensical in a process of its own; what it has to say comes back as problems.

It reads our `mkdocs.yml`, with a few additions. It wants pages and site under the folder of its settings, so both are
made beside the published pages.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from clauseway.problems import Problem, Severity
from clauseway.render.rendering import NotRendered, Schools
from clauseway.render.settings import read_settings

_SETTINGS, _SITE, _CACHE = "zensical.yml", "zensical.site", ".cache"
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
# "Warning: page does not exist", and on the next line "[ help.md:3:8 ]"
_WARNING = re.compile(r"^Warning: (?P<what>.+)\n\W*\[ (?P<where>[^\]]+) \]", re.MULTILINE)
_UNUSED = ("search.json",)
"""What it makes whatever is asked of it, and no page of ours reads."""


def run_zensical(config: Path, docs: Path, site: Path, site_url: str | None, schools: Schools) -> tuple[Problem, ...]:
    """Render the folder `docs` into the empty folder `site`, with the settings of `config`.

    Raises NotRendered where that fails, and OSError as the file system does.
    """
    root = docs.resolve().parent
    _clean(root)
    try:
        settings = _settings(config, docs, site_url, schools)
        (root / _SETTINGS).write_text(yaml.safe_dump(settings, sort_keys=False, allow_unicode=True), encoding="utf-8")
        said = _run(root)
        for name in _UNUSED:
            (root / _SITE / name).unlink(missing_ok=True)
        for path in (root / _SITE).iterdir():
            shutil.move(path, site / path.name)
        return tuple(_warnings(said))
    finally:
        _clean(root)


def _settings(config: Path, docs: Path, site_url: str | None, schools: Schools) -> dict[str, Any]:
    """Our settings as Zensical needs them; raises NotRendered where they cannot be read."""
    settings = read_settings(config)
    theme = settings.get("theme")
    if not isinstance(theme, dict):
        raise NotRendered(f"{config.name} names no theme with settings.")
    theme |= {"custom_dir": str(config.parent / theme.get("custom_dir", "overrides")), "variant": "classic"}
    settings |= {"docs_dir": docs.name, "site_dir": _SITE, "plugins": [{"search": {"enabled": False}}]}
    settings["site_url"] = site_url if site_url is not None else settings.get("site_url") or ""
    settings.setdefault("extra", {})["schools"] = schools
    # MkDocs does not colour code; nor are there styles for it here.
    settings.setdefault("markdown_extensions", []).append({"pymdownx.highlight": {"use_pygments": False}})
    return settings


def _run(root: Path) -> str:
    """Run it to its end and give what it said; raises NotRendered with its last words where it fails."""
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--config-file", str(root / _SETTINGS)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", errors="replace")
    said = _COLOURS.sub("", f"{done.stdout}\n{done.stderr}")
    if done.returncode != 0 or not (root / _SITE).is_dir():
        last = next((line for line in reversed(said.splitlines()) if line.strip()), "it said nothing")
        raise NotRendered(last.strip(), tuple(_warnings(said)))
    return said


def _warnings(said: str) -> Iterator[Problem]:
    for found in _WARNING.finditer(said):
        yield Problem("site-page", Severity.WARNING, f"{found['where'].strip()}: {found['what']}")


def _clean(root: Path) -> None:
    """Remove what it works with, also what a killed run left."""
    (root / _SETTINGS).unlink(missing_ok=True)
    for name in (_SITE, _CACHE):
        if (root / name).exists():
            shutil.rmtree(root / name)
