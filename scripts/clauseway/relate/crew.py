"""The work on clauses of many schools, spread over several processes where that is quicker.

Each process has all clauses and works for schools of its own, so what it once worked out about a clause serves it in
every step. What is found is put together in the order of what was asked, whatever the number of processes.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from bisect import bisect
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import accumulate, chain, groupby
from threading import Thread
from typing import Protocol, TypeVar

from clauseway.relate.clauses import Clause
from clauseway.relate.field import Bounds, Field
from clauseway.relate.judging import Judge
from clauseway.relate.marked import Clauses

WORTH_SHARING = 8_000
"""Clauses to be looked at from which starting further processes (a second or two) takes less time than it saves."""


class Work:
    """All that is needed to work on any of the clauses."""

    def __init__(
        self,
        clauses: Sequence[Clause],
        titles: Mapping[str, str],
        common: Container[str],
        on_whom: Container[str],
        bounds: Bounds,
    ) -> None:
        self.given = (clauses, titles, common, on_whom, bounds)
        self.clauses = Clauses(clauses)
        self.field = Field(self.clauses, bounds)
        self.common = common
        self.judge = Judge(titles, on_whom)


class Task(Protocol):
    """Something to be worked on."""

    @property
    def school(self) -> str:
        """The school that it is for."""

    @property
    def clauses(self) -> int:
        """How many clauses have to be looked at."""


_T = TypeVar("_T", bound=Task)
_R = TypeVar("_R")


class Crew:
    """Does tasks here, or with up to so many processes once there is much to do."""

    def __init__(self, work: Work, jobs: int) -> None:
        self.work = work
        self._jobs = jobs
        self._hands: list[ProcessPoolExecutor] = []
        self._whose: dict[str, int] = {}

    def __enter__(self) -> Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for hand in self._hands:
            hand.shutdown(cancel_futures=True)

    def do(self, way: Callable[[Work, _T], _R], tasks: Sequence[_T]) -> Iterator[_R]:
        """What `way` (a function of a module) makes of each task, in their order; those of a school stand together."""
        if self._jobs > 1 and sum(task.clauses for task in tasks) >= WORTH_SHARING:
            if not self._hands:
                self._start()
            parts = [
                self._hands[self._whose[school]].submit(_do, way, list(some))
                for school, some in groupby(tasks, key=lambda task: task.school)
            ]
            return chain.from_iterable(map(Future.result, parts))
        return (way(self.work, task) for task in tasks)

    def _start(self) -> None:
        """Start the processes, each for neighbouring schools with as many clauses: they meet the same others."""
        # Forking copies threads in an unknown state (see documents.py), so processes start afresh.
        start = multiprocessing.get_context("spawn")
        schools = sorted((school, len(some)) for school, some in self.work.clauses.by_school.items())
        before = [0, *accumulate(number for _, number in schools)]
        ends = [before[-1] * (place + 1) / self._jobs for place in range(self._jobs - 1)]
        self._whose = {school: bisect(ends, before[place]) for place, (school, _) in enumerate(schools)}
        self._hands = [ProcessPoolExecutor(1, start, _begin, self.work.given) for _ in range(self._jobs)]


_here: list[Work] = []


def _begin(*given: object) -> None:
    """Be one of the processes."""
    Thread(target=_end_with_the_first, daemon=True).start()
    gc.disable()  # records form no cycles, and there are millions of them
    _here.append(Work(*given))  # type: ignore[arg-type] # as they were given to that of the first process


def _end_with_the_first() -> None:
    """Do not stay behind where the process that asks is killed."""
    first = multiprocessing.parent_process()
    if first:
        first.join()
        os._exit(1)


def _do(way: Callable[[Work, _T], _R], tasks: Sequence[_T]) -> list[_R]:
    return [way(_here[0], task) for task in tasks]
