"""The catalogue of matters: what a clause can rule on, and by which words each is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from clauseway.memory import lasting
from clauseway.model import Audience, Kind
from clauseway.vocabulary import load
from clauseway.words import words

COMMON_TOPICS = frozenset({"how-the-policy-works", "who-does-what"})
"""Topics of the parts that every policy has, whatever it is about."""


class Pattern(msgspec.Struct, frozen=True, gc=False):
    """One way in which clauses speak of a matter."""

    needs: tuple[frozenset[str], ...]
    """What must be there, each by any one of several terms; the first is the most telling."""
    none: frozenset[str] = frozenset()
    """Terms of which none may be there."""
    who: frozenset[Audience] = frozenset()
    """Whom the clause must bind, one of them; empty where anybody will do."""


class Matter(msgspec.Struct, frozen=True, gc=False):
    """One thing that clauses rule on."""

    slug: str
    """Its name in data and addresses."""
    title: str
    """Its name in plain words."""
    means: str
    """What it covers, in a sentence, and what it does not."""
    topic: str
    """Slug of the topic it belongs to."""
    asked: tuple[str, ...]
    """Everyday words by which readers look for it."""
    binds: tuple[Audience, ...]
    """Whom it usually binds."""
    patterns: tuple[Pattern, ...]
    """Ways in which clauses speak of it."""
    examples: tuple[str, ...]
    """Clauses that rule on it, made up."""
    counter: tuple[str, ...]
    """Clauses that come near and do not."""
    also: tuple[str, ...] = ()
    """More clauses that rule on it, in the words of other kinds of schools; the search does not go by them."""
    general: bool = False
    """Whether it is only meant where nothing more specific is."""
    on_whom: bool = False
    """Whether it is about which people something is for, so that clauses which name others differ."""


class Topic(msgspec.Struct, frozen=True):
    """Matters that belong together."""

    slug: str
    """Its name in data and addresses."""
    title: str
    """Its name in plain words."""
    matters: tuple[Matter, ...]
    """Its matters, in the order in which they are shown."""
    kinds: frozenset[Kind] = frozenset()
    """The kinds of policy that are about it; empty where every policy has such parts."""


@cache
def topics() -> tuple[Topic, ...]:
    """All topics with their matters, in the order of their numbers."""
    return lasting("topics", tuple[Topic, ...], _topics)


def _topics() -> tuple[Topic, ...]:
    found = [(load(f"matters/{name}"), name) for name in _names()]
    return tuple(_topic(data, name) for data, name in sorted(found, key=lambda pair: (pair[0]["order"], pair[1])))


def _names() -> list[str]:
    folder = files("clauseway.vocabulary") / "matters"
    return sorted(entry.name.removesuffix(".yml") for entry in folder.iterdir() if entry.name.endswith(".yml"))


@cache
def matters() -> dict[str, Matter]:
    """Every matter by its slug."""
    return {matter.slug: matter for topic in topics() for matter in topic.matters}


def in_a_sentence(title: str) -> str:
    """A title as it stands within a sentence: `Using phones` as `using phones`, `PE kit` as it is."""
    return title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}"


@cache
def terms() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Every term that patterns use, with the forms it takes: each some words, a `*` at an end for any ending."""
    return lasting("terms", dict[str, tuple[tuple[str, ...], ...]], _terms)


def _terms() -> dict[str, tuple[tuple[str, ...], ...]]:
    used = {
        term
        for matter in matters().values()
        for pattern in matter.patterns
        for some in (*pattern.needs, pattern.none)
        for term in some
    }
    concepts = dict(load("concepts"))
    for name in _names():
        concepts |= load(f"matters/{name}").get("concepts", {})
    return {term: tuple(_form(form) for form in _forms(term, concepts)) for term in sorted(used)}


def _forms(term: str, concepts: dict[str, list[str]]) -> Iterable[str]:
    return concepts[term[1:]] if term.startswith("@") else (term,)


def _form(form: str) -> tuple[str, ...]:
    """The words of a form, lower case; the last letter of a word that may go on is a star."""
    return tuple(part for raw in form.lower().split() for part in _parts(raw))


def _parts(raw: str) -> Iterator[str]:
    found = words(raw)
    yield from found[:-1]
    yield from (f"{word}*" if raw.endswith("*") else word for word in found[-1:])


def _topic(data: dict[str, Any], slug: str) -> Topic:
    kinds = frozenset(Kind(name) for name in data.get("kinds", ()))
    return Topic(slug, data["title"], tuple(_matter(entry, slug) for entry in data["matters"]), kinds)


def _matter(entry: dict[str, Any], topic: str) -> Matter:
    return Matter(
        slug=entry["slug"],
        title=entry["title"],
        means=" ".join(entry["means"].split()),
        topic=topic,
        asked=tuple(entry["asked"]),
        binds=tuple(Audience(name) for name in entry["binds"]),
        patterns=tuple(_pattern(pattern) for pattern in entry["patterns"]),
        examples=tuple(entry["examples"]),
        counter=tuple(entry.get("counter", ())),
        also=tuple(entry.get("also", ())),
        general=entry.get("general", False),
        on_whom=entry.get("on_whom", False),
    )


def _pattern(entry: dict[str, Any]) -> Pattern:
    return Pattern(
        needs=tuple(_alternatives(need) for need in entry["needs"]),
        none=frozenset(entry.get("none", ())),
        who=frozenset(Audience(name) for name in _listed(entry.get("who", ()))),
    )


def _alternatives(need: str) -> frozenset[str]:
    return frozenset(part.strip() for part in need.split("|"))


def _listed(value: str | Sequence[str]) -> Sequence[str]:
    return [value] if isinstance(value, str) else value
