"""The register: laws, guidance, bodies and terms that policies name, each with the names it is known by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from clauseway.model import Nation, ReferenceType
from clauseway.vocabulary import load

_LAWS = "https://www.legislation.gov.uk/"
_YEAR = re.compile(r" (\d{4})$")
_NOT_LETTER = re.compile(r"[^a-z0-9]+")
_KINDS = {
    "laws": ReferenceType.LAW,
    "guidance": ReferenceType.GUIDANCE,
    "bodies": ReferenceType.BODY,
    "terms": ReferenceType.TERM,
}


class Entry(msgspec.Struct, frozen=True, gc=False):
    """One law, guidance, body or term."""

    slug: str
    """Its name in data and addresses."""
    title: str
    """Its own name."""
    type: ReferenceType
    """What kind of thing it is."""
    names: tuple[str, ...]
    """What it is called, in small letters, a law without its year."""
    capitals: tuple[str, ...] = ()
    """What it is called only when written with these capitals."""
    year: int | None = None
    """The year that belongs to the name of a law."""
    nations: tuple[Nation, ...] = ()
    """The nations whose schools it concerns; empty: all."""
    address: str = ""
    """Where the official text or the body's own page is; empty where that is not sure."""
    local: bool = False
    """Whether it is one of many of its kind, and so nothing that could be led to."""
    titled: bool = False
    """Whether its name is also an everyday phrase, and so counts only where it stands as a title."""
    token: str = ""
    """A word that must be there, of an entry that is known by an expression and not by names."""
    pattern: str = ""
    """An expression over a text in small letters."""


@cache
def register() -> Mapping[str, Entry]:
    """Every entry by its slug."""
    return {entry.slug: entry for entry in _entries()}


@cache
def names() -> Mapping[str, tuple[str, ...]]:
    """The slugs of the entries that bear a name, by the name in small letters; several entries may bear one."""
    found: dict[str, list[str]] = defaultdict(list)
    for entry in register().values():
        for name in (*entry.names, *map(str.lower, entry.capitals)):
            if entry.slug not in found[name]:
                found[name].append(entry.slug)
    return {name: tuple(slugs) for name, slugs in found.items()}


def _entries() -> Iterator[Entry]:
    for kind, what in _KINDS.items():
        yield from (_entry(data, what) for data in load(f"register/{kind}")[kind])


def _entry(data: Mapping[str, Any], what: ReferenceType) -> Entry:
    title = data["title"]
    year = _YEAR.search(title) if what is ReferenceType.LAW else None
    own = title[: year.start()] if year else title
    named = data.get("forms", () if "token" in data else (own.lower().replace("’", "'"),))
    return Entry(
        slug=data.get("slug") or _slug(title),
        title=title,
        type=what,
        names=tuple(dict.fromkeys((*named, *data.get("also", ())))),
        capitals=tuple(data.get("capitals", ())),
        year=int(year[1]) if year else None,
        nations=tuple(Nation(name) for name in data.get("nations", ())),
        address=_LAWS + data["at"] if "at" in data else data.get("address", ""),
        local=data.get("local", False),
        titled=data.get("titled", False),
        token=data.get("token", ""),
        pattern=data.get("pattern", ""),
    )


def _slug(title: str) -> str:
    return _NOT_LETTER.sub("-", title.lower().replace("'", "")).strip("-")
