"""verify finds agreement where there is one, and says so where there is none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulation.presets import Published, find_preset, presets
from simulation.verify import verify


def marked(names: list[str]) -> list[object]:
    """Presets as parameters, marked where their figures are those of the published data."""
    on_data = {name for name in names if find_preset(name).experiment.objective.id == "airfoil"}
    return [pytest.param(n, marks=[pytest.mark.data] if n in on_data else []) for n in names]


WITH_RESULTS = [preset.id for preset in presets().values() if preset.published]


@pytest.mark.parametrize("name", marked(WITH_RESULTS))
def test_that_published_and_computed_results_agree(name: str) -> None:
    checks = list(verify(find_preset(name)))
    assert checks
    assert [check for check in checks if not check.passed] == []


@pytest.mark.parametrize(
    "name", marked(["gd-0.4", "4x2-lr0.2", "4x2-momentum", "airfoil-0.02-0.5"])
)
def test_that_a_wrong_published_number_is_found(name: str) -> None:
    preset = find_preset(name)
    wrong = [replace(entry, value=entry.value * 1.1 + 1e-5) for entry in preset.published]
    checks = list(verify(replace(preset, published=tuple(wrong))))
    assert not any(check.passed for check in checks)


def test_that_two_units_in_the_last_place_pass_and_three_do_not() -> None:
    preset = find_preset("4x2-lr0.2")
    exact, unit = -1.2000000476837158, 2.0**-23
    for off, passes in ((2, True), (3, False)):
        entry = Published(run=0, step=1, quantity="x1", value=exact + off * unit, ulps=2)
        (check,) = verify(replace(preset, published=(entry,)))
        assert check.passed is passes


@pytest.mark.data
def test_that_a_range_far_from_ours_fails_even_if_the_figure_fits() -> None:
    preset = find_preset("airfoil-0.02-0.5")
    (entry,) = preset.published
    (check,) = verify(replace(preset, published=(replace(entry, low=0.1, high=0.2),)))
    assert not check.passed
