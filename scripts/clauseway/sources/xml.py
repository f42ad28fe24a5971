"""XML of unknown origin, parsed without entities, network or recursion without end."""

from __future__ import annotations

from lxml import etree

from clauseway.sources.refusals import damaged


def parse_xml(data: bytes, name: str, file: str) -> etree._Element:
    """Parse a part of an archive; `name` and `file` are only for messages.

    A document type is refused: office programs write none, and it is what entity bombs and references
    to other files are made of. Raises UnreadableSource (`source-damaged`).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, collect_ids=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise damaged(file, f"its part {name} is no well-formed XML ({error})") from error
    if root.getroottree().docinfo.doctype or root.getroottree().docinfo.internalDTD is not None:
        raise damaged(file, f"its part {name} declares a document type, which office programs never do")
    return root
