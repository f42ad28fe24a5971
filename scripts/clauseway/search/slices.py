"""The index in slices: words that may stand for one another lie together, so a query needs few of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from clauseway.memory import lasting
from clauseway.search.groups import Group, groups
from clauseway.search.matters import asked
from clauseway.search.records import VERSION, Slice
from clauseway.search.wordlist import site_keys

SLICES = 64
"""How many there are. More make each query cheaper and every page's list of them longer."""

_ANY = 8
"""What a key counts beside its postings when the slices are made alike in size."""


def slices(schools: Sequence[Sequence[str]]) -> list[Slice]:
    """The slices of what `Asked.known` has, and of some schools' postings, each in the order of the site's keys."""
    places = slice_places()
    held: list[list[int]] = [[] for _ in range(SLICES)]
    for key, place in enumerate(places):
        held[place].append(key)
    known = asked().known
    return [
        Slice(VERSION, [known[key] for key in keys], [[one[key] for key in keys] for one in schools]) for keys in held
    ]


def slice_places() -> list[int]:
    """The place of the slice that each of the site's keys lies in."""
    return lasting("slices of the site", list[int], _slice_places)


def _slice_places() -> list[int]:
    size = {key: len(posting) + _ANY for key, posting in zip(site_keys(), asked().known, strict=True)}
    order = list(dict.fromkeys(key for key in (*_by_group(groups()), *site_keys()) if key in size))
    before = accumulate((size[key] for key in order), initial=0)
    whole = sum(size.values())
    found = {key: start * SLICES // whole for key, start in zip(order, before, strict=False)}
    return [found[key] for key in site_keys()]


def _by_group(some: Sequence[Group]) -> Iterator[str]:
    """The names of groups, each with its single words after it."""
    for group in some:
        yield group.name
        yield from (phrase[0] for phrase in group.phrases if len(phrase) == 1)
