from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import docx
import pytest

from clauseway.problems import UnreadableSource
from clauseway.sources.docx import read_docx
from tests.sources.docx.lists import CASES
from tests.sources.docx.making import OFFICE, box, make, p, pack, r, relation
from tests.sources.docx.reading import lines, paragraphs, read, said, shown

BODY = p("Staff must act.")
PLAIN = make(BODY)


def files(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(name: str, old: str, new: str) -> bytes:
    parts = files(PLAIN)
    parts[name] = parts[name].replace(old.encode(), new.encode())
    return pack(parts)


def renamed(change: dict[str, str]) -> bytes:
    return pack({change.get(name, name): part for name, part in files(PLAIN).items()})


def utf16() -> bytes:
    parts = files(PLAIN)
    text = parts["word/document.xml"].decode().replace('encoding="UTF-8"', 'encoding="UTF-16"')
    return pack(parts | {"word/document.xml": text.encode("utf-16")})


def without(*names: str) -> bytes:
    return pack({name: part for name, part in files(PLAIN).items() if name not in names})


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(PLAIN, id="as Word writes it"),
        pytest.param(make(BODY, strict=True), id="strict"),
        pytest.param(make(BODY, main="text/body2.xml"), id="another name"),
        pytest.param(make(BODY, main="body.xml"), id="not in a folder"),
        pytest.param(utf16(), id="UTF-16"),
        pytest.param(without("_rels/.rels"), id="by its content type"),
        pytest.param(without("word/styles.xml"), id="styles missing"),
        pytest.param(without("word/_rels/document.xml.rels"), id="relations missing"),
        pytest.param(renamed({"word/document.xml": "word\\document.xml"}), id="backslashes"),
        pytest.param(renamed({"word/document.xml": "Word/Document.xml"}), id="another case"),
        pytest.param(changed("_rels/.rels", 'Target="', 'Target="/'), id="target from the root"),
    ],
)
def test_the_document_is_found(data: bytes) -> None:
    assert lines(read(data)) == ["Staff must act."]


def test_targets_may_be_quoted() -> None:
    case = CASES["multilevel"]
    parts = files(case.data)
    name = "word/_rels/document.xml.rels"
    quoted = pack(parts | {name: parts[name].replace(b"numbering.xml", b"%6Eumbering.xml")})
    assert shown(read(quoted)) == case.expected


@pytest.mark.parametrize("name", ["multilevel", "an override replaces a level", "numbered headings"])
def test_strict_files_count_alike(name: str) -> None:
    case = CASES[name]
    assert shown(read(make(case.body, case.numbering, case.styles, strict=True))) == case.expected


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"PK\x03\x04 no archive", "source-damaged", id="no archive"),
        pytest.param(PLAIN[: len(PLAIN) // 2], "source-damaged", id="cut off"),
        pytest.param(pack({"content.xml": "<a/>"}), "source-format", id="another archive"),
        pytest.param(pack({}), "source-format", id="empty archive"),
        pytest.param(without("word/document.xml"), "source-format", id="document missing"),
        pytest.param(changed("word/document.xml", "w:body", "w:sheet"), "source-format", id="no body"),
        pytest.param(changed("word/document.xml", "</w:t>", ""), "source-damaged", id="broken XML"),
        pytest.param(changed("word/document.xml", "<w:document", "<!DOCTYPE x [<!ENTITY a 'aa'>]><w:document"), "source-damaged", id="entities"),
        pytest.param(changed("word/document.xml", "<w:p>", "<w:p>&a;"), "source-damaged", id="unknown entity"),
        pytest.param(changed("word/document.xml", "<w:document", "<!DOCTYPE w:document SYSTEM 'file:///etc/passwd'><w:document"), "source-damaged", id="external"),
        pytest.param(changed("word/styles.xml", "</w:style>", ""), "source-damaged", id="broken styles"),
        pytest.param(changed("word/document.xml", "<w:p>", "<x:y/><w:p>"), "source-damaged", id="undeclared prefix"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_so(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableSource) as raised:
        read_docx(data, "policy.docx")
    assert raised.value.problem.code == code
    assert raised.value.problem.file == "policy.docx"


@pytest.mark.parametrize("deep", [20, 60, 120, 240, 2000])
def test_nesting_ends_in_text_or_a_refusal(deep: int) -> None:
    body = "<w:sdt><w:sdtContent>" * deep + BODY + "</w:sdtContent></w:sdt>" * deep
    tables = "<w:tbl><w:tr><w:tc>" * deep + BODY + "</w:tc></w:tr></w:tbl>" * deep
    for each in (make(body), make(tables)):
        with suppress(UnreadableSource):
            assert lines(read(each)) == ["Staff must act."]


def test_styles_based_on_one_another_end() -> None:
    ring = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("AB", "BA")
    )
    assert lines(read(make(p("text", style="A"), styles=ring))) == ["text"]


@pytest.mark.parametrize(
    ("pages", "counted", "expected"),
    [
        pytest.param("1", "3", 1, id="sane"),
        pytest.param("1", "0", None, id="another text"),
        pytest.param("1", "900", None, id="far more words"),
        pytest.param("-1", "3", None, id="below nought"),
        pytest.param("x", "3", None, id="no number"),
    ],
)
def test_pages(pages: str, counted: str, expected: int | None) -> None:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    parts = files(PLAIN)
    properties = f'<Properties xmlns="{space}"><Pages>{pages}</Pages><Words>{counted}</Words></Properties>'
    reference = f'<Relationship Id="p" Type="{OFFICE}/extended-properties" Target="docProps/app.xml"/></Relationships>'
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"</Relationships>", reference.encode())
    assert read(pack(parts | {"docProps/app.xml": properties.encode()})).pages == expected


def test_macros_and_addresses_are_not_touched() -> None:
    outside = relation("t", "attachedTemplate", "http://evil.example/t.dotm", external=True)
    outside += relation("s", "styles", "http://evil.example/s.xml", external=True) + relation(
        "h", "header", "../../up.xml"
    )
    data = make(BODY, parts={"vbaProject.bin": "no code"}, relations=outside)
    assert lines(read(data)) == ["Staff must act."]


def test_a_long_document_is_read_in_pieces() -> None:
    body = "".join(p(f"word{at} again", 1, at % 3) + (p(runs=r("in ") + box(p("box")))) for at in range(3_000))
    content = read(make(body, CASES["multilevel"].numbering))
    found = [each for each in paragraphs(content.flow) if each.marker]
    assert len(found) == 3_000
    assert (found[-1].marker, said(found[-1]), found[-1].depth) == ("(a)", "word2999 again", 2)
    assert found[-3].marker == "1000."


def test_a_file_of_python_docx() -> None:
    document = docx.Document()
    document.add_heading("Behaviour Policy", 0)
    document.add_heading("Aims", 1)
    document.add_paragraph("We aim to:")
    for text in ("be kind", "be safe"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("at all times", style="List Bullet 2")
    document.add_table(1, 2).cell(0, 1).text = "in a cell"
    document.sections[0].footer.paragraphs[0].text = "Hill School"
    data = io.BytesIO()
    document.save(data)
    found = paragraphs(read(data.getvalue()).flow)
    assert [(each.marker, each.depth, each.level, each.aside, said(each)) for each in found] == [
        ("", 0, 1, "", "Behaviour Policy"),
        ("", 0, 1, "", "Aims"),
        ("", 0, 0, "", "We aim to:"),
        ("1.", 0, 0, "", "be kind"),
        ("2.", 0, 0, "", "be safe"),
        ("•", 1, 0, "", "at all times"),
        ("", 0, 0, "", "in a cell"),
        ("", 0, 0, "page foot", "Hill School"),
    ]
