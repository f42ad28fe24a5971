"""How fast clauses of very many schools are related, and whether planted ones are found.

`python -m tests.benchmarks.relations` prints the part of the results, `… run SCHOOLS POLICIES JOBS` measures once. The clauses
are those of made-up schools (`tests.benchmarks.search.schools`). In each school one wording of every rule is planted
that is labelled in the half `dev` of `tests.measure.unseen`. So it is known of each planted clause which others rule on
the same, and which of these differ.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

import msgspec

from clauseway.memory import no_cycles
from clauseway.model import Related, Relation
from clauseway.relate import Clause, clauses_of, relate
from clauseway.vocabulary.catalogue import COMMON_TOPICS, matters
from tests.benchmarks.search.schools import pool, schools
from tests.measure import unseen

ROOT: Final = Path(__file__).parents[2]
SEED: Final = 1
SIZES: Final = ((20, 37, 1), (20, 37, 2), (80, 37, 2))
"""Schools, policies of each, and processes: with what is planted, 80 schools have 180,000 clauses."""
SECONDS_GOAL, MEMORY_GOAL = 180, 3000


class Plant(msgspec.Struct, frozen=True):
    """One wording of a rule."""

    rule: str
    """The rule."""
    stance: str
    """What it says of it."""
    clause: Clause
    """The clause with what was found about it where it stands."""


def wordings() -> dict[str, list[Plant]]:
    """The rules that several labelled clauses are on, each with its wordings."""
    label, known = unseen.names("dev"), unseen.labels("dev")
    found: dict[str, list[Plant]] = {}
    for one in clauses_of(unseen.collection("dev").policies):
        groups = known[label[one.id]].groups if one.id in label else {}
        if len(groups) == 1:
            ((rule, stance),) = groups.items()
            found.setdefault(rule, []).append(Plant(rule, stance, one))
    return {rule: some for rule, some in found.items() if len(some) > 1}


def plant(names: Sequence[str], seed: int) -> dict[str, Plant]:
    """In each school, one wording of each rule; by the id of the clause, in policies of their own."""
    rng = Random(f"{seed}/planted")
    found = {}
    for school in names:
        for place, (rule, some) in enumerate(sorted(wordings().items())):
            one = rng.choice(some)
            name = f"{school}/planted-{rule.partition('.')[0]}#c-{place}"
            found[name] = msgspec.structs.replace(one, clause=msgspec.structs.replace(one.clause, id=name))
    return found


def run(number: int, policies: int, jobs: int) -> dict[str, Any]:
    """Relate the clauses of so many schools by so many processes; what it takes, and what becomes of what was planted."""
    with TemporaryDirectory(prefix="clauseway-bench-") as folder:
        made = schools(pool(Path(folder)), number, policies, SEED)
    planted = plant([school.slug for school in made.schools], SEED)
    clauses = [*clauses_of(made.policies), *(one.clause for one in planted.values())]
    titles = {slug: matter.title for slug, matter in matters().items()}
    common = {slug for slug, matter in matters().items() if matter.general or matter.topic in COMMON_TOPICS}
    start, busy = time.perf_counter(), _busy()
    with no_cycles():  # as in a build
        found = relate(clauses, titles, common, jobs=jobs)
    return {
        "schools": number,
        "clauses": len(clauses),
        "seconds": time.perf_counter() - start,
        "busy": _busy() - busy,
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        "peak_beside_mb": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000,
        "relations": sum(map(len, found.values())),
        "planted": len(planted),
        **outcome(planted, found),
    }


def _busy() -> float:
    """Processor seconds of this process and of those it started that have ended."""
    return sum(os.times()[:4])


def outcome(planted: Mapping[str, Plant], found: Mapping[str, Sequence[Related]]) -> dict[str, float]:
    """How many planted clauses lead to one on the same rule, and how well those that differ are told from the others."""
    count: Counter[str] = Counter()
    for name, one in planted.items():
        strong = [related for related in found.get(name, ()) if related.relation is not Relation.TOPIC]
        right = [
            related for related in strong if related.clause in planted and planted[related.clause].rule == one.rule
        ]
        count["linked"] += bool(right)
        count["first"] += bool(strong) and strong[0] in right
        for related in right:
            differs = planted[related.clause].stance != one.stance
            said = related.relation is Relation.DIFFERS
            count["differs"] += differs
            count["differs said"] += differs and said
            count["same"] += not differs
            count["same said"] += not differs and not said
    return {
        "linked": count["linked"] / len(planted),
        "first": count["first"] / len(planted),
        "differs": count["differs said"] / max(count["differs"], 1),
        "same": count["same said"] / max(count["same"], 1),
    }


def section() -> str:
    """The table, as part of the results."""
    return "\n".join(["", "## Clauses of very many schools related", "", *_lines(list(map(_apart, SIZES))), ""])


def _apart(size: tuple[int, int, int]) -> dict[str, Any]:
    """One run in a process of its own."""
    sys.stderr.write(f"relations of {size[0]} schools\n")
    command = [sys.executable, "-m", "tests.benchmarks.relations", "run", *map(str, size)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, Any] = json.loads(done.stdout) | {"processes": size[2]}
    return found


def _lines(runs: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    yield "Clauses of the labelled documents, shuffled and varied. In each school one wording of every rule is planted that"
    yield "short policies of made-up schools are labelled with; what other clauses say on the same is not counted as right."
    yield ""
    yield f"| | {' | '.join(str(run['schools']) + ' schools' for run in runs)} | aim |"
    yield f"|---|{'---:|' * len(runs)}---:|"
    rows = (
        ("clauses", "clauses", "{:,}", ""),
        ("relations", "relations", "{:,}", ""),
        ("processes", "processes", "{}", ""),
        ("seconds to wait", "seconds", "{:.0f}", f"< {SECONDS_GOAL}"),
        ("processor seconds", "busy", "{:.0f}", ""),
        ("peak memory, MB, the clauses included", "peak_mb", "{:,.0f}", f"< {MEMORY_GOAL:,}"),
        ("the same of the largest process beside", "peak_beside_mb", "{:,.0f}", ""),
        ("planted clauses", "planted", "{:,}", ""),
        ("of these, lead to a clause on the same rule", "linked", "{:.0%}", ""),
        ("lead there first", "first", "{:.0%}", ""),
        ("of such that differ, called so", "differs", "{:.0%}", ""),
        ("of such that do not, not called so", "same", "{:.0%}", ""),
    )
    for title, name, form, aim in rows:
        yield f"| {title} | {' | '.join(form.format(run[name]) for run in runs)} | {aim} |"


def main() -> None:
    """Measure once, or all."""
    if sys.argv[1:2] == ["run"]:
        number, policies, jobs = map(int, sys.argv[2:5])
        sys.stdout.write(json.dumps(run(number, policies, jobs)) + "\n")
    else:
        sys.stdout.write(section())


if __name__ == "__main__":
    main()
