"""The labels of the Word and OpenDocument fixtures against the files, read here without the readers under test."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

TESTS = Path(__file__).parents[1]
SOURCES = sorted(
    path
    for place in ("cases/dev-*/source", "formats/round_trip/policy")
    for ending in ("docx", "odt")
    for path in TESTS.glob(f"{place}.{ending}")
)
each = pytest.mark.parametrize("source", SOURCES, ids=lambda path: f"{path.parent.name}-{path.suffix[1:]}")

PARTS = re.compile(r"(word/(document|footnotes|header\d|footer\d)|content|styles)\.xml$")
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
GONE = {"del", "moveFrom", "Fallback", "tracked-changes", "annotation", "note-citation", "note", "sequence-decls"}
HOLDERS = {"txbxContent", "text-box"}
FIXED = {"noBreakHyphen": "-", "page-number": "1", "page-count": "6"}
SPACES = {"br", "tab", "line-break", "s"}


@each
def test_every_label_stands_in_the_document(source: Path) -> None:
    said = " | ".join(plain(text) for text in paragraphs(source))
    rows = plain(" ".join(paragraphs(source)))
    missing = [text for text in texts(labels(source)) if plain(text) not in said and plain(text) not in rows]
    assert missing == []


@each
def test_every_paragraph_is_labelled(source: Path) -> None:
    expected = labels(source)
    known = sorted({plain(text) for text in known_texts(expected)}, key=len, reverse=True)
    left = [text for text in paragraphs(source) if not accounted(plain(text), known)]
    assert left == []


@each
def test_what_is_absent_stands_in_no_label(source: Path) -> None:
    expected = labels(source)
    said = " | ".join(plain(text) for text in texts(expected))
    assert [text for text in expected.get("absent", []) if plain(text) in said] == []


def labels(source: Path) -> dict[str, Any]:
    expected: dict[str, Any] = json.loads((source.parent / "expected.json").read_text(encoding="utf-8"))
    return expected


def texts(expected: dict[str, Any]) -> Iterator[str]:
    for policy in expected["policies"]:
        yield policy["title"]
        yield from (part["text"] for part in (*policy["clauses"], *policy["lead_ins"]))
        yield from policy.get("tails", [])


def known_texts(expected: dict[str, Any]) -> Iterator[str]:
    yield from texts(expected)
    yield from expected["furniture"]
    yield "contents"
    for policy in expected["policies"]:
        yield from policy.get("table_heads", [])
        for path in (*policy["sections"], *policy.get("labels", [])):
            yield path[-1]
            yield re.sub(r"^((Article|Section|Stage|Part|Annex) \w+:?|[\dA-Z.]+) ", "", path[-1])


def accounted(text: str, known: list[str]) -> bool:
    """Say whether a paragraph is made of known texts and numbers, or is a cell of a known row."""
    text = re.sub(r"page \d+ of \d+", "page 1 of 6", text)
    if any(text in whole for whole in known):
        return True
    for whole in known:
        text = re.sub(rf"(?<!\w){re.escape(whole)}(?!\w)", " ", text)
    return all(re.fullmatch(r"[a-z]|[ivx]+|\d+", word) for word in text.split())


def paragraphs(source: Path) -> list[str]:
    """Give the visible paragraphs of a file, those of notes, text boxes, heads and feet among them."""
    with zipfile.ZipFile(source) as held:
        roots = [etree.fromstring(held.read(name)) for name in held.namelist() if PARTS.search(name)]
    hidden = {name for root in roots for name in hidden_styles(root)}
    found = [text_of(node, hidden) for root in roots for node in root.iter() if is_paragraph(node)]
    return [text for text in found if plain(text)]


def is_paragraph(node: Any) -> bool:
    outer = {name_of(above) for above in node.iterancestors()}
    return name_of(node) in {"p", "h"} and not outer & (GONE - {"note"})


def text_of(node: Any, hidden: set[str]) -> str:
    word = node.tag.startswith(WORD)
    out = "" if word and name_of(node) != "t" else node.text or ""
    for child in node:
        if name_of(child) in SPACES:
            out += " "
        elif name_of(child) in FIXED:
            out += FIXED[name_of(child)]
        elif name_of(child) not in GONE | HOLDERS and not is_hidden(child, hidden):
            out += text_of(child, hidden)
        out += "" if word else child.tail or ""
    return out


def is_hidden(node: Any, hidden: set[str]) -> bool:
    if node.tag == f"{WORD}r":
        return node.find(f"{WORD}rPr/{WORD}vanish") is not None
    return name_of(node) == "span" and any(value in hidden for value in node.attrib.values())


def hidden_styles(root: Any) -> Iterator[str]:
    for node in root.iter("{*}text-properties"):
        if any(name.endswith("}display") and value == "none" for name, value in node.attrib.items()):
            yield next(value for name, value in node.getparent().attrib.items() if name.endswith("}name"))


def name_of(node: Any) -> str:
    return str(etree.QName(node).localname) if isinstance(node.tag, str) else ""


def plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.replace("\u00ad", "").lower()))
