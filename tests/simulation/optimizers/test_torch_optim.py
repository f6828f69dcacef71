"""torch.optim's own classes run inside an experiment as they do in a plain loop."""

from __future__ import annotations

import inspect

import numpy as np
import pytest
import torch

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.optimizers.torch_optim import TORCH_SGD

AIRFOIL = pytest.param("airfoil", marks=pytest.mark.data)
SGD = "torch.optim.SGD"
OPTIONS = [
    {},
    {"momentum": 0.9},
    {"momentum": 0.9, "dampening": 0.9},
    {"momentum": 0.9, "nesterov": True},
    {"momentum": 0.5, "weight_decay": 0.3},
    {"momentum": 0.5, "maximize": True},
]


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("objective", ["ill-conditioned", AIRFOIL])
def test_that_a_run_is_the_plain_torch_loop(objective, options, make_experiment):
    experiment = make_experiment(objective, [(SGD, {"learning_rate": 0.1, **options})], steps=50)
    (record,) = Runner(experiment).run().records
    placed = experiment.objective.build().place(torch.float64, torch.device("cpu"))
    x = torch.tensor(experiment.start, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=0.1, **options)
    for step in range(1, 51):
        optimizer.zero_grad()
        placed.value(x[:, None]).sum().backward()
        optimizer.step()
        np.testing.assert_allclose(record.positions[:, step], x.detach(), rtol=1e-11, atol=1e-14)


def test_that_the_walk_through_on_half_w_squared_has_its_published_numbers(compute):
    values = {"learning_rate": 0.01, "momentum": 0.9}
    (record,) = compute("half-square", [(SGD, values)], steps=2)
    assert record.positions[0, 1:].round(6).tolist() == [0.990000, 0.971100]
    # The gradient that a step uses is that of the row before.
    assert record.gradients[0, :2].round(6).tolist() == [1.000000, 0.990000]


def velocities(record, learning_rate):
    return -np.diff(record.positions, axis=1) / learning_rate


@pytest.mark.parametrize(("name", "first"), [(SGD, 1.0), ("momentum-averaged", 0.5)])
def test_that_dampening_averages_from_the_second_step_on_and_averaging_from_the_first(
    name, first, compute
):
    values = {"learning_rate": 0.1, "momentum": 0.5}
    values |= {"dampening": 0.5} if name == SGD else {}
    (record,) = compute("ill-conditioned", [(name, values)], steps=20)
    v, g = velocities(record, 0.1), record.gradients
    np.testing.assert_allclose(v[:, 0], first * g[:, 0], rtol=1e-12)
    np.testing.assert_allclose(v[:, 1:], 0.5 * v[:, :-1] + 0.5 * g[:, 1:-1], rtol=0, atol=1e-12)


def test_that_two_runs_keep_separate_velocities(compute):
    values = [{"learning_rate": rate, "momentum": 0.9} for rate in (0.1, 0.2)]
    both = compute("ill-conditioned", [(SGD, value) for value in values], steps=50)
    for value, record in zip(values, both, strict=True):
        (alone,) = compute("ill-conditioned", [(SGD, value)], steps=50)
        np.testing.assert_array_equal(record.positions, alone.positions)


@pytest.mark.parametrize(
    "values", [{"nesterov": True}, {"nesterov": True, "momentum": 0.9, "dampening": 0.1}]
)
def test_that_values_which_torch_refuses_are_refused_in_its_words(values, make_experiment):
    experiment = make_experiment("ellipse", [("momentum", {}), (SGD, values)])
    with pytest.raises(InputError, match=r"^runs\.1: torch\.optim\.SGD refuses") as refusal:
        Runner(experiment)
    assert "Nesterov momentum requires a momentum and zero dampening" in str(refusal.value)


def test_that_the_declared_names_and_defaults_are_those_of_torch():
    signature = inspect.signature(torch.optim.SGD).parameters
    for parameter in TORCH_SGD.hyperparameters:
        if parameter.name == "learning_rate":
            assert "lr" in signature
        else:
            assert parameter.default == signature[parameter.name].default
