"""Whether every label stands in the file it is for, with its printed number, by pdfium's text of the printed page."""

from __future__ import annotations

import re
from typing import Any

import pypdfium2
from lxml import html

from tests.formats.make_pdf.printers import print_html


def text_of(data: bytes, ending: str) -> str:
    """Give a file's text as it is printed (an HTML page through Chromium)."""
    if ending == "html":
        data = print_html(data)
    pdf = pypdfium2.PdfDocument(data)
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    pdf.close()
    return "\n".join(pages)


def plain(text: str) -> str:
    """Give letters and digits only, so that hyphens and line ends do not count."""
    return re.sub(r"[\W_]+", "", text.replace("\ufb01", "fi").replace("\ufb02", "fl")).lower()


def wanted_texts(expected: dict[str, Any]) -> list[str]:
    """Give every text that the labels state."""
    found: list[str] = list(expected["furniture"])
    for policy in expected["policies"]:
        found += [path[-1] for path in (*policy["sections"], *policy.get("labels", []))]
        found += [policy["title"], *policy.get("tails", []), *policy.get("table_heads", [])]
        for one in (*policy["lead_ins"], *policy["clauses"]):
            found.append(f"{one['number'] or ''} {one['text']}")
    return found


def unfound(data: bytes, ending: str, expected: dict[str, Any]) -> list[str]:
    """Give the label texts that do not stand in the file in one run, and the numbers not before their words.

    A text that a page break, a footnote mark or a table's columns cut is found by its pieces of five words.
    """
    printed = text_of(data, ending)
    whole = plain(printed)
    if ending == "html":
        whole += plain(html.fromstring(data).text_content())
    wrong = [text for text in wanted_texts(expected) if plain(text) not in whole and not _by_pieces(text, whole)]
    bare = re.sub(r"[^\w.()]+", "", printed).lower()
    leads = [one["text"] for policy in expected["policies"] for one in policy["lead_ins"]]
    wrong += [f"not split: {text}" for text in leads if ". " in text]
    return wrong + [
        f"number: {start}" for start in _starts(expected) if re.sub(r"[^\w.()]+", "", start).lower() not in bare
    ]


def _starts(expected: dict[str, Any]) -> list[str]:
    """Give each printed number with the three words that follow it."""
    policies = expected["policies"]
    found = [one for policy in policies for one in (*policy["lead_ins"], *policy["clauses"]) if one["number"]]
    return [f"{one['number']} {' '.join(one['text'].split()[:3])}" for one in found]


def _by_pieces(text: str, whole: str) -> bool:
    words = text.split()
    pieces = [plain(" ".join(words[at : at + 5])) for at in range(max(1, len(words) - 4))]
    return sum(piece in whole for piece in pieces) >= 0.6 * len(pieces)
