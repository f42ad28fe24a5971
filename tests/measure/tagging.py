"""How well audience and duty are told, clause by clause, against labels.

`python -m tests.measure.tagging` prints the figures, a confusion table of the duties, every miss, and the gains and
losses against the committed figures in `tagging.json`; `--write` commits the present ones. Of the `held` documents
only figures are shown and kept, so that nobody tunes on them. Clauses stand in the labelled structure: what goes wrong
here is the tagging and not the reading.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec
import yaml

from clauseway.describe.audience import find_audiences
from clauseway.describe.definitions import find_groups
from clauseway.describe.duty import find_duty
from clauseway.describe.findings import ClauseContext, contexts
from clauseway.document import found_at, understand
from clauseway.model import Audience, School
from tests.measure.reading import FORMATS, folders, plain

TESTS = Path(__file__).parents[1]
FIGURES = Path(__file__).with_name("tagging.json")
SETS = (
    "seeds",
    "invented",
    "dev",
    "held",
    "dev-rich",
    "held-rich",
    "dev-voice",
    "held-voice",
    "dev-model",
    "dev-terse",
    "dev-kinds",
    "dev-mixed",
    "held-mixed",
    "dev-plain",
    "held-plain",
    "dev-formal",
    "held-formal",
)
OPPOSITE = (
    {"must", "must_not"},
    {"should", "should_not"},
    {"may", "must_not"},
    {"must", "should_not"},
    {"should", "must_not"},
)
_LETTERS = {"s": "staff", "a": "parents", "u": "pupils", "g": "governors"}


class Labelled(msgspec.Struct, frozen=True):
    """A clause with what careful readers say of it."""

    id: str
    document: str
    context: ClauseContext
    addressees: tuple[Audience, ...]
    audiences: frozenset[str]
    duty: str
    audiences_alt: frozenset[str] = frozenset()
    duty_alt: frozenset[str] = frozenset()


class Verdict(msgspec.Struct, frozen=True):
    """How a clause was tagged."""

    label: Labelled
    audiences: frozenset[str]
    duty: str
    why: str

    @property
    def audience_score(self) -> float:
        """Overlap with the labelled audiences, the better of label and alternative."""
        label = self.label
        if label.audiences_alt and label.audiences <= self.audiences <= label.audiences | label.audiences_alt:
            return 1.0
        best = _overlap(label.audiences, self.audiences)
        return max(best, _overlap(label.audiences_alt, self.audiences)) if label.audiences_alt else best

    @property
    def duty_score(self) -> float:
        """1 where the duty is the labelled one, half where it is an alternative."""
        return 1.0 if self.duty == self.label.duty else 0.5 * (self.duty in self.label.duty_alt)

    @property
    def flip(self) -> bool:
        """Whether the duty is turned into its opposite."""
        return {self.duty, self.label.duty} in OPPOSITE and self.duty not in self.label.duty_alt


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def labelled(which: str) -> Iterator[Labelled]:
    """Give the labelled clauses of a set."""
    if which == "seeds":
        yield from _seeds()
    elif which == "invented":
        yield from _invented()
    else:
        for folder in _folders(which):
            yield from _case(folder / "expected.json")


def _folders(which: str) -> list[Path]:
    """The cases of a set; `dev-rich` and `held-rich` are those in other formats than text."""
    if not which.endswith("-rich"):
        return folders(which)
    return [folder for form in FORMATS for folder in folders(f"{which.removesuffix('-rich')}-{form}")]


def _lines(name: str) -> list[dict[str, Any]]:
    text = (TESTS / "labels" / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def _seeds() -> Iterator[Labelled]:
    clauses = [c for c in _lines("clauses.jsonl") if c.get("kind") != "heading-only"]
    policies = {c["file"]: list(dict.fromkeys(d["policy"] for d in clauses if d["file"] == c["file"])) for c in clauses}
    described = {
        policy: stated
        for document in _lines("documents.jsonl")
        for policy, stated in zip(policies[document["document"]], document["policies"], strict=True)
    }
    for c in clauses:
        yield _label(c, c["id"], c["policy"], described[c["policy"]], [c["lead_in"]] if c["lead_in"] else [])


@lru_cache(maxsize=256)
def _tables(folder: Path) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Give the cells and heads of the rows of a document, by their words: labels do not tell where a cell ends."""
    if '"table_heads"' not in (folder / "expected.json").read_text(encoding="utf-8"):
        return {}
    source = next(path for path in folder.glob("source.*") if path.suffix != ".yml")
    read = understand(found_at(source), School(folder.name, folder.name), folder.parent)
    rows = (one for policy in read.policies for one in contexts(policy.pieces, "") if one is not None and one.cells)
    return {plain(one.text): (one.cells, one.heads) for one in rows}


def _case(path: Path) -> Iterator[Labelled]:
    rows = _tables(path.parent)
    for number, policy in enumerate(json.loads(path.read_text(encoding="utf-8"))["policies"]):
        stems = [stem["text"] for stem in policy["lead_ins"]]
        for place, c in enumerate(policy["clauses"]):
            if not c.get("optional") and "duty" in c and "audiences" in c:
                document = f"{path.parent.name}-{number}"
                row = rows.get(plain(c["text"]), ((), ()))
                yield _label(c, f"{document}-{place}", document, policy, _stems(c.get("lead_in") or "", stems), row)


def _stems(joined: str, stems: Sequence[str]) -> list[str]:
    """Part the stems in force that a label joins with spaces."""
    found, rest = [], joined
    while rest:
        stem = max((s for s in stems if rest.startswith(s)), key=len, default=rest)
        found.append(stem)
        rest = rest[len(stem) :].strip()
    return found


def _label(
    c: dict[str, Any],
    name: str,
    document: str,
    policy: dict[str, Any],
    stems: list[str],
    row: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
) -> Labelled:
    above, path, tail = tuple(stems), tuple(c["section_path"]), c.get("tail") or ""
    context = ClauseContext(c["text"], above, path, bool(stems or row[0]), True, policy["title"], tail, *row)
    return Labelled(
        name,
        document,
        context,
        tuple(Audience(a) for a in policy["audience"]),
        frozenset(c["audiences"]),
        c["duty"],
        frozenset(c.get("audiences_alt") or ()),
        frozenset(c.get("duty_alt") or ()),
    )


def _invented() -> Iterator[Labelled]:
    path = TESTS / "describe" / "duty" / "invented.yml"
    for policy in yaml.safe_load(path.read_text(encoding="utf-8")):
        addressees = tuple(Audience(_LETTERS[a]) for a in policy["addressees"].split())
        for place, (heading, stem, text, duty, audiences) in enumerate(policy["clauses"]):
            item = bool(stem) or not text.endswith(".")
            context = ClauseContext(text, (stem,) if stem else (), (heading,), item, True, policy["title"])
            wanted = frozenset(_LETTERS[a] for a in audiences.split())
            yield Labelled(f"{policy['title']}-{place}", policy["title"], context, addressees, wanted, duty)


def verdicts(which: str) -> list[Verdict]:
    """Tag the clauses of a set."""
    documents = defaultdict(list)
    for one in labelled(which):
        documents[one.document].append(one)
    found = []
    for clauses in documents.values():
        groups = find_groups(one.context for one in clauses)
        for one in clauses:
            duty, _, decided = find_duty(one.context)
            audiences, actors = find_audiences(one.context, one.addressees, groups)
            why = "; ".join(f"{e.rule}: {e.words}" for e in (*decided, *actors))
            found.append(Verdict(one, frozenset(a.value for a in audiences), duty.value, why))
    return found


def rates(found: Sequence[Verdict]) -> dict[str, float]:
    """Give the figures of a set."""
    count = len(found)
    return {
        "clauses": count,
        "audience": round(sum(v.audience_score for v in found) / count, 4),
        "duty": round(sum(v.duty_score for v in found) / count, 4),
        "flips": sum(v.flip for v in found),
    }


def scores(found: Sequence[Verdict]) -> dict[str, list[float]]:
    """Give audience and duty of every clause that is not wholly right."""
    wrong = (v for v in found if v.audience_score + v.duty_score < 2)
    return {v.label.id: [round(v.audience_score, 2), v.duty_score] for v in wrong}


def report(which: str, found: Sequence[Verdict], before: dict[str, Any]) -> Iterator[str]:
    """Give the lines of the report on a set: figures, confusion, misses, gains and losses."""
    yield f"== {which}: {rates(found)} (committed: {before.get('rates')})"
    for (label, got), count in sorted(Counter((v.label.duty, v.duty) for v in found if v.duty_score < 1).items()):
        yield f"  {label:>10} taken for {got:<10} {count}"
    if which.startswith("held"):
        return
    for v in found:
        if v.audience_score + v.duty_score < 2:
            wanted = f"{v.label.duty} {sorted(v.label.audiences)}"
            mark = "FLIP" if v.flip else "miss"
            yield f"  {mark} {v.label.id}: {wanted}, got {v.duty} {sorted(v.audiences)} [{v.why}] {v.label.context.text[:90]!r}"
    yield from _changes(scores(found), before.get("scores", {}))


def _changes(now: dict[str, list[float]], before: dict[str, list[float]]) -> Iterator[str]:
    right = [1.0, 1.0]
    for name in sorted(now.keys() | before.keys()):
        was, is_now = before.get(name, right), now.get(name, right)
        if was != is_now:
            yield f"  {'GAIN' if sum(is_now) > sum(was) else 'LOSS'} {name}: audience, duty {was} -> {is_now}"


def committed() -> dict[str, Any]:
    """Give the committed figures."""
    return json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}


def main(arguments: Sequence[str]) -> None:
    """Print the report, and commit the figures where asked to."""
    before, now = committed(), {}
    for which in SETS:
        found = verdicts(which)
        sys.stdout.writelines(f"{line}\n" for line in report(which, found, before.get(which, {})))
        now[which] = {"rates": rates(found)} | ({} if which.startswith("held") else {"scores": scores(found)})
    if "--write" in arguments:
        FIGURES.write_text(json.dumps(now, indent=1, ensure_ascii=False, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
