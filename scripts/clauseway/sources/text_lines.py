"""The lines of a plain-text document, each by itself: mark, kind, columns, emphasis, place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from clauseway.model import BlockKind

# Marks seen as bullets in extracted text: typographic ones, dashes, arrows, shapes, dingbats, faces, and
# the private-use characters that symbol fonts turn into.
_BULLET = "[-*+•‣⁃·∙–—§»\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\uf000-\uf0ff]"
_LONE_BULLET = re.compile(_BULLET)
_ITEM = re.compile(rf"(?P<mark>{_BULLET}|o)(?:[ \t]+(?P<inner>{_BULLET}|o)(?=[ \t]))?[ \t]+(?P<rest>\S.*)")
_GLUED_ITEM = re.compile(r"(?P<mark>[•‣\u25a0-\u27bf\uf000-\uf0ff])(?P<rest>[^\W_].*)")
_ATX = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*$")
_COLUMNS = re.compile(r"[ \xa0]*\t[ \t\xa0]*|(?<=\S)[ \xa0]{3,}(?=\S)")
_WORDED_NUMBER = re.compile(
    r"(?:section|part|article|appendix|annex|schedule|stage|step)\s+\w{1,5}[:.]?$", re.IGNORECASE
)
_PIPE_ROW = re.compile(r"\|.*\|")
_HAS_WORD = re.compile(r"[^\W_]")
# Only what surely is emphasis: the marks hug words, so that `*.*` and `2 * 3 * 4` keep theirs.
_EMPHASIS = re.compile(r"(?<![\w*\\])(\*{1,3})(?=[\w\"'“‘(\[])((?:[^*]|\*(?!\1)){0,500}?[^\s*])\1(?![\w*])")
NUMBER_HEAD = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-z]\d{0,2}(?:\.\d{1,2})*|[ivxIVX]{1,5})[.):]\s"
    r"|\((?:\d{1,2}|[A-Za-z]|[ivx]{1,5})\)\s"
    r"|\d{1,3}(?:\.\d{1,3})+\.?\s"
    r"|[A-Z]\d{1,2}(?:\.\d{1,2})*\s"
    r"|(?:section|part|article|appendix|annex|stage|step|rule)\s+(?:\d{1,3}|[A-Z]|[ivxIVX]{1,5})\b",
)
_NUMBER_ONLY = re.compile(
    r"\(?\d{1,3}(?:\.\d{1,3})*[.):]?$|[A-Z]\d{1,2}(?:\.\d{1,2})*[.):]?$|[A-Z](?:\.\d{1,2})+$|\(?(?:[A-Za-z]|[ivxIVX]{1,5})[.):]$"
)
_SECTION_HEAD = re.compile(r"(?:SECTION|Section|PART|Part|Article|ARTICLE|APPENDIX|Appendix|ANNEX|Annex)\s+\w{1,4}\b")
ENDS_OPEN = re.compile(
    r"(?:\b(?:the|a|an|of|to|and|or|in|on|at|by|for|with|from|as|that|which|any|their|our|its|be|under|over|than|until|between|least|per|into|who|is|are)|[,(/])$"
)
ENDS_SENTENCE = re.compile(r"[.!?:;][\"'’”)\]]*$")
# None of these fills a column by itself.
_FUNCTION_WORDS = frozenset(
    {
        "must",
        "should",
        "will",
        "may",
        "not",
        "the",
        "a",
        "an",
        "of",
        "to",
        "and",
        "or",
        "in",
        "is",
        "are",
        "be",
        "with",
        "for",
    }
)
TAB_WIDTH = 4


class Line(msgspec.Struct, frozen=True, gc=False):
    """One physical line, classified."""

    number: int
    page: int
    indent: int
    kind: BlockKind
    text: str
    marker: str = ""
    inner: bool = False
    level: int = 0
    cells: tuple[str, ...] = ()
    emphasis: str = ""
    width: int = 0
    alone: bool = False
    counted: bool = False
    gap_before: bool = False
    starts_page: bool = False

    @property
    def opens(self) -> bool:
        """Whether the line can only begin a block."""
        return (
            self.kind is not BlockKind.PARAGRAPH
            or self.alone
            or self.counted
            or bool(self.emphasis)
            or bool(NUMBER_HEAD.match(self.text))
            or bool(_SECTION_HEAD.match(self.text))
        )


def read_lines(text: str) -> Iterator[Line]:
    """The lines of a text that hold words, in order; a bullet alone on its line goes to the next one."""
    page, gap, starts_page, mark = 1, True, False, ""
    for number, raw_line in enumerate(text.split("\n"), 1):
        for index, raw in enumerate(raw_line.split("\f")):
            if index:
                page, gap, starts_page = page + 1, True, True
            if not _HAS_WORD.search(raw):
                # A bullet on a line by itself, as columns leave it, belongs to the text below.
                mark = raw.strip() if _LONE_BULLET.fullmatch(raw.strip()) else ""
                gap = gap or not mark
                continue
            yield _classify(f"{mark} {raw.lstrip()}" if mark else raw, number, page, gap, starts_page)
            gap = starts_page = False
            mark = ""


def _classify(raw: str, number: int, page: int, gap: bool, starts_page: bool) -> Line:
    expanded = raw.rstrip()
    body = expanded.lstrip()
    indent = len(expanded[: len(expanded) - len(body)].expandtabs(TAB_WIDTH))
    common = {"number": number, "page": page, "indent": indent, "gap_before": gap, "starts_page": starts_page}
    if heading := _ATX.match(body):
        return _make(common, BlockKind.HEADING, heading[2], level=len(heading[1]))
    if _PIPE_ROW.fullmatch(body):
        return _row(common, [cell.strip() for cell in body.strip("|").split("|")])
    marker, inner, rest = _split_mark(body)
    cells = _COLUMNS.split(rest)
    if len(cells) > 1 and _sets_off_number(cells, marker):
        rest, cells = " ".join(cells), []
    if len(cells) > 1 and not marker and not _is_justified(rest, cells):
        return _row(common, cells)
    kind = BlockKind.ITEM if marker else BlockKind.PARAGRAPH
    return _make(common, kind, rest, marker=marker, inner=inner, width=len(expanded))


def _is_justified(text: str, cells: Sequence[str]) -> bool:
    """Whether wide spaces only justify a line of running text: a cell is then a mere function word."""
    return "\t" not in text and any(cell.strip(":").lower() in _FUNCTION_WORDS for cell in cells)


def _sets_off_number(cells: Sequence[str], marker: str) -> bool:
    """Whether a tab only sets off a number (`1.1<tab>Staff must …`), and the line is no table."""
    if _WORDED_NUMBER.match(cells[0]):
        return len(cells) == 2
    return bool(_NUMBER_ONLY.match(cells[0])) and (len(cells) == 2 or bool(marker))


def _split_mark(body: str) -> tuple[str, bool, str]:
    """List mark, whether a second mark stood behind it (`- o`), and what follows."""
    if match := _ITEM.match(body):
        if match["inner"]:
            return f"{match['mark']} {match['inner']}", True, match["rest"]
        return match["mark"], False, match["rest"]
    if match := _GLUED_ITEM.match(body):
        return match["mark"], False, match["rest"]
    return "", False, body


def _row(common: dict[str, int], cells: Sequence[str]) -> Line:
    clean = tuple(_plain(cell)[0] for cell in cells)
    return Line(kind=BlockKind.ROW, text=" ".join(cell for cell in clean if cell), cells=clean, **common)  # type: ignore[arg-type]


def _make(common: dict[str, int], kind: BlockKind, text: str, **more: object) -> Line:
    plain, emphasis = _plain(text)
    return Line(kind=kind, text=plain, emphasis=emphasis, **common, **more)  # type: ignore[arg-type]


def _plain(text: str) -> tuple[str, str]:
    """The words without emphasis marks, and `bold` or `italic` where that covers all of them."""
    text = " ".join(text.split())
    if "*" not in text:
        return text, ""
    whole = _EMPHASIS.fullmatch(text)
    emphasis = "" if not whole else "bold" if len(whole[1]) >= 2 else "italic"
    for _ in range(2):  # bold within italics
        text = _EMPHASIS.sub(r"\2", text)
    return text, emphasis


def is_plain_low(line: Line) -> bool:
    """Whether a line has no mark and no number and goes on in lower case."""
    return line.kind is BlockKind.PARAGRAPH and line.text[0].islower() and not NUMBER_HEAD.match(line.text)
