"""Speakers of many articles: which are one, which are namesakes, and that order plays no part."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.claims.identities import fullest, identities_in
from sayso.claims.lives import Appearance


def seen(
    name: str,
    role: str | None = None,
    month: str = "2024-03",
    *,
    count: int = 1,
    kind: str = "person",
    place: str | None = None,
) -> Appearance:
    first = f"{month or '9999'}-01 {name}{role}{place}#S1"
    return Appearance(name, kind, role, place, month, count, first)  # type: ignore[arg-type]


def together(block: Sequence[Appearance], seen_as_two: Sequence[frozenset[str]] = ()) -> list[list[str]]:
    groups: dict[int, list[str]] = {}
    alone = []
    for one, number in zip(block, identities_in(block, seen_as_two), strict=True):
        if number < 0:
            alone.append([f"?{one.name}"])
        else:
            groups.setdefault(number, []).append(one.name)
    return sorted(sorted(group) for group in groups.values()) + alone


def test_full_name_short_name_and_last_name_are_one() -> None:
    block = [
        seen("Benjamin Wallis"),
        seen("Ben Wallis", "Defence Secretary", count=9),
        seen("Wallis"),
        seen("Dr. Ben R. Wallis"),
    ]
    assert together(block) == [["Ben Wallis", "Benjamin Wallis", "Dr. Ben R. Wallis", "Wallis"]]


def test_first_names_that_differ_are_two() -> None:
    assert together([seen("Ben Wallis"), seen("Petra Wallis")]) == [["Ben Wallis"], ["Petra Wallis"]]


def test_a_bare_last_name_is_not_guessed_between_two() -> None:
    assert together([seen("Ben Wallis"), seen("Petra Wallis"), seen("Wallis")]) == [
        ["Ben Wallis"],
        ["Petra Wallis"],
        ["?Wallis"],
    ]


def test_a_bare_last_name_goes_to_whom_the_month_is_full_of() -> None:
    block = [seen("Ben Wallis", count=4), seen("Petra Wallis", month="2019-01", count=50), seen("Wallis")]
    assert together(block) == [["Ben Wallis", "Wallis"], ["Petra Wallis"]]


def test_a_role_tells_whom_a_bare_last_name_means() -> None:
    block = [
        seen("Ben Wallis", "goalkeeper"),
        seen("Petra Wallis", "finance minister", count=3),
        seen("Wallis", "goalkeeper"),
    ]
    assert together(block) == [["Ben Wallis", "Wallis"], ["Petra Wallis"]]


def test_namesakes_in_two_walks_of_life_are_two() -> None:
    block = [seen("Ida Holm", "finance minister", count=3), seen("Ida Holm", "goalkeeper", count=2)]
    assert together(block) == [["Ida Holm"], ["Ida Holm"]]


def test_mayors_of_two_towns_are_two() -> None:
    block = [seen("Ida Holm", "mayor of Tarn"), seen("Ida Holm", "mayor of Ostrel")]
    assert together(block) == [["Ida Holm"], ["Ida Holm"]]


def test_a_mayor_who_later_leads_another_town_is_one() -> None:
    block = [seen("Ida Holm", "mayor of Tarn", "2012-03"), seen("Ida Holm", "mayor of Ostrel", "2024-03")]
    assert together(block) == [["Ida Holm", "Ida Holm"]]


def test_a_bare_last_name_is_taken_for_nobody_who_is_named_once_only() -> None:
    assert together([seen("Ben Wallis"), seen("Wallis")]) == [["Ben Wallis"], ["?Wallis"]]
    assert together([seen("Ben Wallis", "nurse"), seen("Wallis", "Nurse")]) == [["Ben Wallis", "Wallis"]]


def test_a_bare_last_name_years_later_is_whom_nearly_all_mean() -> None:
    early = seen("Ben Wallis", month="2012-03", count=30)
    assert together([early, seen("Wallis", month="2020-03")]) == [["Ben Wallis", "Wallis"]]
    assert together([early, seen("Petra Wallis", month="2020-03"), seen("Wallis", month="2020-03")]) == [
        ["Ben Wallis"],
        ["Petra Wallis"],
        ["?Wallis"],
    ]


def test_nobody_sits_in_parliament_and_pleads_in_court_at_one_time() -> None:
    member = [seen("Ida Holm", "Rep.", month) for month in ("2019-01", "2024-03")]
    assert together([*member, seen("Ida Holm", "attorney", "2021-01")]) == [["Ida Holm"], ["Ida Holm", "Ida Holm"]]
    assert len(together([*member, seen("Ida Holm", "attorney", "2012-01")])) == 1
    assert len(together([*member, seen("Ida Holm", "former attorney", "2021-01")])) == 1


def test_members_for_two_states_are_two() -> None:
    block = [seen("Jon Ash", "Michigan Republican", count=3), seen("Jon Ash", "Alabama Republican", "2021-02", count=2)]
    assert together(block) == [["Jon Ash"], ["Jon Ash"]]
    assert len(together([block[0], seen("Jon Ash", "Utah senator", "2031-02", count=2)])) == 1
    assert len(together([block[0], seen("Jon Ash", "former Alabama Republican", "2024-03", count=2)])) == 1


def test_an_officer_is_not_the_member_of_that_time() -> None:
    member = [seen("Jon Ash", "Rep.", month, count=2) for month in ("2019-01", "2024-03")]
    assert len(together([*member, seen("Jon Ash", "Adm.", "2021-01", count=2)])) == 2


def test_a_first_name_misspelt_in_one_letter_is_the_frequent_one() -> None:
    block = [seen("Dianne Wallis", count=9), seen("Diane Wallis", count=2), seen("Petra Wallis")]
    assert together(block) == [["Diane Wallis", "Dianne Wallis"], ["Petra Wallis"]]
    assert len(together([seen("Dianne Wallis", count=3), seen("Diane Wallis", count=2)])) == 2
    assert len(together([seen("Daniel Wallis", count=9), seen("Daniela Wallis")])) == 2


def test_roles_change_over_time() -> None:
    roles = [
        ("lawmaker", "2015-01"),
        ("defence secretary", "2019-07"),
        ("prime minister", "2024-05"),
        (None, "2016-02"),
    ]
    assert len(together([seen("Ben Wallis", role, month) for role, month in roles])) == 1


def test_middle_initials_that_contradict_are_two() -> None:
    assert together([seen("Jon Q. Ash"), seen("Jon R. Ash")]) == [["Jon Q. Ash"], ["Jon R. Ash"]]


def test_one_slip_among_hundreds_makes_no_second_person() -> None:
    assert len(together([seen("Ida Holm", "finance minister", count=400), seen("Ida Holm", "farmer")])) == 1


def test_junior_is_another_where_an_article_has_both() -> None:
    block = [seen("Jon Ash", count=9), seen("Jon Ash Jr.", count=3)]
    assert len(together(block)) == 1
    assert together(block, [frozenset(("Jon Ash", "Jon Ash Jr."))]) == [["Jon Ash"], ["Jon Ash Jr."]]


def test_an_acronym_is_the_organisation_it_stands_for() -> None:
    block = [
        seen("Karveth Miners' Union", kind="organisation", count=5),
        seen("KMU", kind="organisation"),
        seen("K.M.U.", kind="organisation"),
    ]
    assert together(block) == [["K.M.U.", "KMU", "Karveth Miners' Union"]]


def test_an_acronym_means_what_was_spelled_out_in_its_time() -> None:
    block = [
        seen("Karveth Miners Union", month="2012-03", kind="organisation"),
        seen("KMU", month="2012-09", kind="organisation"),
        seen("Kallio Metal Union", month="2023-03", kind="organisation"),
        seen("KMU", month="2024-01", kind="organisation"),
    ]
    assert together(block) == [["KMU", "Kallio Metal Union"], ["KMU", "Karveth Miners Union"]]


def test_an_acronym_of_two_organisations_is_neither() -> None:
    block = [seen(name, kind="organisation") for name in ("Karveth Miners Union", "Kallio Metal Union", "KMU")]
    assert len(together(block)) == 3


def test_what_a_caption_glued_to_a_name_is_passed_over() -> None:
    assert len(together([seen("Ben Wallis", count=5), seen("Photo Ben Wallis")])) == 1


def test_the_name_to_show_is_not_a_bare_last_name() -> None:
    assert fullest({"Wallis": 40, "Ben Wallis": 3, "Benjamin Wallis": 2}) == "Ben Wallis"
    assert fullest({"KMU": 2}) == "KMU"


NAMES = st.sampled_from(
    [
        "Ben Wallis",
        "Wallis",
        "B. Wallis",
        "Benjamin Q. Wallis",
        "Petra Wallis",
        "Wallis Jr.",
        "Photo Ben Wallis",
        "ꙮ Wallis",
        "",
    ]
)
APPEARANCES = st.builds(
    seen,
    NAMES | st.text(max_size=20),
    st.none() | st.sampled_from(["mayor of Tarn", "goalkeeper", "Sen.", "nurse"]) | st.text(max_size=12),
    st.sampled_from(["2024-03", "2019-01", "", "2012-11"]),
    count=st.integers(1, 50),
    kind=st.sampled_from(["person", "organisation", None]),
    place=st.none() | st.sampled_from(["Tarn", "Ostrel"]),
)


@given(
    st.lists(
        APPEARANCES, max_size=12, unique_by=lambda one: (one.name, one.kind, one.role, one.affiliation, one.month)
    ),
    st.randoms(),
)
def test_the_order_of_arrival_does_not_matter(block: list[Appearance], chance: random.Random) -> None:
    def parts(order: list[Appearance]) -> set[frozenset[Appearance]]:
        numbers = identities_in(order)
        groups = {n: frozenset(o for o, m in zip(order, numbers, strict=True) if m == n) for n in numbers if n >= 0}
        return set(groups.values())

    shuffled = list(block)
    chance.shuffle(shuffled)
    assert parts(block) == parts(shuffled)


@pytest.mark.parametrize("size", [3000])
def test_a_name_in_thousands_of_roles_is_worked_out(size: int) -> None:
    block = [seen("Ben Wallis", f"{n} minister", f"20{n % 20 + 10}-0{n % 9 + 1}") for n in range(size)]
    assert len(together(block)) == 1
