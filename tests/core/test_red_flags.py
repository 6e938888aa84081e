"""A red-flag term opens its fixed text by the word alone, chosen or typed."""

import pytest

from tracker.core.adverse_events import RedFlag
from tracker.core.catalog import Catalog
from tracker.core.records import Kind
from tracker.core.red_flags import red_flag, red_flag_in

FLAGGED = {
    RedFlag.BOTULINUM_EMERGENCY: {
        "trouble_swallowing",
        "trouble_speaking",
        "trouble_breathing",
        "general_weakness",
        "double_vision",
        "both_lids_drooping",
        "hoarse_voice",
        "bladder_control",
        "wheeze",
        "throat_tongue_swelling",
        "hives",
        "fainting",
    },
    RedFlag.EYE_URGENT: {"severe_eye_pain", "vision_loss"},
    RedFlag.SAME_DAY: {"spreading_redness", "pus", "fever"},
}


def test_the_red_flag_terms_are_those_of_the_clinical_facts(catalog: Catalog) -> None:
    for flag, codes in FLAGGED.items():
        assert {term.code for term in catalog.adverse_events.values() if term.red_flag is flag} == codes


def test_each_treatment_has_its_terms_and_both_can_be_something_else(catalog: Catalog) -> None:
    of = {
        kind: {term.code for term in catalog.adverse_events.values() if kind in term.treatments}
        for kind in (Kind.BOTOX, Kind.MICRODERMABRASION)
    }
    assert {"eyelid_ptosis", "brow_ptosis", "headache", "reduced_effect", "bruise", "other"} <= of[Kind.BOTOX]
    assert {"hyperpigmentation", "cold_sore_flare", "streaks", "bruise", "other"} <= of[Kind.MICRODERMABRASION]
    assert "eyelid_ptosis" not in of[Kind.MICRODERMABRASION]
    assert "severe_eye_pain" not in of[Kind.BOTOX]


def test_a_chosen_term_opens_its_own_text_and_no_other(catalog: Catalog) -> None:
    assert red_flag("trouble_swallowing", "", catalog.adverse_events) is RedFlag.BOTULINUM_EMERGENCY
    assert red_flag("fever", "", catalog.adverse_events) is RedFlag.SAME_DAY
    assert red_flag("headache", "trouble swallowing", catalog.adverse_events) is None
    assert red_flag(None, "trouble swallowing", catalog.adverse_events) is None
    assert red_flag("gone_from_the_list", "", catalog.adverse_events) is None


@pytest.mark.parametrize(
    ("typed", "flag"),
    [
        ("Cannot swallow", RedFlag.BOTULINUM_EMERGENCY),
        ("DIFFICULTY SWALLOWING since noon", RedFlag.BOTULINUM_EMERGENCY),
        ("short of breath", RedFlag.BOTULINUM_EMERGENCY),
        ("I can’t speak well", RedFlag.BOTULINUM_EMERGENCY),
        ("sees double", RedFlag.BOTULINUM_EMERGENCY),
        ("vision blurry", RedFlag.BOTULINUM_EMERGENCY),
        ("both eyelids are drooping", RedFlag.BOTULINUM_EMERGENCY),
        ("drooping eyelids", RedFlag.BOTULINUM_EMERGENCY),
        ("weak all over", RedFlag.BOTULINUM_EMERGENCY),
        ("tongue is swollen", RedFlag.BOTULINUM_EMERGENCY),
        ("she fainted", RedFlag.BOTULINUM_EMERGENCY),
        ("Féver", RedFlag.SAME_DAY),
        ("pus, and cannot see", RedFlag.EYE_URGENT),
        ("fever and wheezing", RedFlag.BOTULINUM_EMERGENCY),
        ("Faint", RedFlag.BOTULINUM_EMERGENCY),
        ("feeling faint", RedFlag.BOTULINUM_EMERGENCY),
        ("felt faint at home", RedFlag.BOTULINUM_EMERGENCY),
        ("faint redness", None),
        ("one eyelid droops", None),
        ("pushed through", None),
        ("", None),
        ("\ud83d\ude00 %_'\"*", None),
    ],
)
def test_own_words_are_matched_whatever_case_and_accents(typed: str, flag: RedFlag | None, catalog: Catalog) -> None:
    assert red_flag_in(typed, catalog.adverse_events) is flag
    assert red_flag("other", typed, catalog.adverse_events) is flag


def test_every_flagged_term_is_found_by_its_name(catalog: Catalog) -> None:
    for term in catalog.adverse_events.values():
        if term.red_flag is not None:
            assert red_flag_in(term.name, catalog.adverse_events) is not None, term.name


@pytest.mark.parametrize(
    ("said", "flag"),
    [
        (
            "trouble swallowing, trouble speaking, trouble breathing, generalised weakness, double vision, "
            "blurred vision, drooping both lids, hoarse voice, loss of bladder control, wheeze, throat swelling, "
            "tongue swelling, hives, faint",
            RedFlag.BOTULINUM_EMERGENCY,
        ),
        ("severe eye pain, vision loss", RedFlag.EYE_URGENT),
        ("spreading redness, pus, fever", RedFlag.SAME_DAY),
    ],
)
def test_every_trigger_opens_its_text_in_the_words_of_the_clinical_facts(
    said: str, flag: RedFlag, catalog: Catalog
) -> None:
    assert {trigger: red_flag_in(trigger, catalog.adverse_events) for trigger in said.split(", ")} == dict.fromkeys(
        said.split(", "), flag
    )
