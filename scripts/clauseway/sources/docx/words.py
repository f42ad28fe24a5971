"""Every word of a Word file, found independently of the text: the other side of the ledger."""

from __future__ import annotations

from collections.abc import Iterable

from clauseway.sources.docx.package import Package
from clauseway.sources.docx.scan import Found, Scanner
from clauseway.sources.docx.styles import Styles
from clauseway.words import words


def package_words(
    package: Package, styles: Styles, heads: Iterable[str], feet: Iterable[str]
) -> tuple[tuple[str, int], ...]:
    """Give every word of a file with the number of its paragraph, 0 in page heads and feet.

    `heads` and `feet` are the names of the parts that some page shows. Raises UnreadableSource (`source-damaged`).
    """
    body = _read_part(package, styles, package.main, 0)
    texts = [*body.texts, *_heads(package, styles, heads), *_heads(package, styles, feet)]
    texts += _notes(package, styles, body.notes, body.texts[-1][1] if body.texts else 0)
    known: dict[str, str] = {}
    return tuple([(known.setdefault(word, word), number) for text, number in texts for word in words(text)])


def _heads(package: Package, styles: Styles, parts: Iterable[str]) -> list[tuple[str, int]]:
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for part in parts:
        texts = [(text, 0) for text, _ in _read_part(package, styles, part, 0).texts]
        found.setdefault(tuple(word for text, _ in texts for word in words(text)), texts)
    return [text for texts in found.values() for text in texts]


def _notes(package: Package, styles: Styles, referred: list[tuple[str, str]], number: int) -> list[tuple[str, int]]:
    texts: list[tuple[str, int]] = []
    for kind in ("footnote", "endnote"):
        ids = dict.fromkeys(each for name, each in referred if name == kind)
        part = next(iter(package.related(f"{kind}s")), "")
        if ids and part:
            notes = _read_part(package, styles, part, number).by_note
            texts += [text for each in ids for text in notes.get(each, [])]
    return texts


def _read_part(package: Package, styles: Styles, part: str, number: int) -> Found:
    found = Scanner(styles, number).read(package.data(part), part, package.file)
    relations = package.relations(part)
    for each in found.diagrams:
        relation = relations.get(each)
        if relation is not None and not relation.external and relation.target in package:
            found.texts += Scanner(styles, number).read(package.data(relation.target), part, package.file).texts
    return found
