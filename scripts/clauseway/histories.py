"""All histories: those that were worked out before from the cache, the others anew, several at a time."""

from __future__ import annotations

import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import groupby
from pathlib import Path

import msgspec

from clauseway.cache import Cache, digest, version
from clauseway.documents import WORTH_SHARING, Count
from clauseway.editions import Log, blob_name, try_log
from clauseway.history import Past, Way, continued, predecessors, recall
from clauseway.model import Collection, History, Policy
from clauseway.problems import Problem, Severity, in_order
from clauseway.sources import converter, is_source


class _Recalled(msgspec.Struct, frozen=True):
    """What is known of the policies of one file."""

    histories: dict[str, History]
    """By `<school>/<policy>`."""


def look_back(collection: Collection, policies: Path, jobs: int, cache: Cache, count: Count) -> Collection:
    """The same with what Git knows of earlier editions; where there is no history, nothing is added."""
    log = try_log(policies)
    if log is None:
        return collection
    pasts = list(_with_more_than_today(_pasts(collection, log, policies), log, policies, cache))
    histories: dict[str, History] = {}
    for done, found in enumerate(_recall_all(pasts, policies, jobs, cache), 1):
        histories |= found
        count(done, len(pasts))
    problems = in_order([*collection.problems, *_shallow(log, policies)])
    return msgspec.structs.replace(collection, histories=dict(sorted(histories.items())), problems=problems)


def _pasts(collection: Collection, log: Log, policies: Path) -> Iterator[Past]:
    """What is to be asked about each document that is committed."""
    schools = {school.slug: school for school in collection.schools}
    for file, group in groupby(sorted(collection.policies, key=_file), key=_file):
        if versions := log.versions.get(file):
            some = tuple(group)
            yield Past(schools[some[0].school], some, versions, log.head, blob_name(policies / file, log.head))


def _file(policy: Policy) -> str:
    return policy.source.file


def _with_more_than_today(pasts: Iterator[Past], log: Log, policies: Path, cache: Cache) -> Iterator[Past]:
    """Those of which there is, or may be, another edition than today's; each with what came before its file."""
    before: dict[str, dict[str, Way]] = {}
    for past in pasts:
        slug = past.school.slug
        if slug not in before:
            gone = [way for way in log.gone if way[0].file.startswith(f"{slug}/") and is_source(way[0].file)]
            before[slug] = predecessors(gone, past.school, policies, cache) if gone else {}
        whole = continued(past, before[slug])
        if len(whole.versions) > 1 or whole.blob != whole.versions[0].blob:
            yield whole


def _recall_all(pasts: Sequence[Past], policies: Path, jobs: int, cache: Cache) -> Iterator[dict[str, History]]:
    """The histories of each document in order; only what is not known is worked out."""
    machine = digest([version(), converter().encode()])
    keys = [digest([b"history", machine, msgspec.msgpack.encode(past)]) for past in pasts]
    known = [cache.get(key, _Recalled) for key in keys]
    fresh = _recall([past for past, one in zip(pasts, known, strict=True) if not one], policies, jobs, cache)
    for key, one in zip(keys, known, strict=True):
        found = one or _Recalled(next(fresh))
        if not one:
            cache.put(key, found)
        yield found.histories


def _recall(pasts: Sequence[Past], policies: Path, jobs: int, cache: Cache) -> Iterator[dict[str, History]]:
    """Some documents, one after another or by several processes."""
    work = partial(recall, folder=policies, cache=cache)
    if jobs > 1 and sum(len(past.versions) for past in pasts) >= WORTH_SHARING:
        # As documents are shared out.
        start = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(jobs, mp_context=start) as pool:
            yield from pool.map(work, pasts, chunksize=4)
    else:
        yield from map(work, pasts)


def _shallow(log: Log, policies: Path) -> tuple[Problem, ...]:
    """A hint where editions may be missing because Git was given only a part of the history."""
    if not log.shallow:
        return ()
    message = "Git holds only a part of the history of this folder, so what changed in earlier editions may be missing."
    advice = "Fetch the whole of it: `git fetch --unshallow`, or `fetch-depth: 0` in a workflow of GitHub."
    return (Problem("history-shallow", Severity.INFO, message, policies.name, advice=advice),)
