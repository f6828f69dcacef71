"""What took long to find is not lost when a window is made anew in another language."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from gui.app import Lab
from gui.documents import Documents
from gui.settings import Settings

pytestmark = pytest.mark.slow


@pytest.fixture
def windows(qtbot, tmp_path, monkeypatch):
    """Called first, the window; then the one that takes its place in another language."""
    font, colours = QApplication.font(), QApplication.palette()
    lab = Lab(Settings(tmp_path / "settings.ini"), tmp_path / "backups")
    languages = iter(("ja", "zh_CN"))

    def window():
        if not lab.windows:
            return lab.open_window()
        before = list(lab.windows)
        lab.looks.choose(replace(lab.looks.appearance, language=next(languages)))
        qtbot.waitUntil(lambda: lab.windows and not set(before) & set(lab.windows))
        return lab.windows[0]

    yield window
    monkeypatch.setattr(Documents, "may_close", lambda self: True)
    for each in list(lab.windows):
        each.close()
    qtbot.waitUntil(lambda: lab.windows == [])
    QApplication.setFont(font)
    QApplication.setPalette(colours)
    QApplication.instance().setStyleSheet("")


def study(window, name):
    return window.pages.study(name)


def map_of(window):
    return study(window, "map")._jobs[0]


def show_map(window, qtbot, preset="momentum-0.6-0.5", **changes):
    window.session.open_preset(preset)
    window.parts.show_view("map")
    bar = study(window, "map")._bar
    qtbot.waitUntil(lambda: bar.choice is not None)
    bar.set_choice(replace(bar.choice, **changes))
    bar.changed.emit(bar.choice)


def settled(window):
    jobs = study(window, "map")
    return len(jobs._jobs) > 0 and not jobs._jobs.running and not jobs._poll.isActive()


def race(window, qtbot, **effort):
    window.session.open_preset("ravine")
    window.parts.show_view("race")
    study(window, "race")._bar.set_effort(effort)
    button = window.findChild(QPushButton, "race_start")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_a_ranking_is_there_in_the_next_window(windows, qtbot):
    old = windows()
    race(old, qtbot, budget=5, starts=3, seeds=1)
    qtbot.waitUntil(lambda: not study(old, "race").running)
    found = study(old, "race").result
    new = windows()
    assert study(new, "race").result == found
    assert study(new, "race").page.table.rowCount() == 3
    assert new.findChild(QPushButton, "race_use").isEnabled()
    assert new.findChild(QPushButton, "race_export").isEnabled()


def test_that_a_race_that_is_on_goes_on_in_the_next_window(windows, qtbot):
    old = windows()
    race(old, qtbot, budget=100_000, starts=32, seeds=100)
    thread = study(old, "race")._background._thread
    new = windows()
    assert study(new, "race").running
    share = study(new, "race")._follower.share
    qtbot.waitUntil(lambda: study(new, "race")._follower.share > share)
    qtbot.mouseClick(new.findChild(QPushButton, "race_stop"), Qt.MouseButton.LeftButton)
    race(new, qtbot, budget=4, starts=2, seeds=1)
    qtbot.waitUntil(lambda: not study(new, "race").running)
    assert len(study(new, "race").result) == 3
    assert thread.isRunning()
    study(new, "race").close()
    assert not thread.isRunning()


def test_that_a_map_and_what_was_zoomed_to_are_there_in_the_next_window(windows, qtbot):
    old = windows()
    show_map(old, qtbot, resolution=32, metric="rate")
    qtbot.waitUntil(lambda: settled(old))
    whole = map_of(old).map
    study(old, "map").page.range_wanted.emit(((0.01, 1.0), (0.2, 0.8)))
    qtbot.waitUntil(lambda: map_of(old).map != whole)
    qtbot.waitUntil(lambda: settled(old))
    computed = map_of(old)
    new = windows()
    pane = study(new, "map").page.panes[0]
    qtbot.waitUntil(lambda: pane._cells.shown is not None)
    assert map_of(new) is computed
    assert study(new, "map")._bar.choice.metric == "rate"
    (left, right), (bottom, top) = pane.plot.getViewBox().viewRange()
    assert -2.2 < left < -1.9
    assert -0.1 < right < 0.1
    assert 0.1 < bottom < top < 0.9
    study(new, "map")._bar.whole_wanted.emit()
    qtbot.waitUntil(lambda: map_of(new).map == whole)


def test_that_a_map_that_is_computed_goes_on_in_the_next_window(windows, qtbot):
    old = windows()
    show_map(old, qtbot, resolution=512)
    qtbot.waitUntil(lambda: map_of(old).map.x.count == 512)
    computed = map_of(old)
    new = windows()
    qtbot.waitUntil(lambda: settled(new))
    assert map_of(new) is computed
    assert computed.results.complete


def test_that_a_map_left_in_mid_computation_goes_on_when_its_page_is_seen_again(windows, qtbot):
    window = windows()
    show_map(window, qtbot, resolution=1024)
    qtbot.waitUntil(
        lambda: map_of(window).map.x.count == 1024 and map_of(window).computation.cells_done > 0,
    )
    window.parts.show_view("landscape")
    assert not map_of(window).results.complete
    computation = map_of(window).computation
    qtbot.waitUntil(lambda: not computation.running)
    known = map_of(window).results.done.copy()
    values = map_of(window).results.columns["final_loss"][known].copy()
    window.parts.show_view("map")
    qtbot.waitUntil(lambda: map_of(window).computation.finished, timeout=90_000)
    results = map_of(window).results
    np.testing.assert_array_equal(results.columns["final_loss"][known], values)
    assert results.complete


def test_that_a_pane_added_while_zoomed_shows_the_same_range(windows, qtbot):
    window = windows()
    show_map(window, qtbot, "ravine", resolution=32, y="objective.start.0")
    qtbot.waitUntil(lambda: settled(window))
    study(window, "map").page.range_wanted.emit(((0.01, 1.0), (-3.0, 0.0)))
    qtbot.waitUntil(lambda: settled(window))
    bar = study(window, "map")._bar
    bar.set_choice(replace(bar.choice, side_by_side=True))
    bar.changed.emit(bar.choice)
    qtbot.waitUntil(lambda: settled(window))
    study(window, "map").page.panes[0].fit()
    ranges = [pane.plot.getViewBox().viewRange() for pane in study(window, "map").page.panes]
    assert len(ranges) == 3
    for each in ranges[1:]:
        np.testing.assert_allclose(each, ranges[0], atol=1e-6)
