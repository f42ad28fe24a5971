"""A readable account of what was understood of one document, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from clauseway.checks.reading import reading_ages
from clauseway.model import (
    Certainty,
    Duty,
    Findings,
    Metadata,
    Piece,
    Policy,
    Reference,
    References,
    Role,
    Source,
    Stated,
)
from clauseway.visible import visible

_FIELD_WIDTH = 14


def account(policy: Policy, school_name: str, why: bool = False, references: References = ()) -> Group:
    """Metadata, clauses, furniture and ledger of `policy`; all text of the document is made visible.

    `why` adds the words that decided whom each clause binds and how strongly, and what became of its `references`.
    """
    return Group(
        _line(policy.metadata.title, "bold underline"),
        _line(f"{school_name} · {policy.source.file} · {_format(policy.source)}", "dim"),
        *_section("What it says of itself", _metadata(policy.metadata)),
        *_section("Sections and clauses", _clauses(policy, why, references)),
        *_section("Not part of the rules", _set_aside(policy.pieces)),
        *_section("Left out of the text", _left_out(policy.source)),
        *_section("How hard it is to read", _reading(policy)),
        *_section("Words", [_line(_words(policy))]),
    )


def _format(source: Source) -> str:
    return f"{source.format}, {source.pages} pages" if source.pages else source.format


def _line(text: str, style: str = "", indent: int = 0) -> Padding:
    return Padding(Text(visible(text), style), (0, 0, 0, indent), expand=False)


def _section(title: str, rows: Sequence[RenderableType] | Iterator[RenderableType]) -> Iterator[RenderableType]:
    shown = [Padding(row, (0, 0, 0, 2), expand=False) for row in rows]
    if shown:
        yield Text("")
        yield Text(title, "bold")
        yield from shown


def _metadata(metadata: Metadata) -> Iterator[RenderableType]:
    """One line a field, with the words of the document it rests on."""
    stated = {words.field: words for words in metadata.stated}
    for field in Metadata.__struct_fields__:
        value = getattr(metadata, field)
        if field == "stated" or not value:
            continue
        values = value if isinstance(value, tuple) else (value,)
        for number, one in enumerate(values):
            label = field if number == 0 else ""
            words = _words_behind(stated.get(field)) if number == 0 else ""
            yield Text.assemble((label.ljust(_FIELD_WIDTH), "cyan"), visible(str(one)), (visible(words), "dim"))


def _words_behind(stated: Stated | None) -> str:
    if stated is None:
        return ""
    where = f", {stated.place}" if str(stated.place) else ""
    return f"   “{stated.words}”{where}"


def _clauses(policy: Policy, why: bool, references: References) -> Iterator[RenderableType]:
    """Headings and stems as they come, and under them every clause with its number, link and findings."""
    findings = policy.findings or (None,) * len(policy.pieces)
    mentioned = references if why and references else ((),) * len(policy.pieces)
    for piece, clause, found, some in zip(policy.pieces, policy.ids, findings, mentioned, strict=True):
        indent = 2 * (len(piece.section_path) + len(piece.lead_ins))
        if piece.role is Role.HEADING and piece.text != policy.metadata.title:
            yield _line(piece.text, "bold", indent=indent - 2)
        elif piece.role in (Role.LEAD_IN, Role.TAIL):
            yield _line(f"{piece.number} {piece.text}".strip(), "italic", indent=indent)
        elif piece.role is Role.CLAUSE:
            yield Padding(_clause(piece, clause), (0, 0, 0, indent), expand=False)
            if found is not None:
                yield _line(_found(found), "green", indent=indent + 2)
                yield from (_line(line, "dim", indent=indent + 4) for line in (_why(found) if why else ()))
        yield from (_line(_mentioned(one), "dim", indent=indent + 4) for one in some)


def _clause(piece: Piece, clause: str) -> Text:
    number = f"{piece.number} " if piece.number else "• " if piece.item else ""
    parts = [(number, "cyan"), (piece.text, ""), (f"  #{clause}", "dim")]
    return Text.assemble(*((visible(text), style) for text, style in parts if text))


def _found(found: Findings) -> str:
    """`must not · staff, governors`, with the further duties behind."""
    duties = [found.duty, *(also.duty for also in found.duties_also)]
    words = ", also ".join(dict.fromkeys(_plain(duty) for duty in duties))
    whom = ", ".join(found.audiences) or "nobody named"
    return f"{words} · {whom}{' · stated in the .yml file' if found.stated else ''}"


def _plain(duty: Duty) -> str:
    return "no duty" if duty is Duty.NONE else duty.replace("_", " ")


def _why(found: Findings) -> Iterator[str]:
    """The words that decided, a line each."""
    for label, evidence in (("for whom", found.why_audiences), ("how strongly", found.why_duty)):
        for one in evidence:
            words = f"“{one.words}” in the {one.within.replace('_', '-')}" if one.words else "no words of its own"
            yield f"{label}: {words}, by the rule {one.rule}{f': {one.note}' if one.note else ''}"
    yield from (f"also {_plain(also.duty)}: “{also.words}”" for also in found.duties_also)


def _mentioned(reference: Reference) -> str:
    """What became of a mention: `mentions “section 7” (section): missing: …`, and whether it is out of date."""
    mention = reference.mention
    line = f"mentions “{mention.words}” ({mention.type}): {reference.outcome}: {reference.why}"
    if reference.accepted:
        return f"{line} Out of date, and may stand: {reference.accepted}"
    stale = reference.stale
    if stale is None:
        return line
    sure = "will be" if stale.pending else "is" if stale.certainty is Certainty.HIGH else "may be"
    return f"{line} It {sure} out of date: {stale.replacement} (fact {stale.fact})."


def _set_aside(pieces: Sequence[Piece]) -> Iterator[RenderableType]:
    """Furniture and metadata with the reason."""
    for piece in pieces:
        if piece.role in (Role.FURNITURE, Role.METADATA):
            where = str(piece.place)
            words = visible(f"{piece.marker} {piece.text}".strip())
            yield Text.assemble((where.ljust(_FIELD_WIDTH), "dim"), words, (f"   {visible(piece.reason)}", "cyan"))


def _left_out(source: Source) -> Iterator[RenderableType]:
    """What the file holds that is no text of the policy, with the first one's words."""
    for left in source.left_out:
        sample = f"   “{visible(left.sample)}”" if left.sample else ""
        yield Text.assemble(
            (str(left.place).ljust(_FIELD_WIDTH), "dim"), f"{left.count} × {left.what}", (sample, "dim")
        )


def _reading(policy: Policy) -> Iterator[RenderableType]:
    """The reading age of what is for pupils or for parents alone, with the hardest sentences; English only."""
    if not policy.findings or policy.metadata.language not in ("", "en"):
        return
    for found in reading_ages(policy.pieces, policy.findings):
        yield _line(f"for {found.audience} alone: like a text for readers of {found.age} ({found.words} words)")
        yield from (_line(f"hard: “{sentence.text}”", "dim", indent=2) for sentence in found.hardest)


def _words(policy: Policy) -> str:
    """The ledger in a sentence."""
    ledger = policy.ledger
    parts = (
        f"{getattr(ledger, field)} {field.replace('_', '-')}" for field in ledger.__struct_fields__ if field != "words"
    )
    return f"{ledger.words}: {', '.join(parts)}"
