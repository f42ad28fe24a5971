"""What people state: schools, and corrections of what was read."""

from __future__ import annotations

import msgspec

from clauseway.model.references import StaleOk
from clauseway.model.words import Audience, Duty, Kind, Nation, Phase


class Contact(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Whom to tell or to ask, as the school states it."""

    role: str
    """What they are there for, in the school's words."""
    name: str = ""
    """Name of the person."""
    phone: str = ""
    """Telephone number."""
    email: str = ""
    """E-mail address."""


class School(msgspec.Struct, frozen=True):
    """A school, as its `school.yml` describes it."""

    slug: str
    """Name of its folder, and its part of every URL."""
    name: str
    """Full name."""
    short_name: str = ""
    """What people call it; the full name where empty."""
    place: str = ""
    """Town or area, as the school states it."""
    nation: Nation | None = None
    """The nation whose law applies, where stated."""
    phase: Phase | None = None
    """Age group."""
    website: str = ""
    """Address of its website (http or https)."""
    contacts: tuple[Contact, ...] = ()
    """Whom to tell."""
    language: str = "en"
    """Main language of its policies, `en` or `cy`."""
    motto: str = ""
    """Its motto, as printed."""
    motto_language: str = ""
    """Language of the motto where it is not the main one: `cy`."""
    terms_per_year: int | None = None
    """3 or 6, where known: how `Term 4` is read."""
    audience: tuple[Audience, ...] = ()
    """Addressees of a policy that names none."""
    review_notice: str = ""
    """What pages say of a policy whose review date has passed, in the school's words; the site's own where empty."""


class ClauseCorrection(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person states about one clause, against what was found."""

    audiences: tuple[Audience, ...] | None = None
    """Whom it binds."""
    duty: Duty | None = None
    """How strongly."""


class Stating(msgspec.Struct, frozen=True):
    """What a person states about one policy in a sidecar; a field that is None is not stated."""

    starts_at: str = ""
    """For a file of several policies: the words of the line at which this policy starts."""
    slug: str = ""
    """Its part of the URL; from the title where empty."""
    formerly: tuple[str, ...] = ()
    """Slugs that it had before; old links lead to it."""
    title: str | None = None
    """See `Metadata`, as all that follow."""
    kind: Kind | None = None
    scope: tuple[str, ...] | None = None
    audience: tuple[Audience, ...] | None = None
    approved: str | None = None
    approved_by: str | None = None
    reviewed: str | None = None
    review_date: str | None = None
    review_cycle: str | None = None
    owner: str | None = None
    language: str | None = None
    clauses: dict[str, ClauseCorrection] = {}
    """Corrections by clause id (`c-2-1-5`)."""
    stale_ok: tuple[StaleOk, ...] = ()
    """References that are out of date and may stand."""


class Sidecar(msgspec.Struct, frozen=True):
    """A sidecar file: one stating for each policy of the source, in their order in the file."""

    file: str
    """Path relative to the policies folder, with `/`."""
    policies: tuple[Stating, ...]
    """One for a file that holds one policy; several where `policies:` splits the file."""
    splits: bool = False
    """Whether the file says itself where its policies start."""
