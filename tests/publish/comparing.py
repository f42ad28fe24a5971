"""Schools with rules on the same matters: some agree, some differ, one is silent, one has no policy at all."""

from __future__ import annotations

import msgspec

from clauseway.model import (
    Audience,
    Collection,
    Duty,
    Findings,
    MatterFit,
    Metadata,
    Piece,
    Policy,
    Related,
    Relation,
    Role,
    School,
)
from clauseway.vocabulary.catalogue import topics
from tests.publish.samples import ELM, OAK, clause, collection, found, heading, item, piece, policy

TOPIC = topics()[0]
FIRST, SECOND, THIRD = TOPIC.matters[:3]
"""All schools but the silent one rule on the first, and agree; they differ on the second; one alone is on the third."""

FIR = School(slug="fir-tree", name="Fir Tree School")
ASH = School(slug="ash-green", name="Ash Green School")

STEM = "Staff must not:"


def on(duty: Duty, *audiences: Audience, matters: tuple[str, ...]) -> Findings:
    """What is found about a clause that rules on some matters."""
    return found(duty, *audiences, matters=tuple(MatterFit(slug, 0.9) for slug in matters))


STAFF, PARENTS = Audience.STAFF, Audience.PARENTS


def school_policy(school: School, slug: str, title: str, *said: tuple[Piece, Findings | None]) -> Policy:
    """A policy of `school` that says some things."""
    pieces, findings = zip(*said, strict=True)
    return policy(pieces, school=school.slug, slug=slug, findings=findings, metadata=Metadata(title=title))


OAK_POLICY = school_policy(
    OAK,
    "online",
    "Staff Online",
    (clause("What this is about, first of all.", number="0"), on(Duty.NONE, matters=(FIRST.slug,))),
    (piece(Role.LEAD_IN, STEM), None),
    (
        item("accept pupils as friends", STEM, number="(a)", tail="at any time."),
        on(Duty.MUST_NOT, STAFF, matters=(FIRST.slug,)),
    ),
    (
        item("write to parents from a private account", STEM, number="(b)"),
        on(Duty.MUST_NOT, STAFF, PARENTS, matters=(SECOND.slug,)),
    ),
    (clause("Requests from pupils must be declined.", number="2"), on(Duty.MUST, STAFF, matters=(FIRST.slug,))),
    (
        item("Parents Write to the office", cells=("Parents", "Write to the office"), marker=""),
        on(Duty.MAY, PARENTS, matters=(SECOND.slug,)),
    ),
    (clause("=1+1 is no formula & no <b>markup</b>."), on(Duty.NONE, matters=(FIRST.slug,))),
    (heading("More"), None),
    (clause("Nothing that is known.", number="5"), on(Duty.NONE, matters=())),
)
OAK_SECOND = school_policy(
    OAK,
    "conduct",
    "Oak Hill Primary School Code of Conduct",
    (clause("Staff must not befriend pupils.", number="1"), on(Duty.MUST_NOT, STAFF, matters=(FIRST.slug,))),
)
ELM_POLICY = school_policy(
    ELM,
    "internet",
    "Internet Policy",
    (clause("Staff must not be friends with pupils.", number="7.1"), on(Duty.MUST_NOT, STAFF, matters=(FIRST.slug,))),
    (
        clause("Staff should tell parents. " + "More words follow here. " * 20, number="7.2"),
        on(Duty.SHOULD, STAFF, matters=(SECOND.slug, THIRD.slug)),
    ),
)
FIR_POLICY = school_policy(FIR, "kit", "Kit", (clause("Bring your kit."), found(Duty.SHOULD, Audience.PUPILS)))

_PAIRS = (
    ("oak-hill/online#c-3", "elm-park/internet#c-1", Relation.SAME, 0.9, FIRST.slug),
    ("oak-hill/online#c-3", "oak-hill/conduct#c-1", Relation.SAME_WORDING, 0.8, FIRST.slug),
    ("oak-hill/online#c-5", "elm-park/internet#c-1", Relation.DIFFERS, 0.7, FIRST.slug),
    ("oak-hill/online#c-4", "elm-park/internet#c-2", Relation.DIFFERS, 0.6, SECOND.slug),
    ("oak-hill/online#c-6", "elm-park/internet#c-2", Relation.SAME_WORDING, 0.5, SECOND.slug),
    ("oak-hill/conduct#c-1", "elm-park/internet#c-1", Relation.SAME, 0.4, FIRST.slug),
)


Pair = tuple[str, str, Relation, float, str]


def related(*pairs: Pair) -> dict[str, tuple[Related, ...]]:
    """Relations both ways, best first."""
    both = [*pairs, *((b, a, relation, score, matter) for a, b, relation, score, matter in pairs)]
    return {
        name: tuple(
            Related(other, relation, score, f"Both rule on it ({score}).", matter)
            for one, other, relation, score, matter in sorted(both, key=lambda pair: -pair[3])
            if one == name
        )
        for name in dict.fromkeys(pair[0] for pair in both)
    }


COMPARED: Collection = msgspec.structs.replace(
    collection(OAK_POLICY, OAK_SECOND, ELM_POLICY, FIR_POLICY, schools=(ASH, ELM, FIR, OAK)),
    relations=related(*_PAIRS),
)
ALONE: Collection = collection(OAK_POLICY, schools=(OAK,))


def many(number: int) -> Collection:
    """A collection of so many schools, each with the policies of one; every tenth forbids what others only explain."""
    schools = tuple(School(slug=f"s-{n:03}", name=f"School {n:03}") for n in range(number))
    some = []
    for place, school in enumerate(schools):
        findings = list(OAK_POLICY.findings)
        if place % 10:
            findings = [found and msgspec.structs.replace(found, duty=Duty.MAY) for found in findings]
        some.append(msgspec.structs.replace(OAK_POLICY, school=school.slug, findings=tuple(findings)))
    return collection(*some, schools=schools)
