"""From blocks to policies: furniture, titles, sections, clauses and their ids.

Knows nothing of formats, schools or pages. `structure` is the whole way; each step is a module.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from clauseway.model import Block, Draft, Piece, Role, Source
from clauseway.structure.body import body_pieces, furniture_piece, title_piece
from clauseway.structure.cover import cover_lines
from clauseway.structure.furniture import mark_furniture, plain
from clauseway.structure.ids import clause_ids
from clauseway.structure.joins import join_cut_sentences, join_titles
from clauseway.structure.titles import could_be_title, find_starts, find_title
from clauseway.structure.units import Unit, units

__all__ = ["clause_ids", "structure"]

_EDGES = ("motto", "school name", "running head or foot", "page number", "page foot")
_DATES = ("metadata: ",)
_FRONT = ("metadata: ", "contents list", "motto")


def structure(source: Source, starts: Sequence[str] = ()) -> tuple[Draft, ...]:
    """The policies of a source, each as its pieces in reading order.

    `starts` are the lines at which a person says that the file's policies start, the first one's
    included; empty where the text is to tell. Every word of the blocks is in exactly one piece.
    """
    blocks, reasons = join_cut_sentences(*join_titles(source.blocks, mark_furniture(source.blocks)))
    text = [i for i in range(len(blocks)) if i not in reasons]
    running = units([blocks[i] for i in text])
    title = find_title(running)
    edges = _edges(blocks, reasons, text)
    cuts = find_starts(running, title, edges, _above(text, reasons, _DATES), starts)
    bounds = [0, *(_with_furniture_above(text[cut], reasons) for cut in cuts), len(blocks)]
    titles = [title, *cuts]
    drafts = []
    for (start, end), at in zip(pairwise(bounds), titles, strict=True):
        share = [k for k, i in enumerate(text) if start <= i < end]
        drafts.append(_draft(blocks, reasons, text, running, range(start, end), share, at, edges))
    shared = _shared(drafts[0]) if len(drafts) > 1 else ()
    return (Draft(drafts[0]), *(Draft(pieces, shared) for pieces in drafts[1:]))


def _edges(blocks: Sequence[Block], reasons: dict[int, str], text: Sequence[int]) -> frozenset[int]:
    """Indices in the running text directly after a page break or what stands at the head of a page."""
    return frozenset(
        k for k, i in enumerate(text) if blocks[i].starts_page or (i and reasons.get(i - 1, "").startswith(_EDGES))
    )


def _with_furniture_above(index: int, reasons: dict[int, str]) -> int:
    """A policy's page head stands above its title and goes with it."""
    while index - 1 in reasons and reasons[index - 1].startswith(_EDGES):
        index -= 1
    return index


def _draft(
    blocks: Sequence[Block],
    reasons: dict[int, str],
    text: Sequence[int],
    running: Sequence[Unit],
    bounds: range,
    share: Sequence[int],
    title: int | None,
    edges: frozenset[int],
) -> tuple[Piece, ...]:
    """The pieces of one policy: `share` are its indices in the running text, `bounds` those of its blocks."""
    aside = {text[k]: reason for k, reason in cover_lines(running, share, title, _above(text, reasons, _FRONT)).items()}
    name = plain(running[title].block.text) if title is not None else ""
    repeats = {
        text[k]: "title repeated" for k in share if k != title and name and _repeats(running[k], name, k in edges)
    }
    aside = repeats | aside
    body = [k for k in share if k != title and text[k] not in aside]
    made = {text[k]: group for k, group in zip(body, body_pieces([running[k] for k in body]), strict=True)}
    if title is not None:
        made[text[title]] = (title_piece(running[title]),)
    why = reasons | aside
    return tuple(piece for i in bounds for piece in (made.get(i) or (furniture_piece(blocks[i], why[i]),)))


def _repeats(unit: Unit, name: str, at_edge: bool) -> bool:
    """Whether a line is the title again; at a page's edge or before its number, also beside the school's name."""
    line = plain(unit.block.text)
    paged = at_edge or unit.block.text[-1:].isdigit()
    beside = paged and name in line and len(line.split()) <= len(name.split()) + 8 and could_be_title(unit)
    return not unit.listed and (line == name or beside)


def _above(text: Sequence[int], reasons: dict[int, str], kinds: tuple[str, ...]) -> frozenset[int]:
    """Indices in the running text directly above furniture of some kinds."""
    return frozenset(k for k, i in enumerate(text) if reasons.get(i + 1, "").startswith(kinds))


def _shared(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Metadata above the first clause of the first policy."""
    first = next((i for i, piece in enumerate(pieces) if piece.role in (Role.CLAUSE, Role.LEAD_IN)), len(pieces))
    return tuple(piece for piece in pieces[:first] if piece.role is Role.METADATA)
