"""Everything that is published, as files by path: pages as Markdown, data, and the originals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from clauseway.model import Collection, Piece, Policy, Role, School
from clauseway.publish.anchors import anchors
from clauseway.publish.body import Part, body
from clauseway.publish.data import (
    CLAUSE_COLUMNS,
    clause_rows,
    csv_lines,
    page_url,
    policy_entry,
    policy_file,
    policy_list,
    to_json,
)
from clauseway.publish.front import front_matter, yaml_block
from clauseway.publish.glance import ORIGINAL, glance
from clauseway.publish.pages import home_page, school_page, schools_page
from clauseway.publish.records import PolicyEntry, PolicyFile
from clauseway.publish.schema import schemas
from clauseway.publish.text import markdown

HOME = "index.md"
"""The home page, relative to the published folder."""

Files = dict[str, str | bytes]
"""Files by path relative to the published folder, with `/`."""


def publish(collection: Collection, original: Callable[[str], bytes], pages: Mapping[str, bytes]) -> Files:
    """All files of the site before it is rendered, by path relative to the published folder.

    `original` gives the bytes of a source by its path within the policies folder; `pages` are the
    hand-written pages by path (see `hand_written`), which published files of the same path replace.
    """
    schools = {school.slug: school for school in collection.schools}
    files: Files = {**pages}
    entries: dict[str, list[PolicyEntry]] = {slug: [] for slug in schools}
    rows = [csv_lines([CLAUSE_COLUMNS])]
    for policy in collection.policies:
        file = _policy_files(policy, schools[policy.school], files)
        files[f"{page_url(policy.school, policy.slug)}{ORIGINAL}"] = original(policy.source.file)
        entries[policy.school].append(policy_entry(file))
        rows.append(clause_rows(file))
    files["data/policies.json"] = to_json(policy_list(entry for some in entries.values() for entry in some))
    files["data/clauses.csv"] = "".join(rows)
    return files | schemas() | _lists([(school, entries[school.slug]) for school in collection.schools], pages)


def hand_written(folder: Path) -> dict[str, bytes]:
    """The hand-written pages under `folder`, by path relative to it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _policy_files(policy: Policy, school: School, files: Files) -> PolicyFile:
    """Add the page and the data of `policy` to `files`."""
    front = front_matter(policy, school)
    parts = _parts(policy)
    file = policy_file(policy, front, parts)
    folder = page_url(policy.school, policy.slug)
    files[f"{folder}index.md"] = "\n".join(
        [yaml_block(front), f"# {markdown(front.title)}\n", glance(front, school), body(parts, front.title)]
    )
    files[f"{folder}policy.json"] = to_json(file)
    return file


def _parts(policy: Policy) -> tuple[Part, ...]:
    """The pieces of `policy`, each with its anchor."""
    named = iter(anchors([piece for piece in policy.pieces if _is_anchored(piece)]))
    return tuple(
        Part(piece, next(named) if _is_anchored(piece) else clause_id)
        for piece, clause_id in zip(policy.pieces, policy.ids, strict=True)
    )


def _is_anchored(piece: Piece) -> bool:
    """Whether `piece` is no clause but can be linked to."""
    return piece.role is Role.HEADING or (piece.role is Role.LEAD_IN and piece.number != "")


def _lists(schools: Sequence[tuple[School, Sequence[PolicyEntry]]], pages: Mapping[str, bytes]) -> Files:
    files: Files = {f"schools/{school.slug}/index.md": school_page(school, some) for school, some in schools}
    files["schools/index.md"] = schools_page(schools)
    files[HOME] = home_page(pages[HOME].decode(), schools)
    return files
