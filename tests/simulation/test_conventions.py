"""Three conventions of momentum are one method, with matched learning rates."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from simulation.conventions import CONVENTIONS, equivalent_learning_rate, express
from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, Run


@pytest.mark.parametrize(("source", "target"), list(permutations(CONVENTIONS, 2)))
@pytest.mark.parametrize("momentum", [0.0, 0.5, 0.9, 0.99])
def test_that_the_trajectory_is_the_same_in_every_convention(source, target, momentum) -> None:
    run = Run(source, {"learning_rate": 0.05, "momentum": momentum})
    experiment = Experiment(runs=(run, express(run, target)), steps=300)
    first, second = Runner(experiment).run().records
    largest = np.abs(first.positions).max()
    np.testing.assert_allclose(second.positions, first.positions, rtol=0, atol=1e-12 * largest)


def test_that_averaging_needs_the_rate_divided_by_one_minus_momentum() -> None:
    rate = equivalent_learning_rate(0.01, 0.9, "momentum", "momentum-averaged")
    assert rate == pytest.approx(0.1, rel=1e-15)


def test_that_going_there_and_back_gives_the_run_again() -> None:
    run = Run("momentum", {"learning_rate": 0.05, "momentum": 0.75})
    back = express(express(run, "momentum-averaged"), "momentum")
    assert back.hyperparameters == run.hyperparameters


def test_that_a_frictionless_average_is_refused() -> None:
    run = Run("momentum", {"learning_rate": 0.05, "momentum": 1.0})
    with pytest.raises(InputError, match="never moves"):
        express(run, "momentum-averaged")


def test_that_other_optimizers_have_no_conventions() -> None:
    with pytest.raises(InputError, match="conventions"):
        express(Run("nesterov"), "momentum")
