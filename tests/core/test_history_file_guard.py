"""No cell that is written can run as a formula, and every text comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.history_file.guard import guarded, unguarded

STARTERS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"
tricky_text = st.text(alphabet=st.sampled_from(f"'{STARTERS}a")) | st.text()


@given(tricky_text)
def test_guarded_text_comes_back_as_it_was(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(tricky_text)
def test_guarded_text_never_starts_a_formula(text: str) -> None:
    assert not guarded(text).startswith(tuple(STARTERS))


@given(tricky_text, tricky_text)
def test_different_texts_stay_different(first: str, second: str) -> None:
    assert (guarded(first) == guarded(second)) == (first == second)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@here", "'@here"),
        ("\uff1dSUM(A1)", "'\uff1dSUM(A1)"),
        ("'=1", "''=1"),
        ("''", "'''"),
        ("'twas", "'twas"),
        ("'", "'"),
        ("a=1", "a=1"),
        ("", ""),
    ],
)
def test_only_what_could_be_taken_for_a_formula_is_changed(text: str, written: str) -> None:
    assert guarded(text) == written
