"""Which clauses are related, how, in which order, and within which bounds."""

from __future__ import annotations

import msgspec

from clauseway.model import Audience, Duty, Kind, MatterFit, Related, Relation
from clauseway.relate import Clause, relate
from clauseway.relate.closeness import closeness, known
from clauseway.relate.marked import Clauses

TITLES = {"phones": "Using a phone", "friends": "Being friends online", "kit": "PE kit"}


def clause(
    name: str, words: str, *matters: str, duty: Duty = Duty.MUST_NOT, stem: str = "", score: float = 0.9
) -> Clause:
    fits = tuple(MatterFit(slug, score) for slug in matters)
    return Clause(name, words, duty, frozenset({Audience.PUPILS}), fits, stems=(stem,) if stem else ())


A = clause("oak/phones#c-1", "use a phone at break or at lunch on the school site", "phones")
B = clause("elm/phones#c-2", "use a phone at break or at lunch on the school site", "phones")
C = clause("ash/rules#c-3", "have their mobile switched on before the last bell", "phones", duty=Duty.SHOULD_NOT)
D = clause("ash/rules#c-4", "ask teachers to be friends", "friends")


def of(found: dict[str, tuple[Related, ...]], name: str) -> list[tuple[str, Relation]]:
    return [(one.clause, one.relation) for one in found.get(name, ())]


def test_clauses_on_one_matter_are_related_the_likest_first() -> None:
    found = relate([A, B, C, D], TITLES)
    assert of(found, A.id) == [(B.id, Relation.SAME_WORDING), (C.id, Relation.DIFFERS)]
    assert "this school forbids it, that one advises against it" in found[A.id][1].why
    assert found[A.id][1].why.startswith("Both rule on: using a phone")
    assert D.id not in found


def test_relations_hold_both_ways() -> None:
    found = relate([A, B, C], TITLES)
    pairs = {(name, other) for name, some in found.items() for other, _ in of({name: some}, name)}
    assert pairs == {(other, name) for name, other in pairs}


def test_clauses_of_one_policy_are_not_related_to_one_another() -> None:
    assert relate([A, clause("oak/phones#c-9", "use a phone in lessons", "phones")], TITLES) == {}


def test_the_order_of_clauses_changes_nothing() -> None:
    assert relate([A, B, C, D], TITLES) == relate([D, C, B, A], TITLES)


def test_of_many_clauses_of_a_school_the_surest_come_first() -> None:
    many = [clause(f"elm/p#c-{n}", "use a phone in a room at break", "phones", score=0.7 + n / 100) for n in range(9)]
    assert [name for name, _ in of(relate([A, *many], TITLES), A.id)] == [f"elm/p#c-{n}" for n in range(8, -1, -1)]


def test_with_very_many_schools_each_clause_has_a_bounded_number() -> None:
    many = [clause(f"s{n:03}/p#c-1", f"use a phone in room {n}", "phones") for n in range(150)]
    found = relate(many, TITLES)
    assert max(len(some) for some in found.values()) == 6
    assert len(found) == 150


def test_shared_wording_under_other_stems_is_told_apart_by_force() -> None:
    words = "use a phone in the hall before the first bell"
    allowed = clause("elm/p#c-1", words, "phones", duty=Duty.MAY, stem="Pupils may:")
    forbidden = clause("oak/p#c-1", words, "phones", stem="Pupils must not:")
    (only,) = relate([allowed, forbidden], TITLES)[allowed.id]
    assert only.relation is Relation.DIFFERS
    assert "in the same words; this school allows it, that one forbids it" in only.why


def test_what_every_policy_has_is_related_only_between_policies_of_a_kind() -> None:
    mine, other = (msgspec.structs.replace(one, kind=Kind.UNIFORM) for one in (A, B))
    third = msgspec.structs.replace(C, kind=Kind.BEHAVIOUR)
    assert of(relate([mine, other, third], TITLES, {"phones"}), A.id) == [(B.id, Relation.SAME_WORDING)]
    assert len(of(relate([mine, other, third], TITLES), A.id)) == 2


def test_of_two_matters_as_sure_the_reason_does_not_depend_on_the_order() -> None:
    one, other = clause("oak/p#c-1", "wear it", "phones", "kit"), clause("elm/p#c-1", "wear it", "kit", "phones")
    alone = clause("ash/p#c-1", "use a phone", "phones")
    assert {relate(some, TITLES)[one.id][0].matter for some in ([one, other, alone], [alone, other, one])} == {"kit"}


def test_a_title_in_capitals_keeps_them() -> None:
    one, other = clause("oak/p#c-1", "wear it", "kit"), clause("elm/p#c-1", "wear it", "kit")
    assert relate([one, other], TITLES)[one.id][0].why == "Both rule on: PE kit."


def test_policies_of_one_school_are_told_apart_as_policies() -> None:
    other = clause("oak/rules#c-1", "use a phone at break", "phones", duty=Duty.MAY)
    assert "; this policy forbids it, that one allows it" in relate([A, other], TITLES)[A.id][0].why


def test_with_very_many_schools_the_best_are_kept() -> None:
    many = [clause(f"s{n:03}/p#c-1", "use a phone in a room", "phones", score=0.3 + n / 220) for n in range(150)]
    many[0] = clause("s000/p#c-1", "use a phone in a room", "phones", score=1.0)
    assert [name[:4] for name, _ in of(relate(many, TITLES), many[0].id)] == [f"s{n}" for n in range(149, 143, -1)]


def test_of_two_clauses_of_a_school_the_further_is_only_something_near() -> None:
    far = clause("elm/phones#c-7", "switch on a handset in the hall", "phones", score=0.85)
    like_it = msgspec.structs.replace(far, id="ash/phones#c-7")
    found = of(relate([A, B, far, like_it], TITLES), A.id)
    assert found[0] == (B.id, Relation.SAME_WORDING)
    assert (far.id, Relation.TOPIC) in found
    assert of(relate([A, far], TITLES), A.id) == [(far.id, Relation.SAME)]


def test_what_binds_others_is_less_close() -> None:
    theirs = msgspec.structs.replace(B, audiences=frozenset({Audience.PARENTS}))
    unknown = msgspec.structs.replace(B, audiences=frozenset())
    assert closeness(known(A), known(theirs)) < closeness(known(A), known(B)) == closeness(known(A), known(unknown))


def test_the_less_sure_their_other_matters_are_the_less_they_part_two_clauses() -> None:
    sure, unsure = (clause("elm/p#c-1", A.words, "kit", score=score) for score in (1.0, 0.3))
    assert closeness(known(A), known(sure)) < closeness(known(A), known(unsure)) < closeness(known(A), known(B))


def test_whom_a_policy_is_for_is_part_of_what_relations_are_found_from() -> None:
    other = msgspec.structs.replace(A, addressees=frozenset({Audience.PARENTS}))
    assert Clauses([A]).all[0].mark != Clauses([other]).all[0].mark


def test_a_clause_that_stands_alone_rules_on_the_same_as_the_closest_to_it() -> None:
    far = clause("elm/phones#c-7", "switch on a handset in the hall", "phones")
    related = relate([A, B, far], TITLES)
    assert of(related, far.id)[0] == (A.id, Relation.SAME)
    assert of(related, A.id) == [(B.id, Relation.SAME_WORDING), (far.id, Relation.SAME)]


def test_without_a_matter_in_common_the_closest_must_be_clearly_the_closest() -> None:
    mine = msgspec.structs.replace(
        clause("oak/p#c-1", "wear plain grey socks in the frosty months", "kit"), near=(MatterFit("phones", 0.5),)
    )
    theirs, other = clause("elm/p#c-1", "grey gloves", "phones"), clause("ash/p#c-1", "gloves, grey", "phones")
    assert of(relate([mine, theirs], TITLES), mine.id) == [(theirs.id, Relation.SAME)]
    assert relate([mine, theirs, other], TITLES).get(mine.id) is None


def test_what_every_policy_has_is_not_looked_for_twice() -> None:
    mine = msgspec.structs.replace(
        clause("oak/p#c-1", "wear plain grey socks in the frosty months", "kit"), near=(MatterFit("phones", 0.5),)
    )
    theirs = clause("elm/p#c-1", "grey gloves", "phones")
    assert relate([mine, theirs], TITLES, {"kit"}) == {}
    assert relate([mine, theirs], TITLES, {"phones"}) == {}


def test_clauses_on_whom_something_is_for_differ_where_they_name_others() -> None:
    mine, theirs = (
        clause(f"{school}/p#c-1", words, "kit")
        for school, words in (("oak", "this covers staff and volunteers"), ("elm", "this covers all staff"))
    )
    (same,), (differs,) = (relate([mine, theirs], TITLES, (), on)[mine.id] for on in ((), {"kit"}))
    assert same.relation is Relation.SAME
    assert differs.why == "Both rule on: PE kit; only one of them covers volunteers."


def test_clauses_that_are_only_like_a_matter_are_found_by_it() -> None:
    mine, theirs = (
        msgspec.structs.replace(one, matters=(), near=(MatterFit("phones", 0.3), MatterFit("kit", 0.2)))
        for one in (A, B)
    )
    (only,) = relate([mine, theirs], TITLES)[mine.id]
    assert (only.relation, only.matter) == (Relation.SAME_WORDING, "phones")


def test_the_heading_and_the_title_count_a_little() -> None:
    plain, other = clause("oak/p#c-1", "It is charged", "kit"), clause("elm/p#c-1", "No tablets", "kit")
    same = [msgspec.structs.replace(one, heading="Batteries", title="Charging") for one in (plain, other)]
    (without,), (within,) = relate([plain, other], TITLES)[plain.id], relate(same, TITLES)[plain.id]
    assert within.score > without.score


def test_what_is_too_long_to_be_a_rule_is_not_compared() -> None:
    long = clause("elm/p#c-1", f"{A.words} {'again and again ' * 400}", "phones")
    assert relate([A, long], TITLES) == {}
