"""Reads a page back: which elements it has, and what its reader sees."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "hr", "img", "path"}


class Page(HTMLParser):
    """The elements of a page in order, and the text of each element that has an id."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self._open: list[tuple[str, str]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        self.elements.append((tag, named))
        if tag not in VOID:
            self._open.append((tag, named.get("id", "")))

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            opened, _ = self._open.pop()
            assert opened == tag, f"</{tag}> closes <{opened}>"

    def handle_data(self, data: str) -> None:
        for _, name in self._open:
            if name:
                self.texts[name] = self.texts.get(name, "") + data

    def skeleton(self) -> list[tuple[str, tuple[str, ...]]]:
        """Tags with the names of their attributes: all that could be alive."""
        return [(tag, tuple(sorted(attrs))) for tag, attrs in self.elements]

    def having(self, name: str, word: str) -> list[dict[str, str]]:
        """Attributes of the elements whose attribute `name` holds `word`."""
        return [attrs for _, attrs in self.elements if word in attrs.get(name, "").split()]
