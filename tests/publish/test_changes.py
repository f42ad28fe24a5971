"""What is published about the editions of a policy."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from msgspec.structs import replace

from clauseway.changes import compare
from clauseway.model import Collection, Edition, History, Metadata, Nation, Policy, School
from clauseway.publish import publish
from clauseway.publish.site import Files
from tests.changes.texts import policy
from tests.publish.page import Page
from tests.publish.samples import ELM, OAK, PAGES

OLD = "1 Pupils\n\n1.1 Pupils may use phones.\n1.2 Pupils must be on time.\n1.3 Coats are hung up in the hall."
NEW = "1 Pupils\n\n1.1 Pupils may not use phones.\n1.2 Visitors must sign the book.\n1.3 Pupils must be on time."
NASTY = "1 <b>Rules</b>\n\n1.1 Pupils must <script>alert(1)</script> **shout** {{ x }} in [class](javascript:1).\n"
FOLDER = "schools/oak-hill/phones/"


def edition(date: str, of: Policy, before: Policy | None = None, **fields: object) -> Edition:
    ids = {one: one for one in of.ids if one}
    made = Edition(date, "c0ffee" if date else "", "oak-hill/phones.txt", "0" * 64, "text", of.metadata.title)
    return replace(made, comparison=compare(before, of) if before else None, today=ids, **fields)


def school_policy(text: str, title: str = "Phones", slug: str = "phones", **fields: object) -> Policy:
    made = policy(text, title, f"oak-hill/{slug}.txt", slug)
    return replace(made, **{"school": "oak-hill", **fields})


def collection(*editions: str, school: School = OAK, **fields: object) -> Collection:
    """A school with one policy; its editions newest first, a year apart."""
    states = [school_policy(text) for text in editions]
    befores = [*states[1:], None]
    dates = [f"{2026 - n}-03-05" for n, _ in enumerate(states)]
    known = tuple(edition(date, of, old) for date, of, old in zip(dates, states, befores, strict=True))
    history = replace(History(known), **fields)
    return Collection((ELM, school), (states[0],), histories={"oak-hill/phones": history})


def published(site: Collection) -> Files:
    files = publish(site, lambda file: Path("policies") / file, PAGES)
    return {name: one.decode() if isinstance(one, bytes) else one for name, one in files.items()}


def text_of(files: Files, name: str) -> str:
    content = files[name]
    assert isinstance(content, str)
    return content


class TestPage:
    def page(self, *editions: str) -> str:
        return text_of(published(collection(*editions)), f"{FOLDER}changes/index.md")

    def test_editions_stand_newest_first_with_their_days(self) -> None:
        page = self.page(NEW, OLD)
        assert page.index("## 5 March 2026 {: #e-2026-03-05 }") < page.index("## 5 March 2025 {: #e-2025-03-05 }")
        assert "The earliest edition that is kept here." in page

    def test_what_changed_is_said_in_short_and_clause_by_clause(self) -> None:
        page = self.page(NEW, OLD)
        assert "1 clause added, 1 removed, 1 reworded, 1 renumbered." in page
        assert '<li class="change" data-kind="reworded">' in page
        assert "It now says “must not”, before “may”. “not” was added." in page

    def test_words_are_marked_for_eyes_and_ears(self) -> None:
        assert '<ins><span class="unseen" lang="en">[added: </span>not<span class="unseen">]</span></ins>' in self.page(
            NEW, OLD
        )

    def test_a_change_links_to_todays_clause(self) -> None:
        assert '<a href="../#c-1-1">1.1</a>' in self.page(NEW, OLD)

    def test_what_only_has_another_number_is_folded_away(self) -> None:
        page = self.page(NEW, OLD)
        assert '1.2 is now <a href="../#c-1-3">1.3</a>: Pupils must be on time.' in page
        assert "<summary>1 passage only has another number</summary>" in page

    def test_the_same_words_are_no_change(self) -> None:
        assert "No change in the words." in self.page(NEW, NEW.replace("1.1", "1.1."))

    def test_another_format_is_told_apart_from_the_words(self) -> None:
        site = collection(NEW, NEW)
        history = site.histories["oak-hill/phones"]
        newest = replace(history.editions[0], format="pdf")
        site = replace(site, histories={"oak-hill/phones": replace(history, editions=(newest, history.editions[1]))})
        page = text_of(published(site), f"{FOLDER}changes/index.md")
        assert "No change in the words. The file is of another kind: PDF instead of text." in page

    def test_staff_can_sign_for_the_newest_edition(self) -> None:
        page = self.page(NEW, OLD)
        assert "I have read the changes of 5 March 2026 to “Phones” of Oak Hill Primary School." in page
        assert all(f'<th scope="col">{column}</th>' in page for column in ("Name", "Date", "Signature"))
        assert page.index("I have read") < page.index("#e-2025-03-05")

    def test_what_is_not_committed_is_said_to_be_so(self) -> None:
        old, new = school_policy(OLD), school_policy(NEW)
        history = History((edition("", new, old), edition("2024-03-05", old)))
        site = Collection((OAK,), (new,), histories={"oak-hill/phones": history})
        files = published(site)
        assert "## Not put in place yet {: #e-next }" in text_of(files, f"{FOLDER}changes/index.md")
        assert "Changed, and not dated yet" in text_of(files, f"{FOLDER}index.md")
        assert "What changed lately" not in text_of(files, "schools/oak-hill/index.md")

    def test_text_of_a_policy_is_data(self) -> None:
        page = self.page(NASTY.replace("shout", "whisper"), NASTY)
        read = Page(page.partition("---\n\n")[2])
        assert not {tag for tag, _ in read.elements} & {"script"}
        assert "<script>alert" not in page
        assert "<b>Rules" not in page

    def test_dates_are_told_in_words(self) -> None:
        old, new = (
            school_policy(OLD, metadata=Metadata(title="Phones", review_date=date))
            for date in ("2026-03", "2028-03-09")
        )
        history = History((edition("2026-03-05", new, old), edition("2024-03-05", old)))
        page = text_of(
            published(Collection((OAK,), (new,), histories={"oak-hill/phones": history})), f"{FOLDER}changes/index.md"
        )
        assert "<b>Next review:</b>" in page
        assert "9 March 2028" in page
        assert "No clause changed, only dates or names." in page

    def test_the_words_of_a_policy_in_another_language_say_so(self) -> None:
        old, new = (school_policy(text, metadata=Metadata(title="Phones", language="cy")) for text in (OLD, NEW))
        history = History((edition("2026-03-05", new, old), edition("2024-03-05", old)))
        site = Collection((OAK,), (new,), histories={"oak-hill/phones": history})
        assert '<p class="wording" lang="cy">' in text_of(published(site), f"{FOLDER}changes/index.md")


class TestPolicyPage:
    def test_it_leads_to_its_changes(self) -> None:
        page = text_of(published(collection(NEW, OLD)), f"{FOLDER}index.md")
        assert '<time datetime="2026-03-05">5 March 2026</time>' in page
        assert '<a href="changes/">See what changed</a>' in page

    def test_without_a_history_there_is_nothing(self) -> None:
        files = published(replace(collection(NEW, OLD), histories={}))
        assert 'class="changed"' not in text_of(files, f"{FOLDER}index.md")
        assert not [name for name in files if "/changes" in name and name.startswith("schools/")]

    def test_an_old_id_is_an_empty_place_in_its_clause(self) -> None:
        page = text_of(published(collection(NEW, OLD, aliases={"c-old": "c-1-2"})), f"{FOLDER}index.md")
        clause = page[page.index('id="c-1-2"') : page.index('id="c-1-3"')]
        assert '<span class="formerly" id="c-old"></span>' in clause

    def test_an_old_id_never_stands_beside_another_element_of_that_name(self) -> None:
        page = text_of(published(collection(NEW, OLD, aliases={"s-1-pupils": "c-1-2"})), f"{FOLDER}index.md")
        assert 'class="formerly"' not in page


class TestSchoolPage:
    def page(self, site: Collection) -> str:
        return text_of(published(site), "schools/oak-hill/index.md")

    def test_changes_are_listed_newest_first(self) -> None:
        page = self.page(collection(NEW, OLD, NEW))
        entries = [line for line in page.split("\n") if line.startswith('<li><a href="phones/')]
        assert entries[0] == (
            '<li><a href="phones/changes/#e-2026-03-05">Phones</a> <i class="facts">'
            '<time datetime="2026-03-05">5 March 2026</time> · 1 clause added, 1 removed, 1 reworded, 1 renumbered</i></li>'
        )
        assert len(entries) == 2

    def test_an_edition_in_which_nothing_changed_is_not_listed(self) -> None:
        assert "What changed lately" not in self.page(collection(NEW, NEW))

    @pytest.mark.parametrize(
        ("nation", "starts"), [(None, "09-01"), (Nation.WALES, "09-01"), (Nation.SCOTLAND, "08-15")]
    )
    def test_it_says_when_the_school_year_starts(self, nation: Nation | None, starts: str) -> None:
        page = self.page(collection(NEW, OLD, school=replace(OAK, nation=nation)))
        assert f'<ul class="recent" data-year-starts="{starts}">' in page


class TestHomePage:
    def test_it_tells_the_latest_changes(self) -> None:
        site = collection(NEW, OLD, NEW, OLD, NEW)
        files = publish(site, lambda file: Path("policies") / file, {**PAGES, "index.md": b"# Home\n\n<!-- news -->\n"})
        lines = [line for line in str(files["index.md"]).split("\n") if line.startswith("- [")]
        assert len(lines) == 3
        assert lines[0].startswith(
            "- [Phones](schools/oak-hill/phones/changes/index.md#e-2026-03-05) of Oak Hill Primary School, 5 March 2026: "
        )


class TestFeed:
    def test_an_edition_is_an_entry_that_tells_what_changed_clause_by_clause(self) -> None:
        feed = text_of(published(collection(NEW, OLD)), "changes.atom")
        assert (
            "<title>Phones (Oak Hill Primary School): 1 clause added, 1 removed, 1 reworded, 1 renumbered</title>"
            in feed
        )
        assert (
            "Reworded 1.1: It now says “must not”, before “may”. “not” was added. “Pupils may not use phones.”" in feed
        )
        assert 'href="schools/oak-hill/phones/changes/#e-2026-03-05"' in feed
        assert "<updated>2026-03-05T00:00:00Z</updated>" in feed


class TestFormerAddresses:
    def test_a_former_address_leads_on(self) -> None:
        page = text_of(
            published(collection(NEW, OLD, formerly=("oak-hill/mobiles",))), "schools/oak-hill/mobiles/index.html"
        )
        assert '<link rel="canonical" href="../../oak-hill/phones/">' in page
        assert 'http-equiv="refresh" content="0; url=../../oak-hill/phones/"' in page
        assert '<a href="../../oak-hill/phones/">Phones</a>' in page

    def test_what_a_person_states_leads_on(self) -> None:
        site = Collection((OAK,), (school_policy(NEW, formerly=("mobiles",)),))
        assert "schools/oak-hill/mobiles/index.html" in published(site)

    def test_an_address_that_another_policy_has_is_left_to_it(self) -> None:
        trips = school_policy(OLD, "Trips", "trips")
        site = Collection((OAK,), (school_policy(NEW, formerly=("trips", "mobiles")), trips))
        assert "schools/oak-hill/trips/index.html" not in published(site)

    def test_an_address_that_two_policies_had_leads_nowhere(self) -> None:
        one, other = school_policy(NEW, formerly=("old",)), school_policy(OLD, "Trips", "trips", formerly=("old",))
        assert "schools/oak-hill/old/index.html" not in published(Collection((OAK,), (one, other)))

    def test_a_title_is_text(self) -> None:
        site = Collection((OAK,), (school_policy(NEW, "<b>Phones</b>", formerly=("mobiles",)),))
        assert "<b>" not in text_of(published(site), "schools/oak-hill/mobiles/index.html")


class TestData:
    def test_it_is_what_its_schema_says(self) -> None:
        files = published(collection(NEW, OLD, NASTY, aliases={"c-old": "c-1-2"}, formerly=("oak-hill/mobiles",)))
        found = json.loads(text_of(files, f"{FOLDER}changes.json"))
        jsonschema.validate(found, json.loads(text_of(files, "data/schema/changes.json")))
        assert [one["date"] for one in found["editions"]] == ["2026-03-05", "2025-03-05", "2024-03-05"]
        assert found["aliases"] == {"c-old": "c-1-2"}
        assert found["editions"][-1]["compared"] is False

    def test_a_change_names_todays_clause(self) -> None:
        found = json.loads(text_of(published(collection(NEW, OLD)), f"{FOLDER}changes.json"))
        reworded = found["editions"][0]["changes"][0]
        assert (reworded["kind"], reworded["clause"]) == ("reworded", "oak-hill/phones#c-1-1")
        assert reworded["text"][1] == {"step": "added", "words": "not"}
        assert reworded["called_out"][0] == {"what": "duty", "before": "may", "after": "must_not"}

    def test_every_field_is_described(self) -> None:
        schema = json.loads(text_of(published(collection(NEW, OLD)), "data/schema/changes.json"))
        lacking = [
            f"{record}.{field}"
            for record, definition in schema["$defs"].items()
            for field, rule in definition.get("properties", {}).items()
            if "description" not in rule
        ]
        assert not lacking
