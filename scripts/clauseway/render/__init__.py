"""From published files to the site: runs a renderer aside and swaps the result in whole."""

from clauseway.render.engine import DOCS, MKDOCS_CONFIG, Engine, check_engine, render, site_address
from clauseway.render.swap import recover

__all__ = ["DOCS", "MKDOCS_CONFIG", "Engine", "check_engine", "recover", "render", "site_address"]
