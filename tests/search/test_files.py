"""The files that the search page fetches."""

from __future__ import annotations

import hashlib
import json
import re
from itertools import accumulate
from typing import Any

import msgspec
import pytest

from clauseway.model import Audience, Collection, Duty, Metadata, School
from clauseway.search import files, search_files
from clauseway.search.files import FOLDER
from clauseway.search.groups import groups
from clauseway.search.slices import SLICES, slice_places
from clauseway.search.wordlist import site_keys
from clauseway.search.words import family
from tests.publish.comparing import COMPARED, FIRST, SECOND
from tests.publish.samples import ELM, OAK, clause, found, heading, item, policy

RULES = policy(
    [
        heading("Phones"),
        item("use a phone in lessons", "Pupils must not:", number="2.1", section_path=("Phones",)),
        clause("Staff may keep a phone for a day."),
    ],
    findings=(None, found(Duty.MUST_NOT, Audience.PUPILS), found(Duty.MAY, Audience.STAFF)),
    metadata=Metadata(title="Phones Policy", review_date="2024-03"),
)


def collection(*schools: School) -> Collection:
    policies = [msgspec.structs.replace(RULES, school=school.slug) for school in schools]
    return Collection(schools, tuple(policies))


def read(made: dict[str, bytes], name: str) -> Any:
    return json.loads(made[FOLDER + name])


def manifest(made: dict[str, bytes]) -> Any:
    return read(made, "manifest.json")


def shard(made: dict[str, bytes], place: int = 0) -> Any:
    return read(made, manifest(made)["schools"][place][3])


def sliced(made: dict[str, bytes], school: int | None = None) -> dict[str, str]:
    """By key, the postings of a school, or of the matters, in all slices together."""
    held: dict[int, list[str]] = {}
    for key, letter in zip(site_keys(), read(made, manifest(made)["words"])["slices"], strict=True):
        held.setdefault(ord(letter) - ord("0"), []).append(key)
    found: dict[str, str] = {}
    for place, name in enumerate(manifest(made)["slices"]):
        one = read(made, name)
        found |= zip(held[place], one["known"] if school is None else one["schools"][school], strict=True)
    return found


def own(made: Any) -> dict[str, str]:
    """Which clauses have which words that the school's shard lists itself."""
    keys = [key or start for key, start, _ in (line.split(" ") for line in made["forms"])]
    return dict(zip(keys, made["index"], strict=True))


def test_names_change_with_the_content() -> None:
    made = search_files(collection(OAK))
    for path, content in made.items():
        if path != f"{FOLDER}manifest.json":
            assert hashlib.sha256(content).hexdigest()[:10] in path


def test_the_manifest_names_every_file() -> None:
    made = search_files(collection(ELM, OAK))
    listed = manifest(made)
    texts = [policy[6] for place in range(2) for policy in shard(made, place)["policies"]]
    beside = (listed["words"], listed["matters"], listed["titles"], listed["asked"], "manifest.json")
    named = {*beside, *listed["slices"], *(school[3] for school in listed["schools"]), *texts}
    assert {path.removeprefix(FOLDER) for path in made} == named


def test_a_clause_is_found_by_its_words_its_lead_in_and_its_heading() -> None:
    made = search_files(collection(OAK))
    index = sliced(made, 0) | own(shard(made))
    assert re.fullmatch(r"[a-o]", index[family("lessons")])
    assert re.fullmatch(r"[a-o]", index["~pupil"]), "the lead-in names them"
    assert re.fullmatch(r"[a-o]{2}", index["phone"])


def test_the_slices_have_what_the_shards_leave_out(monkeypatch: pytest.MonkeyPatch) -> None:
    together = search_files(collection(ELM, OAK))
    assert [shard(together, place)["known"] for place in range(2)] == [[], []]
    monkeypatch.setattr(files, "TOGETHER", 100)
    apart = search_files(collection(ELM, OAK))
    for place in range(2):
        whole = shard(apart, place)
        assert sliced(together, place) == dict(zip(site_keys(), whole["known"], strict=True))
        assert shard(together, place) == {**whole, "known": []}
    assert all(read(apart, name)["schools"] == [] for name in manifest(apart)["slices"])


def test_the_slices_have_by_what_words_people_ask() -> None:
    made = search_files(collection(OAK))
    assert sliced(made) == dict(zip(site_keys(), read(made, manifest(made)["asked"])["known"], strict=True))


def test_words_of_one_group_lie_together() -> None:
    """As far as they go: a word of two groups lies with the first, and where a slice is full the next one goes on."""
    places = dict(zip(site_keys(), slice_places(), strict=True))
    apart = [
        abs(places[phrase[0]] - places[group.name])
        for group in groups()
        for phrase in group.phrases
        if len(phrase) == 1
    ]
    assert sum(step == 0 for step in apart) > 0.7 * len(apart)


def test_no_slice_is_much_larger_than_the_others() -> None:
    sizes = [len(content) for path, content in search_files(COMPARED).items() if "/slice-" in path]
    assert len(sizes) == SLICES
    assert max(sizes) < 2 * sum(sizes) / SLICES


def test_a_school_lists_only_what_the_site_does_not_know_by_name() -> None:
    assert not {key for key, found in own(shard(search_files(collection(OAK)))).items() if found} & set(site_keys())
    words = read(search_files(collection(OAK)), manifest(search_files(collection(OAK)))["words"])
    families = [key or start for key, start, _ in (line.split(" ") for line in words["forms"])]
    assert [*families, *(group[0] for group in words["groups"])] == list(site_keys())


def test_a_clause_keeps_what_governs_it() -> None:
    made = search_files(collection(OAK))
    (one,) = shard(made)["policies"]
    texts = read(made, one[6])
    anchor, words, lead_in, tail, section = texts["clauses"][0]
    assert (words, texts["shared"][lead_in], tail, texts["shared"][section]) == (
        "use a phone in lessons",
        "Pupils must not:",
        -1,
        "Phones",
    )
    assert anchor == RULES.ids[1]
    known = shard(made)["clauses"]
    assert (known["numbers"], known["duties"], known["audiences"]) == (["2.1", ""], "na", "eb")
    assert one[:6] == [RULES.slug, "Phones Policy", "other", "en", "2024-03", 2]


def test_titles_are_listed_by_school() -> None:
    made = search_files(Collection((ELM, OAK), (msgspec.structs.replace(RULES, school=OAK.slug),)))
    assert read(made, manifest(made)["titles"])["policies"] == [[], [[RULES.slug, "Phones Policy"]]]


def test_a_school_is_known_by_what_is_its_own() -> None:
    called = {school[0]: school[2] for school in manifest(search_files(collection(ELM, OAK)))["schools"]}
    assert "oak hill" in called["oak-hill"]
    assert "oak hill primary school" in called["oak-hill"]
    assert not {"primary", "school", "primary school"} & set(called["oak-hill"])


def test_a_name_that_two_schools_have_means_neither() -> None:
    again = School(slug="oak-hill-infants", name="Oak Hill Infant School")
    called = [school[2] for school in manifest(search_files(collection(OAK, again)))["schools"]]
    assert "oak hill" not in called[0] + called[1]
    assert "oak hill infant school" in called[1]


def test_many_schools_are_not_fetched_together(monkeypatch: pytest.MonkeyPatch) -> None:
    assert manifest(search_files(collection(OAK)))["together"]
    monkeypatch.setattr(files, "TOGETHER", 100)
    assert not manifest(search_files(collection(OAK)))["together"]


def test_matters_count_the_schools_that_rule_on_them() -> None:
    def schools(made: dict[str, bytes]) -> dict[str, dict[str, int]]:
        return {one[0]: one[4] for one in read(made, manifest(made)["matters"])["matters"] if one[4]}

    assert schools(search_files(collection(OAK))) == {}
    told = schools(search_files(COMPARED))
    assert told[FIRST.slug] == {"must": 1, "must_not": 1} or told[FIRST.slug] == {"must_not": 2}
    assert told[SECOND.slug]


def test_what_stands_elsewhere_is_known_by_words_after_the_matters() -> None:
    made = search_files(collection(OAK))
    listed = read(made, manifest(made)["matters"])
    place = len(listed["matters"]) + [title for title, _ in listed["elsewhere"]].index("Homework")
    written = dict(zip(site_keys(), read(made, manifest(made)["asked"])["known"], strict=True))[family("homework")]
    assert place in accumulate((int(step or 1) for step in re.findall(r"(\d*)[a-o]", written)), initial=-1)


def test_a_title_or_heading_treats_what_else_stands_elsewhere() -> None:
    def treated(*headings: str) -> list[str]:
        pieces = [heading(headings[0]), clause("It is set on Thursday.", section_path=headings)]
        one = policy(pieces, metadata=Metadata(title="Rules"))
        made = search_files(Collection((OAK,), (msgspec.structs.replace(one, school=OAK.slug),)))
        titles = [title for title, _ in read(made, manifest(made)["matters"])["elsewhere"]]
        return [titles[place] for place in shard(made)["treats"]]

    assert treated("Phones") == []
    assert treated("Our work", "Setting homework") == ["Homework"]
    assert treated("Homework", "Marking the work") == ["Homework", "Marking and assessment"]


def test_a_school_without_policies_has_an_empty_shard() -> None:
    made = search_files(Collection((ELM,), ()))
    assert shard(made)["clauses"]["numbers"] == []
