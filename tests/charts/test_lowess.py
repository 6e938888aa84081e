"""LOWESS against the worked example of its author's program, a fit written another way, and what must always hold."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.charts.lowess import ROBUST_STEPS, lowess

# The example in the head of W. S. Cleveland's program (netlib, "lowess", 1985), a tenfold x among it.
X = np.array([1, 2, 3, 4, 5, *[6] * 10, 8, 10, 12, 14, 50], dtype=float)
Y = np.array([18, 2, 15, 6, 10, 4, 16, 11, 7, 3, 14, 17, 20, 12, 9, 13, 1, 8, 5, 19], dtype=float)
ROBUST = [14.811, 12.115, 8.984, 9.676, 10.000, *[11.346] * 10, 13.000, 6.734, 5.744, 5.415, 18.998]
PLAIN_FAR_APART = [13.659, 12.347, 11.034, 9.722, 10.511, *[11.300] * 10, 13.000, 6.440, 5.596, 5.456, 18.998]


def by_polynomials(x: np.ndarray, y: np.ndarray, span: float) -> np.ndarray:
    """Return the smooth values by numpy's weighted polynomial of degree 1 at each point, step for step as printed."""
    count = round(span * len(x))
    trust = [1.0] * len(x)
    fitted = [0.0] * len(x)
    for _ in range(1 + ROBUST_STEPS):
        for number, place in enumerate(x):
            reach = sorted(abs(other - place) for other in x)[count - 1]
            near = [max(0.0, 1 - (abs(other - place) / reach) ** 3) ** 3 for other in x]
            roots = np.sqrt([one * other for one, other in zip(near, trust, strict=True)])
            fitted[number] = np.polynomial.Polynomial.fit(x, y, 1, w=roots)(place)
        residuals = [abs(value - smooth) for value, smooth in zip(y, fitted, strict=True)]
        six = 6 * float(np.median(residuals))
        trust = [(1 - (one / six) ** 2) ** 2 if one < six else 0.0 for one in residuals]
    return np.array(fitted)


def test_the_example_of_the_author_comes_out():
    assert lowess(X, Y, 0.25) == pytest.approx(ROBUST, abs=0.0006)


def test_without_a_robust_step_and_with_lines_three_apart_the_example_comes_out(monkeypatch):
    monkeypatch.setattr("tracker.charts.lowess.ROBUST_STEPS", 0)
    assert lowess(X, Y, 0.25, apart=3) == pytest.approx(PLAIN_FAR_APART, abs=0.0006)


@pytest.mark.parametrize("span", [0.3, 0.5, 0.8, 1.0])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_it_is_the_textbooks_fit(seed, span):
    chance = np.random.default_rng(seed)
    x = np.cumsum(chance.uniform(1, 15, 40))
    y = 5 + 3 * np.sin(x / 40) + chance.normal(0, 0.7, 40)
    y[[7, 30]] += 6
    assert lowess(x, y, span) == pytest.approx(by_polynomials(x, y, span), abs=1e-8)


days = st.lists(st.integers(0, 900), min_size=1, max_size=40).map(lambda found: np.sort(np.array(found, dtype=float)))
spans, gaps = st.sampled_from([0.3, 0.5, 0.8]), st.sampled_from([0.0, 20.0])


@given(days, st.integers(0, 10), spans, gaps)
def test_a_constant_stays_that_constant(x, score, span, apart):
    assert lowess(x, np.full(len(x), float(score)), span, apart) == pytest.approx(score)


@given(days, st.floats(-10, 10), st.floats(-1, 1), spans, gaps)
def test_a_straight_line_stays_that_line(x, height, slope, span, apart):
    line = height + slope * x
    assert lowess(x, line, span, apart) == pytest.approx(line, abs=1e-6)


@given(days, st.data(), spans)
def test_other_units_of_days_and_scores_give_the_same_curve(x, data, span):
    y = np.array(data.draw(st.lists(st.integers(0, 10), min_size=len(x), max_size=len(x))), dtype=float)
    assert lowess(4 * x + 1024, 8 - 2 * y, span) == pytest.approx(8 - 2 * lowess(x, y, span), abs=1e-6)


def test_one_far_off_rating_hardly_bends_it():
    x = np.arange(40.0)
    y = 4 + np.array([0.2, -0.2] * 20)
    with_outlier = np.where(x == 20, 10, y)
    assert np.abs(lowess(x, with_outlier, 0.5) - lowess(x, y, 0.5)).max() < 0.1
