"""Archives and files that are no text."""

from __future__ import annotations

import io
import zipfile

import pytest

from clauseway.problems import UnreadableSource
from clauseway.sources.odt import read_odt
from tests.sources.odt.flat import SPACES, balanced, document, li, p, printed, read, sub, ul

TEXT_TYPE = "application/vnd.oasis.opendocument.text"
CONTENT = f"<office:document-content {SPACES}><office:body><office:text>{p('Aims')}</office:text></office:body></office:document-content>"
STYLES = (
    f'<office:document-styles {SPACES}><office:master-styles><style:master-page style:name="Standard"><style:header>'
    f"{p('Hill School')}</style:header></style:master-page></office:master-styles></office:document-styles>"
)
META = f"<office:document-meta {SPACES}><office:meta><meta:document-statistic meta:page-count='{{}}'/></office:meta></office:document-meta>"
MANIFEST = "<manifest:manifest><manifest:file-entry manifest:full-path='content.xml'>{}</manifest:file-entry></manifest:manifest>"


def packed(**parts: str | None) -> bytes:
    """An .odt file; the parts named replace (or with None take away) the usual ones."""
    usual = {"mimetype": TEXT_TYPE, "content.xml": CONTENT, "styles.xml": STYLES, "meta.xml": META.format(7)}
    names = {"content": "content.xml", "styles": "styles.xml", "meta": "meta.xml", "manifest": "META-INF/manifest.xml"}
    given = usual | {names.get(name, name): part for name, part in parts.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in given.items():
            if part is not None:
                archive.writestr(name, part)
    return target.getvalue()


def refused(data: bytes) -> tuple[str, str]:
    with pytest.raises(UnreadableSource) as caught:
        read_odt(data, "hill/policy.odt")
    assert caught.value.problem.file == "hill/policy.odt"
    assert caught.value.problem.advice
    return caught.value.problem.code, caught.value.problem.message


def test_a_whole_file() -> None:
    content = balanced(read_odt(packed(), "policy.odt"))
    assert printed(content) == ["Aims"]
    assert content.words == (("Aims", 1), ("Hill", 2), ("School", 2))
    assert content.pages == 7


@pytest.mark.parametrize("meta", [None, META.format("many"), META.format(0), META.format("9" * 30), "<broken"])
def test_without_a_number_of_pages(meta: str | None) -> None:
    assert read_odt(packed(meta=meta), "policy.odt").pages is None


@pytest.mark.parametrize("part", ["mimetype", "styles", "meta"])
def test_parts_that_may_be_missing(part: str) -> None:
    assert printed(read_odt(packed(**{part: None}), "policy.odt")) == ["Aims"]


def test_a_template() -> None:
    assert printed(read_odt(packed(mimetype=f"{TEXT_TYPE}-template"), "policy.ott")) == ["Aims"]


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        pytest.param(b"", "source-damaged", "cannot be opened", id="empty"),
        pytest.param(packed()[:300], "source-damaged", "cannot be opened", id="cut off"),
        pytest.param(packed(content=None), "source-damaged", "content.xml is missing", id="no content"),
        pytest.param(packed(content="<a>"), "source-damaged", "content.xml", id="no XML"),
        pytest.param(packed(content="<a/>"), "source-damaged", "no body", id="no body"),
        pytest.param(
            packed(content="<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), "source-damaged", "document type", id="entities"
        ),
        pytest.param(
            packed(manifest=MANIFEST.format("<manifest:encryption-data/>")),
            "source-password",
            "password",
            id="password",
        ),
        pytest.param(
            packed(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "source-format",
            "spreadsheet",
            id="sheet",
        ),
        pytest.param(
            packed(mimetype=None, content=CONTENT.replace("office:text", "office:presentation")),
            "source-format",
            "presentation",
            id="slides",
        ),
        pytest.param(
            packed(content='<?xml version="1.0" encoding="EUC-JP"?>' + CONTENT), "source-damaged", "XML", id="encoding"
        ),
        pytest.param(b"<a" + b">" * 3, "source-damaged", "XML", id="flat and no XML"),
    ],
)
def test_what_cannot_be_read_says_so(data: bytes, code: str, said: str) -> None:
    found, message = refused(data)
    assert found == code
    assert said in message


def nested(opening: str, closing: str, times: int) -> str:
    return opening * times + p("deep") + closing * times


NESTS = [
    pytest.param("<text:list><text:list-item>", "</text:list-item></text:list>", 2, id="lists"),
    pytest.param("<text:section>", "</text:section>", 1, id="sections"),
    pytest.param("<draw:g>", "</draw:g>", 1, id="drawings"),
    pytest.param(
        "<table:table><table:table-row><table:table-cell>",
        "</table:table-cell></table:table-row></table:table>",
        3,
        id="tables",
    ),
    pytest.param("<text:p><draw:g>", "</draw:g></text:p>", 2, id="frames in paragraphs"),
]


@pytest.mark.parametrize(("opening", "closing", "elements"), NESTS)
def test_deep_nesting_is_read(opening: str, closing: str, elements: int) -> None:
    content = read(nested(opening, closing, 245 // elements))
    assert [line.lstrip("•◦▪ ") for line in printed(content)] == ["deep"]


def test_deep_spans_are_read() -> None:
    assert printed(read(p("<text:span>" * 245 + "deep" + "</text:span>" * 245))) == ["deep"]


@pytest.mark.parametrize("times", [400, 20_000])
def test_deeper_nesting_is_refused(times: int) -> None:
    code, _ = refused(document(nested("<text:section>", "</text:section>", times)))
    assert code == "source-damaged"


def test_items_deeper_than_any_style_are_numbered_as_the_last_level() -> None:
    body = p("x")
    for _ in range(40):
        body = sub(li(body))
    assert len(printed(read(ul(li(body), style="None")))) == 1


LIBRARIES = {"Basic/script-lc.xml": "<x/>", "Basic/Standard/script-lb.xml": "<x/>", "Basic/Standard/": ""}
BASIC = "<office:scripts><office:script><ooo:libraries xmlns:ooo='http://openoffice.org/2004/office'><ooo:library>{}</ooo:library></ooo:libraries></office:script></office:scripts><office:body>"
MODULE = "<ooo:module><ooo:source-code>Sub Main</ooo:source-code></ooo:module>"


@pytest.mark.parametrize(
    ("data", "count"),
    [
        pytest.param(packed(**LIBRARIES), 0, id="a library without any"),
        pytest.param(packed(**LIBRARIES, **{"Basic/Standard/Module1.xml": "<x/>"}), 1, id="Basic"),
        pytest.param(packed(**{"Scripts/python/a.py": "x = 1"}), 1, id="Python"),
        pytest.param(document(p("Aims")).replace(b"<office:body>", BASIC.format("").encode()), 0, id="flat, without"),
        pytest.param(document(p("Aims")).replace(b"<office:body>", BASIC.format(MODULE).encode()), 1, id="flat"),
    ],
)
def test_programs_are_said_to_be_there(data: bytes, count: int) -> None:
    content = balanced(read_odt(data, "policy.odt"))
    assert printed(content) == ["Aims"]
    assert [(left.what, left.count) for left in content.left_out] == [("macro", count)] * bool(count)
