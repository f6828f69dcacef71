"""Torch's own classes, and anyone's, run inside an experiment as they do in a plain loop."""

from __future__ import annotations

import inspect
import subprocess
import sys
from collections.abc import Iterator

import numpy as np
import pytest
import torch

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, Run
from simulation.files import dumps, from_document, parse
from simulation.optimizers.catalog import find_optimizer
from simulation.optimizers.torch_optim import TORCH_NAMES, TORCH_SGD

CPU = torch.device("cpu")
SGD = "torch.optim.SGD"
LBFGS = "torch.optim.LBFGS"
MUON = "torch.optim.Muon"
OPTIONS = [
    {},
    {"momentum": 0.9},
    {"momentum": 0.9, "dampening": 0.9},
    {"momentum": 0.9, "nesterov": True},
    {"momentum": 0.5, "weight_decay": 0.3},
    {"momentum": 0.5, "maximize": True},
]


@pytest.fixture
def float64_by_default() -> Iterator[None]:
    """What a user sets who computes in float64: ASGD and NAdam keep some state in it."""
    before = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    yield
    torch.set_default_dtype(before)


def placed(experiment):
    return experiment.objective.build().place(torch.float64, CPU)


@pytest.mark.parametrize("options", OPTIONS)
@pytest.mark.parametrize("objective", ["ill-conditioned", "airfoil"])
def test_that_a_run_is_the_plain_torch_loop(objective, options, make_experiment):
    experiment = make_experiment(objective, [(SGD, {"learning_rate": 0.1, **options})], steps=50)
    (record,) = Runner(experiment).run().records
    x = torch.tensor(experiment.start, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([x], lr=0.1, **options)
    for step in range(1, 51):
        optimizer.zero_grad()
        placed(experiment).value(x[:, None]).sum().backward()
        optimizer.step()
        np.testing.assert_allclose(record.positions[:, step], x.detach(), rtol=1e-11, atol=1e-14)


@pytest.mark.usefixtures("float64_by_default")
@pytest.mark.parametrize("name", TORCH_NAMES)
def test_that_every_class_of_torch_walks_its_own_path_to_the_bit(name, make_experiment):
    objective = "linear-map" if name == MUON else "ill-conditioned"
    experiment = make_experiment(objective, [(name, {})], steps=50)
    function = placed(experiment)
    shape = function.matrix_shape or (function.dim,)
    x = torch.tensor(experiment.start).reshape(shape)
    optimizer = getattr(torch.optim, name.removeprefix("torch.optim."))([x])

    def closure():
        column = x.reshape(-1, 1)
        x.grad = function.gradient(column).reshape(shape)
        if name == "torch.optim.SparseAdam":
            x.grad = x.grad.to_sparse()
        return function.value(column)[0]

    path = [x.flatten().clone()]
    for _ in range(50):
        closure()
        optimizer.step(closure)
        path.append(x.flatten().clone())
    torch.set_default_dtype(torch.float32)  # the run must not depend on what is in force
    (record,) = Runner(experiment).run().records
    np.testing.assert_array_equal(record.positions, torch.stack(path, 1))
    assert torch.get_default_dtype() == torch.float32
    assert not np.array_equal(record.positions[:, -1], record.positions[:, 0])


@pytest.mark.parametrize("search", ["none", "strong_wolfe"])
@pytest.mark.parametrize("objective", ["ill-conditioned", "rosenbrock", "airfoil"])
def test_that_lbfgs_is_the_autograd_loop(objective, search, make_experiment):
    values = {"learning_rate": 0.1, "max_iter": 4, "line_search_fn": search}
    experiment = make_experiment(objective, [(LBFGS, values)], steps=10)
    (record,) = Runner(experiment).run().records
    function = placed(experiment)
    x = torch.tensor(experiment.start, dtype=torch.float64, requires_grad=True)
    search_fn = None if search == "none" else search
    optimizer = torch.optim.LBFGS([x], lr=0.1, max_iter=4, line_search_fn=search_fn)

    def closure():
        optimizer.zero_grad()
        loss = function.value(x[:, None])[0]
        loss.backward()
        return loss

    for step in range(1, 11):
        optimizer.step(closure)
        scale = x.detach().abs().max().clamp(min=1)
        deviation = torch.tensor(record.positions[:, step]) - x.detach()
        assert float(deviation.abs().max() / scale) <= 1e-12
    assert record.losses[-1] < record.losses[0]


def test_that_a_closure_sees_the_examples_of_its_step_alone(make_experiment):
    """L-BFGS with line search lowers the loss of each minibatch, which it may only see whole."""
    values = {"line_search_fn": "strong_wolfe", "max_iter": 20}
    experiment = make_experiment("airfoil", [(LBFGS, values)], steps=4, batch_size=300)
    runner = Runner(experiment)
    (record,) = runner.run().records
    positions = torch.tensor(record.positions)
    for step, gradient in enumerate(runner._source.steps(0, 4)):
        loss = runner._source.loss(step)
        before, after = positions[:, step, None], positions[:, step + 1, None]
        assert float(loss(after)) < float(loss(before))
        assert float(gradient(after).norm()) < 1e-2 * float(gradient(before).norm())
        x = before.clone().requires_grad_()
        loss(x).sum().backward()
        torch.testing.assert_close(x.grad, gradient(before), rtol=1e-10, atol=1e-12)


def test_that_muon_reaches_the_map_where_plain_descent_crawls(compute):
    muon = (MUON, {"learning_rate": 0.05, "weight_decay": 0.0, "momentum": 0.5})
    runs = [muon, ("gradient-descent", {"learning_rate": 0.4})]
    fast, slow = compute("linear-map", runs, steps=60)
    assert fast.losses[-1] < 1e-2
    assert slow.losses[-1] < fast.losses[0]
    flat = np.array([1.0, 1.0, -2.0]) / 6**0.5  # the direction in which examples hardly differ
    sought = np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]])
    errors = [
        np.linalg.norm((r.positions[:, -1].reshape(3, 3) - sought) @ flat) for r in (fast, slow)
    ]
    assert errors[0] < 0.2 < errors[1]


def test_that_muon_on_a_vector_is_refused_in_its_words(make_experiment):
    experiment = make_experiment("ill-conditioned", [(MUON, {})])
    with pytest.raises(
        InputError, match=r"^runs\.0: torch\.optim\.Muon refuses ill-cond"
    ) as refusal:
        Runner(experiment)
    assert "Muon only supports 2D parameters" in str(refusal.value)


@pytest.mark.parametrize("name", [LBFGS, "torch.optim.NAdam", "torch.optim.Adafactor"])
def test_that_the_cut_into_slices_and_a_resumption_change_nothing(name, make_experiment):
    experiment = make_experiment("rosenbrock", [(name, {"learning_rate": 0.01})], steps=40)
    (whole,) = Runner(experiment).run().records
    runner = Runner(experiment)
    while runner.step < 20:
        runner._chunk = 5
        runner.advance(0.0)
    again = Runner(experiment, runner.pasts())
    (resumed,) = again.run().records
    np.testing.assert_array_equal(resumed.positions, whole.positions)


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


def test_that_the_names_are_those_of_torch():
    base = torch.optim.Optimizer
    exported = {name: getattr(torch.optim, name) for name in torch.optim.__all__}
    classes = {
        f"torch.optim.{name}"
        for name, found in exported.items()
        if isinstance(found, type) and issubclass(found, base) and found is not base
    }
    assert set(TORCH_NAMES) == classes


def test_that_the_declaration_by_hand_has_the_names_and_defaults_of_torch():
    signature = inspect.signature(torch.optim.SGD).parameters
    for parameter in TORCH_SGD.hyperparameters:
        name = "lr" if parameter.name == "learning_rate" else parameter.name
        assert parameter.default == signature[name].default
    how = {"params", "foreach", "differentiable", "fused"}
    assert len(TORCH_SGD.hyperparameters) == len(signature.keys() - how)


@pytest.mark.parametrize("name", TORCH_NAMES)
def test_that_defaults_are_read_from_the_signature_and_handed_back(name):
    declared = find_optimizer(name, "k")
    values = {p.name: p.check(p.default, "k") for p in declared.hyperparameters}
    keywords = declared.torch_form.keywords(values)
    signature = inspect.signature(getattr(torch.optim, name.removeprefix("torch.optim.")))
    how = {"params", "foreach", "fused", "capturable", "differentiable"}
    given = {key: p.default for key, p in signature.parameters.items() if key not in how}
    assert keywords == given
    assert "learning_rate" in values
    assert all(p.meaning.endswith(".") for p in declared.hyperparameters)


def test_that_tuples_are_counted_and_words_are_choices():
    names = {p.name: p for p in find_optimizer("torch.optim.Rprop", "k").hyperparameters}
    assert [*names] == ["learning_rate", "eta1", "eta2", "step_size1", "step_size2", "maximize"]
    lbfgs = {p.name: p for p in find_optimizer(LBFGS, "k").hyperparameters}
    assert lbfgs["line_search_fn"].choices == ("none", "strong_wolfe")
    assert lbfgs["max_iter"].kind == "integer"


def test_that_a_number_left_out_is_in_no_file_and_one_given_is_handed_over():
    left_out = Experiment(runs=(Run(LBFGS),))
    text = dumps(left_out)
    assert "max_eval" not in text
    assert from_document(parse(text, "f")).runs == left_out.runs
    given = Experiment(runs=(Run(LBFGS, {"max_eval": 7}),))
    text = dumps(given)
    assert "max_eval = 7" in text
    assert from_document(parse(text, "f")).runs == given.runs
    run = given.runs[0]
    assert run.declaration.torch_form.keywords(run.hyperparameters)["max_eval"] == 7
    with pytest.raises(InputError, match=r"^runs\.0\.max_eval: 'x' is not allowed"):
        Experiment(runs=(Run(LBFGS, {"max_eval": "x"}),))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("torch.optim.Adamm", "did you mean 'torch.optim.Adam'?"),
        ("torch.optim.Optimizer", "is no optimizer"),
        ("torch.optim.lr_scheduler.StepLR", "is no optimizer"),
        ("torch.optim.nowhere.Adam", "there is no module torch.optim.nowhere"),
        ("torch.optim.", "is no import path"),
        ("..", "is no import path"),
        ("tоrch.optim.SGD", "is no import path"),  # its second letter is Cyrillic
        ("a." * 10_000 + "b", "is no import path"),
        ("os.system", "add --allow-import os.system"),
    ],
)
def test_that_a_name_which_leads_nowhere_gets_a_sentence(name, words):
    with pytest.raises(InputError) as refusal:
        Experiment(runs=(Run(name),))
    assert refusal.value.key == "runs.0.optimizer"
    assert words in str(refusal.value)
    assert len(str(refusal.value)) < 1000


LISTING = """
import sys
import main
from simulation.presets import presets
assert presets()
main.main(["list", "optimizers"])
assert "torch" not in sys.modules
"""


def test_that_listing_and_opening_presets_does_not_load_torch():
    run = subprocess.run([sys.executable, "-c", LISTING], capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert all(name in run.stdout for name in TORCH_NAMES)
