"""Ticks of a logarithmic axis are round numbers, and never too many."""

from __future__ import annotations

import math

import pytest

from gui.views.axes import log_ticks, power_text


@pytest.mark.parametrize("low", [-320.0, -5.3, -0.7, 0.0, 2.2])
@pytest.mark.parametrize("span", [0.96, 1.3, 4.0, 60.0, 600.0])
@pytest.mark.parametrize("most", [2, 5, 12])
def test_that_ticks_are_few_inside_and_round(low: float, span: float, most: int) -> None:
    ticks = log_ticks(low, low + span, most)
    assert len(ticks) <= most
    for tick in ticks:
        assert low <= tick <= low + span
        mantissa = 10 ** (tick - math.floor(tick + 1e-9))
        assert mantissa == pytest.approx(round(mantissa))


def test_that_an_empty_range_has_one_tick() -> None:
    assert log_ticks(0.0, 0.0, 7) == [0.0]


def test_that_a_range_within_a_decade_still_has_several_ticks() -> None:
    ticks = log_ticks(math.log10(0.47), math.log10(0.505), 5)
    assert [power_text(tick) for tick in ticks] == ["0.47", "0.48", "0.49", "0.5"]


def test_that_a_wide_range_shows_whole_decades() -> None:
    assert log_ticks(-20, 1, 6) == [-20, -15, -10, -5, 0]


@pytest.mark.parametrize(
    ("logarithm", "text"),
    [(0, "1"), (-3, "0.001"), (math.log10(0.5), "0.5"), (-5, "10⁻⁵"), (math.log10(2e7), "2·10⁷")],
)
def test_that_numbers_are_written_short(logarithm: float, text: str) -> None:
    assert power_text(logarithm) == text
