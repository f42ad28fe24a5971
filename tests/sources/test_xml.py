"""XML that is broken, or made to harm."""

from __future__ import annotations

from pathlib import Path

import pytest

from clauseway.problems import UnreadableSource
from clauseway.sources.xml import parse_xml

DEEPEST = 256


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableSource) as caught:
        parse_xml(data, "word/document.xml", "hill/policy.docx")
    problem = caught.value.problem
    assert (problem.code, problem.file) == ("source-damaged", "hill/policy.docx")
    assert problem.advice
    assert "word/document.xml" in problem.message
    return problem.message


@pytest.mark.parametrize(
    "data",
    [
        "<a>é</a>".encode(),
        "\ufeff<a>é</a>".encode(),
        '<?xml version="1.0" encoding="UTF-16"?><a>é</a>'.encode("utf-16"),
        '<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'.encode("latin-1"),
    ],
    ids=["UTF-8", "with a byte order mark", "UTF-16", "Latin-1"],
)
def test_encodings(data: bytes) -> None:
    assert parse_xml(data, "part", "file").text == "é"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" ",
        b"words",
        b"<a>",
        b"<a></b>",
        b"<a/><b/>",
        b"<a>\0</a>",
        b"<a>\xff</a>",
        b"<a>&unknown;</a>",
        b"<b:a/><",
        b'<?xml version="1.0" encoding="none"?><a/>',
    ],
)
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    assert "no well-formed XML" in refusal(data)


def laughs(levels: int) -> bytes:
    entities = "".join(f'<!ENTITY e{one} "{f"&e{one - 1};" * 10}">' for one in range(1, levels))
    return f'<!DOCTYPE a [<!ENTITY e0 "ha">{entities}]><a>&e{levels - 1};</a>'.encode()


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE a><a/>",
        b'<!DOCTYPE a [<!ENTITY b "words">]><a>&b;</a>',
        b'<!DOCTYPE a [<!ATTLIST a b CDATA "words">]><a/>',
        b'<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><a/>',
        b'<!DOCTYPE a [<!ENTITY % b SYSTEM "http://192.0.2.1/b"> %b;]><a/>',
        laughs(12),
        laughs(200),
    ],
    ids=["bare", "an entity", "attributes", "another file", "parameters", "laughs", "many laughs"],
)
def test_a_document_type_is_refused(data: bytes) -> None:
    assert refusal(data)


def test_no_other_file_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    message = refusal(f'<!DOCTYPE a [<!ENTITY b SYSTEM "{secret.as_uri()}">]><a>&b;</a>'.encode())
    assert "secret words" not in message


def test_no_other_file_is_included(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    include = f'<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="{secret.as_uri()}" parse="text"/>'
    root = parse_xml(f"<a>{include}</a>".encode(), "part", "file")
    assert "".join(str(text) for text in root.itertext()) == ""


def test_nesting_has_a_bound() -> None:
    def nested(times: int) -> bytes:
        return b"<a>" * times + b"</a>" * times

    assert parse_xml(nested(DEEPEST), "part", "file").tag == "a"
    assert "depth" in refusal(nested(DEEPEST + 1))
    assert refusal(nested(100_000))


def test_one_endless_text_is_refused() -> None:
    assert refusal(b"<a>" + b"x" * 11_000_000 + b"</a>")


def test_comments_and_instructions_are_no_elements() -> None:
    root = parse_xml(b"<a><!-- b --><?c d?><e/></a>", "part", "file")
    assert [child.tag for child in root.iterchildren("*")] == ["e"]


def test_the_same_id_twice_is_no_damage() -> None:
    root = parse_xml(b'<a><b xml:id="one"/><c xml:id="one">text</c></a>', "part", "file")
    assert root[1].text == "text"
