"""Minibatches: each example once an epoch, and the same for every run."""

from __future__ import annotations

from itertools import chain

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from simulation import datasets
from simulation.engine.sampling import FullGradient, Minibatches
from simulation.objectives.base import DataObjective
from simulation.objectives.catalog import build_objective

CPU = torch.device("cpu")


class Numbered(DataObjective):
    """Ten examples; the gradient of a batch is the numbers of its examples."""

    id = name = formula = source = "numbered"
    dim = 1
    bounds = ((0.0, 1.0),)
    examples = 10

    def start(self, generator):
        return (0.0,)

    def value(self, x):
        return x[0]

    def gradient(self, x):
        return x

    def minibatches(self, order, batch_size):
        return order.split(batch_size)

    def minibatch_value(self, batch, x):
        return batch * x

    def minibatch_gradient(self, batch, x):
        return batch


def batches(batch_size, first, count, seed=0):
    source = Minibatches(Numbered(), batch_size, seed, CPU)
    return [gradient(None).tolist() for gradient in source.steps(first, count)]


@given(st.integers(1, 10), st.integers(0, 1000))
def test_that_each_epoch_shows_every_example_exactly_once(batch_size, seed):
    per_epoch = -(-10 // batch_size)
    drawn = batches(batch_size, 0, 3 * per_epoch, seed)
    for epoch in range(3):
        shown = drawn[epoch * per_epoch : (epoch + 1) * per_epoch]
        assert sorted(chain.from_iterable(shown)) == list(range(10))
        assert {len(batch) for batch in shown[:-1]} <= {batch_size}
        assert len(shown[-1]) == 10 - batch_size * (per_epoch - 1)


def test_that_the_last_batch_holds_what_is_left():
    assert [len(batch) for batch in batches(7, 0, 4)] == [7, 3, 7, 3]


def test_that_each_epoch_is_shuffled_anew():
    orders = [tuple(batches(10, epoch, 1)[0]) for epoch in range(20)]
    assert len(set(orders)) == 20
    assert tuple(range(10)) not in orders


def test_that_every_example_comes_at_every_place():
    """Over 400 epochs the place of an example is uniform: χ² with 81 degrees of freedom."""
    counts = np.zeros((10, 10))
    for epoch in range(400):
        (order,) = batches(10, epoch, 1)
        counts[order, np.arange(10)] += 1
    statistic = ((counts - 40) ** 2 / 40).sum()
    assert 30 < statistic < 150  # mean 81, deviation 12.7


@given(st.integers(1, 10), st.integers(0, 40), st.integers(0, 20))
def test_that_steps_can_be_replayed_without_those_before(batch_size, first, count):
    assert batches(batch_size, first, count) == batches(batch_size, 0, first + count)[first:]


def test_that_steps_asked_for_again_are_the_same():
    source = Minibatches(Numbered(), 3, 0, CPU)
    asked = [[g(None).tolist() for g in source.steps(first, 6)] for first in (0, 6, 0, 3, 6)]
    assert asked[0] == asked[2]
    assert asked[1] == asked[4]
    assert asked[3] == asked[0][3:] + asked[1][:3]


def test_that_seeds_give_different_batches():
    assert batches(5, 0, 2, seed=0) != batches(5, 0, 2, seed=1)


def test_that_without_minibatches_every_step_sees_the_whole_objective():
    x = torch.tensor([[3.0]])
    gradients = [gradient(x) for gradient in FullGradient(Numbered()).steps(5, 4)]
    assert [gradient.item() for gradient in gradients] == [3.0] * 4


@pytest.mark.usefixtures("made_data")
@pytest.mark.parametrize("batch_size", [7, 10])
def test_that_a_recorded_step_is_that_of_autograd_on_its_batch(batch_size, compute):
    """Gradient descent's steps, divided by −η, are the gradients of the minibatches."""
    runs = [("gradient-descent", {"learning_rate": 0.1})]
    (record,) = compute("airfoil", runs, steps=300, batch_size=batch_size)
    features, target = (torch.from_numpy(table) for table in datasets.airfoil())
    shown = Minibatches(Shown(), batch_size, 0, CPU).steps(0, 300)
    for step, batch in enumerate(shown):
        examples = batch(None)
        x = torch.tensor(record.positions[:, step], requires_grad=True)
        residuals = features[examples] @ x[:-1] + x[-1] - target[examples]
        (0.5 * residuals.square().mean()).backward()
        moved = record.positions[:, step + 1] - record.positions[:, step]
        np.testing.assert_allclose(moved, -0.1 * x.grad, rtol=1e-9, atol=1e-13)


class Shown(Numbered):
    examples = 1500


def test_that_all_runs_see_the_same_batches_whatever_their_optimizer(compute):
    values = {"learning_rate": 0.05}
    runs = [
        ("gradient-descent", values),
        ("torch.optim.SGD", values),
        ("momentum", {**values, "momentum": 0.0}),
        ("gradient-descent", values),
    ]
    records = compute("airfoil", runs, steps=500, batch_size=7)
    np.testing.assert_array_equal(records[0].positions, records[3].positions)
    for record in records[1:3]:
        np.testing.assert_allclose(record.positions, records[0].positions, rtol=1e-11, atol=1e-13)


@pytest.mark.usefixtures("made_data")
def test_that_one_batch_of_all_examples_is_the_full_gradient(compute):
    runs = [("momentum", {"learning_rate": 0.1, "momentum": 0.5})]
    (whole,) = compute("airfoil", runs, steps=50)
    (batch,) = compute("airfoil", runs, steps=50, batch_size=1500)
    np.testing.assert_allclose(batch.positions, whole.positions, rtol=1e-11, atol=1e-13)


# Ten seeds of the reference and the losses between which they ended; S0 stands for the textbook.
@pytest.mark.data
@pytest.mark.parametrize(
    ("optimizer", "rate", "momentum", "epochs", "loss", "low", "high"),
    [
        ("momentum", 0.02, 0.5, 2, "half-mse", 0.2431, 0.2483),
        ("momentum", 0.01, 0.9, 2, "half-mse", 0.2443, 0.2628),
        ("momentum", 0.005, 0.9, 2, "half-mse", 0.2430, 0.2533),
        ("torch.optim.SGD", 0.005, 0.9, 4, "mse", 0.2431, 0.2580),
    ],
)
def test_that_ten_seeds_on_the_airfoil_end_on_average_within_the_published_range(
    optimizer, rate, momentum, epochs, loss, low, high, compute
):
    runs = [(optimizer, {"learning_rate": rate, "momentum": momentum})]
    ends = [
        compute("airfoil", runs, steps=150 * epochs, batch_size=10, seed=seed, loss=loss)[0].losses
        for seed in range(10)
    ]
    ends = np.array([losses[-1] for losses in ends]) / (2 if loss == "mse" else 1)
    assert (ends > 0.241688).all()
    assert low < ends.mean() < high


def test_that_noise_falls_with_one_over_the_batch_size():
    """Variance of the minibatch gradient around the full one, drawn without replacement:
    proportional to (1/n)(1 − (n−1)/(N−1))."""
    objective = build_objective("airfoil", {}).place(torch.float64, CPU)
    x = torch.zeros(6, 1, dtype=torch.float64)
    scaled = []
    for size in (1, 10, 100):
        source = Minibatches(objective, size, 0, CPU)
        steps = 1500 // size * 20
        noise = [gradient(x) - objective.gradient(x) for gradient in source.steps(0, steps)]
        variance = float(torch.stack(noise).square().sum(1).mean())
        scaled.append(variance * size / (1 - (size - 1) / 1499))
    np.testing.assert_allclose(scaled, scaled[0], rtol=0.15)
