"""Words to rows, and rows to segments: words with no wide gap between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from clauseway.sources.pdf.glyphs import Token
from clauseway.sources.pdf.parts import Bit, Font, Rule, Segment

_SAME_LINE = 0.3  # of the letters' height
_WIDE_GAP = 1.0  # of the letters' height: wider than a space of any but a justified line
_JUSTIFIED = 2.0  # times the least gap of its line: what a wide gap is where all are wide
_WIDEST = 3.5  # of the letters' height: no line is justified with wider gaps than this


def settle_raised(tokens: Sequence[Token]) -> list[Token]:
    """Set small raised letters on the line of the word that they stand at; the marks of notes among them.

    Such a mark is put in brackets, as it would otherwise read like a number of the sentence.
    """
    marks = []
    for index, token in enumerate(tokens):
        near = [tokens[i] for i in (index - 1, index + 1) if 0 <= i < len(tokens)]
        for other in near:
            size, large = token.look.font.size, other.look.font.size
            rise = token.base - other.base
            gap = max(other.x0 - token.x1, token.x0 - other.x1)
            if size <= 0.85 * large and 0.05 * large < abs(rise) < 0.65 * large and -large < gap < 0.6 * large:
                token.base = other.base
                if rise > 0 and token.text.isdigit():
                    marks.append(token)
                break
    for mark in marks:
        mark.parts = [(f"[{mark.text}]", mark.parts[0][1])]
    return marks


def answered_marks(tokens: Sequence[Token], marks: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Marks of notes, and the marks at the head of the notes themselves, where both stand on the page."""
    raised = set(map(id, marks))
    heads: dict[str, Token] = {}
    for before, token in zip((None, *tokens), tokens, strict=False):
        first = before is None or abs(before.base - token.base) > _SAME_LINE * token.look.font.size
        number = token.text.strip("[].")
        if first and number.isdigit() and (id(token) in raised or any(_is_note(token, mark) for mark in marks)):
            heads.setdefault(number, token)
    found = set(map(id, heads.values()))
    calls = [mark for mark in marks if id(mark) not in found and mark.text.strip("[]") in heads]
    called = {mark.text.strip("[]") for mark in calls}
    return calls, [head for number, head in heads.items() if number in called]


def _is_note(token: Token, mark: Token) -> bool:
    """Whether small letters at the head of a line, further down, answer a mark."""
    return token.text == mark.text.strip("[]") and token.base < mark.base and token.look.font.size <= 9.6


def segments(tokens: Iterable[Token], rules: Sequence[Rule]) -> list[Segment]:
    """Segments of a page from the top, those of a row from the left; no segment crosses a line up the page."""
    uprights = sorted((rule for rule in rules if not rule.across), key=lambda rule: rule.at)
    places = [rule.at for rule in uprights]
    found = []
    for row in _rows(tokens):
        for part in _split(row, uprights, places):
            found.append(_segment(part))
    return found


def _rows(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    row: list[Token] = []
    for token in sorted(tokens, key=lambda token: -token.base):
        if row and abs(token.base - row[0].base) > _SAME_LINE * min(token.look.font.size, row[0].look.font.size):
            yield sorted(row, key=lambda token: token.x0)
            row = []
        row.append(token)
    if row:
        yield sorted(row, key=lambda token: token.x0)


def _split(row: list[Token], uprights: Sequence[Rule], places: Sequence[float]) -> Iterator[list[Token]]:
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    usual = min(gaps) if len(gaps) > 1 else 0.0
    part = row[:1]
    for a, b in pairwise(row):
        size = min(a.look.font.size, b.look.font.size)
        wide = b.x0 - a.x1 > min(max(_WIDE_GAP * size, _JUSTIFIED * usual), _WIDEST * size)
        if wide or _is_ruled_off(a, b, uprights, places):
            yield part
            part = []
        part.append(b)
    yield part


def _is_ruled_off(a: Token, b: Token, uprights: Sequence[Rule], places: Sequence[float]) -> bool:
    """Whether a line up the page stands between two words."""
    left, right = (a.x0 + a.x1) / 2, (b.x0 + b.x1) / 2
    middle = a.base + 0.3 * a.look.font.size
    between = uprights[bisect_left(places, left) : bisect_right(places, right)]
    return any(rule.start - 1 <= middle <= rule.end + 1 for rule in between)


def _segment(tokens: list[Token]) -> Segment:
    sizes: Counter[Font] = Counter()
    for token in tokens:
        for text, font in token.parts:
            sizes[font] += len(text)
    return Segment(
        x0=tokens[0].x0,
        x1=max(token.x1 for token in tokens),
        base=tokens[0].base if len(tokens) == 1 else _base(tokens),
        font=max(sizes, key=lambda font: sizes[font]),
        bits=tuple(_bits(tokens)),
        first=tokens[0].x1 - tokens[0].x0,
        second=tokens[1].x0 if len(tokens) > 1 else 0.0,
    )


def _base(tokens: list[Token]) -> float:
    """The base line of the largest letters."""
    return max(tokens, key=lambda token: (token.look.font.size, token.x1 - token.x0)).base


def _bits(tokens: list[Token]) -> Iterator[Bit]:
    text, font, href = "", tokens[0].parts[0][1], tokens[0].href
    for index, token in enumerate(tokens):
        for position, (part, look) in enumerate(token.parts):
            space = " " if index and not position and not token.glued else ""
            if text and (look != font or token.href != href):
                # The space between goes with the plainer words, so that emphasis and links end at words.
                before = _plainness(font, href) <= _plainness(look, token.href)
                yield Bit(text + space if before else text, font, href)
                text, space = "", "" if before else space
            text, font, href = f"{text}{space}{part}", look, token.href
    yield Bit(text, font, href)


def _plainness(font: Font, href: str) -> tuple[bool, bool]:
    return bool(href), font.bold or font.italic
