"""How much each kind of problem matters on this site: `extra: clauseway: severities:` in the site's settings."""

from __future__ import annotations

import difflib
from collections.abc import Generator, Mapping
from pathlib import Path

import yaml

from clauseway.problems import Problem, Severities, Severity
from clauseway.settings.fields import drain, entries
from clauseway.settings.lines import error, read_nodes
from clauseway.vocabulary import load

_WAY = ("extra", "clauseway", "severities")
_OFF = "off"


def read_severities(config: Path) -> tuple[Severities, tuple[Problem, ...]]:
    """The severity of each code that the settings name, None for one that is off, and what is wrong with them.

    Only this part is read: the other settings belong to the renderer, which checks them itself.
    """
    node: yaml.Node | None
    node, problems = read_nodes(config, config.parent)
    for name in _WAY:
        node = _inner(node, name)
    if node is None:
        return {}, problems
    found, faults = drain(_read(node, config.name))
    return found, (*problems, *faults)


def _inner(node: yaml.Node | None, name: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for key, value in pairs if isinstance(key, yaml.ScalarNode) and key.value == name), None)


def _read(node: yaml.Node, file: str) -> Generator[Problem, None, Mapping[str, Severity | None]]:
    found: dict[str, Severity | None] = {}
    if not isinstance(node, yaml.MappingNode):
        if node.value:
            message = "`severities` should be codes, each with a severity."
            advice = "Write one a line, such as `reading-hard: off`."
            yield error("settings-wrong-type", message, file, node.start_mark.line + 1, advice)
        return found
    codes = load("codes")["codes"]
    for code, line, value in (yield from entries(node, file)):
        # YAML takes a bare `off` for a boolean; what is written counts.
        word = value.value if isinstance(value, yaml.ScalarNode) else ""
        if code not in codes:
            near = difflib.get_close_matches(code, codes, n=1)
            hint = f"Did you mean `{near[0]}`? " if near else ""
            advice = f"{hint}docs/messages.md lists all codes."
            yield error("settings-unknown-key", f"`{code}` is no code of a message.", file, line, advice)
        elif word != _OFF and word not in list(Severity):
            advice = f"Allowed: {_OFF}, {', '.join(reversed(Severity))}."
            yield error("settings-value", f"`{code}` cannot be “{word}”.", file, line, advice)
        else:
            found[code] = None if word == _OFF else Severity(word)
    return found
