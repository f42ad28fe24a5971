"""`python -m tests.benchmarks [--quick]`: how fast and large is the build, does it grow evenly, how fast is each format.

Prints tables, and writes them to `tests/benchmarks/results.md` (or the file named by `--output`).
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.benchmarks import relations
from tests.benchmarks.again import section
from tests.benchmarks.report import Measured, report
from tests.generate import make_schools

ROOT = Path(__file__).parents[2]
RESULTS = Path(__file__).with_name("results.md")
SEED = 1
# Schools and policies a school: of the pipeline's small and large run, and of the run that MkDocs renders.
FULL = ((10, 20), (80, 45), (25, 40))
QUICK = ((2, 10), (10, 20), (5, 20))
FORMATS = ("txt", "docx", "pdf", "odt", "html")
LONG_FORMATS = ("txt", "docx", "pdf", "odt")
PAGES, COPIES = 10, 3
"""Of the documents that are read over and over: pages, and files of each format."""
LONG, QUICK_LONG = 1_000, 50
"""Pages of the long documents."""


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description="Measure speed and memory.")
    parser.add_argument("--quick", action="store_true", help="small runs, whose figures say little")
    parser.add_argument("--output", type=Path, help="file for the tables (default tests/benchmarks/results.md)")
    args = parser.parse_args()
    small, large, rendered = QUICK if args.quick else FULL
    long_pages = QUICK_LONG if args.quick else LONG
    measured = Measured(
        small=in_folder(small, pipeline),
        large=in_folder(large, pipeline),
        rendering=in_folder(rendered, rendering),
        site=five_schools(),
        rates=of_formats(PAGES, COPIES, FORMATS, "rates"),
        peaks=of_formats(long_pages, 1, LONG_FORMATS, "peak"),
        long_pages=long_pages,
        quick=args.quick,
    )
    text = report(measured) + ("" if args.quick else section() + relations.section())
    sys.stdout.write(text)
    if args.output or not args.quick:
        (args.output or RESULTS).write_text(text, encoding="utf-8")


def in_folder(size: tuple[int, int], measure_in: Callable[[Path], dict[str, Any]]) -> dict[str, Any]:
    """Make schools of plain text in a folder that is thrown away, and measure there."""
    schools, policies = size
    with TemporaryDirectory(prefix="clauseway-bench-") as name:
        folder = Path(name)
        sys.stderr.write(f"{schools * policies} made-up policies: {measure_in.__name__}\n")
        make_schools(schools, policies, SEED, folder, markdown=False)
        return measure_in(folder)


def pipeline(folder: Path) -> dict[str, Any]:
    """The pipeline without MkDocs; and once more, with nothing changed."""
    first = measure("pipeline", str(folder))
    return first | {"again": measure("pipeline", str(folder))["busy"]}


def rendering(folder: Path) -> dict[str, Any]:
    """MkDocs on what the pipeline publishes."""
    measure("pipeline", str(folder))
    return measure("mkdocs", str(folder))


def five_schools() -> dict[str, Any]:
    """The repository's own schools: the build alone, and `make site` as a person runs it."""
    sys.stderr.write("the schools of this repository\n")
    with TemporaryDirectory(prefix="clauseway-bench-") as name:
        alone = measure("site", name, "--policies", str(ROOT / "policies"))
    start = time.perf_counter()
    subprocess.run(["make", "site"], cwd=ROOT, capture_output=True, check=True)
    return alone | {"make_seconds": time.perf_counter() - start}


def of_formats(pages: int, copies: int, formats: Sequence[str], what: str) -> dict[str, dict[str, Any]]:
    """Make documents in a folder that is thrown away, and have each format read in a process of its own."""
    sys.stderr.write(f"documents of {pages:,} pages: {what}\n")
    with TemporaryDirectory(prefix="clauseway-bench-") as name:
        making = [sys.executable, "-m", "tests.benchmarks.documents", str(pages), str(copies), name, *formats]
        subprocess.run(making, cwd=ROOT, check=True)
        files = {ending: sorted(map(str, Path(name).glob(f"*.{ending}"))) for ending in formats}
        return {ending: measure(what, *files[ending], by="formats") for ending in formats}


def measure(*arguments: str, by: str = "measure") -> dict[str, Any]:
    """Run one measurement in a process of its own."""
    command = [sys.executable, "-m", f"tests.benchmarks.{by}", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


if __name__ == "__main__":
    main()
