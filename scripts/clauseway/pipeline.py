"""The whole way: from the policies folder to the site, one line a stage; values in, values out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from itertools import chain, groupby
from pathlib import Path

import msgspec

from clauseway.cache import Cache, Made, Remembered, alone, contents_digest, digest, folder_digest, made_once, version
from clauseway.checks.references import check_references
from clauseway.checks.reviews import check_reviews
from clauseway.checks.site import check_site
from clauseway.document import Understood, found_at, understand
from clauseway.documents import understand_all
from clauseway.histories import look_back
from clauseway.memory import NO_MEMORY, Memory, at_hand, no_cycles
from clauseway.model import Collection, Policy, References, School
from clauseway.naming import name_policies
from clauseway.problems import Problem, Severities, Severity, UnreadableSource, in_order, weighed
from clauseway.publish import hand_written, publish, write
from clauseway.relate import clauses_of, facts_on, relate, resolve, stale_references
from clauseway.render import DOCS, MKDOCS_CONFIG, check_engine, recover, render, site_address
from clauseway.render import Engine as Engine
from clauseway.render.rendering import NotRendered
from clauseway.search import search_files
from clauseway.settings import SCHOOL_FILE, read_school, read_severities
from clauseway.sources import discover
from clauseway.vocabulary.catalogue import COMMON_TOPICS, matters

Progress = Callable[[str, int, int], None]
"""Is told the name of a stage, how many of its documents are done, and how many there are (0: not counted)."""

SITE_SOURCES = (DOCS, MKDOCS_CONFIG.parent / "overrides", MKDOCS_CONFIG)
"""Files and folders beside the policies that the site is made from."""


_MARK = "data/policies.json"
"""The file by which a folder is known to be made by a build; it is written first."""

NOTHING_KEPT = Cache()
"""Remembers nothing."""


class Built(msgspec.Struct, frozen=True):
    """What a build did."""

    collection: Collection
    """What was understood."""
    problems: tuple[Problem, ...]
    """All problems of documents and pages, each once, in the order of files and lines."""
    rendered: bool
    """Whether the site was replaced by a new one."""


def build(
    policies: Path,
    site: Path,
    jobs: int,
    progress: Progress,
    today: date,
    cache: Cache = NOTHING_KEPT,
    engine: Engine = Engine.MKDOCS,
) -> Built:
    """Build `site` from the folder `policies`, rendered by `engine`, as references are on the day `today`.

    What is published before it is rendered stays in `build/docs` beside the site. What `cache` knows is not worked
    out again; the result is the same to the byte. Raises UnreadableSource where there is nothing to build, where a
    folder to be replaced holds something else, or where another build is at work on it.
    """
    check_engine(engine)
    published = build_folder(site) / "docs"
    for folder in (site, published):
        _may_replace(folder, policies)
    memory = Remembered(cache)
    with alone(published.parent), at_hand(memory):
        recover(site)
        collection = gather(policies, jobs, progress, cache)
        collection = look_back(collection, policies, jobs, cache, partial(progress, "Looking back"))
        made = made_once(
            cache,
            published,
            partial(_published_from, collection, policies, today, memory),
            lambda: _publish(collection, policies, published, jobs, progress, today, memory),
        )
        faults = made_once(
            cache,
            site,
            lambda: _rendered_from(made.folder, engine),
            lambda: _render(published, site, engine, progress, cache),
            lambda: _rendered_from(folder_digest(published), engine),
        ).problems
        cache.tidy()
    rendered = not any(fault.severity is Severity.ERROR for fault in faults)
    return Built(collection, (*all_problems(collection), *faults), rendered)


def build_folder(site: Path) -> Path:
    """The folder beside a site for what is kept between builds."""
    return site.parent / "build"


def _publish(
    collection: Collection,
    policies: Path,
    published: Path,
    jobs: int,
    progress: Progress,
    today: date,
    memory: Remembered,
) -> Made:
    """Make the folder `published`."""
    with no_cycles():
        progress("Comparing", 0, 0)
        collection = refer(compare(collection, memory, jobs), today)
        progress("Publishing", 0, 0)
        stands = partial(_standing, published, memory)
        files = publish(collection, lambda file: policies / file, hand_written(DOCS), site_address(), memory, stands)
        files |= search_files(collection, memory)
        write(files, published, first=_MARK)
        return Made(contents_digest(files) if memory.keeps else b"", ())


def _standing(folder: Path, memory: Memory, name: str) -> bytes:
    """The digest of a file as it stands in a folder; empty where there is none."""
    path = folder / name
    return memory.digest(path.read_bytes()) if path.is_file() else b""


def _published_from(collection: Collection, policies: Path, today: date, memory: Remembered) -> bytes:
    """All that the published folder is made from: what was understood, originals, hand-written pages, the address.

    Of the day only what is out of date on it.
    """
    files = {policy.source.file: policies / policy.source.file for policy in collection.policies}
    records = (*collection.schools, *collection.policies, *collection.problems, *collection.histories.values())
    parts = (*map(memory.digest, records), *map(str.encode, collection.histories))
    originals = (path.read_bytes() for path in files.values())
    day = repr(facts_on(today)).encode()
    head = [b"published", version(), day, site_address().encode()]
    return digest(chain(head, parts, originals, [folder_digest(DOCS)]))


def _render(published: Path, site: Path, engine: Engine, progress: Progress, cache: Cache) -> Made:
    """Make the site, and see whether its links lead somewhere."""
    progress("Rendering", 0, 0)
    faults = render(published, site, engine=engine)
    failed = any(fault.severity is Severity.ERROR for fault in faults)
    held = folder_digest(site) if cache.keeps else b""
    return Made(held, faults if failed else (*faults, *check_site(site)))


def _rendered_from(published: bytes, engine: Engine) -> bytes:
    """All that the site is made from: what is `published` (its digest), the theme, settings, and its future address."""
    address = os.environ.get("SITE_URL", "")
    theme = folder_digest(MKDOCS_CONFIG.parent / "overrides")
    return digest([b"rendered", version(), published, theme, MKDOCS_CONFIG.read_bytes(), address.encode()])


def gather(policies: Path, jobs: int, progress: Progress, cache: Cache = NOTHING_KEPT) -> Collection:
    """Everything that is understood of the folder `policies`, with up to `jobs` processes.

    A document that `cache` knows is not read again.

    Raises UnreadableSource where there is no such folder or not one policy in it.
    """
    discovery = discover(policies)
    if not discovery.schools or (not discovery.found and discovery.problems):
        raise UnreadableSource(_nothing(policies, discovery.problems))
    settings = {slug: read_school(policies / slug, policies) for slug in discovery.schools}
    schools = {slug: school for slug, (school, _) in settings.items()}
    count = partial(progress, "Reading")
    understood = understand_all(discovery.found, schools, policies, jobs, cache, count)
    named, alike = _name_all([policy for part in understood for policy in part.policies], schools)
    severities, misset = read_severities(MKDOCS_CONFIG)
    problems = [
        *misset,
        *discovery.problems,
        *(_empty(school) for school in discovery.schools if school not in {file.school for file in discovery.found}),
        *(problem for _, faults in settings.values() for problem in faults),
        *(problem for part in understood for problem in part.problems),
        *alike,
    ]
    return _weighed(Collection(tuple(schools.values()), named, in_order(problems)), severities)


def _weighed(collection: Collection, severities: Severities) -> Collection:
    """The same with every problem as severe as the site's settings have it."""
    policies = (
        msgspec.structs.replace(policy, problems=weighed(policy.problems, severities)) for policy in collection.policies
    )
    return Collection(collection.schools, tuple(policies), weighed(collection.problems, severities))


def compare(collection: Collection, memory: Memory = NO_MEMORY, jobs: int = 1) -> Collection:
    """The same with the relations of clauses to those of other policies; what `memory` knows is not sought again.

    Up to `jobs` processes seek where there is much to do.
    """
    titles = {slug: matter.title for slug, matter in matters().items()}
    common = {slug for slug, matter in matters().items() if matter.general or matter.topic in COMMON_TOPICS}
    on_whom = {slug for slug, matter in matters().items() if matter.on_whom}
    relations = relate(list(clauses_of(collection.policies)), titles, common, on_whom, memory, jobs)
    return msgspec.structs.replace(collection, relations=relations)


def refer(collection: Collection, today: date) -> Collection:
    """The same with what its mentions refer to, as it is on the day `today`."""
    return msgspec.structs.replace(collection, references=resolve(collection.schools, collection.policies, today))


def refer_alone(school: School, policies: Sequence[Policy], today: date) -> tuple[References, ...]:
    """What the mentions of the policies of one file refer to, with no other policy of the school known."""
    apart = [msgspec.structs.replace(policy, slug=f"{number}") for number, policy in enumerate(policies)]
    found = resolve([school], apart, today)
    return tuple(found[f"{policy.school}/{policy.slug}"] for policy in apart)


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
    """`problems`, and what is due on the day `today`: reviews, and references that went out of date.

    All are as severe as the site's settings have them.
    """
    severities, _ = read_severities(MKDOCS_CONFIG)
    found = stale_references(collection.schools, collection.policies, today)
    due = [*check_reviews(collection.policies, today), *check_references(collection.policies, found)]
    return in_order(weighed([*problems, *due], severities))


def where_explained(code: str) -> str:
    """Where the message of a code is explained: its address on the site, where that is known."""
    try:
        address = site_address()
    except NotRendered:  # the settings cannot be read, which is what is to be told
        address = ""
    return f"{address}messages/#{code}" if address else f"docs/messages.md#{code}"


def _name_all(policies: Sequence[Policy], schools: dict[str, School]) -> tuple[tuple[Policy, ...], list[Problem]]:
    """Slugs for the policies of every school."""
    named: list[Policy] = []
    problems: list[Problem] = []
    for slug, group in groupby(policies, key=lambda policy: policy.school):
        some, alike = name_policies(tuple(group), schools[slug])
        named.extend(some)
        problems.extend(alike)
    return tuple(named), problems


def _may_replace(folder: Path, policies: Path) -> None:
    """Refuse to replace a folder that was not made by a build."""
    there, sources = folder.resolve(), policies.resolve()
    made_by_a_build = (there / _MARK).is_file()
    holds = there.is_dir() and any(path.is_file() for path in there.rglob("*"))
    if there.is_relative_to(sources) or sources.is_relative_to(there) or (there.exists() and not there.is_dir()):
        message = "The site would be written over other files."
    elif holds and not made_by_a_build:
        message = "The folder would be replaced, and what is in it was not made by Clauseway."
    else:
        return
    advice = "Choose another place for the site with --site, or empty the folder."
    raise UnreadableSource(Problem("folder-in-use", Severity.ERROR, message, str(folder), advice=advice))


def _empty(school: str) -> Problem:
    message = "There is no policy in this school's folder yet, so its page says that none is published."
    advice = "Put a policy (Word, PDF, OpenDocument, HTML or text) into it."
    return Problem("school-empty", Severity.INFO, message, school, advice=advice)


def _nothing(policies: Path, problems: Sequence[Problem]) -> Problem:
    message = "There is no policy to build from in this folder."
    advice = "Make a folder for the school in it and put the policies there (Word, PDF, OpenDocument, HTML or text)."
    if problems:
        advice = f"The first thing in the way: {problems[0].place}: {problems[0].message} {problems[0].advice}"
    return Problem("nothing-to-build", Severity.ERROR, message, str(policies), advice=advice)
