"""The way of one document through its editions: every one is read as today's is, and compared with the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, zip_longest
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

import msgspec

from clauseway.cache import Cache
from clauseway.changes import aliases, compare, reached, same_policy
from clauseway.documents import understand_all
from clauseway.editions import Blobs, NoHistory, Version, open_blobs
from clauseway.model import Comparison, Edition, History, Policy, School
from clauseway.naming import title_slug
from clauseway.sources import Found

MOST_EDITIONS = 20
"""Editions of a document that are looked at, today's included."""


_MOST_GONE = 200
"""Files a school took away that are looked at, the latest first."""

Way = tuple[Version, ...]
"""The states of one file, newest first."""


class Past(msgspec.Struct, frozen=True):
    """What is asked about one document: its policies today, and what is known of its file."""

    school: School
    """Its school."""
    policies: tuple[Policy, ...]
    """The policies that are in the file today."""
    versions: Way
    """The states of the file, newest first."""
    head: str
    """The latest commit, as Git names it."""
    blob: str
    """The file's content today, as Git would name it."""


class _State(msgspec.Struct, frozen=True):
    """All policies of a file at one time."""

    version: Version
    """When."""
    policies: tuple[Policy, ...]
    """The policies."""


def recall(past: Past, folder: Path, cache: Cache) -> dict[str, History]:
    """The histories of a document's policies by `<school>/<policy>`, from the repository of the policies `folder`.

    Policies of which only one edition is known have none. An edition that cannot be read is passed over.
    """
    try:
        states = list(_states(past, folder, cache))
    except NoHistory:
        return {}
    known = {f"{policy.school}/{policy.slug}": _history(policy, past, states) for policy in past.policies}
    return {name: history for name, history in known.items() if history}


def predecessors(gone: Sequence[Way], school: School, folder: Path, cache: Cache) -> dict[str, Way]:
    """The ways of files that a school took away, by the slug of the policy that each held last.

    Offices often put a new edition there under a new file name and take the old one away; the title tells. Files
    of several policies, and policies that several files held, are left alone.
    """
    with open_blobs(folder) as blobs:
        held = [(way, read_version(way[0], way[0].commit, blobs, school, cache)) for way in gone[:_MOST_GONE]]
    slugs = [(policy_slug(policies[0], school), way) for way, policies in held if len(policies) == 1]
    often = Counter(slug for slug, _ in slugs)
    return {slug: way for slug, way in slugs if often[slug] == 1}


def continued(past: Past, before: Mapping[str, Way]) -> Past:
    """The same with the way of the file that the document's policy was in before, where one of `before` is it."""
    earliest = past.versions[-1]
    wanted = [slug for policy in past.policies for slug in (policy.slug, *policy.formerly)]
    way = next((before[slug] for slug in wanted if slug in before), ())
    older = tuple(version for version in way if version.date <= earliest.date)
    return msgspec.structs.replace(past, versions=(*past.versions, *older))


def policy_slug(policy: Policy, school: School) -> str:
    """The last part of the address that a policy of an earlier edition has, or would have."""
    return policy.slug or title_slug(policy, school)


def read_version(version: Version, until: str, blobs: Blobs, school: School, cache: Cache) -> tuple[Policy, ...]:
    """The policies of a file as it was, read by today's code with the sidecar that stood beside it last.

    `until` names the commit at which the sidecar is looked for first. Empty where the file cannot be read.
    """
    name = PurePosixPath(version.file).name
    data = blobs.of(version.blob)
    if data is None or name in ("", ".", ".."):
        return ()
    stated = next(filter(None, (blobs.at(commit, _sidecar(version.file)) for commit in (until, version.commit))), None)
    with TemporaryDirectory(prefix="clauseway-") as made:
        root = Path(made).resolve()
        path = root / school.slug / name
        path.parent.mkdir()
        path.write_bytes(data)
        if stated is not None:
            path.with_suffix(".yml").write_bytes(stated)
        sidecar = path.with_suffix(".yml") if stated is not None else None
        found = Found(school.slug, path, f"{school.slug}/{name}", sidecar)
        (understood,) = understand_all([found], {school.slug: school}, root, 1, cache, _uncounted)
        return understood.policies


def _uncounted(_done: int, _total: int) -> None:
    """Tell nobody."""


def _sidecar(file: str) -> str:
    return PurePosixPath(file).with_suffix(".yml").as_posix()


def _states(past: Past, folder: Path, cache: Cache) -> Iterator[_State]:
    """The file's states that can be read, newest first; the first is today's."""
    today = past.policies[0].source
    newest, *earlier = past.versions[:MOST_EDITIONS]
    with open_blobs(folder) as blobs:
        if past.blob == newest.blob:
            yield _State(newest, past.policies)
            until = f"{newest.commit}^"
        else:
            yield _State(Version("", "", "", today.file), past.policies)
            earlier, until = [newest, *earlier], past.head
        for version in earlier:
            if policies := read_version(version, until, blobs, past.school, cache):
                yield _State(version, policies)
            until = f"{version.commit}^"


def _history(policy: Policy, past: Past, states: Sequence[_State]) -> History | None:
    """The editions of one policy, those in which nothing changed that anybody could see left out."""
    line = _not_empty(list(_line(policy, states)))
    if len(line) < 2:
        return None
    found = [compare(older, newer) for (_, newer), (_, older) in pairwise(line)]
    today = frozenset(filter(None, policy.ids))
    steps = [
        (frozenset(filter(None, older.ids)), one.successors) for one, (_, older) in zip(found, line[1:], strict=True)
    ]
    leads = [{one: one for one in today}, *reached(steps, today)]
    return History(
        editions=tuple(_edition(dated, one, ids) for dated, one, ids in zip_longest(line, found, leads)),
        aliases=aliases(steps, today),
        formerly=tuple(_formerly(policy, past.school, line)),
        cut=len(past.versions) > MOST_EDITIONS,
    )


_Dated = tuple[Version, Policy]


def _line(policy: Policy, states: Sequence[_State]) -> Iterator[_Dated]:
    """The policy at each time, newest first, as long as it can be told among those of its file."""
    yield states[0].version, policy
    here, those = policy, states[0].policies
    for state in states[1:]:
        found = same_policy(here, those, state.policies)
        if found is None:
            return
        yield state.version, found
        here, those = found, state.policies


def _not_empty(line: list[_Dated]) -> list[_Dated]:
    """The line without what is not committed, where that says nothing else than the latest commit."""
    if len(line) > 1 and not line[0][0].date and not _is_different(line[1][1], line[0][1]):
        return [(line[1][0], line[0][1]), *line[2:]]
    return line


def _is_different(old: Policy, new: Policy) -> bool:
    found = compare(old, new)
    return bool(found.changes or found.facts)


def _edition(dated: _Dated, comparison: Comparison | None, leads: Mapping[str, str]) -> Edition:
    version, policy = dated
    changed = [change.after.id for change in comparison.changes if change.after] if comparison else []
    return Edition(
        date=version.date,
        commit=version.commit,
        file=version.file,
        sha256=policy.source.sha256,
        format=policy.source.format,
        title=policy.metadata.title,
        comparison=msgspec.structs.replace(comparison, successors={}) if comparison else None,
        today={one: leads[one] for one in changed if one in leads},
    )


def _formerly(policy: Policy, school: School, line: Sequence[_Dated]) -> Iterator[str]:
    """Addresses that the policy had, or would have had, with the titles and files of its earlier editions."""
    found = dict.fromkeys(
        f"{version.file.partition('/')[0]}/{policy_slug(earlier, school)}" for version, earlier in line[1:]
    )
    yield from (name for name in found if name != f"{policy.school}/{policy.slug}")
