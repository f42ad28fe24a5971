"""Anchors of headings: from the printed number and the words, never from counting where it can be helped."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from clauseway.model import Piece, Role

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_LONGEST = 60


def slug(text: str) -> str:
    """`text` in lower-case ASCII letters and digits joined by hyphens, cut after a whole word."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    words = _NOT_WORD.sub("-", letters).strip("-")
    return words if len(words) <= _LONGEST else words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]


def headings_above(piece: Piece) -> tuple[str, ...]:
    """The headings that `piece` stands under, outermost first; a heading is not one of its own."""
    path = piece.section_path
    return path[:-1] if piece.role is Role.HEADING and path[-1:] == (piece.text,) else path


def anchors(headings: Sequence[Piece]) -> tuple[str, ...]:
    """An anchor for each of `headings`, all different: its own words, else those above it too, else a hash."""
    forms = [_forms(piece) for piece in headings]
    names = [shortest for shortest, _, _ in forms]
    for longer in (1, 2):
        uses = Counter(names)
        names = [form[longer] if uses[name] > 1 else name for name, form in zip(names, forms, strict=True)]
    seen: Counter[str] = Counter()
    return tuple(_distinct(name, seen) for name in names)


def _forms(piece: Piece) -> tuple[str, str, str]:
    own = slug(piece.text if piece.role is Role.HEADING else piece.number) or _digest(piece.text)
    above = slug(" ".join(headings_above(piece)[-1:]))
    place = _digest(" / ".join((*piece.section_path, *piece.number_path, piece.text)))
    return f"s-{own}", f"s-{above}-{own}" if above else f"s-{own}", f"s-{own}-{place}"


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _distinct(name: str, seen: Counter[str]) -> str:
    """`name`, numbered only where the very same heading stands twice in the very same place."""
    seen[name] += 1
    return name if seen[name] == 1 else f"{name}-{seen[name]}"
