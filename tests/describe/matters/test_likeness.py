"""What a clause is like of the catalogue, where no pattern fits, and what a policy is about as a whole."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import pytest

from clauseway.describe.findings import ClauseContext
from clauseway.describe.matters import find_matters, home, likeness
from clauseway.describe.matters.home import home_topics, nearer_home
from clauseway.describe.matters.likeness import near_matters
from clauseway.model import Kind, MatterFit
from clauseway.vocabulary.catalogue import Matter, Topic


def matter(slug: str, topic: str, *examples: str, asked: tuple[str, ...] = ()) -> Matter:
    return Matter(slug, slug, "", topic, asked, (), (), examples, ())


SMOKING = matter("smoking", "conduct", "Nobody smokes on the train", "Cigarettes are handed in")
PARKING = matter("parking", "site", "Parents park behind the hall", asked=("where do I park",))
AIMS = matter("aims", "every", "We aim to be kind")
MATTERS = {one.slug: one for one in (SMOKING, PARKING, AIMS)}
TOPICS = (
    Topic("conduct", "Conduct", (SMOKING,), frozenset({Kind.BEHAVIOUR})),
    Topic("site", "Site", (PARKING,), frozenset({Kind.PARENT_CONDUCT})),
    Topic("every", "Every policy", (AIMS,)),
)


@pytest.fixture(autouse=True)
def small_catalogue(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(likeness, "matters", lambda: MATTERS)
    monkeypatch.setattr(home, "matters", lambda: MATTERS)
    monkeypatch.setattr(home, "topics", lambda: TOPICS)
    caches = (likeness._said, likeness._vectors, likeness._by_feature, home._of_kind)
    for cached in caches:
        cached.cache_clear()
    yield
    for cached in caches:
        cached.cache_clear()


def near(text: str, *stems: str) -> list[str]:
    return [fit.slug for fit in near_matters(ClauseContext(text, stems))]


def test_a_clause_is_like_the_matter_whose_example_shares_its_words() -> None:
    assert near("A pupil who smokes on a train is sent home") == ["smoking"]
    (fit,) = near_matters(ClauseContext("Nobody may smoke on trains"))
    assert fit.words == ("Nobody smokes on the train",)


def test_what_shares_no_words_is_near_nothing() -> None:
    assert near("Lunch is at noon") == []


def test_the_heading_alone_makes_no_clause_of_a_matter() -> None:
    assert near_matters(ClauseContext("a", (), ("Nobody smokes on the train",))) == ()


def test_stems_count_less_than_the_clause() -> None:
    assert near("park behind the hall", "Nobody smokes here; parents:") == ["parking", "smoking"]


def test_a_matter_is_left_out_where_a_counter_example_is_as_like(monkeypatch: pytest.MonkeyPatch) -> None:
    against = msgspec.structs.replace(SMOKING, counter=("Nobody smokes in the staff room",))
    monkeypatch.setattr(likeness, "matters", lambda: {"smoking": against})
    assert near("Nobody smokes in the staff room at lunch") == []
    assert near("Nobody smokes on the train") == ["smoking"]


def test_likeness_to_a_question_is_worth_less_than_to_an_example() -> None:
    (asked,) = near_matters(ClauseContext("where do I park"))
    assert asked.score == pytest.approx(likeness._NOT_A_RULE)


def test_the_likest_is_the_matter_where_no_pattern_fits() -> None:
    clause = ClauseContext("Nobody smokes on the train")
    (found,) = find_matters(clause, [], near_matters(clause))
    assert (found.slug, found.score) == ("smoking", 1.0)
    assert find_matters(clause, [], [MatterFit("smoking", 0.2)]) == ()


def test_a_policy_is_about_the_topics_of_its_kind_and_those_of_every_policy() -> None:
    assert home_topics([], Kind.BEHAVIOUR) == {"conduct", "every"}


def test_a_policy_is_about_what_its_clauses_are_like() -> None:
    like = [[MatterFit("parking", 0.5)], *[[MatterFit("smoking", 0.5)]] * 9]
    assert home_topics(like, Kind.OTHER) == {"conduct", "site", "every"}
    assert home_topics([*like, *[[MatterFit("smoking", 0.5)]] * 9], Kind.OTHER) == {"conduct", "every"}


def test_what_the_policy_is_about_comes_before_what_is_about_as_like() -> None:
    some = [MatterFit("parking", 0.5), MatterFit("smoking", 0.45)]
    assert [fit.slug for fit in nearer_home(some, {"conduct"})] == ["smoking", "parking"]
    assert [fit.slug for fit in nearer_home(some, {"conduct", "site"})] == ["parking", "smoking"]
