"""The whole window, driven by mouse and keyboard as a person would."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from pyqtgraph import PlotWidget
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.documents import Documents
from gui.exports.dialogs import FigureDialog
from gui.exports.figures import FigureSpec
from gui.scroll_column import ScrollColumn
from gui.window import MainWindow
from simulation.engine.runner import Runner

LEFT = Qt.MouseButton.LeftButton
LEAST_LINES = 8
"""Of text, that are left for a view and its tabs in the smallest window."""


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.presenter.start()
    wait_until_idle(qtbot, window)
    assert window.parts.message_bar.text == ""
    return window


def wait_until_idle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.presenter.controller.busy)


def child(window: QWidget, kind: type, name: str) -> QWidget:
    found = window.findChild(kind, name)
    assert found is not None, name
    return found


def click(qtbot: QtBot, window: MainWindow, name: str) -> None:
    qtbot.mouseClick(child(window.parts.transport, QToolButton, name), LEFT)


def type_into(qtbot: QtBot, entry: QWidget, text: str) -> None:
    assert isinstance(entry, QLineEdit)
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def hyperparameter(window: MainWindow, run: int, name: str) -> QWidget:
    return child(child(window, QWidget, f"run_{run}"), QWidget, name)


def choose_preset(qtbot: QtBot, window: MainWindow, name: str) -> None:
    """Type the preset's title into the search and press Enter."""
    from simulation.presets import find_preset

    search = child(window.parts.gallery, QLineEdit, "search")
    type_into(qtbot, search, find_preset(name).experiment.title)
    wait_until_idle(qtbot, window)


def ends(window: MainWindow) -> list[np.ndarray]:
    """Where the runs of the window's experiment end, computed without the window."""
    return [r.positions[:, -1] for r in Runner(window.session.experiment).run().records]


def ball(window: MainWindow, run: int) -> np.ndarray:
    """Where a ball is drawn; a run that has left the view has none."""
    return np.array(window.parts.landscape.ball_positions()[run])


def drawn(window: MainWindow) -> int:
    """Number of runs drawn, as a ball or as a mark at the border."""
    view = window.parts.landscape
    return len(view.ball_positions()) + len(view.border_marks())


def test_that_the_first_preset_rolls_by_itself(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.presenter.playback.cursor > 0)
    assert window.presenter.playback.playing
    assert drawn(window) == 3
    assert window.windowTitle().startswith("Momentum tames the ravine")


def test_that_space_plays_in_a_window_that_nobody_has_touched(qtbot: QtBot, window) -> None:
    """The guide's first sentence; the search field had the keyboard once."""
    window.presenter.playback.scrub(0)
    window.activateWindow()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Space)
    assert window.presenter.playback.playing
    assert child(window.parts.gallery, QLineEdit, "search").text() == ""


def test_that_a_click_on_the_landscape_takes_the_keyboard_from_the_search(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.activateWindow()
    search = child(window.parts.gallery, QLineEdit, "search")
    search.setFocus()
    plot = child(window.parts.landscape, PlotWidget, "")
    qtbot.mouseClick(plot.viewport(), LEFT, pos=plot.rect().center())
    assert window.focusWidget() is plot


def test_that_a_preset_that_is_open_already_plays_when_it_is_chosen_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.presenter.playback.to_end()
    window.session.open_preset(window.session.preset)
    assert window.presenter.playback.playing
    assert window.presenter.playback.cursor == 0


def test_that_a_speed_suits_what_is_opened_until_one_is_chosen(window: MainWindow) -> None:
    speed = child(window.parts.transport, QComboBox, "speed")
    window.session.open_preset("4x2-lr1")
    usual = speed.currentText()
    window.session.open_preset("escape")  # of 10,000 steps
    assert speed.currentText() != usual
    speed.setCurrentIndex(1)
    window.session.open_preset("ravine")
    assert (speed.currentIndex(), window.presenter.playback.speed) == (1, 2.0)


def test_that_a_preset_is_found_by_typing_and_shown(qtbot: QtBot, window: MainWindow) -> None:
    choose_preset(qtbot, window, "momentum-0.6-0.5")
    assert window.session.preset == "momentum-0.6-0.5"
    window.presenter.playback.to_end()
    np.testing.assert_allclose(ball(window, 0), [0.007188, 0.002553], atol=5e-7)
    presets = child(window.parts.gallery, QListWidget, "presets")
    assert window.session.experiment.title in presets.currentItem().text()


def test_that_the_transport_steps_back_and_forth_exactly(qtbot: QtBot, window: MainWindow) -> None:
    record = Runner(window.session.experiment).run().records[2]
    click(qtbot, window, "to_end")
    click(qtbot, window, "step_back")
    np.testing.assert_array_equal(ball(window, 2), record.positions[:, 19])
    click(qtbot, window, "step_back")
    click(qtbot, window, "step_forward")
    np.testing.assert_array_equal(ball(window, 2), record.positions[:, 19])
    click(qtbot, window, "to_start")
    np.testing.assert_array_equal(ball(window, 2), [-5, -2])
    assert "0 / 20" in child(window.parts.transport, QWidget, "read_out").text()


def test_that_play_runs_to_the_end_and_stops(qtbot: QtBot, window: MainWindow) -> None:
    window.presenter.playback.scrub(0)
    speed = child(window.parts.transport, QComboBox, "speed")
    speed.setCurrentIndex(speed.count() - 1)
    click(qtbot, window, "play")
    qtbot.waitUntil(lambda: window.presenter.playback.cursor == 20)
    assert not window.presenter.playback.playing


def test_that_space_plays_and_pauses(qtbot: QtBot, window: MainWindow) -> None:
    window.presenter.playback.scrub(0)
    window.activateWindow()
    window.parts.landscape.setFocus()
    window.actions_by_id["play"].trigger()
    assert window.presenter.playback.playing
    window.actions_by_id["play"].trigger()
    assert not window.presenter.playback.playing
    assert window.actions_by_id["play"].shortcut().toString() == "Space"


def test_that_scrubbing_on_the_curve_moves_the_balls(qtbot: QtBot, window: MainWindow) -> None:
    window.presenter.playback.scrub(0)
    window.parts.curves.step_chosen.emit(7)
    expected = Runner(window.session.experiment).run().records[0].positions[:, 7]
    np.testing.assert_array_equal(ball(window, 0), expected)


def test_that_an_exact_entry_recomputes_at_once(qtbot: QtBot, window: MainWindow) -> None:
    window.presenter.playback.to_end()
    type_into(qtbot, child(hyperparameter(window, 2, "momentum"), QLineEdit, "entry"), "0.25")
    wait_until_idle(qtbot, window)
    assert window.session.experiment.runs[2].hyperparameters["momentum"] == 0.25
    np.testing.assert_allclose(ball(window, 2), [-0.126340, -0.186632], atol=5e-7)


def test_that_a_slider_bends_the_whole_trajectory(qtbot: QtBot, window: MainWindow) -> None:
    window.presenter.playback.to_end()
    before = window.parts.landscape.trail(0).copy()
    slider = child(hyperparameter(window, 0, "learning_rate"), QWidget, "slider")
    slider.setFocus()
    for _ in range(3):
        qtbot.keyClick(slider, Qt.Key.Key_Left)
    wait_until_idle(qtbot, window)
    assert window.session.experiment.runs[0].hyperparameters["learning_rate"] < 0.4
    assert window.parts.landscape.trail(0).shape == before.shape
    assert not np.array_equal(window.parts.landscape.trail(0), before)
    np.testing.assert_array_equal(ball(window, 0), ends(window)[0])


def test_that_the_start_is_dragged_with_the_mouse(qtbot: QtBot, window: MainWindow) -> None:
    window.presenter.playback.to_end()
    plot = window.parts.landscape.findChild(PlotWidget).viewport()
    pressed = to_pixel(window, -5, -2)
    qtbot.mousePress(plot, LEFT, pos=pressed)
    for share in (0.5, 1.0):
        target = pressed + QPoint(int(60 * share), int(-40 * share))
        qtbot.mouseMove(plot, target)
        qtbot.wait(20)  # pyqtgraph leaves out what comes within 10 ms
    qtbot.mouseRelease(plot, LEFT, pos=pressed + QPoint(60, -40))
    wait_until_idle(qtbot, window)
    x1, x2 = window.session.experiment.start
    assert x1 > -5
    assert x2 > -2
    np.testing.assert_array_equal(ball(window, 0), ends(window)[0])
    window.actions_by_id["undo"].trigger()
    assert window.session.experiment.start == (-5.0, -2.0)


def to_pixel(window: MainWindow, x: float, y: float) -> QPoint:
    plot = window.parts.landscape.findChild(PlotWidget)
    scene = plot.getPlotItem().vb.mapViewToScene(QPointF(x, y))
    return plot.mapFromScene(scene)


def test_that_runs_are_added_duplicated_disabled_and_removed(
    qtbot: QtBot, window: MainWindow
) -> None:
    qtbot.mouseClick(child(window.parts.runs, QWidget, "add_run"), LEFT)
    wait_until_idle(qtbot, window)
    assert len(window.session.experiment.runs) == 4
    qtbot.mouseClick(child(child(window, QWidget, "run_0"), QToolButton, "duplicate"), LEFT)
    wait_until_idle(qtbot, window)
    assert drawn(window) == 5
    enabled = child(child(window, QWidget, "run_1"), QWidget, "enabled")
    enabled.setFocus()
    qtbot.keyClick(enabled, Qt.Key.Key_Space)
    wait_until_idle(qtbot, window)
    assert 1 not in window.parts.landscape.ball_positions()
    qtbot.mouseClick(child(child(window, QWidget, "run_0"), QToolButton, "remove"), LEFT)
    wait_until_idle(qtbot, window)
    assert len(window.session.experiment.runs) == 4
    while window.session.can_undo:
        window.actions_by_id["undo"].trigger()
    wait_until_idle(qtbot, window)
    assert drawn(window) == 3


def test_that_a_wild_run_diverges_on_the_screen_and_the_others_go_on(
    qtbot: QtBot, window: MainWindow
) -> None:
    type_into(qtbot, child(window.parts.objective, QWidget, "steps").findChild(QLineEdit), "300")
    type_into(qtbot, child(hyperparameter(window, 1, "learning_rate"), QLineEdit, "entry"), "10")
    wait_until_idle(qtbot, window)
    window.presenter.playback.to_end()
    outcome = child(child(window, QWidget, "run_1"), QWidget, "outcome").text()
    assert outcome.startswith("diverged at step ")
    assert "converged" in child(child(window, QWidget, "run_2"), QWidget, "outcome").text()
    assert any("diverged" in mark for mark in window.parts.landscape.border_marks())


def test_that_a_value_out_of_range_is_refused_with_a_sentence_and_nothing_changes(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = window.session.experiment
    type_into(qtbot, child(hyperparameter(window, 2, "momentum"), QLineEdit, "entry"), "2")
    assert window.session.experiment is before
    assert "a number from 0 to 1" in window.parts.message_bar.text


def test_that_every_preset_shows_its_balls_where_the_engine_puts_them(
    qtbot: QtBot, window: MainWindow
) -> None:
    from simulation.presets import presets

    for name in presets():
        window.session.open_preset(name)
        wait_until_idle(qtbot, window)
        window.presenter.playback.to_end()
        assert drawn(window) == len(window.session.experiment.runs), name
        assert window.parts.message_bar.text == ""


def test_that_saving_opening_and_exporting_give_the_same_numbers(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_into(qtbot, child(hyperparameter(window, 2, "momentum"), QLineEdit, "entry"), "0.7")
    wait_until_idle(qtbot, window)
    assert window.isWindowModified()
    monkeypatch.setattr(window.documents, "ask_save", lambda *_: tmp_path / "mine.toml")
    window.actions_by_id["save"].trigger()
    assert not window.isWindowModified()
    window.session.open_preset("4x2-lr1")
    monkeypatch.setattr(window.documents, "ask_open", lambda *_: tmp_path / "mine.toml")
    window.actions_by_id["open_file"].trigger()
    wait_until_idle(qtbot, window)
    assert window.session.experiment.runs[2].hyperparameters["momentum"] == 0.7
    monkeypatch.setattr(window.documents, "ask_save", lambda *_: tmp_path / "out.csv")
    with qtbot.waitSignal(window.presenter.controller.exported):
        window.actions_by_id["export_table"].trigger()
    with (tmp_path / "out.csv").open(newline="") as file:
        last = list(csv.DictReader(file))[-1]
    np.testing.assert_array_equal([float(last["x1"]), float(last["x2"])], ends(window)[2])


def test_that_a_broken_file_is_a_sentence_and_the_work_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    before = window.session.experiment
    (tmp_path / "broken.toml").write_text("format = 1\nsteps = 'x'\n")
    window.documents.open_path(tmp_path / "broken.toml")
    assert (
        window.parts.message_bar.text == "objective.id: is missing; give the name of an objective"
    )
    assert window.session.experiment is before
    window.documents.open_path(tmp_path / "missing.toml")
    assert "cannot be read" in window.parts.message_bar.text


def test_that_an_unwritable_target_is_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.documents.export_to(tmp_path / "no" / "such.csv")
    assert "folder does not exist" in window.parts.message_bar.text


def test_that_missing_data_is_a_sentence_and_choosing_the_file_helps(
    qtbot: QtBot,
    window: MainWindow,
    made_file: Path,
    no_data: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.session.open_preset("airfoil-0.02-0.5")
    wait_until_idle(qtbot, window)
    assert "set MOMENTUM_LAB_DATA to a folder that holds it" in window.parts.message_bar.text
    assert "choose the file in the window" in window.parts.message_bar.text
    monkeypatch.setattr(window.documents, "ask_open", lambda *_: made_file)
    window.actions_by_id["choose_data"].trigger()
    wait_until_idle(qtbot, window)
    window.presenter.playback.to_end()
    assert len(window.parts.landscape.ball_positions()) == 1


@pytest.mark.parametrize(
    ("answer", "closes"),
    [(QMessageBox.StandardButton.Cancel, False), (QMessageBox.StandardButton.Discard, True)],
)
def test_that_closing_with_unsaved_changes_asks(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer, closes: bool
) -> None:
    type_into(qtbot, child(hyperparameter(window, 2, "momentum"), QLineEdit, "entry"), "0.7")
    monkeypatch.setattr(Documents, "ask_to_save", lambda self: answer)
    assert window.close() is closes
    assert window.presenter.controller._thread.isRunning() is not closes
    monkeypatch.undo()
    monkeypatch.setattr(Documents, "may_close", lambda self: True)
    window.close()


def test_that_closing_in_the_middle_of_a_long_run_is_prompt(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = child(window.parts.objective, QWidget, "steps").findChild(QLineEdit)
    type_into(qtbot, steps, "3000000")
    qtbot.waitUntil(lambda: window.presenter.controller.busy)
    assert window.close()
    assert not window.presenter.controller._thread.isRunning()


def test_that_the_step_at_the_cursor_is_written_out_and_follows_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.parts.runs.selected.emit(2)
    window.presenter.playback.scrub(3)
    window.parts.numbers.setCurrentWidget(window.parts.inspector)
    qtbot.waitUntil(lambda: "x₃ = x₂ − η·v₃" in window.parts.inspector.text())
    window.presenter.playback.scrub(4)
    qtbot.waitUntil(lambda: "x₄ = x₃ − η·v₄" in window.parts.inspector.text())


def test_that_a_row_of_the_table_moves_the_balls(qtbot: QtBot, window: MainWindow) -> None:
    window.parts.numbers.setCurrentWidget(window.parts.table)
    window.parts.table.step_chosen.emit(5)
    expected = Runner(window.session.experiment).run().records[0].positions[:, 5]
    np.testing.assert_array_equal(ball(window, 0), expected)


def test_that_the_3d_view_shows_the_same_balls(qtbot: QtBot, window: MainWindow) -> None:
    window.parts.pictures.setCurrentWidget(window.parts.surface)
    window.presenter.playback.scrub(9)
    qtbot.waitUntil(lambda: 0 in window.parts.surface.ball_positions())
    assert set(window.parts.surface.ball_positions()) == set(
        window.parts.landscape.ball_positions()
    )


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
@pytest.mark.parametrize("action", ["export_picture", "export_curves"])
def test_that_a_figure_is_written(
    qtbot: QtBot,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    action: str,
) -> None:
    spec = FigureSpec(kind, dpi=72)
    monkeypatch.setattr(FigureDialog, "ask", classmethod(lambda cls, *a: spec))
    monkeypatch.setattr(window.documents, "ask_save", lambda *_: tmp_path / f"figure.{kind}")
    window.actions_by_id[action].trigger()
    assert (tmp_path / f"figure.{kind}").stat().st_size > 1000
    assert "figure" in window.parts.message_bar.text


def test_that_the_code_on_the_clipboard_is_a_script(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_id["copy_code"].trigger()
    text = QApplication.clipboard().text()
    compile(text, "script", "exec")
    assert "torch.optim.SGD" in text


def test_that_menu_keys_and_buttons_draw_the_same_and_are_remembered(
    qtbot: QtBot, window: MainWindow
) -> None:
    tools, actions = window.parts.landscape_tools, window.actions_by_id
    qtbot.mouseClick(child(tools, QToolButton, "ghosts"), LEFT)
    assert actions["ghosts"].isChecked()
    actions["arrows"].trigger()
    assert child(tools, QToolButton, "arrows").isChecked()
    assert window.parts.landscape._look == tools.look
    assert (tools.look.arrows, tools.look.ghosts, tools.look.field) == (True, True, False)
    assert "(A)" in child(tools, QToolButton, "arrows").toolTip()
    other = MainWindow()
    qtbot.addWidget(other)
    assert other.parts.landscape_tools.look == tools.look
    assert other.actions_by_id["ghosts"].isChecked()
    assert not other.actions_by_id["field"].isChecked()


def test_that_following_is_the_same_in_menu_and_view(window: MainWindow) -> None:
    follow = window.actions_by_id["follow"]
    follow.trigger()
    assert window.parts.surface._controls.following
    window.parts.surface.reset_camera()
    assert not follow.isChecked()


def test_that_a_closed_panel_comes_back_from_the_menu(window: MainWindow) -> None:
    dock = window.parts.docks[0]
    dock.close()
    view = next(menu for menu in window.menus._menus.values() if menu.title() == "&View")
    next(action for action in view.actions() if action.text() == dock.windowTitle()).trigger()
    assert dock.isVisible()


def test_that_docks_have_their_widths_and_one_bar_of_tabs_a_side(window: MainWindow) -> None:
    gallery, runs = (window.parts.gallery.parent(), window.parts.runs.parent())
    assert gallery.width() > 200
    assert runs.width() > 250
    bars = [bar for bar in window.findChildren(QTabBar) if bar.parent() is window]
    assert len([bar for bar in bars if bar.isVisible() and bar.count()]) == 2


@pytest.mark.parametrize(
    ("screen", "expected"), [((800, 600), (1280, 800)), ((3840, 2160), (1920, 1200))]
)
def test_that_the_first_window_suits_the_screen(screen, expected) -> None:
    assert MainWindow.first_size(QSize(*screen)) == QSize(*expected)


def test_that_large_type_fits_a_small_window_and_scrolls_no_panel_sideways(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1280, 720)
    window.session.open_preset("ten-optimizers")
    window._looks.choose_scale(200)
    wait_until_idle(qtbot, window)
    try:
        for dock in window.parts.docks:
            dock.raise_()
            qtbot.waitUntil(lambda dock=dock: dock.widget().isVisible())
            for column in dock.findChildren(ScrollColumn):
                QApplication.processEvents()
                shown, needed = column.viewport().width(), column.widget().minimumSizeHint()
                assert not column.isVisible() or shown >= needed.width()
        assert window.minimumSizeHint().width() <= 1280
        assert window.minimumSizeHint().height() <= 720
    finally:
        window._looks.choose_scale(100)


def test_that_docks_follow_the_size_of_type(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1800, 900)
    gallery = window.parts.docks[0]
    QApplication.processEvents()
    before = gallery.width()
    for scale, factor in ((125, 1.25), (100, 1.0)):
        window._looks.choose_scale(scale)
        qtbot.waitUntil(lambda factor=factor: abs(gallery.width() / before - factor) < 0.2 * factor)
    assert abs(gallery.width() - before) < 0.1 * before


def test_that_large_type_cuts_no_bar_and_leaves_every_view_some_height(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1280, 720)
    window._looks.choose_scale(200)
    wait_until_idle(qtbot, window)
    line = window.fontMetrics().lineSpacing()
    try:
        for name in window.parts.view_names:
            window.parts.show_view(name)
            QApplication.processEvents()
            half = window.parts._tabs[name][0]
            assert half.currentWidget().isVisible()
            assert half.height() > LEAST_LINES * line, name
            cut = [
                each.text()
                for each in half.currentWidget().findChildren(QPushButton)
                if each.isVisible() and each.width() < each.sizeHint().width()
            ]
            assert cut == [], name
            bar = window.parts.pictures.tabBar()
            assert bar.width() >= bar.sizeHint().width()  # the tools leave room for the tabs
    finally:
        window._looks.choose_scale(100)


def test_that_all_columns_of_the_first_preset_are_seen_in_a_small_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(1280, 720)
    window.parts.show_view("table")
    wait_until_idle(qtbot, window)
    table = window.parts.table._table
    qtbot.waitUntil(lambda: table.model().rowCount() == 21)
    QApplication.processEvents()
    last = table.model().columnCount() - 1
    assert table.columnViewportPosition(last) + table.columnWidth(last) <= table.viewport().width()
