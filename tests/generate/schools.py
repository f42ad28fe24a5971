"""Made-up schools on disk: `school.yml`, sources, and the planted truth beside the policies folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import msgspec
import yaml

from tests.generate.covers import Cover, cover
from tests.generate.layout import form, print_policy
from tests.generate.matters import kinds, matters
from tests.generate.numbering import NUMBERINGS
from tests.generate.outline import Element, outline

_NAMES = tuple(
    first + second
    for first in (
        "Thorn",
        "Ash",
        "Brack",
        "Calder",
        "Dun",
        "Elm",
        "Fern",
        "Glen",
        "Hazel",
        "Ivel",
        "Kest",
        "Lark",
        "Marl",
        "Nettle",
        "Oak",
        "Pel",
        "Quarn",
        "Rush",
        "Sedge",
        "Tarn",
        "Ulver",
        "Vale",
        "Whin",
        "Yarrow",
        "Bram",
        "Corn",
        "Drift",
        "Eller",
        "Fox",
        "Gorse",
    )
    for second in (
        "mere",
        "beck",
        "low",
        "wick",
        "holt",
        "dale",
        "ford",
        "den",
        "combe",
        "stead",
        "hurst",
        "ley",
        "thwaite",
        "bridge",
        "field",
        "marsh",
    )
)
_TYPES = (
    ("Primary School", "primary"),
    ("Church of England Primary School", "primary"),
    ("Infant School", "infant"),
    ("Junior School", "junior"),
    ("High School", "secondary"),
    ("Academy", "secondary"),
    ("Community School", "all-through"),
)
_TITLES = {
    "send": "Special Educational Needs",
    "charging": "Charging and Remissions",
    "other": "General Conduct",
    "parent-conduct": "Conduct of Parents and Visitors",
    "staff-conduct": "Staff Code of Conduct",
}
_VARIANTS = ("Policy", "Guidance", "Procedure", "Code of Practice", "Statement")
_CLAUSES = ("paragraph", "item", "row")


@dataclass(frozen=True, slots=True)
class _MadeSchool:
    slug: str
    name: str
    settings: dict[str, Any]


def make_schools(schools: int, policies: int, seed: int, folder: Path, *, markdown: bool = True) -> None:
    """Write `schools` made-up schools with `policies` policies each into `folder`, the same bytes for the same seed.

    About half of the policies are Markdown, unless `markdown` is false: then all are plain text.

    `folder/policies` is laid out as Clauseway reads it. `folder/truth.jsonl` has a line for each clause (school,
    file, number, lead_ins, text, section_path, audience, duty, matter), `folder/truth-policies.jsonl` one for each
    policy (school, file, title, kind and the planted metadata).
    """
    encoder = msgspec.json.Encoder()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "truth.jsonl").open("wb") as clauses, (folder / "truth-policies.jsonl").open("wb") as documents:
        for index in range(schools):
            made = _school(index, seed)
            home = folder / "policies" / made.slug
            home.mkdir(parents=True, exist_ok=True)
            settings = yaml.safe_dump(made.settings, sort_keys=False, allow_unicode=True)
            (home / "school.yml").write_text(settings, encoding="utf-8")
            duties = _duties(made.slug, seed)
            for number in range(policies):
                document, truth = _write_policy(made, number, duties, seed, home, markdown)
                documents.write(encoder.encode(document) + b"\n")
                clauses.write(encoder.encode_lines(truth))


def _school(index: int, seed: int) -> _MadeSchool:
    """Make up a school; its name is unique within a seed."""
    pairs = Random(f"{seed}/names").sample(_NAMES, len(_NAMES))
    turn, place = divmod(index, len(pairs))
    rng = Random(f"{seed}/school/{index}")
    kind, phase = rng.choice(_TYPES)
    name = f"{pairs[place]}{f' {turn + 1}' if turn else ''} {kind}"
    slug = name.lower().replace(" ", "-")
    settings: dict[str, Any] = {"name": name, "place": pairs[place], "phase": phase}
    if rng.random() < 0.5:
        settings["website"] = f"https://www.{slug}.example"
    if rng.random() < 0.7:
        settings["terms_per_year"] = rng.choice((3, 6))
    return _MadeSchool(slug, name, settings)


def _duties(slug: str, seed: int) -> dict[str, str]:
    """Choose how a school rules on each matter."""
    rng = Random(f"{seed}/duties/{slug}")
    return {matter.slug: rng.choice(matter.duties) for matter in matters()}


def _write_policy(
    school: _MadeSchool, number: int, duties: dict[str, str], seed: int, home: Path, markdown: bool
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Write one policy and give the truth about it and about its clauses."""
    rng = Random(f"{seed}/policy/{school.slug}/{number}")
    kind, title = _title(number)
    numbering = rng.choice(NUMBERINGS)
    chosen = form(rng, bool(numbering.section), markdown)
    front = cover(rng, chosen.markdown)
    elements = outline(rng, kind, title, duties, numbering)
    file = title.lower().replace(" ", "-") + (".md" if chosen.markdown else ".txt")
    text = print_policy(elements, front.lines, school.name, chosen)
    (home / file).write_text(text, encoding="utf-8", newline="\n")
    document = _document(school.slug, file, kind, title, front) | {"numbering": numbering.name}
    return document, [_truth(school.slug, file, e) for e in elements if e.role in _CLAUSES]


def _title(number: int) -> tuple[str, str]:
    """Give kind and title of a school's policy by its number; titles are unique within a school."""
    turn, place = divmod(number, len(kinds()))
    variant, more = _VARIANTS[turn % len(_VARIANTS)], turn // len(_VARIANTS)
    kind = kinds()[place]
    subject = _TITLES.get(kind, kind.replace("-", " ").title())
    return kind, f"{subject} {variant}{f' Part {more + 1}' if more else ''}"


def _document(school: str, file: str, kind: str, title: str, front: Cover) -> dict[str, Any]:
    return {"school": school, "file": f"{school}/{file}", "title": title, "kind": kind, **front.fields}


def _truth(school: str, file: str, element: Element) -> dict[str, Any]:
    return {
        "school": school,
        "file": f"{school}/{file}",
        "number": element.number,
        "lead_ins": element.lead_ins,
        "text": element.text,
        "section_path": element.section_path,
        "audience": element.saying.audience,
        "duty": element.saying.duty,
        "matter": element.saying.matter,
    }
