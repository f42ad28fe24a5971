"""What a policy says of itself, and what its clauses say: findings beside the text, which they never change."""

from clauseway.describe.matters import add_matters
from clauseway.describe.metadata import describe_metadata
from clauseway.describe.references import find_references
from clauseway.describe.tagging import find_findings

__all__ = ["add_matters", "describe_metadata", "find_findings", "find_references"]
