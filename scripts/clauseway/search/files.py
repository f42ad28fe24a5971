"""All files of the search: a shard a school, the index in slices, the words, the matters, and the list of them."""

from __future__ import annotations

import hashlib
import zlib
from collections import Counter
from collections.abc import Sequence
from functools import partial
from itertools import groupby

import msgspec

from clauseway.memory import NO_MEMORY, Memory
from clauseway.model import Collection, Policy, School
from clauseway.search.matters import Said, add_school, asked, matters_file
from clauseway.search.records import VERSION, Manifest, ManifestSchool, SchoolShard, Titles
from clauseway.search.shards import policy_texts, shard
from clauseway.search.slices import slice_places, slices
from clauseway.search.wordlist import known_families, site_words
from clauseway.search.words import family, terms
from clauseway.vocabulary import load

FOLDER = "search/data/"
"""Where the files lie, relative to the site's root."""
TOGETHER = 1_000_000
"""Compressed bytes of all shards up to which they are fetched together."""


class _OfSchool(msgspec.Struct, frozen=True):
    """The files of one school."""

    name: str
    """Of its shard."""
    size: int
    """Compressed bytes of the shard."""
    files: dict[str, bytes]
    """All of them by path."""


def search_files(collection: Collection, memory: Memory = NO_MEMORY) -> dict[str, bytes]:
    """The files that the search page fetches; the names of all but the list change with their content.

    `memory` may know the files of a school from before.
    """
    said: Said = {}
    files: dict[str, bytes] = {}
    schools: list[ManifestSchool] = []
    by_school = {slug: list(some) for slug, some in groupby(collection.policies, key=lambda policy: policy.school)}
    called = _called(collection.schools)
    for school in collection.schools:
        policies = by_school.get(school.slug, [])
        add_school(said, policies)
        made = memory.made((school, *policies), _OfSchool, partial(_of_school, school, policies))
        files |= made.files
        schools.append(ManifestSchool(school.slug, school.name, called[school.slug], made.name, made.size))
    together = sum(school.size for school in schools) <= TOGETHER
    taken: list[list[str]] = []
    if together:
        schools, taken = _taken(files, schools)
    sliced = [_add(files, f"slice-{place}", one) for place, one in enumerate(slices(taken))]
    words = _add(files, "words", msgspec.structs.replace(site_words(), slices=_letters(slice_places())))
    matters = _add(files, "matters", matters_file(said))
    known = _add(files, "asked", asked())
    titles = _add(
        files, "titles", Titles(VERSION, [_titles(by_school.get(one.slug, ())) for one in collection.schools])
    )
    listed = Manifest(VERSION, words, matters, titles, known, sliced, together, schools)
    files[f"{FOLDER}manifest.json"] = _json(listed)
    return files


def _taken(files: dict[str, bytes], schools: Sequence[ManifestSchool]) -> tuple[list[ManifestSchool], list[list[str]]]:
    """Take the postings of the site's words out of the shards: the schools with their new shards, and the postings."""
    shards = [msgspec.json.decode(files.pop(FOLDER + school.file), type=SchoolShard) for school in schools]
    names = [_add(files, shard.school, msgspec.structs.replace(shard, known=[])) for shard in shards]
    listed = [msgspec.structs.replace(one, file=name) for one, name in zip(schools, names, strict=True)]
    return listed, [shard.known for shard in shards]


def _letters(places: Sequence[int]) -> str:
    return "".join(chr(ord("0") + place) for place in places)


def _of_school(school: School, policies: Sequence[Policy]) -> _OfSchool:
    files: dict[str, bytes] = {}
    texts = [_add(files, f"{school.slug}-{policy.slug}", policy_texts(policy)) for policy in policies]
    name = _add(files, school.slug, shard(school, policies, texts))
    return _OfSchool(name, len(zlib.compress(files[FOLDER + name])), files)


def _add(files: dict[str, bytes], start: str, record: msgspec.Struct) -> str:
    """Add a record to `files`, under a name that changes with its content; gives that name."""
    content = _json(record)
    name = f"{start}-{hashlib.sha256(content).hexdigest()[:10]}.json"
    files[FOLDER + name] = content
    return name


def _titles(policies: Sequence[Policy]) -> list[tuple[str, str]]:
    return [(policy.slug, policy.metadata.title) for policy in policies]


def _called(schools: Sequence[School]) -> dict[str, list[str]]:
    """By school, the words and phrases in a query that mean it and no other."""
    own = {school.slug: _names(school) for school in schools}
    often = Counter(name for names in own.values() for name in set(names))
    return {slug: [name for name in dict.fromkeys(names) if often[name] == 1] for slug, names in own.items()}


def _names(school: School) -> list[str]:
    """What a school may be called: its names in full, what is its own in them, and the first word of that."""
    generic = frozenset(load("search/query")["generic"])
    full = [terms(name) for name in (school.name, school.short_name) if name]
    own = [[word for word in name if word not in generic] for name in full]
    kept = [[word for word in name if word not in generic or word in ("st", "saint")] for name in full]
    first = [name[:1] for name in own if name and not _ordinary(name[0])]
    names = (name for name in (*full, *kept, *own, *first) if name)
    return [" ".join(name) for name in names if len(name) > 1 or not _ordinary(name[0])]


def _ordinary(word: str) -> bool:
    """Whether a word of a school's name may well mean something else in a query."""
    return len(word) < 4 or family(word) in known_families()


def _json(record: msgspec.Struct) -> bytes:
    return msgspec.json.encode(record) + b"\n"
