"""Policies from plain text, as they are when a document is understood."""

from __future__ import annotations

from clauseway.describe import find_findings
from clauseway.model import Change, Comparison, Metadata, Policy, Run, Source, Step
from clauseway.sources.text import read_text_blocks
from clauseway.structure import clause_ids, structure

SIGNS = {Step.SAME: ("", ""), Step.ADDED: ("{+", "+}"), Step.REMOVED: ("[-", "-]")}


def policy(text: str, title: str = "Phones Policy", file: str = "oak/phones.txt", slug: str = "phones") -> Policy:
    """The first policy of a text, under a title line."""
    blocks = read_text_blocks(f"{title}\n\n{text}")
    source = Source(file=file, sha256="", format="text", blocks=blocks, words=())
    pieces = structure(source, ())[0].pieces
    return Policy(
        school="oak",
        slug=slug,
        source=source,
        pieces=pieces,
        ids=clause_ids(pieces),
        metadata=Metadata(title=title),
        findings=find_findings(pieces, title, ()),
    )


def signed(runs: tuple[Run, ...]) -> str:
    return " ".join(f"{SIGNS[run.step][0]}{run.words}{SIGNS[run.step][1]}" for run in runs)


def line(change: Change) -> str:
    """`reworded, renumbered 1.3 (1.2): [Staff must {+not:+}] keep keys | duty: must -> must_not`."""
    one = change.after or change.before
    assert one
    kinds = ", ".join([change.kind.value, *(kind.value for kind in change.also)])
    heading = " heading" if one.heading else ""
    old = change.before.number if change.before and change.after else one.number
    number = f" {one.number}" if one.number else ""
    number += f" ({old})" if old != one.number else ""
    stem = signed(change.lead_in) if change.kind == "reworded" else one.lead_in
    words = signed((*change.text, *change.tail)) if change.kind == "reworded" else f"{one.text} {one.tail}".strip()
    stem = f"[{stem}] " if stem else ""
    calls = "".join(f" | {call.what}: {call.before or '-'} -> {call.after or '-'}" for call in change.called_out)
    return f"{kinds}{heading}{number}: {stem}{words}{calls}"


def lines(found: Comparison) -> list[str]:
    relaid = [f"relaid {found.relaid}"] if found.relaid else []
    return [*map(line, found.changes), *relaid]
