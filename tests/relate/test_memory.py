"""Relations with a memory are those without one, and cost what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import msgspec
import pytest

from clauseway.cache import Cache, Remembered
from clauseway.model import Audience, Duty, Kind, MatterFit, Related
from clauseway.relate import Clause, alone, field, pairs, relate, relations
from clauseway.relate.closeness import Known, closeness, lenient_closeness
from clauseway.relate.judging import Judge

TITLES = {name: f"On {name}" for name in ("phones", "kit", "friends", "trips", "aims")}
COMMON = {"aims"}
WORDS = ("use", "phone", "camera", "break", "lessons", "trips", "friends", "parents", "permission", "kit", "shoes")
SCHOOLS = [f"school-{number}" for number in range(6)]


def clause(rng: Random, school: str, number: int) -> Clause:
    """A made-up clause of one of three policies of a school."""
    slugs = rng.sample(sorted(TITLES), 3)
    return Clause(
        f"{school}/p{number % 3}#c-{number}",
        " ".join(rng.choices(WORDS, k=9)),
        rng.choice(list(Duty)),
        frozenset(rng.sample(list(Audience), 2)),
        tuple(MatterFit(slug, rng.choice((0.7, 0.9, 1.0))) for slug in slugs[: rng.randrange(3)]),
        kind=rng.choice((Kind.OTHER, Kind.BEHAVIOUR)),
        near=tuple(MatterFit(slug, rng.random()) for slug in slugs),
    )


def edits(rng: Random, clauses: list[Clause]) -> Iterator[list[Clause]]:
    """The same collection again and again, each time with a few clauses or a school more, fewer, or other."""
    for step in range(14):
        kept = [one for one in clauses if rng.random() > 0.03]
        gone = SCHOOLS[step // 3] if step % 3 == 1 else "none"
        kept = [one for one in kept if one.school != gone]
        there = {one.id for one in kept}
        new = [clause(rng, rng.choice(SCHOOLS), rng.randrange(40)) for _ in range(3)]
        kept += {one.id: one for one in new if one.id not in there}.values()
        clauses = [msgspec.structs.replace(one, duty=Duty.MAY) if rng.random() < 0.02 else one for one in kept]
        yield clauses


@pytest.mark.parametrize("few", [0, 60], ids=["among many policies", "among few policies"])
def test_with_a_memory_the_relations_are_the_same(tmp_path: Path, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(relations, "_FEW_POLICIES", few)
    monkeypatch.setattr(relations, "_AMONG_MANY", field.Bounds(2, 3, 6))
    rng = Random(8)
    clauses = [clause(rng, school, number) for school in SCHOOLS for number in range(30)]
    found = []
    for state in edits(rng, clauses):
        for _ in range(2):
            known = relate(state, TITLES, COMMON, memory=Remembered(Cache(tmp_path)))
            assert known == relate(state, TITLES, COMMON)
        found.append(sum(map(len, known.values())))
    assert min(found) > 100
    assert len(set(found)) > 7


def test_only_what_may_be_otherwise_is_compared_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = Random(9)
    clauses = [clause(rng, school, number) for school in SCHOOLS for number in range(30)]
    compared: list[int] = []

    def noted(way: Callable[[Known, Known], float]) -> Callable[[Known, Known], float]:
        def counted(a: Known, b: Known) -> float:
            compared.append(1)
            return way(a, b)

        return counted

    monkeypatch.setattr(pairs, "closeness", noted(closeness))
    monkeypatch.setattr(alone, "lenient_closeness", noted(lenient_closeness))
    counts = []
    for state in (clauses, clauses, [*clauses, clause(rng, SCHOOLS[0], 50)]):
        compared.clear()
        relate(state, TITLES, COMMON, memory=Remembered(Cache(tmp_path)))
        counts.append(len(compared))
    first, again, with_one_more = counts
    assert again == 0
    assert 0 < with_one_more < first / 4


def test_of_clauses_that_are_alone_only_those_with_others_to_look_at_are_compared_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def noted(one: Known, other: Known) -> float:
        compared.append(one.clause.id)
        return lenient_closeness(one, other)

    def on(matter: str, name: str, words: str) -> Clause:
        return Clause(name, words, Duty.MUST, frozenset(), (), near=(MatterFit(matter, 0.5),))

    monkeypatch.setattr(alone, "lenient_closeness", noted)
    clauses = [
        on("kit", "a/p#1", "Bring shoes."),
        on("trips", "a/p#2", "Bring money."),
        on("kit", "b/p#1", "A cap is worn."),
        on("trips", "b/p#2", "A coach takes them."),
    ]
    found = []
    for state in (clauses, [*clauses, on("kit", "b/p#3", "Ties are striped.")]):
        compared.clear()
        relate(state, TITLES, COMMON, memory=Remembered(Cache(tmp_path)))
        found.append(set(compared))
    assert found == [{"a/p#1", "a/p#2", "b/p#1", "b/p#2"}, {"a/p#1", "b/p#1", "b/p#3"}]


def test_only_clauses_with_others_around_them_are_judged_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = Random(10)
    clauses = [clause(rng, school, number) for school in SCHOOLS for number in range(30)]
    judged: list[str] = []

    def noted(one: Known, other: Known, close: float, closest: float, judge: Judge) -> Related | None:
        judged.append(one.clause.id)
        return way(one, other, close, closest, judge)

    way = relations._related
    monkeypatch.setattr(relations, "_related", noted)
    counts = []
    for state in (clauses, clauses, [*clauses, clause(rng, SCHOOLS[0], 50)]):
        judged.clear()
        relate(state, TITLES, COMMON, memory=Remembered(Cache(tmp_path)))
        counts.append(len(set(judged)))
    first, again, with_one_more = counts
    assert again == 0
    assert 0 < with_one_more < first / 3
