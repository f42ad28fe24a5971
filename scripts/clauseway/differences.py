"""What changed between two files, or from the last committed edition of one file to what is there now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from clauseway.cache import Cache
from clauseway.changes import compare, same_policy
from clauseway.editions import NoHistory, Version, blob_name, open_blobs, read_log
from clauseway.history import read_version
from clauseway.model import Comparison, Policy
from clauseway.pipeline import examine
from clauseway.problems import Problem, Severity, UnreadableSource


class Difference(msgspec.Struct, frozen=True):
    """What became of one policy."""

    old: Policy | None
    """As it was; None for a new one."""
    new: Policy | None
    """As it is; None for one that is no longer there."""
    comparison: Comparison | None
    """What changed, where it was there before and still is."""

    @property
    def title(self) -> str:
        """What the policy is called."""
        policy = self.new or self.old
        return policy.metadata.title if policy else ""

    @property
    def changed(self) -> bool:
        """Whether a reader would notice anything."""
        found = self.comparison
        return bool(found.changes or found.facts) if found else True


def between(old: Sequence[Policy], new: Sequence[Policy]) -> tuple[Difference, ...]:
    """What became of the policies of one file: those of today in their order, then those that are gone."""
    pairs = [(same_policy(policy, new, old), policy) for policy in new]
    known = {id(before) for before, _ in pairs}
    kept = (Difference(before, after, compare(before, after) if before else None) for before, after in pairs)
    return (*kept, *(Difference(gone, None, None) for gone in old if id(gone) not in known))


def of_files(old: Path, new: Path) -> tuple[Difference, ...]:
    """What changed from one file to another. Raises UnreadableSource where one of them cannot be used."""
    before, after = (_policies(file) for file in (old, new))
    if len(before) == len(after) == 1:
        return (Difference(before[0], after[0], compare(before[0], after[0])),)
    return between(before, after)


def from_history(file: Path) -> tuple[str, tuple[Difference, ...]]:
    """The day of an earlier edition of `file`, and what changed since.

    It is the last committed edition, or the one before where the file is as it was committed. Raises
    UnreadableSource where the file cannot be used or Git knows no such edition.
    """
    place = file.resolve()
    folder = place.parent.parent
    today = _policies(place)
    school, _ = examine(place)
    try:
        log = read_log(folder)
        versions = log.versions.get(place.relative_to(folder).as_posix(), ())
        committed = bool(versions) and versions[0].blob == blob_name(place, log.head)
        with open_blobs(folder) as blobs:
            earlier: Sequence[Version] = versions[1:] if committed else versions
            if not earlier:
                raise _no_edition(file, known=committed)
            until = f"{versions[0].commit}^" if committed else log.head
            before = read_version(earlier[0], until, blobs, school, Cache())
    except NoHistory:
        raise _no_edition(file, known=False) from None
    if not before:
        raise _no_edition(file, known=True)
    return earlier[0].date, between(before, today)


def _policies(file: Path) -> tuple[Policy, ...]:
    """The policies of a file. Raises UnreadableSource with the first problem where there are none."""
    _, understood = examine(file)
    if understood.policies:
        return understood.policies
    raise UnreadableSource(next(one for one in understood.problems if one.severity is Severity.ERROR))


def _no_edition(file: Path, *, known: bool) -> UnreadableSource:
    message = "Git knows no earlier edition that can be read." if known else "This file is not in a Git repository yet."
    advice = "Name two files to compare them: clauseway diff OLD NEW."
    return UnreadableSource(Problem("history-missing", Severity.ERROR, message, str(file), advice=advice))
