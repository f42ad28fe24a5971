"""Two editions of a policy, both read by the same code: what changed, clause by clause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from clauseway.changes.keys import key, plain_number
from clauseway.changes.matching import Matched, match
from clauseway.changes.order import in_order
from clauseway.changes.passages import elsewhere, passages, whole
from clauseway.changes.wording import called_out, runs
from clauseway.model import CalledOut, Change, ChangeKind, Comparison, FactChange, Metadata, Passage, Policy

_FACTS = ("title", "approved", "approved_by", "reviewed", "review_date", "review_cycle", "owner")

_HEADING_STAYS = 3
"""What a heading counts where a clause counts 2: of the two, the clause is the one that went to the other's side."""


def compare(old: Policy, new: Policy) -> Comparison:
    """What is different in `new`, clause by clause.

    Only words count: another format, other capitals, hyphens or stops, and text that is only laid out or understood
    otherwise are no change.
    """
    before, after = passages(old), passages(new)
    pairs, relaid = match(before, after)
    facts = tuple(_facts(old.metadata, new.metadata))
    if whole(old) == whole(new):
        return Comparison((), facts, 0, _successors(before, after, pairs))
    paired = {pair.old: pair.new for pair in pairs}
    elsewhere_old, elsewhere_new = elsewhere(old), elsewhere(new)
    gone = [one for place, one in enumerate(before) if place not in paired and place not in relaid[0]]
    come = [place for place, _ in enumerate(after) if place not in set(paired.values()) | relaid[1]]
    removed = [one for one in gone if key(one.text) not in elsewhere_new]
    added = {place for place in come if key(after[place].text) not in elsewhere_old}
    changes = _in_reading_order(_Compared(before, after, pairs), added, removed)
    laid_otherwise = len(relaid[1]) + len(gone) - len(removed) + len(come) - len(added)
    return Comparison(tuple(changes), facts, laid_otherwise, _successors(before, after, pairs))


class _Compared:
    """The passages of two editions, and which of those that are one moved."""

    def __init__(self, before: Sequence[Passage], after: Sequence[Passage], pairs: Sequence[Matched]) -> None:
        self.before, self.after, self.pairs = before, after, pairs
        of = {pair.old: pair.new for pair in pairs}
        self.kept = in_order(of, lambda old: _HEADING_STAYS if before[old].heading else 2)
        self._section_old, self._section_new = _sections(before), _sections(after)
        self._became = {old: new for old, new in of.items() if before[old].heading}

    def moved(self, pair: Matched) -> bool:
        """Whether a passage stands in another order, or under another heading that was there before too."""
        if pair.old not in self.kept:
            return True
        was, now = self._section_old[pair.old], self._section_new[pair.new]
        became = self._became.get(was)
        return became is not None and became != now and now in self._became.values()


def _sections(some: Sequence[Passage]) -> list[int]:
    """The place of the heading that each passage stands under, -1 before the first; a heading stands under itself."""
    found, here = [], -1
    for place, one in enumerate(some):
        here = place if one.heading else here
        found.append(here)
    return found


def _in_reading_order(compared: _Compared, added: set[int], removed: Iterable[Passage]) -> Iterator[Change]:
    """The changes in the order of the newer edition; what was removed stands behind what it stood behind."""
    pairs = {pair.new: pair for pair in compared.pairs}
    behind = _behind(compared, removed)
    yield from (Change(ChangeKind.REMOVED, one) for one in behind.get(-1, ()))
    for place, one in enumerate(compared.after):
        if place in added:
            yield Change(ChangeKind.ADDED, None, one)
        elif place in pairs and (change := _change(compared, pairs[place])):
            yield change
        yield from (Change(ChangeKind.REMOVED, gone) for gone in behind.get(place, ()))


def _behind(compared: _Compared, removed: Iterable[Passage]) -> dict[int, list[Passage]]:
    """What was removed, by the place in the newer edition of the last passage before it that stayed in order."""
    gone = {id(one) for one in removed}
    found: dict[int, list[Passage]] = {}
    here = -1
    for place, one in enumerate(compared.before):
        here = compared.kept.get(place, here)
        if id(one) in gone:
            found.setdefault(here, []).append(one)
    return found


def _change(compared: _Compared, pair: Matched) -> Change | None:
    """What happened to a passage that is in both editions; None if nothing did."""
    old, new = compared.before[pair.old], compared.after[pair.new]
    duty = _duty(old, new)
    kinds = [ChangeKind.REWORDED] if _reworded(old, new) or duty else []
    kinds += [ChangeKind.MOVED] if compared.moved(pair) else []
    kinds += [ChangeKind.RENUMBERED] if _renumbered(old, new) else []
    if not kinds:
        return None
    if kinds[0] is not ChangeKind.REWORDED:
        return Change(kinds[0], old, new, tuple(kinds[1:]))
    return Change(
        kinds[0],
        old,
        new,
        tuple(kinds[1:]),
        lead_in=runs(old.lead_in, new.lead_in),
        text=runs(old.text, new.text),
        tail=runs(old.tail, new.tail),
        called_out=(*duty, *called_out(_all(old), _all(new))),
    )


def _all(one: Passage) -> str:
    return f"{one.lead_in} {one.text} {one.tail}"


def _reworded(old: Passage, new: Passage) -> bool:
    """Whether its words changed or those that govern it; a heading that became a stem in the same words is neither."""
    if key(old.text) != key(new.text) or key(old.tail) != key(new.tail):
        return True
    return key(old.lead_in) != key(new.lead_in) and not _governed_alike(old, new)


def _governed_alike(old: Passage, new: Passage) -> bool:
    one, other = (key(f"{' '.join(some.section_path)} {some.lead_in}") for some in (old, new))
    return one == other


def _renumbered(old: Passage, new: Passage) -> bool:
    return bool(old.number or new.number) and plain_number(old.number) != plain_number(new.number)


def _duty(old: Passage, new: Passage) -> tuple[CalledOut, ...]:
    """That a clause binds more, less or the other way, wherever the words stand that say so."""
    if old.heading or old.duty is new.duty or old.stated or new.stated:
        return ()
    if not _reworded(old, new) and old.section_path == new.section_path:
        return ()  # something far away decided; the words of this clause and of what governs it are the same
    return (CalledOut("duty", old.duty.value, new.duty.value),)


def _facts(old: Metadata, new: Metadata) -> Iterator[FactChange]:
    for field in _FACTS:
        before, after = getattr(old, field), getattr(new, field)
        if key(before) != key(after):
            yield FactChange(field, before, after)


def _successors(before: Sequence[Passage], after: Sequence[Passage], pairs: Sequence[Matched]) -> dict[str, str]:
    """Old id to new, where a clause surely is the same."""
    ids = ((before[pair.old].id, after[pair.new].id) for pair in pairs if pair.sure)
    return {old: new for old, new in ids if old and new}
