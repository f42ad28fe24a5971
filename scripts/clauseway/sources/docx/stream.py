"""The body of a document a paragraph at a time, so that a thousand pages need no more memory than one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from clauseway.sources.docx.names import BODY
from clauseway.sources.docx.package import no_document
from clauseway.sources.refusals import damaged

_CHUNK = 256 * 1024


def body(data: bytes, name: str, file: str) -> Iterator[etree._Element]:
    """Give what stands directly in the body; each element is cleared away when the next is asked for.

    Raises UnreadableSource: `source-damaged` for XML that is broken or declares a document type, `source-format`
    where there is no body.
    """
    parser = etree.XMLPullParser(
        events=("start",),
        tag=BODY,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    found: etree._Element | None = None
    try:
        for start in range(0, len(data), _CHUNK):
            parser.feed(data[start : start + _CHUNK])
            found = _opened(parser, found, name, file)
            if found is not None:
                yield from _complete(found, keep=True)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise damaged(file, f"its part {name} is no well-formed XML ({error})") from error
    if found is None:
        raise no_document(file)
    yield from _complete(found, keep=False)


def _opened(parser: etree.XMLPullParser, found: etree._Element | None, name: str, file: str) -> etree._Element | None:
    """The body once its start was read; a second one within it is no body."""
    for _, element in parser.read_events():
        if found is None and isinstance(element, etree._Element):
            if element.getroottree().docinfo.doctype:
                raise damaged(file, f"its part {name} declares a document type, which office programs never do")
            found = element
    return found


def _complete(parent: etree._Element, keep: bool) -> Iterator[etree._Element]:
    """Children that are wholly read, cleared away one after another; `keep` the last while it may be growing."""
    child = next(iter(parent), None)
    while child is not None and not (keep and child.getnext() is None):
        yield child
        parent.remove(child)
        child = next(iter(parent), None)
