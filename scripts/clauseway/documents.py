"""All documents: those that were understood before from the cache, the others read anew, several at a time."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import msgspec

from clauseway.cache import Cache, digest, version
from clauseway.document import Understood, understand
from clauseway.memory import no_cycles, set_aside
from clauseway.model import School
from clauseway.sources import LARGEST_WITH_PICTURES, Found, converter

Count = Callable[[int, int], None]
"""Is told how many documents are done, and how many there are."""

WORTH_SHARING = 64
"""Documents to be read from which starting further processes (about 0.5 s each) takes less time than it saves."""

PASSING = frozenset({"internal", "source-given-up", "source-unreadable", "source-format"})
"""Refusals that another run, or another machine, may not come to; they are not kept."""


def understand_all(
    found: Sequence[Found], schools: Mapping[str, School], policies: Path, jobs: int, cache: Cache, count: Count
) -> list[Understood]:
    """All files in the order given, by up to `jobs` processes where that is quicker."""
    key = partial(_key, schools, policies, digest([version(), converter().encode()]))
    keys = [key(file) for file in found]
    with no_cycles():
        known = [cache.get(one, Understood) if one else None for one in keys]
    fresh = _read([file for file, part in zip(found, known, strict=True) if not part], schools, policies, jobs)
    parts = []
    with set_aside():
        for done, (file, one, part) in enumerate(zip(found, keys, known, strict=True), 1):
            parts.append(part or next(fresh))
            # A file that was changed while it was read may be either of what it was.
            if not part and one and _is_lasting(parts[-1]) and one == key(file):
                cache.put(one, parts[-1])
            count(done, len(found))
    return parts


def _read(found: Sequence[Found], schools: Mapping[str, School], policies: Path, jobs: int) -> Iterator[Understood]:
    """Some files, one after another or by several processes."""
    work, whose = partial(understand, policies=policies), [schools[file.school] for file in found]
    if jobs > 1 and len(found) >= WORTH_SHARING:
        # Forking copies threads in an unknown state (the progress display has one), so processes start afresh.
        start = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(jobs, mp_context=start) as pool:
            yield from pool.map(work, found, whose, chunksize=16)
    else:
        yield from map(work, found, whose)


def _is_lasting(part: Understood) -> bool:
    """Whether every run would come to the same, on this machine and on another."""
    return not any(problem.code in PASSING for problem in part.problems)


def _key(schools: Mapping[str, School], policies: Path, machine: bytes, found: Found) -> bytes | None:
    """All that the understanding of a file depends on; None where it cannot be read."""
    used = [path for path in (found.path, found.sidecar) if path]
    try:
        if any(path.stat().st_size > LARGEST_WITH_PICTURES for path in used):
            return None
        given = [part for path in used for part in (os.fsencode(path.relative_to(policies)), path.read_bytes())]
    except OSError:
        return None
    return digest([b"document", machine, msgspec.msgpack.encode(schools[found.school]), *given])
