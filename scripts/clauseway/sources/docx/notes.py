"""What stands outside the body: page heads and feet, footnotes and endnotes, comments."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace as replace_field

from lxml import etree
from msgspec.structs import replace

from clauseway.model import Place
from clauseway.problems import UnreadableSource
from clauseway.sources.docx.context import Document
from clauseway.sources.docx.names import TEXT, R, W, switch
from clauseway.sources.docx.walk import Walker
from clauseway.sources.findings import COMMENT, DELETED, HIDDEN, Findings
from clauseway.sources.flow import Paragraph, Table
from clauseway.words import words


def shown_heads(document: Document, sections: Iterable[etree._Element], kind: str) -> tuple[str, ...]:
    """Give the parts with the page heads (`kind` is `header`) or feet (`footer`) that some page shows, each once.

    A section without a head of its own has that of the section before; those for first and even pages are
    only shown where the section or the document says so.
    """
    relations = document.package.relations(document.package.main)
    alternate = _even_pages_differ(document)
    current: dict[str, str] = {}
    found: dict[str, None] = {}
    for section in sections:
        for reference in section.findall(f"{W}{kind}Reference"):
            relation = relations.get(reference.get(R + "id") or "")
            if relation is not None and not relation.external and relation.target in document.package:
                current[reference.get(W + "type") or "default"] = relation.target
        shown = {
            "default",
            *(["first"] if switch(section.find(W + "titlePg")) else []),
            *(["even"] if alternate else []),
        }
        found |= {target: None for name, target in sorted(current.items(), reverse=True) if name in shown}
    return tuple(found)


def read_heads(document: Document, parts: Iterable[str], aside: str) -> list[Paragraph | Table]:
    """Read page heads or feet, marked as asides; those without words and repeated ones are passed over."""
    known: set[tuple[str, ...]] = set()
    blocks: list[Paragraph | Table] = []
    for part in parts:
        found = Walker(document, part).blocks(document.package.xml(part))
        said = tuple(words("\n".join(texts(found))))
        if said and said not in known:
            known.add(said)
            blocks += [replace(block, aside=aside) for block in found]
    return blocks


def read_notes(document: Document, referred: Iterable[tuple[str, str]], paragraph: int) -> list[Paragraph | Table]:
    """Read the footnotes, then the endnotes, that the text refers to; `paragraph` counts those before them."""
    wanted = list(dict.fromkeys(referred))
    blocks: list[Paragraph | Table] = []
    for kind in ("footnote", "endnote"):
        part = next(iter(document.package.related(f"{kind}s")), "")
        ids = [each for name, each in wanted if name == kind]
        if part and ids:
            walker = Walker(document, part, paragraph)
            blocks += _notes(walker, document.package.xml(part), kind, ids)
            paragraph = walker.paragraph or paragraph
    return blocks


def _notes(walker: Walker, root: etree._Element, kind: str, ids: Iterable[str]) -> Iterator[Paragraph | Table]:
    notes = {note.get(W + "id"): note for note in root.findall(W + kind)}
    for each in ids:
        if each in notes:
            yield from walker.blocks(notes[each])


def note_comments(document: Document) -> None:
    """Count the comments of a document, which are no text of it."""
    for part in document.package.related("comments"):
        for comment in document.package.xml(part).iter(W + "comment"):
            place = document.findings.seen.get(f"comment {comment.get(W + 'id')}")
            sample = "".join(text.text or "" for text in comment.iter(TEXT))
            document.findings.left_out.note(COMMENT, sample, place.place if place else Place())


def note_unshown(document: Document, shown: Container[str]) -> None:
    """Count what is hidden or deleted in page heads and feet that no page shows: it is in every copy of the file."""
    findings = Findings()
    unshown = replace_field(document, findings=findings)
    for part in (*document.package.related("header"), *document.package.related("footer")):
        if part not in shown:
            with suppress(UnreadableSource):  # nothing of it is text
                Walker(unshown, part).blocks(document.package.xml(part))
    for left in findings.left_out.all():
        if left.what in (DELETED, HIDDEN):
            document.findings.left_out.note(left.what, left.sample, left.place)


def texts(blocks: Iterable[Paragraph | Table]) -> Iterator[str]:
    """Give the text of every paragraph, those in tables included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield "".join([run.text for run in block.runs])
        else:
            for row in block.rows:
                for cell in row:
                    yield from texts(cell.content)


def _even_pages_differ(document: Document) -> bool:
    part = next(iter(document.package.related("settings")), "")
    return bool(part and switch(document.package.xml(part).find(W + "evenAndOddHeaders")))
