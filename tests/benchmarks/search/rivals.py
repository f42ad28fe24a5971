"""Material's own search and Pagefind on the same policy pages, asked the same queries.

Both find sections (or pages), not clauses: what they find counts as the clauses of the section in reading order.
Of Material the sections are taken by their scores, whichever page they stand on; of Pagefind the three best of each page.
Material's index and worker are its own, made by its plugin; its page's habit of adding `*` to each word is kept.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from lxml import html
from playwright.sync_api import Browser, Response

from tests.benchmarks.search.build import packed
from tests.browsing import serving

_SETTINGS: Final = """site_name: Rival
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, font: false}}
plugins: [search]
markdown_extensions: [attr_list, toc]
"""
_PAGEFIND: Final = """async ([queries]) => {
  const pagefind = await import("/pagefind/pagefind.js");
  const all = [];
  const weight = (part) => part.weighted_locations.reduce((sum, one) => sum + one.balanced_score, 0);
  const best = (parts) => parts.sort((a, b) => weight(b) - weight(a)).slice(0, 3).map((one) => one.url);
  for (const query of queries) {
    const start = performance.now();
    const { results } = await pagefind.search(query);
    const pages = await Promise.all(results.slice(0, 10).map((one) => one.data()));
    all.push({ ms: performance.now() - start, found: pages.flatMap((page) => page.sub_results.length ? best(page.sub_results) : [page.url]) });
  }
  return all;
}"""
_MATERIAL: Final = """async ([queries, worker]) => {
  const index = await (await fetch("/search/search_index.json")).json();
  const asked = new Worker(worker);
  const ask = (data) => new Promise((done, fail) => { asked.onmessage = ({ data }) => done(data); asked.onerror = fail; asked.postMessage(data); });
  await ask({ type: 0, data: { ...index, options: { suggest: false } } });
  const all = [];
  for (const query of queries) {
    const start = performance.now();
    const { data } = await ask({ type: 2, data: query.replace(/[^\\p{L}\\p{N}\\s]/gu, " ").trim().split(/\\s+/).map((word) => `${word}*`).join(" ") });
    all.push({ ms: performance.now() - start, found: data.items.flat().sort((a, b) => b.score - a.score).map((one) => one.location) });
  }
  return all;
}"""

Sections = dict[str, list[str]]
"""Ids of clauses in reading order, by `<school>/<policy>#<heading>`."""


def sections(site: Path) -> Sections:
    """The clauses under each heading of the policies' pages; what stands above the first heading has an empty one."""
    found: Sections = {}
    for page in sorted(data.with_name("index.html") for data in site.glob("schools/*/*/policy.json")):
        name, heading = "/".join(page.parts[-3:-1]), ""
        for element in html.parse(page).getroot().iter():
            if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
                heading = element.get("id", heading)
            elif "clause" in (element.get("class") or "").split():
                found.setdefault(f"{name}#{heading}", []).append(f"{name}#{element.get('id')}")
    return found


def clauses(locations: Sequence[str], known: Sections) -> list[str]:
    """The first ten clauses of what was found."""
    return list(dict.fromkeys(_each(locations, known)))[:10]


def _each(locations: Sequence[str], known: Sections) -> Iterator[str]:
    for location in locations:
        path, _, anchor = location.partition("#")
        name = "/".join(path.strip("/").split("/")[1:])
        if anchor:
            yield from known.get(f"{name}#{anchor}", ())
        else:
            yield from (one for key, some in known.items() if key.startswith(f"{name}#") for one in some)


def pagefind(python: Path, site: Path, folder: Path, browser: Browser, queries: Sequence[str]) -> dict[str, Any]:
    """Pagefind, run by a Python that has it, on the policies' pages of `site`."""
    for page in (data.with_name("index.html") for data in site.glob("schools/*/*/policy.json")):
        copy = folder / page.relative_to(site)
        copy.parent.mkdir(parents=True)
        shutil.copyfile(page, copy)
    command = [str(python), "-m", "pagefind", "--site", str(folder), "--glob", "schools/*/*/index.html"]
    subprocess.run(command, check=True, capture_output=True)
    return _ask(folder, browser, _PAGEFIND, queries)


def material(docs: Path, folder: Path, browser: Browser, queries: Sequence[str]) -> dict[str, Any]:
    """Material's search on the policies' pages, from what was published for MkDocs."""
    for page in (data.with_name("index.md") for data in docs.glob("schools/*/*/policy.json")):
        copy = folder / "docs" / page.relative_to(docs)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(page, copy)
    (folder / "mkdocs.yml").write_text(_SETTINGS.format(docs=folder / "docs", site=folder / "site"), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    subprocess.run(command, check=True, capture_output=True)
    (worker,) = (folder / "site").glob("assets/javascripts/workers/search.*.min.js")
    return _ask(folder / "site", browser, _MATERIAL, queries, "/" + worker.relative_to(folder / "site").as_posix())


def _ask(site: Path, browser: Browser, script: str, queries: Sequence[str], *more: str) -> dict[str, Any]:
    """What is found for each query; compressed bytes fetched for the first of them, and milliseconds for each."""
    (site / "ask.html").write_text("<!doctype html><title>Ask</title>", encoding="utf-8")
    with serving(site) as address:
        _, fetched = _evaluated(browser, address, script, queries[:1], *more)
        answers, _ = _evaluated(browser, address, script, queries, *more)
    size = sum(_size(site, url) for url in fetched)
    return {"bytes": size, "ms": [one["ms"] for one in answers], "found": [one["found"] for one in answers]}


def _evaluated(
    browser: Browser, address: str, script: str, queries: Sequence[str], *more: str
) -> tuple[list[Any], list[str]]:
    """What a script gives for some queries in a browser that has seen nothing, and what it fetched for it."""
    fetched: list[str] = []

    def note(answer: Response) -> None:
        fetched.append(answer.url)

    with browser.new_context() as context:
        page = context.new_page()
        page.goto(f"{address}ask.html")
        context.on("response", note)
        return page.evaluate(script, [list(queries), *more]), fetched


def _size(site: Path, url: str) -> int:
    """Compressed bytes of a fetched file; Pagefind's are compressed already."""
    content = (site / url.split("/", 3)[3].partition("?")[0]).read_bytes()
    return min(len(content), packed(content))
