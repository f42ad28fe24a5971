"""`school.yml`: what is read, and what is said of each fault."""

from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.model import Audience, Contact, Nation, Phase, School
from clauseway.problems import Problem, Severity
from clauseway.settings import name_from_slug, read_school, school_template


def read(tmp_path: Path, content: str | bytes) -> tuple[School, tuple[Problem, ...]]:
    folder = tmp_path / "mill-lane"
    folder.mkdir()
    data = content if isinstance(content, bytes) else content.encode()
    (folder / "school.yml").write_bytes(data)
    return read_school(folder, tmp_path)


def test_every_field_is_read(tmp_path: Path) -> None:
    school, problems = read(
        tmp_path,
        """\
name: Mill Lane School
short_name: Mill Lane
place: Anytown
nation: northern-ireland
phase: all-through
website: https://www.mill-lane.example/
language: cy
motto: "Learn: and live"
motto_language: la
terms_per_year: 6
audience: [staff, governors]
contacts:
  - role: Headteacher
    name: A Person
    phone: 01234567890
    email: head@mill-lane.example
  - {role: Office}
""",
    )
    assert problems == ()
    assert school == School(
        slug="mill-lane",
        name="Mill Lane School",
        short_name="Mill Lane",
        place="Anytown",
        nation=Nation.NORTHERN_IRELAND,
        phase=Phase.ALL_THROUGH,
        website="https://www.mill-lane.example/",
        language="cy",
        motto="Learn: and live",
        motto_language="la",
        terms_per_year=6,
        audience=(Audience.STAFF, Audience.GOVERNORS),
        contacts=(
            Contact("Headteacher", "A Person", "01234567890", "head@mill-lane.example"),
            Contact("Office"),
        ),
    )


@pytest.mark.parametrize(
    ("content", "place"),
    [
        pytest.param("name: Anna's\nplace:\n", "", id="an empty value is not stated"),
        pytest.param("# only\nname: Anna's\nplace: 'No'\n", "No", id="a quoted word is a word"),
        pytest.param("\ufeffname: Anna's\r\nplace: Åby\r\n", "Åby", id="byte order mark and Windows line ends"),
        pytest.param("name: Anna's\nplace: Åby\n".encode("utf-16"), "Åby", id="utf-16"),
        pytest.param("---\nname: Anna's\nplace: >\n  a\n  b\n", "a b", id="folded text"),
    ],
)
def test_accepted_forms(tmp_path: Path, content: str | bytes, place: str) -> None:
    school, problems = read(tmp_path, content)
    assert problems == ()
    assert (school.name, school.place) == ("Anna's", place)


FAULTS = [
    ("nme: X", "nme", 1, "Did you mean `name`?", "unknown key"),
    ("name: X\nslug: y", "slug", 2, "Allowed: audience", "the slug is the folder's name"),
    ("name: X\nterms per year: 3", "terms per year", 2, "Did you mean `terms_per_year`?", "spaces in a key"),
    ("name: X\nphase: primry", "primry", 2, "Did you mean `primary`?", "misspelt choice"),
    ("name: X\nphase: Primary School", "Primary School", 2, "Allowed: nursery, primary, infant", "unknown choice"),
    ("name: X\naudience: [staff, teachers]", "teachers", 2, "Allowed: staff, parents, pupils, governors", "in a list"),
    ("name: X\nname: Y", "line 1", 2, "Keep one", "duplicate key"),
    ("name: [X]", "should be one value", 1, "", "a list for text"),
    ("name: {a: b}", "should be one value", 1, "", "fields for text"),
    ("name: 42", "should be words", 1, 'quotes: "42"', "a number for text"),
    ("name: X\nplace: no", "should be words", 2, 'quotes: "no"', "a boolean for text"),
    ("name: X\nterms_per_year: six", "should be a number", 2, "Allowed: 3, 6", "words for a number"),
    ("name: X\nterms_per_year: '6'", "should be a number", 2, "quotes", "quoted number"),
    ("name: X\nterms_per_year: 4", "cannot be “4”", 2, "Allowed: 3, 6", "number out of range"),
    ("name: X\nlanguage: english", "english", 2, "en (English)", "language"),
    ("name: X\nwebsite: www.x.example", "www.x.example", 2, "https://", "website without scheme"),
    ("name: X\nwebsite: javascript:alert(1)", "javascript", 2, "https://", "website that is code"),
    ("name: X\ncontacts:\n- name: Y", "`role` is missing", 3, "Add `role:`", "contact without role"),
    ("name: X\ncontacts: head@x.example", "should be fields", 2, "", "contact that is text"),
    ("name: X\ncontacts:\n- role: Y\n  mobile: '1'", "mobile", 4, "Allowed: email, name, phone, role", "contact's key"),
    ("name: X\ncontacts:\n- role: Y\n  email: nobody", "nobody", 4, "Write an address", "contact's address"),
    ("place: Y", "`name` is missing", 1, "Add `name:`", "name missing"),
    ("name:\nplace: Y", "`name` is missing", 1, "Add `name:`", "name empty"),
    ("", "`name` is missing", 1, "Add `name:`", "empty file"),
    ("- name: X", "no fields", 1, "one field a line", "a list"),
    ("Mill Lane School", "no fields", 1, "one field a line", "plain text"),
    ("name: X\n\tplace: Y", "A tab", 2, "spaces", "tab"),
    ("name: X\n? [a]\n: b", "no name", 2, "name: value", "key that is no word"),
    ("name: 'X", "not YAML", 1, "double quotes", "open quotation mark"),
    ("name: a: b", "not YAML", 1, "double quotes", "colon in a value"),
    ("name: &a X\nplace: *a", "`*a`", 2, "quotes", "alias"),
    ("name: !include x", "`!include`", 1, "quotes", "tag"),
    ("name: !!python/object/apply:os.system [x]", "one value", 1, "", "tag of the language"),
    ("name: " + "[" * 60 + "]" * 60, "nested too deeply", 1, "simpler", "deep nesting"),
    ("name: X\n---\nname: Y", "`---`", 2, "Take it out", "second document"),
    ("name: X\nplace: a\x00b", "U+0000", 2, "Delete", "NUL byte"),
    ("name: X\nplace: a\x1bb", "U+001B", 2, "Delete", "control character"),
    ("#" * 300_000, "too large", None, "bytes", "too large"),
    (b"name: X\nplace: \xc5by", "not in UTF-8", 2, "UTF-8", "Latin-1"),
]


@pytest.mark.parametrize(
    ("content", "message", "line", "advice"),
    [pytest.param(*row[:4], id=row[4]) for row in FAULTS],
)
def test_a_fault_is_named_with_its_line_and_what_to_do(
    tmp_path: Path, content: str | bytes, message: str, line: int | None, advice: str
) -> None:
    _, problems = read(tmp_path, content)
    matching = [problem for problem in problems if message in problem.message]
    assert len(matching) == 1, problems
    assert (matching[0].file, matching[0].line) == ("mill-lane/school.yml", line)
    assert advice in matching[0].advice
    assert matching[0].advice
    assert matching[0].severity == Severity.ERROR


def test_all_faults_of_a_file_are_found_and_the_rest_is_used(tmp_path: Path) -> None:
    school, problems = read(tmp_path, "nmae: X\nname: Mill\nphase: prim\nplace: Y\nterms_per_year: 9\n")
    assert [problem.line for problem in problems] == [1, 3, 5]
    assert school == School(slug="mill-lane", name="Mill", place="Y")


def test_anchors_that_multiply_are_refused_at_once(tmp_path: Path) -> None:
    rows = ["a: &a [x, x]"] + [
        f"{b}: &{b} [*{a}, *{a}, *{a}, *{a}]" for a, b in zip("abcdefghijk", "bcdefghijkl", strict=True)
    ]
    _, problems = read(tmp_path, "\n".join(rows))
    assert [problem.line for problem in problems] == [2]


def test_a_school_without_settings_is_named_after_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "mill-lane"
    folder.mkdir()
    school, problems = read_school(folder, tmp_path)
    assert school == School(slug="mill-lane", name="Mill Lane")
    assert [(problem.code, problem.severity) for problem in problems] == [("school-unnamed", Severity.WARNING)]
    assert "name: Mill Lane School" in problems[0].advice


@pytest.mark.parametrize("make", ["link", "folder"])
def test_settings_must_be_a_file_inside_the_policies_folder(tmp_path: Path, make: str) -> None:
    (tmp_path / "secret.yml").write_text("name: Secret\n")
    folder = tmp_path / "policies" / "mill-lane"
    folder.mkdir(parents=True)
    if make == "link":
        (folder / "school.yml").symlink_to(tmp_path / "secret.yml")
    else:
        (folder / "school.yml").mkdir()
    school, problems = read_school(folder, tmp_path / "policies")
    assert school.name == "Mill Lane"
    assert [problem.code for problem in problems] == ["settings-no-file"]


def test_name_from_slug() -> None:
    assert name_from_slug("st-marys-2") == "St Marys 2"


def test_the_template_is_good_as_it_is_and_with_every_field_in_use(tmp_path: Path) -> None:
    template = school_template("mill-lane")
    school, problems = read(tmp_path, template)
    assert (school.name, problems) == ("Mill Lane School", ())
    rows = template.splitlines()
    (tmp_path / "mill-lane" / "school.yml").write_text("\n".join(row.removeprefix("# ") for row in rows[1:]))
    full, problems = read_school(tmp_path / "mill-lane", tmp_path)
    assert problems == ()
    assert all(getattr(full, field) for field in School.__struct_fields__)
