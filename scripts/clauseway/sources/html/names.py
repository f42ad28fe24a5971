"""What the parts of a page call themselves: classes and ids cut into words, looked up in lists."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from clauseway.sources.html.tree import Node
from clauseway.vocabulary import load

_WORD = re.compile(r"[A-Z]?[a-z]+(?:2a)?|[A-Z]+(?![a-z])|a2a")


_MOST_NAMES = 40  # classes of one element that are looked at
_MOST_KEPT = 8192  # names that are remembered; pages repeat a few hundred


def is_named(node: Node, section: str, *, ids: bool = True) -> bool:
    """Tell whether a class (or an id) of an element is in a section of web.yml."""
    stated = node.attributes
    return bool(stated) and _is_in(stated.get("class", ""), stated.get("id", "") if ids else "", section)


def part_of(node: Node, *, ids: bool = True) -> str:
    """Tell what part of a page the names of an element say it is; empty for none."""
    stated = node.attributes
    return _part(stated.get("class", ""), stated.get("id", "") if ids else "") if stated else ""


@lru_cache(_MOST_KEPT)
def _is_in(classes: str, identity: str, section: str) -> bool:
    return any(_has(found, _phrases(section)) for found in _words(classes, identity))


@lru_cache(_MOST_KEPT)
def _part(classes: str, identity: str) -> str:
    for found in _words(classes, identity):
        if _is_about_others(found):
            continue
        for reason, phrases in _parts().items():
            if _has(found, phrases):
                return reason
    return ""


def _is_about_others(found: tuple[str, ...]) -> bool:
    """Whether a name says what another part is like: `has-sidebar`, `menu-open`."""
    others = load("web")["about_others"]
    return len(found) > 1 and (found[0] in others["first"] or found[-1] in others["last"])


def _words(classes: str, identity: str) -> list[tuple[str, ...]]:
    """Cut classes and an id into words: `siteFooter` and `site-footer` are `site footer`."""
    names = (*classes.split()[:_MOST_NAMES], identity)
    return [tuple(word.lower() for word in _WORD.findall(name)) for name in names]


def _has(found: tuple[str, ...], phrases: frozenset[tuple[str, ...]]) -> bool:
    return any(found[k : k + 1] in phrases or found[k : k + 2] in phrases for k in range(len(found)))


@cache
def _phrases(section: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(str(name).split()) for name in load("web")[section])


@cache
def _parts() -> dict[str, frozenset[tuple[str, ...]]]:
    return {
        reason: frozenset(tuple(str(name).split()) for name in names) for reason, names in load("web")["parts"].items()
    }
