"""From published files to the site: runs a renderer aside and swaps the result in whole."""

from clauseway.render.engine import DOCS, MKDOCS_CONFIG, Engine, check_engine, render, site_address

__all__ = ["DOCS", "MKDOCS_CONFIG", "Engine", "check_engine", "render", "site_address"]
