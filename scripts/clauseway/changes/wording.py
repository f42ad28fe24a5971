"""Two wordings word by word: what stayed, what was added, what was taken out; and what in it nobody should miss."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from clauseway.changes.keys import key
from clauseway.model import CalledOut, Run, Step
from clauseway.vocabulary import load

_LEAST_SAME = 0.35
"""Share of words that stayed, below which old and new are shown one after the other instead of interleaved."""
_ISLAND = 2
"""Words that stayed between two changes, up to which they are shown as part of the change: single words that
happen to stand in both make a text unreadable."""
_FIGURE = re.compile(r"[£$€]?\d[\d.,:]*%?")
_CONTRACTED = re.compile(r"n['’]t\b")


def runs(old: str, new: str) -> tuple[Run, ...]:
    """`new` with what is different from `old`; the runs that are not removed are `new` in full.

    Words that differ only in capitals, hyphens or stops stayed. Empty where both texts are empty.
    """
    mine, theirs = old.split(), new.split()
    keys, others = [key(word) or word for word in mine], [key(word) or word for word in theirs]
    steps = SequenceMatcher(None, keys, others, autojunk=False).get_opcodes()
    stayed = sum(a2 - a1 for step, a1, a2, _, _ in steps if step == "equal")
    if stayed < _LEAST_SAME * max(len(mine), len(theirs)):
        return tuple(_changed(mine, theirs))
    return tuple(_joined(steps, mine, theirs))


def _changed(mine: Sequence[str], theirs: Sequence[str]) -> Iterator[Run]:
    if mine:
        yield Run(Step.REMOVED, " ".join(mine))
    if theirs:
        yield Run(Step.ADDED, " ".join(theirs))


def _joined(
    steps: Sequence[tuple[str, int, int, int, int]], mine: Sequence[str], theirs: Sequence[str]
) -> Iterator[Run]:
    """The runs, with small islands of what stayed drowned in the changes around them."""
    from_old = from_new = 0
    for number, (step, a1, a2, b1, b2) in enumerate(steps):
        inside = 0 < number < len(steps) - 1
        if step != "equal" or (inside and a2 - a1 <= _ISLAND and _replaces(steps[number - 1], steps[number + 1])):
            continue
        yield from _changed(mine[from_old:a1], theirs[from_new:b1])
        yield Run(Step.SAME, " ".join(theirs[b1:b2]))
        from_old, from_new = a2, b2
    yield from _changed(mine[from_old:], theirs[from_new:])


def _replaces(*steps: tuple[str, int, int, int, int]) -> bool:
    """Whether words were exchanged on both sides; a word that was only added or taken out is best seen alone."""
    return all(step[0] == "replace" for step in steps)


def called_out(old: str, new: str) -> Iterator[CalledOut]:
    """Words that turn, weaken or strengthen a rule, and figures, that came or went between two wordings."""
    yield from _differing("word", _weighty(old), _weighty(new))
    yield from _differing("figure", _FIGURE.findall(old), _FIGURE.findall(new))


def _weighty(text: str) -> list[str]:
    """The words of a text that turn or weigh a rule; `mustn't` is `must not`."""
    spelled = _CONTRACTED.sub(" not", text.casefold().replace("cannot", "can not"))
    known = load("changes")["weighty"]
    return [word for word in re.findall(r"[^\W\d_]+", spelled) if word in known]


def _differing(what: str, old: Iterable[str], new: Iterable[str]) -> Iterator[CalledOut]:
    before, after = (Counter(word.rstrip(".,:") for word in some) for some in (old, new))
    gone, come = list((before - after).elements()), list((after - before).elements())
    if gone or come:
        yield CalledOut(what, ", ".join(gone), ", ".join(come))
