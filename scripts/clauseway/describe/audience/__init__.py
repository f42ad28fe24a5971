"""Whom a clause binds, or tells about their own conduct or rights.

Order of decision: whoever acts in the clause; else in its lead-in; else whom its heading names; else whom the policy
addresses. A clause without a duty is about those of the policy's addressees that it names.
"""

from __future__ import annotations

from clauseway.describe.audience.case import NOBODY, PUPILS, STAFF, Case
from clauseway.describe.audience.columns import in_a_column
from clauseway.describe.audience.people import Groups, People, ordered
from clauseway.describe.audience.rules import FOR_DUTIES, FOR_STATEMENTS, FOR_TAILS, Rule
from clauseway.describe.duty import find_duty
from clauseway.describe.duty.cells import Cell, context_of, ruling_cell
from clauseway.describe.findings import ClauseContext, Evidence, Within
from clauseway.describe.reading import read
from clauseway.model import Audience, Duty

_ASKED = frozenset({Duty.SHOULD, Duty.SHOULD_NOT})  # what is asked of pupils is theirs, whoever reads it
_ADDRESSEES = (Evidence("addressees", within=Within.SCOPE),)


def find_audiences(
    clause: ClauseContext, addressees: tuple[Audience, ...], groups: Groups
) -> tuple[tuple[Audience, ...], tuple[Evidence, ...]]:
    """Give the audiences of a clause in fixed order, and the words that decided.

    `addressees` are those of the policy, `groups` those that its document defines.
    """
    duty, _, why = find_duty(clause)
    return audiences_of(clause, People(addressees, groups), duty, why[0])


def audiences_of(
    clause: ClauseContext, people: People, duty: Duty, decided: Evidence
) -> tuple[tuple[Audience, ...], tuple[Evidence, ...]]:
    """Give the audiences of a clause whose duty is known, with the words that decided it."""
    case = Case(clause, people, read(clause.text), decided)
    if clause.cells and duty is not Duty.NONE and not in_a_column(case):
        cell = ruling_cell(clause, decided)
        if cell is not None:
            return _of_cell(cell, case, duty)
    return _of_case(case, duty)


def _of_cell(cell: Cell, case: Case, duty: Duty) -> tuple[tuple[Audience, ...], tuple[Evidence, ...]]:
    """Ask the rules of the cell that decides, as though it stood alone."""
    path = case.clause.section_path
    back = cell.lifted(case.decided)
    audiences, why = _of_case(Case(context_of(cell, case.clause), case.people, read(cell.text), back), duty)
    return audiences, cell.moved(why, path)


def _of_case(case: Case, duty: Duty) -> tuple[tuple[Audience, ...], tuple[Evidence, ...]]:
    addressees = case.people.addressees
    for rule in _rules(case, duty):
        stated = rule(case)
        if not stated:
            continue
        found = [one for one in stated if one[0].audiences]
        if found:
            audiences = NOBODY.union(*[f.audiences for f, _ in found])
            evidence = tuple([evidence for _, evidence in found])
            if audiences == PUPILS and addressees and Audience.PUPILS not in addressees and duty not in _ASKED:
                return ordered(PUPILS | (case.addressed & STAFF)), (*evidence, Evidence("in-their-care"))
            return ordered(audiences), evidence
    return ordered(frozenset(addressees)), _ADDRESSEES


def _rules(case: Case, duty: Duty) -> tuple[Rule, ...]:
    """Give the rules to be asked of a clause with a duty, or without one."""
    if duty is Duty.NONE:
        return FOR_STATEMENTS
    return FOR_TAILS if case.decided.within is Within.TAIL else FOR_DUTIES


__all__ = ["Groups", "People", "audiences_of", "find_audiences"]
