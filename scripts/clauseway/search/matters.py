"""The matters as people ask for them, with how many schools rule on each, and how."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from clauseway.memory import lasting
from clauseway.model import Duty, Findings, Policy
from clauseway.search.phrases import elsewhere, elsewhere_phrases, phrases
from clauseway.search.records import VERSION, Asked, Matters, MatterTopic, SearchElsewhere, SearchMatter
from clauseway.search.weights import postings, told
from clauseway.search.wordlist import site_keys
from clauseway.vocabulary.catalogue import Matter, topics

Said = dict[str, Counter[str]]
"""By matter and duty, the number of schools that rule so first of all."""


def matters_file(said: Said) -> Matters:
    """All matters of the catalogue, with what the schools say."""
    return Matters(
        version=VERSION,
        topics=[
            MatterTopic(topic.slug, topic.title, any(matter.slug in said for matter in topic.matters))
            for topic in topics()
        ],
        matters=[_entry(matter, place, said) for place, topic in enumerate(topics()) for matter in topic.matters],
        elsewhere=[SearchElsewhere(subject.title, subject.where) for subject in elsewhere()],
    )


def asked() -> Asked:
    """By which words people ask for the matters, and for what usually stands elsewhere."""
    return lasting("postings of matters", Asked, lambda: Asked(VERSION, _known()))


def _known() -> list[str]:
    listed = (matter for topic in topics() for matter in topic.matters)
    index = postings(map(told, (*map(phrases, listed), *map(elsewhere_phrases, elsewhere()))))
    return [index.get(key, "") for key in site_keys()]


def _entry(matter: Matter, topic: int, said: Said) -> SearchMatter:
    binds = " ".join(audience.value[:2] for audience in matter.binds)
    schools = dict(sorted(said.get(matter.slug, Counter()).items()))
    return SearchMatter(matter.slug, matter.title, topic, binds, schools)


def add_school(said: Said, policies: Sequence[Policy]) -> None:
    """Count one more school: for each matter the duty of the clause that fits it best, rules before what sets none."""
    for slug, some in _by_matter(policies).items():
        _, _, duty = max(some)
        said.setdefault(slug, Counter())[duty] += 1


def _by_matter(policies: Iterable[Policy]) -> dict[str, list[tuple[bool, float, str]]]:
    found: dict[str, list[tuple[bool, float, str]]] = defaultdict(list)
    for findings in _findings(policies):
        for fit in findings.matters:
            found[fit.slug].append((findings.duty is not Duty.NONE, fit.score, findings.duty.value))
    return found


def _findings(policies: Iterable[Policy]) -> Iterator[Findings]:
    for policy in policies:
        yield from filter(None, policy.findings)
