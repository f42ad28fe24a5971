"""Zip archives, as Word and OpenDocument files are, read within bounds whatever they claim to hold."""

from __future__ import annotations

import io
import zipfile
import zlib

from clauseway.sources.refusals import damaged, locked, too_large

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of the largest part of an archive that is unpacked; the text of 1,000 pages takes about half of it."""
MOST_BYTES = 4 * LARGEST_PART
"""Bytes that are unpacked of one archive, all parts together; the text of a document is unpacked twice at most."""
MOST_PARTS = 5_000
"""Parts an archive may have; a document with a few hundred pictures is far below."""

_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, RuntimeError)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_CHUNK = 1024 * 1024


class Archive:
    """A zip archive whose parts are unpacked one at a time, on demand."""

    def __init__(self, data: bytes, file: str) -> None:
        """Open the archive in `data`; `file` is only for messages.

        Raises UnreadableSource (`source-damaged`) where it is none, is cut off or has too many parts.
        """
        self.file = file
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except _DAMAGED as error:
            raise damaged(file, f"its archive cannot be opened ({error})") from error
        if len(self.names) > MOST_PARTS:
            raise damaged(file, f"it holds {len(self.names):,} parts")
        # Office programs only ever write these two; the others unpack without a bound.
        if any(part.compress_type not in _METHODS for part in self._zip.infolist()):
            raise damaged(file, "it is packed in a way that office programs do not use")

    def read(self, name: str) -> bytes:
        """Unpack one part, never more than LARGEST_PART bytes of it.

        Raises UnreadableSource with the code `source-damaged` for a part that is missing or damaged,
        `source-password` for one that is locked, `source-too-large` for one that unpacks to more than any
        document needs, by itself or together with those unpacked before.
        """
        if name in self.names and self._zip.getinfo(name).flag_bits & _ENCRYPTED:
            raise locked(self.file)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    self._count(name, size, len(chunk))
                    chunks.append(chunk)
        except KeyError as error:
            raise damaged(self.file, f"its part {name} is missing") from error
        except _DAMAGED as error:
            raise damaged(self.file, f"its part {name} cannot be unpacked") from error
        return b"".join(chunks)

    def _count(self, name: str, size: int, more: int) -> None:
        """Keep account of what was unpacked, of this part and of all."""
        self._unpacked += more
        if size > LARGEST_PART:
            message = f"Its part {name} unpacks to more than {LARGEST_PART // 1024 // 1024} MB, as no policy does."
            raise too_large(self.file, message)
        if self._unpacked > MOST_BYTES:
            message = f"Its parts unpack to more than {MOST_BYTES // 1024 // 1024} MB, as no policy does."
            raise too_large(self.file, message)
