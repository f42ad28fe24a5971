"""Dates in the forms that school policies print them."""

from __future__ import annotations

import pytest

from clauseway.describe.dates import find_dates, is_later


def isos(text: str, terms: int | None = None, *, prose: bool = False) -> list[str]:
    return [date.iso for date in find_dates(text, terms, prose=prose)]


@pytest.mark.parametrize(
    ("words", "iso"),
    [
        ("January 2019", "2019-01"),
        ("January, 2019", "2019-01"),
        ("january 2019", "2019-01"),
        ("10th November 2021", "2021-11-10"),
        ("1st of March 2021", "2021-03-01"),
        ("26 January 2023", "2023-01-26"),
        ("14TH May 2018", "2018-05-14"),
        ("3 rd June 2018", "2018-06-03"),
        ("September 17, 2019", "2019-09-17"),
        ("Spring 2021", "2021-03"),
        ("Spring Term 2024", "2024-03"),
        ("Summer Term 2020", "2020-07"),
        ("Autumn Term 2022", "2022-12"),
        ("Spring 1 2024", "2024-03"),
        ("Spring Term 18/19", "2019-03"),
        ("Autumn Term 2018/19", "2018-12"),
        ("Summer 2018-2019", "2019-07"),
        ("19/10/23", "2023-10-19"),
        ("18/09/2022", "2022-09-18"),
        ("18 / 09 / 2022", "2022-09-18"),
        ("7/06/2018", "2018-06-07"),
        ("3/4/2021", "2021-04-03"),
        ("12.03.24", "2024-03-12"),
        ("22.11.2022", "2022-11-22"),
        ("4.11.2016", "2016-11-04"),
        ("29.1.14", "2014-01-29"),
        ("9.1.14", "2014-01-09"),
        ("18-1-18", "2018-01-18"),
        ("2022-09-01", "2022-09-01"),
        ("09/2021", "2021-09"),
        ("SEPT 2015", "2015-09"),
        ("Oct 2014", "2014-10"),
        ("Sept. 2015", "2015-09"),
        ("Feb 13", "2013-02"),
        ("January 19", "2019-01"),
        ("Sept 17", "2017-09"),
        ("Sept '17", "2017-09"),
        ("Sep20", "2020-09"),
        ("Jan-21", "2021-01"),
        ("2009", "2009"),
        ("(2018)", "2018"),
        ("Mawrth 2024", "2024-03"),
        ("12 Mawrth 2024", "2024-03-12"),
        ("1af o Fedi 2023", "2023-09-01"),
        ("Tymor y Gwanwyn 2026", "2026-03"),
        ("Tymor yr Hydref 2025", "2025-12"),
        ("Hydref 2025", "2025-10"),
        ("Gwanwyn 2026", "2026-03"),
        ("Tymor yr Haf 2025", "2025-07"),
    ],
)
def test_forms_of_dates(words: str, iso: str) -> None:
    assert isos(words) == [iso]


@pytest.mark.parametrize(
    ("words", "terms", "iso", "exact"),
    [
        ("Term 4 2024", 6, "2024-03", True),
        ("Term 1 2024", 6, "2024-10", True),
        ("Term 6 2024", 6, "2024-07", True),
        ("Term 2 2024", 3, "2024-03", True),
        ("Term 1 2024", 3, "2024-12", True),
        ("Term 4, 2023-24", 6, "2024-03", True),
        ("Term 1, 2023-24", 6, "2023-10", True),
        ("Term 4 2024", None, "2024", False),
        ("Term 4 2024", 3, "2024", False),
        ("Term 2 2023-24", None, "2024", False),
        ("Term 1 2023-24", None, "2023", False),
    ],
)
def test_numbered_terms_need_the_number_of_terms(words: str, terms: int | None, iso: str, exact: bool) -> None:
    (found,) = find_dates(words, terms)
    assert (found.iso, found.exact) == (iso, exact)


@pytest.mark.parametrize(
    ("words", "begins", "ends"),
    [("2016-17", "2016", "2017"), ("2019/20", "2019", "2020"), ("2013-2014", "2013", "2014")],
)
def test_an_academic_year_begins_in_one_year_and_ends_in_the_next(words: str, begins: str, ends: str) -> None:
    (found,) = find_dates(words)
    assert (found.begins, found.iso) == (begins, ends)


@pytest.mark.parametrize(
    "words",
    [
        "31/02/2020",
        "13.13.24",
        "12/25/2020",
        "32 January 2020",
        "24/17",
        "101/201",
        "01632 960123",
        "01632-960-123",
        "V1.2",
        "Version 2.10.14",
        "2.3.12 Adults must",
        "10.1.12.3",
        "room 12/24",
        "ages 11-18",
        "2016-19",
        "Education Act 2011",
        "Keeping Children Safe in Education 2019",
        "10 May",
        "May",
        "we may 20 times",
        "pupils march 12 abreast",
        "40% of pupils",
        "Year 7 2B",
        "1789",
        "",
    ],
)
def test_what_is_no_date(words: str) -> None:
    assert isos(words, 6) == []


@pytest.mark.parametrize("words", ["Sept 17", "from May 25 pupils", "2016-17", "2018"])
def test_running_text_needs_the_whole_year(words: str) -> None:
    assert isos(words, prose=True) == []


def test_several_dates_keep_their_order_words_and_places() -> None:
    text = "Sept 17 Sept 19"
    found = find_dates(text)
    assert [(date.iso, date.words) for date in found] == [("2017-09", "Sept 17"), ("2019-09", "Sept 19")]
    assert [text[date.start : date.end] for date in found] == ["Sept 17", "Sept 19"]


def test_years_alone_may_follow_one_another() -> None:
    assert isos("2018, 2019 and 2020") == ["2018", "2019", "2020"]


def test_what_conversion_left_of_a_date_is_none() -> None:
    assert isos("June 8 iew June 2020") == ["2020-06"]


@pytest.mark.parametrize(
    ("one", "other", "later"),
    [
        ("2021", "2020-05-01", True),
        ("2020-06", "2020-05-01", True),
        ("2020", "2020-05", False),
        ("2019-12", "2020", False),
    ],
)
def test_periods_are_compared_as_far_as_both_say(one: str, other: str, later: bool) -> None:
    assert is_later(one, other) is later


@pytest.mark.parametrize(
    ("words", "iso"), [("2026-03", "2026-03"), ("2011-12", "2012"), ("2024-13", ""), ("2026-00", "")]
)
def test_a_year_and_month_joined_by_a_hyphen(words: str, iso: str) -> None:
    assert [date.iso for date in find_dates(words)] == ([iso] if iso else [])
