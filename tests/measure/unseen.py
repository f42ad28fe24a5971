"""How well clauses are related in documents of schools and kinds that no matter was written from.

`tests/labels/related` holds short policies of several schools, a file for each kind of policy, made up before anybody
looked at the catalogue for them. Behind each clause stands in `<<…>>` which groups it belongs to, `group/stance`:
clauses of one group rule on the same matter, with another stance they differ, `.` is the usual stance. Lines that begin
with `~~` name groups that are near one another; `across.txt` does both for groups of different kinds.

`more` is a further set in nine kinds, by four other schools; patterns were added with its misses in view.

`python -m tests.measure.unseen` prints the figures of all sets; `-v` lists the misses of the half `dev`, `--raise`
lifts the floors in `unseen.json`. Of the half `held` only figures are shown, so that nobody tunes on it.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, combinations
from pathlib import Path

import msgspec

from clauseway.model import Collection, Related, Relation, Role
from clauseway.pipeline import compare, gather
from tests.measure.reading import plain

FOLDER = Path(__file__).parents[1] / "labels" / "related"
FLOORS = Path(__file__).with_name("unseen.json")
HALVES = {
    "dev": ("behaviour", "charging", "complaints", "data-protection", "online-safety", "phones"),
    "more": tuple(
        f"more-{kind}"
        for kind in (
            *("attendance", "behaviour", "complaints", "conduct", "data"),
            *("remote", "safeguarding", "send", "uniform"),
        )
    ),
    "held": ("anti-bullying", "attendance", "safeguarding", "send", "staff-conduct", "uniform"),
}
Pair = tuple[str, str]
_TAGS = re.compile(r"\s*<<(.*?)>>\s*$")


class Labelled(msgspec.Struct, frozen=True):
    """A clause with the groups it belongs to."""

    school: str
    kind: str
    text: str
    groups: Mapping[str, str]
    """Stance by group, the group as `kind.group`."""


def ordered(a: str, b: str) -> Pair:
    return (a, b) if a < b else (b, a)


@cache
def documents(half: str) -> dict[Pair, list[str]]:
    """The lines of each policy by school and kind, tags included; the first is the title."""
    found: dict[Pair, list[str]] = {}
    for kind in HALVES[half]:
        for part in (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").split("=== ")[1:]:
            head, *lines = part.split("\n")
            school, title = head.split(" | ")
            found[school, kind] = [f"# {title}", *(line for line in lines if line and not line.startswith("~~"))]
    return found


def write_documents(half: str, folder: Path) -> None:
    """The policies as schools would give them, without tags."""
    for (school, kind), lines in documents(half).items():
        bare = [_TAGS.sub("", line) for line in lines]
        marked = [f"#{line}" if place and line.startswith("# ") else line for place, line in enumerate(bare)]
        text = "".join(
            f"{line}\n" if line.startswith("- ") and after.startswith("- ") else f"{line}\n\n"
            for line, after in zip(marked, [*marked[1:], ""], strict=True)
        )
        file = folder / school / f"{kind}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


@cache
def labels(half: str) -> dict[str, Labelled]:
    """The labelled clauses, by `school/kind/place`."""
    found = {}
    for (school, kind), lines in documents(half).items():
        for place, line in enumerate(lines):
            tags = _TAGS.search(line)
            if tags:
                text = re.sub(r"^(?:- |[\d.]+\.? )", "", _TAGS.sub("", line))
                groups = dict(tag.strip().split("/") for tag in tags[1].split(";"))
                found[f"{school}/{kind}/{place}"] = Labelled(
                    school, kind, text, {f"{kind}.{group}": stance for group, stance in groups.items()}
                )
    return found


@cache
def _links() -> tuple[dict[str, str], set[Pair]]:
    """The name of each group that goes by another's, and the pairs of groups that are near."""
    same: dict[str, str] = {}
    near: set[Pair] = set()
    for kind in chain.from_iterable(HALVES.values()):
        for line in (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
            if line.startswith("~~"):
                near |= {ordered(*pair) for pair in combinations([f"{kind}.{one}" for one in line.split()[1:]], 2)}
    for line in (FOLDER / "across.txt").read_text(encoding="utf-8").splitlines()[1:]:
        first, *rest = line.replace("==", " ").replace("~~", " ").split()
        if "==" in line:
            same |= dict.fromkeys(rest, first)
        else:
            near |= {ordered(first, other) for other in rest}
    return same, near


@cache
def pairs(half: str) -> dict[Pair, str]:
    """What each pair of clauses of different schools is: `same`, `differs` or `topic`."""
    same, near = _links()
    found = {}
    known = {
        name: {same.get(group, group): stance for group, stance in one.groups.items()}
        for name, one in labels(half).items()
    }
    for (a, mine), (b, theirs) in combinations(known.items(), 2):
        if labels(half)[a].school == labels(half)[b].school:
            continue
        shared = mine.keys() & theirs.keys()
        if shared:
            found[ordered(a, b)] = "differs" if any(mine[one] != theirs[one] for one in shared) else "same"
        elif any(ordered(one, other) in near for one in labels(half)[a].groups for other in labels(half)[b].groups):
            found[ordered(a, b)] = "topic"
    return found


@cache
def collection(half: str) -> Collection:
    with tempfile.TemporaryDirectory() as folder:
        write_documents(half, Path(folder))
        return compare(gather(Path(folder), 1, lambda *_: None))


def names(half: str) -> dict[str, str]:
    """The label of each clause that was found as it is labelled, by its id on the site."""
    by_text = {(one.school, plain(one.text)): name for name, one in labels(half).items()}
    found = {}
    for policy in collection(half).policies:
        for piece, anchor in zip(policy.pieces, policy.ids, strict=True):
            name = by_text.get((policy.school, plain(piece.text))) if piece.role is Role.CLAUSE else None
            if name:
                found[f"{policy.school}/{policy.slug}#{anchor}"] = name
    return found


def related(half: str) -> list[tuple[str, str, Related]]:
    """Related clauses of different schools by their labels, the best of each clause first."""
    name = names(half)
    return [
        (name[clause], name[one.clause], one)
        for clause, some in collection(half).relations.items()
        for one in some
        if clause in name and one.clause in name and clause.split("/")[0] != one.clause.split("/")[0]
    ]


def figures(half: str) -> dict[str, float]:
    wanted = pairs(half)
    same = {pair for pair, relation in wanted.items() if relation != "topic"}
    strong: dict[Pair, Relation] = {}
    first: dict[str, Pair] = {}
    weak: set[Pair] = set()
    for a, b, one in related(half):
        weak.add(ordered(a, b))
        if one.relation is not Relation.TOPIC:
            strong[ordered(a, b)] = one.relation
            first.setdefault(a, ordered(a, b))
    linked = {name for pair in same for name in pair}
    differs = {pair for pair, relation in wanted.items() if relation == "differs"}
    said = {pair for pair, relation in strong.items() if relation is Relation.DIFFERS} & same
    precision, recall = len(same & set(strong)) / max(len(strong), 1), len(same & set(strong)) / max(len(same), 1)
    return {
        "pairs": len(same),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "F1": round(2 * precision * recall / max(precision + recall, 1e-9), 4),
        "first link right": round(sum(first.get(name) in same for name in linked) / max(len(linked), 1), 4),
        "first of linked": round(
            sum(first[n] in same for n in linked if n in first) / max(sum(n in first for n in linked), 1), 4
        ),
        "with see-also precision": round(len(weak & wanted.keys()) / max(len(weak), 1), 4),
        "differs precision": round(len(said & differs) / max(len(said), 1), 4),
        "differs recall": round(len(said & differs) / max(len(differs), 1), 4),
    }


def _matters(half: str) -> dict[str, list[str]]:
    name = names(half)
    return {
        name[f"{policy.school}/{policy.slug}#{anchor}"]: [f"{fit.slug} {fit.score}" for fit in found.matters]
        for policy in collection(half).policies
        for anchor, found in zip(policy.ids, policy.findings, strict=True)
        if found and f"{policy.school}/{policy.slug}#{anchor}" in name
    }


def misses(half: str) -> Iterator[str]:
    wanted, known, matters = pairs(half), labels(half), _matters(half)
    found = {ordered(a, b): one for a, b, one in related(half)}

    def shown(name: str) -> str:
        return f"    {name} {known[name].text[:140]} {matters.get(name, 'NOT READ')}"

    for pair, relation in wanted.items():
        if relation != "topic" and (pair not in found or found[pair].relation is Relation.TOPIC):
            yield "\n".join((f"missed {relation}", *map(shown, pair)))
    for pair, one in found.items():
        said = one.relation.value.replace("same_wording", "same")
        if wanted.get(pair, "") not in ("same", "differs"):
            yield "\n".join((f"wrong {said} {wanted.get(pair, '')} {one.matter} {one.score}", *map(shown, pair)))
        elif said != wanted[pair]:
            yield "\n".join((f"{said} is {wanted[pair]}: {one.why}", *map(shown, pair)))


def silent(half: str) -> Iterator[str]:
    """Clauses without a matter that others of their group exist for."""
    wanted, matters = pairs(half), _matters(half)
    count: dict[str, int] = defaultdict(int)
    for pair, relation in wanted.items():
        for name in pair:
            count[name] += relation != "topic"
    for name, number in count.items():
        if number and not matters.get(name):
            yield f"silent ({number}) {name} {labels(half)[name].text}"


def main(arguments: Sequence[str]) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for half in HALVES:
        now = figures(half)
        sys.stdout.write(f"{half:5} {now}\n")
        # Of pairs that differ only recall is kept: the stances name the plain contradictions, not every difference.
        kept = {name: value for name, value in now.items() if name not in ("pairs", "differs precision")}
        floors[half] = {name: max(value, floors.get(half, {}).get(name, 0.0)) for name, value in kept.items()}
    if "-v" in arguments:
        sys.stdout.writelines(f"{line}\n" for line in (*silent("dev"), *misses("dev")))
    if "--raise" in arguments:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
