"""What a policy says of itself: title, kind, scope, audience, dates, approver, review cycle and owner."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from clauseway.describe.cycle import review_cycle
from clauseway.describe.doubts import doubts
from clauseway.describe.entries import Entry, front_matter, read_entries
from clauseway.describe.histories import latest_rows
from clauseway.describe.kind import kind_of
from clauseway.describe.people import Named, approver, owner
from clauseway.describe.policy_audience import policy_audience
from clauseway.describe.policy_dates import Picked, PolicyDates, pick_dates
from clauseway.describe.scope import find_scope
from clauseway.describe.statements import stated_in_text
from clauseway.model import Draft, Metadata, Piece, Role, School, Stated
from clauseway.problems import Problem

# Words of a title beyond this say nothing more of its kind or readers.
_LONGEST_TITLE = 200
_CYCLE_FIELDS = ("cycle", "review", "next_review", "reviewed")


def describe_metadata(draft: Draft, school: School, file: str) -> tuple[Metadata, tuple[Problem, ...]]:
    """The metadata of a policy and what is doubtful in it; `file` is named in the problems.

    What the policy's own pieces leave open is taken from metadata that serves the whole file. Missing is
    empty, never invented.
    """
    entries = read_entries(draft.pieces, school.terms_per_year)
    shared = read_entries(draft.shared, school.terms_per_year) if draft.shared else ()
    sources = [part for part in (entries, shared) if part]
    title = _title(draft.pieces)
    in_text = stated_in_text(draft.pieces, title[:_LONGEST_TITLE])
    name = title[:_LONGEST_TITLE]
    scope = find_scope(draft.pieces, name)
    kind = kind_of(name, (piece.text for piece in draft.pieces if piece.role is Role.HEADING and piece.level))
    ranked = _ranked(sources, in_text)
    dates = _dates(ranked)
    approved_by = _first_named(approver, ranked)
    owned_by = _first_named(owner, ranked[: len(sources)])
    cycle, cycle_entry = _cycle([*entries, *shared, *in_text], school.terms_per_year)
    metadata = Metadata(
        title=title,
        kind=kind,
        scope=tuple(sentence.text for sentence in scope),
        audience=policy_audience(name, kind, scope, draft.pieces, school.audience),
        approved=dates.approved.iso if dates.approved else "",
        approved_by=approved_by.name if approved_by else "",
        reviewed=dates.reviewed.iso if dates.reviewed else "",
        review_date=dates.next_review.iso if dates.next_review else "",
        review_cycle=cycle,
        owner=owned_by.name if owned_by else "",
        stated=tuple(_stated(dates, approved_by, owned_by, cycle_entry if cycle else None)),
    )
    unclear = cycle_entry if cycle_entry and not cycle else None
    return metadata, tuple(doubts(dates, [*entries, *shared], unclear, file, scoped=bool(scope)))


def _title(pieces: Sequence[Piece]) -> str:
    """The title as the front matter states it, else as the text bears it."""
    stated = (line.text.partition(":")[2].strip() for line in front_matter(pieces) if line.text.startswith("title:"))
    borne = (piece.text for piece in pieces if piece.role is Role.HEADING and piece.level == 0)
    return next((title for title in (*stated, *borne) if title), "")


def _ranked(sources: Sequence[Sequence[Entry]], in_text: Sequence[Entry]) -> list[Sequence[Entry]]:
    """Entries in the order in which they count: own metadata, shared metadata, text, then weak places."""
    strong = [[entry for entry in entries if not entry.weak] for entries in sources]
    return [*strong, in_text, latest_rows([entry for entries in sources for entry in entries if entry.weak])]


def _dates(ranked: Sequence[Sequence[Entry]]) -> PolicyDates:
    """Each date from the first entries that state it."""
    found = PolicyDates()
    for entries in ranked:
        found = pick_dates(entries, found) if entries else found
    return found


def _first_named(find: Callable[[Sequence[Entry]], Named | None], sources: Sequence[Sequence[Entry]]) -> Named | None:
    return next((named for entries in sources if (named := find(entries))), None)


def _cycle(entries: Sequence[Entry], terms_per_year: int | None) -> tuple[str, Entry | None]:
    """The review cycle and the entry that states it; an entry without a cycle if its words are unclear."""
    unclear: Entry | None = None
    for field in _CYCLE_FIELDS:
        for entry in entries:
            if entry.field == field:
                duration, words = review_cycle(entry.value, terms_per_year)
                if duration:
                    return duration, entry
                unclear = unclear or (entry if words else None)
    return "", unclear


def _stated(
    dates: PolicyDates, approved_by: Named | None, owned_by: Named | None, cycle: Entry | None
) -> Iterator[Stated]:
    """The verbatim words for every date and name."""
    picked: tuple[tuple[str, Picked | None], ...] = (
        ("approved", dates.approved),
        ("reviewed", dates.reviewed),
        ("review_date", dates.next_review),
    )
    yield from (Stated(field, date.words, date.place) for field, date in picked if date)
    if approved_by:
        yield Stated("approved_by", approved_by.name, approved_by.place)
    if cycle:
        yield Stated("review_cycle", review_cycle(cycle.value)[1], cycle.place)
    if owned_by:
        yield Stated("owner", owned_by.name, owned_by.place)
