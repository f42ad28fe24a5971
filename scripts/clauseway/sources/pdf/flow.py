"""Paragraphs and tables of a PDF as the flow that all rich formats share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from clauseway.model import Place
from clauseway.sources.flow import Cell, Flow, Paragraph, Run, Table
from clauseway.sources.pdf.grids import continues
from clauseway.sources.pdf.hyphens import Usage, glue
from clauseway.sources.pdf.layout import CellLines, GridLines, Item
from clauseway.sources.pdf.ledger import Changes
from clauseway.sources.pdf.lines import LEADER_END, Line, is_number_mark
from clauseway.sources.pdf.paragraphs import Para, Spacing, body_size, join_over_breaks, paragraphs, spacing
from clauseway.sources.pdf.styles import heading_levels, item_depths

_FEWEST_ENTRIES = 3
REPEATED_HEAD = "repeated table head"


@dataclass(slots=True)
class Writer:
    """Makes the flow of a document, and notes where it reads words otherwise than they stand on the page."""

    known: Usage
    changes: Changes = field(default_factory=Changes)

    def paragraph(self, para: Para, level: int = 0, depth: int = 0) -> Paragraph:
        """One paragraph with its words joined over its lines."""
        line = para.lines[0]
        for each in para.lines:
            self.changes.drop_mark(each.bullet, each.page)
        return Paragraph(
            runs=tuple(self._runs(para.lines)),
            place=Place(page=line.page),
            marker=line.bullet,
            listed=bool(line.bullet),
            depth=depth,
            level=level,
            gap_before=para.gap_before,
            starts_page=para.starts_page,
            aside=para.aside,
        )

    def _runs(self, lines: Sequence[Line]) -> Iterator[Run]:
        bits: list[Run] = []
        so_far = ""
        for index, line in enumerate(lines):
            text = line.text
            if index:
                between = glue(so_far, text, self.known)
                if between == "":
                    self.changes.join(so_far, text, lines[index - 1].page, line.page)
                    so_far = so_far.rstrip()[:-1]
                    bits[-1] = _with_text(bits[-1], bits[-1].text.rstrip()[:-1])
                elif between == " ":
                    so_far += " "
                    bits[-1] = _with_text(bits[-1], bits[-1].text + " ")
            so_far += text
            bits.extend(_line_runs(line))
        return _merged(bits)


def _line_runs(line: Line) -> list[Run]:
    """A line's letters; a number that was not made bold before bold words goes with them."""
    runs = [Run(bit.text, bit.font.bold, bit.font.italic, bit.href) for bit in line.bits]
    if line.numbered and len(runs) > 1 and is_number_mark(runs[0].text.strip()) and all(run.bold for run in runs[1:]):
        runs[0] = Run(runs[0].text, True, runs[1].italic, runs[0].href)
    return runs


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.href)


def _merged(runs: Iterable[Run]) -> Iterator[Run]:
    last: Run | None = None
    for run in runs:
        if last is not None and (last.bold, last.italic, last.href) == (run.bold, run.italic, run.href):
            last = _with_text(last, last.text + run.text)
            continue
        if last is not None and last.text:
            yield last
        last = run
    if last is not None and last.text:
        yield last


def make_flow(items: Sequence[Item], known: Usage) -> tuple[Flow, Changes]:
    """The flow of a laid-out document, with the changes to its words."""
    writer = Writer(known)
    distances = spacing(_all_lines(items))
    body = body_size(_all_lines(items))
    pieces = _merge_tables(join_pieces(_pieces(items, distances), body))
    paras = [piece for piece in pieces if isinstance(piece, Para)]
    _mark_contents(paras)
    levels, depths = heading_levels(paras, body), item_depths(paras)
    flow: list[Paragraph | Table] = []
    count = 0
    page = 0
    for piece in pieces:
        if isinstance(piece, Para):
            first = piece.lines[0].page
            piece.starts_page, page = first > page, max(page, first)
            flow.append(writer.paragraph(piece, levels.get(count, 0), depths.get(count, 0)))
            count += 1
        else:
            flow.append(_table(piece, distances, writer))
    return tuple(flow), writer.changes


def _all_lines(items: Iterable[Item]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, Line):
            yield item
        else:
            yield from (line for cell in item.cells for line in cell.lines)


@dataclass(slots=True)
class Rows:
    """A table, perhaps over several pages."""

    rows: list[list[CellLines]]
    parts: list[GridLines]
    aside: str = ""


Piece = Para | Rows


def _pieces(items: Iterable[Item], distances: Spacing) -> list[Piece]:
    """Lines made paragraphs, tables left as they are."""
    found: list[Piece] = []
    waiting: list[Line] = []
    for item in items:
        if isinstance(item, Line):
            waiting.append(item)
            continue
        found.extend(_paras(waiting, distances))
        waiting = []
        found.append(Rows(_rows(item), [item]))
    found.extend(_paras(waiting, distances))
    return found


def _paras(lines: Sequence[Line], distances: Spacing) -> list[Para]:
    paras = paragraphs(lines, distances)
    for para in paras:
        para.aside = para.lines[0].aside
    return paras


def join_pieces(pieces: Sequence[Piece], body: float) -> list[Piece]:
    """Pieces with the paragraphs joined that a page ended in the middle of; a table ends what stands before it."""
    found: list[Piece] = []
    waiting: list[Para] = []
    for piece in pieces:
        if isinstance(piece, Para):
            waiting.append(piece)
            continue
        found.extend(join_over_breaks(waiting, body))
        waiting = []
        found.append(piece)
    found.extend(join_over_breaks(waiting, body))
    return found


def _rows(item: GridLines) -> list[list[CellLines]]:
    rows: list[list[CellLines]] = [[] for _ in range(item.grid.rows)]
    for cell in item.cells:
        for row in range(cell.slot.row, cell.slot.row + cell.slot.rows):
            rows[row].append(cell if row == cell.slot.row else CellLines(cell.slot, []))
    for row_cells in rows:
        row_cells.sort(key=lambda cell: cell.slot.column)
    return [row_cells for row_cells in rows if row_cells]


def _merge_tables(pieces: Sequence[Piece]) -> list[Piece]:
    """Tables that run over pages made one, heads that are printed again set apart."""
    found: list[Piece] = []
    last: Rows | None = None
    for piece in pieces:
        if isinstance(piece, Para):
            found.append(piece)
            last = last if piece.aside else None
            continue
        if last is not None and _is_rest_of(last, piece):
            if _row_text(piece.rows[0]) == _row_text(last.rows[0]):
                found.append(Rows(piece.rows[:1], piece.parts, REPEATED_HEAD))
                piece.rows = piece.rows[1:]
            if piece.rows and _is_rest_of_row(last.rows[-1], piece.rows[0]):
                _extend_row(last.rows[-1], piece.rows.pop(0))
            last.rows.extend(piece.rows)
            last.parts.extend(piece.parts)
            continue
        found.append(piece)
        last = piece
    return found


def _is_rest_of(upper: Rows, lower: Rows) -> bool:
    a, b = upper.parts[-1], lower.parts[0]
    return b.page == a.page + 1 and continues(a.grid, b.grid)


def _row_text(row: Sequence[CellLines]) -> str:
    return "\n".join(line.text for cell in row for line in cell.lines)


def _is_rest_of_row(upper: Sequence[CellLines], lower: Sequence[CellLines]) -> bool:
    """Whether a page cut a row: its label stands above, and below goes on what had no end."""
    if len(upper) != len(lower) or len(upper) < 2 or lower[0].lines or not upper[0].lines:
        return False
    ends = [(a.lines[-1].text, b.lines[0]) for a, b in zip(upper, lower, strict=True) if a.lines and b.lines]
    return bool(ends) and all(not end.endswith((".", ":", ";")) or line.text[:1].islower() for end, line in ends)


def _extend_row(upper: Sequence[CellLines], lower: Sequence[CellLines]) -> None:
    for a, b in zip(upper, lower, strict=True):
        a.lines.extend(b.lines)


def _table(piece: Rows, distances: Spacing, writer: Writer) -> Table:
    heads = _has_head(piece.rows)
    rows = []
    for index, row in enumerate(piece.rows):
        rows.append(tuple(_cell(cell, distances, writer, heads and index == 0) for cell in row))
    return Table(tuple(rows), piece.aside)


def _cell(cell: CellLines, distances: Spacing, writer: Writer, header: bool) -> Cell:
    paras = join_over_breaks(paragraphs(cell.lines, distances), 0)
    depths = item_depths(paras)
    content = tuple(writer.paragraph(para, depth=depths.get(i, 0)) for i, para in enumerate(paras))
    return Cell(content, header, cell.slot.columns)


def _has_head(rows: Sequence[Sequence[CellLines]]) -> bool:
    """Whether the first row alone is set in bold throughout."""
    bold = [all(line.bold for cell in row for line in cell.lines) for row in rows]
    filled = rows and len(rows[0]) > 1 and all(cell.lines for cell in rows[0])
    return bool(filled) and bold[0] and not any(bold[1:])


def _mark_contents(paras: Sequence[Para]) -> None:
    """Mark entries of a contents list, where several with dot leaders stand together."""
    run: list[Para] = []
    for para in [*paras, None]:
        if para is not None and para.aside:
            continue
        if para is not None and LEADER_END.search(para.lines[-1].text):
            run.append(para)
            continue
        if len(run) >= _FEWEST_ENTRIES:
            for entry in run:
                entry.aside = "contents list"
        run = []
