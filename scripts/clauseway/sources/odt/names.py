"""Names of elements and attributes in OpenDocument text, with their name spaces."""

from __future__ import annotations

_ODF = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
OFFICE = f"{{{_ODF.format('office')}}}"
TEXT = f"{{{_ODF.format('text')}}}"
STYLE = f"{{{_ODF.format('style')}}}"
TABLE = f"{{{_ODF.format('table')}}}"
DRAW = f"{{{_ODF.format('drawing')}}}"
META = f"{{{_ODF.format('meta')}}}"
FO = f"{{{_ODF.format('xsl-fo-compatible')}}}"
SVG = f"{{{_ODF.format('svg-compatible')}}}"
LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XLINK = "{http://www.w3.org/1999/xlink}"
XML = "{http://www.w3.org/XML/1998/namespace}"

PARAGRAPH = f"{TEXT}p"
HEADING = f"{TEXT}h"
PARAGRAPHS = frozenset({PARAGRAPH, HEADING})

COMMENT = f"{OFFICE}annotation"
DELETED = f"{TEXT}tracked-changes"
COVERED_CELL = f"{TABLE}covered-table-cell"
HIDDEN_WORDS = f"{TEXT}hidden-text"
HIDDEN_PARAGRAPH = f"{TEXT}hidden-paragraph"
SOFT_PAGE_BREAK = f"{TEXT}soft-page-break"
NOTE = f"{TEXT}note"

OBJECTS = frozenset({f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin", f"{DRAW}applet"})
"""Documents of other kinds within a document."""

NO_TEXT = frozenset(
    {
        COMMENT,
        DELETED,
        f"{OFFICE}forms",
        f"{OFFICE}scripts",
        f"{OFFICE}event-listeners",
        f"{OFFICE}binary-data",
        f"{OFFICE}dde-source",
        *OBJECTS,
        f"{TEXT}note-citation",
        f"{TEXT}number",
        f"{TEXT}ruby-text",
        f"{TEXT}script",
        f"{TEXT}variable-decls",
        f"{TEXT}sequence-decls",
        f"{TEXT}user-field-decls",
        f"{TEXT}table-of-content-source",
        f"{TEXT}illustration-index-source",
        f"{TEXT}table-index-source",
        f"{TEXT}object-index-source",
        f"{TEXT}user-index-source",
        f"{TEXT}alphabetical-index-source",
        f"{TEXT}bibliography-source",
        f"{SVG}title",
        f"{SVG}desc",
        f"{TABLE}title",
        f"{TABLE}desc",
        "{http://www.w3.org/1998/Math/MathML}math",
    }
)
"""Elements whose words are no text of the document: comments, deletions, settings, numbers that are counted."""

CONTENTS = frozenset(
    {
        f"{TEXT}table-of-content",
        f"{TEXT}illustration-index",
        f"{TEXT}table-index",
        f"{TEXT}object-index",
        f"{TEXT}user-index",
        f"{TEXT}alphabetical-index",
    }
)
"""Lists of what stands where, which the program makes."""
