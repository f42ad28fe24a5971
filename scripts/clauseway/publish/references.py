"""What a policy's texts refer to: as data, and as a quiet line below a clause. The text itself is left as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clauseway.model import (
    Certainty,
    Collection,
    Outcome,
    Piece,
    Policy,
    Reference,
    References,
    ReferenceType,
    Role,
    Stale,
)
from clauseway.publish.plain_words import date_in_words
from clauseway.publish.records import Mentioned, Target
from clauseway.publish.text import address, html
from clauseway.vocabulary.policy_names import word_list
from clauseway.vocabulary.register import Entry, register

MOST = 8
"""References that stand below a clause; a list of more is a list of its own."""

_MARKS = 2  # letters beside a name: a semicolon, a full stop
_ROOT = "../../../"


class Referring:
    """Gives what stands below the pieces of one policy, and what is published of their references."""

    def __init__(
        self, policy: Policy, references: References, anchors: Sequence[str], titles: Mapping[str, str]
    ) -> None:
        """`anchors` are those of the pieces; `titles` those of policies, by `<school>/<policy>`."""
        self._name = f"{policy.school}/{policy.slug}"
        self._references = references
        self._pieces, self._anchors, self._titles = policy.pieces, anchors, titles
        # A stem or tail stands in the page once, and governs many clauses by its words.
        self._governing = {
            piece.text: found
            for piece, found in zip(policy.pieces, references, strict=False)
            if found and piece.role in (Role.LEAD_IN, Role.TAIL)
        }

    def below(self, place: int) -> str:
        """The line below a piece as HTML; empty where there is nothing to lead to."""
        found = self._references[place] if self._references else ()
        if not found:
            return ""
        if len(found) == 1 and _is_all(found[0], self._pieces[place]):
            return '<div class="refers" lang="en"><p>Not published here</p></div>'
        shown = list(dict.fromkeys(filter(None, map(self._shown, found))))
        more = f" · and {len(shown) - MOST} more" if len(shown) > MOST else ""
        line = f"<p>Refers to: {' · '.join(shown[:MOST])}{more}</p>" if shown else ""
        notes = _notes(found)
        return f'<div class="refers" lang="en">{line}{notes}</div>' if line or notes else ""

    def of(self, place: int) -> tuple[Mentioned, ...]:
        """The references of a clause, its stems' and tail's after its own."""
        if not self._references:
            return ()
        piece = self._pieces[place]
        return (
            *(self._published(one, "text") for one in self._references[place]),
            *(self._published(one, "lead_in") for stem in piece.lead_ins for one in self._governing.get(stem, ())),
            *(self._published(one, "tail") for one in self._governing.get(piece.tail, ())),
        )

    def _published(self, reference: Reference, within: str) -> Mentioned:
        mention = reference.mention
        return Mentioned(
            type=mention.type,
            words=mention.words,
            within=within,
            start=mention.start,
            end=mention.end,
            outcome=reference.outcome,
            why=reference.why,
            year=mention.year,
            target=self._target(reference),
            stale=reference.stale,
            accepted=reference.accepted,
        )

    def _target(self, reference: Reference) -> Target | None:
        if reference.outcome is not Outcome.FOUND:
            return None
        if reference.piece is not None:
            anchor = self._anchors[reference.piece]
            title = _named(self._pieces[reference.piece])
            return Target("section", f"{self._name}#{anchor}", title, f"schools/{self._name}/#{anchor}")
        if reference.policy:
            title = self._titles[reference.policy]
            return Target("policy", reference.policy, title, f"schools/{reference.policy}/")
        entry = register()[reference.entry]
        return Target("register", entry.slug, entry.title, entry.address)

    def _shown(self, reference: Reference) -> str:
        """A reference as it stands in the line below; empty where readers have no use for it."""
        words = html(_titled(reference.mention.words))
        if reference.outcome is Outcome.UNPUBLISHED:
            return f"{html(policy_title(reference))} <i>(not published here)</i>"
        target = self._target(reference)
        if target is None:
            return ""
        if target.kind == "register":
            return _entry(register()[target.id], reference)
        if target.kind == "policy":
            return f'<a href="{_ROOT}{html(target.url)}">{html(target.title)}</a>'
        return f'<a href="#{html(target.id.partition("#")[2])}">{words}</a>'


def titles_of(collection: Collection) -> dict[str, str]:
    """The titles of all policies by `<school>/<policy>`."""
    return {f"{policy.school}/{policy.slug}": policy.metadata.title for policy in collection.policies}


def policy_title(reference: Reference | Mentioned) -> str:
    """A policy that is only named, as a title: `Anti-bullying policy` also where one noun serves several names."""
    words = (reference.mention if isinstance(reference, Reference) else reference).words
    last = words.split()[-1].lower() if words else ""
    heads = word_list("head_words")
    closed = any(head in words.lower() for head in heads) or last in heads
    return _titled(words if closed else f"{words} policy")


def said_of(stale: Stale, words: str) -> str:
    """What is said of words that need an update, in plain text."""
    if stale.pending:
        when = f" Announced for {date_in_words(stale.since)}:" if stale.since else " Announced:"
        return f"What “{words}” speaks of is to change.{when} {stale.replacement}."
    may = "is out of date" if stale.certainty is Certainty.HIGH else "may be out of date"
    since = f" since {date_in_words(stale.since)}" if stale.since else ""
    return f"“{words}” {may}. In its place{since}: {stale.replacement}."


def _notes(found: Iterable[Reference]) -> str:
    said = dict.fromkeys(_said(found))
    lines = "".join(f"<p>{html(one)}</p>" for one in said)
    return f'<details class="stale"><summary>A reference may need an update</summary>{lines}</details>' if said else ""


def _said(found: Iterable[Reference]) -> Iterator[str]:
    """One sentence a fact: a section of an old edition is no more out of date than the edition is."""
    facts: set[str] = set()
    for one in sorted(found, key=lambda one: one.mention.type is ReferenceType.ELSEWHERE):
        if one.stale and one.stale.fact not in facts:
            facts.add(one.stale.fact)
            yield said_of(one.stale, one.mention.words)


def _entry(entry: Entry, reference: Reference) -> str:
    """A law or guidance, or a body that can be written to; terms lead nowhere."""
    part = f", {reference.mention.part}" if reference.mention.type is ReferenceType.ELSEWHERE else ""
    if entry.type is ReferenceType.TERM or (entry.type is ReferenceType.BODY and not entry.address):
        return ""
    where = address(entry.address)
    title = html(f"{entry.title}{part}")
    return f'<a href="{html(where)}">{title}</a>' if where else title


def _named(piece: Piece) -> str:
    """What a section or clause is called: its heading, else its number."""
    return piece.text if piece.role is Role.HEADING else piece.number


def _is_all(reference: Reference, piece: Piece) -> bool:
    """Whether a piece says nothing but the name of a policy that is not published."""
    rest = len(piece.text) - len(reference.mention.words)
    return reference.outcome is Outcome.UNPUBLISHED and rest <= _MARKS


def _titled(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
