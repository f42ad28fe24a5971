"""Groups that a document defines for itself: "'everyone' refers to ...", "referred to collectively as ..."."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from clauseway.describe.audience.mouth import spoken_to
from clauseway.describe.audience.people import Groups, People, ordered
from clauseway.describe.findings import ClauseContext
from clauseway.describe.reading import read
from clauseway.describe.sentences import holds_any, shortest
from clauseway.model import Audience
from clauseway.vocabulary import load

_QUOTE = "[\"'“”‘’]"
_NAME = rf"(?:{_QUOTE}(?P<quoted>[\w /-]{{3,40}}?){_QUOTE}|(?P<bare>\w+(?: \w+)?))"
# "These groups are referred to collectively as X": X stands for whoever was named before it.
_BACKWARDS = re.compile(
    rf"(?:referred to|known|described|called|termed|defined)(?: \w+){{0,3}}? as (?:the )?{_NAME}"
    rf"|\((?:collectively|together|hereafter|hereinafter|herein)[^)]{{0,60}}?"
    rf"{_NAME.replace('quoted', 'quoted2').replace('bare', 'bare2')}\)"
)
# Where a definition holds: "Staff, for the purposes of this code, means X", "'staff' here means X".
_WHERE = r"(?:,? (?:in|for|throughout|within|as used|here|below)\b[^.:;\"“”]{0,45}?)?,?"
_MEANS = (
    r" (?:refers?|means?|includes?|(?:is|are) used|covers?|applies|stands? for|(?:shall|will) mean"
    r"|(?:is|are|should be|is to be|are to be) (?:taken|read|understood) (?:as including|as meaning|to))\b"
)
_REST = r"(?P<rest>[^.\"“”]{0,300})"  # up to the next quoted name: a second definition
# "In this policy 'staff' means X": X follows.
_FORWARDS = re.compile(
    rf"(?:{_QUOTE}(?P<quoted>[\w /-]{{3,40}}?){_QUOTE}"
    rf"|(?:the (?:term|word)s?|references? to) {_QUOTE}?(?P<term>[\w/-]+(?: [\w/-]+)?){_QUOTE}?)"
    rf"(?:{_WHERE}{_MEANS}|(?<=[\"'”’]) are\b){_REST}",
    re.IGNORECASE,
)
# "By 'staff' we mean X", "When this code says 'staff', it means X", "uses 'staff' to mean X".
_SAID = re.compile(
    rf"\b(?:by|says?|uses?|writes?|speaks? of) (?:the (?:term|word) )?{_QUOTE}?(?P<name>[\w/-]+(?: [\w/-]+)?){_QUOTE}?"
    rf"(?:,? (?:we|it|this|I) means?| to (?:mean|include|cover))\b{_REST}",
    re.IGNORECASE,
)
# "In this policy staff means X": without marks only for words that always name those who work there.
_BARE = re.compile(
    rf"(?:^|[,:] |\b(?:policy|code|document|procedure|guidance) )"
    rf"(?P<name>(?:school )?staff|employees?|colleagues|adults?|workers?|personnel){_WHERE} means?\b{_REST}",
    re.IGNORECASE,
)
# "Governors and volunteers count as staff": X stands before, and the word keeps its own meaning too.
_COUNTED = re.compile(
    r"(?P<who>[^.]{3,200}?) (?:count|counts|(?:is|are) (?:treated|regarded|classed|included|counted)) as "
    r"(?:members of )?(?P<name>staff|employees|adults|workers)\b",
    re.IGNORECASE,
)
# "Employees, governors and volunteers ('staff')", "... are all called 'staff'".
_CALLED = re.compile(
    rf"\((?:the )?{_QUOTE}(?P<shut>[\w /-]{{3,40}}?){_QUOTE}\)"
    rf"|\b(?:called|termed|whom are) {_QUOTE}(?P<quoted>[\w /-]{{3,40}}?){_QUOTE}"
    r"|\b(?:here|hereafter|below) called (?P<bare>staff|employees|adults|workers|users)\b",
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\b(?:above|these|those|preceding)\b.*\b(?:groups?|people|persons|categories|listed)\b"
    r"|\b(?:groups?|people|listed) (?:\w+ )?above\b"
)
_PLURAL = re.compile(r"(?:s|staff|everyone|everybody|personnel|people|team)$", re.IGNORECASE)
_SINGULARS = frozenset({"adult", "employee", "worker", "member of staff", "user"})
_A_LIST = 3
_NAMED_WITHIN = 40  # clauses; "the above groups" are not further away
# Words of which every definition holds one, so that other clauses are passed over quickly.
_DEFINES = frozenset(load("roles")["defining"])
# "is used" is in every other clause: there, quotation marks must show that a word is spoken of.
_QUOTES = ('"', "“", "‘", " '", "('")  # an apostrophe within a word is none
_SHUT = ('("', "(“", "('", "(‘")
_OFTEN = frozenset({"is", "are", "used", "applies"})
_LETTERS = (*_QUOTES, *shortest((_DEFINES - _OFTEN) | {"term"}))
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


def find_groups(contexts: Iterable[ClauseContext]) -> Groups:
    """Give the groups that the clauses of one document define, each name once, the first definition kept.

    A definition that names no group of people is left aside, and so is one of a word that needs none.
    """
    clauses = list(contexts)
    names: dict[str, tuple[Audience, ...]] = {}
    for number, clause in enumerate(clauses):
        if not _may_define(clause.text):
            continue
        sentences = _SENTENCE.findall(clause.text)
        for place, sentence in enumerate(sentences):
            for name, meant in _defined(sentence, partial(_before, clauses, number, sentences[:place])):
                audiences = _kept(name, meant)
                if audiences and _definable(name):
                    names.setdefault(name, ordered(audiences))
    texts = [text for clause in clauses for text in (clause.text, *clause.lead_ins, *clause.section_path)]
    return Groups(tuple(names.items()), spoken_to(dict.fromkeys(texts)))


def _may_define(text: str) -> bool:
    """Tell apart the clauses that cannot define anything: nearly all."""
    if "(" in text and holds_any(text, _SHUT):
        return True  # "governors and volunteers ('staff')"
    if not holds_any(text.lower(), _LETTERS):
        return False  # so that not all of a document is read before its first clause is judged
    words = _DEFINES.intersection(read(text).tokens)
    return bool(words) and (not words <= _OFTEN or holds_any(text, _QUOTES) or "term" in text)


def _before(clauses: Sequence[ClauseContext], number: int, own: Sequence[str]) -> Iterator[str]:
    """Give the sentences before one, the nearest first: those of its own clause, then of the clauses before."""
    yield from reversed(own)
    for clause in reversed(clauses[max(number - _NAMED_WITHIN, 0) : number]):
        yield from reversed(_SENTENCE.findall(clause.text))


def _named_before(sentences: Iterable[str], at_least: int) -> frozenset[Audience]:
    """Give whom the nearest of some sentences names that names so many groups, the school apart."""
    for sentence in sentences:
        mentions = [m for m in read(sentence).mentions if m.role != "school"]
        if len(mentions) >= at_least:
            return _audiences(m.role for m in mentions)
    return frozenset()


def _audiences(roles: Iterable[str]) -> frozenset[Audience]:
    people = People((), Groups())
    return frozenset[Audience]().union(*(people.audiences(role) for role in roles))


def _in(text: str) -> frozenset[Audience]:
    """Give whom a text names, the school itself apart."""
    return _audiences(m.role for m in read(text).mentions if m.role != "school")


def _kept(name: str, meant: frozenset[Audience]) -> frozenset[Audience]:
    """Keep staff among those whom a word for staff stands for, and no families: its "students" are on placement."""
    if not meant or not any(m.role in {"staff", "adults"} for m in read(name).mentions):
        return meant
    return (meant - {Audience.PUPILS, Audience.PARENTS}) | {Audience.STAFF}


def _definable(name: str) -> bool:
    """Tell whether a name can be a document's own: that of a group, and not one that has its meaning already.

    A parent stays a parent, however the law words it; "the Monitoring Officer" is one person.
    """
    fixed = any(m.role in {"parents", "pupils", "governors"} for m in read(name).mentions)
    return not fixed and (_PLURAL.search(name) is not None or name in _SINGULARS)


def _defined(sentence: str, before: Callable[[], Iterator[str]]) -> Iterator[tuple[str, frozenset[Audience]]]:
    """Give the names a sentence defines, with whom they stand for; `before` gives earlier sentences, nearest first."""
    low = sentence.lower()
    for match in _found(_FORWARDS, sentence, low):
        if _ABOVE.search(match["rest"]):
            meant = _named_before(before(), _A_LIST) or _named_before(before(), 1)
        else:
            meant = _in(match["rest"])
        yield _plain(match["quoted"] or match["term"]), meant
    for match in (*_found(_SAID, sentence, low), *_found(_BARE, sentence, low)):
        yield _plain(match["name"]), _in(match["rest"])
    for match in _found(_COUNTED, sentence, low):
        yield _plain(match["name"]), _in(match["who"])
    for match in _found(_CALLED, sentence, low):
        yield _plain(match["shut"] or match["quoted"] or match["bare"]), _in(sentence[: match.start()])
    for match in _found(_BACKWARDS, sentence, low):
        name = match["quoted"] or match["quoted2"] or match["bare"] or match["bare2"]
        yield _plain(name), _in(sentence[: match.start()]) or _named_before(before(), 1)


# One of these stands in every text that an expression matches, and in few others: looking for them is quicker by far.
_MARKS = ('"', "'", "“", "”", "‘", "’")
_NEEDLES: dict[re.Pattern[str], tuple[str, ...]] = {
    _FORWARDS: (*_MARKS, "term", "word", "reference"),
    _SAID: (" mean", " to include", " to cover"),
    _BARE: (" mean",),
    _COUNTED: ("count", "treated as", "regarded as", "classed as", "included as"),
    _CALLED: (*_SHUT, "(the ", "called", "termed", "whom are"),
    _BACKWARDS: (" as ", "("),
}


def _found(pattern: re.Pattern[str], sentence: str, low: str) -> Iterable[re.Match[str]]:
    """Give where an expression matches a sentence, of which `low` is the lower case."""
    return pattern.finditer(sentence) if holds_any(low, _NEEDLES[pattern]) else ()


def _plain(name: str) -> str:
    return name.lower().strip()
