"""`python -m tests.benchmarks.search`: sizes and speed of the search at scale, and two other searches beside it.

Prints tables, and writes them to `results.md` in this folder. Pagefind is installed into an environment that is
thrown away.
"""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import sys
import venv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from playwright.sync_api import Browser

from clauseway.pipeline import build
from tests.benchmarks.search import rivals
from tests.benchmarks.search.reader import measure
from tests.benchmarks.search.report import report
from tests.browsing import chromium, serving
from tests.measure.search import answers, figures, queries
from tests.measure.search_schools import OF_SAMPLES, QUERIES, assemble

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[2]
DAY: Final = date(2026, 9, 1)
SIZES: Final = ((1, 50), (5, 10), (80, 45))
MANY: Final = 5
"""Schools above which one is chosen."""


def main() -> None:
    """Measure, print and write."""
    with TemporaryDirectory(prefix="clauseway-bench-") as name, chromium() as browser:
        folder = Path(name)
        own = _site(ROOT / "policies", folder / "own")
        built, read = {}, {"the sample schools": _read(browser, own, "")}
        for schools, policies in SIZES:
            title, made = f"{schools} × {policies}", folder / f"{schools}x{policies}"
            _progress(title)
            built[title] = _build(schools, policies, made)
            _dress(own, made)
            read[title] = _read(browser, made, _second(made) if schools > MANY else "")
        graded = _site(assemble(folder / "policies"), folder / "graded")
        python = _with_pagefind(folder / "environment")
        sites = {split: own if split in OF_SAMPLES else graded for split in QUERIES}
        quality = {split: dict(_beside(split, site, python, browser, folder / split)) for split, site in sites.items()}
    text = report(built, read, quality)
    sys.stdout.write(text)
    (HERE / "results.md").write_text(text, encoding="utf-8")


def _progress(what: str) -> None:
    sys.stderr.write(f"{what} …\n")


def _site(policies: Path, folder: Path) -> Path:
    build(policies, folder / "site", 1, lambda *_: None, DAY)
    return folder / "site"


def _build(schools: int, policies: int, folder: Path) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.benchmarks.search.build", str(schools), str(policies), str(folder)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _dress(pages: Path, folder: Path) -> None:
    """Put the search page with all it loads around the search's files."""
    for name in ("css", "js", "fonts", "assets"):
        shutil.copytree(pages / name, folder / name)
    shutil.copyfile(pages / "search" / "index.html", folder / "search" / "index.html")


def _second(folder: Path) -> str:
    """The slug of the second school."""
    listed = json.loads((folder / "search" / "data" / "manifest.json").read_bytes())
    return str(listed["schools"][1][0])


def _read(browser: Browser, site: Path, school: str) -> dict[str, Any]:
    with serving(site) as address:
        return measure(browser, address, school)


def _beside(
    split: str, site: Path, python: Path, browser: Browser, folder: Path
) -> Iterator[tuple[str, dict[str, Any]]]:
    """By search, what it finds for the graded queries."""
    _progress(f"queries of {split}")
    asked = queries(split)
    words = [query["query"] for query in asked]
    yield "Clauseway", dict(figures(asked, answers(browser, split, asked)))
    known = rivals.sections(site)
    answer = rivals.material(site.parent / "build" / "docs", _new(folder / "material"), browser, words)
    yield "Material", _scored(asked, answer, known)
    yield "Pagefind", _scored(asked, rivals.pagefind(python, site, _new(folder / "pagefind"), browser, words), known)


def _scored(asked: list[Any], answer: dict[str, Any], known: rivals.Sections) -> dict[str, Any]:
    found = [rivals.clauses(some, known) for some in answer["found"]]
    return figures(asked, found) | {"bytes": answer["bytes"], "ms": statistics.median(answer["ms"])}


def _new(folder: Path) -> Path:
    folder.mkdir(parents=True)
    return folder


def _with_pagefind(folder: Path) -> Path:
    venv.create(folder, with_pip=True)
    python = folder / "bin" / "python"
    lock = HERE / "pagefind.lock"
    subprocess.run([python, "-m", "pip", "install", "-q", "--require-hashes", "-r", lock], check=True)
    return python


if __name__ == "__main__":
    main()
