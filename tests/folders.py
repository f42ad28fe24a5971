"""Policies folders for tests."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

PHONES = """\
Mobile Phones Policy

Approved by Governors: March 2024
Next review date: March 2026

This policy applies to all pupils.

1 Pupils

1.1 Pupils must switch off their phones at the gate.
1.2 Pupils must not use phones in lessons.
"""


def make_policies(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` (by path within the policies folder) under `folder` and give the policies folder."""
    policies = folder / "policies"
    for name, content in files.items():
        path = policies / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return policies
