"""Labels of axes are few, round and short, whatever the range."""

from __future__ import annotations

import math

import pytest

from gui.views.axes import NumberAxis, StepAxis, ValueAxis, log_ticks, power_text
from gui.views.notation import PLAIN, notation_of


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


RANGES = [
    (-5.0, 1.0),
    (0.94729991, 0.94730008),
    (-5.0000001, -5.0),
    (0.0, 3e9),
    (1e9, 1e9 + 10),
    (-1e-6, 1e-6),
    (-0.002, 0.001),
    (1e-300, 5e-300),
    (-1.7e308, 1.7e308),
    (123456.0, 123460.0),
    (99.0, 101.0),
]


def spacing_of(low: float, high: float) -> float:
    """A round spacing with a handful of labels between ``low`` and ``high``."""
    return 10.0 ** math.floor(math.log10(high / 4 - low / 4))


@pytest.mark.parametrize(("low", "high"), RANGES)
def test_that_labels_are_short_and_say_the_number(low: float, high: float) -> None:
    notation, spacing = notation_of(low, high), spacing_of(low, high)
    first = math.ceil(low / spacing)
    for place in range(first, first + 5):
        text = notation.text(place * spacing, spacing)
        assert len(text) <= 7
        told = notation.offset + float(text.replace("−", "-")) * 10.0**notation.exponent
        assert told == pytest.approx(place * spacing, abs=0.01 * spacing)


@pytest.mark.parametrize(("low", "high"), [(-5, 1), (0, 20_000), (0.47, 0.51), (0, 0), (0, 99_000)])
def test_that_usual_numbers_are_written_as_they_are(low: float, high: float) -> None:
    assert notation_of(low, high) == PLAIN


def test_that_what_labels_share_is_exact() -> None:
    notation = notation_of(0.94729991, 0.94730008)
    assert (notation.offset_text, notation.unit_text) == ("0.9473", "10⁻⁷")


def test_that_the_name_of_an_axis_says_what_its_labels_leave_out(qtbot) -> None:
    axis = NumberAxis("left")
    axis.set_name("x2")
    axis.setRange(-3, 1)
    assert axis.labelText == "x2"
    axis.setRange(0.9473 - 1e-7, 0.9473 + 1e-7)
    assert axis.labelText == "x2 − 0.9473 in 10⁻⁷"
    axis.setRange(-4e9, 2e9)
    assert axis.labelText == "x2 in 10⁹"
    axis.setLogMode(y=True)
    assert axis.labelText == "x2"
    axis.set_name("")
    assert not axis.label.isVisible()


def test_that_steps_are_whole_and_grouped(qtbot) -> None:
    axis = StepAxis("bottom")
    assert axis.tickStrings([0.0, 20_000.0, 1e7], 1.0, 1e4) == ["0", "20,000", "10,000,000"]


def test_that_labels_differ_however_deep_a_logarithmic_scale_is_zoomed(qapp):
    axis = ValueAxis("left")
    axis.set_name("rate")
    axis.setLogMode(y=True)
    for width in (1.0, 1e-2, 1e-4, 1e-7):
        low, high = math.log10(0.75) - width / 2, math.log10(0.75) + width / 2
        axis.setRange(low, high)
        ((_, ticks),) = axis.tickValues(low, high, 300)
        labels = axis.tickStrings(ticks, 1.0, 1.0)
        assert len(set(labels)) == len(labels) >= 2
        assert max(map(len, labels)) <= 8


@pytest.mark.parametrize("most", [2, 3, 4])
def test_that_two_labels_at_least_tell_a_logarithmic_scale(most):
    ticks = log_ticks(-4.1, 1.1, most)
    assert 2 <= len(ticks) <= most
