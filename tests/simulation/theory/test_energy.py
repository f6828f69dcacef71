"""Energy is bounded without friction, lost with it, and gets a ball over the hill."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.objectives.wells import DoubleWell
from simulation.optimizers.base import Velocity
from simulation.optimizers.momentum import MOMENTUM_ACCUMULATED
from simulation.presets import find_preset
from simulation.theory.energy import energies_of_flow, energies_of_run
from simulation.theory.flow_paths import flow_beside
from simulation.theory.motions import Motion, dynamics_of, motion_of, with_dynamics

BALL = Run("momentum", {"learning_rate": 0.01, "momentum": 0.9})


def ball(friction: float, time_step: float, optimizer: str = "momentum") -> Run:
    base = Run(optimizer, {"learning_rate": 0.01, "momentum": 0.9}).checked("")
    return with_dynamics(base, friction=friction, time_step=time_step)


def motion(run: Run) -> Motion:
    found = motion_of(run)
    assert isinstance(found, Motion)
    return found


def energies(experiment: Experiment, run: int = 0):
    record = Runner(experiment).run().records[run]
    return energies_of_run(
        motion(experiment.runs[run]), record.positions, record.losses, record.gradients
    )


def flow_energies(experiment: Experiment, run: int = 0):
    objective = experiment.objective.build().place(torch.float64, torch.device("cpu"))
    found = motion(experiment.runs[run])
    start = np.array(experiment.start)
    path = flow_beside(found, objective, start, experiment.steps)
    return energies_of_flow(path, has_mass=found.kind == "ball")


@pytest.mark.slow
def test_that_without_friction_the_energy_neither_drifts_nor_leaves_its_bounds() -> None:
    """A million steps of leapfrog on a well that is no quadratic: (x² − 1)² − x/4."""
    run, steps = ball(0.0, 0.1), 1_000_000
    rate, kept = (run.hyperparameters[name] for name in ("learning_rate", "momentum"))
    assert kept == 1.0
    x, state, passed = -1.4, Velocity(0.0), np.empty(steps + 1)
    for step in range(steps):  # the rule serves plain numbers, which are fastest here
        passed[step] = x
        gradient = (x * x - 1) * x * 4 - 0.25
        x, state = MOMENTUM_ACCUMULATED.update(x, gradient, state, rate, kept)
    passed[steps] = x
    losses, gradients = (passed**2 - 1) ** 2 - passed / 4, (passed**2 - 1) * passed * 4 - 0.25
    total = energies_of_run(motion(run), passed[None], losses, gradients[None]).total
    early = np.ptp(total[:10_000])
    assert early < 0.05 * np.ptp(losses)
    assert np.ptp(total) < 1.5 * early
    tenths = total[1:].reshape(10, -1).mean(1)
    assert np.ptp(tenths) < 0.02 * early


def test_that_halving_the_step_quarters_the_error_of_the_energy() -> None:
    swings = []
    for time_step in (0.2, 0.1, 0.05):
        experiment = Experiment(
            ObjectiveChoice("ill-conditioned"), (ball(0.0, time_step),), round(40 / time_step)
        )
        swings.append(np.ptp(energies(experiment).total))
    ratios = np.array(swings[:-1]) / swings[1:]
    np.testing.assert_allclose(ratios, 4, rtol=0.1)


@pytest.mark.parametrize("optimizer", ["momentum", "momentum-displacement", "momentum-averaged"])
def test_that_what_is_lost_is_what_friction_takes(optimizer) -> None:
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (ball(0.7, 0.02, optimizer),), 600)
    found = energies(experiment)
    assert found.total[-1] < 0.01 * found.total[0]
    sums = found.total + found.dissipated
    np.testing.assert_allclose(sums, found.total[0], rtol=3e-3)
    # It falls: but for what the steps' size adds, never gains.
    assert np.diff(found.total).max() < 1e-3 * found.total[0]


def test_that_a_run_has_the_energies_of_its_flow() -> None:
    experiment = Experiment(ObjectiveChoice("double-well"), (ball(1.0, 0.01),), 500)
    measured, flow = energies(experiment), flow_energies(experiment)
    every = (len(flow.times) - 1) // experiment.steps
    for name in ("times", "kinetic", "potential", "dissipated", "total"):
        of_flow = getattr(flow, name)[::every]
        scale = max(np.abs(of_flow).max(), 1e-9)
        assert np.abs(getattr(measured, name) - of_flow).max() < 0.01 * scale, name


def test_that_the_flow_of_a_ball_loses_energy_at_the_rate_of_friction() -> None:
    flow = flow_energies(Experiment(ObjectiveChoice("ill-conditioned"), (ball(0.7, 0.1),), 300))
    rate = 0.7 * (flow.velocities**2).sum(0)
    taken = np.cumsum((rate[1:] + rate[:-1]) / 2 * np.diff(flow.times))
    np.testing.assert_allclose(flow.dissipated[1:], taken, rtol=1e-3, atol=1e-3)


def test_that_descent_has_no_mass_and_loses_what_its_potential_falls() -> None:
    run = Run("gradient-descent", {"learning_rate": 0.002})
    experiment = Experiment(ObjectiveChoice("ill-conditioned"), (run,), 2000)
    for found in (energies(experiment), flow_energies(experiment)):
        assert not found.kinetic.any()
        lost = found.potential[0] - found.potential
        np.testing.assert_allclose(found.dissipated, lost, rtol=0.02)


def test_that_a_single_step_has_an_energy_at_both_ends() -> None:
    found = energies(Experiment(ObjectiveChoice("ill-conditioned"), (BALL,), 1))
    assert np.isfinite(found.total).all()
    assert len(found.total) == 2


def test_that_a_diverging_run_has_the_energies_that_it_has() -> None:
    run = Run("momentum", {"learning_rate": 1e3, "momentum": 0.9})
    found = energies(Experiment(ObjectiveChoice("double-well"), (run,), 30))
    assert not np.isfinite(found.total[-1])


# --- the hill A → B → C → D ---------------------------------------------------------------------


def well_of(position: float) -> str:
    deep, shallow = (minimum.position[0] for minimum in DoubleWell(1.0, 0.25).minima)
    return "D" if abs(position - deep) < abs(position - shallow) else "B"


@pytest.mark.parametrize("rate", [0.001, 0.003, 0.01, 0.02, 0.03, 0.04])
def test_that_gradient_descent_never_crosses_the_hill(rate) -> None:
    run = Run("gradient-descent", {"learning_rate": rate})
    experiment = Experiment(ObjectiveChoice("double-well"), (run,), 20_000)
    (end,) = Runner(experiment).run().records[0].positions[:, -1]
    assert well_of(end) == "B"


@pytest.mark.parametrize(
    ("friction", "well"), [(0.5, "D"), (1.0, "D"), (2.5, "B"), (5.0, "B"), (15.0, "B")]
)
def test_that_a_ball_with_little_friction_crosses_and_with_much_stops_short(friction, well) -> None:
    experiment = Experiment(ObjectiveChoice("double-well"), (ball(friction, 0.05),), 4000)
    (end,) = Runner(experiment).run().records[0].positions[:, -1]
    assert well_of(end) == well
    assert abs(Runner(experiment).run().records[0].gradients[0, -1]) < 1e-6


def test_that_the_preset_of_the_hill_shows_it() -> None:
    records = Runner(find_preset("hill").experiment).run().records
    assert [well_of(record.positions[0, -1]) for record in records] == ["B", "B", "D"]


def test_that_the_presets_of_friction_show_what_they_say() -> None:
    hill = Runner(find_preset("hill-friction").experiment).run().records
    assert [well_of(record.positions[0, -1]) for record in hill] == ["D", "B", "B", "B"]
    free = find_preset("no-friction").experiment
    kept, lost = (energies(free, run).total for run in range(2))
    assert np.ptp(kept) < 0.1 * kept[0]
    assert lost[-1] < 0.01 * lost[0]


def test_that_the_presets_of_flows_are_runs_of_one_flow() -> None:
    for name in ("ball-time-steps", "descent-flow"):
        experiment = find_preset(name).experiment
        known = [dynamics_of(run) for run in experiment.runs]
        assert (
            len({friction if friction is None else round(friction, 9) for friction, _ in known})
            == 1
        )
        steps = [step for _, step in known]
        np.testing.assert_allclose(np.array(steps[:-1]) / steps[1:], 2)
