"""Which matters a clause gets: where words must stand, who must be bound, what is enough, what is too much."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from clauseway.describe.findings import ClauseContext
from clauseway.describe.matters import finder, mentions
from clauseway.model import Audience
from clauseway.vocabulary import terms
from clauseway.vocabulary.catalogue import Matter, Pattern

TERMS = {
    "@phone": (("phone*",), ("mobile", "device*")),
    "@lesson": (("lesson*",), ("class",)),
    "use*": (("use*",),),
    "toilet*": (("toilet*",),),
    "policy": (("policy",),),
    "own phone": (("own", "phone"),),
}


def matter(slug: str, *needs: str, none: str = "", who: str = "", general: bool = False) -> Matter:
    pattern = Pattern(
        tuple(frozenset(need.split("|")) for need in needs),
        frozenset(filter(None, [none])),
        frozenset(Audience(name) for name in filter(None, [who])),
    )
    return Matter(slug, slug, "", "t", (), (), (pattern,), (), (), general=general)


MATTERS = {
    one.slug: one
    for one in (
        matter("phone-lesson", "@phone", "@lesson", "use*", none="toilet*"),
        matter("phone-toilet", "@phone", "toilet*"),
        matter("staff-phone", "own phone", "use*", who="staff"),
        matter("policy-at-large", "policy", general=True),
    )
}


@pytest.fixture(autouse=True)
def small_catalogue(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(terms, "terms", lambda: TERMS)
    monkeypatch.setattr(finder, "matters", lambda: MATTERS)
    caches = (terms.mentioned, terms._first, terms._forms, finder._by_first_term)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


def found(text: str, *stems: str, heading: str = "", title: str = "", who: str = "pupils") -> list[str]:
    clause = ClauseContext(text, stems, (heading,) if heading else (), bool(stems), True, title)
    return [fit.slug for fit in finder.find_matters(clause, [Audience(who)])]


CASES = {
    "all in the clause": (("Phones are not used in lessons.",), {}, ["phone-lesson"]),
    "forms of several words": (("No mobile devices are used in class.",), {}, ["phone-lesson"]),
    "one need missing": (("Phones are not used at break.",), {}, []),
    "the subject in the stem": (("in lessons", "Pupils must not use a phone:"), {}, ["phone-lesson"]),
    "the subject in the heading": (("It is not used in lessons.",), {"heading": "Phones"}, ["phone-lesson"]),
    "all above the clause": (("It is not allowed.",), {"heading": "Using phones in lessons"}, []),
    "what excludes": (("Phones are not used in lessons or toilets.",), {}, ["phone-toilet"]),
    "what excludes only in the heading": (
        ("Phones are not used in lessons.",),
        {"heading": "Corridors and toilets"},
        ["phone-lesson"],
    ),
    "the people of the pattern": (("Nobody uses an own phone.",), {"who": "staff"}, ["staff-phone"]),
    "the general one alone": (("This policy is new.",), {}, ["policy-at-large"]),
    "the general one beside another": (("By this policy phones are not used in lessons.",), {}, ["phone-lesson"]),
    "nothing": (("Parents park outside.",), {}, []),
}


@pytest.mark.parametrize(("texts", "more", "expected"), CASES.values(), ids=CASES)
def test_matters_of_a_clause(texts: tuple[str, ...], more: dict[str, str], expected: list[str]) -> None:
    assert found(*texts, **more) == expected


def test_other_people_than_the_pattern_says_make_it_less_sure() -> None:
    clause = ClauseContext("Nobody uses an own phone.")
    (staff,) = finder.find_matters(clause, [Audience.STAFF])
    pupils = finder.find_matters(clause, [Audience.PUPILS])
    assert [fit.score < staff.score for fit in pupils] == [True]


def test_terms_come_in_the_same_order_on_every_run() -> None:
    there = mentions.mentions(ClauseContext("Use a phone in the toilet, use your own phone in class: a policy."))
    assert list(there) == ["@lesson", "@phone", "own phone", "policy", "toilet*", "use*"]


def test_the_deciding_terms_are_kept() -> None:
    (fit,) = finder.find_matters(ClauseContext("Phones are not used in lessons."), [])
    assert fit.words == ("@phone", "@lesson", "use*")
