"""Companions are runs from other starts, lane for lane, in a record of bounded size."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from simulation.engine import companions as companions_module
from simulation.engine.companions import Companions, usable_clouds
from simulation.engine.runner import Runner
from simulation.errors import InputError
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.optimizers.catalog import OPTIMIZERS
from simulation.schedules import Schedule
from simulation.starts import Starts

RUNS = (
    Run("momentum", {"learning_rate": 0.05}, schedules={"learning_rate": Schedule("step")}),
    Run("adam", {"learning_rate": 0.05}),
)
CLOUD = Experiment(runs=RUNS, steps=50, starts=Starts("cloud", 5, 2.0))
AIRFOIL = ObjectiveChoice("airfoil")


def computed(experiment, known=None):
    companions = Companions(experiment, known)
    companions.advance(float("inf"))
    assert companions.done
    return companions


@pytest.mark.parametrize(
    "experiment",
    [
        pytest.param(CLOUD, id="cloud"),
        pytest.param(replace(CLOUD, starts=Starts("grid", 9)), id="grid"),
        pytest.param(replace(CLOUD, noise=Noise(sigma=0.5)), id="shared noise"),
        pytest.param(replace(CLOUD, objective=ObjectiveChoice("rosenbrock")), id="valley"),
        pytest.param(replace(CLOUD, objective=AIRFOIL, batch_size=16), id="data"),
    ],
)
def test_that_a_companion_is_the_run_from_its_start(experiment):
    companions = computed(experiment)
    points = experiment.starts.points(experiment.start, experiment.seed)
    for lane, start in enumerate(points.T.tolist()):
        choice = replace(experiment.objective, start=tuple(start))
        alone = Runner(replace(experiment, objective=choice)).run()
        for cloud, record in zip(companions.clouds, alone.records, strict=True):
            with np.errstate(over="ignore"):  # some diverge
                rounded = record.positions.astype(np.float32)
            np.testing.assert_array_equal(cloud.positions[:, :, lane].T, rounded)


@pytest.mark.parametrize("optimizer", [name for name in OPTIMIZERS if "torch." not in name])
def test_that_every_rule_has_companions(optimizer):
    experiment = replace(CLOUD, runs=(Run(optimizer),), steps=3)
    (cloud,) = computed(experiment).clouds
    assert cloud.positions.shape == (4, 2, 5)


def test_that_noise_of_its_own_is_the_seeds_and_no_two_companions_share_it():
    still = replace(CLOUD, noise=Noise(shared=False), starts=Starts("cloud", 40, 1e-9))
    first, again = computed(still), computed(still)
    other = computed(replace(still, seed=1))
    for one, two, three in zip(first.clouds, again.clouds, other.clouds, strict=True):
        np.testing.assert_array_equal(one.positions, two.positions)
        assert not np.array_equal(one.positions, three.positions)
        assert len(np.unique(one.positions[-1, 0])) == 40


def test_that_own_noise_does_not_depend_on_how_work_is_cut(monkeypatch):
    noisy = replace(CLOUD, noise=Noise(shared=False))
    whole = computed(noisy)
    monkeypatch.setattr(companions_module, "LARGEST_CHUNK", 7)
    for one, other in zip(whole.clouds, computed(noisy).clouds, strict=True):
        np.testing.assert_array_equal(one.positions, other.positions)


def test_that_runs_of_torch_classes_and_disabled_ones_have_none():
    runs = (Run("torch.optim.SGD"), replace(RUNS[1], enabled=False), RUNS[0])
    clouds = computed(replace(CLOUD, runs=runs)).clouds
    assert [cloud is not None for cloud in clouds] == [False, False, True]


def test_that_the_converged_are_counted_where_the_bowl_and_the_rate_say_so():
    # x² / 2 in one dimension: x ← (1 − η) x, so 1e-6 is passed for all or for none.
    bowl = ObjectiveChoice("half-square")
    runs = tuple(Run("gradient-descent", {"learning_rate": eta}) for eta in (0.5, 0.1, 2.5))
    experiment = Experiment(bowl, runs, steps=21, starts=Starts("cloud", 50, 0.5))
    assert [cloud.converged for cloud in computed(experiment).clouds] == [50, 0, 0]


def test_that_a_small_budget_thins_and_keeps_the_last_step(monkeypatch):
    whole = computed(CLOUD)
    monkeypatch.setattr(companions_module, "MEMORY_BUDGET", 8 * 4 * 2 * 5 * 2)
    thinned = computed(CLOUD)
    for full, cloud in zip(whole.clouds, thinned.clouds, strict=True):
        assert cloud.stride == 8
        rows = [*range(0, 50, 8), 50]
        np.testing.assert_array_equal(cloud.positions, full.positions[rows])
        assert [cloud.row_of(step) for step in (0, 7, 8, 49, 50)] == [0, 0, 1, 6, 7]


def test_that_what_cannot_fit_into_memory_is_refused(monkeypatch):
    monkeypatch.setattr(companions_module, "MEMORY_BUDGET", 100)
    with pytest.raises(InputError, match="give at most 3") as refusal:
        Companions(CLOUD)
    assert refusal.value.key == "starts.count"


def test_that_only_the_companions_of_the_edited_run_are_computed():
    first = computed(CLOUD)
    edited = CLOUD.with_run(0, Run("momentum", {"learning_rate": 0.01}, label="mine"))
    second = Companions(edited, usable_clouds(first, edited))
    assert second.clouds[1] is first.clouds[1]
    assert len(second.clouds[0]) == 1
    relabelled = CLOUD.with_run(0, replace(RUNS[0], label="mine"))
    assert Companions(relabelled, usable_clouds(first, relabelled)).done


def test_that_other_starts_or_steps_compute_all_companions_anew():
    first = computed(CLOUD)
    for changes in ({"starts": Starts("cloud", 6)}, {"steps": 60}, {"seed": 1}):
        assert usable_clouds(first, replace(CLOUD, **changes)) == {}


def test_that_starts_leave_the_runs_themselves_alone():
    one, other = (Runner(replace(CLOUD, starts=each)).run() for each in (None, CLOUD.starts))
    for left, right in zip(one.records, other.records, strict=True):
        np.testing.assert_array_equal(left.positions, right.positions)
