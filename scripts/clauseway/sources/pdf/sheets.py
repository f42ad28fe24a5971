"""A page of the file to a sheet: its lines of text, lines drawn, pictures, and what is not to be seen."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from msgspec.structs import replace

from clauseway.sources.findings import HIDDEN, NOTE_MARK
from clauseway.sources.pdf.engine import Handle
from clauseway.sources.pdf.frame import Frame, frame_of
from clauseway.sources.pdf.glyphs import PageText, Token, read_letters
from clauseway.sources.pdf.letters import letter
from clauseway.sources.pdf.notes import read_links, read_notes
from clauseway.sources.pdf.parts import Area, Hidden, Sheet
from clauseway.sources.pdf.rows import answered_marks, segments, settle_raised
from clauseway.sources.pdf.shapes import Shapes, read_shapes
from clauseway.words import words

_WHOLE_PAGE = 0.5  # of a page: a picture as large as this may be the scan of it
_MOST_FILLS = 1_000  # areas that white letters are looked for on; with more of them, white is taken to be seen
_MOST_LINKED = 2_000_000  # pairs of words and links of a page that are looked at
_OFF_PAGE = 2.0  # points beyond the edge


def read_sheet(document: Handle, page: Handle, text: Handle, number: int) -> Sheet:
    """Take an opened page apart; `number` counts from 1."""
    frame = frame_of(page)
    shapes = read_shapes(page, frame)
    letters = read_letters(text, frame)
    sheet = Sheet(number, frame.width, frame.height)
    sheet.rules, sheet.pictures, sheet.drawn = shapes.rules, shapes.pictures, shapes.drawn
    sheet.letters, sheet.unreadable = letters.letters, letters.unreadable
    sheet.comments, sheet.fields = read_notes(page)
    scanned = covered(sheet)
    shown: list[Token] = []
    unseen: list[Token] = []
    for token in letters.tokens:
        why = _why_hidden(token, frame, shapes, scanned)
        if why:
            sheet.hidden.append(Hidden(why, token.text))
            unseen.append(token)
            continue
        sheet.recognised = sheet.recognised or token.look.invisible
        shown.append(token)
    _link(shown, read_links(document, page, frame))
    calls, heads = answered_marks(shown, settle_raised(shown))
    marks = [*calls, *heads]
    if heads:
        _find_notes(heads, shown, sheet)
    sheet.hidden.extend(Hidden(NOTE_MARK, mark.text.strip("[]")) for mark in marks)
    unseen.extend(marks)
    gone = set(map(id, marks))
    shown = [token for token in shown if id(token) not in gone]
    sheet.words = _page_words(letters, unseen)
    _lay_out(shown, sheet)
    return sheet


def covered(sheet: Sheet) -> bool:
    """Whether pictures cover most of a page, as those of a scan do."""
    whole = sheet.width * sheet.height
    area = sum(max(picture.x1 - picture.x0, 0) * max(picture.y1 - picture.y0, 0) for picture in sheet.pictures)
    return area >= _WHOLE_PAGE * whole


def _why_hidden(token: Token, frame: Frame, shapes: Shapes, scanned: bool) -> str:
    """Why nobody sees a word: empty where somebody does."""
    look = token.look
    if look.invisible and not scanned:
        return HIDDEN
    if look.angle:
        return ""
    x, y = (token.x0 + token.x1) / 2, token.base + 0.3 * look.font.size
    if not Area(0, 0, frame.width, frame.height).holds(x, y, _OFF_PAGE):
        return HIDDEN
    if look.white and len(shapes.fills) <= _MOST_FILLS and not any(area.holds(x, y, 1) for area in shapes.fills):
        return HIDDEN
    return ""


def _link(tokens: Sequence[Token], links: Sequence[tuple[Area, str]]) -> None:
    """Give words the address of the link whose area they stand in."""
    if len(tokens) * len(links) > _MOST_LINKED:
        return
    for area, address in links:
        for token in tokens:
            if not token.look.angle and area.holds((token.x0 + token.x1) / 2, token.base + 0.2 * token.look.font.size):
                token.href = address


def _page_words(letters: PageText, unseen: Sequence[Token]) -> list[str]:
    """The words of a page as PDFium orders and parts them, without those that are not seen.

    Apart from those it is changed only where a word ends without a space: at the mark of a note, or
    where the next letter stands far off.
    """
    chars = [letters.instead.get(index) or letter(char) for index, char in enumerate(letters.chars)]
    for index in letters.cuts:
        chars[index] = f" {chars[index]}"
    for token in unseen:
        chars[token.start : token.end] = [" "] * (token.end - token.start)
    return words("".join(chars))


def _find_notes(heads: Sequence[Token], tokens: Sequence[Token], sheet: Sheet) -> None:
    """See where the notes of a page begin, and how large their letters are."""
    sheet.notes_at = max(head.base for head in heads)
    marks = set(map(id, heads))
    level = [token for token in tokens if abs(token.base - sheet.notes_at) < 1 and id(token) not in marks]
    sheet.notes_size = max((token.look.font.size for token in level), default=0.0)


def _even_out(tokens: Sequence[Token]) -> None:
    """Give recognised words the height of most of them: a machine guesses another for every line."""
    usual = median(token.look.font.size for token in tokens)
    for token in tokens:
        if 0.7 * usual < token.look.font.size < 1.35 * usual:
            token.look = replace(token.look, font=replace(token.look.font, size=usual))
            token.parts = [(text, replace(font, size=usual)) for text, font in token.parts]


def _lay_out(tokens: Sequence[Token], sheet: Sheet) -> None:
    if sheet.recognised:
        _even_out(tokens)
    upright = [token for token in tokens if not token.look.angle]
    sheet.segments = segments(upright, sheet.rules)
    for angle in sorted({token.look.angle for token in tokens} - {0}):
        turned = [token for token in tokens if token.look.angle == angle]
        sheet.turned.extend((angle, segment) for segment in segments(turned, ()))
