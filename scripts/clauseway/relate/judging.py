"""What is said of two clauses that were found to belong together, and in what words."""

from __future__ import annotations

from collections.abc import Container, Mapping
from sys import intern

from clauseway.model import Related, Relation
from clauseway.relate.closeness import Known, shared_matter
from clauseway.relate.differences import differences
from clauseway.relate.likeness import shared_wording
from clauseway.vocabulary.catalogue import in_a_sentence
from clauseway.vocabulary.wording import cosine

_ALIKE = 0.4
"""Likeness below which no two clauses are the same text, so that their runs of words need not be looked at."""
_SAME_WORDING = 0.8
"""Share of the runs of words from which two clauses are the same text."""


class Judge:
    """Says how the second of two clauses relates to the first."""

    def __init__(self, titles: Mapping[str, str], on_whom: Container[str]) -> None:
        self._titles = titles
        self._on_whom = on_whom

    def near(self, one: Known, other: Known, close: float) -> Related:
        """The second as something to see also."""
        matter = shared_matter(one, other)
        why = f"Both are on: {in_a_sentence(self._titles[matter])}."
        return Related(other.clause.id, Relation.TOPIC, close, intern(why), matter)

    def same_matter(self, one: Known, other: Known, close: float) -> Related:
        """The second as one that rules on the same, or differs."""
        shared, matter = same_text(one, other), shared_matter(one, other)
        # The same words under another stem can be the opposite rule, so they are looked at in any case.
        whose = "policy" if one.clause.school == other.clause.school else "school"
        alike = 1.0 if shared else cosine(one.words, other.words)
        found = list(differences(one.terms, other.terms, alike, whose, matter in self._on_whom))
        why = f"Both rule on: {in_a_sentence(self._titles[matter])}{', in the same words' if shared else ''}"
        relation = Relation.DIFFERS if found else Relation.SAME_WORDING if shared else Relation.SAME
        # The same sentence stands beside thousands of clauses, so it is kept once.
        return Related(other.clause.id, relation, close, intern(f"{'; '.join((why, *found))}."), matter)


def same_text(one: Known, other: Known) -> bool:
    """Whether two clauses are (almost) the same text."""
    alike = cosine(one.words, other.words)
    return alike >= _ALIKE and shared_wording(one.clause.words, other.clause.words) >= _SAME_WORDING
