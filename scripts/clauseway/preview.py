"""What a proposed change of the policies folder would change: each document against what stands in the main line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

import msgspec

from clauseway.cache import Cache
from clauseway.differences import Difference, between
from clauseway.editions import Blobs, NoHistory, Version, blob_name, open_blobs, read_tree
from clauseway.history import policy_slug, read_version
from clauseway.model import Collection, Policy, School
from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.sources import is_source


class Document(msgspec.Struct, frozen=True):
    """One document that is added, replaced or taken away, or whose settings are."""

    file: str
    """Its path within the policies folder; of one taken away, the path it had."""
    school: str
    """Name of its school."""
    state: str
    """`added`, `replaced`, `renamed` (under another file name), `removed` or `settings` (only these were changed)."""
    before: str = ""
    """Its path before, where it was renamed."""
    policies: tuple[Difference, ...] = ()
    """What became of its policies; none where the file cannot be used."""
    problems: tuple[Problem, ...] = ()
    """What a person should know about the file and its settings."""


class Preview(msgspec.Struct, frozen=True):
    """What a change would do."""

    documents: tuple[Document, ...]
    """By file."""
    others: tuple[Problem, ...]
    """What is amiss with files that are no documents of a school: settings, folders, files that are not read."""


def preview(collection: Collection, problems: Sequence[Problem], policies: Path, base: str, cache: Cache) -> Preview:
    """What is different in the folder `policies` from revision `base`.

    `collection` is what was understood of the folder, `problems` is all there is to say about it. Raises
    UnreadableSource where Git knows no such revision.
    """
    try:
        commit, then = read_tree(policies, base)
        with open_blobs(policies) as blobs:
            return _preview(collection, problems, policies, _Then(commit, then, blobs, cache))
    except NoHistory:
        message = f"Git knows no “{base}” to compare the folder with."
        advice = "Name a branch or commit: --base origin/main; in a workflow, check out with fetch-depth: 0."
        raise UnreadableSource(
            Problem("history-missing", Severity.ERROR, message, str(policies), advice=advice)
        ) from None


class _Then:
    """The folder as it was."""

    def __init__(self, commit: str, files: Mapping[str, str], blobs: Blobs, cache: Cache) -> None:
        self.commit, self.files = commit, files
        self._blobs, self._cache = blobs, cache

    def policies(self, file: str, school: School) -> tuple[Policy, ...]:
        """The policies of a file as it was; none where it was not there or could not be read."""
        if file not in self.files:
            return ()
        version = Version("", self.commit, self.files[file], file)
        return read_version(version, self.commit, self._blobs, school, self._cache)


def _preview(collection: Collection, problems: Sequence[Problem], policies: Path, then: _Then) -> Preview:
    now = {path.relative_to(policies).as_posix() for path in policies.rglob("*") if path.is_file()}
    changed = {file for file in now if then.files.get(file) != blob_name(policies / file, then.commit)}
    gone = {file for file in then.files if file not in now}
    schools = {school.slug: school for school in collection.schools}
    documents = {file for file in changed | gone | _whose_settings(changed | gone, now) if _is_document(file)}
    changes = _Changes(sorted(documents), gone, changed, schools, problems)
    told = list(_documents(collection, changes, then))
    known = {file for one in told for file in (one.file, one.before, _settings_of(one.file))}
    rest = (problem for problem in problems if problem.file in changed and problem.file not in known)
    return Preview(tuple(told), tuple(rest))


def _is_document(file: str) -> bool:
    return file.count("/") == 1 and is_source(file)


def _settings_of(file: str) -> str:
    return PurePosixPath(file).with_suffix(".yml").as_posix()


def _whose_settings(changed: set[str], now: set[str]) -> set[str]:
    """The documents that are there, and beside which settings were changed."""
    return {file for file in now if _settings_of(file) in changed}


class _Changes(msgspec.Struct, frozen=True):
    """Which files changed."""

    documents: Sequence[str]
    """Those of policies, or of policies whose settings changed."""
    gone: set[str]
    """All that are no longer there."""
    changed: set[str]
    """All that are new or hold something else."""
    schools: Mapping[str, School]
    """The schools by slug."""
    problems: Sequence[Problem]
    """All there is to say about all files."""


def _documents(collection: Collection, changes: _Changes, then: _Then) -> Iterator[Document]:
    today: dict[str, tuple[Policy, ...]] = {}
    for policy in collection.policies:
        today[policy.source.file] = (*today.get(policy.source.file, ()), policy)
    here = [file for file in changes.documents if file not in changes.gone]
    left = {
        file: then.policies(file, _school(file, changes.schools)) for file in changes.documents if file in changes.gone
    }
    for file in here:
        school, policies = _school(file, changes.schools), today.get(file, ())
        old, before = then.policies(file, school), ""
        if file not in then.files and (before := _went_on(policies, school, file, left)):
            old = left.pop(before)
        state = "renamed" if before else "added" if file not in then.files else "replaced"
        yield Document(
            file,
            school.name,
            state if file in changes.changed else "settings",
            before,
            between(old, policies) if policies else (),
            tuple(problem for problem in changes.problems if problem.file in (file, _settings_of(file))),
        )
    for file, gone in left.items():
        yield Document(file, _school(file, changes.schools).name, "removed", policies=between(gone, ()))


def _school(file: str, schools: Mapping[str, School]) -> School:
    slug = file.partition("/")[0]
    return schools.get(slug) or School(slug, slug)


def _went_on(policies: Sequence[Policy], school: School, file: str, left: Mapping[str, Sequence[Policy]]) -> str:
    """The file that was taken away and whose policy goes on in a new one: told by its title."""
    slugs = {slug for policy in policies for slug in (policy.slug, *policy.formerly)}
    same = [
        before
        for before, some in left.items()
        if before.partition("/")[0] == file.partition("/")[0] and slugs & {policy_slug(one, school) for one in some}
    ]
    return same[0] if len(same) == 1 else ""
