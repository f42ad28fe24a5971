"""From policies to relations: which clauses of different schools rule on the same, and what references lead to."""

from clauseway.relate.clauses import Clause, clauses_of
from clauseway.relate.references import resolve, stale_references
from clauseway.relate.relations import relate
from clauseway.relate.stale import facts_on

__all__ = ["Clause", "clauses_of", "facts_on", "relate", "resolve", "stale_references"]
