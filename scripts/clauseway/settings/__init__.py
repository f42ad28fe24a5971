"""What people state in YAML beside the sources: `school.yml` and the sidecar of a policy."""

from clauseway.settings.apply import correct, correct_clauses, is_answered
from clauseway.settings.rules import slug_fault, suggested_slug, website_fault
from clauseway.settings.school import SCHOOL_FILE, name_from_slug, read_school, school_template
from clauseway.settings.severities import read_severities
from clauseway.settings.sidecar import read_sidecar

__all__ = [
    "SCHOOL_FILE",
    "correct",
    "correct_clauses",
    "is_answered",
    "name_from_slug",
    "read_school",
    "read_severities",
    "read_sidecar",
    "school_template",
    "slug_fault",
    "suggested_slug",
    "website_fault",
]
