"""`python -m tests.fuzz --count 5000`: that many damaged files of every format, and what came of them.

Exit status 1 where one ended in a fault, hung, died, or took more memory than a document may. Files that the
ledger refused are named too: damage may set words where the format allows none, and they are then not lost unseen.
`--show SEED` writes the file of one seed (`hand.docx:17`) to standard output; `found/` keeps those that once failed.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.fuzz.mutate import mutate
from tests.fuzz.seeds import seeds
from tests.fuzz.worker import SECONDS, Outcome, outcomes

MOST_MEMORY = 300
"""Megabytes that any one document may take."""

TESTS = Path(__file__).parents[1]

_CHUNK = 250
_BAD = ("fault", "hung", "died")


def main() -> int:
    """Run it."""
    options = _options()
    if options.show:
        sys.stdout.buffer.write(_damaged(options.show))
        return 0
    found = list(_run(_seeds(options)))
    _summary(found)
    return int(any(map(_is_bad, found)))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--count", type=int, default=5000, help="damaged files of each format")
    parser.add_argument("--first", type=int, default=0, help="number of the first of them")
    parser.add_argument("--only", default="", help="only of valid files whose names end so: .docx")
    parser.add_argument("--files", default="", help="of these files below tests/ too: 'cases/dev-*/source.*'")
    parser.add_argument("--show", default="", help="write the file of this seed and do nothing else")
    return parser.parse_args()


def _seeds(options: argparse.Namespace) -> Iterator[str]:
    """Give the seeds, those of a format shared among its valid files."""
    files = sorted(path.relative_to(TESTS).as_posix() for path in TESTS.glob(options.files)) if options.files else []
    by_ending: dict[str, list[str]] = {}
    for name in (*files, *seeds()):
        if name.endswith(options.only):
            by_ending.setdefault(Path(name).suffix, []).append(name)
    for names in by_ending.values():
        for number in range(options.first, options.first + options.count):
            yield f"{names[number % len(names)]}:{number}"


def _damaged(seed: str) -> bytes:
    name = seed.rpartition(":")[0]
    return mutate(seeds()[name] if name in seeds() else (TESTS / name).read_bytes(), seed)


def _run(wanted: Iterator[str]) -> Iterator[Outcome]:
    pending = list(wanted)
    for start in range(0, len(pending), _CHUNK):
        with tempfile.TemporaryDirectory() as folder:
            school = Path(folder) / "school"
            school.mkdir()
            files = [_write(school, seed) for seed in pending[start : start + _CHUNK]]
            yield from outcomes(files)
        sys.stderr.write(f"\r{min(start + _CHUNK, len(pending))} of {len(pending)}")


def _write(folder: Path, seed: str) -> Path:
    path = folder / (seed.replace("/", "|") + Path(seed.rpartition(":")[0]).suffix)
    path.write_bytes(_damaged(seed))
    return path


def _is_bad(outcome: Outcome) -> bool:
    return outcome.end in _BAD or outcome.peak > MOST_MEMORY


def _seed(outcome: Outcome) -> str:
    return Path(outcome.name).stem.replace("|", "/")


def _summary(found: list[Outcome]) -> None:
    sys.stdout.write(f"\n{len(found)} files\n")
    for ending in sorted({Path(outcome.name).suffix for outcome in found}):
        some = [outcome for outcome in found if outcome.name.endswith(ending)]
        ends = ", ".join(f"{count} {end}" for end, count in Counter(o.end for o in some).most_common())
        slow, large = max(o.seconds for o in some), max(o.peak for o in some)
        sys.stdout.write(f"{ending:6} {ends}; longest {slow:.2f} s of {SECONDS}, at most {large} MB\n")
    alike: dict[str, list[str]] = {}
    for outcome in found:
        if _is_bad(outcome) or outcome.end == "ledger":
            what = f"{outcome.end}: {outcome.message or f'{outcome.peak} MB, {outcome.seconds:.1f} s'}"
            alike.setdefault(re.sub(r"\d+|“.*?”", "*", what)[:220], []).append(_seed(outcome))
    for what, seed_list in sorted(alike.items(), key=lambda entry: -len(entry[1])):
        sys.stdout.write(f"\n{len(seed_list)} x {what}\n    {' '.join(seed_list[:10])}\n")


if __name__ == "__main__":
    sys.exit(main())
