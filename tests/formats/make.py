"""Write the labelled documents: `python -m tests.formats.make [name ...]`. LibreOffice is needed for some `.odt`."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.formats import documents
from tests.formats.author import Document, Form, Level, labels, write_labels
from tests.formats.documents.anti_bullying import BULLYING
from tests.formats.documents.charging import CHARGING
from tests.formats.documents.complaints import COMPLAINTS
from tests.formats.documents.data_protection import DATA
from tests.formats.documents.phones_and_acceptable_use import PHONES_AND_USE
from tests.formats.documents.round_trip import ROUND_TRIP
from tests.formats.documents.staff_conduct import CONDUCT
from tests.formats.office import convert
from tests.formats.open_document import write_flat, write_packed
from tests.formats.plain_forms import to_html, to_markdown, to_text
from tests.formats.word import write_word

CASES = Path(__file__).parents[1] / "cases"
ROUND = Path(__file__).with_name("round_trip")

UNTIED = DATA.lists | {"legal": (Level("decimal", "%1"), Level("decimal", "%1.%2"))}

CONVERTED = {
    "dev-odt-anti-bullying": BULLYING,
    "dev-odt-charging": CHARGING,
    "dev-odt-complaints": COMPLAINTS,
    "dev-odt-two-policies": PHONES_AND_USE,
    "dev-odt-staff-conduct": CONDUCT,
    "dev-odt-data-protection": replace(
        DATA, lists=UNTIED, forms=DATA.forms | {"heading1": Form(list="legal", bold=True)}
    ),
}
"""OpenDocument files that LibreOffice makes of Word files. A list tied to heading styles would lose its numbers."""

SAVED_BY_LIBREOFFICE = ("dev-odt-photographs", "dev-odt-medicines")
"""OpenDocument files that LibreOffice saves from a flat file of ours; the other ones are packed without it."""


def all_documents() -> Iterator[Document]:
    """Give every document that a module of `documents` defines, in order of the modules."""
    for module in sorted(pkgutil.iter_modules(documents.__path__), key=lambda found: found.name):
        held = vars(importlib.import_module(f"{documents.__name__}.{module.name}"))
        yield from (value for value in held.values() if isinstance(value, Document))


def write(document: Document, name: str, data: bytes, ending: str) -> None:
    """Write a document and its labels into its folder."""
    folder = CASES / name
    folder.mkdir(exist_ok=True)
    (folder / f"source.{ending}").write_bytes(data)
    (folder / "expected.json").write_text(write_labels(labels(document)), encoding="utf-8")
    if document.school:
        lines = "".join(f'{key}: "{value}"\n' for key, value in document.school.items())
        (folder / "school.yml").write_text(lines, encoding="utf-8")


def open_document(document: Document) -> bytes:
    """Give an OpenDocument file, saved by LibreOffice where the list above says so."""
    if document.name in SAVED_BY_LIBREOFFICE:
        return saved(write_flat(document), "fodt", "odt")
    return write_packed(document)


def write_round_trip() -> None:
    """Write the policy of the round trip in every format."""
    word, odt = write_word(ROUND_TRIP), write_packed(ROUND_TRIP)
    for ending, data in (("docx", word), ("odt", odt), ("pdf", saved(word, "docx", "pdf"))):
        (ROUND / f"policy.{ending}").write_bytes(data)
    for ending, form in (("md", to_markdown), ("html", to_html), ("txt", to_text)):
        (ROUND / f"policy.{ending}").write_text(form(ROUND_TRIP), encoding="utf-8")
    (ROUND / "expected.json").write_text(write_labels(labels(ROUND_TRIP)), encoding="utf-8")


def saved(data: bytes, ending: str, wanted: str) -> bytes:
    """Let LibreOffice read `data` and save it in another format."""
    with TemporaryDirectory() as folder:
        given = Path(folder) / f"source.{ending}"
        given.write_bytes(data)
        return convert(given, wanted, Path(folder)).read_bytes()


def main(names: list[str]) -> None:
    """Write the documents of these names, or all."""
    made = {document.name: document for document in all_documents() if document.name.startswith("dev-")}
    for name, document in made.items():
        if not names or name in names:
            odt = name.startswith("dev-odt-")
            write(document, name, open_document(document) if odt else write_word(document), "odt" if odt else "docx")
    for name, document in CONVERTED.items():
        if not names or name in names:
            write(document, name, saved(write_word(document), "docx", "odt"), "odt")
    if not names or "round_trip" in names:
        write_round_trip()


if __name__ == "__main__":
    main(sys.argv[1:])
