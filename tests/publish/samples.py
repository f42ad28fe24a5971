"""Collections made by hand: every form a policy can take on its page, and text that tries to be markup."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from clauseway.model import (
    Also,
    Audience,
    Collection,
    Contact,
    Duty,
    Evidence,
    Findings,
    Kind,
    Link,
    Metadata,
    Nation,
    Phase,
    Piece,
    Place,
    Policy,
    Role,
    School,
    Source,
    Stated,
    Within,
)
from clauseway.problems import Problem, Severity
from clauseway.publish import publish
from clauseway.publish.site import Files
from clauseway.words import words

OAK = School(
    slug="oak-hill",
    name="Oak Hill Primary School",
    place="Anytown",
    phase=Phase.PRIMARY,
    nation=Nation.WALES,
    website="https://www.oakhill.example",
    motto="Gorau dysg, dysgu gyda'n gilydd",
    motto_language="cy",
    contacts=(
        Contact("Complaints", "A. Bell", "01234 567 890", "office@oakhill.example"),
        Contact("Chair of governors"),
    ),
)
ELM = School(slug="elm-park", name="Elm Park Academy")

PAGES = {
    "index.md": b"# Home\n\n<!-- readers -->\n\n<!-- schools -->\n\n<!-- compare -->\n\n<!-- news -->\n",
    "help.md": b"# Help\n",
}


def piece(role: Role, text: str, **fields: object) -> Piece:
    """A piece on the first line."""
    return msgspec.structs.replace(Piece(role=role, text=text, place=Place(line=1)), **fields)


def heading(text: str, level: int = 1, **fields: object) -> Piece:
    """A heading."""
    return piece(Role.HEADING, text, level=level, **fields)


def clause(text: str, **fields: object) -> Piece:
    """A clause; a paragraph unless the fields say otherwise."""
    return piece(Role.CLAUSE, text, **fields)


def item(text: str, *lead_ins: str, depth: int = 0, **fields: object) -> Piece:
    """An item of a list under its lead-ins."""
    marker = "" if "number" in fields else "-"
    return piece(Role.CLAUSE, text, lead_ins=lead_ins, depth=depth, item=True, **{"marker": marker, **fields})


def found(duty: Duty, *audiences: Audience, **fields: object) -> Findings:
    """What was found about a clause."""
    return msgspec.structs.replace(Findings(audiences, duty), **fields)


def _words(one: Piece) -> list[str]:
    return words(f"{one.marker} {one.text}" if one.role is Role.HEADING else f"{one.marker} {one.number} {one.text}")


def policy(pieces: Sequence[Piece], *, school: str = "oak-hill", slug: str = "phones", **fields: object) -> Policy:
    """A policy of `pieces` alone in its file, with ids `c-1`, `c-2` ... for its clauses."""
    made = Policy(
        school=school,
        slug=slug,
        source=Source(
            file=f"{school}/{slug}.txt",
            sha256="0" * 64,
            format="text",
            blocks=(),
            words=tuple((word, 1) for one in pieces for word in _words(one)),
        ),
        pieces=tuple(pieces),
        ids=tuple(f"c-{n}" if one.role is Role.CLAUSE else "" for n, one in enumerate(pieces, 1)),
        metadata=Metadata(title="Mobile Phones"),
    )
    return msgspec.structs.replace(made, **fields)


def collection(*policies: Policy, schools: tuple[School, ...] = (ELM, OAK)) -> Collection:
    """A collection of `policies`, sorted as the contract says."""
    return Collection(schools, tuple(sorted(policies, key=lambda one: (one.school, one.slug))))


STEM = "Pupils must not:"
RARE = "at school events:"

FORMS = (
    piece(Role.FURNITURE, "Oak Hill Primary School", reason="running head"),
    heading("Mobile Phones", level=0),
    piece(Role.METADATA, "Approved: 29 March 2023", reason="approval"),
    heading("1 Purpose", number="1"),
    clause("This policy keeps lessons free of distraction and pupils safe.", number="1.1", number_path=("1", "1.1")),
    clause("It was written with the school council, and it is read together with our behaviour policy."),
    heading("2. Rules for pupils", number="2."),
    piece(Role.LEAD_IN, STEM, number="2.1", item=True),
    item("use a phone on the school site between 8.30 and 3.30", STEM, number="(a)", tail="whatever the reason."),
    piece(Role.LEAD_IN, RARE, item=True, marker="-", lead_ins=(STEM,)),
    item("take photographs of others", STEM, RARE, depth=1, marker="o", section_path=("2. Rules for pupils",)),
    item("record lessons", STEM, RARE, depth=1, marker="o", section_path=("2. Rules for pupils",)),
    item("share the passwords of others", STEM, tail="whatever the reason."),
    piece(Role.TAIL, "whatever the reason."),
    heading("2.2 Sanctions", level=2, number="2.2", section_path=("2. Rules for pupils", "2.2 Sanctions")),
    heading("Staff", level=3, label=True, marker="-", section_path=("2. Rules for pupils", "2.2 Sanctions", "Staff")),
    item(
        "may keep a phone until the end of the day",
        depth=1,
        section_path=("2. Rules for pupils", "2.2 Sanctions", "Staff"),
    ),
    heading("3 Who does what", number="3"),
    piece(Role.LEAD_IN, "Role Duty", item=True, cells=("Role", "Duty")),
    item("Headteacher Decides about exceptions", cells=("Headteacher", "Decides about exceptions"), marker=""),
    item("Office Keeps confiscated phones safe", cells=("Office", "Keeps confiscated phones safe"), marker=""),
    clause(
        "Write to office@oakhill.example or see our website for the form.",
        links=(
            Link("office@oakhill.example", "mailto:office@oakhill.example"),
            Link("our website", "https://www.oakhill.example/forms?a=1&b=(2)"),
        ),
    ),
    piece(Role.FURNITURE, "Page 1 of 1", reason="page number"),
)

_NEVER = found(
    Duty.MUST_NOT,
    Audience.PUPILS,
    duties_also=(Also(Duty.MAY, "between", 30, 37),),
    why_audiences=(Evidence("lead-in-actor", "Pupils", 0, 6, Within.LEAD_IN),),
    why_duty=(Evidence("lead-in-force", "must not", 7, 15, Within.LEAD_IN, note="The lead-in decides."),),
    stated=("audiences",),
)
FOUND = {
    5: found(Duty.NONE, Audience.STAFF, Audience.PUPILS),
    6: found(Duty.NONE),
    9: _NEVER,
    11: found(Duty.MUST_NOT, Audience.PUPILS),
    12: found(Duty.MUST_NOT, Audience.PUPILS),
    13: found(Duty.MUST_NOT, Audience.PUPILS),
    17: found(Duty.MAY, Audience.STAFF),
    20: found(Duty.MUST, Audience.STAFF),
    21: found(Duty.MUST, Audience.STAFF),
    22: found(Duty.SHOULD, Audience.PUPILS, Audience.PARENTS),
}
"""What was found about the clauses of `FORMS`, by the number in their ids."""

FULL = policy(
    FORMS,
    findings=tuple(FOUND.get(number) for number in range(1, len(FORMS) + 1)),
    metadata=Metadata(
        title="Mobile Phones",
        kind=Kind.MOBILE_PHONES,
        scope=("This policy applies to all pupils.",),
        audience=(Audience.STAFF, Audience.PUPILS),
        approved="2023-03-29",
        approved_by="Full Governing Body",
        review_date="2026-03",
        review_cycle="P3Y",
        owner="Deputy Head",
        stated=(Stated("approved", "29 March 2023", Place(line=3)),),
    ),
)
BARE = policy(
    (heading("Complaints Procedure", level=0), clause("Please speak to the class teacher first.")),
    school="elm-park",
    slug="complaints",
    findings=(None, found(Duty.SHOULD, Audience.PARENTS)),
    metadata=Metadata(title="Complaints Procedure", kind=Kind.COMPLAINTS),
    problems=(Problem("date-missing", Severity.WARNING, "This document states no review date.", "elm-park/c.txt"),),
)
SITE = collection(FULL, BARE)


def published(site: Collection) -> Files:
    """The files of `site`, with the paths of originals; published pages as text."""
    files = publish(site, lambda file: Path("policies") / file, PAGES)
    pages = {name: one.decode() for name, one in files.items() if isinstance(one, bytes) and name.endswith("/index.md")}
    return files | pages
