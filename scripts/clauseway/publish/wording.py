"""Which words a text of shared wording has besides, and which it leaves out, marked for eyes and ears."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from clauseway.publish.text import html

_MOST = 12
"""Words that are marked at most; where more differ, marks are harder to read than the text."""
_NEAR = 4
"""Words that are shown on each side of what is marked."""
_STOPS = ".,;:!?()[]“”‘’\"'"

Step = tuple[str, int, int, int, int]
"""What becomes of a stretch of words: `equal`, `insert`, `delete` or `replace`, and where it lies in both texts."""


@lru_cache(maxsize=4096)
def marked_wording(mine: str, theirs: str) -> str | None:
    """What is different in their text, as HTML with a few words around; empty where no word is.

    Capitals and the stops at the ends of words make no difference. None where more than twelve words differ.
    """
    keys, other = _keys(mine), _keys(theirs)
    if keys == other:
        return ""
    start, end = _ends(keys, other)
    middle, others = keys[start : len(keys) - end], other[start : len(other) - end]
    if len({*middle} ^ {*others}) > _MOST:
        return None
    steps = [*_steps(middle, others, start, end)]
    changed = sum(step[2] - step[1] + step[4] - step[3] for step in steps if step[0] != "equal")
    return None if changed > _MOST else " ".join(_parts(steps, mine.split(), theirs.split()))


def _ends(a: Sequence[str], b: Sequence[str]) -> tuple[int, int]:
    """How many words two texts share at their starts, and at their ends."""
    shorter = min(len(a), len(b))
    start = next((place for place in range(shorter) if a[place] != b[place]), shorter)
    end = next((place for place in range(shorter - start) if a[-1 - place] != b[-1 - place]), shorter - start)
    return start, end


def _steps(a: Sequence[str], b: Sequence[str], start: int, end: int) -> Iterator[Step]:
    """What becomes of the middles of two texts, and of what both have before and after."""
    if start:
        yield "equal", 0, start, 0, start
    for step, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        yield step, a1 + start, a2 + start, b1 + start, b2 + start
    if end:
        a1, b1 = len(a) + start, len(b) + start
        yield "equal", a1, a1 + end, b1, b1 + end


@lru_cache(maxsize=4096)
def _keys(text: str) -> tuple[str, ...]:
    """What the words of a text are compared by; a text is compared with many."""
    return tuple(key.strip(_STOPS) or key for key in text.casefold().split())


def _parts(steps: Sequence[Step], a: Sequence[str], b: Sequence[str]) -> Iterator[str]:
    for step, a1, a2, b1, b2 in steps:
        if step == "equal":
            yield _around(b[b1:b2], before=b2 < len(b) or a2 < len(a), after=b1 > 0 or a1 > 0)
        if step in ("delete", "replace"):
            yield _mark("del", "left out", a[a1:a2])
        if step in ("insert", "replace"):
            yield _mark("ins", "added", b[b1:b2])


def _around(same: Sequence[str], *, before: bool, after: bool) -> str:
    """The ends of a stretch that both texts have, as far as it stands before or after something that is marked."""
    head, tail = _NEAR if after else 0, _NEAR if before else 0
    if len(same) <= head + tail:
        return html(" ".join(same))
    return html(" ".join((*same[:head], "…", *same[len(same) - tail :])))


def _mark(element: str, label: str, words: Sequence[str]) -> str:
    """Marked words; the label and its brackets are read out and not seen."""
    return (
        f'<{element}><span class="unseen" lang="en">[{label}: </span>{html(" ".join(words))}'
        f'<span class="unseen">]</span></{element}>'
    )
