"""The whole way: from the policies folder to the site, one line a stage; values in, values out."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from functools import partial
from itertools import groupby
from pathlib import Path

import msgspec

from clauseway.checks.reviews import check_reviews
from clauseway.document import Understood, found_at, understand
from clauseway.model import Collection, Policy, School
from clauseway.naming import name_policies
from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.publish import hand_written, publish, write
from clauseway.relate import clauses_of, relate
from clauseway.render import DOCS, MKDOCS_CONFIG, render
from clauseway.settings import SCHOOL_FILE, read_school
from clauseway.sources import Found, discover
from clauseway.vocabulary.catalogue import COMMON_TOPICS, matters

Progress = Callable[[str, int, int], None]
"""Is told the name of a stage, how many of its documents are done, and how many there are (0: not counted)."""

SITE_SOURCES = (DOCS, MKDOCS_CONFIG.parent / "overrides", MKDOCS_CONFIG)
"""Files and folders beside the policies that the site is made from."""

_WORTH_SHARING = 64
"""Documents from which starting further processes (about 0.5 s each) takes less time than it saves."""


class Built(msgspec.Struct, frozen=True):
    """What a build did."""

    collection: Collection
    """What was understood."""
    problems: tuple[Problem, ...]
    """All problems of documents and pages, each once, in the order of files and lines."""
    rendered: bool
    """Whether the site was replaced by a new one."""


def build(policies: Path, site: Path, jobs: int, progress: Progress) -> Built:
    """Build `site` from the folder `policies`.

    What is published before it is rendered stays in `build/docs` beside the site. Raises UnreadableSource where
    there is nothing to build, or where a folder to be replaced holds something else.
    """
    published = site.parent / "build" / "docs"
    for folder in (site, published):
        _may_replace(folder, policies)
    collection = gather(policies, jobs, progress)
    progress("Comparing", 0, 0)
    collection = compare(collection)
    progress("Publishing", 0, 0)
    files = publish(collection, lambda file: policies / file, hand_written(DOCS))
    write(files, published)
    progress("Rendering", 0, 0)
    faults = render(published, site)
    rendered = not any(fault.severity is Severity.ERROR for fault in faults)
    return Built(collection, (*all_problems(collection), *faults), rendered)


def gather(policies: Path, jobs: int, progress: Progress) -> Collection:
    """Everything that is understood of the folder `policies`, with up to `jobs` processes.

    Raises UnreadableSource where there is no such folder or not one policy in it.
    """
    discovery = discover(policies)
    if not discovery.found:
        raise UnreadableSource(_nothing(policies, discovery.problems))
    settings = {slug: read_school(policies / slug, policies) for slug in discovery.schools}
    schools = {slug: school for slug, (school, _) in settings.items()}
    understood = _understand_all(discovery.found, schools, policies, jobs, progress)
    named, alike = _name_all([policy for part in understood for policy in part.policies], schools)
    problems = [
        *discovery.problems,
        *(problem for _, faults in settings.values() for problem in faults),
        *(problem for part in understood for problem in part.problems),
        *alike,
    ]
    return Collection(tuple(schools.values()), named, in_order(problems))


def compare(collection: Collection) -> Collection:
    """The same with the relations of clauses to those of other policies."""
    titles = {slug: matter.title for slug, matter in matters().items()}
    common = {slug for slug, matter in matters().items() if matter.general or matter.topic in COMMON_TOPICS}
    relations = relate(list(clauses_of(collection.policies)), titles, common)
    return msgspec.structs.replace(collection, relations=relations)


def examine(file: Path) -> tuple[School, Understood]:
    """What is understood of one file wherever it lies, with the settings that stand beside it."""
    folder = file.resolve().parent
    found = found_at(file.resolve())
    school, faults = read_school(folder, folder.parent)
    if not (folder / SCHOOL_FILE).exists():
        school, faults = School(slug=folder.name, name=folder.name), ()
    part = understand(found, school, folder.parent)
    return school, msgspec.structs.replace(part, problems=(*faults, *part.problems))


def all_problems(collection: Collection) -> tuple[Problem, ...]:
    """Every problem once, in the order of files and lines."""
    of_policies = (problem for policy in collection.policies for problem in policy.problems)
    return in_order([*collection.problems, *of_policies])


def with_reviews(problems: Iterable[Problem], collection: Collection, today: date) -> tuple[Problem, ...]:
    """`problems` and the reviews that are overdue on the day `today`, which nothing that is built depends on."""
    return in_order([*problems, *check_reviews(collection.policies, today)])


def _understand_all(
    found: Sequence[Found], schools: dict[str, School], policies: Path, jobs: int, progress: Progress
) -> list[Understood]:
    """All files in the order given, by several processes where that is quicker."""
    if jobs > 1 and len(found) >= _WORTH_SHARING:
        # Forking copies threads in an unknown state (the progress display has one), so processes start afresh.
        start = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(jobs, mp_context=start) as pool:
            work = partial(understand, policies=policies)
            parts = pool.map(work, found, [schools[file.school] for file in found], chunksize=16)
            return list(_counted(parts, len(found), progress))
    parts = (understand(file, schools[file.school], policies) for file in found)
    return list(_counted(parts, len(found), progress))


def _counted(parts: Iterable[Understood], total: int, progress: Progress) -> Iterator[Understood]:
    for done, part in enumerate(parts, 1):
        yield part
        progress("Reading", done, total)


def _name_all(policies: Sequence[Policy], schools: dict[str, School]) -> tuple[tuple[Policy, ...], list[Problem]]:
    """Slugs for the policies of every school."""
    named: list[Policy] = []
    problems: list[Problem] = []
    for slug, group in groupby(policies, key=lambda policy: policy.school):
        some, alike = name_policies(tuple(group), schools[slug])
        named.extend(some)
        problems.extend(alike)
    return tuple(named), problems


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by file, line and code."""
    return tuple(sorted(dict.fromkeys(problems), key=_place_and_code))


def _place_and_code(problem: Problem) -> tuple[str, int, int, int, str, str]:
    places = (problem.line or 0, problem.page or 0, problem.paragraph or 0)
    return (problem.file, *places, problem.code, problem.message)


def _may_replace(folder: Path, policies: Path) -> None:
    """Refuse to replace a folder that was not made by a build."""
    there, sources = folder.resolve(), policies.resolve()
    made_by_a_build = (there / "data" / "policies.json").is_file()
    holds = there.is_dir() and any(there.iterdir())
    if there.is_relative_to(sources) or sources.is_relative_to(there) or (there.exists() and not there.is_dir()):
        message = "The site would be written over other files."
    elif holds and not made_by_a_build:
        message = "The folder would be replaced, and what is in it was not made by Clauseway."
    else:
        return
    advice = "Choose another place for the site with --site, or empty the folder."
    raise UnreadableSource(Problem("folder-in-use", Severity.ERROR, message, str(folder), advice=advice))


def _nothing(policies: Path, problems: Sequence[Problem]) -> Problem:
    message = "There is no policy to build from in this folder."
    advice = "Make a folder for the school in it and put the policies there (Word, PDF, OpenDocument, HTML or text)."
    if problems:
        advice = f"The first thing in the way: {problems[0].place}: {problems[0].message} {problems[0].advice}"
    return Problem("nothing-to-build", Severity.ERROR, message, str(policies), advice=advice)
