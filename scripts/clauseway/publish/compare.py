"""The pages of matters: the list of topics, and for each topic what every school says on each matter of it.

With one school there is nothing to compare: the pages then tell what its policies cover, and what they do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from clauseway.model import Duty, School
from clauseway.publish.coverage import coverage
from clauseway.publish.extracts import html_block
from clauseway.publish.front import yaml_block
from clauseway.publish.matrix import MOST_SCHOOLS, WORDS, legend, matrix, row_id
from clauseway.publish.pages import list_entry
from clauseway.publish.plain_words import counted, listed
from clauseway.publish.stances import MOST_CLAUSES, Stance, Stances
from clauseway.publish.tally import tally
from clauseway.publish.text import html, markdown
from clauseway.vocabulary.catalogue import Matter, Topic, matters, topics

MOST_ROWS = 60
"""Schools that a page shows on one matter; the table to download has all."""

_AT_ONCE = 12
"""Of these, how many stand in the open where there are very many schools; the others are in a fold."""

NOBODY = "not-covered"
"""Id of the list of matters on which nothing is said."""

_MOST_NAMES = 5
_MOST_ON_HOME = 8
_TABLE = "compare.csv"
_ASIDE = re.compile(r" \(([a-z, -]+)\)")


def compare_files(stances: Stances) -> dict[str, str | bytes]:
    """`topics/index.md`, and the page and the table of every topic that some clause falls into, by path."""
    files: dict[str, str | bytes] = {"topics/index.md": _index(stances)}
    for topic in _covered(stances):
        folder = f"topics/{topic.slug}/"
        files[f"{folder}index.md"] = "\n".join(_page(topic, stances)).encode()
        files[f"{folder}{_TABLE}"] = stances.table(matter.slug for matter in topic.matters).encode()
    return files


def compare_door(stances: Stances) -> str:
    """The part of the home page that leads to the topics, as Markdown; empty while there is none."""
    covered = _covered(stances)
    if not covered:
        return ""
    common = sorted(covered, key=lambda topic: -stances.clauses(topic.slug))[:_MOST_ON_HOME]
    items = [f'<li><a href="topics/{topic.slug}/">{html(topic.title)}</a></li>' for topic in common]
    topics_there = html_block(['<ul class="chips">', *items, "</ul>"])
    all_of_them = f"all {len(covered)} topics" if len(covered) > 1 else "the topic"
    words = f"What the policies cover: {all_of_them}" if _alone(stances) else f"Compare schools on {all_of_them}"
    return f"## Look by topic\n\n{topics_there}\n[{words}](topics/index.md)\n{{: .onward }}\n"


def _covered(stances: Stances) -> list[Topic]:
    return [topic for topic in topics() if stances.clauses(topic.slug)]


def _alone(stances: Stances) -> bool:
    return len(stances.schools) == 1


def _index(stances: Stances) -> str:
    title = "What the policies cover" if _alone(stances) else "Compare schools"
    head = [yaml_block({"title": title, "pictures": "coverage"}), f"# {title}\n"]
    covered = _covered(stances)
    if not covered:
        return "\n".join([*head, "No policy that is published here deals with a matter that can be compared yet.\n"])
    intro = (
        "By topic: the matters on which the policies have rules, and those on which they say nothing.\n"
        if _alone(stances)
        else "By topic and matter: what each school says in its own words, for whom, and how strongly.\n"
    )
    entries = "".join(_entry(topic, stances) for topic in covered)
    picture = [] if _alone(stances) else ["## Who says how much\n", html_block(coverage(covered, stances))]
    return "\n".join([*head, intro, entries, *picture])


def _entry(topic: Topic, stances: Stances) -> str:
    some = _matters(topic, stances)
    schools = {stance.school for matter in some for stance in stances.on(matter.slug)}
    facts = [counted(len(some), "matter"), *([] if _alone(stances) else [counted(len(schools), "school")])]
    line = " · ".join([*facts, counted(stances.clauses(topic.slug), "clause")])
    return list_entry(topic.title, f"{topic.slug}/index.md)", line)


def _matters(topic: Topic, stances: Stances) -> list[Matter]:
    """Those that some clause rules on: first those where schools differ in how strongly they bind."""
    some = [matter for matter in topic.matters if stances.on(matter.slug)]
    return sorted(some, key=lambda matter: len(set(_positions(stances.on(matter.slug))) - {Duty.NONE}) < 2)


def _positions(said: Sequence[Stance]) -> list[Duty]:
    """One duty for each stance: of several that a school states, the one that most schools state."""
    common: Counter[Duty] = Counter(duty for stance in said for duty in stance.duties if duty is not Duty.NONE)
    return [max(stance.duties, key=lambda duty: common[duty]) for stance in said]


def _page(topic: Topic, stances: Stances) -> Iterator[str]:
    some = _matters(topic, stances)
    said = {matter.slug: stances.on(matter.slug) for matter in some}
    silent = [matter for matter in topic.matters if matter.slug not in said]
    pictures = {"pictures": "tally"} if len(stances.schools) > MOST_SCHOOLS else {}
    front = {"title": topic.title, "topic": topic.slug, "description": _description(topic, stances)}
    yield yaml_block({**front, **pictures})
    yield f"# {markdown(topic.title)}\n"
    yield html_block([*_intro(some, silent, stances), *_picture(some, said, stances.schools)])
    for matter in some:
        yield f"## {markdown(matter.title)} {{: #{matter.slug} }}\n"
        yield html_block(_matter(matter, said[matter.slug], stances.schools))
    yield from _not_covered(silent, stances)


def _description(topic: Topic, stances: Stances) -> str:
    what = "what the policy covers" if _alone(stances) else "what each school says on the same matter"
    return f"{topic.title}: {what}, clause by clause."


def _intro(some: Sequence[Matter], silent: Sequence[Matter], stances: Stances) -> Iterator[str]:
    number = counted(len(some), "matter")
    if _alone(stances):
        name = html(stances.schools[0].name)
        opening = f"What the policies of {name} cover on this topic, and what they do not: they deal with {number}"
    else:
        opening = f"{number.capitalize()} on which schools here say something, those where they differ first"
    rest = f', and say nothing on <a href="#{NOBODY}">{len(silent)} more</a>' if silent and _alone(stances) else ""
    yield f'<p>{opening}{rest}. <a href="{_TABLE}">All clauses as a table (CSV)</a></p>'
    yield (
        '<p class="notice">These are extracts, put together by their words; the policies themselves decide. '
        "The number or arrow before each clause leads to it.</p>"
    )


def _picture(some: Sequence[Matter], said: Mapping[str, Sequence[Stance]], schools: Sequence[School]) -> Iterator[str]:
    """The matrix of those schools that say anything on the topic."""
    speaking = {stance.school for stances in said.values() for stance in stances}
    shown = [school for school in schools if school.slug in speaking]
    if len(schools) == 1:
        return
    if len(shown) > MOST_SCHOOLS:
        positions = {matter: _positions(stances) for matter, stances in said.items()}
        yield from tally(some, positions, len(schools))
        return
    yield legend([duty for stances in said.values() for stance in stances for duty in stance.duties])
    yield from matrix(some, shown, said)


def meaning(matter: Matter) -> str:
    """What it covers, without the slugs in brackets that tell those who keep the catalogue where the rest belongs."""
    known = matters()
    return _ASIDE.sub(lambda some: "" if all(slug in known for slug in some[1].split(", ")) else some[0], matter.means)


def _matter(matter: Matter, said: Sequence[Stance], schools: Sequence[School]) -> Iterator[str]:
    yield f'<p class="means">{html(meaning(matter))}</p>'
    yield f'<p class="agreement">{agreement(said, schools)}</p>'
    shown = _most_telling(said, MOST_ROWS)
    if len(shown) < len(said):
        yield (
            f"<p>{len(shown)} of these {len(said):,} schools are shown, those that differ from most among them; "
            f'<a href="{_TABLE}">the table</a> has all.</p>'
        )
    few = shown if len(schools) <= MOST_SCHOOLS else _most_telling(shown, _AT_ONCE)
    yield from _rows(matter, few)
    if rest := [stance for stance in shown if stance not in few]:
        yield f'<details class="background"><summary>{counted(len(rest), "more school")}</summary>'
        yield from _rows(matter, rest)
        yield "</details>"


def _rows(matter: Matter, shown: Sequence[Stance]) -> Iterator[str]:
    yield '<table class="stances"><thead class="unseen"><tr><th scope="col">School</th>'
    yield '<th scope="col">What it says</th></tr></thead><tbody>'
    yield from (_stance(matter.slug, stance) for stance in shown)
    yield "</tbody></table>"


def agreement(said: Sequence[Stance], schools: Sequence[School]) -> str:
    """`4 of 5 schools write about it: 3 say “must not”, 1 says “should not”; Oak Hill says nothing on it.` as HTML.

    A duty is given by its word and not as “forbids it”: “must decline” and “must not accept” are the same rule.
    """
    counts = Counter(_positions(said))
    parts = [_say(duty, number, len(said)) for duty, number in sorted(counts.items(), key=lambda one: -one[1])]
    if len(schools) == 1:
        clauses = sum(stance.count for stance in said)
        return f"{counted(clauses, 'clause')}: {', '.join(WORDS[duty].lower() for duty in said[0].duties)}."
    write = "writes" if len(said) == 1 else "write"
    silent = _silent(said, schools)
    return f"{len(said):,} of {counted(len(schools), 'school')} {write} about it: {', '.join(parts)}{silent}."


def _say(duty: Duty, number: int, total: int) -> str:
    if total == 1:
        return "it sets no rule" if duty is Duty.NONE else f"it says “{WORDS[duty].lower()}”"
    who = "both" if number == total == 2 else "all" if number == total > 2 else f"{number:,}"
    if duty is Duty.NONE:
        return f"{who} {'sets' if number == 1 else 'set'} no rule"
    return f"{who} {'says' if number == 1 else 'say'} “{WORDS[duty].lower()}”"


def _silent(said: Sequence[Stance], schools: Sequence[School]) -> str:
    speaking = {stance.school for stance in said}
    names = [html(school.name) for school in schools if school.slug not in speaking]
    if not names:
        return ""
    if len(names) > _MOST_NAMES:
        return f"; {len(names):,} say nothing on it"
    return f"; {listed(tuple(names))} {'says' if len(names) == 1 else 'say'} nothing on it"


def _most_telling(said: Sequence[Stance], most: int) -> Sequence[Stance]:
    """As many as fit, in their order; where not all do, those with a rarer duty come before others."""
    if len(said) <= most:
        return said
    positions = _positions(said)
    counts = Counter(positions)
    chosen = sorted(range(len(said)), key=lambda place: (counts[positions[place]], place))[:most]
    return [said[place] for place in sorted(chosen)]


def _stance(matter: str, stance: Stance) -> str:
    more = stance.count - MOST_CLAUSES
    rest = f'<p class="more"><a href="{_TABLE}">{counted(more, "clause")} more in the table</a></p>' if more > 0 else ""
    return (
        f'<tr id="{row_id(matter, stance.school)}"><th scope="row"><a href="../../schools/{stance.school}/">'
        f'{html(stance.name)}</a></th><td><ul class="extracts">{"".join(stance.lines)}</ul>{rest}</td></tr>'
    )


def _not_covered(silent: Sequence[Matter], stances: Stances) -> Iterator[str]:
    if not silent:
        return
    title = "What the policies do not cover" if _alone(stances) else "On which no school here says anything"
    yield f"## {title} {{: #{NOBODY} }}\n"
    items = [f"<li><b>{html(matter.title)}.</b> {html(meaning(matter))}</li>" for matter in silent]
    yield html_block(["<ul>", *items, "</ul>"])
