"""Every code that a person can meet is explained on the page about messages, and no other."""

from __future__ import annotations

import re
from pathlib import Path

from clauseway.vocabulary import load

ROOT = Path(__file__).parents[1]
PREFIXES = (
    "control date dates embedded encoding engine file folder hidden history init link mobile named nothing number "
    "ocr page pdf personal picture read reading review rules school scope settings sidecar site source stale title tracked"
)
SINGLE = "ledger|internal|comments|highlighted|placeholder"
CODE = re.compile(rf'"((?:{"|".join(PREFIXES.split())})(?:-[a-z]+)+|{SINGLE})"')
# Fields and settings that look like codes.
OTHERS = {"number-columns-repeated", "number-columns-spanned"}
# In the parts that name problems; elsewhere such words are fields, ids or rules.
PARTS = (
    "cache",
    "checks",
    "cli",
    "describe/doubts.py",
    "differences.py",
    "histories.py",
    "preview.py",
    "document.py",
    "naming.py",
    "pipeline.py",
    "render",
    "settings",
    "sources",
)


def codes_in_use() -> set[str]:
    package = ROOT / "scripts/clauseway"
    files = [
        file
        for part in PARTS
        for file in ([package / part] if part.endswith(".py") else (package / part).rglob("*.py"))
    ]
    return {code for file in files for code in CODE.findall(file.read_text(encoding="utf-8"))} - OTHERS


def test_every_code_is_explained() -> None:
    explained = set(
        re.findall(rf"`((?:[a-z]+-)+[a-z]+|{SINGLE})`", (ROOT / "docs/messages.md").read_text(encoding="utf-8"))
    )
    assert codes_in_use() == explained == set(load("codes")["codes"])


def test_every_code_has_a_place_to_link_to() -> None:
    text = (ROOT / "docs/messages.md").read_text(encoding="utf-8")
    places = re.findall(r"`([a-z-]+)`\{: #([a-z-]+) \}", text)
    assert all(code == place for code, place in places)
    assert sorted(code for code, _ in places) == load("codes")["codes"]
