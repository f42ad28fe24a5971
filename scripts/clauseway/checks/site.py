"""Links and anchors of the finished site: each must lead somewhere."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from urllib.parse import unquote, urlsplit

from clauseway.problems import Problem, Severity

MOST = 20
"""Broken links that are named one by one."""

_INDEX = "index.html"

_Target = tuple[str, str]
"""A file within the site, and an anchor in it; an empty anchor is the file itself."""


def check_site(site: Path) -> Iterator[Problem]:
    """Tell of links within the folder `site` that lead to no file, or to no element of a page; the first few of many.

    Addresses that start with `/`, and those of other sites, are left alone. Raises OSError as the file system does.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    pages = sorted(name for name in files if name.endswith(".html"))
    wanted = _wanted(site, pages)
    broken = sorted(_broken(wanted, files, site))
    for target in broken[:MOST]:
        yield _problem(target, wanted[target])
    if len(broken) > MOST:
        message = f"{len(broken) - MOST} more links lead nowhere."
        yield Problem("site-link", Severity.WARNING, message, advice="Look at those that are named first.")


def _wanted(site: Path, pages: list[str]) -> dict[_Target, list[str]]:
    """What pages lead to, each with the pages that do; anchors within the same page are settled here."""
    wanted: dict[_Target, list[str]] = defaultdict(list)
    for page in pages:
        content = (site / page).read_bytes()
        own: set[str] | None = None
        for href in {*_values(content, b' href="'), *_values(content, b' src="')}:
            target = _target(page, href)
            if target and target[0] == page:
                own = own if own is not None else _ids(content)
                if target[1] in own:
                    continue
            if target:
                wanted[target].append(page)
    return wanted


def _target(page: str, href: str) -> _Target | None:
    """The file and anchor that an address on a page means; None where it is none of this site's."""
    if href.startswith("#"):
        return (page, unquote(href[1:])) if href != "#" else None
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or parts.path.startswith("/") or not (parts.path or parts.fragment):
        return None
    path = unquote(parts.path)
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    if path.endswith("/") or path in (".", "..") or path.endswith("/.."):
        name = posixpath.normpath(f"{name}/{_INDEX}")
    return name, unquote(parts.fragment)


def _ids(content: bytes) -> set[str]:
    return _values(content, b' id="')


def _values(content: bytes, opening: bytes) -> set[str]:
    """The values of an attribute. Pages are cut at it, which is many times quicker than to parse them."""
    found = {part.partition(b'"')[0] for part in content.split(opening)[1:]}
    return {unescape(value.decode("utf-8", "replace")) for value in found}


def _broken(wanted: Mapping[_Target, list[str]], files: set[str], site: Path) -> Iterator[_Target]:
    """What is not there, each page that anchors are looked for in being read once."""
    for name, some in groupby(sorted(wanted), key=itemgetter(0)):
        targets = list(some)
        if name not in files:
            yield from targets
        elif name.endswith(".html") and any(anchor for _, anchor in targets):
            there = _ids((site / name).read_bytes())
            yield from (target for target in targets if target[1] and target[1] not in there)


def _problem(target: _Target, pages: list[str]) -> Problem:
    name, anchor = target
    where = f"{name.removesuffix(_INDEX)}{f'#{anchor}' if anchor else ''}" or "the home page"
    others = f" and {len(pages) - 1} more" if len(pages) > 1 else ""
    message = (
        f"A link leads to {where}, which is not there: on {pages[0].removesuffix(_INDEX) or 'the home page'}{others}."
    )
    advice = "If the link stands on a page under docs/, correct it there; else report it: it is a fault of Clauseway."
    return Problem("site-link", Severity.WARNING, message, advice=advice)
