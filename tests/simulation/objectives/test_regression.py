from __future__ import annotations

import numpy as np
import pytest
import torch

from simulation import datasets
from simulation.objectives.catalog import build_objective
from simulation.seeds import generator

LOSSES = ("half-mse", "mse")


def placed(loss="half-mse", dtype=torch.float64):
    return build_objective("airfoil", {"loss": loss}).place(dtype, torch.device("cpu"))


def mean_loss(loss, x, examples=slice(None)):
    """The loss as the texts write it: residuals, squares, their mean; ``(lanes,)``."""
    features, target = (torch.from_numpy(table)[examples] for table in datasets.airfoil())
    residuals = features @ x[:-1] + x[-1] - target[:, None]
    return (residuals**2).mean(0) * (0.5 if loss == "half-mse" else 1.0)


@pytest.fixture
def x():
    draws = generator(0, "test").normal(size=(6, 64))
    return torch.tensor(draws, requires_grad=True)


@pytest.mark.data
def test_that_the_minimum_is_the_published_one():
    assert round(build_objective("airfoil", {}).minima[0].value, 6) == 0.241688


@pytest.mark.data
def test_that_the_hessian_has_the_published_eigenvalues():
    matrix = placed().hessian(torch.zeros(6, 1, dtype=torch.float64))[:, :, 0]
    eigenvalues = torch.linalg.eigvalsh(matrix).numpy()
    published = [0.1737, 0.6665, 0.9181, 1.0000, 1.1262, 2.0985]
    np.testing.assert_array_equal(eigenvalues.round(4), published)


@pytest.mark.usefixtures("made_data")
@pytest.mark.parametrize("loss", LOSSES)
def test_that_the_value_is_the_mean_over_all_examples(loss, x):
    expected = mean_loss(loss, x).detach()
    np.testing.assert_allclose(placed(loss).value(x).detach(), expected, rtol=1e-12)


@pytest.mark.usefixtures("made_data")
def test_that_mse_is_that_of_torch_and_its_gradient_twice_as_large(x):
    x = x.detach()
    features, target = (torch.from_numpy(table) for table in datasets.airfoil())
    prediction = features @ x[:-1, 0] + x[-1, 0]
    expected = torch.nn.MSELoss()(prediction, target)
    assert float(placed("mse").value(x[:, :1])) == pytest.approx(float(expected), rel=1e-12)
    half, whole = (placed(loss).gradient(x) for loss in LOSSES)
    np.testing.assert_allclose(whole, 2 * half, rtol=1e-12)


@pytest.mark.usefixtures("made_data")
@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("batch_size", [1, 7, 10, 1000, 1500])
def test_that_a_minibatch_gradient_is_autograd_of_the_mean_over_the_batch(loss, batch_size, x):
    order = torch.from_numpy(generator(0, "order").permutation(1500))
    objective = placed(loss)
    batches = objective.minibatches(order, batch_size)
    cuts = order.split(batch_size)
    assert len(batches) == len(cuts)
    for index in {0, 1, len(cuts) // 2, len(cuts) - 1} & set(range(len(cuts))):
        (expected,) = torch.autograd.grad(mean_loss(loss, x, cuts[index]).sum(), x)
        actual = objective.minibatch_gradient(batches[index], x).detach()
        np.testing.assert_allclose(actual, expected, rtol=1e-10, atol=1e-12)


@pytest.mark.usefixtures("made_data")
def test_that_the_last_batch_holds_the_two_examples_that_seven_leaves_over():
    order = torch.arange(1500)
    batches = placed().minibatches(order, 7)
    assert len(batches) == 215
    features, target = datasets.airfoil()
    rows = np.column_stack([features[-2:], np.ones(2)])
    gram, minus_cross = batches[-1][:36, 0].view(6, 6), batches[-1][36:42, 0]
    np.testing.assert_allclose(gram, rows.T @ rows / 2, rtol=1e-13)
    np.testing.assert_allclose(minus_cross, -rows.T @ target[-2:] / 2, rtol=1e-12)


@pytest.mark.usefixtures("made_data")
def test_that_batches_of_one_size_average_to_the_full_gradient(x):
    objective = placed()
    batches = objective.minibatches(torch.arange(1500), 10)
    mean = sum(objective.minibatch_gradient(batch, x) for batch in batches) / len(batches)
    assert len(batches) == 150
    np.testing.assert_allclose(
        mean.detach(), objective.gradient(x).detach(), rtol=1e-10, atol=1e-13
    )


@pytest.mark.usefixtures("made_data")
def test_that_no_bit_of_a_minibatch_depends_on_how_many_threads_torch_has():
    order = torch.from_numpy(generator(0, "test").permutation(1500))
    before, found = torch.get_num_threads(), []
    try:
        for threads in (1, 2):
            torch.set_num_threads(threads)
            objective = placed()
            batches = [objective.minibatches(order, size) for size in (1, 3, 10, 1499)]
            assert torch.get_num_threads() == threads
            found.append(torch.cat([batch for each in batches for batch in each]))
    finally:
        torch.set_num_threads(before)
    assert torch.equal(*found)


@pytest.mark.usefixtures("made_data")
def test_that_a_random_walk_from_the_minimum_never_finds_a_lower_loss():
    objective = placed()
    best = torch.tensor(objective.minima[0].position)[:, None]
    around = best + torch.from_numpy(generator(0, "around").normal(size=(6, 500)))
    assert float(objective.value(around).min()) > objective.minima[0].value


def test_that_the_coordinates_are_named_after_the_columns():
    names = build_objective("airfoil", {}).coordinates
    assert names == ("w frequency", "w angle", "w chord", "w velocity", "w thickness", "b")
