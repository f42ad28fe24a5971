"""How well the search answers graded queries, in a real browser with the page's own modules.

`python -m tests.measure.search` prints the figures and the misses of what is worked on; of what is only
scored only the figures. With `--raise` it lifts the committed floors in `search.json`. nDCG@10 counts a clause of grade g as
2^g-1; success at 1 asks for any useful clause first, success at 3 for one that answers among three; told: how many
queries without an answer are told so.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page

from clauseway.pipeline import compare, gather
from clauseway.publish import write
from clauseway.search import search_files
from tests.browsing import chromium, serving
from tests.measure.search_schools import OF_SAMPLES, QUERIES, assemble

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("search.json")
DAY = "2026-09-01"
SCORED_ONLY = ("held", "unseen", "many_held", "later")
HALF_SCORED = ("fresh", "newest")
FIGURES = ("nDCG@10", "success@1", "success@3", "told")

# The search as the page does it, without what it shows.
_ASK = """async ([queries, day]) => {
  const { find, Texts } = await import("/js/search/find.js");
  const { grouped } = await import("/js/search/answer.js");
  const { Source } = await import("/js/search/load.js");
  const { readState } = await import("/js/search/state.js");
  const source = new Source(new URL("/search/", location.href));
  const answers = [];
  for (const query of queries) {
    const texts = new Texts(source);
    const found = await find(readState("?" + new URLSearchParams({ q: query })), source, texts, day);
    const shown = grouped(found.clauses.filter((clause) => texts.of(clause))).flat().flatMap((group) => group.clauses);
    answers.push(shown.slice(0, 10).map((clause) => {
      const shard = found.library.schools.get(clause.school);
      return `${clause.school}/${shard.policies[clause.policy][0]}#${texts.of(clause).anchor}`;
    }));
  }
  return answers;
}"""

Query = Mapping[str, Any]


def queries(split: str) -> list[Query]:
    """The labelled queries of a split."""
    found: list[Query] = yaml.safe_load(QUERIES[split].read_text(encoding="utf-8"))["queries"]
    return found


def answers(browser: Browser, split: str, asked: Sequence[Query]) -> list[list[str]]:
    """The ids of the first ten clauses that the search shows for each query."""
    with _site(split) as address, browser.new_context() as context:
        page: Page = context.new_page()
        page.goto(address)
        found: list[list[str]] = page.evaluate(_ASK, [[query["query"] for query in asked], DAY])
        return found


@contextmanager
def _site(split: str) -> Iterator[str]:
    """The address of all that the search needs of the schools that are asked about, without their pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        policies = ROOT / "policies" if split in OF_SAMPLES else assemble(folder / "policies")
        collection = compare(gather(policies, 1, lambda *_: None))
        write(search_files(collection), folder / "site")
        shutil.copytree(ROOT / "overrides" / "js", folder / "site" / "js")
        (folder / "site" / "index.html").write_text("<!doctype html><title>Search</title>", encoding="utf-8")
        with serving(folder / "site") as address:
            yield address


def gain(grades: Sequence[int]) -> float:
    """The discounted gain of clauses in their order."""
    return math.fsum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def ndcg(query: Query, found: Sequence[str]) -> float:
    """How near an answer comes to the best there is, from 0 to 1."""
    relevant = query["relevant"]
    best = gain(sorted(relevant.values(), reverse=True)[:10])
    return gain([relevant.get(one, 0) for one in found[:10]]) / best


def figures(asked: Sequence[Query], found: Sequence[Sequence[str]]) -> dict[str, float]:
    """The figures over some queries, by name."""
    pairs = list(zip(asked, found, strict=True))
    answered = [(query, some) for query, some in pairs if query["relevant"]]
    unanswered = [some for query, some in pairs if not query["relevant"]]
    first = [bool(some) and some[0] in query["relevant"] for query, some in answered]
    third = [any(query["relevant"].get(one) == 2 for one in some[:3]) for query, some in answered]
    values = (
        math.fsum(ndcg(query, some) for query, some in answered) / len(answered),
        sum(first) / len(first),
        sum(third) / len(third),
        sum(not some for some in unanswered) / len(unanswered),
    )
    return dict(zip(FIGURES, (round(value, 4) for value in values), strict=True))


def by_kind(asked: Sequence[Query], found: Sequence[Sequence[str]]) -> dict[str, float]:
    """nDCG@10 by kind of query."""
    kinds: dict[str, list[float]] = {}
    for query, some in zip(asked, found, strict=True):
        if query["relevant"]:
            kinds.setdefault(query["kind"], []).append(ndcg(query, some))
    return {kind: math.fsum(values) / len(values) for kind, values in sorted(kinds.items())}


def _misses(asked: Sequence[Query], found: Sequence[Sequence[str]]) -> Iterator[str]:
    for query, some in zip(asked, found, strict=True):
        if not query["relevant"] and some:
            yield f"{query['id']} {query['query']!r}: answered, and nothing answers it"
        elif query["relevant"] and ndcg(query, some) < 0.5:
            yield f"{query['id']} {ndcg(query, some):.2f} {query['query']!r}: {[query['relevant'].get(one, 0) for one in some]}"


def _account(
    split: str, asked: Sequence[Query], found: Sequence[Sequence[str]], now: Mapping[str, float]
) -> Iterator[str]:
    yield f"{split}: " + ", ".join(f"{name} {value:.3f}" for name, value in now.items()) + "\n"
    yield "  " + ", ".join(f"{kind} {value:.2f}" for kind, value in by_kind(asked, found).items()) + "\n"
    open_to_all = [(query, some) for query, some in zip(asked, found, strict=True) if _opened(split, query)]
    yield from (
        f"  {line}\n" for line in _misses([query for query, _ in open_to_all], [some for _, some in open_to_all])
    )


def _opened(split: str, query: Query) -> bool:
    """Whether a query is for working on the search; those of even number are only scored where half of them are."""
    if split in SCORED_ONLY:
        return False
    return split not in HALF_SCORED or int(re.sub(r"\D", "", query["id"])) % 2 == 1


def _down(value: float) -> float:
    """A figure rounded down to hundredths: what a single clause moves is no fall."""
    return math.floor(value * 100) / 100


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.measure.search", description=__doc__)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift the committed floors")
    lift = parser.parse_args().lift
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    with chromium() as browser:
        for split in QUERIES:
            asked = queries(split)
            found = answers(browser, split, asked)
            now = figures(asked, found)
            sys.stdout.writelines(_account(split, asked, found, now))
            floors[split] = {
                name: max(_down(value), floors.get(split, {}).get(name, 0.0)) for name, value in now.items()
            }
    if lift:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
