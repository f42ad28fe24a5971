"""Pages that lead on from addresses that a policy had before: plain HTML that works without script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator

from clauseway.model import Collection, Policy
from clauseway.publish.text import html


def moved_pages(collection: Collection, taken: Container[str]) -> dict[str, str]:
    """`schools/<school>/<old name>/index.html` for each former address that no other page has.

    What a person states counts before what Git tells; an address that several policies had leads nowhere.
    """
    stated = _only_once(
        (f"{policy.school}/{slug}", policy) for policy in collection.policies for slug in policy.formerly
    )
    found = _only_once(
        (former, policy)
        for policy in collection.policies
        if (history := collection.histories.get(f"{policy.school}/{policy.slug}"))
        for former in history.formerly
    )
    return {
        f"schools/{former}/index.html": _page(policy)
        for former, policy in sorted((found | stated).items())
        if f"schools/{former}/index.md" not in taken
    }


def _only_once(claims: Iterator[tuple[str, Policy]]) -> dict[str, Policy]:
    """The claims to addresses that nobody else claims."""
    all_claims = list(claims)
    often = Counter(former for former, _ in all_claims)
    return {former: policy for former, policy in all_claims if often[former] == 1}


def _page(policy: Policy) -> str:
    there = f"../../{policy.school}/{policy.slug}/"
    title = html(policy.metadata.title)
    return f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; base-uri 'none'">
<meta name="referrer" content="no-referrer">
<title>Moved: {title}</title>
<link rel="canonical" href="{there}">
<script src="../../../js/moved.js"></script>
<meta http-equiv="refresh" content="0; url={there}">
</head>
<body>
<main>
<h1>This policy has a new address</h1>
<p>Go on to <a href="{there}">{title}</a>.</p>
</main>
</body>
</html>
"""
