"""What the presets about quadratics say is true."""

from __future__ import annotations

import numpy as np
import pytest

from simulation.engine.runner import Runner
from simulation.presets import find_preset
from simulation.theory.analysis import predict, spectrum_of


def test_that_the_best_of_each_method_shrinks_both_directions_equally() -> None:
    experiment = find_preset("best-of-each").experiment
    spectrum = spectrum_of(experiment)
    for run, rate in enumerate((0.904762, 0.743926, 0.634512)):
        assert predict(experiment, run, spectrum).rates == pytest.approx([rate, rate], abs=1e-6)


def test_that_a_sum_and_an_average_take_one_path() -> None:
    summed, averaged = Runner(find_preset("same-average").experiment).run().records
    np.testing.assert_allclose(summed.positions, averaged.positions, rtol=1e-9, atol=1e-12)
