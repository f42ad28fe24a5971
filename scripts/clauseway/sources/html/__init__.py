"""Web pages: the text among the menus, with the numbers that a browser shows.

lxml was tried first. Its tree drops the whole page where elements stand more than 2,048 deep, glues words
together at stray end tags, and knows no offsets; so pages are taken apart here, and their words are counted
by the standard library's parser.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from clauseway.model import Place
from clauseway.problems import Problem, Severity
from clauseway.sources.findings import COMMENT, DELETED, NUMBER, Findings, problems
from clauseway.sources.flow import Content
from clauseway.sources.html.comments import find_comments
from clauseway.sources.html.definitions import find_joins
from clauseway.sources.html.encoding import page_text, without_endless_references
from clauseway.sources.html.folds import find_folds
from clauseway.sources.html.frames import find_frames
from clauseway.sources.html.labels import part_labels
from clauseway.sources.html.left_out import count_left_out, masks
from clauseway.sources.html.notes import find_notes
from clauseway.sources.html.outside import find_outside
from clauseway.sources.html.paragraphs import Lines
from clauseway.sources.html.parts import find_parts
from clauseway.sources.html.refusals import refuse_archive, refuse_page
from clauseway.sources.html.styles import Style, Styles, read_styles
from clauseway.sources.html.tokens import tokenize
from clauseway.sources.html.tree import Node, Page, build
from clauseway.sources.html.walk import Plan, read_flow
from clauseway.sources.html.words import page_words
from clauseway.words import has_words


def read_html(data: bytes, file: str) -> Content:
    """Read a web page; `file` is only for messages.

    Raises UnreadableSource with the code `source-empty`, `source-format`, `source-binary`, `source-too-large`,
    `source-frames`, `source-page-code` or `source-login`.
    """
    refuse_archive(data, file)
    source, guesses = page_text(data, file)
    source = without_endless_references(source)
    page = build(tokenize(source), source)
    page = msgspec.structs.replace(page, seams=(*page.seams, *part_labels(page.nodes, source)))
    styles = read_styles(_sheets(page.nodes))
    stated = _stated(page.nodes, styles)
    outside = find_outside(page.nodes, stated, find_comments(page.nodes))
    parts = find_parts(page.nodes, outside)
    notes, frames = find_notes(page.nodes), find_frames(page.nodes, parts)
    folds = find_folds(page.nodes, {*outside, *(index for index, reason in parts.items() if reason)})
    plan = Plan(page, styles, stated, outside, parts, notes, find_joins(page.nodes), folds, frames)
    flow, unresolved, lines = read_flow(plan, source)
    refuse_page(page, flow, file)
    findings = _findings(page, outside, unresolved, lines)
    return Content(
        flow=flow,
        words=page_words(source, masks(page, outside, stated, notes.marks | notes.apart, source)),
        problems=(*guesses, *problems(findings, file), *_cut_off(page, lines, file)),
        left_out=count_left_out(page, outside, parts, lines).all(),
    )


def _sheets(nodes: Sequence[Node]) -> list[str]:
    """Give the style sheets that a page carries itself."""
    return [
        (nodes[node.parent].tag == "style" and node.text) or "" for node in nodes if not node.tag and node.parent > 0
    ]


def _stated(nodes: Sequence[Node], styles: Styles) -> Mapping[int, Style]:
    """Give what styles state for each element that they state anything for."""
    found: dict[int, Style] = {}
    for index, node in enumerate(nodes):
        if node.tag and (styles.rules or "style" in node.attributes) and (style := styles.of(nodes, index)):
            found[index] = style
    return found


def _findings(page: Page, outside: Mapping[int, str], unresolved: Iterable[int], lines: Lines) -> Findings:
    """Gather what a person should look at.

    Comments in the page's code and menus that open when they are wanted are left out too, but stand in every page.
    """
    findings = Findings()
    for offset in unresolved:
        findings.seen.note(NUMBER, "", Place(line=lines.at(offset)))
    for index, what in outside.items():
        if what in (DELETED, COMMENT):
            findings.left_out.note(what, "", Place(line=lines.at(page.nodes[index].start)))
    return findings


def _cut_off(page: Page, lines: Lines, file: str) -> tuple[Problem, ...]:
    cut = [token for token in page.odd if not token.closed and has_words(token.text)]
    if not cut:
        return ()
    message = "The page's code breaks off, or a comment in it is never closed; what follows is not shown."
    advice = "Look at the end of the policy; save the page again if something is missing."
    line = lines.at(cut[0].start)
    return (Problem("page-cut-off", Severity.WARNING, message, file, line=line, advice=advice),)
