"""One collection with every kind of page: schools to compare, long and short policies, Welsh, long names, none at all."""

from __future__ import annotations

import msgspec

from clauseway.model import Audience, Collection, Duty, Kind, Metadata, Policy, Role, School
from tests.publish.comparing import COMPARED, TOPIC
from tests.publish.samples import BARE, FULL, clause, collection, found, heading, item, piece, policy

_DUTIES = (Duty.MUST, Duty.MUST_NOT, Duty.MAY)
LONG: Policy = policy(
    [
        heading("Rules"),
        *(clause(f"Clause {n}. " + "Words that fill some lines. " * 9, number=f"{n}") for n in range(2, 121)),
    ],
    slug="long",
    findings=(None, *(found(_DUTIES[n % 3], Audience.STAFF) for n in range(2, 121))),
    metadata=Metadata(title="A Long Policy"),
)
"""A policy of many screens, its clauses in turn must, must not and may: `c-60` must, `c-59` may."""

GLAN = School(
    slug="glan-yr-afon",
    name="Ysgol Gymraeg Gynradd Wirfoddol a Reolir Glan-yr-afon a Llanfihangel-y-Creuddyn",
    place="Llanfihangel-y-Creuddyn",
    language="cy",
)
_STEM = "Rhaid i ddisgyblion beidio â:"
WELSH: Policy = policy(
    (
        heading("Polisi Ffonau Symudol a Dyfeisiau Electronig Personol Disgyblion ac Ymwelwyr", level=0),
        heading("1 Rheolau", number="1"),
        piece(Role.LEAD_IN, _STEM, number="1.1", item=True),
        item("defnyddio ffôn yn y dosbarth", _STEM, number="1.1.1"),
        item("tynnu lluniau o ddŵr, tŷ neu bobl eraill", _STEM, number="1.1.10"),
        clause("Caiff rhieni ffonio’r swyddfa."),
        piece(Role.FURNITURE, "Tudalen 1", reason="page number"),
    ),
    school=GLAN.slug,
    slug="ffonau",
    findings=(
        *(None, None, None),
        *(found(Duty.MUST_NOT, Audience.PUPILS),) * 2,
        found(Duty.MAY, Audience.PARENTS),
        None,
    ),
    metadata=Metadata(
        title="Polisi Ffonau Symudol a Dyfeisiau Electronig Personol Disgyblion ac Ymwelwyr",
        kind=Kind.MOBILE_PHONES,
        language="cy",
        audience=(Audience.PUPILS, Audience.PARENTS),
        review_date="2027",
    ),
)

WHOLE: Collection = msgspec.structs.replace(
    collection(FULL, BARE, LONG, WELSH, *COMPARED.policies, schools=(*COMPARED.schools, GLAN)),
    relations=COMPARED.relations,
)
"""Everything at once."""

KINDS = {
    "home": "",
    "schools": "schools/",
    "school": "schools/oak-hill/",
    "school without a policy": "schools/ash-green/",
    "policy": "schools/oak-hill/phones/",
    "compared policy": "schools/oak-hill/online/",
    "welsh policy": "schools/glan-yr-afon/ffonau/",
    "linked clause": "schools/oak-hill/phones/#c-11",
    "readers": "staff/",
    "readers at a school": "schools/oak-hill/pupils/",
    "topics": "topics/",
    "topic": f"topics/{TOPIC.slug}/",
    "search": "search/",
    "search with a question": "search/?q=phone",
    "review dates": "reviews/",
    "reviews of a school": "schools/oak-hill/reviews/",
    "help": "help/",
    "messages": "messages/",
    "data": "data/",
    "design": "developing/design-system/",
    "architecture": "developing/architecture/",
    "accessibility": "accessibility/",
    "not found": "404.html",
}
"""A page of each kind, by what it is."""
