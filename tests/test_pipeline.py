"""The whole way, and that one bad file never stops the rest."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from clauseway import document, documents, pipeline
from clauseway.cache import Cache
from clauseway.checks.ledger import check_ledger
from clauseway.model import Collection, Draft, Kind, Policy, Source
from clauseway.problems import Problem, Severity, UnreadableSource
from clauseway.render import Engine
from clauseway.settings import read_school
from clauseway.structure import structure
from tests.folders import PHONES, make_policies

TWO = """\
Uniform Policy – Parents

1 Shirts

1.1 Parents must buy white shirts.
1.2 Parents must label shirts.

Uniform Policy – Staff

1 Shirts

1.1 Staff must wear shirts.
1.2 Staff must not wear jeans.
"""


TODAY = date(2026, 11, 30)


def silent(_stage: str, _done: int, _total: int) -> None:
    pass


def gather(policies: Path, jobs: int = 1) -> Collection:
    return pipeline.gather(policies, jobs, silent)


def codes(collection: Collection) -> list[tuple[str, str]]:
    return [(problem.file, problem.code) for problem in pipeline.all_problems(collection)]


def test_schools_and_policies_are_gathered_in_the_order_of_slugs(tmp_path: Path) -> None:
    collection = gather(
        make_policies(
            tmp_path,
            {
                "oak/school.yml": "name: Oak School\n",
                "ash/school.yml": "name: Ash School\n",
                "oak/b.txt": PHONES,
                "oak/a.txt": TWO.replace("Uniform", "Dress"),
                "ash/z.txt": PHONES,
            },
        )
    )
    assert [school.slug for school in collection.schools] == ["ash", "oak"]
    found = [(policy.school, policy.slug) for policy in collection.policies]
    assert found == sorted(found)
    assert ("ash", "mobile-phones-policy") in found


def test_one_bad_file_is_named_and_the_rest_is_there(tmp_path: Path) -> None:
    collection = gather(
        make_policies(
            tmp_path,
            {
                "oak/school.yml": "name: Oak School\n",
                "oak/empty.txt": "",
                "oak/phones.txt": PHONES,
                "Big Oak/phones.txt": PHONES,
                "notes.txt": "x",
            },
        )
    )
    assert [policy.source.file for policy in collection.policies] == ["oak/phones.txt"]
    assert {file for file, _ in codes(collection)} >= {"oak/empty.txt", "Big Oak", "notes.txt"}


def test_a_failure_of_the_program_is_a_problem_of_that_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES, "oak/b.txt": TWO})

    def failing(source: Source, drafts: tuple[Draft, ...]) -> tuple[Problem, ...]:
        if source.file == "oak/a.txt":
            raise RecursionError("too deep")
        return check_ledger(source, drafts)

    monkeypatch.setattr(document, "check_ledger", failing)
    collection = gather(policies)
    assert {policy.source.file for policy in collection.policies} == {"oak/b.txt"}
    (problem,) = [problem for problem in collection.problems if problem.code == "internal"]
    assert problem.file == "oak/a.txt"
    assert "RecursionError" in problem.message


def test_a_document_that_does_not_balance_is_not_published(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES, "oak/b.txt": TWO})

    def forgetful(source: Source, starts: tuple[str, ...]) -> tuple[Draft, ...]:
        drafts = structure(source, starts)
        return drafts if source.file == "oak/b.txt" else (Draft(drafts[0].pieces[:-1]),)

    monkeypatch.setattr(document, "structure", forgetful)
    collection = gather(policies)
    assert {policy.source.file for policy in collection.policies} == {"oak/b.txt"}
    assert [(problem.file, problem.severity) for problem in collection.problems if problem.code == "ledger"] == [
        ("oak/a.txt", Severity.ERROR)
    ]


def only(collection: Collection) -> Policy:
    (policy,) = collection.policies
    return policy


def with_sidecar(tmp_path: Path, sidecar: str, source: str = PHONES) -> Collection:
    return gather(make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": source, "oak/a.yml": sidecar}))


def test_what_a_person_states_wins(tmp_path: Path) -> None:
    policy = only(with_sidecar(tmp_path, "slug: phones\nkind: health\napproved: 2025-01-31\ntitle: Phones\n"))
    assert policy.slug == "phones"
    assert (policy.metadata.title, policy.metadata.kind) == ("Phones", Kind.HEALTH)
    assert policy.metadata.approved == "2025-01-31"
    assert "approved" not in {words.field for words in policy.metadata.stated}
    assert policy.metadata.review_date == "2026-03"


def test_a_faulty_sidecar_is_an_error_and_the_document_is_there(tmp_path: Path) -> None:
    collection = with_sidecar(tmp_path, "approved: yesterday\n")
    assert only(collection).metadata.approved == "2024-03"
    assert ("oak/a.yml", "settings-value") in codes(collection)


def test_a_correction_of_a_clause_that_is_not_there_is_told(tmp_path: Path) -> None:
    collection = with_sidecar(tmp_path, "clauses:\n  c-1-1: {duty: must}\n  c-9-9: {duty: must}\n")
    messages = [problem.message for problem in only(collection).problems if problem.code == "sidecar-clause"]
    assert len(messages) == 1
    assert "c-9-9" in messages[0]


def test_a_problem_that_a_person_has_answered_is_not_told(tmp_path: Path) -> None:
    bare = PHONES.replace("Approved by Governors: March 2024\nNext review date: March 2026\n", "")
    without = only(gather(make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": bare})))
    doubts = {problem.code for problem in without.problems}
    assert {code for code in doubts if "review" in code or "date" in code}
    answered = only(with_sidecar(tmp_path, "approved: 2024\nreviewed: 2024\nreview_date: 2026\n", bare))
    assert not {problem.code for problem in answered.problems if "review" in problem.code or "date" in problem.code}


SPLIT = """\
policies:
- starts_at: Uniform Policy – Parents
  slug: for-parents
- starts_at: Uniform Policy – Staff
  owner: A Person
"""


def test_a_sidecar_divides_a_file(tmp_path: Path) -> None:
    collection = with_sidecar(tmp_path, SPLIT, TWO)
    found = {policy.slug: policy.metadata.owner for policy in collection.policies}
    assert found == {"for-parents": "", "uniform-policy-staff": "A Person"}


def test_a_start_that_is_nowhere_is_an_error_and_the_list_is_left_aside(tmp_path: Path) -> None:
    collection = with_sidecar(tmp_path, SPLIT.replace("– Staff", "– Teachers"), TWO)
    assert collection.policies
    assert not any(policy.metadata.owner for policy in collection.policies)
    (problem,) = {problem for problem in pipeline.all_problems(collection) if problem.code == "sidecar-starts"}
    assert "Uniform Policy – Teachers" in problem.message
    assert (problem.file, problem.severity) == ("oak/a.yml", Severity.ERROR)


def test_a_sidecar_that_does_not_say_which_policy_it_means_is_an_error(tmp_path: Path) -> None:
    collection = with_sidecar(tmp_path, "owner: A Person\n", TWO)
    assert len(collection.policies) == 2
    assert not any(policy.metadata.owner for policy in collection.policies)
    assert ("oak/a.yml", "sidecar-ambiguous") in codes(collection)


def test_a_document_without_a_title_is_called_after_its_file(tmp_path: Path) -> None:
    text = "pupils must be quiet in corridors and must walk on the left, and nobody may run at any time of the day.\n"
    collection = gather(make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/corridor_rules.txt": text * 3}))
    policy = only(collection)
    assert (policy.metadata.title, policy.slug) == ("Corridor Rules", "corridor-rules")
    assert ("oak/corridor_rules.txt", "title-missing") in codes(collection)


def test_several_processes_give_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {f"oak/{number}.txt": PHONES.replace("lessons", f"room {number}") for number in range(6)}
    policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/bad.txt": "\0", **files})
    alone = gather(policies)
    monkeypatch.setattr(documents, "WORTH_SHARING", 1)
    assert gather(policies, jobs=2) == alone
    assert len(alone.policies) == 6


def test_progress_counts_the_documents(tmp_path: Path) -> None:
    policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES, "oak/b.txt": TWO})
    told: list[tuple[str, int, int]] = []
    pipeline.gather(policies, 1, lambda *step: told.append(step))
    assert told == [("Reading", 1, 2), ("Reading", 2, 2)]


@pytest.mark.parametrize("files", [{}, {"oak/table.xlsx": "x"}])
def test_nothing_to_build_from_is_refused(tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "policies").mkdir()
    with pytest.raises(UnreadableSource) as refusal:
        gather(make_policies(tmp_path, files))
    assert refusal.value.problem.code == "nothing-to-build"


def test_a_school_without_a_policy_is_there_and_told(tmp_path: Path) -> None:
    collection = gather(make_policies(tmp_path, {"oak/school.yml": "name: Oak\n"}))
    assert [school.name for school in collection.schools] == ["Oak"]
    assert codes(collection) == [("oak", "school-empty")]


def test_a_file_is_examined_wherever_it_lies(tmp_path: Path) -> None:
    (tmp_path / "Some Folder").mkdir()
    file = tmp_path / "Some Folder" / "Phones.txt"
    file.write_text(PHONES)
    school, understood = pipeline.examine(file)
    assert (school.name, understood.problems) == ("Some Folder", ())
    assert [policy.metadata.title for policy in understood.policies] == ["Mobile Phones Policy"]


def test_a_file_is_examined_with_the_settings_beside_it(tmp_path: Path) -> None:
    policies = make_policies(
        tmp_path, {"oak/school.yml": "name: Oak\nx: 1\n", "oak/a.txt": PHONES, "oak/a.yml": "owner: B"}
    )
    school, understood = pipeline.examine(policies / "oak" / "a.txt")
    assert school == read_school(policies / "oak", policies)[0]
    assert [problem.code for problem in understood.problems] == ["settings-unknown-key"]
    assert understood.policies[0].metadata.owner == "B"


class TestBuild:
    def test_a_folder_with_other_things_in_it_is_not_replaced(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES})
        (tmp_path / "site").mkdir()
        (tmp_path / "site" / "thesis.doc").write_text("x")
        with pytest.raises(UnreadableSource) as refusal:
            pipeline.build(policies, tmp_path / "site", 1, silent, TODAY)
        assert refusal.value.problem.code == "folder-in-use"
        assert (tmp_path / "site" / "thesis.doc").exists()

    @pytest.mark.parametrize("site", [".", "policies", "policies/site", "policies/oak/a.txt"])
    def test_the_site_cannot_cover_the_policies(self, tmp_path: Path, site: str) -> None:
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES})
        with pytest.raises(UnreadableSource) as refusal:
            pipeline.build(policies, tmp_path / site, 1, silent, TODAY)
        assert refusal.value.problem.code == "folder-in-use"

    def test_the_build_folder_of_something_else_is_not_replaced(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES})
        (tmp_path / "build" / "docs").mkdir(parents=True)
        (tmp_path / "build" / "docs" / "index.html").write_text("x")
        with pytest.raises(UnreadableSource):
            pipeline.build(policies, tmp_path / "site", 1, silent, TODAY)

    def test_two_builds_are_the_same_to_the_byte(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES, "ash/b.txt": TWO})
        sites = []
        for name in ("one", "two", "one"):
            built = pipeline.build(policies, tmp_path / name / "site", 1, silent, TODAY)
            assert built.rendered
            sites.append(contents(tmp_path / name / "site"))
        assert sites[0] == sites[1] == sites[2]
        assert "schools/oak/mobile-phones-policy/index.html" in sites[0]

    def test_with_and_without_a_cache_the_site_is_the_same_to_the_byte(self, tmp_path: Path) -> None:
        cached, anew = tmp_path / "cached" / "site", tmp_path / "anew" / "site"
        for files in (
            {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES, "ash/b.txt": TWO},
            {"oak/a.txt": PHONES.replace("must", "should"), "ash/b.yml": "owner: A Person\n", "oak/c.txt": PHONES},
            {"oak/a.txt": PHONES},
        ):
            policies = make_policies(tmp_path, files)
            expected = pipeline.build(policies, anew, 1, silent, TODAY)
            for _ in range(2):
                built = pipeline.build(policies, cached, 1, silent, TODAY, Cache(tmp_path / "cache"))
                assert (built.problems, built.rendered) == (expected.problems, True)
                assert contents(cached) == contents(anew)
                assert contents(tmp_path / "cached" / "build") == contents(tmp_path / "anew" / "build")

    def test_nothing_is_done_where_nothing_has_changed(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES})
        cache = Cache(tmp_path / "cache")
        first = pipeline.build(policies, tmp_path / "site", 1, silent, TODAY, cache)
        told: list[str] = []

        def note(stage: str, _done: int, _total: int) -> None:
            told.append(stage)

        again = pipeline.build(policies, tmp_path / "site", 1, note, TODAY, cache)
        assert again == first
        assert told == ["Reading"]

    def test_the_day_counts_where_it_changes_what_is_out_of_date(self, tmp_path: Path) -> None:
        text = f"{PHONES}\nThis policy follows Keeping Children Safe in Education 2025.\n"
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\nnation: england\n", "oak/a.txt": text})
        cache = Cache(tmp_path / "cache")
        page = tmp_path / "site/schools/oak/mobile-phones-policy/index.html"
        told: list[tuple[bool, tuple[str, ...]]] = []
        for day in (date(2026, 8, 30), date(2026, 8, 31), date(2026, 9, 1), date(2026, 10, 1)):
            stages: list[str] = []

            def note(stage: str, _done: int, _total: int, seen: list[str] = stages) -> None:
                seen.append(stage)

            built = pipeline.build(policies, tmp_path / "site", 1, note, day, cache)
            problems = pipeline.with_reviews(built.problems, built.collection, day)
            assert ("stale-reference" in [problem.code for problem in problems]) == (day >= date(2026, 9, 1))
            told.append(("may be out of date" in page.read_text(encoding="utf-8"), tuple(stages)))
        whole = ("Reading", "Comparing", "Publishing", "Rendering")
        assert told == [(False, whole), (False, ("Reading",)), (True, whole), (True, ("Reading",))]

    def test_two_builds_at_once_do_not_mix(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES})
        refused: list[str] = []

        def render(_docs: Path, site: Path, engine: Engine) -> tuple[Problem, ...]:
            with pytest.raises(UnreadableSource) as refusal:
                pipeline.build(policies, site, 1, silent, TODAY)
            refused.append(refusal.value.problem.code)
            return ()

        monkeypatch.setattr(pipeline, "render", render)
        pipeline.build(policies, tmp_path / "site", 1, silent, TODAY)
        assert refused == ["site-busy"]

    def test_what_a_killed_build_left_is_put_right_even_where_nothing_has_changed(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES})
        cache = Cache(tmp_path / "cache")
        pipeline.build(policies, tmp_path / "site", 1, silent, TODAY, cache)
        (tmp_path / "site").rename(tmp_path / "site.old")
        (tmp_path / "site.new").mkdir()
        pipeline.build(policies, tmp_path / "site", 1, silent, TODAY, cache)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["build", "cache", "policies", "site"]

    def test_what_was_spoilt_by_hand_is_made_again(self, tmp_path: Path) -> None:
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES})
        cache = Cache(tmp_path / "cache")
        pipeline.build(policies, tmp_path / "site", 1, silent, TODAY, cache)
        good = contents(tmp_path)
        for spoilt in ("site/index.html", "build/docs/schools/oak/index.md"):
            (tmp_path / spoilt).write_text("spoilt")
        pipeline.build(policies, tmp_path / "site", 1, silent, TODAY, cache)
        assert contents(tmp_path) == good

    def test_a_site_for_another_address_is_rendered_again(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        policies = make_policies(tmp_path, {"oak/school.yml": "name: Oak\n", "oak/a.txt": PHONES})
        rendered: list[str] = []

        def render(_docs: Path, site: Path, engine: Engine) -> tuple[Problem, ...]:
            rendered.append(os.environ["SITE_URL"])
            make_policies(tmp_path, {"../site/data/policies.json": rendered[-1]})
            return ()

        monkeypatch.setattr(pipeline, "render", render)
        for address in ("https://a.example/", "https://a.example/", "https://b.example/"):
            monkeypatch.setenv("SITE_URL", address)
            pipeline.build(policies, tmp_path / "site", 1, silent, TODAY, Cache(tmp_path / "cache"))
        assert rendered == ["https://a.example/", "https://b.example/"]


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_problems_are_as_severe_as_the_settings_of_the_site_have_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policies = make_policies(
        tmp_path, {"oak/school.yml": "name: Oak School\n", "oak/a.txt": "Phones\n\nStaff may ring [name].\n"}
    )
    assert {code for _, code in codes(gather(policies))} >= {"placeholder", "date-missing"}
    settings = tmp_path / "mkdocs.yml"
    settings.write_text(
        "extra:\n  clauseway:\n    severities:\n      placeholder: off\n      date-missing: error\n      x: off\n"
    )
    monkeypatch.setattr(pipeline, "MKDOCS_CONFIG", settings)
    collection = gather(policies)
    told = {problem.code: problem.severity for problem in pipeline.all_problems(collection)}
    assert "placeholder" not in told
    assert told["date-missing"] is Severity.ERROR
    assert told["settings-unknown-key"] is Severity.ERROR
    settings.write_text(
        "extra:\n  clauseway:\n    severities:\n      review-overdue: warning\n      date-missing: off\n"
    )
    late = Problem("review-overdue", Severity.INFO, "Late.", "oak/a.txt")
    told = {problem.code: problem.severity for problem in pipeline.with_reviews([late], collection, date(2026, 1, 1))}
    assert told["review-overdue"] is Severity.WARNING
