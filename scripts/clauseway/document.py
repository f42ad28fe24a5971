"""The way of one document: from a file to its policies, knowing no other document."""

from __future__ import annotations

import traceback
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import msgspec

from clauseway.checks.ledger import check_ledger, count
from clauseway.checks.policy import check_policy
from clauseway.describe import add_matters, describe_metadata, find_findings, find_references
from clauseway.model import Draft, Metadata, Policy, School, Sidecar, Source, Stating
from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.settings import correct, correct_clauses, is_answered, name_from_slug, read_sidecar
from clauseway.sources import Found, read
from clauseway.structure import clause_ids, structure


class Understood(msgspec.Struct, frozen=True):
    """What came out of one file: its policies, or the problems that kept it from being used."""

    policies: tuple[Policy, ...] = ()
    """The policies of the file, in their order; a slug only where a person states one."""
    problems: tuple[Problem, ...] = ()
    """Why there are none."""


def understand(found: Found, school: School, policies: Path) -> Understood:
    """The way of one file, from its bytes to its policies; whatever goes wrong becomes a problem."""
    try:
        source = read(found.path, policies)
        sidecar, faults = read_sidecar(found.sidecar, policies) if found.sidecar else (None, ())
        drafts, statings, ambiguities = _divide(source, sidecar)
        unbalanced = check_ledger(source, drafts)
        if unbalanced:
            return Understood(problems=(*source.problems, *faults, *ambiguities, *unbalanced))
        known = (*source.problems, *faults, *ambiguities)
        shares = zip(drafts, statings, strict=True)
        return Understood(tuple(_policy(draft, stating, source, school, known) for draft, stating in shares))
    except UnreadableSource as refusal:
        return Understood(problems=(refusal.problem,))
    except Exception as failure:
        return Understood(problems=(_failure(found.file, failure),))


def found_at(path: Path) -> Found:
    """A file that is looked at by itself, with its sidecar: its folder counts as its school's."""
    sidecar = path.with_suffix(".yml")
    return Found(path.parent.name, path, f"{path.parent.name}/{path.name}", sidecar if sidecar.is_file() else None)


def _divide(source: Source, sidecar: Sidecar | None) -> tuple[Sequence[Draft], Sequence[Stating], tuple[Problem, ...]]:
    """The policies of a source, each with what a person states about it."""
    if sidecar and sidecar.splits:
        drafts = structure(source, tuple(stating.starts_at for stating in sidecar.policies))
        if len(drafts) == len(sidecar.policies):
            return drafts, sidecar.policies, ()
        whole = structure(source, ())
        return whole, [Stating()] * len(whole), (_starts_amiss(sidecar, source),)
    drafts = structure(source, ())
    if sidecar and len(drafts) == 1:
        return drafts, sidecar.policies, ()
    amiss = (_several(sidecar, len(drafts)),) if sidecar and sidecar.policies != (Stating(),) else ()
    return drafts, [Stating()] * len(drafts), amiss


def _policy(draft: Draft, stating: Stating, source: Source, school: School, known: tuple[Problem, ...]) -> Policy:
    """One policy with its findings, corrected by what a person states."""
    found, doubts = describe_metadata(draft, school, source.file)
    metadata, untitled = _titled(correct(found, stating), source.file)
    ids = clause_ids(draft.pieces)
    tagged = find_findings(draft.pieces, metadata.title, metadata.audience or school.audience)
    findings, corrections = correct_clauses(ids, tagged, stating, source.file)
    policy = Policy(
        school=school.slug,
        slug=stating.slug,
        source=msgspec.structs.replace(source, blocks=(), words=()),
        pieces=draft.pieces,
        ids=ids,
        metadata=metadata,
        findings=add_matters(draft.pieces, findings, metadata.title, metadata.kind),
        mentions=find_references(draft.pieces),
        stale_ok=stating.stale_ok,
        ledger=count(draft.pieces),
        problems=(
            *known,
            *(doubt for doubt in doubts if not is_answered(doubt, stating)),
            *untitled,
            *corrections,
        ),
        formerly=stating.formerly,
    )
    return msgspec.structs.replace(policy, problems=(*policy.problems, *check_policy(policy, school)))


def _titled(metadata: Metadata, file: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """A policy that bears no title takes the words of its file's name."""
    if metadata.title:
        return metadata, ()
    title = name_from_slug(PurePosixPath(file).stem.replace(" ", "-").replace("_", "-"))
    message = f"No title was found, so the policy is called “{title}” after its file."
    advice = "Put the title on the first line, or state a `title:` in a .yml file beside it that bears the same name."
    return msgspec.structs.replace(metadata, title=title), (
        Problem("title-missing", Severity.WARNING, message, file, advice=advice),
    )


def _starts_amiss(sidecar: Sidecar, source: Source) -> Problem:
    lines = {" ".join(block.text.split()).casefold() for block in source.blocks}
    lost = [stating.starts_at for stating in sidecar.policies if stating.starts_at.casefold() not in lines]
    what = f"no line of the document reads “{lost[0]}”" if lost else "the same words stand at several places"
    message = f"The document cannot be divided as `policies` says: {what}. The list is left aside."
    advice = "Copy the words of each `starts_at` from the line with which that policy starts."
    return Problem("sidecar-starts", Severity.ERROR, message, sidecar.file, advice=advice)


def _several(sidecar: Sidecar, number: int) -> Problem:
    message = (
        f"The document holds {number} policies, and this file does not say which of them it means; it is left aside."
    )
    advice = "List them under `policies:`, each with `starts_at:` and the words of the line with which it starts."
    return Problem("sidecar-ambiguous", Severity.ERROR, message, sidecar.file, advice=advice)


def _failure(file: str, failure: Exception) -> Problem:
    """A fault of this program, which must not stop the other documents."""
    frames = traceback.extract_tb(failure.__traceback__)
    last = next((frame for frame in reversed(frames) if "clauseway" in frame.filename), frames[-1])
    where = f"{Path(last.filename).name}:{last.lineno}"
    message = f"Clauseway failed on this document ({type(failure).__name__} in {where}: {failure}); it is left out."
    return Problem("internal", Severity.ERROR, message, file, advice="Please report it, with the document if you may.")
