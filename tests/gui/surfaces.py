"""Views of the surface for tests, with either of its renderers."""

from __future__ import annotations

import numpy as np
from PySide6.QtGui import QColor, QImage

from gui.theme import LIGHT, run_style
from gui.views.surface.view import SurfaceView
from gui.worker.landscape import draw_landscape
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run


def descent(rate):
    return Run("gradient-descent", {"learning_rate": rate}, f"rate {rate}")


def experiment(objective, *rates, steps=20):
    return Experiment(ObjectiveChoice(objective), tuple(map(descent, rates)), steps=steps)


def view_of(qtbot, experiment, *, theme=LIGHT, opengl=None):
    """A view, exposed, of all that an experiment computes, at step 0."""
    runner = Runner(experiment)
    history = runner.run()
    view = SurfaceView(opengl=opengl)
    qtbot.addWidget(view)
    view.resize(600, 460)
    view.set_theme(theme)
    view.set_runs([run_style(i, run.label) for i, run in enumerate(experiment.runs)])
    view.set_start(experiment.start)
    positions = [record.positions for record in history.records]
    view.set_landscape(draw_landscape(1, runner.objective, positions, experiment.start))
    view.set_history(history)
    with qtbot.waitExposed(view):
        view.show()
    return view


def pixels_of(image):
    """RGB of each pixel, ``(height, width, 3)``, as signed numbers."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)
    return rows[..., 2::-1].astype(int)


def shows_ball(picture, at, colour):
    """Whether the hue of ``colour`` fills the surroundings of a pixel."""
    x, y = round(at[0]), round(at[1])
    around = picture[y - 3 : y + 4, x - 3 : x + 4].reshape(-1, 3)
    wanted = QColor(colour).hsvHueF()
    hues = np.array([QColor(*pixel).hsvHueF() for pixel in around.tolist()])
    apart = np.abs(hues - wanted)
    return bool((np.minimum(apart, 1 - apart) < 0.06).mean() > 0.7)
