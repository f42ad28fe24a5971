"""Many schools with many policies, for measuring the search: clauses of the `dev-` documents, shuffled and varied.

They are made as records, not as files: what reading and rendering cost is measured elsewhere. Words are as varied as
in real policies, for a shard of few words, said over and over, would compress as no real one does.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Final

import msgspec

from clauseway.model import Collection, Findings, Metadata, Piece, Policy, Role, School, Source
from clauseway.model.words import Kind
from clauseway.pipeline import gather
from tests.measure.search_schools import CASES, source_of

CLAUSES: Final = 60
"""Clauses of a policy."""
_VARIED = 0.06
"""Share of the longer words that are replaced by another."""
_NAMES = 6
"""Made-up words (of people, places and things) of a policy of its own."""
_SUBJECTS = (
    *("Accessibility", "Admissions", "Anti-Bullying", "Assessment", "Attendance", "Behaviour", "Careers", "CCTV"),
    *(
        "Charging and Remissions",
        "Children Looked After",
        "Collective Worship",
        "Complaints",
        "Computing",
        "Curriculum",
    ),
    *(
        "Data Protection",
        "Early Years",
        "Educational Visits",
        "English",
        "Equality",
        "Exclusion",
        "Finance",
        "Fire Safety",
    ),
    *("First Aid", "Food", "Freedom of Information", "Governors’ Allowances", "Health and Safety", "Homework"),
    *("Intimate Care", "Lettings", "Lone Working", "Marking and Feedback", "Mathematics", "Medicines", "Mental Health"),
    *("Mobile Phones", "Online Safety", "Pay", "Photographs and Video", "Physical Education", "Positive Handling"),
    *("Records", "Relationships Education", "Religious Education", "Safeguarding", "School Uniform", "Science"),
    *("Special Educational Needs", "Staff Conduct", "Transition", "Whistleblowing"),
)
_SOUNDS = (
    "ba",
    "cor",
    "den",
    "el",
    "far",
    "gri",
    "hol",
    "in",
    "jo",
    "ker",
    "lan",
    "mor",
    "ned",
    "os",
    "pel",
    "ru",
    "sta",
    "tor",
    "ul",
    "wy",
)
_WORD = re.compile(r"[a-z]{5,}")

_SOURCE = Source(file="made-up", sha256="", format="text", blocks=(), words=())

Found = tuple[Piece, Findings]


def pool(folder: Path) -> tuple[Found, ...]:
    """The clauses of the `dev-` documents under `tests/cases`; `folder` is written to."""
    home = folder / "policies" / "all"
    home.mkdir(parents=True)
    (home / "school.yml").write_text("name: All\n", encoding="utf-8")
    for case in sorted(CASES.glob("dev-*")):
        source = source_of(case)
        shutil.copyfile(source, home / f"{case.name}{source.suffix}")
    return tuple(
        (piece, findings or Findings())
        for policy in gather(home.parent, 1, lambda *_: None).policies
        for piece, findings in zip(policy.pieces, policy.findings, strict=True)
        if piece.role is Role.CLAUSE
    )


def schools(some: Sequence[Found], number: int, policies: int, seed: int) -> Collection:
    """`number` schools of `policies` policies of `CLAUSES` clauses, the same for the same seed."""
    made = tuple(sorted((_school(index, seed) for index in range(number)), key=lambda school: school.slug))
    vocabulary = sorted({word for piece, _ in some for word in _WORD.findall(piece.text)})
    written = (_policies(school, some, policies, Random(f"{seed}/{school.slug}"), vocabulary) for school in made)
    return Collection(made, tuple(policy for some in written for policy in some))


def _school(index: int, seed: int) -> School:
    rng = Random(f"{seed}/school/{index}")
    name = f"{_invented(rng)} {rng.choice(('Primary School', 'High School', 'Academy', 'Infant School'))}"
    return School(slug=f"{name.lower().replace(' ', '-')}-{index}", name=name)


def _invented(rng: Random) -> str:
    return "".join(rng.choice(_SOUNDS) for _ in range(3)).title()


def _policies(
    school: School, some: Sequence[Found], number: int, rng: Random, vocabulary: Sequence[str]
) -> Iterator[Policy]:
    titles = sorted(
        f"{_SUBJECTS[place % len(_SUBJECTS)]} Policy{' (continued)' * (place // len(_SUBJECTS))}"
        for place in range(number)
    )
    runs = _runs(some, rng)
    for title in titles:
        yield _policy(school, title, [next(runs) for _ in range(CLAUSES)], rng, vocabulary)


def _runs(some: Sequence[Found], rng: Random) -> Iterator[Found]:
    """All clauses in runs of neighbours, in another order each time round, without end."""
    while True:
        starts = list(range(0, len(some), 8))
        rng.shuffle(starts)
        for start in starts:
            yield from some[start : start + 8]


def _policy(school: School, title: str, some: Sequence[Found], rng: Random, vocabulary: Sequence[str]) -> Policy:
    names = [_invented(rng) for _ in range(_NAMES)]
    pieces = tuple(
        msgspec.structs.replace(
            piece, text=_varied(piece.text, names, rng, vocabulary), number=f"{1 + place // 8}.{1 + place % 8}"
        )
        for place, (piece, _) in enumerate(some)
    )
    metadata = Metadata(
        title=title, kind=rng.choice(list(Kind)), review_date=f"{rng.randint(2024, 2029)}-0{rng.randint(1, 9)}"
    )
    ids = tuple(f"c-{piece.number.replace('.', '-')}" for piece in pieces)
    slug = re.sub(r"\W+", "-", title.lower()).strip("-")
    return Policy(school.slug, slug, _SOURCE, pieces, ids, metadata, tuple(findings for _, findings in some))


def _varied(text: str, names: Sequence[str], rng: Random, vocabulary: Sequence[str]) -> str:
    """A text with some of its longer words replaced, a few of them by names."""

    def other(match: re.Match[str]) -> str:
        if rng.random() >= _VARIED:
            return match[0]
        return rng.choice(names) if rng.random() < 0.2 else rng.choice(vocabulary)

    return _WORD.sub(other, text)
