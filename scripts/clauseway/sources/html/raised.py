"""Raised letters: the `st` of 1st is part of its word, the mark of a footnote is not."""

from __future__ import annotations

import re

_UNIT = re.compile(r"(?:^|[\s\d(/])[cdkm]?m$")


def joins(before: str, raised: str) -> bool:
    """Tell whether raised text goes on with the word before it: 1st, m2, but not the mark of a footnote."""
    mark = raised.strip()
    if not mark or before[-1:].isspace() or raised[:1].isspace():
        return True
    if mark.isdigit():
        return mark in ("2", "3") and bool(_UNIT.search(before[-8:]))
    return mark.isalpha() and not (before[-1:].isalpha() and len(mark) == 1)


def parts_behind(text: str) -> bool:
    """Tell whether text right behind a mark of a footnote has to be kept apart from it."""
    return text[:1].isalnum()
