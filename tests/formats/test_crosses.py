"""A cross before an item denies it: it stays with the words in every format, whatever else it would be."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from clauseway.model import Duty
from clauseway.pipeline import gather

WEB = """<h1>Phones Policy</h1><p>Pupils:</p><ul><li>✓ Keep phones in bags</li><li>✗ Share your password</li></ul>
<ul style="list-style-type: '❌ '"><li>Bring weapons</li></ul>"""


def _text(mark: str) -> bytes:
    return f"Phones Policy\n\nPupils:\n\n✓ Keep phones in bags\n{mark} Share your password\n".encode()


def _markdown() -> bytes:
    return "# Phones Policy\n\nPupils:\n\n- ✓ Keep phones in bags\n- ✗ Share your password\n".encode()


def _word() -> bytes:
    """A typed cross, and one that a list draws with a symbol font."""
    document = docx.Document()
    document.add_heading("Phones Policy", 0)
    document.add_paragraph("Pupils:")
    document.add_paragraph("✗ Share your password")
    document.add_paragraph("Bring weapons", style="List Bullet")
    for level in document.part.numbering_part.element.iter(qn("w:lvl")):
        level.find(qn("w:lvlText")).set(qn("w:val"), "\uf0fb")
        for fonts in level.iter(qn("w:rFonts")):
            for name in list(fonts.attrib):
                fonts.set(name, "Wingdings")
    written = BytesIO()
    document.save(written)
    return written.getvalue()


FILES: dict[str, Callable[[], bytes]] = {
    "cross.txt": lambda: _text("✗"),
    "ballot.txt": lambda: _text("☒"),
    "sign.txt": lambda: _text("🚫"),
    "cross.md": _markdown,
    "cross.html": WEB.encode,
    "cross.docx": _word,
}


@pytest.mark.parametrize("name", FILES)
def test_what_a_cross_denies_is_no_rule_to_do_it(tmp_path: Path, name: str) -> None:
    school = tmp_path / "oak"
    school.mkdir()
    (school / "school.yml").write_text("name: Oak School\n", encoding="utf-8")
    (school / name).write_bytes(FILES[name]())
    (policy,) = gather(tmp_path, 1, lambda *_: None).policies
    duties = {
        piece.text: findings.duty for piece, findings in zip(policy.pieces, policy.findings, strict=True) if findings
    }
    denied = {text: duty for text, duty in duties.items() if "password" in text or "weapons" in text}
    assert denied
    assert set(denied.values()) == {Duty.MUST_NOT}
    assert all(not text[0].isalnum() for text in denied)
    assert all(duty is Duty.MUST for text, duty in duties.items() if "bags" in text)
