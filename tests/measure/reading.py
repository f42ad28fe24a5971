"""How well documents are read: clauses, numbers, stems and metadata against labels.

`python -m tests.measure.reading` prints the figures and every miss of the seeds and the `dev-` cases (of the
`held-` cases only figures, so that nobody tunes on them); with `--raise` it lifts the committed floors in
`reading.json` to what is reached. The floors are asserted by `test_floors.py`.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from clauseway.document import found_at, understand
from clauseway.model import Policy, Role, School
from clauseway.settings import read_school
from clauseway.words import words

TESTS = Path(__file__).parents[1]
FLOORS = Path(__file__).with_name("reading.json")
FORMATS = ("word", "pdf", "odt", "html")
GROUPS = ("voice", "model", "terse", "kinds", "mixed", "plain", "formal", *FORMATS)
NOT_HELD = frozenset({"model", "terse", "kinds"})
SETS = (
    *("seeds", "dev", "held"),
    *(f"dev-{group}" for group in GROUPS),
    *(f"held-{group}" for group in GROUPS if group not in NOT_HELD),
)
"""`dev` and `held` are text and Markdown cases; the others bear their format in their name, or the voice in which
they are written: `voice` stands for many voices, `model` for what councils and publishers provide, `terse` for short
sentences in the present tense, `kinds` for many kinds of policy with as many ways to grant and deny, `mixed` for
tables, procedures that are told, and questions with answers, `plain` for what ordinary schools publish, `formal` for
what councils and trusts write."""
FIELDS = ("title", "kind", "audience", "approved", "approved_by", "reviewed", "review_date", "review_cycle", "owner")
METADATA_CODES = frozenset({"date-missing", "review-date-missing", "dates-out-of-order", "review-cycle-unclear"})
SEEDS = {
    "st-lawrence": ("st-lawrence",),
    "cameley": ("cameley",),
    "sharp-lane": ("sharp-lane-parents", "sharp-lane-staff"),
    "whitchurch": ("whitchurch",),
    "knowsley-central": ("knowsley-central",),
}


@dataclass
class Figures:
    """Counts over some documents; `misses` are for people."""

    counts: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def add(self, name: str, right: bool, miss: str) -> None:
        self.counts[f"{name} right"] += right
        self.counts[f"{name} all"] += 1
        if not right:
            self.misses.append(f"{name}: {miss}")

    def rates(self) -> dict[str, float]:
        c = self.counts
        precision, recall = c["matched"] / max(c["found"], 1), c["matched"] / max(c["labelled"], 1)
        rates = {"boundary F1": 2 * precision * recall / max(precision + recall, 1e-9)}
        names = sorted({key.rsplit(" ", 1)[0] for key in c if key.endswith(" all")})
        rates |= {name: c[f"{name} right"] / c[f"{name} all"] for name in names}
        return {name: round(rate, 4) for name, rate in rates.items()}


def plain(text: str | None) -> str:
    return " ".join(words((text or "").replace("’", "").replace("'", "").lower()))


def measure(which: str) -> Figures:
    """Figures of one set of documents, of those in SETS."""
    figures = Figures()
    for name, policies, expected in _documents(which):
        _score(figures, name, policies, expected)
    return figures


def _documents(which: str) -> Iterator[tuple[str, Sequence[Policy], dict[str, Any]]]:
    if which == "seeds":
        yield from _seeds()
        return
    for folder in folders(which):
        source = next(path for path in folder.glob("source.*") if path.suffix != ".yml")
        understood = understand(found_at(source), _school(folder), TESTS / "cases")
        yield folder.name, understood.policies, json.loads((folder / "expected.json").read_text(encoding="utf-8"))


def folders(which: str) -> list[Path]:
    """The cases of a set, by name."""
    found = sorted((TESTS / "cases").glob(f"{which}-*"))
    others = tuple(f"{which}-{group}-" for group in GROUPS)
    return [folder for folder in found if "-" in which or not folder.name.startswith(others)]


def _school(folder: Path) -> School:
    return (
        read_school(folder, folder.parent)[0] if (folder / "school.yml").exists() else School(folder.name, folder.name)
    )


def _seeds() -> Iterator[tuple[str, Sequence[Policy], dict[str, Any]]]:
    root = TESTS.parent / "policies"
    clauses = [json.loads(line) for line in (TESTS / "labels/clauses.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = [
        json.loads(line) for line in (TESTS / "labels/documents.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    for document in documents:
        school = document["school"]
        source = next((root / school).glob("*.txt"))
        understood = understand(found_at(source), read_school(root / school, root)[0], root)
        labelled = [
            {**policy, "clauses": [c for c in clauses if c["policy"] == key and c["kind"] != "heading-only"]}
            for policy, key in zip(document["policies"], SEEDS[school], strict=True)
        ]
        yield school, understood.policies, {"policies": labelled, "furniture": []}


def _score(figures: Figures, name: str, policies: Sequence[Policy], expected: dict[str, Any]) -> None:
    figures.add("policies", len(policies) == len(expected["policies"]), f"{name}: {len(policies)} policies found")
    if "problems" in expected:
        codes = {problem.code for policy in policies for problem in policy.problems} & METADATA_CODES
        figures.add(
            "problems", codes == set(expected["problems"]), f"{name}: {sorted(codes)}, expected {expected['problems']}"
        )
    found = [p for policy in policies for p in policy.pieces if p.role is Role.CLAUSE]
    labelled = [c for policy in expected["policies"] for c in policy["clauses"]]
    optional = {plain(c["text"]) for c in labelled if c.get("optional")}
    found = [p for p in found if plain(p.text) not in optional]
    labelled = [c for c in labelled if not c.get("optional")]
    pool = Counter(plain(p.text) for p in found)
    matched = pool & Counter(plain(c["text"]) for c in labelled)
    figures.counts.update(matched=matched.total(), found=len(found), labelled=len(labelled))
    figures.misses += [f"clause: {name}: extra: {p.text[:90]}" for p in found if not matched[plain(p.text)]]
    figures.misses += [f"clause: {name}: missed: {c['text'][:90]}" for c in labelled if not matched[plain(c["text"])]]
    _score_findings(figures, name, found, labelled)
    for text in expected["furniture"]:
        inside = [p for p in found if f" {plain(text)} " in f" {plain(p.text)} " and plain(text)]
        figures.add("furniture outside clauses", not inside, f"{name}: {text[:80]}")
    _score_report(figures, name, policies, expected)
    for policy, label in zip(policies, expected["policies"], strict=False):
        _score_metadata(figures, name, policy, label)


def _score_report(figures: Figures, name: str, policies: Sequence[Policy], expected: dict[str, Any]) -> None:
    """What must appear nowhere, and what must be named: gaps to fill in, people's own addresses and numbers."""
    text = "\n".join(plain(piece.text) for policy in policies for piece in policy.pieces)
    said = "\n".join(plain(problem.message) for policy in policies for problem in policy.problems)
    for lost in expected.get("absent", ()):
        figures.add("absent words", not re.search(rf"\b{re.escape(plain(lost))}\b", text), f"{name}: {lost[:80]}")
    for gap in expected.get("placeholders", ()):
        figures.add("gaps named", plain(gap) in said, f"{name}: {gap[:80]}")


def _score_findings(figures: Figures, name: str, found: Sequence[Any], labelled: Sequence[dict[str, Any]]) -> None:
    by_text: dict[str, list[Any]] = {}
    for piece in found:
        by_text.setdefault(plain(piece.text), []).append(piece)
    for clause in labelled:
        same = by_text.get(plain(clause["text"]))
        if not same:
            continue
        piece = same.pop(0)
        if clause["number"] or piece.number:
            figures.add(
                "number",
                plain(piece.number) == plain(clause["number"]),
                f"{name}: {piece.number!r}: {clause['text'][:60]}",
            )
        lead_in = " ".join(piece.lead_ins)
        if clause["lead_in"] or lead_in:
            ways = {plain(way) for way in (clause["lead_in"], *_alternatives(clause, "lead_in"))}
            figures.add("lead-in", plain(lead_in) in ways, f"{name}: {lead_in!r}: {clause['text'][:60]}")


def _score_metadata(figures: Figures, name: str, policy: Policy, label: dict[str, Any]) -> None:
    metadata = policy.metadata
    for key in FIELDS:
        if key not in label:
            continue
        found, ways = getattr(metadata, key), [label[key], *_alternatives(label, key)]
        if key == "audience":
            right = any(set(found) == set(way or []) for way in ways)
        elif key in ("approved_by", "owner", "title"):
            right = any(plain(way) == plain(found) or (bool(way) and plain(way) in plain(found)) for way in ways)
        else:
            right = (found or None) in ways
        figures.add("metadata", right, f"{name}: {key}: {found!r}, labelled {label[key]!r}")
    if label.get("scope"):
        right = plain(label["scope"])[:100] in plain(" ".join(metadata.scope))
        figures.add("metadata", right, f"{name}: scope: {metadata.scope!r}, labelled {label['scope']!r}")


def _alternatives(label: dict[str, Any], key: str) -> list[Any]:
    other = label.get(f"{key}_alt", [])
    return [other] if key == "audience" else list(other) if isinstance(other, list) else [other]


def main() -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for which in SETS:
        figures = measure(which)
        for miss in [] if which.startswith("held") else figures.misses:
            sys.stdout.write(f"  {miss}\n")
        for rate, value in figures.rates().items():
            before = floors.get(which, {}).get(rate, 0.0)
            sys.stdout.write(f"{which:9} {rate:28} {value:.4f}  ({value - before:+.4f})\n")
            if "--raise" in sys.argv:
                floors.setdefault(which, {})[rate] = max(before, value)
    if "--raise" in sys.argv:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
