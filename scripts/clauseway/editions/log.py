"""The history of files: which states each of today's files had, through renames, one for each day."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

import msgspec

from clauseway.editions.blobs import blob_name
from clauseway.editions.git import NoHistory, ask

_START = b"\x02"
_RENAME_LIKENESS = "-M50%"
_LARGEST_RENAMING = "-l1000"


class Version(msgspec.Struct, frozen=True):
    """One state of a file that was committed."""

    date: str
    """Day of the commit in the committer's own time, as `2026-03-29`: the day on which the state was put in place."""
    commit: str
    """The commit, as Git names it."""
    blob: str
    """The content, as Git names it."""
    file: str
    """Its path at that time, relative to the policies folder, with `/`."""


class Line(msgspec.Struct, frozen=True):
    """What one commit did to one file."""

    version: Version
    """The state it left the file in."""
    status: str
    """`A` it was added, `D` taken away, `R` renamed, `M` (or `T`) its content changed."""
    before: str = ""
    """Path of the file before, where it was renamed."""


class Log(msgspec.Struct, frozen=True):
    """What is known of all files of a folder."""

    head: str
    """The latest commit, as Git names it."""
    versions: dict[str, tuple[Version, ...]]
    """The states of each file that is committed, newest first, by its path within the folder."""
    gone: tuple[tuple[Version, ...], ...] = ()
    """The same for each file that was taken away, the latest first."""
    shallow: bool = False
    """Whether the repository holds only a part of its history."""


def read_log(folder: Path) -> Log:
    """The history of everything in `folder`, from the latest commit back along the main line.

    A merge counts as one step, on the day of the merge. Raises NoHistory where there is none.
    """
    place = folder.resolve()
    shallow, head = ask(place, "rev-parse", "--is-shallow-repository", "HEAD").decode("ascii").split()
    question = ("log", "--first-parent", "-m", "--raw", "-z", "--no-abbrev", _RENAME_LIKENESS, _LARGEST_RENAMING)
    plain = ("--no-color", "--no-ext-diff", "--no-textconv", "--no-show-signature", "--no-mailmap", "--no-notes")
    shown = ask(place, *question, *plain, "--relative", "--format=tformat:%x02%H %cs", head, "--", ".")
    return _log(parse(shown), head, shallow == "true")


def try_log(folder: Path) -> Log | None:
    """The same, or None where there is no history."""
    try:
        return read_log(folder)
    except NoHistory:
        return None


def parse(shown: bytes) -> Iterator[Line]:
    """The lines of `git log --raw -z`, newest first."""
    parts = iter(shown.split(b"\0"))
    commit = date = ""
    for part in parts:
        text = part.lstrip(b"\n")
        if text.startswith(_START):
            commit, _, date = text[1:].decode("ascii").partition(" ")
        elif text.startswith(b":"):
            _, _, _, blob, status = text[1:].decode("ascii").split(" ")
            path = before = os.fsdecode(next(parts))
            if status.startswith("R"):
                path = os.fsdecode(next(parts))
            yield Line(Version(date, commit, blob, path), status[0], before)


def _log(lines: Iterable[Line], head: str, shallow: bool) -> Log:
    """The lines, newest first, sorted into the ways of single files."""
    today: dict[str, list[Version]] = {}
    gone: list[list[Version]] = []
    ways: dict[str, list[Version]] = {}
    """By path at the time that is looked at: the versions of the file that was there then."""
    for line in lines:
        path = line.version.file
        if line.status == "D":
            gone.append([])
            ways[path] = gone[-1]
            continue
        way = ways.pop(path, None)
        if way is None:
            way = today.setdefault(path, [])
        way.append(line.version)
        if line.status != "A":
            ways[line.before if line.status == "R" else path] = way
    versions = {path: tuple(_daily(way)) for path, way in today.items()}
    return Log(head, versions, tuple(tuple(_daily(way)) for way in gone if way), shallow)


def _daily(versions: Iterable[Version]) -> Iterator[Version]:
    """The last state of each day, without those that hold the same as the one before."""
    days = [next(same) for _, same in groupby(versions, key=lambda version: version.date)]
    for newer, older in zip(days, [*days[1:], None], strict=True):
        if older is None or older.blob != newer.blob:
            yield newer


def read_tree(folder: Path, revision: str) -> tuple[str, dict[str, str]]:
    """The commit at which what is in `folder` now left the line of `revision`, and the content of each file then.

    The commit is the latest that both have, so that what others did since is not taken for a change. Contents are
    named as Git names them, by path relative to `folder`. Raises NoHistory where there is no such revision.
    """
    place = folder.resolve()
    named = ask(place, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode("ascii").strip()
    try:
        commit = ask(place, "merge-base", named, "HEAD").decode("ascii").strip()
    except NoHistory:
        commit = named
    listed = ask(place, "ls-tree", "-r", "-z", commit, ".").split(b"\0")
    entries = (entry.partition(b"\t") for entry in listed if entry)
    return commit, {os.fsdecode(path): head.split(b" ")[2].decode("ascii") for head, _, path in entries}


def is_committed(folder: Path) -> bool:
    """Whether Git has every file of `folder` as it is now. Raises NoHistory where Git knows nothing of it."""
    commit, known = read_tree(folder, "HEAD")
    files = (path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    return all(known.get(path.relative_to(folder).as_posix()) == blob_name(path, commit) for path in files)
