"""Every word of a file, found in its raw XML without the readers of paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from clauseway.sources.invisible import without_invisible
from clauseway.sources.odt.names import (
    COVERED_CELL,
    DRAW,
    HIDDEN_PARAGRAPH,
    HIDDEN_WORDS,
    NO_TEXT,
    NOTE,
    OFFICE,
    PARAGRAPHS,
    STYLE,
    TEXT,
)
from clauseway.sources.odt.styles import Styles
from clauseway.sources.odt.walk import hides_section
from clauseway.sources.refusals import damaged
from clauseway.words import words

_PARTING = frozenset({f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"})
_HEADS = frozenset(
    f"{STYLE}{name}" for name in ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
)


def body_words(raw: bytes, styles: Styles, file: str) -> tuple[tuple[str, int], ...]:
    """Give the words of the body, each with its paragraph; `file` is only for messages.

    Raises UnreadableSource (`source-damaged`) where this parser cannot follow, as with rare encodings.
    """
    return _Scan(styles, file).read(raw)


def head_words(
    raw: bytes, styles: Styles, file: str, masters: frozenset[str], before: int
) -> tuple[tuple[str, int], ...]:
    """Give the words of the page heads and feet of some master pages; `before` is the number of paragraphs before."""
    return _Scan(styles, file, masters, before).read(raw)


@dataclass(slots=True)
class _Text:
    """The text of a paragraph; of a frame or note, only what stands in it."""

    paragraph: int = 0
    pieces: list[str] = field(default_factory=list)
    within: list[tuple[str, int]] = field(default_factory=list)
    hidden: bool = False


class _Scan:
    """Hears of each element as the XML is parsed; keeps one open text for each paragraph around."""

    def __init__(self, styles: Styles, file: str, masters: frozenset[str] | None = None, before: int = 0) -> None:
        self._styles = styles
        self._file = file
        self._masters = masters
        self._paragraphs = before
        self._texts = [_Text()]
        self._opened: list[str] = []
        self._skipped = 0
        self._region = 0

    def read(self, raw: bytes) -> tuple[tuple[str, int], ...]:
        parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(raw, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise damaged(self._file, f"its XML cannot be read twice alike ({error})") from error
        return tuple(self._texts[0].within)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = "{" + name
        state = {"{" + key: value for key, value in attributes.items()}
        if self._skipped or (self._region and self._is_left_out(name, state)):
            self._skipped += 1
        elif self._region or self._begins_region(name, state):
            self._region += 1
            self._open(name, state)

    def _open(self, name: str, state: Mapping[str, str]) -> None:
        """Begin the text of a paragraph, or one to hold what stands in a frame or note."""
        self._opened.append(name)
        if name in PARAGRAPHS:
            self._paragraphs += 1
            self._texts.append(_Text(self._paragraphs))
        elif _is_anchored(name):
            self._texts.append(_Text())
        elif name in _PARTING:
            self._texts[-1].pieces.append(" ")
        elif name == HIDDEN_PARAGRAPH and state.get(f"{TEXT}is-hidden") != "false":
            self._texts[-1].hidden = True

    def _end(self, _name: str) -> None:
        if self._skipped:
            self._skipped -= 1
        elif self._region:
            self._region -= 1
            name = self._opened.pop()
            if name in PARAGRAPHS or _is_anchored(name):
                self._close(self._texts.pop())

    def _close(self, text: _Text) -> None:
        if text.hidden:
            return
        if text.paragraph:
            whole = without_invisible("".join(text.pieces))
            self._texts[-1].within.extend((word, text.paragraph) for word in words(whole))
        self._texts[-1].within.extend(text.within)

    def _characters(self, data: str) -> None:
        if self._region and not self._skipped:
            self._texts[-1].pieces.append(data)

    def _begins_region(self, name: str, state: Mapping[str, str]) -> bool:
        if self._masters is None:
            return name == f"{OFFICE}text"
        return name == f"{STYLE}master-page" and state.get(f"{STYLE}name") in self._masters

    def _is_left_out(self, name: str, state: Mapping[str, str]) -> bool:
        style = state.get(f"{TEXT}style-name", "")
        if name in PARAGRAPHS:
            return self._styles.shape(style).look.hidden is True
        if name == f"{TEXT}span":
            return self._styles.look(style).hidden is True
        if name == HIDDEN_WORDS:
            return state.get(f"{TEXT}is-hidden") != "false"
        if state.get(f"{TEXT}display") == "none":
            return True
        if name == f"{TEXT}section":
            return hides_section(state.get(f"{TEXT}display", ""), state.get(f"{TEXT}is-hidden", ""))
        if name in _HEADS:
            return state.get(f"{STYLE}display") == "false"
        return name in NO_TEXT or name == COVERED_CELL


def _is_anchored(name: str) -> bool:
    return name == NOTE or (name.startswith(DRAW) and name != f"{DRAW}a")
