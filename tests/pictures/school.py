"""A made-up school with two policies and a proposed change, as the guide tells of them."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document

from tests.repository import Repository

SCHOOL = "oak-hill-primary-school"
TODAY = "2026-05-11"
"""The day on which the pictures are looked at."""

_SETTINGS = """\
name: Oak Hill Primary School
place: Anytown
contacts:
  - role: Headteacher
    name: Mrs A. Bell
    email: head@oakhill.example
"""

_PHONES = """\
# Mobile Phones Policy

Approved by: Full Governing Body
Date approved: {approved}
Next review: {review}

## 1. Aims

1.1 Phones are useful, and they distract. This policy applies to staff, parents and pupils.

## 2. In school

2.1 Pupils must hand in their phones at the office in the morning.
2.2 Pupils must not use phones in lessons{lessons}
{more}
## 3. Staff

3.1 Staff must not:

- use their own phones while they look after pupils
- take photos of pupils with their own phones
- give their own number to pupils

3.2 Staff should keep their phones locked away during lessons.

## 4. Parents

4.1 Parents may take photos at school events for their own use.
4.2 Parents should not post photos of other people’s children.
"""

_BEHAVIOUR = """\
# Behaviour Policy

Date approved: 4 March 2024
Next review: March 2026

## 1. Rules

This policy applies to all pupils.

1.1 Pupils must follow the instructions of staff.
1.2 Pupils must not leave the school site without permission.
1.3 Parents should tell the school about anything that worries their child.
"""

_COMPLAINTS = """\
# Complaints Procedure

Date approved: 9 October 2025

## 1. How to complain

This policy applies to parents and carers.

1.1 Parents should first speak to the class teacher.
1.2 The school will reply within ten school days.
1.3 The headteacher must write down every formal complaint.
"""

FIRST = _PHONES.format(approved="11 March 2024", review="March 2025", lessons=" unless the teacher agrees.", more="")
SECOND = _PHONES.format(
    approved="12 March 2025",
    review="March 2027",
    lessons=".",
    more="2.3 Visitors must leave their phones at reception. Ask [insert name] where.\n",
)
THIRD = SECOND.replace("[insert name]", "Mr Cole")


def just_started(folder: Path) -> Path:
    """The policies folder of a copy that has just started with its school."""
    made = Repository(folder)
    made.commit("2024-02-01", {f"{SCHOOL}/school.yml": "name: Oak Hill Primary School\nplace: Anytown\n"})
    return made.policies


def in_use(folder: Path) -> Repository:
    """A school with three policies, of one of which a new edition is proposed and not yet merged."""
    made = Repository(folder)
    made.commit(
        "2024-03-15",
        {
            f"{SCHOOL}/school.yml": _SETTINGS,
            f"{SCHOOL}/mobile-phones.docx": _word(FIRST),
            f"{SCHOOL}/behaviour.docx": _word(_BEHAVIOUR),
            f"{SCHOOL}/complaints.docx": _word(_COMPLAINTS),
        },
    )
    made.write({f"{SCHOOL}/mobile-phones.docx": _word(SECOND)})
    return made


def merged(made: Repository) -> Path:
    """The policies folder once the proposed change is mended and merged."""
    made.commit("2025-03-14", {f"{SCHOOL}/mobile-phones.docx": _word(THIRD)})
    return made.policies


def _word(text: str) -> bytes:
    """A text with headings and lists as a Word document."""
    made = Document()
    for line in filter(None, text.splitlines()):
        mark, _, words = line.partition(" ")
        if mark in ("#", "##"):
            made.add_heading(words, len(mark) - 1)
        elif mark == "-":
            made.add_paragraph(words, style="List Bullet")
        else:
            made.add_paragraph(line)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()
