"""Web pages: the text among the menus, with the numbers that a browser shows.

lxml was tried first. Its tree drops the whole page where elements stand more than 2,048 deep, glues words
together at stray end tags, and knows no offsets; so pages are taken apart here, and their words are counted
by the standard library's parser.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from clauseway.problems import Problem, Severity
from clauseway.sources.flow import Content
from clauseway.sources.html.comments import COMMENT, find_comments
from clauseway.sources.html.definitions import find_joins
from clauseway.sources.html.encoding import page_text
from clauseway.sources.html.folds import find_folds
from clauseway.sources.html.frames import find_frames
from clauseway.sources.html.labels import part_labels
from clauseway.sources.html.left_out import list_left_out, masks
from clauseway.sources.html.notes import find_notes
from clauseway.sources.html.outside import DELETED, find_outside
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
    source, problems = page_text(data, file)
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
    return Content(
        flow=flow,
        words=page_words(source, masks(page, outside, stated, notes.marks | notes.apart, source)),
        problems=(*problems, *_problems(page, outside, unresolved, lines, file)),
        left_out=list_left_out(page, outside, parts, lines),
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


def _problems(
    page: Page, outside: Mapping[int, str], unresolved: Sequence[int], lines: Lines, file: str
) -> tuple[Problem, ...]:
    """Say what a person should look at: each kind once, at its first place."""
    made: list[Problem] = []
    deleted = [page.nodes[index].start for index, what in outside.items() if what == DELETED]
    if deleted:
        made.append(
            Problem(
                code="tracked-changes",
                severity=Severity.WARNING,
                message=f"The page holds struck-out text in {len(deleted)} place(s); it was left out.",
                file=file,
                line=lines.at(deleted[0]),
                advice="Check that the page is the version that was agreed.",
            )
        )
    if unresolved:
        made.append(
            Problem(
                code="number-unresolved",
                severity=Severity.WARNING,
                message=f"The numbers of {len(unresolved)} item(s) could not be told from the page, so they have none.",
                file=file,
                line=lines.at(unresolved[0]),
                advice="Compare with the page in a browser, or use the document from which it was made.",
            )
        )
    remarks = [page.nodes[index].start for index, what in outside.items() if what == COMMENT]
    if remarks:
        made.append(
            Problem(
                code="comments",
                severity=Severity.INFO,
                message=f"The page holds comments, which are left out ({_times(len(remarks))}).",
                file=file,
                line=lines.at(remarks[0]),
                advice="Delete them if nobody needs them any more, and save the page again.",
            )
        )
    cut = [token for token in page.odd if not token.closed and has_words(token.text)]
    if cut:
        made.append(
            Problem(
                code="page-cut-off",
                severity=Severity.WARNING,
                message="The page's code breaks off, or a comment in it is never closed; what follows is not shown.",
                file=file,
                line=lines.at(cut[0].start),
                advice="Look at the end of the policy; save the page again if something is missing.",
            )
        )
    return tuple(made)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
