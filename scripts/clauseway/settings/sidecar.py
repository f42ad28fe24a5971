"""Reading a sidecar: what a person states about the policy, or the policies, of one source."""

from __future__ import annotations

from pathlib import Path

import yaml
from msgspec import UNSET

from clauseway.model import Sidecar, Stating
from clauseway.problems import Problem
from clauseway.settings.fields import Reading, drain, entries, read_record, unknown_key
from clauseway.settings.lines import error, read_nodes, relative

_SPLIT = "policies"


def read_sidecar(path: Path, root: Path) -> tuple[Sidecar, tuple[Problem, ...]]:
    """The sidecar at `path` under `root`, with every fault in it. Whatever is sound is used."""
    file = relative(path, root)
    node, problems = read_nodes(path, root)
    if node is None:
        return Sidecar(file, (Stating(),)), problems
    if any(isinstance(key, yaml.ScalarNode) and key.value == _SPLIT for key, _ in node.value):
        statings, faults = drain(_read_split(node, file))
        return Sidecar(file, statings or (Stating(),), splits=bool(statings)), faults
    values, faults = drain(read_record(node, Stating, file, hidden=("starts_at",)))
    return Sidecar(file, (Stating(**values),)), faults


def _read_split(node: yaml.MappingNode, file: str) -> Reading:
    """The statings of a file that holds several policies; none where one of them does not say where it starts."""
    statings: list[Stating] = []
    for key, line, value in (yield from entries(node, file)):
        if key != _SPLIT and key in Stating.__struct_fields__:
            advice = f"Move it into the policies under `{_SPLIT}:` for which it is true."
            yield error("settings-unknown-key", f"`{key}` cannot stand beside `{_SPLIT}`.", file, line, advice)
        elif key != _SPLIT:
            yield unknown_key(key, [_SPLIT], file, line)
        elif not isinstance(value, yaml.SequenceNode) or not value.value:
            message = f"`{_SPLIT}` should be a list with one part for each policy."
            yield error("settings-wrong-type", message, file, line, "Start each part with `- starts_at:`.")
        else:
            for part in value.value:
                statings.append((yield from _read_part(part, file)))
    return tuple(statings) if all(stating.starts_at for stating in statings) else ()


def _read_part(node: yaml.Node, file: str) -> Reading:
    """One policy of several."""
    values = yield from read_record(node, Stating, file)
    sound = {} if values is UNSET else values
    if values is not UNSET and "starts_at" not in values:
        advice = "Add `starts_at:` and the words of the line at which the policy starts."
        message = "A policy of the list does not say where it starts, so the file is not divided by this list."
        yield error("settings-missing-key", message, file, node.start_mark.line + 1, advice)
    return Stating(**sound)
