"""The search page as it is without its script: the box, and the ways to the clauses that need no search."""

from __future__ import annotations

from collections.abc import Sequence

from clauseway.publish.extracts import html_block
from clauseway.publish.front import yaml_block
from clauseway.publish.readers import Shelf
from clauseway.publish.stances import Stances
from clauseway.publish.text import html
from clauseway.vocabulary.catalogue import topics

_MOST_SCHOOLS = 60


def search_page(shelves: Sequence[Shelf], stances: Stances) -> str:
    """`search/index.md`: a script finds clauses in it; without one it says so and lists topics and schools."""
    covered = [topic for topic in topics() if stances.clauses(topic.slug)]
    without = [
        '<p class="notice without-script">Searching needs JavaScript, which does not run in this browser. '
        "Everything can be read without it: by topic, or by school.</p>",
        _list("By topic", [(f"../topics/{topic.slug}/", topic.title) for topic in covered]),
        _list("By school", [(f"../schools/{one.school.slug}/", one.school.name) for one in shelves[:_MOST_SCHOOLS]]),
        f'<p><a href="../schools/">All {len(shelves):,} schools</a></p>' if len(shelves) > _MOST_SCHOOLS else "",
    ]
    front = yaml_block({"title": "Search", "search": "page"})
    # In one line: a line that only closes an element would end the block.
    body = html_block([f'<div class="search-app" data-search-app>{"".join(without)}</div>'])
    return f"{front}\n# Search\n\n{body}"


def _list(title: str, links: Sequence[tuple[str, str]]) -> str:
    if not links:
        return ""
    items = "".join(f'<li><a href="{html(url)}">{html(name)}</a></li>' for url, name in links)
    return f'<section><h2>{title}</h2><ul class="search-ways">{items}</ul></section>'
