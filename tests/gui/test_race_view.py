"""The race in the window: a fair comparison in the background, and its values in the runs."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton

from gui.panels.race_bar import RaceBar
from gui.settings import Settings
from gui.studies.race import RaceStudy
from gui.theme import run_style
from gui.views.race.plot import Entrant, RacePlot
from gui.window import MainWindow
from simulation.maps.race import race
from simulation.maps.race_rules import Finish, Race


@pytest.fixture
def window(qtbot, tmp_path):
    made = MainWindow(Settings(tmp_path / "settings.ini"), backups=tmp_path / "backups")
    # Nothing is unsaved then: closing asks no question.
    qtbot.addWidget(made, before_close_func=lambda w: w.session.open_preset("gd-0.4"))
    made.resize(1280, 800)
    made.show()
    made.presenter.start()
    made.session.open_preset("ravine")
    made.parts.show_view("race")
    made.pages.study("race")._bar.set_effort({"budget": 6, "starts": 4, "seeds": 1})
    return made


def study(window) -> RaceStudy:
    return window.pages.study("race")


def press(window, qtbot, name):
    qtbot.mouseClick(window.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def run_race(window, qtbot):
    press(window, qtbot, "race_start")
    qtbot.waitUntil(lambda: not study(window).running)


def status(window) -> str:
    return window.findChild(QLabel, "race_status").text()


def finish(losses, run=0):
    ranked = sorted(losses)
    return Finish(
        run=run,
        optimizer="any",
        values={"learning_rate": 0.1},
        median_loss=ranked[len(ranked) // 2],
        low_loss=ranked[len(ranked) // 4],
        high_loss=ranked[3 * len(ranked) // 4],
        diverged=sum(not np.isfinite(loss) for loss in losses),
        runs=len(losses),
        lost_while_searching=0.0,
        losses=tuple(ranked),
    )


def test_that_the_ranking_is_that_of_the_race_and_the_best_stands_first(window, qtbot):
    run_race(window, qtbot)
    expected = race(Race(window.session.experiment, budget=6, starts=4))
    assert study(window).result == expected
    table = study(window).page.table
    assert table.rowCount() == len(expected) == 3
    for row, each in enumerate(expected):
        assert table.item(row, 2).text() == f"{each.median_loss:.4g}"


def test_that_the_found_values_are_given_to_all_runs_and_taken_back_at_once(window, qtbot):
    run_race(window, qtbot)
    before = window.session.experiment
    press(window, qtbot, "race_use")
    for each in study(window).result:
        given = window.session.experiment.runs[each.run].hyperparameters
        assert {name: given[name] for name in each.values} == each.values
    assert window.findChild(QPushButton, "race_use").isEnabled()  # the ranking still holds
    window.session.undo()
    assert window.session.experiment == before


def test_that_values_are_not_offered_to_other_runs_than_those_that_raced(window, qtbot):
    run_race(window, qtbot)
    experiment = window.session.experiment
    window.session.edit(replace(experiment, steps=experiment.steps + 1))
    assert not window.findChild(QPushButton, "race_use").isEnabled()
    assert window.findChild(QLabel, "race_note").isVisible()


def test_that_only_enabled_runs_take_part(window, qtbot):
    experiment = window.session.experiment
    window.session.edit(experiment.with_run(1, replace(experiment.runs[1], enabled=False)))
    run_race(window, qtbot)
    assert {each.run for each in study(window).result} == {0, 2}


def test_that_without_enabled_runs_a_sentence_says_what_to_do(window, qtbot):
    experiment = window.session.experiment
    runs = tuple(replace(run, enabled=False) for run in experiment.runs)
    window.session.edit(replace(experiment, runs=runs))
    assert status(window)
    press(window, qtbot, "race_start")
    assert not study(window).running
    assert "enable" in window.parts.message_bar.text


def test_that_a_race_can_be_stopped_and_started_again(window, qtbot):
    bar = study(window)._bar
    bar.set_effort({"budget": 100_000, "starts": 32, "seeds": 100})
    press(window, qtbot, "race_start")
    assert study(window).running
    press(window, qtbot, "race_stop")
    assert not study(window).running
    assert study(window).result == []
    bar.set_effort({"budget": 4, "starts": 2, "seeds": 1})
    run_race(window, qtbot)
    assert len(study(window).result) == 3


def test_that_closing_the_window_during_a_race_leaves_nothing_running(window, qtbot):
    study(window)._bar.set_effort({"budget": 100_000, "starts": 32, "seeds": 100})
    press(window, qtbot, "race_start")
    thread = study(window)._background._thread
    qtbot.waitUntil(thread.isRunning)
    window.session.open_preset("gd-0.4")
    window.close()
    assert not thread.isRunning()


def test_that_the_table_is_written_as_csv(window, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "race.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    run_race(window, qtbot)
    press(window, qtbot, "race_export")
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: len(path.read_text(encoding="utf-8").splitlines()) == 4)
    qtbot.waitUntil(lambda: str(path) in window.parts.message_bar.text)


def test_that_an_effort_out_of_range_is_refused_with_what_is_allowed(qtbot):
    bar = RaceBar()
    qtbot.addWidget(bar)
    bar.show()
    entry = bar._entries["budget"]
    entry.selectAll()
    with qtbot.waitSignal(bar.refused) as caught:
        qtbot.keyClicks(entry, "0")
        qtbot.keyClick(entry, Qt.Key.Key_Return)
    assert "100" in caught.args[0]
    assert bar.effort["budget"] != 0


@pytest.mark.parametrize(
    ("losses", "logarithmic"),
    [([1e-3, 1.0, np.inf], True), ([0.0, 0.1, 1.0], True), ([-1.0, 0.5, 2.0], False)],
)
def test_that_every_final_loss_has_its_place(qtbot, losses, logarithmic):
    plot = RacePlot()
    qtbot.addWidget(plot)
    plot.set_entrants([Entrant(finish(losses), run_style(0, "any"))])
    assert plot._loss.logMode is logarithmic
    (low, high), _ = plot._plot.getViewBox().viewRange()
    x = np.concatenate([item.getData()[0] for item in plot._items[:2]])
    assert len(x) == len(losses)
    assert ((x > low) & (x < high)).all()
    assert len(set(x.tolist())) == len(losses)  # what diverged, and what is zero, stand apart


def rate_of(window, run=0):
    return study(window)._race.searched(run)["learning_rate"]


def test_that_a_best_value_at_the_edge_is_told_and_a_wider_race_goes_beyond(
    window, qtbot, monkeypatch
):
    narrow = {"runs.0.learning_rate": (1e-4, 1e-2)}
    monkeypatch.setattr(
        "gui.studies.race.Race", lambda *given, **effort: Race(*given, **effort, ranges=narrow)
    )
    run_race(window, qtbot)
    unsure = [each for each in study(window).result if each.edges]
    assert [each.run for each in unsure] == [0]
    row = next(place for place, each in enumerate(study(window).result) if each.edges)
    assert "edge" in study(window).page.table.item(row, 1).text()
    name = window.session.experiment.runs[0].declaration.name
    assert name in window.findChild(QLabel, "race_note").text()
    assert name in study(window).page.plot._plot.toolTip()
    button = window.findChild(QPushButton, "race_widen")
    assert button.isVisible()
    press(window, qtbot, "race_widen")
    assert not button.isVisible()
    qtbot.waitUntil(lambda: not study(window).running)
    assert rate_of(window) == pytest.approx((1e-4, 1e-1))
    assert len(study(window).result) == 3


def test_that_nothing_is_to_be_widened_where_the_best_values_lie_within(window, qtbot):
    study(window)._bar.set_effort({"budget": 64, "starts": 4, "seeds": 1})
    run_race(window, qtbot)
    assert not any(each.edges for each in study(window).result)
    assert not window.findChild(QPushButton, "race_widen").isVisible()
    assert "edge" not in study(window).page.plot._plot.toolTip()


def test_that_no_column_of_the_table_is_cut_off_in_a_small_window(window, qtbot):
    window.resize(1280, 720)
    run_race(window, qtbot)
    qtbot.waitUntil(lambda: not study(window).page.table.horizontalScrollBar().isVisible())
    table = study(window).page.table
    last = table.columnCount() - 1
    right = table.columnViewportPosition(last) + table.sizeHintForColumn(last)
    assert right <= table.viewport().width()
    assert table.full_height <= table.height() + table.horizontalScrollBar().sizeHint().height()
