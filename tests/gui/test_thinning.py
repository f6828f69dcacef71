"""Long curves are thinned to what a screen can show, and nothing is lost."""

from __future__ import annotations

import numpy as np

from gui.views.thinning import buckets, envelope, thin_band


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
    _, thin_low, thin_high = thin_band(x, low, high, 100)
    assert thin_low.min() == -9
    assert thin_high.max() == 9
