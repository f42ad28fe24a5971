"""The site's settings as they stand in `mkdocs.yml`, for what has to know them whatever renders the site."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from clauseway.render.rendering import NotRendered


class _Loader(yaml.SafeLoader):
    """Reads `mkdocs.yml` with its one tag, for settings from the environment."""


def _from_environment(loader: _Loader, node: yaml.Node) -> str:
    """`!ENV [NAME, default]`, as MkDocs reads it."""
    assert isinstance(node, yaml.SequenceNode)
    *names, default = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), str(default))


_Loader.add_constructor("!ENV", _from_environment)


def read_settings(config: Path) -> dict[str, Any]:
    """The settings; raises NotRendered where they cannot be read."""
    try:
        settings = yaml.load(config.read_text(encoding="utf-8"), _Loader)
    except yaml.YAMLError as fault:
        raise NotRendered(f"{config.name} cannot be read ({fault}).") from fault
    if not isinstance(settings, dict):
        raise NotRendered(f"{config.name} holds no settings.")
    return settings


def site_address(config: Path) -> str:
    """The address the site will have, with a slash at its end; empty where SITE_URL is not set in the environment.

    Raises NotRendered where the settings cannot be read.
    """
    address = str(read_settings(config).get("site_url") or "")
    return address if address.endswith("/") or not address else f"{address}/"
