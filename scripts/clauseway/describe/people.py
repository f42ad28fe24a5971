"""Who approved a policy, and who looks after it, as printed.

An approver named behind a label counts before a signature; a signature of the chair before one of the
headteacher. A line that nobody has filled in names nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from clauseway.describe.cycle import review_cycle
from clauseway.describe.entries import Entry
from clauseway.model import Place
from clauseway.vocabulary import load
from clauseway.vocabulary.bodies import body_in
from clauseway.vocabulary.labels import label_of

_EDGES = " \t:;,|=–—-._·/"
_LONGEST = 14
_WORD = re.compile(r"[^\W\d_][\w'’.&-]*")
# Before the name of who decided: `the meeting of the Full Governing Body`, `under delegated powers by the headteacher`.
_BEFORE = re.compile(
    r"^(?:(?:(?:a|the|its|their) )?(?:[\w’'-]+ ){0,2}?meeting (?:held )?of |"
    r"under (?:\w+ )?(?:authority|powers|delegation) (?:by|to|of|from) )(?=\S)",
    re.IGNORECASE,
)
_POSSESSED = re.compile(r"(?:(?<=s)['’]|['’]s)$")
_CHAIR = re.compile(r"\b(?:chair|cadeirydd)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A name or body, with its place."""

    name: str
    """As printed."""
    place: Place
    """Where it stands."""


def approver(entries: Sequence[Entry]) -> Named | None:
    """Who approved the policy; None where nobody is named."""
    approvals = [entry for entry in entries if entry.field == "approved"]
    approvals.sort(key=lambda entry: _order(entry.label, "approval_order"))
    for naming in (_in_value, _in_label):
        for entry in approvals:
            if name := naming(entry):
                return Named(name, entry.place)
    return next(_signatures(entries), None)


def owner(entries: Sequence[Entry]) -> Named | None:
    """Who is responsible for the policy; None where nobody is named."""
    stated = [(name, entry) for entry in entries if entry.field == "owner" and (name := _trimmed(entry.name))]
    stated.sort(key=lambda pair: _order(pair[1].label, "owner_order"))
    return Named(stated[0][0], stated[0][1].place) if stated else None


def _in_value(entry: Entry) -> str:
    name = _trimmed(entry.name)
    return name if name and not review_cycle(name)[1] and not _says_not_done(name) else ""


def _says_not_done(name: str) -> bool:
    """Whether the words say that nobody has approved yet: `awaiting the governors`."""
    return name.lower().startswith(tuple(load("metadata")["not_done"]))


def _in_label(entry: Entry) -> str:
    """The body a label names, where a date stands behind it: `Date accepted by Governors: May 2020`."""
    return body_in(entry.label) if entry.dates else ""


def _signatures(entries: Sequence[Entry]) -> Iterator[Named]:
    """Those who signed, the one who decides first: the chair, a signature without post, the head."""
    for field in ("chair", "signed", "head"):
        for index, entry in sorted(enumerate(entries), key=lambda pair: not _CHAIR.search(pair[1].value)):
            if entry.field != field or not _is_signature(entries, index):
                continue
            if (name := _trimmed(entry.name)) and not label_of(name) and name.lower() not in _posts():
                yield Named(name, entry.place)


def _is_signature(entries: Sequence[Entry], index: int) -> bool:
    """Whether a person named by post signed: behind the text, or with a date or the word in the same line.

    The head of a school only with one of the latter: heads are named for many reasons.
    """
    if entries[index].field == "signed" or (entries[index].field == "chair" and entries[index].closing):
        return True
    label = entries[index].label.lower()
    near = entries[max(0, index - 2) : index + 3]
    beside = (entry for entry in near if entry.place == entries[index].place)
    return "sign" in label or any(entry.field in ("signed_on", "signed") for entry in beside)


def _trimmed(name: str) -> str:
    """A name without the words that joined it to a date; empty where no name is left."""
    words = name.strip(_EDGES).split()
    left_over = _left_over()
    while words and words[-1].strip(_EDGES + "()#").lower() in left_over | {""}:
        words.pop()
    while words and words[0].strip(_EDGES).lower() in (left_over - {"the", "y"}) | {""}:
        words.pop(0)
    text = _of_body(_BEFORE.sub("", " ".join(words).strip(_EDGES)))
    if not _WORD.search(text) or len(words) > _LONGEST or text[0].isdigit():
        return ""
    return text if text.lower() not in ("the", "y") else ""


def _of_body(name: str) -> str:
    """The name of a body without what is joined to it: "Governors'" of "Governors' approval"."""
    return _POSSESSED.sub("", name) if body_in(name) else name


@cache
def _posts() -> frozenset[str]:
    return frozenset(load("metadata")["posts"])


def _order(label: str, order: str) -> int:
    words = label.lower()
    return next((place for place, stem in enumerate(load("metadata")[order]) if stem in words), 99)


@cache
def _left_over() -> frozenset[str]:
    return frozenset(load("metadata")["left_over"])
