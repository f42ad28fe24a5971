"""What the search page fetches, as records: one file a school, one a policy, and some for the whole site."""

from __future__ import annotations

import msgspec

VERSION = 1
"""Version of these files; the page and its files always come from one build."""


class SchoolShard(msgspec.Struct, frozen=True):
    """`search/data/<school>-<check>.json`: the clauses of one school by the words in them, without their texts."""

    version: int
    """Version of the format."""
    school: str
    """Slug of the school."""
    policies: list[ShardPolicy]
    """Its policies."""
    clauses: ShardClauses
    """What is known of its clauses before their texts are there, policy by policy in reading order."""
    matters: list[int]
    """Places in `Matters.matters` of the matters that its clauses rule on."""
    treats: list[int]
    """Places in `Matters.elsewhere` of what its titles and headings are about all the same."""
    known: list[str]
    """Which clauses have which words of the site's (see `weights.postings`), in the order of `Words.forms` and
    `Words.groups`; empty where the slices have it."""
    forms: list[str]
    """Its words that are not among the site's (see `Words.forms`)."""
    index: list[str]
    """Which clauses have which of these, in their order; empty where the family is among the site's."""


class ShardPolicy(msgspec.Struct, frozen=True, array_like=True):
    """One policy."""

    slug: str
    """Its part of the address."""
    title: str
    """As printed."""
    kind: str
    """What it is about."""
    language: str
    """`en` or `cy`."""
    review_date: str
    """ISO 8601 at the precision stated; empty where no next review is stated."""
    clauses: int
    """How many clauses it has."""
    texts: str
    """Name of the file with their texts."""


class ShardClauses(msgspec.Struct, frozen=True):
    """What is known of clauses before their texts are there, property by property: so it compresses best."""

    numbers: list[str]
    """Their numbers as printed, or empty."""
    duties: str
    """How strongly each binds, a letter for each (see `shards.DUTIES`)."""
    audiences: str
    """Whom each binds: `a` for nobody, and as many letters on as the sum of 1 (staff), 2 (parents), 4 (pupils), 8
    (governors)."""
    matters: list[list[int]]
    """For each matter of each its place in the school's `matters` times 16 plus how well it fits, to 15."""


class PolicyTexts(msgspec.Struct, frozen=True):
    """`search/data/<school>-<policy>-<check>.json`: the texts of one policy."""

    version: int
    """Version of the format."""
    clauses: list[ClauseText]
    """Those of its clauses, in reading order."""
    shared: list[str]
    """Lead-ins, tails and section paths, each once: clauses name them by place."""


class ClauseText(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """The texts of one clause; the place of one that is absent is -1."""

    anchor: str
    """Its id on the policy's page."""
    text: str
    """Its own words."""
    lead_in: int
    """Place of its lead-in in `shared`."""
    tail: int
    """Place of its tail."""
    section: int
    """Place of its section path, joined with ` › `."""


class Words(msgspec.Struct, frozen=True):
    """`search/data/words-<check>.json`: how a query is understood."""

    version: int
    """Version of the format."""
    forms: list[str]
    """A line for each family of words: its key (empty where it is the beginning), the beginning that its words share,
    and their endings, separated by commas."""
    groups: list[WordGroup]
    """Words that may stand for one another."""
    stop: str
    """Words that carry no matter, separated by spaces."""
    soft: str
    """Families that never decide whether there is an answer."""
    asks: dict[str, list[str]]
    """By audience, phrases that tell who asks."""
    duties: dict[str, list[str]]
    """By duty, phrases that ask for it."""
    everyday: str
    """Words that are no mistake although nothing here has them."""
    slices: str
    """For each of `forms`, then of `groups`, the slice that it lies in: `0` is the first, and so on through Unicode."""


class WordGroup(msgspec.Struct, frozen=True, array_like=True):
    """One group: its name, its phrases (families, separated by spaces), wider groups, groups near to it (places)."""

    name: str
    phrases: list[str]
    wider: list[int]
    near: list[int]


class Matters(msgspec.Struct, frozen=True):
    """`search/data/matters-<check>.json`: what schools rule on, and what people call it."""

    version: int
    """Version of the format."""
    topics: list[MatterTopic]
    """The topics in their order."""
    matters: list[SearchMatter]
    """The matters, topic by topic."""
    elsewhere: list[SearchElsewhere]
    """What people ask for and policies rarely settle."""


class Asked(msgspec.Struct, frozen=True):
    """`search/data/asked-<check>.json`: by which words people ask for matters, fetched to suggest them."""

    version: int
    """Version of the format."""
    known: list[str]
    """Which matters, and after them which of `Matters.elsewhere`, people ask for with which words, in the order of
    `Words.forms` and `Words.groups`."""


class Slice(msgspec.Struct, frozen=True):
    """`search/data/slice-<place>-<check>.json`: a part of the index, fetched for the queries whose words lie in it."""

    version: int
    """Version of the format."""
    known: list[str]
    """What `Asked.known` has for the keys that lie in it (see `Words.slices`), in their order."""
    schools: list[list[str]]
    """For each school of the manifest, which of its clauses have which of them; none where a shard says it itself."""


class MatterTopic(msgspec.Struct, frozen=True, array_like=True):
    """A topic: slug, title, whether it has a page."""

    slug: str
    title: str
    page: bool


class SearchMatter(msgspec.Struct, frozen=True, array_like=True):
    """A matter, with how many schools say how much about it."""

    slug: str
    title: str
    topic: int
    """Place of its topic in `topics`."""
    binds: str
    """Whom it usually binds: the first two letters of each."""
    schools: dict[str, int]
    """By duty, how many schools rule so first of all; empty where no school says anything."""


class SearchElsewhere(msgspec.Struct, frozen=True, array_like=True):
    """What is no matter: its title, and where it usually stands, said of “this”."""

    title: str
    where: str


class Manifest(msgspec.Struct, frozen=True):
    """`search/data/manifest.json`: what there is to fetch."""

    version: int
    """Version of the format."""
    words: str
    """File name of the words."""
    matters: str
    """File name of the matters."""
    titles: str
    """File name of the policies' titles."""
    asked: str
    """File name of the words by which people ask for matters."""
    slices: list[str]
    """File names of the slices of the index."""
    together: bool
    """Whether the shards of all schools are small enough to be fetched together."""
    schools: list[ManifestSchool]
    """The schools, by slug."""


class ManifestSchool(msgspec.Struct, frozen=True, array_like=True):
    """A school."""

    slug: str
    """Its part of every address."""
    name: str
    """Full name."""
    called: list[str]
    """What people call it and no other school, longest first."""
    file: str
    """Name of its shard."""
    size: int
    """Compressed bytes of all that its shard and the slices have of it."""


class Titles(msgspec.Struct, frozen=True):
    """`search/data/titles-<check>.json`: the policies by name, fetched to suggest them."""

    version: int
    """Version of the format."""
    policies: list[list[tuple[str, str]]]
    """Slug and title of each policy, for each school in the order of the manifest."""
