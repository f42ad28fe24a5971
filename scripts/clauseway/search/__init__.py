"""From policies to what the search page fetches: clauses, their words, and what people call their matters."""

from clauseway.search.files import search_files

__all__ = ["search_files"]
