"""Zip archives, as Word and OpenDocument files are, read within bounds whatever they claim to hold."""

from __future__ import annotations

import io
import zipfile
import zlib

from clauseway.problems import Problem, Severity, UnreadableSource

LARGEST_PART = 64 * 1024 * 1024
"""Bytes of the largest part of an archive that is unpacked; the text of 1,000 pages takes about half of it."""
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
        document needs.
        """
        if name in self.names and self._zip.getinfo(name).flag_bits & _ENCRYPTED:
            raise _locked(self.file)
        chunks: list[bytes] = []
        size = 0
        try:
            with self._zip.open(name) as part:
                while chunk := part.read(_CHUNK):
                    size += len(chunk)
                    if size > LARGEST_PART:
                        raise _too_large(self.file, name)
                    chunks.append(chunk)
        except KeyError as error:
            raise damaged(self.file, f"its part {name} is missing") from error
        except _DAMAGED as error:
            raise damaged(self.file, f"its part {name} cannot be unpacked") from error
        return b"".join(chunks)


def damaged(file: str, why: str) -> UnreadableSource:
    """Make the refusal of a damaged file; `why` goes on after "the file is damaged: "."""
    advice = "Open it in the program it was made with; if that works, save it again, else ask for another copy."
    return _unusable("source-damaged", file, f"The file is damaged: {why}.", advice)


def _locked(file: str) -> UnreadableSource:
    advice = "Open it with its password, take the password off, and save it again."
    return _unusable("source-password", file, "The file is protected with a password.", advice)


def _too_large(file: str, name: str) -> UnreadableSource:
    message = f"Its part {name} unpacks to more than {LARGEST_PART // 1024 // 1024} MB, as no policy does."
    return _unusable("source-too-large", file, message, "Save the document again, or give each policy its own file.")


def _unusable(code: str, file: str, message: str, advice: str) -> UnreadableSource:
    return UnreadableSource(Problem(code=code, severity=Severity.ERROR, message=message, file=file, advice=advice))
