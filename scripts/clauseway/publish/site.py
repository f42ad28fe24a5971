"""Everything that is published, as files by path: pages as Markdown, data, and the originals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, groupby
from pathlib import Path

from clauseway.memory import NO_MEMORY, Memory, Standing
from clauseway.model import Collection, Policy, School
from clauseway.publish.cited import Cited
from clauseway.publish.compare import compare_door, compare_files
from clauseway.publish.data import CLAUSE_COLUMNS, csv_lines, page_url, policy_list, to_json
from clauseway.publish.moved import moved_pages
from clauseway.publish.originals import original_name
from clauseway.publish.others import Others
from clauseway.publish.pages import home_page, school_page, schools_page
from clauseway.publish.policy_pages import PolicyPages
from clauseway.publish.readers import READERS, Across, Shelf, reader_page
from clauseway.publish.recent import changes_by_school, edition_changes, news, recent
from clauseway.publish.references import titles_of
from clauseway.publish.reviews import review_files, review_news
from clauseway.publish.schema import schemas
from clauseway.publish.school_part import SchoolPart, school_part
from clauseway.publish.search_page import search_page
from clauseway.publish.stances import Stances

HOME = "index.md"
"""The home page, relative to the published folder."""

Files = dict[str, str | bytes | Path | Standing]
"""Files by path relative to the published folder, with `/`: their text; as bytes those of which there are many, to
save memory; as a path those that are copied; and those that stand there as they are to be.
"""


def publish(
    collection: Collection,
    original: Callable[[str], Path],
    pages: Mapping[str, bytes],
    address: str = "",
    memory: Memory = NO_MEMORY,
    stands: Callable[[str], bytes] = lambda _: b"",
) -> Files:
    """All files of the site before it is rendered, by path relative to the published folder.

    `original` gives the place of a source by its path within the policies folder; `pages` are the
    hand-written pages by path (see `hand_written`), which published files of the same path replace; `address` is that
    of the site, with a slash at its end, or empty where it is not known. What `memory` knows is not made again, and
    what stands there already is left: `stands` gives the digest of the file at a path, empty where there is none.
    """
    policies = {slug: list(some) for slug, some in groupby(collection.policies, key=lambda policy: policy.school)}
    files: Files = {**pages}
    shelves: list[Shelf] = []
    rows = [csv_lines([CLAUSE_COLUMNS])]
    across, stances, others, cited = Across(), Stances(), Others(collection), Cited()
    titles = titles_of(collection)
    lately = changes_by_school(collection)
    for school in collection.schools:
        some = [PolicyPages(one, school, collection, others, titles) for one in policies.get(school.slug, ())]
        for one in some:
            files |= dict(one.files(memory, stands)) | _original(one.policy, original)
        part = _school_part(school, some, memory)
        shelf = Shelf(school, part.entries, part.counts, part.outdated)
        files |= part.pages
        files[f"schools/{school.slug}/index.md"] = school_page(shelf, recent(school, lately[school.slug]))
        shelves.append(shelf)
        rows.append(part.rows)
        cited.add(school, part.cited)
        for audience, concerned in part.concerned.items():
            across.add(audience, concerned)
        if some:
            stances.add(school, part.said)
    files["data/policies.json"] = to_json(policy_list(entry for shelf in shelves for entry in shelf.entries))
    files["data/clauses.csv"] = "".join(rows)
    files["references/index.md"] = cited.page()
    files |= review_files(shelves, address, edition_changes(chain.from_iterable(lately.values())), memory)
    files |= schemas() | compare_files(stances) | _lists(shelves, across)
    files["search/index.md"] = search_page(shelves, stances)
    files[HOME] = _home(pages, shelves, stances, news(chain.from_iterable(lately.values())))
    return moved_pages(collection, files) | files


def hand_written(folder: Path) -> dict[str, bytes]:
    """The hand-written pages under `folder`, by path relative to it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _school_part(school: School, policies: Sequence[PolicyPages], memory: Memory) -> SchoolPart:
    grounds = [school, *(ground for one in policies for ground in one.grounds())]
    return memory.made(grounds, SchoolPart, lambda: school_part(school, [one.file for one in policies]))


def _original(policy: Policy, original: Callable[[str], Path]) -> Files:
    """The copy of the file that a policy came from, where it is offered."""
    name = original_name(policy.source)
    return {f"{page_url(policy.school, policy.slug)}{name}": original(policy.source.file)} if name else {}


def _lists(shelves: Sequence[Shelf], across: Across) -> Files:
    """The pages for all schools."""
    files: Files = {f"{audience}/index.md": reader_page(audience, shelves, across.of(audience)) for audience in READERS}
    files["schools/index.md"] = schools_page(shelves)
    return files


def _home(pages: Mapping[str, bytes], shelves: Sequence[Shelf], stances: Stances, lines: Sequence[str]) -> str:
    """The home page, with the news in `lines` and those on reviews."""
    return home_page(pages[HOME].decode(), shelves, compare_door(stances), [*lines, *review_news(shelves)])
