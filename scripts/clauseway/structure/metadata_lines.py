"""Which blocks only state facts about the policy (dates, approver, owner, version, contacts) and rule nothing.

Conservative: a sentence that tells or rules something stays in the text, even where it names a date;
so does every line of which one part is not understood as label or value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from clauseway.model import Block, BlockKind
from clauseway.vocabulary import load
from clauseway.vocabulary.bodies import body_in, is_body, is_sentence
from clauseway.vocabulary.calendar import BARE_YEARS, DATE_SHAPE, TWO_DIGITS, without_dates
from clauseway.vocabulary.labels import (
    Labelled,
    as_line,
    header_fields,
    is_blank,
    label_of,
    labelled,
    opening_field,
)

_LONGEST_LINE = 300
_LONGEST_VALUE = 12
_LONGEST_BODY_LINE = 80

_DATED = frozenset(
    {"approved", "effective", "issued", "written", "reviewed", "next_review", "review", "draft", "earlier"}
)
_REVIEWS = frozenset({"next_review", "review", "cycle"})
_PEOPLE = frozenset({"chair", "head", "signed", "form"})
_HISTORY = frozenset({"version", "changes"})
# Labels too common as words of a text to count by themselves.
_WEAK = frozenset({"control", "changes", "version", "form", "date"})
# What opens no line whose value can stand in the next.
_NEVER_ASKED = frozenset({"", "control", "version", "form"})

_RULED = re.compile(r"_{2,}|\.{4,}|…")
_VERSION_FOOT = re.compile(
    r"(?:version|issue|revision|ver|rev|fersiwn|v)\.?(?:\s*(?:no|number))?\.?[\s:]*\d+(?:\.\d+)*(?P<rest>.*)",
    re.IGNORECASE,
)
# What parts a label from its value; a line that begins with a weak label and holds none of it is running text.
_MARKED = re.compile(r"[:=\t_–—]|\d\d|\s-")
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
_NEW_SENTENCE = re.compile(r"(?P<gap>[.!?][\"'’”)]?\s+)(?=[A-Z]\w*(?:\s+\w+){2})")
_CYCLE = re.compile(
    r"\b(?:annual(?:ly)?|yearly|bi-?annual(?:ly)?|biennial(?:ly)?|triennial(?:ly)?|term(?:ly)?|monthly|every|year|years|months|blwyddyn|flwyddyn)\b",
    re.IGNORECASE,
)
_PHONE_OR_MAIL = re.compile(r"@\w|\b0\d[\d\s()-]{7,}\d\b|\bext(?:ension)?\.? ?\d{2,}", re.IGNORECASE)


def find_metadata(blocks: Sequence[Block]) -> dict[int, str]:
    """Index of each block of a file that is metadata, with the reason.

    `blocks` is the whole file in reading order. Headings and list items are taken only where they
    carry a label and a filled-in value.
    """
    found: dict[int, str] = {}
    for table in _tables(blocks):
        found |= _table(blocks, table)
    for index, block in enumerate(blocks):
        if index not in found and (reason := _line_reason(block)):
            found[index] = reason
    _add_broken_pairs(blocks, found)
    _add_neighbours(blocks, found)
    _add_pairs_between(blocks, found)
    return found


def _tables(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Indexes of the rows of each table: neighbouring rows of one number."""
    rows: list[int] = []
    for index, block in enumerate(blocks):
        if block.kind is not BlockKind.ROW:
            continue
        if rows and (rows[-1] != index - 1 or blocks[rows[-1]].table != block.table):
            yield rows
            rows = []
        rows.append(index)
    if rows:
        yield rows


def _table(blocks: Sequence[Block], rows: Sequence[int]) -> dict[int, str]:
    for position, index in enumerate(rows):
        cells = blocks[index].cells
        if fields := header_fields(cells):
            reason = "version history" if _HISTORY & set(fields) else "metadata table"
            caption = rows[position - 1 : position] if position and _is_caption(blocks[rows[position - 1]]) else []
            values = _values_below(blocks, rows[position:], history=bool(_HISTORY & set(fields)))
            return dict.fromkeys([*caption, *values], reason)
        if _heads_contacts(cells) and len(rows) > position + 1:
            return dict.fromkeys(rows[position:], "contacts table")
    return _label_column(blocks, rows) or _people_table(blocks, rows)


def _is_caption(block: Block) -> bool:
    """Whether a row is only the name of the table below it: `Document control`."""
    filled = [cell for cell in block.cells if cell.strip()]
    return len(filled) == 1 and label_of(filled[0]) == "control"


def _values_below(blocks: Sequence[Block], rows: Sequence[int], *, history: bool) -> Iterator[int]:
    """The head of a table and the rows that fill it: in a history all, elsewhere as long as no row rules something."""
    yield rows[0]
    for index in rows[1:]:
        if not history and (is_sentence(blocks[index].text) or len(blocks[index].text) > _LONGEST_LINE):
            return
        yield index


def _label_column(blocks: Sequence[Block], rows: Sequence[int]) -> dict[int, str]:
    """Rows of a cover table with labels in its first column; rows between them belong to it if they are short."""
    known = {index: reason for index in rows if (reason := _line_reason(blocks[index]))}
    if len(known) * 2 < len(rows) or len(rows) < 2:
        return known
    others = (
        i for i in rows if i not in known and not is_sentence(blocks[i].text) and len(blocks[i].text.split()) < 25
    )
    return known | dict.fromkeys(others, "metadata table")


def _people_table(blocks: Sequence[Block], rows: Sequence[int]) -> dict[int, str]:
    """A table without head of posts and people, with a name or a way to reach them in every row."""
    if len(rows) < 2 or not all(_names_someone(blocks[index].cells) for index in rows):
        return {}
    return dict.fromkeys(rows, "contacts table")


def _names_someone(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    if len(filled) < 2 or any(len(cell) > _LONGEST_LINE or len(cell.split()) > _LONGEST_VALUE for cell in filled):
        return False
    return any(_PHONE_OR_MAIL.search(cell) or _has_title(cell) for cell in filled[1:])


def _heads_contacts(cells: Sequence[str]) -> bool:
    data = load("metadata")["contacts"]
    words = [cell.strip(" :*").lower() for cell in cells if cell.strip()]
    return len(words) > 1 and all(word in data["columns"] for word in words) and any(w in data["reach"] for w in words)


def _line_reason(block: Block) -> str:
    """Why a block by itself is metadata; empty where it is not."""
    if len(block.text) > _LONGEST_LINE or not block.text:
        return ""
    line = as_line(block.text, block.cells)
    if _is_version_foot(block):
        return "document control"
    field = opening_field(line)
    if not field and not _starts_with_body(line):
        return ""
    if field in _WEAK and (not _MARKED.search(line) or is_sentence(line)):
        return ""
    parts = labelled(line)
    if not parts or parts[0].before:
        return "" if block.text.endswith(".") else _body_and_date(block, parts)
    if _tells_more(block.text) or _is_told(parts[0], block.text):
        return ""
    ruled = bool(_RULED.search(block.text))
    if not all(_fits(part, ruled) for part in parts):
        return ""
    telling = [part for part in parts if _tells(part, block, ruled)]
    return _reason(telling) if telling else ""


def _tells_more(text: str) -> bool:
    """Whether a sentence follows that does not begin with the label of another date."""
    return any(
        opening_field(text[gap.end("gap") :]) not in _DATED or not TWO_DIGITS.search(text, gap.end())
        for gap in _NEW_SENTENCE.finditer(text)
    )


def _is_told(part: Labelled, text: str) -> bool:
    """Whether a line is a whole sentence, of which the label holds the verb (`The next review is due in …`)."""
    return text.endswith(".") and is_sentence(part.label) and not part.punctuated


def _starts_with_body(line: str) -> bool:
    """Whether a short line with a date begins with the name of a body: `FGB 22.11.2022`."""
    if len(line) > _LONGEST_BODY_LINE or not TWO_DIGITS.search(line) or not body_in(line):
        return False
    date = DATE_SHAPE.search(line)
    return date is not None and is_body(line[: date.start()])


def _body_and_date(block: Block, parts: Sequence[Labelled]) -> str:
    """For a line that begins with a body and not with a label: that, labels perhaps, and a date at its end."""
    if block.kind in (BlockKind.HEADING, BlockKind.ITEM) or not all(_fits(part, False) for part in parts):
        return ""
    before = parts[0].before if parts else without_dates(block.text)
    last = parts[-1].value if parts else block.text
    return "approval line" if is_body(before) and without_dates(last).strip() != last else ""


def _is_version_foot(block: Block) -> bool:
    """A line of version and date: `V7 - 7/06/2018`, `Version 3 June 2020`."""
    foot = _VERSION_FOOT.fullmatch(block.text.strip()) if block.text[0] in "VvIiRrFf " else None
    if not foot or block.kind in (BlockKind.HEADING, BlockKind.ITEM):
        return False
    if not foot["rest"]:
        return block.text.lower().startswith(("version", "fersiwn"))
    return is_blank(without_dates(foot["rest"]).strip(" -–—:,.()|/"))


def _fits(part: Labelled, ruled: bool) -> bool:
    """Whether a value can be one: short, and no sentence once its dates are taken out."""
    value = without_dates(part.value)
    if len(value.split()) > _LONGEST_VALUE or is_sentence(value):
        return False
    if part.field in _PEOPLE or part.field == "owner":
        return not value or _is_name(value) or part.field == "signed" or (ruled and part.field == "form")
    return True


def _tells(part: Labelled, block: Block, ruled: bool) -> bool:
    """Whether a part by itself shows that its line is metadata."""
    parted = part.punctuated or bool(block.cells)
    if part.field in _DATED | {"date"} and _is_date(part.value):
        return parted or len(without_dates(part.value).split()) <= 8
    if not part.value:
        return _tells_blank(part, block, ruled)
    if block.kind is BlockKind.ITEM and not parted:
        return False
    if part.field in _REVIEWS or part.field == "reviewed":
        return (parted and part.field != "reviewed") or (
            block.kind is BlockKind.PARAGRAPH and _begins_with_cycle(part.value)
        )
    if part.field in ("approved", "owner"):
        named = _is_name(part.value) or (part.field == "approved" and is_body(part.value))
        return named and (parted or _ends_in_by(part)) and _is_value_of(part, parted)
    if part.field in _PEOPLE:
        return parted and part.field != "form" and (part.field == "signed" or _is_person(part.value))
    return (
        part.field in ("version", "control") and parted and part.value[-1:].isdigit() and len(part.value.split()) <= 5
    )


def _begins_with_cycle(value: str) -> bool:
    """Whether a value says how often, with nothing before that but who does it: `governors every 4 years`."""
    cycle = _CYCLE.search(value)
    return cycle is not None and (not cycle.start() or is_body(value[: cycle.start()]))


def _tells_blank(part: Labelled, block: Block, ruled: bool) -> bool:
    """Whether a label with nothing behind it is one of a form, and not a heading."""
    if block.kind in (BlockKind.HEADING, BlockKind.ITEM):
        return False
    if ruled:
        return part.field not in ("control", "changes")
    if block.cells:
        return part.field in _DATED | {"cycle", "signed"}
    return part.punctuated and " " in part.label and part.field in _DATED | {"cycle"} and not part.before


def _is_value_of(part: Labelled, parted: bool) -> bool:
    """Whether an approver or owner is named, and not a task given: `Lead: Mrs Hill`, not `Lead: Learning walks`."""
    if part.field == "approved" or " " in part.label.strip():
        return True
    return parted and (_is_person(part.value) or is_body(part.value))


def _ends_in_by(part: Labelled) -> bool:
    return part.label.lower().split()[-1] in ("by", "gan", "policy", "at")


def _reason(parts: Sequence[Labelled]) -> str:
    fields = {part.field for part in parts}
    if fields & _PEOPLE:
        return "signature block"
    if fields & {"approved", "effective", "issued", "written", "date", "draft", "earlier"}:
        return "approval line"
    if fields & (_REVIEWS | {"reviewed"}):
        return "review line"
    return "owner line" if "owner" in fields else "document control"


def _add_broken_pairs(blocks: Sequence[Block], found: dict[int, str]) -> None:
    """Labels whose value stands in the next block: what is left of a cover table after conversion."""
    for index in range(len(blocks) - 1):
        label, value = blocks[index], blocks[index + 1]
        if index + 1 in found or len(label.text) > _LONGEST_BODY_LINE or not (_is_plain(label) and _is_plain(value)):
            continue
        field = _asks(label.text)
        if field and field not in _HISTORY and _answers(field, value.text, strict=field in _WEAK):
            found[index] = found.get(index, "metadata table")
            found[index + 1] = "metadata table"


def _add_pairs_between(blocks: Sequence[Block], found: dict[int, str]) -> None:
    """Pairs of a label and a post or remark, which count only directly before or behind other metadata."""
    beside = sorted({i for index in found for i in (index - 2, index + 1) if 0 <= i < len(blocks) - 1})
    for index in beside:
        label, value = blocks[index], blocks[index + 1]
        if found.keys() & {index, index + 1} or not _is_plain(label) or not _is_plain(value):
            continue
        field = _asks(label.text) if len(label.text) <= _LONGEST_BODY_LINE and " " in label.text else ""
        named = field in ("owner", "approved") and _is_name(value.text) and not label_of(value.text)
        noted = field == "changes" and len(value.text) <= _LONGEST_LINE and not is_sentence(value.text)
        if (named or noted) and not value.text.endswith((":", ".")):
            found |= dict.fromkeys((index, index + 1), "metadata table")


def _asks(text: str) -> str:
    """The field of a label that waits for its value; empty where a block is none."""
    if opening_field(text) in _NEVER_ASKED:
        return ""
    parts = labelled(as_line(text))
    if len(parts) != 1 or (parts[0].value and not (parts[0].field == "approved" and is_body(parts[0].value))):
        return ""
    return parts[0].field


def _is_plain(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and not block.marker


def _answers(field: str, text: str, *, strict: bool) -> bool:
    """Whether a block is what a label alone on the line before asks for."""
    if len(text.split()) > 8 or is_sentence(text) or label_of(text):
        return False
    if field in _DATED | {"date"}:
        alone = not without_dates(text).strip(" .,-–()") or bool(BARE_YEARS.fullmatch(text))
        return (_is_date(text) and alone) or (field == "approved" and is_body(text))
    if strict:
        return False
    if field == "cycle":
        return bool(_CYCLE.search(text)) and len(text.split()) <= 4
    return _is_person(text) and _has_title(text)


def _add_neighbours(blocks: Sequence[Block], found: dict[int, str]) -> None:
    """Label lines that are metadata only because they stand among metadata: `Date:`, `Name:`, `Policy number: B12`."""
    for index, block in enumerate(blocks):
        if index in found or len(block.text) > _LONGEST_BODY_LINE or block.kind in (BlockKind.HEADING, BlockKind.ITEM):
            continue
        if index - 1 not in found and index + 1 not in found:
            continue
        parts = labelled(as_line(block.text, block.cells))
        if parts and not parts[0].before and all(_belongs(part, block) for part in parts):
            found[index] = "document control"


def _belongs(part: Labelled, block: Block) -> bool:
    if part.value and not (part.punctuated or block.cells):
        return part.field == "approved" and is_body(part.value)
    return (
        not is_sentence(part.value)
        and len(part.value.split()) <= _LONGEST_VALUE
        and (bool(part.value) or part.field not in ("control", "changes") or ":" in block.text)
        and (part.field not in _PEOPLE or not part.value or _is_name(part.value))
    )


def _is_date(value: str) -> bool:
    return bool(DATE_SHAPE.search(value) or (value and BARE_YEARS.fullmatch(value)))


def _is_name(text: str) -> bool:
    """Whether the words can be a name or a post: they begin with a capital, and hardly any other does not."""
    words = _WORD.findall(without_dates(text))
    if not words or len(words) > _LONGEST_VALUE:
        return not words
    small = [word for word in words if word[0].islower() and word.lower() not in _names()[0]]
    return (words[0][0].isupper() or words[0].lower() in _names()[0]) and len(small) * 3 <= len(words)


def _is_person(text: str) -> bool:
    """Whether the words look like the name of a person: up to six, each with a capital."""
    words = [word for word in _WORD.findall(without_dates(text)) if word.lower() not in _names()[0]]
    return 0 < len(words) <= 6 and all(word[0].isupper() for word in words) and (len(words) > 1 or _has_title(text))


def _has_title(text: str) -> bool:
    return any(word.lower() in _names()[1] for word in _WORD.findall(text))


@cache
def _names() -> tuple[frozenset[str], frozenset[str]]:
    data = load("metadata")
    return frozenset(data["name_words"]), frozenset(data["titles"])
