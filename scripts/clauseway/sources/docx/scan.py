"""Streams the XML of a part for its words, without the tree and the walk that make the text.

Only two things are shared with those: what the styles hide, and what characters of symbol fonts stand for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from clauseway.sources.docx.names import A_SPACE, M_SPACE, MC_SPACE, R_SPACE, W_SPACE, switched_on
from clauseway.sources.docx.styles import Styles
from clauseway.sources.invisible import without_invisible
from clauseway.sources.refusals import damaged
from clauseway.sources.symbols import is_symbol_font, symbol, translate

_SPACES = {W_SPACE: "w", M_SPACE: "m", A_SPACE: "a", MC_SPACE: "mc", R_SPACE: "r"}
_SPACES["http://schemas.openxmlformats.org/drawingml/2006/diagram"] = "dgm"
_VAL = f"{W_SPACE} val"
_TEXTS = frozenset({"w:t", "m:t", "a:t"})
_SILENT = frozenset({"w:rt", "m:rPr", "w:sdtPr", "w:sdtEndPr", "w:pPrChange", "w:rPrChange", "w:sectPrChange"})
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "a:br": "\n"}
_MATH = frozenset({"m:num", "m:den", "m:e", "m:sub", "m:sup", "m:deg", "m:lim", "m:fName"})


@dataclass(slots=True, eq=False)
class _Code:
    """A field whose code is, or was, being read."""

    reading: bool = True
    lapsed: bool = False


@dataclass(slots=True)
class _Text:
    """A paragraph being read."""

    number: int
    style: str | None = None
    pieces: list[tuple[str, tuple[_Code, ...]]] = field(default_factory=list)
    runs_on: bool = False

    def text(self) -> str:
        """Its words; the code of a field is none, unless it never came to an end."""
        return "".join([text for text, codes in self.pieces if all(code.lapsed for code in codes)])


@dataclass(slots=True)
class _Alternative:
    """Branches of which one is read."""

    readable: bool = False
    taken: bool = False
    known: tuple[int, int] = (0, 0)
    """Notes and diagrams found before the branch in hand."""
    spare: tuple[list[tuple[str, str]], list[str]] | None = None
    """Notes and diagrams of the first branch, which count if none has words."""


@dataclass(slots=True)
class Found:
    """What a part of the file holds."""

    texts: list[tuple[str, int]] = field(default_factory=list)
    """The paragraphs, with their numbers."""
    notes: list[tuple[str, str]] = field(default_factory=list)
    """Notes that the text refers to, by kind and id."""
    diagrams: list[str] = field(default_factory=list)
    """Ids of the relations to diagrams' words."""
    by_note: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    """In a part of notes: the paragraphs of each, by id."""


class Scanner:
    """Takes a part's XML a tag at a time."""

    def __init__(self, styles: Styles, number: int) -> None:
        """Start after `number` paragraphs of other parts."""
        self._styles = styles
        self._number = number
        self._found = Found()
        self._names: dict[str, str] = {}
        self._path: list[str] = [""]
        self._skip = 0
        """How many elements deep the reader is within something that is no text; 0 for text."""
        self._paragraphs: list[_Text] = []
        self._held: list[_Text | None] = [None]
        """By container: a paragraph that runs on into the next."""
        self._outer: list[tuple[tuple[str | None, bool | None, str | None], list[_Code]]] = []
        """By text box: the run and the fields that it stands in."""
        self._alternatives: list[_Alternative] = []
        self._codes: list[_Code] = []
        self._run: tuple[str | None, bool | None, str | None] = (None, None, None)
        """Style, hidden and symbol font of the run in hand."""
        self._note = ""
        self._parts: list[str] = []

    def read(self, data: bytes, part: str, file: str) -> Found:
        """Read a part; `part` and `file` are only for messages."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, ValueError, LookupError) as error:  # the last for an encoding it does not know
            raise damaged(file, f"its part {part} is no well-formed XML ({error})") from error
        self._flush()
        return self._found

    def _name(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            space, _, local = name.rpartition(" ")
            short = self._names[name] = f"{_SPACES.get(space, '?')}:{local}"
        return short

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        short = self._names.get(name) or self._name(name)
        parent = self._path[-1]
        self._path.append(short)
        if self._skip:
            self._skip += 1
        elif short in _STARTS:
            _STARTS[short](self, attributes, parent)
        elif short in _CHARACTERS:
            self._character(short, attributes, parent)
        elif short in _SILENT:
            self._skip = 1

    def _end(self, name: str) -> None:
        short = self._path.pop()
        if short in _TEXTS:
            self._text(short)
        if self._skip:
            self._skip -= 1
            if not self._skip and short == "w:tc":
                self._close()
        elif short in _ENDS:
            _ENDS[short](self)
        elif short in _MATH:
            self._add(" ")

    def _characters(self, text: str) -> None:
        if self._path[-1] in _TEXTS:
            self._parts.append(text)

    def _text(self, short: str) -> None:
        text = "".join(self._parts)
        self._parts.clear()
        if text and not text.isspace():
            for each in self._alternatives:
                each.readable = True
        if self._skip:
            return
        font = self._run[2]
        text = without_invisible(text)
        self._add(translate(text, font) if font and short == "w:t" else text)

    def _add(self, text: str) -> None:
        if self._paragraphs and text and not self._hidden():
            codes = tuple([code for code in self._codes if code.reading]) if self._codes else ()
            self._paragraphs[-1].pieces.append((text, codes))

    def _hidden(self) -> bool:
        style, hidden, _ = self._run
        return self._styles.hides(self._paragraphs[-1].style, style) if hidden is None else hidden

    def _character(self, short: str, attributes: dict[str, str], parent: str) -> None:
        if parent != "w:tabs":
            self._add(_CHARACTERS[short])

    def _paragraph(self, attributes: dict[str, str], parent: str) -> None:
        self._number += 1
        held, self._held[-1] = self._held[-1], None
        paragraph = held or _Text(self._number)
        paragraph.runs_on, paragraph.style = False, None
        self._paragraphs.append(paragraph)

    def _paragraph_ends(self) -> None:
        for code in self._codes:
            if code.reading:
                code.reading, code.lapsed = False, True
        paragraph = self._paragraphs.pop()
        if paragraph.runs_on:
            self._held[-1] = paragraph
        else:
            self._keep(paragraph)

    def _keep(self, paragraph: _Text) -> None:
        texts = self._found.by_note.setdefault(self._note, []) if self._note else self._found.texts
        texts.append((paragraph.text(), paragraph.number))

    def _flush(self) -> None:
        held, self._held[-1] = self._held[-1], None
        if held is not None:
            self._keep(held)

    def _table(self, attributes: dict[str, str], parent: str) -> None:
        self._flush()

    def _open(self, attributes: dict[str, str], parent: str) -> None:
        self._held.append(None)

    def _close(self) -> None:
        self._flush()
        self._held.pop()

    def _box(self, attributes: dict[str, str], parent: str) -> None:
        self._held.append(None)
        self._outer.append((self._run, self._codes))
        self._run, self._codes = (None, None, None), []

    def _box_ends(self) -> None:
        self._close()
        self._run, self._codes = self._outer.pop()

    def _drawn_paragraph(self, attributes: dict[str, str], parent: str) -> None:
        self._box(attributes, parent)
        self._run = (None, False, None)
        self._paragraphs.append(_Text(self._number))

    def _drawn_paragraph_ends(self) -> None:
        self._keep(self._paragraphs.pop())
        self._box_ends()

    def _note_starts(self, attributes: dict[str, str], parent: str) -> None:
        self._note = attributes.get(f"{W_SPACE} id", "")
        self._held.append(None)

    def _note_ends(self) -> None:
        self._close()
        self._note = ""

    def _refer(self, kind: str, attributes: dict[str, str]) -> None:
        if self._paragraphs and not self._hidden():
            self._found.notes.append((kind, attributes.get(f"{W_SPACE} id", "")))

    def _footnote(self, attributes: dict[str, str], parent: str) -> None:
        self._refer("footnote", attributes)

    def _endnote(self, attributes: dict[str, str], parent: str) -> None:
        self._refer("endnote", attributes)

    def _diagram(self, attributes: dict[str, str], parent: str) -> None:
        self._found.diagrams.append(attributes.get(f"{R_SPACE} dm", ""))

    def _drawing(self, attributes: dict[str, str], parent: str) -> None:
        if not self._paragraphs or self._hidden():
            self._skip = 1

    def _run_starts(self, attributes: dict[str, str], parent: str) -> None:
        self._run = (None, None, None)

    def _run_ends(self) -> None:
        self._run = (None, None, None)

    def _in_run(self) -> bool:
        return self._path[-3:-1] == ["w:r", "w:rPr"]

    def _vanish(self, attributes: dict[str, str], parent: str) -> None:
        if self._in_run():
            self._run = (self._run[0], switched_on(attributes.get(_VAL)), self._run[2])

    def _run_style(self, attributes: dict[str, str], parent: str) -> None:
        if self._in_run():
            self._run = (attributes.get(_VAL), *self._run[1:])

    def _fonts(self, attributes: dict[str, str], parent: str) -> None:
        font = attributes.get(f"{W_SPACE} ascii") or attributes.get(f"{W_SPACE} hAnsi")
        if self._in_run():
            self._run = (*self._run[:2], font if is_symbol_font(font) else None)

    def _style(self, attributes: dict[str, str], parent: str) -> None:
        if self._paragraphs and self._path[-3:-1] == ["w:p", "w:pPr"]:
            self._paragraphs[-1].style = attributes.get(_VAL)

    def _frame(self, attributes: dict[str, str], parent: str) -> None:
        if self._paragraphs and attributes.get(f"{W_SPACE} dropCap") in {"drop", "margin"}:
            self._paragraphs[-1].runs_on = True

    def _deletion(self, attributes: dict[str, str], parent: str) -> None:
        """What a `w:del` or `w:moveFrom` deletes depends on what it stands in: a mark, a row, or its content."""
        if parent == "w:rPr":
            if self._path[-3] == "w:pPr" and self._paragraphs:
                self._paragraphs[-1].runs_on = True
        elif parent == "w:trPr":
            self._skip = 3
        else:
            self._skip = 1

    def _cell_deletion(self, attributes: dict[str, str], parent: str) -> None:
        if parent == "w:tcPr":
            self._skip = 3

    def _field(self, attributes: dict[str, str], parent: str) -> None:
        kind = attributes.get(f"{W_SPACE} fldCharType")
        if kind == "begin":
            self._codes.append(_Code())
        elif self._codes and kind == "separate":
            self._codes[-1].reading = False
        elif kind == "end":
            self._field_ends()

    def _simple_field(self, attributes: dict[str, str], parent: str) -> None:
        self._codes.append(_Code(reading=False))

    def _field_ends(self) -> None:
        if self._codes:
            self._codes.pop()

    def _symbol(self, attributes: dict[str, str], parent: str) -> None:
        self._add(symbol(attributes.get(f"{W_SPACE} char"), attributes.get(f"{W_SPACE} font")))

    def _alternatives_start(self, attributes: dict[str, str], parent: str) -> None:
        self._alternatives.append(_Alternative())

    def _alternatives_end(self) -> None:
        alternative = self._alternatives.pop()
        if not alternative.taken and alternative.spare is not None:
            self._found.notes += alternative.spare[0]
            self._found.diagrams += alternative.spare[1]

    def _branch(self, attributes: dict[str, str], parent: str) -> None:
        if parent != "mc:AlternateContent" or self._alternatives[-1].taken:
            self._skip = 1
            return
        self._alternatives[-1].known = (len(self._found.notes), len(self._found.diagrams))

    def _branch_ends(self) -> None:
        alternative = self._alternatives[-1]
        alternative.taken = alternative.readable
        if not alternative.taken:
            notes, diagrams = alternative.known
            spare = (self._found.notes[notes:], self._found.diagrams[diagrams:])
            alternative.spare = alternative.spare or spare
            del self._found.notes[notes:], self._found.diagrams[diagrams:]


_Start = Callable[[Scanner, dict[str, str], str], None]
_STARTS: dict[str, _Start] = {
    "w:p": Scanner._paragraph,
    "w:r": Scanner._run_starts,
    "w:vanish": Scanner._vanish,
    "w:rStyle": Scanner._run_style,
    "w:rFonts": Scanner._fonts,
    "w:pStyle": Scanner._style,
    "w:framePr": Scanner._frame,
    "w:del": Scanner._deletion,
    "w:moveFrom": Scanner._deletion,
    "w:cellDel": Scanner._cell_deletion,
    "w:fldChar": Scanner._field,
    "w:fldSimple": Scanner._simple_field,
    "w:sym": Scanner._symbol,
    "w:footnoteReference": Scanner._footnote,
    "w:endnoteReference": Scanner._endnote,
    "w:footnote": Scanner._note_starts,
    "w:endnote": Scanner._note_starts,
    "w:tbl": Scanner._table,
    "w:tc": Scanner._open,
    "w:txbxContent": Scanner._box,
    "a:p": Scanner._drawn_paragraph,
    "w:drawing": Scanner._drawing,
    "w:pict": Scanner._drawing,
    "w:object": Scanner._drawing,
    "dgm:relIds": Scanner._diagram,
    "mc:AlternateContent": Scanner._alternatives_start,
    "mc:Choice": Scanner._branch,
    "mc:Fallback": Scanner._branch,
}
_ENDS: dict[str, Callable[[Scanner], None]] = {
    "w:p": Scanner._paragraph_ends,
    "w:r": Scanner._run_ends,
    "w:fldSimple": Scanner._field_ends,
    "w:footnote": Scanner._note_ends,
    "w:endnote": Scanner._note_ends,
    "w:tc": Scanner._close,
    "w:txbxContent": Scanner._box_ends,
    "a:p": Scanner._drawn_paragraph_ends,
    "mc:AlternateContent": Scanner._alternatives_end,
    "mc:Choice": Scanner._branch_ends,
    "mc:Fallback": Scanner._branch_ends,
}
