"""The pages for parents, pupils, staff and governors, at one school and across schools."""

from __future__ import annotations

import re
from typing import Any

import msgspec
import pytest

from clauseway.model import Audience, Collection, Contact, Duty, Findings, Metadata, Piece, Policy, School
from clauseway.publish import readers
from clauseway.publish.readers import whom_to_tell
from clauseway.publish.site import Files
from tests.publish.hostile import HOSTILE
from tests.publish.page import Page
from tests.publish.samples import BARE, ELM, FULL, OAK, SITE, clause, collection, found, item, policy, published
from tests.publish.test_text import rendered

FILES = published(SITE)
STEM = "Everybody must never:"

Groups = list[tuple[str, list[str]]]


def text(path: str, files: Files = FILES) -> str:
    return str(files[path]).split("---\n", 2)[2]


def groups(page: str) -> Groups:
    """The headings of a page's groups, each with the words of its items."""
    parts = re.split(r"^## (.*?) \{: #[a-z-]+ \}$", page, flags=re.MULTILINE)[1:]
    items = [[re.sub(r"<[^>]*>", "", one) for one in re.findall(r"<li>(.*)</li>", part)] for part in parts[1::2]]
    return list(zip(parts[::2], items, strict=True))


def tagged(*said: Findings | None, slug: str = "one", school: str = "oak-hill") -> Policy:
    """A policy with a clause for each finding: `Clause 1`, `Clause 2` ..."""
    pieces = [clause(f"Clause {number}", number=f"{number}") for number in range(1, len(said) + 1)]
    return policy(pieces, slug=slug, school=school, findings=said, metadata=Metadata(title=f"Policy {slug}"))


P, S, G = Audience.PARENTS, Audience.STAFF, Audience.GOVERNORS
SORTED: dict[str, tuple[list[Findings | None], Groups]] = {
    "every duty in its group, rules first": (
        [found(duty, P) for duty in reversed(Duty)],
        [
            ("Must do", ["6 Clause 6"]),
            ("Must not do", ["5 Clause 5"]),
            ("Should do", ["4 Clause 4"]),
            ("Should not do", ["3 Clause 3"]),
            ("May do", ["2 Clause 2"]),
            ("Background", ["1 Clause 1"]),
        ],
    ),
    "only what is for the reader": (
        [found(Duty.MUST, S), found(Duty.MUST, S, P), found(Duty.MUST), found(Duty.MUST, P)],
        [("Must do", ["2 Clause 2", "4 Clause 4"])],
    ),
    "a prohibition never among what must be done": (
        [found(Duty.MUST_NOT, P), found(Duty.MUST, G)],
        [("Must not do", ["1 Clause 1"])],
    ),
    "what the school does, apart from what the reader must do": (
        [
            Findings(audiences=(S, P), duty=Duty.MUST, by_school=True),
            Findings(audiences=(S, P), duty=Duty.NONE, by_school=True),
            found(Duty.MUST, P),
        ],
        [("Must do", ["3 Clause 3"]), ("What the school does", ["1 Clause 1"]), ("Background", ["2 Clause 2"])],
    ),
    "nothing": ([found(Duty.MUST, S)], []),
    "not sought": ([None, None], []),
}


@pytest.mark.parametrize(("said", "expected"), SORTED.values(), ids=SORTED.keys())
@pytest.mark.parametrize("path", ["schools/oak-hill/parents/index.md", "parents/index.md"])
def test_clauses_are_sorted_by_duty(said: list[Findings | None], expected: Groups, path: str) -> None:
    assert groups(text(path, published(collection(tagged(*said))))) == expected


def test_a_line_has_its_lead_in_number_link_and_tail() -> None:
    page = text("schools/oak-hill/pupils/index.md")
    assert (
        '<li><a href="../phones/#c-9">(a)</a> <em>Pupils must not:</em> '
        "use a phone on the school site between 8.30 and 3.30 <em>whatever the reason.</em></li>"
    ) in page
    assert (
        '<a href="../phones/#c-11" aria-label="The clause in its policy">→</a> <em>Pupils must not: at school' in page
    )
    assert '<li><a href="../schools/oak-hill/phones/#c-9">(a)</a> <em>Pupils must not:</em> use' in text(
        "pupils/index.md"
    )


def test_each_policy_is_named_with_school_and_review_date() -> None:
    page = text("parents/index.md")
    assert '<h3><a href="../schools/elm-park/complaints/">Complaints Procedure</a></h3>' in page
    assert '<p class="facts" lang="en">Elm Park Academy · next review not stated</p>' in page
    assert '<p class="facts" lang="en">Oak Hill Primary School · next review March 2026</p>' in page


def test_sections_stand_over_their_clauses_and_policies_apart() -> None:
    said = found(Duty.MUST, S)
    one = policy(
        [
            clause("a", number="1", section_path=("A",)),
            clause("b", number="2", section_path=("A",)),
            clause("c", number="3", section_path=("A", "B <i>")),
        ],
        slug="one",
        findings=(said, said, said),
    )
    page = text("staff/index.md", published(collection(one, tagged(said, slug="two"))))
    order = re.findall(r"<h[34]>.*|<li>.*c-\d.*", page)
    assert [re.sub(r"<[^>]*>", "", line) for line in order] == [
        *("Mobile Phones", "A", "1 a", "2 b", "A › B &#60;i&#62;", "3 c", "Policy two", "1 Clause 1"),
    ]


@pytest.mark.parametrize("reader", ["staff", "parents", "pupils", "governors"])
def test_every_page_with_extracts_says_that_the_policy_decides(reader: str) -> None:
    files = published(collection(tagged(found(Duty.MUST, Audience(reader)))))
    for path in (f"{reader}/index.md", f"schools/oak-hill/{reader}/index.md"):
        assert "These are extracts; the policy itself decides." in text(path, files)


def test_contents_lead_to_the_groups() -> None:
    page = text("schools/oak-hill/staff/index.md")
    assert (
        '<p class="jump"><a href="#must">2 must do</a> · <a href="#may">1 may do</a> · '
        '<a href="#background">1 background</a></p>'
    ) in page
    assert "## Must do {: #must }" in page
    assert '<details class="background">\n<summary>1 clause without a rule</summary>' in page


def test_pupils_get_the_rules_alone_after_whom_to_tell() -> None:
    page = text("schools/oak-hill/pupils/index.md")
    assert re.findall(r"^#+ .*", page, flags=re.MULTILINE) == [
        "# For pupils at Oak Hill Primary School",
        "## Whom to tell",
        "## Must not do {: #must-not }",
        "## Should do {: #should }",
    ]
    assert "<h4>" not in page
    assert "keeps lessons free" not in page


def test_whom_to_tell() -> None:
    anyone = "If something worries you, tell a teacher or another adult you trust"
    assert f"{anyone}.\n" in whom_to_tell(None)
    assert f"{anyone}.\n" in whom_to_tell(ELM)
    told = whom_to_tell(msgspec.structs.replace(OAK, contacts=(Contact("Head <b>", "A. Bell", "01234 5"),)))
    assert f"{anyone}, or:\n\n- Head &#60;b&#62;: A. Bell, [01234 5](tel:012345)\n" in told


def test_a_school_with_nothing_for_a_reader_says_so_and_leads_to_its_policies() -> None:
    page = text("schools/elm-park/pupils/index.md")
    assert "The policies of this school that are published here have no clauses addressed to pupils." in page
    assert "- [Complaints Procedure](../complaints/index.md)\n" in page
    assert "Whom to tell" in page
    assert "extracts" not in page


def test_a_school_without_policies_says_so() -> None:
    files = published(Collection((School(slug="new", name="New School"),), ()))
    assert "No policy of this school is published here yet." in text("schools/new/staff/index.md", files)
    assert "What concerns you" not in text("schools/new/index.md", files)
    assert "No school has published a policy here yet." in text("staff/index.md", published(Collection((), ())))


def test_schools_to_choose_from_with_counts() -> None:
    page = text("pupils/index.md")
    assert (
        '<a href="../schools/elm-park/pupils/" data-school="elm-park">Elm Park Academy</a> <span>no clauses</span>'
        in page
    )
    assert (
        '<a href="../schools/oak-hill/pupils/" data-school="oak-hill">Oak Hill Primary School</a> <span>6 clauses</span>'
        in page
    )


def test_doors_on_home_and_school_pages() -> None:
    assert (
        '<li data-reader="parents"><a href="parents/"><b>Parents and carers</b> <span>2 clauses</span></a></li>'
        in text("index.md", {"index.md": f"---\n---\n{FILES['index.md']!s}"})
    )
    page = text("schools/oak-hill/index.md")
    assert re.findall(r'<a href="(\w+)/"><b>.*?<span>(.*?)</span>', page) == [
        ("parents", "1 clause"),
        ("pupils", "6 clauses"),
        ("staff", "4 clauses"),
        ("governors", "no clauses"),
    ]


def test_a_page_across_schools_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "MOST_ACROSS", 5)
    must = found(Duty.MUST, S)
    some = collection(tagged(must, must, must, school="elm-park"), tagged(must, must))
    more = collection(tagged(must, must, must, school="elm-park"), tagged(must, must, must))
    assert text("staff/index.md", published(some)).count("<li>") == 2 + 5
    page = text("staff/index.md", published(more))
    assert page.count("<li>") == 2
    assert "3 clauses" in page
    assert text("schools/oak-hill/staff/index.md", published(more)).count("<li>") == 3


def test_text_in_another_language_is_marked() -> None:
    files = published(Collection((ELM, msgspec.structs.replace(OAK, language="cy")), (BARE, FULL)))
    assert '<section lang="cy">' in text("parents/index.md", files)
    assert '<section lang="cy">' not in text("schools/elm-park/parents/index.md", files)


def hostile(word: str) -> Collection:
    """A school and policies that say `word` wherever they can."""
    fields: dict[str, Any] = {"number": word, "section_path": (word,), "tail": word}
    pieces: list[Piece] = [item(word, word, **fields), clause(word, **fields), item(word, cells=(word,), **fields)]
    said = tuple(found(Duty.MUST, *Audience) for _ in pieces)
    one = policy(pieces, slug="one", findings=said, metadata=Metadata(title=word, review_date="2024"))
    return collection(one, schools=(School(slug="oak-hill", name=word, contacts=(Contact(word, word),)),))


@pytest.mark.parametrize("word", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize(
    "path", ["staff/index.md", "schools/oak-hill/pupils/index.md", "schools/oak-hill/one/index.md"]
)
def test_nothing_a_school_or_policy_says_comes_alive(word: str, path: str) -> None:
    def page(said: str) -> Page:
        return rendered(text(path, published(hostile(said))))

    def alive(shown: Page) -> list[tuple[str, tuple[str, ...]]]:
        # A word of no letters has no number to show, and takes the mark with its label.
        return [(tag, tuple(name for name in names if name != "aria-label")) for tag, names in shown.skeleton()]

    assert alive(page(word)) == alive(page("plain"))


def test_for_staff_what_the_school_does_is_their_duty() -> None:
    said = Findings(audiences=(S, P), duty=Duty.MUST, by_school=True)
    assert groups(text("staff/index.md", published(collection(tagged(said))))) == [("Must do", ["1 Clause 1"])]
