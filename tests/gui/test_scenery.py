"""When the landscape is drawn, and through which points its plane is laid."""

import numpy as np

from gui.worker.scenery import Scenery
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run


def experiment() -> Experiment:
    fast = Run("gradient-descent", {"learning_rate": 0.5})
    return Experiment(ObjectiveChoice("spectrum"), (fast,), steps=3000)


def test_that_a_plane_drawn_while_it_was_computed_is_laid_anew_when_all_is_there():
    runner = Runner(experiment())
    scenery = Scenery()
    early = scenery.update(1, runner.experiment, runner)
    assert early is not None
    runner.run()
    late = scenery.update(1, runner.experiment, runner)
    at_once = Scenery().update(1, runner.experiment, runner)
    assert late is not None
    np.testing.assert_array_equal(late.plane.directions, at_once.plane.directions)
    assert late.window == at_once.window


def test_that_a_complete_one_is_not_drawn_again():
    runner = Runner(experiment())
    runner.run()
    scenery = Scenery()
    assert scenery.update(1, runner.experiment, runner) is not None
    assert scenery.update(2, runner.experiment, runner) is None
