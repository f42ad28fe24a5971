"""What changed between two editions, for the terminal; what is added and left out is told by signs and colour."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from clauseway.model import Change, ChangeKind, Comparison, FactChange, Passage, Run, Step
from clauseway.telling import FACTS, called_out_in_words, in_short, kinds_in_words, section_before
from clauseway.visible import visible

_SIGNS = {Step.SAME: ("", "", ""), Step.ADDED: ("{+", "+}", "green"), Step.REMOVED: ("[-", "-]", "red")}


def account_of_changes(title: str, found: Comparison) -> Group:
    """A policy's changes in reading order; all text of the documents is made visible."""
    return Group(
        Text(visible(title), "bold underline"),
        Text(f"{_sentence(found)}", "dim"),
        *map(_fact, found.facts),
        *(line for change in found.changes for line in _lines(change)),
    )


def _sentence(found: Comparison) -> str:
    short = in_short(found)
    more = f" {found.relaid} of the same words stand otherwise." if found.relaid else ""
    return f"{short[:1].upper()}{short[1:]}.{more}"


def _fact(fact: FactChange) -> RenderableType:
    runs = (Run(Step.REMOVED, fact.before), Run(Step.ADDED, fact.after))
    return Text.assemble((FACTS[fact.field], "bold"), ": ", *_signed(run for run in runs if run.words))


def _lines(change: Change) -> Iterator[RenderableType]:
    one = change.after or change.before or Passage("", "", (), "", "")
    yield Text.assemble("\n", (kinds_in_words(change), "bold"), visible(_where(change, one)))
    if change.called_out:
        yield _indented(Text(visible(called_out_in_words(change)), "bold yellow"))
    yield _indented(Text.assemble(*_wording(change, one)))


def _indented(text: Text) -> Padding:
    return Padding(text, (0, 0, 0, 4), expand=False)


def _where(change: Change, one: Passage) -> str:
    """` 2.1.5 (was 2.1.4), under Rules`."""
    number = f" {one.number}" if one.number else " heading" if one.heading else ""
    before = change.before.number if change.before else ""
    renumbered = ChangeKind.RENUMBERED in (change.kind, *change.also)
    was = f" (was {before or 'without a number'})" if renumbered else ""
    under = f", under {' › '.join(one.section_path)}" if one.section_path else ""
    came = f", before under {section_before(change)}" if section_before(change) else ""
    return f"{number}{was}{under}{came}"


def _wording(change: Change, one: Passage) -> Iterable[tuple[str, str]]:
    if change.kind is ChangeKind.REWORDED:
        return _signed((*change.lead_in, *change.text, *change.tail))
    step = {ChangeKind.ADDED: Step.ADDED, ChangeKind.REMOVED: Step.REMOVED}.get(change.kind, Step.SAME)
    whole = (Run(Step.SAME, one.lead_in), Run(step, one.text), Run(Step.SAME, one.tail))
    return _signed(run for run in whole if run.words)


def _signed(runs: Iterable[Run]) -> Iterator[tuple[str, str]]:
    for number, run in enumerate(runs):
        before, after, style = _SIGNS[run.step]
        yield (" " if number else "", "")
        yield (f"{before}{visible(run.words)}{after}", style)
