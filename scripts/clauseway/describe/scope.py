"""The sentences in which a policy says to whom or to what it applies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from clauseway.describe.policy_roles import role_words
from clauseway.describe.sentences import begins_with_it, holds_any, split_sentences, with_it
from clauseway.model import Piece, Role
from clauseway.vocabulary import load

_TEXT = frozenset({Role.CLAUSE, Role.LEAD_IN, Role.TAIL})
_MOST = 8
_EXPLICIT, _IMPLIED = 1, 2
# What tells when or where a policy applies, and so names nobody.
_CONDITION = re.compile(r"\b(?:when|where|whenever|wherever|if)$", re.IGNORECASE)
_SHORT_ITEM = 25
# What is longer is no sentence, and hostile text must not cost more than its length.
_LONGEST = 2000
_NAMES = re.compile(
    r"(?:all|every|everyone|everybody|any|anyone|our|the|[\w’'-]+(?=\s*(?:[,;&/.]|and\b|in\b|at\b|who\b))|young)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:must|should|will|shall|may|can|is|are|was|were|has|have|do|does|need|needs|applies|apply|expect\w*)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?:section|part)?[\s\d.:)(]*(?=[^\W\d])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Patterns:
    subject: re.Pattern[str]
    explicit: re.Pattern[str]
    within: re.Pattern[str]
    defines: re.Pattern[str]
    implied: re.Pattern[str]
    goes_on: re.Pattern[str]
    headings: frozenset[str]
    speaks: re.Pattern[str]
    of_policies: tuple[str, ...]
    of_scope: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ScopeSentence:
    """A sentence of scope and what of it names those to whom the policy applies."""

    text: str
    """As printed; for a list, its stem and items."""
    object: str
    """What stands behind `applies to`, `covers` and the like; empty where people are not the object."""


def find_scope(pieces: Sequence[Piece], title: str = "") -> tuple[ScopeSentence, ...]:
    """At most eight sentences in reading order: those that say plainly `applies to` or `covers`.

    Where there is none, sentences that say for whom the policy sets out rules. Sentences about other
    policies are left out, unless they bear this one's `title`.
    """
    found = [
        (rank, sentence)
        for piece, before in _with_before(pieces)
        if _may_state(piece, before)
        for rank, sentence in _sentences(piece, before, title.lower())
    ]
    explicit = [sentence for rank, sentence in found if rank == _EXPLICIT]
    chosen = tuple(dict.fromkeys(explicit or [sentence for _, sentence in found]))[:_MOST]
    return tuple(_with_list(sentence, pieces) if sentence.text.endswith(":") else sentence for sentence in chosen)


def _with_before(pieces: Sequence[Piece]) -> Iterator[tuple[Piece, str]]:
    """Each piece of text with the text before it, as far as `it` can refer to that: in the same section, in no list."""
    previous: Piece | None = None
    for piece in pieces:
        if piece.role in _TEXT:
            near = previous and not (piece.item or previous.item) and piece.section_path == previous.section_path
            yield piece, previous.text if previous and near else ""
            previous = piece


def _may_state(piece: Piece, before: str) -> bool:
    if _is_scope_section(piece):
        return True
    low = piece.text.lower()
    about = (
        holds_any(low, _patterns().of_policies) or (before and begins_with_it(low)) or _is_about_policy(piece.lead_ins)
    )
    return bool(about) and holds_any(low, _patterns().of_scope)


@lru_cache(maxsize=1024)
def _is_about_policy(lead_ins: tuple[str, ...]) -> bool:
    """Whether the stem of an item speaks of this policy: `This policy:`."""
    return bool(lead_ins) and _patterns().subject.search(lead_ins[-1]) is not None


def _sentences(piece: Piece, text_before: str, title: str) -> Iterator[tuple[int, ScopeSentence]]:
    """The sentences of scope in a piece, each with its rank; one that goes on belongs to the one before."""
    stem = piece.lead_ins[-1].rstrip(" :") + " " if piece.lead_ins else ""
    in_section = _is_scope_section(piece)
    before = 0
    for sentence, it_is_policy in with_it(split_sentences(piece.text), text_before):
        if len(sentence) > _LONGEST:
            continue
        rank, named = _judge(sentence, title, in_section=in_section, it_is_policy=it_is_policy)
        if not rank and stem and not before and piece.item:
            rank, named = _judge(stem + sentence[:1].lower() + sentence[1:], title, in_section=in_section)
            rank = rank if _patterns().explicit.match(sentence) else 0
        if not rank and not before and in_section and _names_only(sentence):
            rank, named = _EXPLICIT, sentence
        if not rank and before and _patterns().goes_on.match(sentence):
            rank, named = before, sentence
        if rank == _EXPLICIT or (rank and piece.role is not Role.LEAD_IN):
            yield rank, ScopeSentence(sentence, named)
        before = rank


def _names_only(sentence: str) -> bool:
    """Whether a sentence is only a list of groups: `All staff and governors.` under `Who does it apply to?`."""
    return _NAMES.match(sentence) is not None and bool(role_words(sentence)) and not _VERB.search(sentence)


def _judge(sentence: str, title: str, *, in_section: bool, it_is_policy: bool = False) -> tuple[int, str]:
    """Rank of a sentence (0 for none), and the words in it that name to whom it applies."""
    use = _patterns()
    if "scope" in sentence and use.within.search(sentence):
        return _EXPLICIT, ""
    if "this" in sentence and (defined := use.defines.search(sentence)):
        return (_EXPLICIT, sentence[defined.end() :]) if role_words(sentence) else (0, "")
    subject = 2 if it_is_policy else _subject(sentence, title, in_section=in_section)
    if subject is None:
        return 0, ""
    rest = sentence[subject:]
    if found := use.explicit.search(rest, 0, 90):
        named = rest[found.start() :] if found["people"] else rest[found.end() :]
        if re.search(r"\bnot\b", rest[: found.end()]) or _CONDITION.search(found[0]):
            named = ""
        return _EXPLICIT, named
    if (found := use.implied.search(rest)) and role_words(rest[found.start() :]):
        return _IMPLIED, rest[found.start() :]
    return 0, ""


def _subject(sentence: str, title: str, *, in_section: bool) -> int | None:
    """Where the words for this policy end in a sentence; None where it speaks of something else."""
    if found := _patterns().subject.search(sentence, 0, 120):
        return found.end()
    if in_section and (pronoun := re.match(r"(?:it|they|this)\b", sentence, re.IGNORECASE)):
        return pronoun.end()
    place = sentence.lower().find(title) if len(title) > 5 else -1
    return place + len(title) if place >= 0 else None


def _with_list(sentence: ScopeSentence, pieces: Sequence[Piece]) -> ScopeSentence:
    """A stem that opens a list (`This policy applies to:`) with the items of the list."""
    items = [
        piece.text
        for piece in pieces
        if piece.role is Role.CLAUSE and piece.lead_ins and piece.lead_ins[-1] == sentence.text
    ]
    if not items or any(len(item.split()) > _SHORT_ITEM for item in items):
        return sentence
    listed = "; ".join(item.rstrip(" ;,.") for item in items)
    named = f"{sentence.object} {listed}" if sentence.object else ""
    return ScopeSentence(f"{sentence.text} {listed}", named)


def _is_scope_section(piece: Piece) -> bool:
    return any(_is_scope_head(head) for head in piece.section_path)


@lru_cache(maxsize=1024)
def _is_scope_head(head: str) -> bool:
    words = _NUMBER.sub("", head).strip(" :?.").lower()
    return words in _patterns().headings or _patterns().speaks.search(words) is not None


@cache
def _patterns() -> _Patterns:
    data = load("scope")
    return _Patterns(
        subject=_any(data["subjects"]),
        explicit=_any(data["explicit"]),
        within=_any(data["within"]),
        defines=_any(data["definitions"]),
        implied=_any(data["implied"]),
        goes_on=_any([data["goes_on"]]),
        headings=frozenset(data["headings"]),
        speaks=_any(data["headings_that_speak"]),
        of_policies=tuple(data["needs"]["policies"]),
        of_scope=tuple(data["needs"]["scope"]),
    )


def _any(phrases: Sequence[str]) -> re.Pattern[str]:
    words = "|".join(phrase.replace("{who}", r"(?P<people>WHO)") for phrase in phrases).replace(" ", r"\s+")
    return re.compile(rf"\b(?:{words})\b".replace("WHO", _who()), re.IGNORECASE)


def _who() -> str:
    data = load("audiences")
    words = [word for group in data["roles"].values() for word in group] + data["adults"] + data["everyone"]
    return rf"(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})s?"
