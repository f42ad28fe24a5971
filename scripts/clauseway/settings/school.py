"""Reading `school.yml`, and the form of a new one."""

from __future__ import annotations

from pathlib import Path

import msgspec

from clauseway.model import Audience, Nation, Phase, School
from clauseway.problems import Problem, Severity
from clauseway.settings.fields import drain, read_record
from clauseway.settings.lines import read_nodes, relative

SCHOOL_FILE = "school.yml"


def read_school(folder: Path, root: Path) -> tuple[School, tuple[Problem, ...]]:
    """The school whose folder under `root` this is, with every fault of its `school.yml`.

    Whatever is sound is used. Without a name (or without the file) the name is made from the folder's.
    """
    path = folder / SCHOOL_FILE
    unnamed = School(slug=folder.name, name=name_from_slug(folder.name))
    if not path.exists() and not path.is_symlink():
        return unnamed, (_no_settings(unnamed, relative(path, root)),)
    node, problems = read_nodes(path, root)
    if node is None:
        return unnamed, problems
    values, faults = drain(read_record(node, School, relative(path, root), hidden=("slug",)))
    return msgspec.structs.replace(unnamed, **values), faults


def name_from_slug(slug: str) -> str:
    """`sharp-lane` → `Sharp Lane`: a name to show until the school states its own."""
    return " ".join(word.capitalize() for word in slug.split("-") if word) or slug


def _no_settings(school: School, file: str) -> Problem:
    message = f"The school has no {SCHOOL_FILE}; it is called “{school.name}” for now."
    advice = f"Add the file {file} with a line such as “name: {school.name} School”."
    return Problem("school-unnamed", Severity.WARNING, message, file, advice=advice)


def school_template(slug: str) -> str:
    """The text of a new `school.yml`: every field, with those that may be left out as comments."""
    return f"""\
# What Clauseway should know about the school. Take away the "# " of a line to use it.
name: {name_from_slug(slug)} School  # the full name, as the school writes it
# short_name: {name_from_slug(slug)}
# place: Town or area
# nation: england              # {_choices(Nation)}: the nation whose education law applies
# phase: primary               # {_choices(Phase)}
# website: https://www.school.example
# language: en                 # en or cy: the main language of the policies
# motto: Learning together
# motto_language: cy           # only if the motto is not in the main language
# terms_per_year: 3            # 3 or 6: decides what "Term 4" means
# audience: [staff]            # whom a policy addresses that does not say it: {_choices(Audience)}
# review_notice: We are revising this policy; it holds until then.  # said once a review date has passed
# contacts:                    # whom to tell or to ask
#   - role: Designated Safeguarding Lead
#     name: A Person
#     phone: 01234 567890
#     email: office@school.example
"""


def _choices(choices: type[Nation] | type[Phase] | type[Audience]) -> str:
    *most, last = [choice.value for choice in choices]
    return f"{', '.join(most)} or {last}"
