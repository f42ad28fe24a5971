"""Reads made files and shows what came of them in a form that tests can state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from clauseway.sources.docx import read_docx
from clauseway.sources.flow import Content, Paragraph, Table
from clauseway.words import words


def read(data: bytes) -> Content:
    """Read a file, and see that its ledger is even."""
    content = read_docx(data, "policy.docx")
    assert balance(content) == ({}, {})
    return content


def balance(content: Content) -> tuple[dict[str, int], dict[str, int]]:
    """Words that only the text has, and words that only the independent count has."""
    text = Counter(word for each in paragraphs(content.flow) for word in words(said(each)))
    counted = Counter(word for word, _ in content.words)
    return dict(text - counted), dict(counted - text)


def paragraphs(blocks: Iterable[Paragraph | Table]) -> Iterator[Paragraph]:
    """Every paragraph, those in tables included."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs(cell.content)


def said(paragraph: Paragraph) -> str:
    """The words of a paragraph."""
    return "".join(run.text for run in paragraph.runs)


def shown(content: Content) -> str:
    """Every paragraph as `mark|text`."""
    return " ".join(f"{each.marker}|{said(each)}" for each in paragraphs(content.flow))


def lines(content: Content) -> list[str]:
    """The words of every paragraph."""
    return [said(each) for each in paragraphs(content.flow)]
