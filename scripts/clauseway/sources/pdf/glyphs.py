"""A page's letters: each with its place and look, put together to words."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import msgspec

from clauseway.sources.pdf import engine
from clauseway.sources.pdf.engine import Handle
from clauseway.sources.pdf.frame import Frame
from clauseway.sources.pdf.letters import UNKNOWN, draws_signs, is_unreadable, letter, may_be_private
from clauseway.sources.pdf.parts import Font
from clauseway.words import has_words

_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!tri)|[-,]bd\b|-b$", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b|-i$|-bi$", re.IGNORECASE)
_ITALIC_FLAG, _FORCE_BOLD_FLAG = 1 << 6, 1 << 18
_INVISIBLE_MODES = (3, 7)
_OUTLINED_MODE = 2  # filled and stroked: how programs make a bold face that they do not have
_SMALLEST = 1.0  # points; smaller letters cannot be seen
_FAR = 0.6  # of the letters' height: a wider gap parts words even where no space stands
_SHIFT = 0.25  # of the letters' height: letters further up or down are on another line
_WIDEST = 0.75  # of the letters' height: how wide letters are at most, taken together
_WHITE = 250
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]")
_CHUNK = re.compile(r"[^\s\x00\x01\x03-\x1f]+")
_CONTROLS = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1b]")


class Look(msgspec.Struct, frozen=True, gc=False):
    """How the letters of a text object stand."""

    font: Font
    base: float
    """Their base line, in points up the displayed page turned back by `angle`."""
    angle: int
    """Degrees they are turned by, as displayed, counter-clockwise, 0 to 359."""
    signs: bool
    """Whether the font draws signs for Latin letters."""
    private: bool
    """Whether private code points are to be expected of the font."""
    invisible: bool
    """Whether they are not drawn at all, or too small to be seen."""
    white: bool
    """Whether they are drawn in white."""
    unmapped: bool
    """Whether the file does not say which letters they are."""


@dataclass(slots=True)
class Token:
    """Letters with no white space between them."""

    parts: list[tuple[str, Font]]
    x0: float
    x1: float
    base: float
    look: Look
    start: int
    """Index of its first character on the page."""
    end: int
    """Index past its last one."""
    glued: bool = False
    """Whether a mark of punctuation stands right behind the word before it, a note's mark perhaps between."""
    href: str = ""

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(text for text, _ in self.parts)


@dataclass(slots=True)
class PageText:
    """The letters of a page."""

    chars: list[str]
    """Characters as PDFium gives them."""
    tokens: list[Token] = field(default_factory=list)
    cuts: list[int] = field(default_factory=list)
    """Indices of characters that begin a word though no space stands before them."""
    instead: dict[int, str] = field(default_factory=dict)
    """What to read for characters of sign fonts and those nobody can tell, by index."""
    unreadable: int = 0
    letters: int = 0


class _Looks:
    """Looks of a page's text objects, each found once."""

    def __init__(self, text: Handle, frame: Frame) -> None:
        self._text = text
        self._frame = frame
        self._fonts: dict[int, tuple[str, int]] = {}
        self._found: dict[int, Look] = {}

    def of(self, thing: int, index: int) -> Look:
        """The look of the text object `thing`, to which the character at `index` belongs."""
        look = self._found.get(thing)
        if look is None:
            look = self._found[thing] = self._make(thing, index)
        return look

    def _make(self, thing: int, index: int) -> Look:
        matrix = engine.Matrix()
        engine.char_matrix(self._text, index, ctypes.addressof(matrix))
        x, y = ctypes.c_double(), ctypes.c_double()
        engine.char_origin(self._text, index, ctypes.addressof(x), ctypes.addressof(y))
        angle = self._frame.angle(matrix.a, matrix.b)
        size = engine.char_size(self._text, index) * math.hypot(matrix.c, matrix.d)
        name, flags = self._font(engine.text_font(thing) or 0)
        mode = engine.text_mode(thing)
        bold = mode == _OUTLINED_MODE or bool(flags & _FORCE_BOLD_FLAG) or _BOLD.search(name) is not None
        italic = bool(flags & _ITALIC_FLAG) or _ITALIC.search(name) is not None
        return Look(
            font=Font(round(size, 1), bold, italic),
            base=self._frame.place(x.value, y.value, angle)[1],
            angle=angle,
            signs=draws_signs(name),
            private=may_be_private(name),
            invisible=mode in _INVISIBLE_MODES or size < _SMALLEST,
            white=_is_white(thing),
            unmapped=engine.char_unmapped(self._text, index) == 1,
        )

    def _font(self, font: int) -> tuple[str, int]:
        found = self._fonts.get(font)
        if found is None:
            name = engine.read_string(engine.font_name, font).rstrip(b"\0").decode("utf-8", "replace")
            found = self._fonts[font] = (name, max(engine.font_flags(font), 0))
        return found


def _is_white(thing: int) -> bool:
    channels = [ctypes.c_uint() for _ in range(4)]
    if not engine.fill_color(thing, *map(ctypes.addressof, channels)):
        return False
    return all(channel.value >= _WHITE for channel in channels[:3])


def read_letters(text: Handle, frame: Frame) -> PageText:
    """Put the letters of a page together to words, in the order of the file."""
    page = PageText(_characters(text))
    token: Token | None = None
    for piece in _pieces(text, frame, page):
        numbered = token is not None and piece.text[0].isalpha() and _heads_line(page.tokens)
        if token is None or piece.start > token.end or numbered or not _follows(token, piece):
            if token is not None and piece.start == token.end:
                page.cuts.append(piece.start)
            glued = token is not None and _closes_mark(token, piece)
            token = Token([], piece.x0, piece.x1, piece.look.base, piece.look, piece.start, piece.end, glued)
            page.tokens.append(token)
        _add(token, piece)
    return page


def _closes_mark(token: Token, piece: _Piece) -> bool:
    """Whether punctuation stands right behind the small number of a note."""
    small, large = token.look.font.size, piece.look.font.size
    close = abs(piece.x0 - token.x1) < 0.2 * large and abs(piece.look.base - token.base) < large
    return close and small <= 0.85 * large and token.text.isdigit() and not has_words(piece.text)


def _heads_line(tokens: list[Token]) -> bool:
    """Whether the last word so far is a number before a text, alone in its text object and first on its line."""
    token = tokens[-1]
    if len(token.parts) > 1 or not _NUMBER.fullmatch(token.text):
        return False
    return len(tokens) == 1 or abs(tokens[-2].base - token.base) > _SHIFT * token.look.font.size


class _Piece(msgspec.Struct, gc=False):
    """Letters of one text object with nothing between them, with their place along the line."""

    start: int
    end: int
    text: str
    x0: float
    x1: float
    look: Look


def _pieces(text: Handle, frame: Frame, page: PageText) -> Iterator[_Piece]:
    looks = _Looks(text, frame)
    whole = "".join(page.chars)
    page.unreadable = page.letters = len(_CONTROLS.findall(whole))
    last = 0
    for chunk in _CHUNK.finditer(whole):
        start, end = chunk.span()
        things = [engine.char_object(text, index) or 0 for index in range(start, end)]
        for first, past in _stretches(things):
            thing = things[first] or last
            if not thing:
                continue
            last = thing
            look = looks.of(thing, start + first)
            shown = _shown(page, start + first, start + past, look)
            if shown:
                yield from _placed(text, frame, shown, start + first, start + past, look)


def _stretches(things: list[int]) -> Iterator[tuple[int, int]]:
    """Stretches of letters that belong to one text object, those of none with the one before."""
    first = 0
    for index in range(1, len(things)):
        if things[index] != things[index - 1] and things[index]:
            yield first, index
            first = index
    yield first, len(things)


def _shown(page: PageText, start: int, end: int, look: Look) -> list[str]:
    """What the letters of a stretch stand for; counts them, and those that cannot be told."""
    chars = page.chars[start:end]
    page.letters += len(chars)
    if look.signs or look.unmapped:
        shown = [letter(char, True) if look.signs else UNKNOWN for char in chars]
        page.instead.update(enumerate(shown, start))
        page.unreadable += 0 if look.signs else len(chars)
        return shown
    if not look.private:
        page.unreadable += sum(char > "~" and is_unreadable(char) for char in chars)
    return [char if " " < char <= "~" else letter(char) for char in chars]


def _placed(text: Handle, frame: Frame, shown: list[str], start: int, end: int, look: Look) -> Iterator[_Piece]:
    """A stretch with its place; in several pieces where it is so wide that there must be gaps in it."""
    box = engine.Box()
    x0, x1 = _span(text, frame, box, start, look)
    if end - start > 1:
        x1 = max(_span(text, frame, box, end - 1, look)[1], x1)
    if end - start == 1 or -0.1 <= (x1 - x0) / max(look.font.size, _SMALLEST) <= _WIDEST * (end - start) + _FAR:
        yield _Piece(start, end, "".join(shown), x0, x1, look)
        return
    for offset, char in enumerate(shown):
        x0, x1 = _span(text, frame, box, start + offset, look)
        yield _Piece(start + offset, start + offset + 1, char, x0, x1, look)


def _span(text: Handle, frame: Frame, box: engine.Box, index: int, look: Look) -> tuple[float, float]:
    """Where a letter begins and ends along its line."""
    engine.char_box(text, index, ctypes.addressof(box))
    if frame.plain and not look.angle:
        return box.left - frame.left, box.right - frame.left
    return frame.span(box.left, box.bottom, box.right, box.top, look.angle)


def _follows(token: Token, place: _Piece) -> bool:
    """Whether letters stand right behind a token, as far as their place tells."""
    if place.look.angle != token.look.angle:
        return False
    size = max(token.look.font.size, place.look.font.size)
    if place.x0 - token.x1 > _FAR * size or place.x0 < token.x0 - 0.3 * size:
        return False
    return abs(place.look.base - token.base) <= _SHIFT * size or _shift_of_index(token, place)


def _shift_of_index(token: Token, place: _Piece) -> bool:
    """Whether small letters stand up or down at the end of a word: `1st`, `CO2`, but no mark of a note."""
    small, large = place.look.font.size, token.look.font.size
    rise = place.look.base - token.base
    if small > 0.85 * large:
        # Back on the line behind a raised ending (`1st.`), but not behind the mark of a note.
        return abs(rise) <= 0.6 * small and large < 0.85 * small and not token.text.isdigit()
    return -0.35 * large <= rise <= 0.6 * large and (rise < 0 or not place.text.isdigit())


def _add(token: Token, place: _Piece) -> None:
    font = place.look.font
    if token.parts and token.parts[-1][1] == font:
        token.parts[-1] = (token.parts[-1][0] + place.text, font)
    else:
        token.parts.append((place.text, font))
    token.x0 = min(token.x0, place.x0)
    token.x1 = max(token.x1, place.x1)
    token.end = place.end


def _characters(text: Handle) -> list[str]:
    """All characters of a page; empty strings for those the file gives no letter for."""
    count = max(engine.count_chars(text), 0)
    if not count:
        return []
    buffer = (ctypes.c_ushort * (count + 1))()
    got = engine.get_text(text, 0, count, ctypes.addressof(buffer))
    found = bytes(buffer)[: 2 * count].decode("utf-16-le", "surrogatepass")
    if got == count + 1 and len(found) == count and not re.search("[\ud800-\udfff\0]", found):
        return list(found)
    return [_character(engine.get_unicode(text, index)) for index in range(count)]


def _character(code: int) -> str:
    if code == 0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return UNKNOWN
    return chr(code)
