"""Everything that is published, as files by path: pages as Markdown, data, and the originals."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import chain, groupby
from pathlib import Path

from clauseway.model import Collection, History, Piece, Policy, Role, School
from clauseway.publish.anchors import anchors
from clauseway.publish.body import Part, body
from clauseway.publish.change_data import changes_file
from clauseway.publish.changes_page import changed_line, changes_page
from clauseway.publish.cited import Cited
from clauseway.publish.compare import compare_door, compare_files
from clauseway.publish.data import (
    CLAUSE_COLUMNS,
    clause_rows,
    csv_lines,
    page_url,
    policy_entry,
    policy_file,
    policy_list,
    to_json,
)
from clauseway.publish.extracts import extracts, total
from clauseway.publish.front import front_matter, yaml_block
from clauseway.publish.glance import glance
from clauseway.publish.moved import moved_pages
from clauseway.publish.originals import original_name
from clauseway.publish.others import Others
from clauseway.publish.pages import home_page, school_page, schools_page
from clauseway.publish.readers import READERS, Across, Shelf, reader_page, school_reader_page
from clauseway.publish.recent import Changed, changes_by_school, edition_changes, news, recent
from clauseway.publish.records import PolicyFile
from clauseway.publish.references import Referring, titles_of
from clauseway.publish.reviews import review_files, review_news
from clauseway.publish.schema import schemas
from clauseway.publish.search_page import search_page
from clauseway.publish.stances import Stances
from clauseway.publish.summary import summary
from clauseway.publish.text import markdown

HOME = "index.md"
"""The home page, relative to the published folder."""

Files = dict[str, str | bytes | Path]
"""Files by path relative to the published folder, with `/`: their text; as bytes those of which there are many, to
save memory; as a path those that are copied.
"""


def publish(
    collection: Collection, original: Callable[[str], Path], pages: Mapping[str, bytes], address: str = ""
) -> Files:
    """All files of the site before it is rendered, by path relative to the published folder.

    `original` gives the place of a source by its path within the policies folder; `pages` are the
    hand-written pages by path (see `hand_written`), which published files of the same path replace; `address` is that
    of the site, with a slash at its end, or empty where it is not known.
    """
    policies = {slug: list(some) for slug, some in groupby(collection.policies, key=lambda policy: policy.school)}
    files: Files = {**pages}
    shelves: list[Shelf] = []
    rows = [csv_lines([CLAUSE_COLUMNS])]
    across, stances, others, cited = Across(), Stances(), Others(collection), Cited()
    titles = titles_of(collection)
    lately = changes_by_school(collection)
    for school in collection.schools:
        published = [
            _policy_files(policy, school, collection, others, titles, original, files)
            for policy in policies.get(school.slug, ())
        ]
        rows += map(clause_rows, published)
        stances.add(school, published)
        shelves.append(_school_files(school, published, lately[school.slug], across, cited, files))
    files["data/policies.json"] = to_json(policy_list(entry for shelf in shelves for entry in shelf.entries))
    files["data/clauses.csv"] = "".join(rows)
    files["references/index.md"] = cited.page()
    files |= review_files(shelves, address, edition_changes(chain.from_iterable(lately.values())))
    files |= schemas() | compare_files(stances) | _lists(shelves, across)
    files["search/index.md"] = search_page(shelves, stances)
    files[HOME] = _home(pages, shelves, stances, news(chain.from_iterable(lately.values())))
    return moved_pages(collection, files) | files


def hand_written(folder: Path) -> dict[str, bytes]:
    """The hand-written pages under `folder`, by path relative to it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _policy_files(
    policy: Policy,
    school: School,
    collection: Collection,
    others: Others,
    titles: Mapping[str, str],
    original: Callable[[str], Path],
    files: Files,
) -> PolicyFile:
    """Add the page, the data and the original of `policy` to `files`."""
    front = front_matter(policy, school)
    history = collection.histories.get(f"{policy.school}/{policy.slug}")
    parts = _parts(policy, others, _referring(policy, collection, titles), history, front.language)
    file = policy_file(policy, front, parts, collection.relations)
    folder = page_url(policy.school, policy.slug)
    head = [
        yaml_block(front),
        f"# {markdown(front.title)}\n",
        glance(front, school, policy.source),
        changed_line(history) if history else "",
        summary(file.clauses),
    ]
    files[f"{folder}index.md"] = "\n".join([*filter(None, head), body(parts, front.title)]).encode()
    files[f"{folder}policy.json"] = to_json(file)
    if history:
        files[f"{folder}changes/index.md"] = changes_page(front, history).encode()
        files[f"{folder}changes.json"] = to_json(changes_file(policy, history))
    if name := original_name(policy.source):
        files[f"{folder}{name}"] = original(policy.source.file)
    return file


def _parts(
    policy: Policy, others: Others, referring: Referring, history: History | None, language: str
) -> tuple[Part, ...]:
    """The pieces of `policy`, each with its anchors, what is found about it, what it refers to, and what others say."""
    findings, named = policy.findings or (None,) * len(policy.pieces), _anchors(policy)
    formerly = _formerly(history, named)
    return tuple(
        Part(
            piece,
            anchor,
            found,
            referring.below(place) + others.after(f"{policy.school}/{policy.slug}#{anchor}"),
            referring.of(place) if piece.role is Role.CLAUSE else (),
            formerly.get(anchor, ()),
            language,
        )
        for place, (piece, anchor, found) in enumerate(zip(policy.pieces, named, findings, strict=True))
    )


def _formerly(history: History | None, taken: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The earlier anchors of each clause; one that something else on the page has today is left to that."""
    found: dict[str, tuple[str, ...]] = {}
    for old, new in history.aliases.items() if history else ():
        if old not in taken:
            found[new] = (*found.get(new, ()), old)
    return found


def _anchors(policy: Policy) -> tuple[str, ...]:
    """The anchor of each piece; empty for what cannot be linked to."""
    named = iter(anchors([piece for piece in policy.pieces if _is_anchored(piece)]))
    return tuple(
        next(named) if _is_anchored(piece) else clause for piece, clause in zip(policy.pieces, policy.ids, strict=True)
    )


def _referring(policy: Policy, collection: Collection, titles: Mapping[str, str]) -> Referring:
    references = collection.references.get(f"{policy.school}/{policy.slug}", ())
    return Referring(policy, references, _anchors(policy), titles)


def _is_anchored(piece: Piece) -> bool:
    """Whether `piece` is no clause but can be linked to."""
    return piece.role is Role.HEADING or (piece.role is Role.LEAD_IN and piece.number != "")


def _school_files(
    school: School,
    policies: Sequence[PolicyFile],
    lately: Sequence[Changed],
    across: Across,
    cited: Cited,
    files: Files,
) -> Shelf:
    """Add the pages of `school` to `files`, to `across` what its readers are shown, and to `cited` what it names."""
    concerned = {audience: [extracts(file, audience) for file in policies] for audience in READERS}
    counts = {audience: total(some) for audience, some in concerned.items()}
    references, old = cited.add(school, policies)
    files[f"schools/{school.slug}/references/index.md"] = references.encode()
    shelf = Shelf(school, [policy_entry(file) for file in policies], counts, old)
    for audience, some in concerned.items():
        files[f"schools/{school.slug}/{audience}/index.md"] = school_reader_page(audience, shelf, some).encode()
        across.add(audience, some)
    files[f"schools/{school.slug}/index.md"] = school_page(shelf, recent(school, lately))
    return shelf


def _lists(shelves: Sequence[Shelf], across: Across) -> Files:
    """The pages for all schools."""
    files: Files = {f"{audience}/index.md": reader_page(audience, shelves, across.of(audience)) for audience in READERS}
    files["schools/index.md"] = schools_page(shelves)
    return files


def _home(pages: Mapping[str, bytes], shelves: Sequence[Shelf], stances: Stances, lines: Sequence[str]) -> str:
    """The home page, with the news in `lines` and those on reviews."""
    return home_page(pages[HOME].decode(), shelves, compare_door(stances), [*lines, *review_news(shelves)])
