"""Groups that a document defines for itself: "'everyone' refers to ...", "referred to collectively as ..."."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from clauseway.describe.audience.mouth import spoken_to
from clauseway.describe.audience.people import Groups, People, ordered
from clauseway.describe.findings import ClauseContext
from clauseway.describe.reading import read
from clauseway.model import Audience

_QUOTE = "[\"'“”‘’]"
_NAME = rf"(?:{_QUOTE}(?P<quoted>[\w /-]{{3,40}}?){_QUOTE}|(?P<bare>\w+(?: \w+)?))"
# "These groups are referred to collectively as X": X stands for whoever was named before it.
_BACKWARDS = re.compile(
    rf"(?:referred to|known|described|called|termed|defined)(?: \w+){{0,3}}? as (?:the )?{_NAME}"
    rf"|\((?:collectively|together|hereafter|hereinafter|herein)[^)]{{0,60}}?"
    rf"{_NAME.replace('quoted', 'quoted2').replace('bare', 'bare2')}\)"
)
# "In this policy 'staff' means X": X follows.
_FORWARDS = re.compile(
    rf"(?:{_QUOTE}(?P<quoted>[\w /-]{{3,40}}?){_QUOTE}"
    rf"|(?:the (?:term|word)s?|references? to) {_QUOTE}?(?P<term>[\w/-]+(?: [\w/-]+)?){_QUOTE}?)"
    r" (?:refers?|means?|includes?|(?:is|are) used|covers?|applies|(?:is|should be) taken to|(?:shall|will) mean)\b"
    r"(?P<rest>[^.\"“”]{0,300})",  # up to the next quoted name: a second definition
    re.IGNORECASE,
)
_ABOVE = re.compile(
    r"\b(?:above|these|those|preceding)\b.*\b(?:groups?|people|persons|categories|listed)\b"
    r"|\b(?:groups?|people|listed) (?:\w+ )?above\b"
)
_PLURAL = re.compile(r"(?:s|staff|everyone|everybody|personnel|people|team)$", re.IGNORECASE)
_SINGULARS = frozenset({"adult", "employee", "worker", "member of staff", "user"})
_A_LIST = 3
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


def find_groups(contexts: Iterable[ClauseContext]) -> Groups:
    """Give the groups that the clauses of one document define, each name once, the first definition kept.

    A definition that names no group of people is left aside, and so is one of a word that needs none.
    """
    clauses = list(contexts)
    names: dict[str, tuple[Audience, ...]] = {}
    named = _Named(frozenset(), frozenset())
    for clause in clauses:
        for sentence in _SENTENCE.findall(clause.text):
            for name, audiences in _defined(sentence, named):
                if audiences and _definable(name):
                    names.setdefault(name, ordered(audiences))
            named = named.with_sentence(sentence)
    texts = [text for clause in clauses for text in (clause.text, *clause.lead_ins, *clause.section_path)]
    return Groups(tuple(names.items()), spoken_to(dict.fromkeys(texts)))


class _Named(msgspec.Struct, frozen=True):
    """Whom the sentences before name."""

    last: frozenset[Audience]
    """Whom the last one names that names anybody."""
    listed: frozenset[Audience]
    """Whom the last one lists that lists several: what "the above groups" means."""

    def with_sentence(self, sentence: str) -> _Named:
        mentions = [m for m in read(sentence).mentions if m.role != "school"]
        if not mentions:
            return self
        here = _audiences(m.role for m in mentions)
        return _Named(here, here if len(mentions) >= _A_LIST else self.listed)


def _audiences(roles: Iterable[str]) -> frozenset[Audience]:
    people = People((), Groups())
    return frozenset[Audience]().union(*(people.audiences(role) for role in roles))


def _in(text: str) -> frozenset[Audience]:
    """Give whom a text names, the school itself apart."""
    return _audiences(m.role for m in read(text).mentions if m.role != "school")


def _definable(name: str) -> bool:
    """Tell whether a name can be a document's own: that of a group, and not one that has its meaning already.

    A parent stays a parent, however the law words it; "the Monitoring Officer" is one person.
    """
    fixed = any(m.role in {"parents", "pupils", "governors"} for m in read(name).mentions)
    return not fixed and (_PLURAL.search(name) is not None or name in _SINGULARS)


def _defined(sentence: str, named: _Named) -> Iterator[tuple[str, frozenset[Audience]]]:
    """Give the names a sentence defines, with whom they stand for."""
    for match in _FORWARDS.finditer(sentence):
        above = _ABOVE.search(match["rest"])
        yield _plain(match["quoted"] or match["term"]), (named.listed or named.last) if above else _in(match["rest"])
    for match in _BACKWARDS.finditer(sentence):
        name = match["quoted"] or match["quoted2"] or match["bare"] or match["bare2"]
        yield _plain(name), _in(sentence[: match.start()]) or named.last


def _plain(name: str) -> str:
    return name.lower().strip()
