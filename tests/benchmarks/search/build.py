"""One build of the search's files in a process of its own: `python -m tests.benchmarks.search.build SCHOOLS POLICIES DIR`.

Writes `DIR/search/data`, and prints one line of JSON with seconds (to wait, and of processor time, those of other
processes of its own included), the largest resident size in MB, and sizes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from clauseway.publish import write
from clauseway.search import search_files
from tests.benchmarks.measure import megabytes
from tests.benchmarks.search.schools import pool, schools

SEED = 1


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.search.build")
    parser.add_argument("schools", type=int)
    parser.add_argument("policies", type=int)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    with TemporaryDirectory(prefix="clauseway-bench-") as name:
        some = pool(Path(name))
    collection = schools(some, args.schools, args.policies, SEED)
    idle, start, busy = _peak(), time.perf_counter(), _busy()
    files = search_files(collection)
    measured = {"seconds": time.perf_counter() - start, "busy": _busy() - busy, "idle_mb": idle, "peak_mb": _peak()}
    write(files, args.folder)
    clauses = sum(len(policy.pieces) for policy in collection.policies)
    sys.stdout.write(json.dumps(measured | {"clauses": clauses} | sizes(files)) + "\n")


def sizes(files: dict[str, bytes]) -> dict[str, int]:
    """Compressed bytes by file, the largest of several or all of them, and the number of files."""
    by_name = {path.rpartition("/")[2]: content for path, content in files.items()}
    listed = json.loads(by_name["manifest.json"])
    shards = [packed(by_name[school[3]]) for school in listed["schools"]]
    slices = [packed(by_name[name]) for name in listed["slices"]]
    site = {"manifest.json", *(listed[name] for name in ("words", "matters", "titles", "asked")), *listed["slices"]}
    beside = {*site, *(school[3] for school in listed["schools"])}
    return {
        "manifest": packed(by_name["manifest.json"]),
        "words": packed(by_name[listed["words"]]),
        "matters": packed(by_name[listed["matters"]]),
        "shard": max(shards),
        "shards": sum(shards),
        "slice": max(slices),
        "slices": sum(slices),
        "texts": max(packed(content) for name, content in by_name.items() if name not in beside),
        "files": len(files),
    }


def packed(content: bytes) -> int:
    """Bytes as web servers send them: gzip at its usual level."""
    return len(gzip.compress(content, 6, mtime=0))


def _busy() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def _peak() -> float:
    return megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


if __name__ == "__main__":
    main()
