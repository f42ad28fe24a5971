from __future__ import annotations

import re
from pathlib import Path

import msgspec

from clauseway.model import Collection, Kind, School
from clauseway.publish.pages import NEWS_MARK, home_page
from tests.publish.samples import ELM, FULL, OAK, PAGES, SITE, published

FILES = published(SITE)


def text(path: str) -> str:
    return str(FILES[path])


def test_each_policy_has_its_page_its_data_and_its_original() -> None:
    folder = "schools/oak-hill/phones/"
    assert {name for name in FILES if name.startswith(folder)} == {
        f"{folder}index.md",
        f"{folder}policy.json",
        f"{folder}original.txt",
    }
    assert FILES[f"{folder}original.txt"] == Path("policies/oak-hill/phones.txt")


def test_policy_page_says_at_a_glance_what_the_document_states() -> None:
    panel = text("schools/oak-hill/phones/index.md").split("<section")[1].split("</section>")[0]
    assert [line for line in panel.splitlines() if "<dt>" in line] == [
        "<div><dt>For</dt><dd>Staff and pupils</dd></div>",
        '<div><dt>Approved</dt><dd><time datetime="2023-03-29">29 March 2023</time> by Full Governing Body</dd></div>',
        '<div class="review"><dt>Next review</dt><dd><span class="due" data-due="2026-03-31" '
        'data-past="Was due by March 2026"><time datetime="2026-03">March 2026</time></span></dd></div>',
        "<div><dt>Review cycle</dt><dd>Every 3 years</dd></div>",
        "<div><dt>Responsible</dt><dd>Deputy Head</dd></div>",
        '<div><dt>School</dt><dd><a href="../">Oak Hill Primary School</a></dd></div>',
        '<div><dt>Original</dt><dd><a href="original.txt">The document as the school gave it</a></dd></div>',
    ]


def test_policy_page_says_what_is_missing() -> None:
    page = text("schools/elm-park/complaints/index.md")
    assert "<dt>Next review</dt><dd>Not stated</dd>" in page
    assert "<dt>Approved</dt>" not in page
    assert "<li>This document states no review date.</li>" in page


def test_school_page() -> None:
    page = text("schools/oak-hill/index.md")
    assert "\n# Oak Hill Primary School\n" in page
    assert '\nGorau dysg, dysgu gyda\'n gilydd\n{: .motto lang="cy" }\n' in page
    assert "Primary school · Anytown · Wales · [School website](https://www.oakhill.example)" in page
    assert (
        '<div><dt>Mobile phones</dt><dd><a href="phones/">Mobile Phones</a> '
        '<span class="facts">For staff and pupils · 10 clauses · <span class="due" data-due="2026-03-31" '
        'data-past="was due for review by March 2026">next review <time datetime="2026-03">March 2026</time></span>'
        "</span></dd></div>"
    ) in page
    assert (
        "- Complaints: A. Bell, [01234 567 890](tel:01234567890), "
        "[office@oakhill.example](mailto:office@oakhill.example)\n- Chair of governors\n"
    ) in page


def test_school_without_anything() -> None:
    files = published(Collection((School(slug="new", name="New School"),), ()))
    assert "No policy of this school is published here yet." in str(files["schools/new/index.md"])
    assert "1 school, 0 policies." in str(files["schools/index.md"])


def test_no_school() -> None:
    files = published(Collection((), ()))
    assert "No school has published a policy here yet." in str(files["index.md"])


def test_list_of_schools() -> None:
    page = text("schools/index.md")
    assert "2 schools, 2 policies." in page
    assert (
        '<li><a href="elm-park/" data-school="elm-park">Elm Park Academy</a> '
        '<span class="facts">1 policy</span> <span class="facts">Complaints</span></li>'
    ) in page
    assert (
        '<li><a href="oak-hill/" data-school="oak-hill">Oak Hill Primary School</a> '
        '<span class="facts">Anytown · 1 policy</span> <span class="facts">Mobile phones</span></li>'
    ) in page


def test_policies_of_a_school_stand_under_their_kinds_in_order() -> None:
    second = msgspec.structs.replace(
        FULL, slug="b", metadata=msgspec.structs.replace(FULL.metadata, title="A first one", language="cy")
    )
    third = msgspec.structs.replace(
        FULL, slug="a", metadata=msgspec.structs.replace(FULL.metadata, kind=Kind.BEHAVIOUR)
    )
    page = str(published(Collection((OAK,), (FULL, second, third)))["schools/oak-hill/index.md"])
    shelf = page.split('<dl class="shelf">')[1].split("</dl>")[0]
    assert re.findall(r'<dt>(.*?)<|<dd><a href="(.*?)/"( lang="cy")?', shelf) == [
        ("Behaviour", "", ""),
        ("", "a", ""),
        ("Mobile phones", "", ""),
        ("", "b", ' lang="cy"'),
        ("", "phones", ""),
    ]


def test_a_card_names_few_of_many_kinds() -> None:
    kinds = (Kind.ATTENDANCE, Kind.BEHAVIOUR, Kind.COMPLAINTS, Kind.MOBILE_PHONES)
    policies = [
        msgspec.structs.replace(FULL, slug=kind.value, metadata=msgspec.structs.replace(FULL.metadata, kind=kind))
        for kind in kinds
    ]
    page = str(published(Collection((OAK,), tuple(policies)))["schools/index.md"])
    assert '<span class="facts">Attendance, Behaviour and 2 more</span>' in page


def test_home_page_takes_the_schools_at_its_mark() -> None:
    assert text("index.md").startswith("# Home\n\n")
    assert '<li><a href="schools/elm-park/" data-school="elm-park">' in text("index.md")
    assert FILES["help.md"] == PAGES["help.md"]


def test_home_page_shows_some_of_many_schools() -> None:
    many = tuple(School(slug=f"s-{n}", name=f"School {n}") for n in range(20))
    home = str(published(Collection(many, ()))["index.md"])
    assert home.count(">School ") == 12
    assert "[All 20 schools](schools/index.md)" in home


def test_home_page_has_a_part_for_news_only_where_there_is_some() -> None:
    page = f"# Home\n\n{NEWS_MARK}\n"
    assert home_page(page, ()) == "# Home\n\n\n"
    assert "## What changed, and what is due\n\n- One\n- Two\n" in home_page(page, (), news=("One", "Two"))


def test_language_of_the_school_is_the_language_of_its_policies() -> None:
    welsh = msgspec.structs.replace(OAK, language="cy")
    files = published(Collection((ELM, welsh), (FULL,)))
    assert '\nlanguage: "cy"\n' in str(files["schools/oak-hill/phones/index.md"])
