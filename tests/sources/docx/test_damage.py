"""Damaged files give text or one clear refusal, whatever is wrong with them."""

from __future__ import annotations

import io
import random
import zipfile
from contextlib import suppress

import pytest

from clauseway.problems import UnreadableSource
from clauseway.sources.docx import read_docx
from tests.sources.docx.lists import CASES
from tests.sources.docx.making import box, field, make, p, pack, r

_TAGS = (
    "w:p",
    "w:r",
    "w:t",
    "w:tbl",
    "w:tc",
    "w:tr",
    "w:pPr",
    "w:numPr",
    "w:lvl",
    "w:num",
    "w:del",
    "w:sdt",
    "w:txbxContent",
)


def whole() -> bytes:
    case = CASES["tables, boxes and controls count along"]
    body = case.body + p(runs=field("TOC", r("Aims 2"))) + p(runs=r("a") + box(p("b")))
    return make(body, case.numbering, CASES["nought takes a style's number away"].styles)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """A file with a few bytes changed, or cut off, or with elements of a part swapped or doubled."""
    if chance.random() < 0.3:
        flipped = bytearray(data)
        for _ in range(chance.randint(1, 5)):
            flipped[chance.randrange(len(flipped))] = chance.randrange(256)
        return bytes(flipped[: chance.randrange(len(flipped))] if chance.random() < 0.3 else flipped)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(sorted(parts))
    one, other = (tag.encode() for tag in chance.sample(_TAGS, 2))
    swapped = (
        parts[name].replace(b"<" + one + b">", b"<" + other + b">").replace(b"</" + one + b">", b"</" + other + b">")
    )
    cut = chance.randrange(len(swapped))
    doubled = swapped[:cut] + swapped[max(0, cut - chance.randrange(400)) :]
    return pack(parts | {name: swapped if chance.random() < 0.6 else doubled})


@pytest.mark.parametrize("seed", range(8))
def test_damage_ends_in_text_or_a_refusal(seed: int) -> None:
    chance, data = random.Random(seed), whole()
    for _ in range(40):
        with suppress(UnreadableSource):
            read_docx(damaged(data, chance), "policy.docx")
