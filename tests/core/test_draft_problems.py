"""Every problem that a draft can have, field by field."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from support import TODAY

from tracker.core.catalog import Catalog
from tracker.core.drafts import (
    LONGEST_LINE,
    LONGEST_NOTE,
    BotoxDraft,
    EntryDraft,
    MicrodermabrasionDraft,
    PersonDraft,
    PointDraft,
    RatingDraft,
    Unreadable,
)
from tracker.core.errors import PROBLEM_CODES, InvalidDraftError, Problem

TOMORROW = TODAY + timedelta(1)
PERSON = PersonDraft(name="Ines Marlow")
SESSION = MicrodermabrasionDraft(on=TODAY)
BOTOX = BotoxDraft(on=TODAY, product="botox_cosmetic")
RATING = RatingDraft(on=TODAY, scores={"texture": 5})


def at(site: str | None = "procerus", units: Any = Decimal(4), x: Any = None, y: Any = None) -> PointDraft:
    return PointDraft(site=site, units=units, x=x, y=y)


PROBLEMS: list[tuple[PersonDraft | EntryDraft, dict[str, Any], tuple[str, str, str]]] = [
    (PERSON, {"name": " \t"}, ("name", "required", "")),
    (PERSON, {"name": "x" * (LONGEST_LINE + 1)}, ("name", "too_long", "500")),
    (PERSON, {"sort_name": "Mar\0low"}, ("sort_name", "bad_text", "")),
    (PERSON, {"email": "\ud800"}, ("email", "bad_text", "")),
    (PERSON, {"notes": "x" * (LONGEST_NOTE + 1)}, ("notes", "too_long", "100000")),
    (PERSON, {"allergies": "\0"}, ("allergies", "bad_text", "")),
    (PERSON, {"birth_date": TOMORROW}, ("birth_date", "in_future", "2026-03-10")),
    (PERSON, {"birth_date": date(1899, 12, 31)}, ("birth_date", "before_1900", "1899-12-31")),
    (PERSON, {"birth_date": Unreadable("30 Feb", "not_a_date")}, ("birth_date", "not_a_date", "30 Feb")),
    (PERSON, {"skin_type": 0}, ("skin_type", "out_of_range", "1 6")),
    (PERSON, {"skin_type": 7}, ("skin_type", "out_of_range", "1 6")),
    (PERSON, {"cautions": ("cold_sores", "bad_luck")}, ("cautions", "unknown_word", "bad_luck")),
    (SESSION, {"on": None}, ("on", "required", "")),
    (SESSION, {"on": TOMORROW}, ("on", "in_future", "2026-03-10")),
    (SESSION, {"on": date(1899, 12, 31)}, ("on", "before_1900", "1899-12-31")),
    (SESSION, {"on": Unreadable("2026-02-30", "not_a_date")}, ("on", "not_a_date", "2026-02-30")),
    (SESSION, {"at": Unreadable("25:00", "not_a_time")}, ("at", "not_a_time", "25:00")),
    (SESSION, {"note": "\udfff"}, ("note", "bad_text", "")),
    (SESSION, {"provider": "x" * (LONGEST_LINE + 1)}, ("provider", "too_long", "500")),
    (SESSION, {"cost": Unreadable("much", "not_a_number")}, ("cost", "not_a_number", "much")),
    (SESSION, {"cost": Decimal("-0.01")}, ("cost", "negative", "-0.01")),
    (SESSION, {"cost": Decimal("NaN")}, ("cost", "not_a_number", "NaN")),
    (SESSION, {"cost": Decimal("Infinity")}, ("cost", "not_a_number", "Infinity")),
    (SESSION, {"cost": Decimal("1e9")}, ("cost", "out_of_range", "0 1000000000")),
    (SESSION, {"cost": Decimal("1e99999")}, ("cost", "out_of_range", "0 1000000000")),
    (SESSION, {"cost": Decimal("0.1234567890123456789")}, ("cost", "too_long", "20")),
    (SESSION, {"currency": "euro"}, ("currency", "unknown_word", "euro")),
    (SESSION, {"currency": "€"}, ("currency", "unknown_word", "€")),
    (SESSION, {"currency": "ÄÖÜ"}, ("currency", "unknown_word", "ÄÖÜ")),
    (SESSION, {"override_reason": "\0"}, ("override_reason", "bad_text", "")),
    (SESSION, {"device": "laser"}, ("device", "unknown_word", "laser")),
    (SESSION, {"grit": "x" * (LONGEST_LINE + 1)}, ("grit", "too_long", "500")),
    (SESSION, {"vacuum": Decimal(-1)}, ("vacuum", "negative", "-1")),
    (SESSION, {"vacuum": Decimal(20), "vacuum_unit": "psi"}, ("vacuum_unit", "unknown_word", "psi")),
    (SESSION, {"passes": -1}, ("passes", "negative", "-1")),
    (SESSION, {"passes": 1_001}, ("passes", "out_of_range", "0 1000")),
    (SESSION, {"passes": Unreadable("2.5", "not_whole")}, ("passes", "not_whole", "2.5")),
    (SESSION, {"minutes": 1_441}, ("minutes", "out_of_range", "0 1440")),
    (SESSION, {"areas": ("chin", "elbow")}, ("areas", "unknown_word", "elbow")),
    (SESSION, {"reaction": 5}, ("reaction", "out_of_range", "0 4")),
    (SESSION, {"products_after": "\0"}, ("products_after", "bad_text", "")),
    (BOTOX, {"product": None}, ("product", "required", "")),
    (BOTOX, {"product": "botulax"}, ("product", "unknown_word", "botulax")),
    (BOTOX, {"units": Decimal("4.25")}, ("units", "finer_than_tenth", "4.25")),
    (BOTOX, {"units": Decimal(-4)}, ("units", "negative", "-4")),
    (BOTOX, {"units": Decimal("1e40")}, ("units", "out_of_range", "0 1000000000")),
    (BOTOX, {"units": Decimal(5), "points": [at()]}, ("units", "total_differs", "4")),
    (BOTOX, {"points": [at(units=Decimal(999_999_999)), at("mentalis-r")]}, ("units", "out_of_range", "0 1000000000")),
    (BOTOX, {"points": [at("elbow")]}, ("points", "unknown_site", "elbow")),
    (BOTOX, {"points": [at(), at()]}, ("points", "site_twice", "procerus")),
    (BOTOX, {"points": [at(units=None)]}, ("points", "required", "procerus")),
    (BOTOX, {"points": [at(None)]}, ("points", "required", "")),
    (BOTOX, {"points": [at(None, x=Decimal(1))]}, ("points", "required", "")),
    (BOTOX, {"points": [at(units=Decimal("0.05"))]}, ("points", "finer_than_tenth", "0.05")),
    (BOTOX, {"points": [at(units=Unreadable("four", "not_a_number"))]}, ("points", "not_a_number", "four")),
    (BOTOX, {"points": [at(None, x=Decimal("NaN"), y=Decimal(2))]}, ("points", "not_a_number", "NaN")),
    (BOTOX, {"dilution_ml": Decimal("-2.5")}, ("dilution_ml", "negative", "-2.5")),
    (BOTOX, {"lot": "\0"}, ("lot", "bad_text", "")),
    (BOTOX, {"expires": "2026-13"}, ("expires", "not_a_date", "2026-13")),
    (RATING, {"scores": {}}, ("scores", "needs_score", "")),
    (RATING, {"scores": {"texture": None}}, ("scores", "needs_score", "")),
    (RATING, {"scores": {"texture": 11}}, ("texture", "out_of_range", "0 10")),
    (RATING, {"scores": {"texture": -1}}, ("texture", "negative", "-1")),
    (RATING, {"scores": {"wrinkles": Unreadable("6.5", "not_whole")}}, ("wrinkles", "not_whole", "6.5")),
    (RATING, {"scores": {"texture": 5, "pores": 5}}, ("scores", "unknown_word", "pores")),
    (RATING, {"scale_id": "worst10-v1"}, ("scale_id", "unknown_word", "worst10-v1")),
    (RATING, {"scale_version": 2}, ("scale_id", "unknown_word", "best10-v1 2 high_is_best")),
    (RATING, {"scale_direction": "low_is_best"}, ("scale_id", "unknown_word", "best10-v1 1 low_is_best")),
    (RATING, {"wrinkles_original": 11}, ("wrinkles_original", "out_of_range", "0 10")),
    (RATING, {"on": TOMORROW}, ("on", "in_future", "2026-03-10")),
]


@pytest.mark.parametrize(
    ("draft", "changed", "problem"), PROBLEMS, ids=[f"{p[0]} {p[1]} {n}" for n, (*_, p) in enumerate(PROBLEMS)]
)
def test_a_wrong_field_is_named_with_what_is_wrong_and_nothing_else(
    draft: PersonDraft | EntryDraft, changed: dict[str, Any], problem: tuple[str, str, str], catalog: Catalog
) -> None:
    assert replace(draft, **changed).problems(TODAY, catalog) == (Problem(*problem),)


def test_every_problem_code_is_told_by_a_draft_or_asked_for_by_the_verb_that_saves() -> None:
    elsewhere = {"needs_note", "in_past", "taken", "has_blank", "before_contact"}
    elsewhere |= {"before_treatment", "after_onset", "ends_before_onset"}
    assert {code for *_, (_, code, _) in PROBLEMS} | elsewhere == set(PROBLEM_CODES)


def test_an_empty_draft_names_all_that_is_needed(catalog: Catalog) -> None:
    assert PersonDraft().problems(TODAY, catalog) == (Problem("name", "required"),)
    assert MicrodermabrasionDraft().problems(TODAY, catalog) == (Problem("on", "required"),)
    assert BotoxDraft().problems(TODAY, catalog) == (Problem("on", "required"), Problem("product", "required"))
    assert RatingDraft().problems(TODAY, catalog) == (Problem("on", "required"), Problem("scores", "needs_score"))


@pytest.mark.parametrize(
    ("draft", "changed"),
    [
        (PERSON, {}),
        (PERSON, {"name": "x" * LONGEST_LINE, "notes": "x" * LONGEST_NOTE, "skin_type": 6, "birth_date": TODAY}),
        (PERSON, {"name": "日本 \U0001f600 עברית", "cautions": ("cold_sores", "pregnancy")}),
        (SESSION, {}),
        (SESSION, {"on": date(1900, 1, 1), "reaction": 0, "passes": 0, "minutes": 0, "cost": Decimal(0)}),
        (SESSION, {"vacuum": Decimal(20)}),
        (SESSION, {"vacuum": Decimal("22.0119"), "vacuum_unit": "kPa", "cost": Decimal("999999999.99")}),
        (SESSION, {"currency": " eur "}),
        (BOTOX, {"product": "other"}),
        (BOTOX, {"units": Decimal("20.50"), "expires": "2027-02"}),
        (BOTOX, {"units": Decimal("4.0"), "points": [at()], "expires": " 2027-02-28 "}),
        (BOTOX, {"points": [at(None, x=Decimal("1.5"), y=Decimal(2)), at(None, x=Decimal(9), y=Decimal(9))]}),
        (RATING, {"scores": {"texture": 0, "wrinkles": 10, "tone": None}}),
        (RATING, {"rater": None}),
    ],
)
def test_all_that_may_be_unknown_and_every_limit_itself_is_accepted(
    draft: PersonDraft | EntryDraft, changed: dict[str, Any], catalog: Catalog
) -> None:
    assert replace(draft, **changed).problems(TODAY, catalog) == ()


def test_several_problems_are_told_together(catalog: Catalog) -> None:
    draft = BotoxDraft(at=Unreadable("noon", "not_a_time"), units=Decimal(-1), expires="soon")

    assert [problem.field for problem in draft.problems(TODAY, catalog)] == ["on", "at", "product", "units", "expires"]


def test_a_total_is_not_compared_while_a_point_cannot_be_read(catalog: Catalog) -> None:
    draft = replace(BOTOX, units=Decimal(8), points=[at(), at("mentalis-r", Unreadable("4,,", "not_a_number"))])

    assert [problem.code for problem in draft.problems(TODAY, catalog)] == ["not_a_number"]


def test_the_error_of_an_invalid_draft_names_fields_and_codes_without_what_was_typed() -> None:
    error = InvalidDraftError((Problem("on", "required"), Problem("note", "bad_text", "private words")))

    assert str(error) == "on: required, note: bad_text"
