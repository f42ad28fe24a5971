"""Front matter: what is known of a policy as a whole, as a record and as YAML."""

from __future__ import annotations

from collections import Counter

import msgspec
import yaml

from clauseway.model import Policy, School
from clauseway.publish.records import FrontMatter, SourceFile
from clauseway.vocabulary.catalogue import matters

try:
    from yaml import CSafeDumper as _Dumper
except ImportError:  # PyYAML without libyaml writes the same, more slowly
    from yaml import SafeDumper as _Dumper  # type: ignore[assignment]

_WIDE = 1_000_000_000


def front_matter(policy: Policy, school: School) -> FrontMatter:
    """What is known of `policy` as a whole."""
    said, source = policy.metadata, policy.source
    return FrontMatter(
        title=said.title,
        school=school.slug,
        school_name=school.name,
        policy=policy.slug,
        kind=said.kind,
        scope=said.scope,
        audience=said.audience,
        approved=said.approved,
        approved_by=said.approved_by,
        reviewed=said.reviewed,
        review_date=said.review_date,
        review_cycle=said.review_cycle,
        owner=said.owner,
        language=said.language or school.language,
        topics=_topics(policy),
        source=SourceFile(source.file, source.sha256, source.format, source.pages),
        stated=said.stated,
        problems=policy.problems,
    )


def _topics(policy: Policy) -> tuple[str, ...]:
    """The topics that its clauses deal with, the commonest first; those of a clause or two are left out."""
    found = Counter(matters()[fit.slug].topic for one in policy.findings if one for fit in one.matters)
    return tuple(topic for topic, count in sorted(found.items(), key=lambda pair: (-pair[1], pair[0])) if count > 2)


def yaml_block(values: object) -> str:
    """`values` (a record or mapping) as YAML between `---` lines; every text is quoted, so that it stays text."""
    node = _node(msgspec.to_builtins(values))
    written: str = yaml.serialize(node, Dumper=_Dumper, allow_unicode=True, width=_WIDE)
    return f"---\n{written}---\n"


def _node(value: object) -> yaml.Node:
    if isinstance(value, dict):
        pairs = [(yaml.ScalarNode("tag:yaml.org,2002:str", key), _node(item)) for key, item in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=False)
    if isinstance(value, list | tuple):
        return yaml.SequenceNode("tag:yaml.org,2002:seq", [_node(item) for item in value], flow_style=not value)
    if isinstance(value, int):
        return yaml.ScalarNode("tag:yaml.org,2002:int", str(value))
    return yaml.ScalarNode("tag:yaml.org,2002:str", value, style='"')
