"""The typed objective: coordinates, values, window, start, and the way through a run."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
import torch

from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.objectives.catalog import build_objective
from simulation.objectives.formula import Formula

CPU = torch.device("cpu")
GENERATOR = np.random.default_rng(0)
ROSENBROCK = "(1 - x)^2 + b*(y - x^2)^2"


def test_that_it_equals_the_objective_written_by_hand() -> None:
    typed = Formula(ROSENBROCK, {"b": 100.0}).place(torch.float64, CPU)
    by_hand = build_objective("rosenbrock", {}).place(torch.float64, CPU)
    points = torch.from_numpy(np.random.default_rng(0).uniform(-2, 2, (2, 1000)))
    for name in ("value", "gradient", "hessian"):
        ours, theirs = getattr(typed, name)(points), getattr(by_hand, name)(points)
        assert ours.shape == theirs.shape
        torch.testing.assert_close(ours, theirs, rtol=1e-11, atol=1e-11)


def test_that_slopes_that_are_numbers_fill_all_lanes() -> None:
    objective = Formula("3*x1 + a*x2 + x4^2", {"a": 2.0}).place(torch.float64, CPU)
    points = torch.ones(4, 5, dtype=torch.float64)
    assert objective.gradient(points).tolist() == [[3.0] * 5, [2.0] * 5, [0.0] * 5, [2.0] * 5]
    hessian = objective.hessian(points)
    assert hessian is not None
    assert hessian[..., 0].tolist() == [[0.0] * 4] * 3 + [[0.0, 0.0, 0.0, 2.0]]


@pytest.mark.parametrize(
    ("text", "coordinates"),
    [("x^2", ("x",)), ("y^2", ("x", "y")), ("x3^2", ("x1", "x2", "x3"))],
)
def test_that_coordinates_come_from_the_formula(text: str, coordinates: tuple[str, ...]) -> None:
    objective = Formula(text, {})
    assert objective.coordinates == coordinates
    assert objective.dim == len(coordinates)
    assert objective.bounds == ((-5.0, 5.0),) * objective.dim
    assert objective.minima == ()


def test_that_names_become_sliders_with_their_values() -> None:
    objective = Formula("λ*x^2 + k*x", {"k": -3})
    assert objective.values == {"λ": 1.0, "k": -3}
    assert [parameter.name for parameter in objective.value_parameters] == ["λ", "k"]
    assert all(parameter.slider == (-5.0, 5.0) for parameter in objective.value_parameters)


@pytest.mark.parametrize(
    ("parameters", "key"),
    [
        ({"formula": "a*x", "values": {"b": 1.0}}, "objective.values.b"),
        ({"formula": "a*x", "values": {"a": "1"}}, "objective.values.a"),
        ({"formula": "a*x", "values": {"a": float("nan")}}, "objective.values.a"),
        ({"formula": "a*x", "values": {"a": float("inf")}}, "objective.values.a"),
        ({"formula": "a*x", "values": {"a": True}}, "objective.values.a"),
        ({"formula": "a*x", "values": [1.0]}, "objective.values"),
        ({"formula": 3}, "objective.formula"),
        ({"formula": "x" * 10_001}, "objective.formula"),
        ({"formula": "2x"}, "objective.formula"),
        ({"window": [[-1, 1]]}, "objective.window"),
        ({"window": [[-1, 1], [1, 1]]}, "objective.window"),
        ({"window": [[-1, 0, 1], [-1, 0, 1]]}, "objective.window"),
        ({"window": "wide"}, "objective.window"),
    ],
)
def test_that_what_does_not_fit_is_refused_by_its_key(
    parameters: dict[str, object], key: str
) -> None:
    with pytest.raises(InputError) as caught:
        ObjectiveChoice("formula", None, parameters)
    assert caught.value.key == key


def test_that_the_window_is_the_users() -> None:
    choice = ObjectiveChoice("formula", None, {"formula": "x*y", "window": [[0, 1], [-2, 2]]})
    assert choice.build().bounds == ((0.0, 1.0), (-2.0, 2.0))


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("x^2 + y^2", (-3.0, -3.0)),
        ("log(x)", (3.0,)),
        ("log(x) + log(y)", (3.0, 3.0)),
        ("sqrt(y - x)", (-3.0, 3.0)),
        ("(x - y)^2", (-3.0, 3.0)),
        ("sqrt(-1 - x^2)", (-3.0,)),
    ],
)
def test_that_the_start_is_where_there_is_a_slope(text: str, start: tuple[float, ...]) -> None:
    assert Formula(text, {}).start(GENERATOR) == start


def test_that_a_run_goes_the_way_of_the_objective_written_by_hand() -> None:
    def positions(choice: ObjectiveChoice) -> np.ndarray:
        run = Run("momentum", {"learning_rate": 1e-4, "momentum": 0.9})
        record = Runner(Experiment(choice, (run,), steps=200)).run().records[0]
        return np.asarray(record.positions)

    typed = {"formula": ROSENBROCK, "values": {"b": 100.0}}
    ours = positions(ObjectiveChoice("formula", (-1.2, 1.0), typed))
    theirs = positions(ObjectiveChoice("rosenbrock", (-1.2, 1.0)))
    np.testing.assert_allclose(ours, theirs, rtol=1e-10)


def test_that_reading_a_formula_needs_no_torch() -> None:
    code = (
        "import sys; from simulation.objectives.formula import Formula; "
        "Formula('a*x^2 + sin(x*y)', {}).start(None); sys.exit('torch' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
