"""The slugs of policies: their part of every URL, from the title and never from counting."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

import msgspec
from markdown.extensions.toc import slugify

from clauseway.model import Audience, Policy, School
from clauseway.problems import Problem, Severity

LONGEST = 60
"""Letters of a slug made from a title; cut between words."""

# Pages of the school that stand beside its policies in the address: /schools/<school>/staff/.
_TAKEN = frozenset(audience.value for audience in Audience) | {"index", "references", "reviews"}


def name_policies(policies: Sequence[Policy], school: School) -> tuple[tuple[Policy, ...], tuple[Problem, ...]]:
    """Give every policy of one school its own slug, in the order of slugs; problems tell of titles that are alike.

    A policy that comes with a slug (stated by a person) keeps it. Where several want the same one, each takes its
    file's name instead, so that no link ever leads to another policy than the one it was made for.
    """
    stated = Counter(policy.slug for policy in policies if policy.slug)
    wanted = [_free(policy.slug) or title_slug(policy, school) for policy in policies]
    often = Counter(wanted)
    keeps = [often[slug] == 1 or stated[policy.slug] == 1 for policy, slug in zip(policies, wanted, strict=True)]
    slugs = [
        slug if keep else _with_file(slug, policy) for policy, slug, keep in zip(policies, wanted, keeps, strict=True)
    ]
    named = sorted(_distinct(policies, slugs), key=lambda policy: policy.slug)
    alike = (policy for policy, keep in zip(policies, keeps, strict=True) if not keep)
    return tuple(named), tuple(_alike(policy) for policy in alike)


def title_slug(policy: Policy, school: School) -> str:
    """The slug of a policy's title without the school's name; of its file's name where the title gives none."""
    title = _without_school(policy.metadata.title, school)
    return _free(_slug(title) or _slug(PurePosixPath(policy.source.file).stem) or _hash(policy.source.file))


def _free(slug: str) -> str:
    """`slug`, unless another page of the school has that address."""
    return f"{slug}-policy" if slug in _TAKEN else slug


def _distinct(policies: Sequence[Policy], slugs: Sequence[str]) -> Iterator[Policy]:
    """The policies with their slugs; those still alike (policies of one file) are told apart by their own words."""
    again, used = Counter(slugs), set[str]()
    for policy, slug in zip(policies, slugs, strict=True):
        own = slug if again[slug] == 1 else f"{slug}-{_hash(' '.join(piece.text for piece in policy.pieces))}"
        while own in used:  # the same text twice under the same name
            own = f"{own}-again"
        used.add(own)
        yield msgspec.structs.replace(policy, slug=own)


def _without_school(title: str, school: School) -> str:
    """The title less the school's name, as long as a name for the policy is left."""
    for name in sorted({school.name, school.short_name} - {""}, key=len, reverse=True):
        rest = re.sub(rf"(?<!\w){re.escape(name)}(?:['’]s)?(?!\w)", " ", title, flags=re.IGNORECASE)
        if set(_slug(rest).split("-")) - {"", "policy", "the"}:
            title = rest
    return title


def _slug(text: str) -> str:
    words = str(slugify(text, "-")).replace("_", "-").split("-")
    slug = ""
    for word in filter(None, words):
        longer = f"{slug}-{word}" if slug else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        slug = longer
    return slug


def _with_file(slug: str, policy: Policy) -> str:
    stem = _slug(PurePosixPath(policy.source.file).stem)
    return stem if stem.startswith(slug) else f"{slug}-{stem or _hash(policy.source.file)}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:6]


def _alike(policy: Policy) -> Problem:
    title = policy.metadata.title
    message = f"Another policy of the school is called “{title}” too, so its address is made from the file's name."
    advice = "State a `slug:` for it in a .yml file beside it that bears the same name."
    return Problem("title-shared", Severity.WARNING, message, policy.source.file, advice=advice)
