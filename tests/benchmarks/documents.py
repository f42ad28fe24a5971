"""Made-up policies in every format: `python -m tests.benchmarks.documents PAGES COUNT FOLDER FORMAT ...`.

The words are those of `tests.generate`, the files are written by the writers of `tests.formats`. They are made in a
process of their own, since that needs more memory than anything that is measured.
"""

from __future__ import annotations

import argparse
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape

from tests.formats import author
from tests.formats.author import Document, Form, Level
from tests.formats.make_pdf.flowables import Look, line, set_pages
from tests.formats.marks import visible
from tests.formats.open_document import write_packed
from tests.formats.plain_forms import to_html, to_text
from tests.formats.usual import BULLETS, LETTERS, PAGE_FORMS
from tests.formats.word import write_word
from tests.generate.matters import kinds, matters, matters_of
from tests.generate.numbering import Numbering
from tests.generate.outline import Element, Writer

SEED = 1
WORDS_ON_A_PAGE = 500
RUN_WORDS = 8
"""Words of a stretch that Word keeps by itself in a file that was typed and corrected over the years."""

_SENTENCES = re.compile(r"(?<=<w:t>)[^<]+\.(?=</w:t>)")
_RUN = re.compile(
    r"<w:r>(?:<w:rPr/>|<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?<w:t(?: [^>]*)?>([^<]*)</w:t></w:r>", re.DOTALL
)
_MOST_ELEMENTS = 4_000  # that python-docx writes in a few seconds
_LETTERED = Numbering("(a) in lists", "{s}.", "", "{s}.{n}", "({a})", "({r})")
_BULLETED = Numbering("bullets in lists", "{s}.", "", "{s}.{n}", "•", "o")
_SECTIONS = ("Aims", "Roles and responsibilities", "What we expect", "Day to day practice", "Records", "At home")
_SECTION_WORDS = 600
_COVER = (
    ("Approved by", "Full Governing Body"),
    ("Date approved", "9 April 2025"),
    ("Next review date", "April 2027"),
    ("Policy owner", "Headteacher"),
)


def policy(pages: int, seed: int) -> Document:
    """Make up a policy of about that many pages: numbered clauses, lists within lists, tables."""
    rng = Random(f"{seed}/formats")
    kind = kinds()[seed % len(kinds())]
    duties = {matter.slug: rng.choice(matter.duties) for matter in matters()}
    writer = Writer(rng, _LETTERED, duties, tuple(dict.fromkeys((*matters_of(kind), *matters())))[:60])
    _fill(writer, pages * WORDS_ON_A_PAGE)
    title = f"{kind.replace('-', ' ').title()} Policy"
    elements = tuple(_as_author(writer.elements, rng))
    cover = (author.policy(title, kind, "spkg"), author.metadata(*_COVER))
    return Document(
        name=f"policy-{seed}",
        lists={"house": (Level("decimal", "%1."), Level("decimal", "%1.%2")), "letters": LETTERS, "bullets": BULLETS},
        forms={
            **PAGE_FORMS,
            "heading1": Form("Heading 1", list="house"),
            "clause2": Form(list="house", level=1),
            "item1": Form("List Paragraph", list="letters", fresh=True),
            "item2": Form("List Paragraph", list="letters", level=1),
        },
        header=(title,),
        footer=("Page [[page:]] of [[pages:]]",),
        elements=(*cover, *elements),
    )


def _fill(writer: Writer, wanted: int) -> None:
    """Write sections until the words are reached."""
    counted = done = due = 0
    while done < wanted:
        if done >= due:
            writer.section(writer.rng.choice(_SECTIONS))
            due += _SECTION_WORDS
        writer.numbering = writer.rng.choice((_LETTERED, _BULLETED))
        writer.rng.choices((writer.paragraph, writer.listing, writer.table), (82, 16, 2))[0]()
        done += sum(len(element.text.split()) for element in writer.elements[counted:])
        counted = len(writer.elements)


def _as_author(elements: Iterable[Element], rng: Random) -> Iterator[author.Element]:
    """Give the elements as the writers of files know them, a row of a table with all of its table."""
    for tabled, run in groupby(elements, key=lambda element: element.role in ("head_row", "row")):
        held = list(run)
        if tabled:
            yield author.table(held[0].cells, *(("none s", *row.cells) for row in held[1:]))
        else:
            yield from (_element(element, rng) for element in held)


def _element(element: Element, rng: Random) -> author.Element:
    number = element.number or None
    depth = element.depth + bool(element.lead_ins)
    text = element.text
    if rng.random() < 0.1:
        text = re.sub(r"\b(must|should|may)( not)?\b", r"[[b:\g<0>]]", text, count=1)
    if element.role == "section":
        return author.h(number, text)
    if element.role == "lead_in":
        return author.lead(number, text, depth)
    if element.role == "item":
        return author.i(number, text, "must s", depth)
    return author.tail(text) if element.role == "tail" else author.c(number, text, "must s")


def write_pdf(document: Document) -> bytes:
    """Give the document as a PDF with a running head and page numbers, as reportlab sets it."""
    tables = sum(bool(element.rows) for element in document.elements)
    draw = line("Page {}", 290, 40)
    return set_pages(Look(size=10, leading=12, gap=4, widths=((150, 150, 150),) * tables, on_odd=draw))(document)


def write_typed_word(document: Document) -> bytes:
    """Give the document as a Word file whose text is in short runs with fonts and revision marks, as Word leaves it.

    Of a long one only the first part is written; it is repeated with other paragraphs of the document in it, since
    python-docx takes a minute for 1,000 pages.
    """
    first = replace(document, elements=document.elements[:_MOST_ELEMENTS])
    others = iter([escape(visible(element.text)) for element in document.elements if element.kind == "clause"])
    times = -(-len(document.elements) // _MOST_ELEMENTS)
    given, made = zipfile.ZipFile(io.BytesIO(write_word(first))), io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            data = given.read(name)
            kept.writestr(name, _as_typed(data.decode(), times, others) if name == "word/document.xml" else data)
    return made.getvalue()


def _as_typed(xml: str, times: int, others: Iterator[str]) -> str:
    cover, end, rest = xml.partition("</w:tbl>")
    text, last, section = rest.rpartition("<w:sectPr")
    copies = (_SENTENCES.sub(lambda found: next(others, found[0]), text) for _ in range(times - 1))
    return _RUN.sub(_runs, "".join((cover, end, text, *copies, last, section)))


def _runs(found: re.Match[str]) -> str:
    dress = (
        f'<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>{found[1] or ""}<w:szCs w:val="24"/></w:rPr>'
    )
    stretches = re.findall(rf"(?:\S*\s*){{1,{RUN_WORDS}}}", found[2])
    return "".join(
        f'<w:r w:rsidR="00AB12CD" w:rsidRPr="00EF34AB">{dress}<w:t xml:space="preserve">{words}</w:t></w:r>'
        for words in stretches
        if words
    )


def _plain(form: Callable[[Document], str]) -> Callable[[Document], bytes]:
    return lambda document: form(document).encode()


WRITERS: dict[str, Callable[[Document], bytes]] = {
    "txt": _plain(to_text),
    "docx": write_typed_word,
    "pdf": write_pdf,
    "odt": write_packed,
    "html": _plain(to_html),
}
"""By a file's ending: what writes it."""


def main() -> None:
    """Write the files that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.documents")
    parser.add_argument("pages", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("formats", nargs="+", choices=WRITERS)
    args = parser.parse_args()
    for seed in range(SEED, SEED + args.count):
        document = policy(args.pages, seed)
        for ending in args.formats:
            (args.folder / f"{document.name}.{ending}").write_bytes(WRITERS[ending](document))


if __name__ == "__main__":
    main()
