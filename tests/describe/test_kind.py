"""Kinds of policies by their titles and headings."""

from __future__ import annotations

import pytest

from clauseway.describe.kind import kind_of
from clauseway.model import Kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Social Media Policy", Kind.SOCIAL_MEDIA),
        ("Social Networking Policy – Parents", Kind.SOCIAL_MEDIA),
        ("Staff Acceptable Use Agreement", Kind.ACCEPTABLE_USE),
        ("E-Safety Policy", Kind.ONLINE_SAFETY),
        ("Online Safety and Acceptable Use", Kind.ACCEPTABLE_USE),
        ("Mobile Phone Policy", Kind.MOBILE_PHONES),
        ("Use of Photographs and Video", Kind.PHOTOGRAPHS),
        ("Behaviour and Relationships Policy", Kind.BEHAVIOUR),
        ("Anti-Bullying Policy", Kind.ANTI_BULLYING),
        ("Attendance and Punctuality", Kind.ATTENDANCE),
        ("School Uniform", Kind.UNIFORM),
        ("Complaints Procedure", Kind.COMPLAINTS),
        ("Safeguarding and Child Protection Policy", Kind.SAFEGUARDING),
        ("Data Protection (GDPR) Policy", Kind.DATA_PROTECTION),
        ("SEND Information Report", Kind.SEND),
        ("Charging and Remissions", Kind.CHARGING),
        ("Remote Learning Policy", Kind.REMOTE_LEARNING),
        ("Staff Code of Conduct", Kind.STAFF_CONDUCT),
        ("Code of Conduct for Parents", Kind.PARENT_CONDUCT),
        ("Equality Objectives", Kind.EQUALITY),
        ("Supporting Pupils with Medical Conditions", Kind.HEALTH),
        ("Educational Visits", Kind.TRIPS),
        ("Teaching and Learning", Kind.CURRICULUM),
        ("Admissions Arrangements", Kind.ADMISSIONS),
        ("Polisi Ymddygiad", Kind.BEHAVIOUR),
        ("CCTV", Kind.DATA_PROTECTION),
        ("Code of Conduct", Kind.STAFF_CONDUCT),
        ("Pupil Code of Conduct", Kind.BEHAVIOUR),
        ("Code of Conduct – Parents, Carers and Visitors", Kind.PARENT_CONDUCT),
        ("What We Ask of Parents", Kind.PARENT_CONDUCT),
        ("Staff Absence Policy", Kind.ATTENDANCE),
        ("Leave for Staff", Kind.STAFF_CONDUCT),
        ("Pupil Premium Strategy", Kind.OTHER),
        ("Sex and Relationships Education", Kind.CURRICULUM),
        ("How We Stay Safe Online", Kind.ONLINE_SAFETY),
        ("Photographs and CCTV", Kind.PHOTOGRAPHS),
        ("School Excursions: Early Years", Kind.TRIPS),
        ("Using Technology: Our Agreement", Kind.ACCEPTABLE_USE),
        ("Pets in School", Kind.OTHER),
        ("", Kind.OTHER),
    ],
)
def test_titles(title: str, kind: Kind) -> None:
    assert kind_of(title, ()) is kind


def test_headings_decide_where_the_title_says_nothing() -> None:
    assert kind_of("Policy", ["Introduction", "Absence", "Lateness", "Sanctions"]) is Kind.ATTENDANCE
    assert kind_of("Uniform Policy", ["Absence", "Lateness"]) is Kind.UNIFORM
