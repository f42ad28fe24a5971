"""What the makers of hostile files have in common."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

MB = 1024 * 1024
GOOD = "Staff must be good."

BOMB = (
    "<!DOCTYPE x ["
    + "".join(
        f'<!ENTITY {new} "{"".join(f"&{old};" for _ in range(10))}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ).replace('"&a;', '"lol&a;')
    + '<!ENTITY a "lol">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY i SYSTEM "file:///etc/passwd">]>'
TYPE = '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'

READ, REFUSED, GIVEN_UP = frozenset({"read"}), frozenset({"refused"}), frozenset({"given up"})
EITHER = READ | REFUSED

Maker = Callable[[], bytes]
Cases = dict[str, tuple[Maker, frozenset[str]]]
"""By the name of a file: its maker, and how it may end."""


def stretched(parts: dict[str, str | bytes], name: str, filler: bytes, times: int) -> bytes:
    """An archive with a part that holds a filler many times, written without ever having it whole."""
    head, _, tail = str(parts[name]).partition("@")
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for other in parts.keys() - {name}:
            archive.writestr(other, parts[other])
        info = zipfile.ZipInfo(name)
        info.compress_type = zipfile.ZIP_DEFLATED
        with archive.open(info, "w", force_zip64=True) as part:
            part.write(head.encode())
            block = filler * max(1, MB // len(filler))
            for _ in range(times * len(filler) // len(block)):
                part.write(block)
            part.write(tail.encode())
    return held.getvalue()


def deep(opened: str, closed: str, depth: int, inside: str) -> str:
    return opened * depth + inside + closed * depth
