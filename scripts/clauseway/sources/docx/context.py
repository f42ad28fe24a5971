"""What all parts of a document share."""

from __future__ import annotations

from dataclasses import dataclass, field

from clauseway.sources.docx.numbering import Numbering
from clauseway.sources.docx.package import Package
from clauseway.sources.docx.styles import Styles
from clauseway.sources.findings import Findings


@dataclass(slots=True)
class Document:
    """A document being read."""

    package: Package
    styles: Styles
    numbering: Numbering
    findings: Findings = field(default_factory=Findings)


def open_document(package: Package) -> Document:
    """Read the styles and lists of a document."""
    styles_part, numbering_part = (next(iter(package.related(kind)), "") for kind in ("styles", "numbering"))
    styles = Styles(package.xml(styles_part) if styles_part else None)
    return Document(package, styles, Numbering(package.xml(numbering_part) if numbering_part else None, styles))
