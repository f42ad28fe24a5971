"""A document through its editions, from the files of a repository to what is known of each policy."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from clauseway import documents, histories, history, pipeline
from clauseway.cache import Cache, Remembered
from clauseway.document import Understood, understand
from clauseway.histories import look_back as look_back_from
from clauseway.model import Collection, History, School
from clauseway.sources import Found
from tests.folders import PHONES
from tests.repository import Repository

ROUND_TRIP = Path(__file__).parent / "formats" / "round_trip"
NEXT = PHONES.replace("1.1 Pupils", "1.1 Pupils must come in by the gate.\n1.2 Pupils").replace(
    "1.2 Pupils must not", "1.3 Pupils must not"
)
LAST = NEXT.replace("must not use phones in lessons", "may use phones in lessons")
TWO = """\
Uniform Policy – Parents

1 Shirts

1.1 Parents must buy white shirts.
1.2 Parents must label shirts.

Uniform Policy – Staff

1 Shirts

1.1 Staff must wear shirts.
1.2 Staff must iron their shirts.
"""


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repo")
    made.write({"oak/school.yml": "name: Oak School\n"})
    return made


def look_back(repository: Repository, jobs: int = 1) -> Collection:
    collection = pipeline.gather(repository.policies, 1, lambda *_: None)
    return look_back_from(collection, repository.policies, jobs, Cache(), lambda *_: None)


def only(repository: Repository) -> History:
    (found,) = look_back(repository).histories.values()
    return found


def kinds(found: History) -> list[list[str]]:
    return [
        [change.kind.value for change in edition.comparison.changes] for edition in found.editions if edition.comparison
    ]


def test_each_edition_is_compared_with_the_one_before(repository: Repository) -> None:
    first = repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.commit("2025-03-05", {"oak/phones.txt": NEXT})
    repository.commit("2026-03-05", {"oak/phones.txt": LAST})
    found = only(repository)
    assert [edition.date for edition in found.editions] == ["2026-03-05", "2025-03-05", "2024-03-05"]
    assert kinds(found) == [["reworded"], ["added", "renumbered", "renumbered"]]
    assert found.editions[-1].commit == first
    assert not found.cut


def test_ids_of_earlier_editions_lead_to_todays_clause(repository: Repository) -> None:
    words = "Staff must lock the phones away until the end of the day."
    repository.commit("2024-03-05", {"oak/phones.txt": f"{PHONES}\n{words}\n"})
    repository.commit("2025-03-05", {"oak/phones.txt": f"{PHONES}\n{words.replace('of the day', 'of school')}\n"})
    collection = look_back(repository)
    ((old, new),) = collection.histories["oak/mobile-phones-policy"].aliases.items()
    assert old != new
    assert new in collection.policies[0].ids
    assert old not in collection.policies[0].ids


def test_a_number_that_another_clause_bears_today_leads_to_that_one(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.commit("2025-03-05", {"oak/phones.txt": NEXT})
    assert only(repository).aliases == {}
    assert only(repository).editions[0].today == {"c-1-1": "c-1-1", "c-1-2": "c-1-2", "c-1-3": "c-1-3"}


def test_the_same_words_in_another_format_are_no_change(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/conduct.docx": (ROUND_TRIP / "policy.docx").read_bytes()})
    repository.git("mv", "policies/oak/conduct.docx", "policies/oak/conduct.pdf")
    repository.git("commit", "-q", "-m", "Rename")
    repository.commit("2025-03-05", {"oak/conduct.pdf": (ROUND_TRIP / "policy.pdf").read_bytes()})
    newest, _ = only(repository).editions
    assert newest.format == "pdf"
    assert newest.comparison
    assert (newest.comparison.changes, newest.comparison.facts) == ((), ())


def test_former_addresses_are_known_by_title_and_by_school(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.commit("2025-03-05", {"oak/phones.txt": PHONES.replace("Mobile Phones", "Devices")})
    repository.git("mv", "policies/oak", "policies/old-oak")
    repository.commit("2026-02-05", {})
    repository.commit("2026-03-05", {"old-oak/phones.txt": NEXT.replace("Mobile Phones", "Devices")})
    (name,) = look_back(repository).histories
    assert name == "old-oak/devices-policy"
    assert only(repository).formerly == ("oak/devices-policy", "oak/mobile-phones-policy")


def test_a_new_file_goes_on_where_the_old_one_of_the_same_title_ended(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones 2024.docx": PHONES, "oak/notes.yml": "title: x\n"})
    repository.git("mv", "policies/oak/phones 2024.docx", "policies/oak/phones 2024.txt")
    repository.commit("2024-03-05", {"oak/notes.yml": None})
    repository.commit("2025-03-05", {"oak/phones new.txt": LAST})
    repository.commit("2025-03-07", {"oak/phones 2024.txt": None})
    found = only(repository)
    assert [(edition.date, edition.file) for edition in found.editions] == [
        ("2025-03-05", "oak/phones new.txt"),
        ("2024-03-05", "oak/phones 2024.txt"),
    ]
    assert found.formerly == ()


def test_under_another_title_it_goes_on_if_a_person_says_so(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones 2024.txt": PHONES.replace("Policy", "Policy 2024")})
    repository.commit("2025-03-05", {"oak/phones 2024.txt": None, "oak/phones 2025.txt": LAST.replace("1", "I")})
    assert look_back(repository).histories == {}
    repository.write({"oak/phones 2025.yml": "formerly: mobile-phones-policy-2024\n"})
    assert [edition.date for edition in only(repository).editions] == ["2025-03-05", "2024-03-05"]


def test_what_is_not_committed_is_an_edition_without_a_date(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    assert look_back(repository).histories == {}
    repository.write({"oak/phones.txt": NEXT})
    assert [edition.date for edition in only(repository).editions] == ["", "2024-03-05"]


def test_what_is_not_committed_and_says_the_same_is_none(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.write({"oak/phones.txt": PHONES.replace("\n", "\r\n")})
    assert look_back(repository).histories == {}


def test_a_file_that_was_never_committed_has_no_history(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.write({"oak/uniform.txt": TWO})
    assert look_back(repository).histories == {}


def test_an_edition_that_cannot_be_read_is_passed_over(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.commit("2025-03-05", {"oak/phones.txt": b"\x00\x01\x02"})
    repository.commit("2026-03-05", {"oak/phones.txt": NEXT})
    assert [edition.date for edition in only(repository).editions] == ["2026-03-05", "2024-03-05"]


def test_no_more_editions_than_a_few_are_looked_at(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "MOST_EDITIONS", 3)
    for year in range(2020, 2026):
        repository.commit(f"{year}-03-05", {"oak/phones.txt": f"{PHONES}1.3 Phones are lent for {year} hours.\n"})
    found = only(repository)
    assert [edition.date[:4] for edition in found.editions] == ["2025", "2024", "2023"]
    assert found.cut


def test_policies_of_one_file_have_their_own_histories(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/uniform.txt": TWO})
    repository.commit("2025-03-05", {"oak/uniform.txt": TWO.replace("must wear shirts", "must not wear jeans")})
    found = look_back(repository).histories
    changes = {name: one.editions[0].comparison.changes for name, one in found.items() if one.editions[0].comparison}
    assert {name: len(some) for name, some in changes.items()} == {
        "oak/uniform-policy-parents": 0,
        "oak/uniform-policy-staff": 1,
    }


def test_an_earlier_edition_is_read_with_the_settings_that_stood_beside_it_last(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.commit("2024-04-05", {"oak/phones.yml": "owner: A. Bell\ntitle: Phones\n"})
    repository.commit("2025-03-05", {"oak/phones.txt": NEXT, "oak/phones.yml": "owner: B. Moor\ntitle: Phones\n"})
    newest, earliest = only(repository).editions
    assert earliest.title == "Phones"
    assert newest.comparison
    assert [(fact.field, fact.before, fact.after) for fact in newest.comparison.facts] == [
        ("owner", "A. Bell", "B. Moor")
    ]


def test_settings_of_a_later_edition_are_not_those_of_an_earlier_one(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.commit("2024-04-05", {"oak/phones.yml": "title: Phones\n"})
    repository.commit("2025-03-05", {"oak/phones.txt": NEXT})
    repository.commit("2025-04-05", {"oak/phones.yml": "title: Mobiles\n"})
    repository.commit("2026-03-05", {"oak/phones.txt": LAST})
    assert [edition.title for edition in only(repository).editions] == ["Mobiles", "Mobiles", "Phones"]


def test_several_processes_find_the_same(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES, "oak/uniform.txt": TWO})
    repository.commit("2025-03-05", {"oak/phones.txt": NEXT, "oak/uniform.txt": TWO.replace("white", "blue")})
    alone = look_back(repository).histories
    monkeypatch.setattr(histories, "WORTH_SHARING", 1)
    assert look_back(repository, jobs=2).histories == alone


def test_a_part_of_the_history_is_hinted_at(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.commit("2025-03-05", {"oak/phones.txt": NEXT})
    shallow = Repository.__new__(Repository)
    repository.git("clone", "-q", "--depth", "1", f"file://{repository.folder}", str(tmp_path / "shallow"))
    shallow.folder, shallow.policies = tmp_path / "shallow", tmp_path / "shallow" / "policies"
    found = look_back(shallow)
    assert found.histories == {}
    assert [problem.code for problem in found.problems] == ["history-shallow"]
    assert "history-shallow" not in {problem.code for problem in look_back(repository).problems}


def test_a_folder_without_git_is_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "policies" / "oak").mkdir(parents=True)
    (tmp_path / "policies" / "oak" / "phones.txt").write_text(PHONES)
    collection = pipeline.gather(tmp_path / "policies", 1, lambda *_: None)
    assert look_back_from(collection, tmp_path / "policies", 1, Cache(), lambda *_: None) == collection


def test_what_was_worked_out_before_is_not_worked_out_again(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.commit("2025-03-05", {"oak/phones.txt": NEXT})
    collection = pipeline.gather(repository.policies, 1, lambda *_: None)
    cache = Cache(tmp_path / "cache")
    first = look_back_from(collection, repository.policies, 1, cache, lambda *_: None)
    monkeypatch.setattr(histories, "recall", None)
    assert look_back_from(collection, repository.policies, 1, cache, lambda *_: None) == first
    assert first.histories


def test_editions_that_were_read_before_are_not_read_again(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noting(found: Found, school: School, policies: Path) -> Understood:
        read.append(found.path.read_text().splitlines()[-1])
        return understand(found, school, policies)

    monkeypatch.setattr(documents, "understand", noting)
    cache = Cache(tmp_path / "cache")
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    for day, text in (("2025-03-05", NEXT), ("2026-03-05", LAST)):
        repository.commit(day, {"oak/phones.txt": text})
        collection = pipeline.gather(repository.policies, 1, lambda *_: None)
        read.clear()
        look_back_from(collection, repository.policies, 1, cache, lambda *_: None)
        assert len(read) == 1


def test_another_history_makes_other_pages(repository: Repository) -> None:
    repository.commit("2024-03-05", {"oak/phones.txt": PHONES})
    repository.commit("2025-03-05", {"oak/phones.txt": NEXT})
    collection = look_back(repository)
    without = replace(collection, histories={})
    memory = Remembered(Cache())
    made_from = (
        pipeline._published_from(one, repository.policies, date(2026, 3, 29), memory) for one in (collection, without)
    )
    assert len(set(made_from)) == 2
