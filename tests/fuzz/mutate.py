"""Damages a valid file: its raw bytes, the parts of its archive, the elements of its XML, its lines."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.sources.made import zipped

_EXTREMES = (
    b"",
    b"0",
    b"-1",
    b"1",
    b"99",
    b"999999999",
    b"-2147483649",
    b"1e400",
    b"NaN",
    b"x",
    b"%1.%2.%9.%0%",
    b"true",
    b"\xd9\xa1",
    b"..",
    b"a" * 5000,
)
_ODD = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"\r",
    b"\x0c",
    b"\xe2\x80\xae",
    b"\xed\xa0\x80",
    b"&#0;",
    b"&#x10ffff;",
    b"&amp;lt;",
    b"<!--",
    b"-->",
    b"]]>",
    b"<![CDATA[",
    b"</",
    b"<b>",
    b"</p>",
    b"<table><tr><td colspan=99999>",
    b"<ol start=-5><li>",
    b"<script>",
    b"<details>",
    b"1.1.1.1 ",
    b"(a) ",
    b"\t\t",
    b"- ",
    b"> ",
    b"|---|",
    b"```\n",
    b"endobj",
    b"stream\n",
    b"<< /Type /Pages /Kids [1 0 R 1 0 R] /Count 99999999 >>",
)
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_Change = Callable[[bytes, Random], bytes]


def mutate(data: bytes, seed: str) -> bytes:
    """Give the file with one to four damages; the same for the same seed."""
    rng = Random(seed)
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 4))):
        data = _damage(data, rng)
    return data


def _damage(data: bytes, rng: Random) -> bytes:
    if data.startswith(b"PK") and rng.random() < 0.85:
        return _in_archive(data, rng)
    changes = (*_RAW, _lines, _lines, _extreme, _extreme) if not data.startswith(b"PK") else _RAW
    return rng.choice(changes)(data, rng)


# Raw bytes


def _span(data: bytes, rng: Random, longest: int = 200) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.randrange(1, longest))


def _flip(data: bytes, rng: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.choice((1, 3, 10, 100))):
        if changed:
            changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _cut(data: bytes, rng: Random) -> bytes:
    return data[: rng.randrange(len(data) + 1)]


def _remove(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng)
    return data[:start] + data[end:]


def _repeat(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng)
    return data[:start] + data[start:end] * rng.choice((2, 3, 50)) + data[end:]


def _move(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng)
    to = rng.randrange(len(data) + 1)
    return data[:to] + data[start:end] + data[to:]


def _insert(data: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] + (rng.choice(_ODD) if rng.random() < 0.7 else rng.randbytes(rng.randrange(1, 40))) + data[at:]


def _zeros(data: bytes, rng: Random) -> bytes:
    start, end = _span(data, rng, 2000)
    return data[:start] + bytes(end - start) + data[end:]


_RAW: tuple[_Change, ...] = (_flip, _cut, _remove, _repeat, _move, _insert, _zeros)


# Text


def _lines(data: bytes, rng: Random) -> bytes:
    """Repeat, remove, swap, join or indent lines."""
    lines = data.split(b"\n")
    first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
    match rng.randrange(5):
        case 0:
            lines[first:first] = [lines[second]] * rng.choice((1, 2, 30))
        case 1:
            del lines[first]
        case 2:
            lines[first], lines[second] = lines[second], lines[first]
        case 3:
            lines[first] = b" " * rng.choice((1, 2, 3, 4, 8, 40)) + lines[first]
        case _:
            lines[first : first + 2] = [b" ".join(lines[first : first + 2])]
    return b"\n".join(lines)


def _extreme(data: bytes, rng: Random) -> bytes:
    """Set another number in the place of one."""
    numbers = list(_NUMBER.finditer(data))
    if not numbers:
        return _flip(data, rng)
    number = rng.choice(numbers)
    return data[: number.start()] + rng.choice(_EXTREMES) + data[number.end() :]


# Parts of an archive


def _in_archive(data: bytes, rng: Random) -> bytes:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error):
        return _flip(data, rng)
    if not parts:
        return data
    name = rng.choice(_weighted(sorted(parts)))
    content = parts[name]
    assert isinstance(content, bytes)
    other = rng.choice(sorted(parts))
    match rng.randrange(12):
        case 0:
            del parts[name]
        case 1:
            parts[name], parts[other] = parts[other], parts[name]
        case 2:
            parts[other] = content
        case 3:
            parts[name] = rng.choice(_RAW)(content, rng)
        case 4:
            parts[name] = _extreme(content, rng)
        case _:
            parts[name] = _in_xml(content, rng)
    return zipped(parts)


def _weighted(names: list[str]) -> list[str]:
    """Names of parts, those that hold the text or its numbers more often."""
    telling = ("document.xml", "numbering.xml", "styles.xml", "content.xml", "footnotes.xml", "document.xml.rels")
    return [name for name in names for _ in range(6 if name.endswith(telling) else 1)]


# Elements


def _in_xml(content: bytes, rng: Random) -> bytes:
    try:
        root = etree.fromstring(content)
    except (etree.XMLSyntaxError, ValueError):
        return rng.choice(_RAW)(content, rng)
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    for _ in range(rng.choice((1, 2, 5))):
        rng.choice(_ELEMENT_CHANGES)(rng.choice(elements), rng.choice(elements), rng)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _set_attribute(element: etree._Element, other: etree._Element, rng: Random) -> None:
    if element.attrib:
        name = rng.choice(sorted(element.attrib))
        value = rng.choice(_EXTREMES).decode("utf-8")
        element.set(name, value)


def _swap_attributes(element: etree._Element, other: etree._Element, rng: Random) -> None:
    """Give the element a value that the same attribute has elsewhere: another style, list or note."""
    for name in sorted(element.attrib):
        values = [found.get(name) for found in element.getroottree().iter() if found.get(name)]
        element.set(name, str(rng.choice(values or ["x"])))


def _remove_attribute(element: etree._Element, other: etree._Element, rng: Random) -> None:
    if element.attrib:
        del element.attrib[rng.choice(sorted(element.attrib))]


def _remove_element(element: etree._Element, other: etree._Element, rng: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _copy_element(element: etree._Element, other: etree._Element, rng: Random) -> None:
    for _ in range(rng.choice((1, 1, 3))):
        other.append(etree.fromstring(etree.tostring(element, with_tail=False)))


def _move_element(element: etree._Element, other: etree._Element, rng: Random) -> None:
    if element not in set(other.iterancestors()) and element is not other and element.getparent() is not None:
        other.insert(0, element)


def _rename_element(element: etree._Element, other: etree._Element, rng: Random) -> None:
    element.tag = other.tag


def _wrap_element(element: etree._Element, other: etree._Element, rng: Random) -> None:
    """Set the element into a chain of its own kind."""
    for _ in range(rng.choice((1, 5, 60))):
        parent = element.getparent()
        if parent is None:
            return
        wrapper = etree.Element(element.tag, attrib=dict(element.attrib))
        parent.replace(element, wrapper)
        wrapper.append(element)


def _set_text(element: etree._Element, other: etree._Element, rng: Random) -> None:
    element.text = rng.choice(("", "\u00a0", "\u200b", "\u202e", "1.2.3", "not ", "\uf0b7", "PAGE \\* MERGEFORMAT"))


_ELEMENT_CHANGES = (
    _set_attribute,
    _set_attribute,
    _swap_attributes,
    _swap_attributes,
    _remove_attribute,
    _remove_element,
    _copy_element,
    _move_element,
    _rename_element,
    _wrap_element,
    _set_text,
)
