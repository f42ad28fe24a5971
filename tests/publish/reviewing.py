"""Schools with policies of every kind of review date."""

from __future__ import annotations

import msgspec

from clauseway.model import Audience, Collection, Duty, Kind, Metadata, Policy, School
from tests.publish.samples import clause, found, heading, policy

NOTICE = "We are revising it; it holds until then."
ASH = School(slug="ash-lane", name="Ash Lane School", review_notice=NOTICE)
BIRCH = School(slug="birch", name="Birch <b>Academy</b>")
NEW = School(slug="new", name="New School")


def reviewed(school: School, slug: str, title: str, **metadata: object) -> Policy:
    """A policy of one clause with some metadata."""
    pieces = (heading(title, level=0), clause("Staff must sign in."))
    said = msgspec.structs.replace(Metadata(title=title), **metadata)
    return policy(
        pieces, school=school.slug, slug=slug, findings=(None, found(Duty.MUST, Audience.STAFF)), metadata=said
    )


POLICIES = (
    reviewed(ASH, "attendance", "Attendance", review_date="2024", approved="2022", kind=Kind.ATTENDANCE),
    reviewed(
        ASH, "uniform", "Uniform", review_date="2026-03", reviewed="2025-03-29", approved="2023", owner="The Head"
    ),
    reviewed(BIRCH, "phones", "Phones & tablets", review_date="2026-03-29", kind=Kind.MOBILE_PHONES),
    reviewed(BIRCH, "trips", "Trips", review_date="2027-01", approved="2024-02", approved_by="Governors"),
    reviewed(BIRCH, "visits", "Visits", reviewed="2021-05"),
)
"""In the order of schools and policies."""
REVIEWED = Collection((ASH, BIRCH, NEW), POLICIES)


def many(number: int) -> Collection:
    """Two schools with `number` policies each, one due each month from January 2020 on, one of four without a date."""
    schools = (ASH, BIRCH)
    return Collection(
        schools,
        tuple(
            reviewed(
                school,
                f"policy-{n:04}",
                f"Policy {n}",
                review_date=f"{2020 + n // 12}-{n % 12 + 1:02}" if n % 4 else "",
            )
            for school in schools
            for n in range(number)
        ),
    )
