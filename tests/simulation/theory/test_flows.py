"""Flows: exact where there is a closed form, and what optimizers tend to."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.presets import find_preset
from simulation.schedules import Schedule
from simulation.theory.exact_flow import oscillate
from simulation.theory.flow_paths import flow_beside
from simulation.theory.flow_solver import integrate
from simulation.theory.flows import Flow, Piece
from simulation.theory.motions import Motion, motion_of
from simulation.theory.solving import solve

Q = ((3.0, 1.0, 0.5), (1.0, 2.0, 0.0), (0.5, 0.0, 0.25))
QUADRATICS = [
    ("ill-conditioned", {}, (-5.0, -2.0)),
    ("scalar-quadratic", {"curvature": 7.0}, (1.5,)),
    ("quadratic", {"Q": Q, "c": (1.0, -2.0, 0.5), "b": 3.0}, (2.0, 1.0, -4.0)),
]


def placed(name: str, **parameters):
    objective = ObjectiveChoice(name, None, parameters).build()
    return objective.place(torch.float64, torch.device("cpu"))


def motion(run: Run) -> Motion:
    found = motion_of(run.checked(""))
    assert isinstance(found, Motion)
    return found


def exponential(matrix: np.ndarray) -> np.ndarray:
    return torch.linalg.matrix_exp(torch.from_numpy(matrix)).numpy()


@pytest.mark.parametrize(("name", "parameters", "start"), QUADRATICS)
def test_that_the_gradient_flow_of_a_quadratic_is_e_to_the_minus_qt(
    name, parameters, start
) -> None:
    objective = placed(name, **parameters)
    origin = torch.zeros((len(start), 1), dtype=torch.float64)
    matrix = objective.hessian(origin)[..., 0].numpy()
    minimum = np.array(objective.minima[0].position)
    times = np.linspace(0, 4, 9)
    flow = solve(Flow(objective, np.array(start), np.zeros(len(start))), times)
    expected = [minimum + exponential(-matrix * t) @ (start - minimum) for t in times]
    np.testing.assert_allclose(flow.positions.T, expected, rtol=0, atol=1e-12)
    gradients = objective.gradient(torch.from_numpy(flow.positions)).numpy()
    np.testing.assert_allclose(flow.velocities, -gradients, atol=1e-11)


@pytest.mark.parametrize("friction", [0.0, 0.3, 2 * np.sqrt(0.2), 4.0, 40.0])
def test_that_a_ball_on_a_quadratic_follows_the_matrix_exponential(friction) -> None:
    """Under-, critically and over-damped coordinates at once; curvatures 0.2 and 4."""
    start, velocity = np.array([-5.0, -2.0]), np.array([0.7, -3.0])
    system = np.block(
        [[np.zeros((2, 2)), np.eye(2)], [-np.diag([0.2, 4.0]), -friction * np.eye(2)]]
    )
    times = np.linspace(0, 10, 21)
    flow = solve(Flow(placed("ill-conditioned"), start, velocity, (Piece(10.0, friction),)), times)
    state = np.concatenate([start, velocity])
    expected = np.array([exponential(system * t) @ state for t in times]).T
    np.testing.assert_allclose(flow.positions, expected[:2], atol=1e-10)
    np.testing.assert_allclose(flow.velocities, expected[2:], atol=1e-10)


def test_that_a_free_ball_flies_straight_and_friction_stops_it() -> None:
    state = np.array([1.0]), np.array([2.0])
    times = np.array([0.0, 1.0, 3.0])
    positions, velocities = oscillate(np.zeros(1), 0.0, state, times)
    np.testing.assert_allclose(positions, [[1.0, 3.0, 7.0]])
    np.testing.assert_allclose(velocities, [[2.0, 2.0, 2.0]])
    positions, _ = oscillate(np.zeros(1), 0.5, state, np.array([200.0]))
    np.testing.assert_allclose(positions, [[1.0 + 2.0 / 0.5]])


@pytest.mark.parametrize(("name", "parameters", "start"), QUADRATICS)
@pytest.mark.parametrize(
    "pieces", [(), (Piece(20.0, 1.0),), (Piece(3.0, 0.0), Piece(7.0, 2.5), Piece(20.0, 0.1))]
)
def test_that_the_solver_gives_the_exact_flow_to_nine_digits(
    name, parameters, start, pieces
) -> None:
    velocity = 0.5 * np.ones(len(start)) if pieces else np.zeros(len(start))
    flow = Flow(placed(name, **parameters), np.array(start), velocity, pieces)
    times = np.linspace(0, 20, 101)
    exact, solved = solve(flow, times), integrate(flow, times)
    assert solved.ending == "complete"
    scale = np.abs(exact.positions).max()
    assert np.abs(solved.positions - exact.positions).max() < 1e-9 * scale
    assert np.abs(solved.velocities - exact.velocities).max() < 1e-9 * scale


def test_that_a_flow_at_rest_costs_no_more() -> None:
    flow = Flow(placed("double-well"), np.array([-1.7]), np.zeros(1))
    times = np.array([0.0, 10.0, 1e9])
    solved = integrate(flow, times)
    assert solved.ending == "complete"
    best = placed("double-well").minima[1].position  # the shallow well
    np.testing.assert_allclose(solved.positions[0, 1:], best[0], atol=1e-9)


def test_that_a_flow_leaves_a_saddle_however_long_it_waits_there() -> None:
    start = np.array([-1.5, 1e-9])
    solved = integrate(Flow(placed("saddle"), start, np.zeros(2)), np.array([0.0, 60.0]))
    assert abs(solved.positions[1, -1]) > 1


def test_that_a_flow_into_the_depths_ends_where_it_escapes() -> None:
    objective = placed("formula", formula="-x^4")
    start = np.array([1.0])  # θ̇ = 4θ³: infinite at t = 1/8
    solved = integrate(Flow(objective, start, np.zeros(1)), np.linspace(0, 1, 101))
    assert solved.ending == "escaped"
    times = np.linspace(0, 1, 101)[: len(solved)]
    assert 0.11 < times[-1] <= 0.125
    np.testing.assert_allclose(solved.positions[0], (1 - 8 * times) ** -0.5, rtol=1e-8)


def test_that_a_flow_which_takes_too_many_evaluations_ends_early() -> None:
    objective = placed("rosenbrock")
    flow = Flow(objective, np.array([-1.2, 1.0]), np.zeros(2))
    solved = integrate(flow, np.linspace(0, 1e5, 1001), budget=2000)
    assert solved.ending == "costly"
    assert len(solved) < 1001


def test_that_a_superseded_flow_is_given_up() -> None:
    asked = []
    flow = Flow(placed("rosenbrock"), np.array([-1.2, 1.0]), np.zeros(2))
    solved = integrate(flow, np.linspace(0, 1e5, 1001), lambda: len(asked.append(1) or asked) < 5)
    assert len(asked) < 20
    assert len(solved) < 1001


@pytest.mark.parametrize(
    "run",
    [
        Run("gradient-descent", {"learning_rate": 1e-4}),
        Run("momentum", {"learning_rate": 1e-5, "momentum": 0.999}),
        Run(
            "momentum",
            {"learning_rate": 1e-5, "momentum": 0.999},
            schedules={"momentum": Schedule("step", {"every": 500, "factor": 0.999})},
        ),
    ],
)
def test_that_small_steps_stay_with_their_flow(run) -> None:
    experiment = Experiment(ObjectiveChoice("two-wells"), (run,), 2000)
    record = Runner(experiment).run().records[0]
    start = np.array(experiment.start)
    path = flow_beside(motion(experiment.runs[0]), placed("two-wells"), start, 2000)
    assert path.ending == "complete"
    moved = record.positions[:, path.steps]
    assert np.abs(moved - start[:, None]).max() > 0.4
    np.testing.assert_allclose(path.positions[:, path.marks], moved, atol=2e-3)


def test_that_a_path_has_a_mark_for_each_step_and_points_between() -> None:
    run = Run("momentum", {"learning_rate": 0.6, "momentum": 0.5})
    path = flow_beside(motion(run), placed("ill-conditioned"), np.array([-5.0, -2.0]), 20)
    assert path.steps.tolist() == list(range(21))
    assert len(path.times) == 20 * path.between + 1
    np.testing.assert_allclose(path.times[path.marks], motion(run).clock(20))
    assert path.sample_of(3) == 3 * path.between
    np.testing.assert_array_equal(path.positions[:, 0], [-5.0, -2.0])


def test_that_a_long_run_is_sampled_at_some_of_its_steps() -> None:
    run = Run("gradient-descent", {"learning_rate": 1e-4})
    path = flow_beside(motion(run), placed("ill-conditioned"), np.array([-5.0, -2.0]), 100_001)
    assert len(path.steps) <= 4002
    assert path.steps[-1] == 100_001
    np.testing.assert_allclose(path.positions[0, -1], -5 * np.exp(-0.2 * 1e-4 * 100_001))
    too_long = flow_beside(motion(run), placed("ill-conditioned"), np.zeros(2), 3_000_000)
    assert too_long.ending == "costly"
    assert too_long.sample_of(2_000_000) == -1


def test_that_friction_in_force_follows_the_schedule() -> None:
    schedule = {"learning_rate": Schedule("multi-step", {"at": (4,), "factor": 0.25})}
    run = Run("momentum", {"learning_rate": 0.01, "momentum": 0.9}, schedules=schedule)
    path = flow_beside(motion(run), placed("ill-conditioned"), np.array([-5.0, -2.0]), 8)
    marks = path.frictions[path.marks]
    assert marks[3] == marks[4] == path.frictions[0]
    assert marks[6] == pytest.approx(2 * marks[3])


@pytest.mark.parametrize("optimizer", ["momentum", "momentum-displacement"])
def test_that_rescaled_momentum_keeps_a_ball_on_its_way(optimizer) -> None:
    """The rate drops to a tenth; the flow is that of the ball before."""
    preset = find_preset("schedule-rescale").experiment
    runs = tuple(replace(run, optimizer=optimizer) for run in preset.runs)
    experiment = replace(preset, runs=runs)
    records = Runner(experiment).run().records
    start = np.array(experiment.start)
    path = flow_beside(motion(runs[0]), placed("ill-conditioned"), start, experiment.steps)
    ends = []
    for run, record in zip(runs[1:], records[1:], strict=True):
        time = motion(run).clock(experiment.steps)[-1]
        there = [np.interp(time, path.times, along) for along in path.positions]
        ends.append(np.linalg.norm(record.positions[:, -1] - there))
    dropped, rescaled = ends
    assert rescaled < 0.6 * dropped
