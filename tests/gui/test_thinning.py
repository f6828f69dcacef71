"""Long curves are thinned to what a screen can show, and nothing is lost."""

from __future__ import annotations

import numpy as np

from gui.views.thinning import buckets, envelope, lower_edge, upper_edge


def test_that_a_logarithmic_axis_keeps_its_early_steps():
    steps = np.log10(np.arange(1, 10_001))
    first = buckets(steps, 100)
    assert list(first[:3]) == [0, 1, 2]
    assert len(first) <= 100
    x, y = envelope(steps, np.sin(steps), 100)
    assert x[0] == 0
    assert len(x) == len(y) == 2 * len(first)


def test_that_a_thinned_band_covers_what_it_covered():
    x = np.arange(5000.0)
    low, high = np.sin(x), np.sin(x) + 1
    low[123], high[4567] = -9, 9
    first = buckets(x, 100)
    assert lower_edge(low, first).min() == -9
    assert upper_edge(high, first).max() == 9
