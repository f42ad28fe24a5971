"""All checks of one policy that need nothing but the policy."""

from __future__ import annotations

from collections.abc import Iterator

from clauseway.checks.contradictions import check_contradictions
from clauseway.checks.dates import check_dates
from clauseway.checks.links import check_links, check_pictures
from clauseway.checks.numbering import check_numbering
from clauseway.checks.reading import check_reading
from clauseway.checks.unfinished import check_unfinished
from clauseway.model import Policy, School
from clauseway.problems import Problem


def check_policy(policy: Policy, school: School) -> Iterator[Problem]:
    """Tell what a person should look at in `policy`, which is checked as it is published."""
    pieces, file = policy.pieces, policy.source.file
    yield from check_dates(policy.metadata, file, policy.problems)
    yield from check_unfinished(pieces, file)
    yield from check_numbering(pieces, file)
    yield from check_links(pieces, file)
    yield from check_pictures(policy.source)
    # The words of exceptions, and the formula of reading ages, are English.
    if (policy.metadata.language or school.language) == "en":
        yield from check_contradictions(pieces, policy.findings, file)
        yield from check_reading(pieces, policy.findings, file, school.phase)
