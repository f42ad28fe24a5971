"""Audiences, duties and kinds: the words that data, pages and settings share."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Who must act on a clause, or is told about their own conduct or rights."""

    STAFF = "staff"
    PARENTS = "parents"
    PUPILS = "pupils"
    GOVERNORS = "governors"


class Duty(StrEnum):
    """The modality in effect, lead-in included."""

    MUST = "must"
    MUST_NOT = "must_not"
    SHOULD = "should"
    SHOULD_NOT = "should_not"
    MAY = "may"
    NONE = "none"


class Kind(StrEnum):
    """What a policy is about."""

    SOCIAL_MEDIA = "social-media"
    ACCEPTABLE_USE = "acceptable-use"
    ONLINE_SAFETY = "online-safety"
    MOBILE_PHONES = "mobile-phones"
    PHOTOGRAPHS = "photographs"
    BEHAVIOUR = "behaviour"
    ANTI_BULLYING = "anti-bullying"
    ATTENDANCE = "attendance"
    UNIFORM = "uniform"
    COMPLAINTS = "complaints"
    SAFEGUARDING = "safeguarding"
    DATA_PROTECTION = "data-protection"
    SEND = "send"
    CHARGING = "charging"
    REMOTE_LEARNING = "remote-learning"
    STAFF_CONDUCT = "staff-conduct"
    PARENT_CONDUCT = "parent-conduct"
    EQUALITY = "equality"
    HEALTH = "health"
    TRIPS = "trips"
    CURRICULUM = "curriculum"
    ADMISSIONS = "admissions"
    OTHER = "other"


class Nation(StrEnum):
    """The nation whose education law applies."""

    ENGLAND = "england"
    WALES = "wales"
    SCOTLAND = "scotland"
    NORTHERN_IRELAND = "northern-ireland"


class Phase(StrEnum):
    """The age group a school teaches."""

    NURSERY = "nursery"
    PRIMARY = "primary"
    INFANT = "infant"
    JUNIOR = "junior"
    MIDDLE = "middle"
    SECONDARY = "secondary"
    ALL_THROUGH = "all-through"
    SPECIAL = "special"
    SIXTH_FORM = "sixth-form"
