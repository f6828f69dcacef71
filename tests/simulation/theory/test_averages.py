from __future__ import annotations

import numpy as np
import pytest

from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.schedules import Schedule
from simulation.theory.averages import leaky_average, read_momenta
from simulation.theory.velocity import PastGradients


def test_that_averaged_weights_add_up_as_published():
    """REFERENCE §2: 1 − 0.9¹⁰⁰ over a hundred steps."""
    found = leaky_average(0.9, 100, averaged=True)
    assert found.total == pytest.approx(0.999973438601, abs=5e-13)
    assert found.weights[:3] == pytest.approx([0.1, 0.09, 0.081])
    assert found.memory == pytest.approx(10.0)


@pytest.mark.parametrize(("momentum", "memory"), [(0.95, 20), (0.9, 10), (0.6, 2.5), (0.0, 1)])
def test_that_accumulated_weights_tend_to_the_memory(momentum, memory):
    found = leaky_average(momentum, 1000, averaged=False)
    assert found.total == pytest.approx(memory)
    assert found.memory == pytest.approx(memory)
    assert found.effective_step(0.1) == pytest.approx(0.1 * memory)


def test_that_without_momentum_only_the_last_gradient_counts():
    assert leaky_average(0.0, 4, averaged=False).weights.tolist() == [1.0, 0.0, 0.0, 0.0]


def test_that_without_friction_nothing_is_forgotten():
    found = leaky_average(1.0, 5, averaged=False)
    assert found.weights.tolist() == [1.0] * 5
    assert np.isinf(found.memory)


def test_that_typed_momenta_are_read():
    assert read_momenta("0.95, .9 0") == (0.95, 0.9, 0.0)


@pytest.mark.parametrize("text", ["", "x", "1.5", "-0.1", "nan", ",".join(["0.5"] * 9)])
def test_that_momenta_out_of_range_are_refused_with_what_is_allowed(text):
    with pytest.raises(InputError, match="from 0 to 1"):
        read_momenta(text)


RUNS = [
    Run("momentum", {"learning_rate": 0.1, "momentum": 0.9}),
    Run("momentum-displacement", {"learning_rate": 0.1, "momentum": 0.9}),
    Run("momentum-averaged", {"learning_rate": 0.1, "momentum": 0.9}),
    Run("nesterov", {"learning_rate": 0.1, "momentum": 0.9}),
    Run("nesterov-midpoint", {"learning_rate": 0.1, "momentum": 0.9}),
    Run("sgd", {"learning_rate": 0.1, "momentum": 0.9, "dampening": 0.4}),
    Run("torch.optim.SGD", {"learning_rate": 0.1, "momentum": 0.9, "dampening": 0.4}),
    Run("adam", {"learning_rate": 0.1}),
    Run(
        "momentum-displacement",
        {"learning_rate": 0.1, "momentum": 0.9},
        schedules={"learning_rate": Schedule("exponential", {"factor": 0.99})},
    ),
]


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("noise", [None, Noise(sigma=0.5)])
def test_that_weighted_gradients_add_up_to_the_velocity_of_the_run(run, noise):
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (run,), noise=noise, steps=30)
    past = PastGradients()
    for step in (25, 3, 0):  # back, too
        found = past.contributions(experiment, 0, step, 10)
        assert found.parts.shape == (2, min(step, 10))
        np.testing.assert_allclose(found.total, found.measured, rtol=1e-12, atol=1e-13)


def test_that_minibatch_gradients_add_up_too():
    run = Run("momentum", {"learning_rate": 0.02, "momentum": 0.5})
    experiment = Experiment(ObjectiveChoice("airfoil"), (run,), steps=400, batch_size=10)
    found = PastGradients().contributions(experiment, 0, 301, 40)
    np.testing.assert_allclose(found.total, found.measured, rtol=1e-12, atol=1e-14)


def test_that_the_latest_gradient_comes_first():
    run = Run("momentum", {"learning_rate": 0.1, "momentum": 0.5})
    experiment = Experiment(ObjectiveChoice("half-square", (1.0,)), (run,), steps=5)
    found = PastGradients().contributions(experiment, 0, 2, 10)
    # x: 1, 0.9; the gradient of w²/2 is w
    assert found.gradients.tolist() == [[pytest.approx(0.9), pytest.approx(1.0)]]
    assert found.weights == pytest.approx([1.0, 0.5])


@pytest.mark.parametrize("name", ["gradient-descent", "adagrad", "torch.optim.LBFGS"])
def test_that_a_rule_without_such_a_memory_has_no_contributions(name):
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (Run(name),), steps=5)
    assert PastGradients().contributions(experiment, 0, 3, 10) is None
