"""A rendered site as what counts in it, for comparing what several renderers make of the same pages.

Left aside are, and nothing else: the theme's own files under `assets/`, of which a site loads one style sheet; the link
that skips to the text, and the attributes of two elements of the theme that stand empty; a class of code blocks; how a
relative address is spelled; and the packed copy of the sitemap.
"""

from __future__ import annotations

import posixpath
import re
from html.parser import HTMLParser
from pathlib import Path

_THEME_FILE = re.compile(r"assets/(stylesheets|javascripts)/.*?(\w+)\.[0-9a-f]{8}\.min")
_ADDRESS = re.compile(r"(?!\w+:|//|#)")
_OF_THE_THEME = {"md-overlay", "md-dialog", "md-skip"}


class _Page(HTMLParser):
    """The elements and words of a page, in order."""

    def __init__(self, folder: str) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._folder = folder
        self._skips = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if given.get("class") in _OF_THE_THEME:
            self._skips = tag == "a"
            given = {"class": given["class"]}
        if self._skips:
            return
        if tag == "pre":
            given.pop("class", None)
        for name in ("href", "src", "action"):
            if name in given:
                given[name] = self._address(given[name])
        self.parts.append(f"<{tag} {' '.join(f'{name}={value!r}' for name, value in sorted(given.items()))}>")

    def handle_endtag(self, tag: str) -> None:
        if not self._skips:
            self.parts.append(f"</{tag}>")
        self._skips = self._skips and tag != "a"

    def handle_data(self, data: str) -> None:
        if data.strip() and not self._skips:
            self.parts.append(" ".join(data.split()))

    def _address(self, address: str) -> str:
        """Where an address leads to, whatever page it stands on."""
        plain = _THEME_FILE.sub(r"assets/\1/\2", address)
        return posixpath.normpath(posixpath.join(self._folder, plain)) if _ADDRESS.match(plain) else plain


def rendered(site: Path) -> dict[str, list[str] | bytes]:
    """The files of a site by path: pages as their elements and words, all others as they are."""
    return {
        name: _content(path, name)
        for path in sorted(site.rglob("*"))
        if path.is_file() and not (name := path.relative_to(site).as_posix()).startswith("assets/")
        if name != "sitemap.xml.gz"
    }


def _content(path: Path, name: str) -> list[str] | bytes:
    if path.suffix not in (".html", ".xml"):
        return path.read_bytes()
    page = _Page(posixpath.dirname(f"/{name}"))
    page.feed(path.read_text(encoding="utf-8"))
    page.close()
    return page.parts
