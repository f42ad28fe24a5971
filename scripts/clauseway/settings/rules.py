"""What the values of single fields must look like: each rule returns what is wrong, or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from urllib.parse import urlsplit

from markdown.extensions.toc import slugify

LONGEST_SLUG = 80

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_CYCLE = re.compile(r"P(?=\d)(?:[1-9]\d?Y)?(?:[1-9]\d?M)?")
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_CLAUSE_ID = re.compile(r"c-[a-z0-9]+(?:-[a-z0-9]+)*")


def suggested_slug(text: str) -> str:
    """The nearest allowed slug to `text`; empty where nothing of it can be kept."""
    return str(slugify(text, "-")).replace("_", "-").strip("-")[:LONGEST_SLUG].rstrip("-")


def slug_fault(text: str) -> str:
    """What is wrong with a slug, and how it could read; empty if it is good."""
    if _SLUG.fullmatch(text) and len(text) <= LONGEST_SLUG:
        return ""
    allowed = f"Use small letters a to z, digits and single hyphens, at most {LONGEST_SLUG} characters"
    suggestion = suggested_slug(text)
    return f"{allowed}: `{suggestion}`." if _SLUG.fullmatch(suggestion) else f"{allowed}."


def date_fault(text: str) -> str:
    """What is wrong with an ISO 8601 date at any of the three precisions; empty if it is good."""
    form = "Write what is known of the date as 2023, 2023-03 or 2023-03-29."
    match = _DATE.fullmatch(text)
    if not match:
        return form
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        date(year, month, day)
    except ValueError:
        return f"There is no such day in the calendar. {form}"
    return "" if 1900 <= year <= 2100 else f"The year is not between 1900 and 2100. {form}"


def cycle_fault(text: str) -> str:
    """What is wrong with a review cycle (an ISO 8601 duration of years and months)."""
    return (
        "" if _CYCLE.fullmatch(text) else "Write P1Y for every year, P2Y for every two years, P6M for every six months."
    )


def website_fault(text: str) -> str:
    """What is wrong with the address of a website."""
    try:
        parts = urlsplit(text)
        good = parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"\\]", text)
    except ValueError:
        good = False
    return "" if good else "Write the whole address, starting with https:// or http://."


def language_fault(text: str) -> str:
    """What is wrong with the language of a school's policies."""
    return "" if text in ("en", "cy") else "Allowed: en (English), cy (Welsh)."


def motto_language_fault(text: str) -> str:
    """What is wrong with the language of a motto."""
    return "" if _LANGUAGE.fullmatch(text) else "Write the code of the language: cy (Welsh), la (Latin), gd (Gaelic)."


def terms_fault(text: str) -> str:
    """What is wrong with the number of terms in a year."""
    return "" if text in ("3", "6") else "Allowed: 3, 6."


def email_fault(text: str) -> str:
    """What is wrong with an e-mail address."""
    return "" if _EMAIL.fullmatch(text) else "Write an address such as office@school.example."


def clause_id_fault(text: str) -> str:
    """What is wrong with the id of a clause."""
    if _CLAUSE_ID.fullmatch(text):
        return ""
    return "Write the part after # in the link to the clause: `c-2-1-5`."


RULES: dict[str, Callable[[str], str]] = {
    "approved": date_fault,
    "date": date_fault,
    "reviewed": date_fault,
    "review_date": date_fault,
    "review_cycle": cycle_fault,
    "slug": slug_fault,
    "formerly": slug_fault,
    "website": website_fault,
    "language": language_fault,
    "motto_language": motto_language_fault,
    "terms_per_year": terms_fault,
    "email": email_fault,
}
"""The rule of each field that has one, by the field's name."""

AS_WRITTEN = frozenset({"approved", "date", "reviewed", "review_date", "phone"})
"""Text fields whose values YAML may take for a number or a date, and which are kept as they are written."""
