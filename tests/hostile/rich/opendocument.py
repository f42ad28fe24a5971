"""OpenDocument texts that are made to exhaust, to mislead or to reach out."""

from __future__ import annotations

from tests.hostile.rich.base import BOMB, EITHER, GOOD, MB, OUTSIDE, READ, REFUSED, TYPE, Cases, deep, stretched
from tests.sources.made import odt, odt_parts, zipped


def _odt_before(prologue: str, text: str) -> bytes:
    parts = odt_parts(f"<text:p>{text}</text:p>")
    return zipped({**parts, "content.xml": prologue + str(parts["content.xml"])})


OPENDOCUMENT: Cases = {
    "bomb-flat.odt": (lambda: stretched(odt_parts("@"), "content.xml", b" ", 100 * MB), REFUSED),
    "entities.odt": (lambda: _odt_before(BOMB, "&i;"), REFUSED),
    "outside-entity.odt": (lambda: _odt_before(OUTSIDE, "&i;"), REFUSED),
    "doctype.odt": (lambda: _odt_before(TYPE, GOOD), EITHER),
    "flat-entities.fodt": (lambda: (BOMB + str(odt_parts("<text:p>&i;</text:p>")["content.xml"])).encode(), REFUSED),
    "deep.odt": (
        lambda: zipped(odt_parts(deep("<text:section>", "</text:section>", 10_000, f"<text:p>{GOOD}</text:p>"))),
        EITHER,
    ),
    "deep-lists.odt": (
        lambda: zipped(
            odt_parts(
                deep("<text:list><text:list-item>", "</text:list-item></text:list>", 100, f"<text:p>{GOOD}</text:p>")
            )
        ),
        READ,
    ),
    "empty-paragraphs.odt": (
        lambda: stretched(odt_parts(f"@<text:p>{GOOD}</text:p>"), "content.xml", b"<text:p/>", 500_000),
        EITHER,
    ),
    "repeated.odt": (
        lambda: zipped(
            odt_parts(
                '<table:table><table:table-column table:number-columns-repeated="2147483647"/>'
                '<table:table-row table:number-rows-repeated="2147483647"><table:table-cell '
                f'table:number-columns-repeated="2147483647" table:number-columns-spanned="99999999"><text:p>{GOOD}</text:p>'
                f"</table:table-cell></table:table-row></table:table><text:p>{GOOD}</text:p>"
            )
        ),
        EITHER,
    ),
    "spaces.odt": (
        lambda: odt('Staff<text:s text:c="2147483647"/>must<text:s text:c="-4"/>be<text:s text:c="x"/>good.'),
        READ,
    ),
    "start.odt": (
        lambda: zipped(
            {
                **odt_parts(""),
                "content.xml": str(
                    odt_parts(
                        "".join(
                            f'<text:list text:style-name="{style}"><text:list-item text:start-value="{start}"><text:p>{GOOD}'
                            "</text:p></text:list-item></text:list>"
                            for style in ("a", "I")
                            for start in ("999999999", "-5", "x", "9" * 5000)
                        )
                    )["content.xml"]
                ).replace(
                    "<office:body>",
                    "<office:automatic-styles>"
                    + "".join(
                        f'<text:list-style style:name="{style}"><text:list-level-style-number text:level="1" '
                        f'style:num-format="{style}" text:display-levels="99999999"/></text:list-style>'
                        for style in ("a", "I")
                    )
                    + '<style:style style:name="x" style:parent-style-name="y"/>'
                    '<style:style style:name="y" style:parent-style-name="x"/></office:automatic-styles><office:body>',
                ),
            }
        ),
        READ,
    ),
    "no-content.odt": (lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), REFUSED),
}
"""OpenDocument texts."""
