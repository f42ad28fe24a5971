"""From policies to relations: which clauses of different schools rule on the same, and how they differ."""

from clauseway.relate.relations import Clause, clauses_of, relate

__all__ = ["Clause", "clauses_of", "relate"]
