"""Labels of minima keep out of the way of the runs; the view keeps to numbers that tell apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from gui.views.backdrop import BELOW
from gui.views.pictures import FARTHEST, NEAREST
from simulation.experiment import Experiment, ObjectiveChoice, Run
from tests.gui.test_landscape_view import RAVINE, view_of

WELLS = Experiment(ObjectiveChoice("two-wells"), (Run(),))


def labels(view):
    """Where each label lies beside its minimum, in pixels: right and down from it."""
    boxes = []
    for label in view._pictures.backdrop._labels:
        minimum = view._view_box.mapViewToScene(label.pos())
        boxes.append(label.mapRectToScene(label.boundingRect()).translated(-minimum))
    return boxes


@pytest.mark.parametrize("x", [-4.0, 4.0])
@pytest.mark.parametrize("y", [-2.0, 2.0])
def test_that_a_label_lies_on_the_side_that_the_runs_do_not_come_from(qtbot, x, y):
    at_start = replace(RAVINE, objective=ObjectiveChoice("ill-conditioned", (x, y)))
    view, _ = view_of(qtbot, at_start)
    (box,) = labels(view)
    assert (box.left() > 0) == (x < 0)
    assert (box.right() < 0) == (x > 0)
    assert (box.bottom() < 5) == (y < 0)  # on the screen, down is positive
    assert (box.top() > -5) == (y > 0)


def test_that_labels_follow_a_start_that_is_dragged_past_them(qtbot):
    view, _ = view_of(qtbot, WELLS)
    assert [box.left() > 0 for box in labels(view)] == [True, True]
    view.set_start((0.0, 1.2))
    assert [box.left() > 0 for box in labels(view)] == [True, False]


def test_that_labels_lie_below_a_curve_and_within_the_plot(qtbot):
    view, _ = view_of(qtbot, Experiment(ObjectiveChoice("double-well"), (Run(),)))
    boxes = labels(view)
    assert len(boxes) == 2
    shown = view._view_box.sceneBoundingRect()
    for label, box in zip(view._pictures.backdrop._labels, boxes, strict=True):
        assert tuple(label.anchor) == BELOW
        assert box.top() > 0
        assert shown.contains(label.mapRectToScene(label.boundingRect()))


def test_that_no_zoom_goes_beyond_what_numbers_tell_apart(qtbot):
    view, _ = view_of(qtbot, RAVINE)
    window = np.array(view._landscape.window)
    extent = np.ptp(window, axis=1)
    for size, limit in ((1e-15, NEAREST), (1e15, FARTHEST)):
        middle = window.mean(1)
        sides = [(m - size * e / 2, m + size * e / 2) for m, e in zip(middle, extent, strict=True)]
        view._plot.setRange(xRange=sides[0], yRange=sides[1], padding=0)
        np.testing.assert_allclose(np.ptp(view._view_box.viewRange(), axis=1), limit * extent, 1e-3)
        for axis in ("left", "bottom"):
            item = view._plot.getAxis(axis)
            ticks = item.tickValues(*item.range, 300)
            texts = [text for spacing, at in ticks[:1] for text in item.tickStrings(at, 1, spacing)]
            assert len(set(texts)) == len(texts) > 1
    view.fit_window()
    np.testing.assert_allclose(view._view_box.viewRange(), window)
