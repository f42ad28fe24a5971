"""Permanent ids of clauses.

The rule. A numbered clause is named by its number: `2.1.5` is `c-2-1-5`. A mark that says only its place
in a list (`a)`, `3.`) takes the numbers it stands in before it (`3.2` a) is `c-3-2-a`), else its
section's slug; within an appendix every number takes the appendix before it. An unnumbered clause is
named by its first six words and a short check of all its words and its lead-in, so that no other clause
can ever claim the name. Word-for-word repetitions, and numbers printed twice, are told apart by section,
then by order.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from markdown.extensions.toc import slugify

from clauseway.model import Piece, Role
from clauseway.structure.numbers import read_number
from clauseway.vocabulary import load

_FIRST_WORDS = 6
_SLUG_LENGTH = 60
_CHECK_LENGTH = 4
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"[’'ʼ]")
# Letters and digits that cannot be mistaken for one another when read out.
_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def clause_ids(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """Id of each piece (`c-2-1-5`), empty for pieces that are no clauses; unique within the policy."""
    taken: Counter[str] = Counter()
    return tuple(_unique(piece, taken) if piece.role is Role.CLAUSE else "" for piece in pieces)


def _unique(piece: Piece, taken: Counter[str]) -> str:
    base = _base(piece)
    taken[base] += 1
    if taken[base] == 1:
        return base
    name = f"{base}-{section}" if (section := _section(piece)) else base
    taken[name] += name != base
    return name if taken[name] == 1 else f"{name}-{taken[name]}"


def _base(piece: Piece) -> str:
    if piece.number:
        return f"c-{_number_slug(piece)}"
    words = " ".join(_APOSTROPHES.sub("", piece.text).split()[:_FIRST_WORDS])
    return "-".join(part for part in ("c", _slug(words), _check(piece)) if part)


def _number_slug(piece: Piece) -> str:
    """The numbers from the last one that says where it stands, to its own."""
    path = piece.number_path or (piece.number,)
    start = len(path) - 1
    while start > 0 and not _is_absolute(path[start]):
        start -= 1
    prefix = [n for n in path[:start] if _is_appendix(n)]
    numbers = [_slug(n) or _check(piece) for n in (*prefix, *path[start:])]
    relative_alone = start == 0 and not _is_absolute(path[0])
    if relative_alone and len(path) == 1 and (section := _section(piece)):
        numbers.insert(0, section)
    return "-".join(numbers)


@lru_cache(maxsize=4096)
def _is_absolute(printed: str) -> bool:
    number = read_number(f"{printed} X")
    return number is not None and number.absolute


def _is_appendix(printed: str) -> bool:
    return printed.split(" ")[0].lower() in load("structure")["appendix_words"]


def _section(piece: Piece) -> str:
    return _slug(piece.section_path[-1]) if piece.section_path else ""


@lru_cache(maxsize=8192)
def _slug(text: str) -> str:
    """ASCII letters, digits and hyphens; accents dropped, whole words up to 60 characters."""
    slug = _NOT_SLUG.sub("-", slugify(text.replace(".", " ").replace("/", " "), "-")).strip("-")
    return slug if len(slug) <= _SLUG_LENGTH else slug[:_SLUG_LENGTH].rsplit("-", 1)[0]


def _check(piece: Piece) -> str:
    """Four letters or digits that depend on every word of the clause and its lead-ins."""
    words = " ".join((*piece.lead_ins, piece.text)).lower()
    digest = int.from_bytes(hashlib.sha256(words.encode()).digest()[:8])
    return "".join(_ALPHABET[(digest >> (5 * i)) & 31] for i in range(_CHECK_LENGTH))
