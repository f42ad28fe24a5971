"""Sketches of what to choose on the GitHub website, drawn and not photographed: its pages change, the words stay longer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

WIDTH, _ROW, _EDGE = 560, 40, 16
_NOTE = "A sketch, not a picture of GitHub"

Row = Sequence[str]
"""What stands in a line; what begins with `>` is what to choose, with `+` what to fill in, the rest stands around it."""

SKETCHES: dict[str, Sequence[Row]] = {
    "sketch-pages": (
        ("Code", "Issues", "Pull requests", "Actions", ">Settings"),
        ("General", ">Pages"),
        ("Build and deployment",),
        ("Source", ">GitHub Actions"),
    ),
    "sketch-start": (
        ("Code", "Issues", "Pull requests", ">Actions", "Settings"),
        ("All workflows", ">Start with my school", ">Run workflow"),
        ("Full name of the school", "+Oak Hill Primary School"),
        (">Run workflow",),
    ),
    "sketch-upload": (
        ("policies / oak-hill-primary-school", ">Add file"),
        ("Create new file", ">Upload files"),
        ("Drag files here", "+mobile-phones.docx"),
    ),
    "sketch-propose": (
        ("Commit changes", "+New edition of the phones policy"),
        ("○ Commit directly to the main branch",),
        (">● Create a new branch … and start a pull request",),
        (">Propose changes",),
    ),
}
"""By name: the lines of a sketch, from top to bottom."""


def sketch(rows: Sequence[Row]) -> str:
    """A sketch as SVG; its words are those that the guide uses."""
    height = len(rows) * _ROW + 2 * _EDGE + 16
    lines = "".join(line for place, row in enumerate(rows) for line in _row(row, _EDGE + place * _ROW))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}" '
        'font-family="sans-serif" font-size="14">'
        f'<rect x="1" y="1" width="{WIDTH - 2}" height="{height - 2}" rx="8" fill="#fff" stroke="#59636e"/>{lines}'
        f'<text x="{WIDTH - _EDGE}" y="{height - 10}" text-anchor="end" font-size="11" fill="#59636e">{_NOTE}</text>'
        "</svg>\n"
    )


def _row(row: Row, top: int) -> Iterator[str]:
    left = _EDGE
    for part in row:
        kind, words = (part[0], part[1:]) if part[0] in ">+" else ("", part)
        width = round(len(words) * 7.6) + 20
        yield from _part(kind, words, left, top, width)
        left += width + 8


def _part(kind: str, words: str, left: int, top: int, width: int) -> Iterator[str]:
    look = {">": 'fill="#fff4d6" stroke="#9a6700" stroke-width="2"', "+": 'fill="#fff" stroke="#59636e"'}.get(kind)
    if look:
        yield f'<rect x="{left}" y="{top}" width="{width}" height="30" rx="5" {look}/>'
    weight = ' font-weight="bold"' if kind == ">" else ""
    yield f'<text x="{left + 10}" y="{top + 20}" fill="#1f2328"{weight}>{escape(words)}</text>'
