"""Archives that are damaged, or claim more than they hold."""

from __future__ import annotations

import io
import zipfile

import pytest

from clauseway.problems import UnreadableSource
from clauseway.sources.archive import LARGEST_PART, MOST_PARTS, Archive

MEGABYTE = bytes(1024 * 1024)


def packed(*parts: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return target.getvalue()


def bomb(megabytes: int) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("part", "w") as part:
        for _ in range(megabytes):
            part.write(MEGABYTE)
    return target.getvalue()


def code(data: bytes, name: str = "part") -> str:
    with pytest.raises(UnreadableSource) as caught:
        Archive(data, "hill/policy.docx").read(name)
    problem = caught.value.problem
    assert problem.file == "hill/policy.docx"
    assert problem.advice
    return problem.code


WHOLE = packed(("part", b"words " * 500), ("other", b"more"))


def test_parts_are_read_by_name() -> None:
    archive = Archive(WHOLE, "policy.docx")
    assert archive.names == {"part", "other"}
    assert archive.read("part") == b"words " * 500


def test_an_archive_behind_other_bytes_is_read() -> None:
    assert Archive(b"#!/bin/sh\n" + WHOLE, "policy.docx").read("other") == b"more"


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\x03\x04" + b"\0" * 40, b"words", WHOLE[:50], WHOLE[:-1], WHOLE[: len(WHOLE) // 2]],
    ids=["empty", "two bytes", "only a head", "no archive", "cut at 50", "cut at the end", "cut in half"],
)
def test_what_is_no_whole_archive_is_damaged(data: bytes) -> None:
    assert code(data) == "source-damaged"


def test_a_missing_part_is_named() -> None:
    with pytest.raises(UnreadableSource, match=r"word/document\.xml is missing"):
        Archive(WHOLE, "policy.docx").read("word/document.xml")


@pytest.mark.parametrize("at", range(34, 50, 3))
def test_a_damaged_part_is_never_read_as_words(at: int) -> None:
    broken = bytearray(WHOLE)
    broken[at] ^= 0xFF
    assert code(bytes(broken)) == "source-damaged"


def test_a_part_that_belies_its_size_is_no_longer_than_it_says() -> None:
    data = packed(("part", b"x" * 5000))
    small = data.replace((5000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert small != data
    assert code(small) == "source-damaged"


def test_a_part_with_a_password_cannot_be_read() -> None:
    local, central = WHOLE.index(b"PK\x03\x04") + 6, WHOLE.index(b"PK\x01\x02") + 8
    locked = bytearray(WHOLE)
    locked[local : local + 2] = locked[central : central + 2] = b"\x01\x00"
    assert code(bytes(locked)) == "source-password"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_methods_that_unpack_without_bound_are_refused_before_they_do(method: int) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr("part", MEGABYTE)
    with pytest.raises(UnreadableSource) as caught:
        Archive(target.getvalue(), "hill/policy.docx")
    assert caught.value.problem.code == "source-damaged"


def test_a_part_may_be_large_and_no_larger() -> None:
    megabytes = LARGEST_PART // len(MEGABYTE)
    assert len(Archive(bomb(megabytes), "policy.docx").read("part")) == LARGEST_PART
    assert code(bomb(megabytes + 1)) == "source-too-large"


def test_a_bomb_is_small_and_refused() -> None:
    data = bomb(200)
    assert len(data) < len(MEGABYTE)
    assert code(data) == "source-too-large"


def test_too_many_parts() -> None:
    assert len(Archive(packed(*((str(one), b"") for one in range(MOST_PARTS))), "policy.docx").names) == MOST_PARTS
    assert code(packed(*((str(one), b"") for one in range(MOST_PARTS + 1)))) == "source-damaged"


def test_many_parts_may_be_too_much_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("clauseway.sources.archive.MOST_BYTES", 2 * len(MEGABYTE))
    archive = Archive(packed(*((name, MEGABYTE) for name in "abc")), "hill/policy.docx")
    assert len(archive.read("a") + archive.read("b")) == 2 * len(MEGABYTE)
    with pytest.raises(UnreadableSource, match="Its parts unpack to more than 2 MB") as caught:
        archive.read("c")
    assert caught.value.problem.code == "source-too-large"
