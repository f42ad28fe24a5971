"""From published files to the site: runs MkDocs aside and swaps the result in whole."""

from clauseway.render.engine import DOCS, MKDOCS_CONFIG, render, site_address

__all__ = ["DOCS", "MKDOCS_CONFIG", "render", "site_address"]
