"""A run's numbers are its own, to the last bit: whatever is beside it, and however it is computed.

Sums that are cut into blocks break this, on some processors and not on others; `.ci/run` has
these tests go through several instruction sets.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
import torch

from simulation import datasets
from simulation.engine.runner import Runner
from simulation.experiment import MAX_RUNS, Experiment, ObjectiveChoice, Run
from simulation.maps.axes import Axis
from simulation.maps.computation import MapComputation
from simulation.maps.specification import Map
from simulation.objectives.catalog import OBJECTIVES
from simulation.optimizers.base import Rule
from simulation.optimizers.catalog import OPTIMIZERS

RULES = [name for name, optimizer in OPTIMIZERS.items() if isinstance(optimizer, Rule)]
COUPLED = ObjectiveChoice(
    "quadratic",
    None,
    {
        "Q": tuple(tuple(2.3 if i == j else 0.3 for j in range(6)) for i in range(6)),
        "c": (1.0, 2.0, -1.0, 0.5, 0.25, 0.1),
        "b": 0.0,
    },
)
LARGE = {"spectrum": 50, "rosenbrock": 17, "rastrigin": 10, "plateau": 5, "ackley": 7}
"""Dimensions in which a sum has many terms."""
CHOICES = {name: ObjectiveChoice(name) for name in OBJECTIVES if name != "formula"} | {
    "coupled": COUPLED,
    "formula": ObjectiveChoice("formula", None, {"formula": "sin(x)^2 + exp(x*y) + y^4"}),
    **{f"{name} {n}": ObjectiveChoice(name, None, {"dimension": n}) for name, n in LARGE.items()},
}
PLACE = 24
"""Where the run stands among all: a place at which products of matrices round otherwise."""
BESIDE = (1, 31, 32, 33, 511)


def experiment(choice: ObjectiveChoice, name: str, **settings: object) -> Experiment:
    """As many runs as there may be, each with a learning rate of its own."""
    runs = tuple(
        Run(name, {"learning_rate": 0.01 + 1e-5 * place}, label=str(place))
        for place in range(MAX_RUNS)
    )
    return Experiment(choice, runs, **{"steps": 40, **settings})


def some(whole: Experiment, first: int, count: int) -> Experiment:
    return replace(whole, runs=whole.runs[first : first + count])


def numbers(record: object) -> list[np.ndarray]:
    return [record.positions, record.losses, record.gradients]


def assert_same(one: object, other: object) -> None:
    for mine, theirs in zip(numbers(one), numbers(other), strict=True):
        np.testing.assert_array_equal(mine, theirs)


def assert_alone_as_beside_others(whole: Experiment) -> None:
    alone = Runner(some(whole, PLACE, 1)).run().records[0]
    for beside in BESIDE:
        if beside == MAX_RUNS - 1:
            together, place = whole, PLACE
        else:
            place = PLACE if beside >= PLACE else 0
            together = some(whole, PLACE - place, beside + 1)
        assert_same(Runner(together).run().records[place], alone)


@pytest.mark.parametrize("dtype", ["float64", "float32"])
@pytest.mark.parametrize("name", CHOICES)
def test_that_others_beside_it_change_no_run_on_any_objective(name: str, dtype: str) -> None:
    assert_alone_as_beside_others(experiment(CHOICES[name], "momentum", dtype=dtype))


@pytest.mark.parametrize("name", RULES)
def test_that_others_beside_it_change_no_run_of_any_rule(name: str) -> None:
    assert_alone_as_beside_others(experiment(COUPLED, name))


@pytest.mark.parametrize("batch_size", [7, 64])
def test_that_others_beside_it_change_no_run_with_minibatches(batch_size: int) -> None:
    whole = experiment(CHOICES["airfoil"], "momentum", batch_size=batch_size, steps=300)
    assert_alone_as_beside_others(whole)


def test_that_a_run_that_is_compiled_on_its_way_is_the_same_in_slices_and_when_repeated() -> None:
    size = 50
    matrix = np.full((size, size), 0.1) + np.diag(np.arange(1.0, size + 1))
    choice = ObjectiveChoice(
        "quadratic", None, {"Q": tuple(map(tuple, matrix.tolist())), "c": (0.5,) * size, "b": 0.0}
    )
    few = some(experiment(choice, "momentum", steps=5000), 0, 3)
    whole = Runner(few).run().records
    sliced = Runner(few)
    while not sliced.done:
        sliced.advance(0.0)
    again = Runner(few).run().records
    for one, two, three in zip(whole, sliced.history.records, again, strict=True):
        assert_same(one, two)
        assert_same(one, three)


@pytest.mark.parametrize("name", CHOICES)
def test_that_two_threads_of_torch_give_the_numbers_of_one(name: str) -> None:
    whole = experiment(CHOICES[name], "adam", steps=20)
    one = Runner(whole).run().records
    torch.set_num_threads(2)
    try:
        two = Runner(whole).run().records
    finally:
        torch.set_num_threads(1)
    for mine, theirs in zip(one, two, strict=True):
        assert_same(mine, theirs)


@pytest.mark.parametrize("name", CHOICES)
def test_that_a_cell_of_a_map_is_its_run_on_every_objective(name: str) -> None:
    base = Experiment(CHOICES[name], (Run("momentum"),), steps=40)
    rates = Axis("runs.0.learning_rate", 1e-5, 1e-3, 5, "log")
    map_ = Map(base, rates, Axis("runs.0.momentum", 0, 0.9, 3))
    losses = MapComputation(map_, progressive=False).run().columns["final_loss"]
    for row, column in np.ndindex(3, 5):
        record = Runner(map_.at(row, column)).run().records[0]
        expected = record.losses[-1] if record.diverged_at is None else np.inf
        assert losses[row, column] == expected


EVERYWHERE_RULES = ("gradient-descent", "momentum", "nesterov", "sgd", "lion", "asgd", "rprop")
EVERYWHERE = (
    "ill-conditioned", "coupled", "spectrum 50", "rosenbrock 17", "himmelblau", "airfoil",
    "linear-map", "double-well", "plateau 5",
)  # fmt: skip
"""Made of sums, products and quotients alone, which IEEE 754 rounds alike on every processor."""

INSTRUCTION_SETS = (
    {},
    {"ATEN_CPU_CAPABILITY": "default", "MKL_CBWR": "COMPATIBLE"},
    {"ATEN_CPU_CAPABILITY": "avx2", "MKL_CBWR": "AVX2", "OMP_NUM_THREADS": "2"},
)


def digests() -> Iterator[str]:
    """What the numbers of the experiments are that are the same everywhere."""
    for rule in EVERYWHERE_RULES:
        for name in EVERYWHERE:
            batch_size = 10 if name == "airfoil" else None
            whole = experiment(CHOICES[name], rule, batch_size=batch_size)
            digest = hashlib.sha256()
            for record in Runner(some(whole, 0, 40)).run().records:
                for array in numbers(record):
                    digest.update(np.ascontiguousarray(array).tobytes())
            yield f"{rule} {name} {digest.hexdigest()}"


def test_that_arithmetic_alone_gives_the_same_numbers_with_every_instruction_set() -> None:
    program = (
        "from pathlib import Path; from tests.made_data import use_data;"
        f"use_data(Path({str(datasets.find_airfoil())!r}));"
        f"from {__name__} import digests; print(*digests(), sep='\\n')"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, **given},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.splitlines()
        for given in INSTRUCTION_SETS
    ]
    assert len(found[0]) == len(EVERYWHERE) * len(EVERYWHERE_RULES)
    assert found[0] == found[1] == found[2]
