"""An OpenDocument text file to its content."""

from __future__ import annotations

from lxml import etree

from clauseway.sources.findings import MACRO, Findings, problems
from clauseway.sources.flow import Content, Paragraph, Table
from clauseway.sources.odt.list_styles import ListStyle, list_style
from clauseway.sources.odt.names import OFFICE, STYLE, TEXT
from clauseway.sources.odt.numbering import Numbering
from clauseway.sources.odt.package import Package, open_package
from clauseway.sources.odt.raw_words import body_words, head_words
from clauseway.sources.odt.styles import Styles, automatic_styles, common_styles
from clauseway.sources.odt.walk import Inside, Walk

_HEADS = ("header", "header-first", "header-left")
_FEET = ("footer", "footer-first", "footer-left")
_DEFAULT_MASTER = "Standard"

_Flow = list[Paragraph | Table]


def read_odt(data: bytes, file: str) -> Content:
    """Read an OpenDocument text (.odt, .ott, or .fodt, which is not zipped); `file` is only for messages.

    Raises UnreadableSource: `source-damaged`, `source-too-large`, `source-password`, `source-format`.
    """
    package = open_package(data, file)
    findings = Findings()
    body_styles = _styles(package, package.content)
    walk = Walk(body_styles, _numbering(package, package.content), findings)
    body = walk.flow(package.body, Inside())
    in_body = walk.paragraphs
    head_styles = _styles(package, package.styles)
    masters = _used_masters(package.styles, walk.masters)
    heads = Walk(head_styles, _numbering(package, package.styles), findings, paragraphs=in_body)
    above, below = _heads_and_feet(package.styles, heads, masters)
    for _ in range(package.macros):
        findings.left_out.note(MACRO)
    raw_heads = package.raw_styles or package.raw_content
    return Content(
        flow=(*above, *body, *walk.notes, *below, *heads.notes),
        words=body_words(package.raw_content, body_styles, file)
        + head_words(raw_heads, head_styles, file, masters, in_body),
        pages=package.pages,
        problems=problems(findings, file),
        left_out=findings.left_out.all(),
    )


def _styles(package: Package, part: etree._Element | None) -> Styles:
    return Styles(common_styles(package.styles), automatic_styles(part))


def _numbering(package: Package, part: etree._Element | None) -> Numbering:
    """Prepare the list styles that can be named in a part, the automatic ones going before the common ones."""
    found: dict[str, ListStyle] = {}
    outline = None
    for style in (*common_styles(package.styles), *automatic_styles(part)):
        if style.tag in (f"{TEXT}list-style", f"{TEXT}outline-style"):
            found[style.get(f"{STYLE}name", "")] = list_style(style)
        if style.tag == f"{TEXT}outline-style":
            outline = style.get(f"{STYLE}name", "")
    return Numbering(found, outline)


def _masters(styles: etree._Element | None) -> dict[str, etree._Element]:
    found = None if styles is None else styles.find(f"{OFFICE}master-styles")
    pages = () if found is None else found.iterchildren(f"{STYLE}master-page")
    return {page.get(f"{STYLE}name", ""): page for page in pages}


def _used_masters(styles: etree._Element | None, begun: list[tuple[str, int]]) -> frozenset[str]:
    """Tell which master pages the document uses: the one it begins with, those that begin later, what follows each."""
    known = _masters(styles)
    pending = [name for name, _ in begun]
    if known and not (begun and begun[0][1] <= 1):
        pending.append(_DEFAULT_MASTER if _DEFAULT_MASTER in known else next(iter(known)))
    used: set[str] = set()
    while pending:
        name = pending.pop()
        if name in known and name not in used:
            used.add(name)
            pending.append(known[name].get(f"{STYLE}next-style-name", ""))
    return frozenset(used)


def _heads_and_feet(styles: etree._Element | None, walk: Walk, used: frozenset[str]) -> tuple[_Flow, _Flow]:
    """Read the heads and feet of the master pages used, each once, in the order of the file."""
    above: _Flow = []
    below: _Flow = []
    for name, page in _masters(styles).items():
        for element in page.iterchildren("*") if name in used else ():
            kind = etree.QName(element).localname
            if element.get(f"{STYLE}display") == "false":
                continue
            if kind in _HEADS:
                above += walk.flow(element, Inside("page header"))
            elif kind in _FEET:
                below += walk.flow(element, Inside("page foot"))
    return above, below
