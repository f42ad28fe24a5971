"""Which matters are found in the labelled documents, and how well clauses of different schools are matched by them.

`python -m tests.measure.matters` prints the figures on the seeds' pairs, then whatever is asked for:
`--topic SLUG` lists what each matter of a topic is given to in the seeds and the `dev-` documents;
`--missed` and `--wrong` list the pairs; `--silent WORD` lists clauses with a word that have no matter.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from clauseway.describe.findings import ClauseContext
from clauseway.describe.matters import find_matters, near_matters
from clauseway.model import Audience, MatterFit
from clauseway.vocabulary.catalogue import Topic, matters, topics
from tests.measure.tagging import Labelled, labelled

TESTS = Path(__file__).parents[1]
SETS = ("seeds", "dev", "dev-rich")


def shown(context: ClauseContext) -> str:
    stem = f"[{' '.join(context.lead_ins)}] " if context.lead_ins else ""
    return f"{stem}{context.text}"[:170]


def found_in(which: str) -> Iterator[tuple[Labelled, tuple[MatterFit, ...]]]:
    """The clauses of a set with their matters; labels tell whom they bind, so that only the matters are at fault."""
    for one in labelled(which):
        yield one, matters_of(one.context, [Audience(name) for name in sorted(one.audiences)])


def matters_of(context: ClauseContext, audiences: Sequence[Audience]) -> tuple[MatterFit, ...]:
    """The matters of a clause that stands alone: nothing is known of what its policy is about as a whole."""
    return find_matters(context, audiences, near_matters(context))


def pairs() -> list[dict[str, Any]]:
    lines = (TESTS / "labels" / "links.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def figures(chosen: dict[str, tuple[MatterFit, ...]]) -> dict[str, Any]:
    """Pairs of clauses of different schools that share a matter, against the pairs that people matched."""
    strict = {(p["a"], p["b"]) for p in pairs() if min(p["votes"]) == 2}
    loose = {(p["a"], p["b"]) for p in pairs() if max(p["votes"]) == 2}
    by_matter = defaultdict(set)
    for clause, found in chosen.items():
        for one in found:
            by_matter[one.slug].add(clause)
    shared = {
        pair
        for clauses in by_matter.values()
        for pair in combinations(sorted(clauses), 2)
        if school(pair[0]) != school(pair[1])
    }
    precision, recall = len(shared & loose) / max(len(shared), 1), len(shared & strict) / max(len(strict), 1)
    return {
        "pairs": len(shared),
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "F1": round(2 * precision * recall / max(precision + recall, 1e-9), 3),
        "missed": sorted(strict - shared),
        "wrong": sorted(shared - loose),
    }


def school(clause: str) -> str:
    return clause.rsplit("-", 1)[0].removesuffix("-parents").removesuffix("-staff")


Everything = dict[str, list[tuple[Labelled, tuple[MatterFit, ...]]]]


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--topic", default="")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--silent", default="")
    asked = parser.parse_args(arguments)
    everything = {which: list(found_in(which)) for which in SETS}
    lines = [
        *summary(everything),
        *(line for name in ("missed", "wrong") if getattr(asked, name) for line in pairs_named(everything, name)),
        *(line for topic in topics() if topic.slug == asked.topic for line in given(topic, everything)),
        *(silent(asked.silent.lower(), everything) if asked.silent else ()),
        *(f"!! {line}" for line in examples()),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def seeds(everything: Everything) -> dict[str, tuple[MatterFit, ...]]:
    return {one.id: some for one, some in everything["seeds"]}


def summary(everything: Everything) -> Iterator[str]:
    result = figures(seeds(everything))
    yield str({name: value for name, value in result.items() if name not in ("missed", "wrong")})
    for which, found in everything.items():
        share = sum(bool(some) for _, some in found) / max(len(found), 1)
        yield f"{which}: {share:.0%} of {len(found)} clauses have a matter"


def pairs_named(everything: Everything, name: str) -> Iterator[str]:
    text = {one.id: shown(one.context) for one, _ in everything["seeds"]}
    found = seeds(everything)
    for a, b in figures(found)[name]:
        both = [[one.slug for one in found[clause]] for clause in (a, b)]
        yield f"{name} {a} {both[0]} ~ {b} {both[1]}\n    {text[a]}\n    {text[b]}"


def given(topic: Topic, everything: Everything) -> Iterator[str]:
    for matter in topic.matters:
        yield f"\n== {matter.slug}: {matter.title}"
        for one, some in (pair for found in everything.values() for pair in found):
            for fit in some:
                if fit.slug == matter.slug:
                    yield f"  {fit.score:.2f} {one.id} {shown(one.context)} {list(fit.words)}"


def silent(word: str, everything: Everything) -> Iterator[str]:
    for one, some in (pair for found in everything.values() for pair in found):
        if not some and word in f"{shown(one.context)} {' '.join(one.context.section_path)}".lower():
            yield f"  {one.id} {one.context.section_path[-1:]} {shown(one.context)}"


def examples() -> Iterator[str]:
    """Examples that do not get their own matter, and counter-examples that do: what the tests forbid."""
    for matter in matters().values():
        for example in matter.examples:
            found = [one.slug for one in matters_of(ClauseContext(example), matter.binds)]
            if matter.slug not in found:
                yield f"{matter.slug}: example gets {found}: {example}"
        for example in matter.counter:
            found = [one.slug for one in matters_of(ClauseContext(example), matter.binds)]
            if found[:1] == [matter.slug]:
                yield f"{matter.slug}: counter-example gets it: {example}"


if __name__ == "__main__":
    main(sys.argv[1:])
