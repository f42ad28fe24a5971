"""What a person states wins over what was found."""

from __future__ import annotations

import msgspec

from clauseway.model import Metadata, Stating
from clauseway.problems import Problem

_FIELDS = tuple(field for field in Metadata.__struct_fields__ if field in Stating.__struct_fields__)


def stated_fields(stating: Stating) -> frozenset[str]:
    """Names of the metadata fields that a person states."""
    return frozenset(field for field in _FIELDS if getattr(stating, field) is not None)


def correct(metadata: Metadata, stating: Stating) -> Metadata:
    """`metadata` with what a person states; the source's words behind a field so replaced are dropped."""
    fields = stated_fields(stating)
    kept = tuple(words for words in metadata.stated if words.field not in fields)
    return msgspec.structs.replace(metadata, **{field: getattr(stating, field) for field in fields}, stated=kept)


_DATES = frozenset({"approved", "reviewed", "review_date"})
_ANSWERED_BY = {
    "date-missing": _DATES,
    "date-unclear": _DATES,
    "dates-out-of-order": _DATES,
    "review-date-missing": frozenset({"review_date"}),
    "review-cycle-unclear": frozenset({"review_cycle"}),
    "scope-missing": frozenset({"scope"}),
    "title-missing": frozenset({"title"}),
}
"""By code of a problem: the fields of which a person has only to state one to have answered it."""


def is_answered(problem: Problem, stating: Stating) -> bool:
    """Whether what a person states settles what was doubtful in the text."""
    return not _ANSWERED_BY.get(problem.code, frozenset()).isdisjoint(stated_fields(stating))
