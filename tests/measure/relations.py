"""How well clauses of different schools are related, against pairs that two people labelled apart.

`python -m tests.measure.relations` prints the figures on the seeds, also with each school left out in turn, and the
misses; with `--raise` it lifts the committed floors in `relations.json`. Precision counts a pair as right that at least
one person called the same matter, recall asks for those that both did; two people agree at F1 0.906.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from clauseway.model import Collection, Related, Relation, Role
from clauseway.pipeline import compare, gather
from tests.measure.reading import plain

TESTS = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("relations.json")
Pair = tuple[str, str]


@cache
def labels() -> tuple[dict[str, dict[str, Any]], list[dict[str, Any]]]:
    """The labelled clauses by id, and the labelled pairs."""
    lines = (TESTS / "labels" / "clauses.jsonl").read_text(encoding="utf-8").splitlines()
    pairs = (TESTS / "labels" / "links.jsonl").read_text(encoding="utf-8").splitlines()
    clauses = [json.loads(line) for line in lines]
    return {clause["id"]: clause for clause in clauses}, [json.loads(pair) for pair in pairs]


@cache
def seeds() -> Collection:
    return compare(gather(TESTS.parent / "policies", 1, lambda *_: None))


def names(collection: Collection) -> dict[str, str]:
    """The label of each clause that was found as it is labelled, by its id on the site."""
    clauses, _ = labels()
    by_text = {(plain(one["text"]), plain(one["lead_in"])): label for label, one in clauses.items()}
    found = {}
    for policy in collection.policies:
        for piece, anchor in zip(policy.pieces, policy.ids, strict=True):
            if piece.role is Role.CLAUSE:
                label = by_text.get((plain(piece.text), plain(" ".join(piece.lead_ins))))
                if label:
                    found[f"{policy.school}/{policy.slug}#{anchor}"] = label
    return found


def related(collection: Collection) -> Iterator[tuple[str, str, Related]]:
    """Related clauses of different schools by their labels, the best of each clause first."""
    label = names(collection)
    for clause, some in collection.relations.items():
        for one in some:
            a, b = label.get(clause), label.get(one.clause)
            if a and b and clause.split("/")[0] != one.clause.split("/")[0]:
                yield a, b, one


def ordered(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


def figures(some: Sequence[tuple[str, str, Related]], without: str = "") -> dict[str, float]:
    """The figures, on all labelled pairs or on those that have a clause of the school `without`."""
    _, pairs = labels()
    asked = [pair for pair in pairs if not without or any(pair[end].startswith(without) for end in "ab")]
    some = [one for one in some if not without or any(name.startswith(without) for name in one[:2])]
    strict = {(p["a"], p["b"]) for p in asked if min(p["votes"]) == 2}
    loose = {(p["a"], p["b"]) for p in asked if max(p["votes"]) == 2}
    strong: dict[Pair, Relation] = {}
    first: dict[str, Pair] = {}
    for a, b, one in some:
        if one.relation is not Relation.TOPIC:
            strong[ordered(a, b)] = one.relation
            first.setdefault(a, ordered(a, b))
    precision, recall = len(loose & set(strong)) / max(len(strong), 1), len(strict & set(strong)) / max(len(strict), 1)
    linked = {name for pair in strict for name in pair}
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "F1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
        "first link right": round(sum(first.get(name) in loose for name in linked) / max(len(linked), 1), 4),
        **_differing(asked, strict, strong),
    }


def _differing(
    asked: Sequence[Mapping[str, Any]], strict: set[Pair], strong: Mapping[Pair, Relation]
) -> dict[str, float]:
    sure = {(p["a"], p["b"]) for p in asked if min(p["votes"]) == 2 and set(p["relations"]) == {"differs"}}
    maybe = {(p["a"], p["b"]) for p in asked if min(p["votes"]) == 2 and "differs" in p["relations"]}
    said = {pair for pair, relation in strong.items() if relation is Relation.DIFFERS} & strict
    return {
        "differs precision": round(len(said & maybe) / max(len(said), 1), 4),
        "differs recall": round(len(said & sure) / max(len(sure), 1), 4),
    }


def misses(some: Sequence[tuple[str, str, Related]]) -> Iterator[str]:
    clauses, pairs = labels()
    text = {label: f"[{one['lead_in'] or ''}] {one['text']}"[:150] for label, one in clauses.items()}
    found = {ordered(a, b): one for a, b, one in some}
    for pair in pairs:
        key = (pair["a"], pair["b"])
        if min(pair["votes"]) == 2 and key not in found:
            yield f"missed {key}\n    {text[key[0]]}\n    {text[key[1]]}"
    same = {(p["a"], p["b"]): p for p in pairs if max(p["votes"]) == 2}
    for key, one in found.items():
        if key not in same:
            yield f"wrong {key} {one.matter} {one.score}\n    {text[key[0]]}\n    {text[key[1]]}"
        elif min(same[key]["votes"]) == 2 and (one.relation is Relation.DIFFERS) != (
            "differs" in same[key]["relations"]
        ):
            yield f"{one.relation.value} {key} labelled {same[key]['relations']}: {one.why}\n    {text[key[0]]}\n    {text[key[1]]}"


def main() -> None:
    some = list(related(seeds()))
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for line in misses(some) if "-v" in sys.argv else ():
        sys.stdout.write(f"{line}\n")
    for school in ("", "st-lawrence", "cameley", "sharp-lane", "whitchurch", "knowsley-central"):
        sys.stdout.write(f"{school or 'all':18} {figures(some, school)}\n")
    if "--raise" in sys.argv:
        now = figures(some)
        FLOORS.write_text(json.dumps({k: max(v, floors.get(k, 0.0)) for k, v in now.items()}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
