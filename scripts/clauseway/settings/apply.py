"""What a person states wins over what was found."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from clauseway.model import ClauseCorrection, Findings, Metadata, Stating
from clauseway.problems import Problem, Severity

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


def correct_clauses(
    ids: Sequence[str], findings: Sequence[Findings | None], stating: Stating, file: str
) -> tuple[tuple[Findings | None, ...], tuple[Problem, ...]]:
    """`findings` with what a person states of single clauses, and a problem for each statement that changes nothing.

    `ids` and `findings` run parallel; `file` is the source, for the problems.
    """
    corrected: list[Findings | None] = []
    problems: list[Problem] = []
    for clause, found in zip(ids, findings, strict=True):
        correction = stating.clauses.get(clause)
        if correction is None or found is None:
            corrected.append(found)
            continue
        after = _corrected(found, correction)
        corrected.append(after)
        if (after.audiences, after.duty) == (found.audiences, found.duty):
            problems.append(_unneeded(clause, file))
    lost = sorted(set(stating.clauses) - set(ids))
    return tuple(corrected), (*problems, *(_unknown(clause, file) for clause in lost))


def _corrected(found: Findings, correction: ClauseCorrection) -> Findings:
    stated = {name: value for name in ("audiences", "duty") if (value := getattr(correction, name)) is not None}
    return msgspec.structs.replace(found, **stated, stated=tuple(stated))


def _unneeded(clause: str, file: str) -> Problem:
    message = f"The correction of `{clause}` says what is found without it."
    advice = "Take it out of the .yml file beside the document."
    return Problem("sidecar-unneeded", Severity.INFO, message, file, advice=advice)


def _unknown(clause: str, file: str) -> Problem:
    message = f"The policy has no clause `{clause}`, which the .yml file beside it corrects."
    advice = "Copy the id from the link to the clause: the part after #."
    return Problem("sidecar-clause", Severity.WARNING, message, file, advice=advice)
