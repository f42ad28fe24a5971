"""What changed from one edition of a policy to the next, clause by clause: values in, values out."""

from clauseway.changes.aliases import aliases, reached
from clauseway.changes.comparing import compare
from clauseway.changes.same import same_policy

__all__ = ["aliases", "compare", "reached", "same_policy"]
