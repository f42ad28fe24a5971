"""The parts of a Word file and how they refer to one another."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

import msgspec
from lxml import etree

from clauseway.problems import UnreadableSource
from clauseway.sources.archive import Archive
from clauseway.sources.refusals import refuse
from clauseway.sources.xml import parse_xml

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OVERRIDE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_MAIN_TYPE = re.compile(
    r"\b(?:document|template)\.main\+xml$|ms-word\.(?:document|template)\.macroEnabled\w*\.main\+xml$"
)
# Files of the strict kind name the same elements by other spaces.
_STRICT = b"http://purl.oclc.org/ooxml/"
_SPACES = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    b"http://purl.oclc.org/ooxml/officeDocument/math": b"http://schemas.openxmlformats.org/officeDocument/2006/math",
    b"http://purl.oclc.org/ooxml/officeDocument/extendedProperties": b"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}


class Relation(msgspec.Struct, frozen=True, gc=False):
    """A reference of one part to another, or to something outside the file."""

    kind: str
    """What it is to the part: `styles`, `header`, `hyperlink`."""
    target: str
    """Name of the part, or the address as the file states it."""
    external: bool
    """Whether the target is outside the file."""


class Package:
    """A Word file's parts, read on demand and always in the transitional name spaces."""

    def __init__(self, data: bytes, file: str) -> None:
        """Open the file in `data`; `file` is only for messages.

        Raises UnreadableSource: `source-damaged` for a broken archive, `source-format` for one without a document.
        """
        self.file = file
        self._archive = Archive(data, file)
        self._names = {_plain(name): name for name in sorted(self._archive.names, reverse=True)}
        self._relations: dict[str, dict[str, Relation]] = {}
        self.main = self._main()

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._names

    def data(self, name: str) -> bytes:
        """Give the XML of a part."""
        return _transitional(self._archive.read(self._names.get(_plain(name), name)))

    def xml(self, name: str) -> etree._Element:
        """Give the parsed XML of a part."""
        return parse_xml(self.data(name), name, self.file)

    def relations(self, name: str) -> dict[str, Relation]:
        """Give what a part refers to, by the references' ids."""
        if name not in self._relations:
            folder, base = posixpath.split(name)
            beside = f"{folder}/_rels/{base}.rels".lstrip("/")
            self._relations[name] = dict(self._read_relations(beside, folder)) if beside in self else {}
        return self._relations[name]

    def related(self, kind: str) -> tuple[str, ...]:
        """Give the names of the parts of one kind that the document refers to and that are there."""
        found = (relation for relation in self.relations(self.main).values() if relation.kind == kind)
        return tuple(dict.fromkeys(each.target for each in found if not each.external and each.target in self))

    def document_properties(self) -> etree._Element | None:
        """Give the properties that the writing program keeps (number of pages and words), None without any."""
        for relation in self.relations("").values():
            if relation.kind in {"extended-properties", "extendedProperties"} and relation.target in self:
                return self.xml(relation.target)
        return None

    def has_macros(self) -> bool:
        """Tell whether the file carries programs (.docm), which are never run."""
        return any(name.endswith("vbaproject.bin") for name in self._names)

    def _main(self) -> str:
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and relation.target in self:
                return relation.target
        for override in self._overrides():
            name = (override.get("PartName") or "").lstrip("/")
            if _MAIN_TYPE.search(override.get("ContentType") or "") and name in self:
                return name
        raise no_document(self.file)

    def _overrides(self) -> list[etree._Element]:
        name = "[Content_Types].xml"
        return list(self.xml(name).iter(_OVERRIDE)) if name in self else []

    def _read_relations(self, name: str, folder: str) -> list[tuple[str, Relation]]:
        return [
            (element.get("Id") or "", self._relation(element, folder)) for element in self.xml(name).iter(_RELATION)
        ]

    def _relation(self, element: etree._Element, folder: str) -> Relation:
        kind = (element.get("Type") or "").rpartition("/")[2]
        target = element.get("Target") or ""
        if element.get("TargetMode") == "External":
            return Relation(kind, target, True)
        inside = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        return Relation(kind, inside if inside in self else unquote(inside), False)


def no_document(file: str) -> UnreadableSource:
    """Make the refusal of an archive that holds no Word document."""
    message = "The file is an archive of some kind, and holds no Word document."
    advice = "Open it in the program it was made with and save it as a Word document (.docx)."
    return refuse("source-format", file, message, advice)


def _plain(name: str) -> str:
    """Give a part's name as it is compared: without regard to case and to the slash some programs write."""
    return name.replace("\\", "/").lstrip("/").lower()


def _transitional(data: bytes) -> bytes:
    """XML of the strict kind with the names of the transitional one; only whole attribute values change."""
    if _STRICT not in data[:8192]:
        return data
    for strict, transitional in _SPACES.items():
        data = data.replace(b'="' + strict, b'="' + transitional).replace(b"='" + strict, b"='" + transitional)
    return data
