"""Write the labelled PDF and HTML files: `python -m tests.formats.make_pdf.make [name ...]`."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.formats.author import write_labels
from tests.formats.make_pdf import documents
from tests.formats.make_pdf.check import unfound
from tests.formats.make_pdf.paper import Paper, expected

CASES = Path(__file__).parents[2] / "cases"


def papers() -> Iterator[Paper]:
    """Give every paper that a module of `documents` defines, in order of the modules."""
    for module in sorted(pkgutil.iter_modules(documents.__path__), key=lambda found: found.name):
        held = vars(importlib.import_module(f"{documents.__name__}.{module.name}"))
        yield from (value for value in held.values() if isinstance(value, Paper))


def write(one: Paper) -> list[str]:
    """Write one file with its labels; give the label texts that do not stand in it."""
    folder = CASES / one.document.name
    folder.mkdir(exist_ok=True)
    data = one.print(one.document)
    wanted = expected(one)
    (folder / f"source.{one.ending}").write_bytes(data)
    (folder / "expected.json").write_text(write_labels(wanted), encoding="utf-8")
    if one.document.school:
        lines = "".join(f'{key}: "{value}"\n' for key, value in one.document.school.items())
        (folder / "school.yml").write_text(lines, encoding="utf-8")
    return unfound(data, one.ending, wanted)


def write_table() -> None:
    """Write the list of what each file is for."""
    rows = sorted(f"| {one.document.name} | {one.kind} | {one.difficult} |" for one in papers())
    head = "# PDF and HTML files\n\nMade by `python -m tests.formats.make_pdf.make`.\n\n| folder | kind | what is difficult |\n|---|---|---|\n"
    (CASES / "FORMATS-PDF-HTML.md").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")


def main(names: list[str]) -> int:
    """Write the files of these names, or all; say which labels do not stand in their file."""
    bad = 0
    for one in papers():
        if names and one.document.name not in names:
            continue
        missing = write(one)
        bad += len(missing)
        clauses = sum(len(policy["clauses"]) for policy in expected(one)["policies"])
        print(f"{one.document.name}: {clauses} clauses", *missing, sep="\n    ")  # noqa: T201
    write_table()
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
