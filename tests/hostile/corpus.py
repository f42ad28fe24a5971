"""The corpus of hostile text, and the policies folder that is made of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_TABLE = Path(__file__).with_name("corpus.yml")
_LIST_MARK = re.compile(r"^\s*(?:[-*+>]|#{1,6})\s+")
_FORMS = ("txt", "md")

_FRAME = """{title}

1. Rules

1.1 Staff must read what stands above.

{text}

9. The end

9.1 Staff must read what stands below.
"""


@dataclass(frozen=True, slots=True)
class Case:
    """One hostile text as one file."""

    name: str
    """Its name in the corpus."""
    form: str
    """`txt` or `md`."""
    source: str
    """What the file holds."""
    shows: tuple[str, ...]
    """What the reader of the page must be able to read."""

    @property
    def file(self) -> str:
        """The file's path in the policies folder."""
        return f"hostile/{self.name}.{self.form}"


@cache
def cases() -> tuple[Case, ...]:
    """Give every text of the corpus in both forms."""
    entries = yaml.safe_load(_TABLE.read_text(encoding="utf-8"))
    return tuple(_case(entry, form) for entry in entries for form in _FORMS)


def _case(entry: dict[str, Any], form: str) -> Case:
    text = entry["text"]
    title = f"{entry['name'].replace('-', ' ').title()} {form.title()} Policy"
    source = text if entry.get("whole") else _FRAME.format_map({"title": title, "text": text})
    shows = entry.get("shows_md", entry.get("shows")) if form == "md" else entry.get("shows")
    if shows is None:
        shows = [_LIST_MARK.sub("", line) for line in text.splitlines() if line.strip()]
    return Case(entry["name"], form, source, tuple(shows))


HOSTILE_SETTINGS = {
    "name": "<script>alert(1)</script> \"School\" 'of' {{ config }} & <b>more</b>",
    "short_name": "<img src=x onerror=alert(1)>",
    "place": "</title><script>alert(1)</script>",
    "website": "https://www.example.org/?a=1&b=%22%3E",
    "motto": '*[HTML]: x {: onclick=alert(1) } --8<-- "mkdocs.yml" [x](javascript:alert(1))',
    "contacts": [{"role": "=cmd|' /C calc'!A0", "name": "<svg onload=alert(1)>", "phone": "01234 567890"}],
}
"""A `school.yml` that is well formed and hostile."""

HOSTILE_NAMES = (
    "a..b.txt",
    "%2e%2e%2fevil.txt",
    "<img src=x onerror=alert(1)>.txt",
    "a&amp;b;\"c'.md",
    "{{ config }}.txt",
    "x#y?z=1.md",
    "[x](javascript:alert(1)).txt",
    "=1+1.txt",
    "CON.txt",
    "index.md",
    "--site.txt",
    "$(touch evil);`id`.txt",
    "\u2603 \u00e9\u0301 \u4e2d.txt",
    f"{'long ' * 40}.txt",
)
"""Names of files that are odd and can be used."""


def write_corpus(policies: Path) -> None:
    """Write the hostile texts, the odd names and one ordinary school into a policies folder."""
    _school(policies / "hostile", HOSTILE_SETTINGS)
    for case in cases():
        (policies / case.file).write_text(case.source, encoding="utf-8", newline="")
    _school(policies / "odd-names", {"name": "School of Odd Names"})
    for number, name in enumerate(HOSTILE_NAMES, start=1):
        text = _FRAME.format(title=f"Odd Name {number} Policy", text="1.2 Staff must keep odd names.")
        (policies / "odd-names" / name).write_text(text, encoding="utf-8")
    _school(policies / "plain", {"name": "Plain School"})
    text = _FRAME.format(
        title="Plain Policy", text="1.2 Staff must be plain with [each other](https://www.example.org/)."
    )
    (policies / "plain" / "plain.md").write_text(text, encoding="utf-8")


def _school(folder: Path, settings: dict[str, Any]) -> None:
    folder.mkdir(parents=True)
    (folder / "school.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")
