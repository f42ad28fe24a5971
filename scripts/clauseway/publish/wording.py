"""Which words a text of shared wording has besides, and which it leaves out, marked for eyes and ears."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from clauseway.publish.text import html

_MOST = 12
"""Words that are marked at most; where more differ, marks are harder to read than the text."""
_NEAR = 4
"""Words that are shown on each side of what is marked."""
_STOPS = ".,;:!?()[]“”‘’\"'"

Step = tuple[str, int, int, int, int]
"""What becomes of a stretch of words: `equal`, `insert`, `delete` or `replace`, and where it lies in both texts."""


def marked_wording(mine: str, theirs: str) -> str | None:
    """What is different in their text, as HTML with a few words around; empty where no word is.

    Capitals and the stops at the ends of words make no difference. None where more than twelve words differ.
    """
    a, b = mine.split(), theirs.split()
    keys, other = [*map(_key, a)], [*map(_key, b)]
    if ((Counter(keys) - Counter(other)) + (Counter(other) - Counter(keys))).total() > _MOST:
        return None
    steps = SequenceMatcher(None, keys, other, autojunk=False).get_opcodes()
    changed = sum(step[2] - step[1] + step[4] - step[3] for step in steps if step[0] != "equal")
    if changed > _MOST:
        return None
    return " ".join(_parts(steps, a, b)) if changed else ""


def _key(word: str) -> str:
    return word.casefold().strip(_STOPS) or word


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
