"""How well references are found in the seeds, whether the links made are right, and what is called out of date.

`python -m tests.measure.references` prints the figures and the misses; with `--raise` it lifts the committed floors in
`references.json`. *found* asks for the labelled references that name or describe something in words; those that only
imply a law or document (`implicit`) are in *found with implied* too. *links right* is over every link of the seeds and
the `dev-` cases that somebody judged, one by one, in `tests/labels/reference_links.jsonl`: in these documents a link that
nobody judged counts as wrong; of the others the links are only listed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from clauseway.describe.references import mentions_in
from clauseway.document import found_at, understand
from clauseway.model import Certainty, Outcome, Policy, Reference, School
from clauseway.pipeline import gather
from clauseway.relate import resolve
from clauseway.settings import read_school
from tests.measure.reading import GROUPS, folders, plain

TESTS = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("references.json")
JUDGED = TESTS / "labels" / "reference_links.jsonl"
TODAY = date(2026, 11, 30)
TYPES = {
    "internal-section": {"section"},
    "own-policy": {"policy"},
    "law": {"law"},
    "national-guidance": {"guidance"},
    "body": {"body"},
    "external-section": {"section-elsewhere"},
    "local-authority-policy": {"policy-elsewhere", "policy"},
    "role-term": {"term"},
    "other-document": {"guidance", "policy"},
}
"""What a reference may be found as, by the type of its label."""


@cache
def labels() -> list[dict[str, Any]]:
    return _lines(TESTS / "labels" / "references.jsonl")


@cache
def clauses() -> dict[str, dict[str, Any]]:
    return {one["id"]: one for one in _lines(TESTS / "labels" / "clauses.jsonl")}


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def is_found(label: Mapping[str, Any]) -> bool:
    """Whether a mention of a type that fits holds the labelled words, or is held by them."""
    clause, wanted = clauses()[label["clause"]], plain(label["words"])
    for text in (clause["text"], clause["lead_in"] or ""):
        if wanted in plain(text):
            found = ((plain(one.words), one.type) for one in mentions_in(text))
            if any((words in wanted or wanted in words) and kind in TYPES[label["type"]] for words, kind in found):
                return True
    return False


def policies() -> Iterator[tuple[str, School, Sequence[Policy]]]:
    """The seeds by school, and the `dev-` cases, each as a school of its own."""
    collection = gather(TESTS.parent / "policies", 1, lambda *_: None)
    for school in collection.schools:
        yield school.slug, school, [policy for policy in collection.policies if policy.school == school.slug]
    for which in ("dev", *(f"dev-{group}" for group in GROUPS)):
        for folder in folders(which):
            source = next(path for path in folder.glob("source.*") if path.suffix != ".yml")
            school = School(folder.name, folder.name)
            if (folder / "school.yml").exists():
                school = read_school(folder, folder.parent)[0]
            found = understand(found_at(source), school, TESTS / "cases").policies
            yield folder.name, school, [msgspec.structs.replace(p, slug=f"p{n}") for n, p in enumerate(found, 1)]


@cache
def references() -> list[tuple[str, Policy, Reference]]:
    return [
        (name, policy, one)
        for name, school, some in policies()
        for policy in some
        for found in resolve([school], some, TODAY)[f"{policy.school}/{policy.slug}"]
        for one in found
    ]


def links() -> Iterator[tuple[str, str, str]]:
    """Every link made: the document, the words, and what they lead to."""
    for name, policy, one in references():
        if one.outcome is Outcome.FOUND:
            yield name, one.mention.words, _target(policy, one)


def _target(policy: Policy, one: Reference) -> str:
    if one.piece is not None:
        piece = policy.pieces[one.piece]
        return f"{piece.number} {piece.text}".strip()[:60]
    return one.entry or one.policy.partition("/")[2]


def stale() -> list[tuple[str, str, Certainty]]:
    """What is called out of date in the seeds."""
    schools = {clause["school"] for clause in clauses().values()}
    return [
        (name, one.mention.words, one.stale.certainty) for name, _, one in references() if one.stale and name in schools
    ]


def figures() -> dict[str, float]:
    said = [label for label in labels() if "implicit" not in label]
    judged = {(one["document"], one["words"], one["target"]) for one in _lines(JUDGED) if one["right"]}
    looked_at = {one["document"] for one in _lines(JUDGED)}
    made = [link for link in links() if link[0] in looked_at]
    wanted = [plain(label["words"]) for label in labels() if label.get("stale")]
    told = [plain(words) for _, words, _ in stale()]
    return {
        "found": round(sum(map(is_found, said)) / len(said), 4),
        "found with implied": round(sum(map(is_found, labels())) / len(labels()), 4),
        "links right": round(sum(link in judged for link in made) / len(made), 4),
        "stale found": round(sum(any(one in w or w in one for one in told) for w in wanted) / len(wanted), 4),
        "stale right": round(sum(any(one in w or w in one for w in wanted) for one in told) / len(told), 4),
    }


def misses() -> Iterator[str]:
    judged = {(one["document"], one["words"], one["target"]): one["right"] for one in _lines(JUDGED)}
    for label in labels():
        if not is_found(label):
            yield f"missed {label['id']} {label['type']}{' (implied)' if 'implicit' in label else ''}: {label['words']}"
    for link in links():
        if not judged.get(link):
            yield f"{'wrong' if link in judged else 'not judged'} {link}"


def main() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    now = figures()
    for line in misses():
        sys.stdout.write(f"  {line}\n")
    sys.stdout.write(f"{len(list(links()))} links, {len(references())} references: {now}\n")
    if "--raise" in sys.argv:
        FLOORS.write_text(json.dumps({k: max(v, floors.get(k, 0.0)) for k, v in now.items()}, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    main()
