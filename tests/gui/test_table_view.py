from __future__ import annotations

import sys

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from gui.theme import DARK
from gui.views.sorting import LARGEST_AT_ONCE, Sorter
from gui.views.table import MOST_COPIED, TableView
from gui.views.trajectory_model import TrajectoryModel
from simulation.engine.history import History, RecordBlock
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run

HEADERS = ["step", "x1", "x2", "loss", "grad1", "grad2", "dx1", "dx2"]
MILLION = 1_000_000
SELECT = QItemSelectionModel.SelectionFlag.Select
DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


def history_of(losses, stride=1, steps=None):
    """A record of two coordinates with these losses; x1 is the loss and x2 its negative."""
    losses = np.asarray(losses, float)
    block = RecordBlock(steps or (len(losses) - 1) * stride, stride, 1, 2)
    block._losses[0, : len(losses)] = losses
    block._positions[0, :, : len(losses)] = losses, -losses
    block._gradients[0, :, : len(losses)] = losses, losses
    (record,) = block.records
    record.publish(len(losses))
    return History((record,)), record


@pytest.fixture
def view(qtbot):
    view = TableView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def column(view, index):
    model = view._model
    return [model.text(row, index) for row in range(model.rowCount())]


def sort(view, index, order=UP):
    view._table.horizontalHeader().setSortIndicator(index, order)


def press_copy(qtbot, view):
    qtbot.keyClick(view._table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    return QGuiApplication.clipboard().text()


def test_that_rows_read_as_the_texts_print_them(view):
    run = Run("gradient-descent", {"learning_rate": 0.4})
    history = Runner(Experiment(ObjectiveChoice("ill-conditioned"), (run,), steps=20)).run()
    view.set_history(history, 0, ("x1", "x2"))
    model = view._model
    assert model.headers() == HEADERS
    assert [model.text(20, c) for c in (0, 1, 2)] == ["20", "-0.943467", "-0.000073"]
    assert [model.text(0, c) for c in range(8)] == [
        *("0", "-5.000000", "-2.000000", "10.500000"),
        *("-1.000000", "-8.000000", "0.000000", "0.000000"),
    ]
    view._format.setCurrentIndex(1)
    record = history.records[0]
    assert float(model.text(20, 2)) == record.positions[1, 20]
    assert float(model.text(20, 7)) == record.positions[1, 20] - record.positions[1, 19]


def test_that_huge_and_undefined_numbers_stay_short(view):
    view.set_history(history_of([1e300, np.inf, -np.inf, np.nan])[0], 0, ("x1", "x2"))
    assert column(view, 3) == ["1.000000e+300", "inf", "-inf", "nan"]
    assert column(view, 6) == ["0.000000", "inf", "-inf", "nan"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (UP, ["-inf", "-1.000000", "2.000000", "2.000000", "inf", "nan", "nan"]),
        (DOWN, ["inf", "2.000000", "2.000000", "-1.000000", "-inf", "nan", "nan"]),
    ],
)
def test_that_sorting_puts_undefined_numbers_last(view, order, expected):
    history, _ = history_of([2.0, np.nan, np.inf, -1.0, 2.0, -np.inf, np.nan])
    view.set_history(history, 0, ("x1", "x2"))
    sort(view, 3, order)
    assert column(view, 3) == expected
    ties = [int(view._model.text(row, 0)) for row, text in enumerate(expected) if text[0] == "2"]
    assert ties == [0, 4]
    sort(view, -1)
    assert column(view, 0) == list("0123456")


@pytest.mark.parametrize("index", range(8))
def test_that_every_column_can_be_sorted_by(view, index):
    history, _ = history_of([3.0, 1.0, 2.0, 5.0, -4.0])
    view.set_history(history, 0, ("x1", "x2"))
    given = [float(text) for text in column(view, index)]
    sort(view, index, DOWN)
    assert [float(text) for text in column(view, index)] == sorted(given, reverse=True)


def test_that_a_click_on_a_header_sorts(view, qtbot):
    view.set_history(history_of([3.0, 1.0, 2.0])[0], 0, ("x1", "x2"))
    header = view._table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(3) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert column(view, 0) == ["1", "2", "0"]
    assert not view._table.selectionModel().hasSelection()


def test_that_rows_are_announced_in_bulk(view, qtbot):
    history, record = history_of(np.arange(100.0))
    record.publish(10)
    view.set_history(history, 0, ("x1", "x2"))
    inserted = []
    view._model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    view.refresh()
    record.publish(100)
    view.refresh()
    assert inserted == [(10, 99)]
    assert column(view, 0)[-1] == "99"


def test_that_rows_come_last_in_a_sorted_table_until_the_run_is_complete(view):
    history, record = history_of([3.0, 1.0, 2.0, 0.0, 5.0])
    record.publish(2)
    view.set_history(history, 0, ("x1", "x2"))
    sort(view, 3)
    record.publish(4)
    view.refresh()
    assert column(view, 0) == ["1", "0", "2", "3"]
    record.publish(5)
    view.refresh()
    assert column(view, 0) == ["3", "1", "2", "0", "4"]


def test_that_steps_are_those_of_a_thinned_record(view):
    history, _ = history_of([1.0, 2.0, 3.0, 4.0], stride=7, steps=20)
    view.set_history(history, 0, ("x1", "x2"))
    assert column(view, 0) == ["0", "7", "14", "20"]
    view.set_cursor(13)
    assert view._model.row_of_cursor() == 1


def test_that_the_selection_is_copied_with_its_headers(view, qtbot):
    view.set_history(history_of([3.0, 1.0, 2.0])[0], 0, ("x1", "x2"))
    selection, model = view._table.selectionModel(), view._model
    for row, index in ((1, 0), (2, 0), (1, 3), (2, 3)):
        selection.select(model.index(row, index), SELECT)
    assert press_copy(qtbot, view) == "step\tloss\n1\t1.000000\n2\t2.000000\n"
    sort(view, 3)
    selection.select(model.index(0, 3), SELECT)
    selection.select(model.index(2, 1), SELECT)
    assert press_copy(qtbot, view) == "x1\tloss\n\t1.000000\n3.000000\t\n"


def test_that_all_is_copied_where_nothing_is_selected(view, qtbot):
    view.set_history(history_of([3.0, 1.0])[0], 0, ("x1", "x2"))
    qtbot.mouseClick(view._copy, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["step", "0", "1"]
    assert lines[0].split("\t") == HEADERS


def test_that_too_much_for_the_clipboard_is_refused_at_once(view, qtbot):
    view.set_history(history_of(np.zeros(MILLION))[0], 0, ("x1", "x2"))
    QGuiApplication.clipboard().setText("before")
    view._table.selectAll()
    with qtbot.waitSignal(view.refused) as refusal:
        press_copy(qtbot, view)
    assert f"{8 * MILLION:,}" in refusal.args[0]
    assert 8 * MILLION > MOST_COPIED
    assert QGuiApplication.clipboard().text() == "before"


def test_that_a_click_on_a_row_chooses_its_step(view, qtbot):
    view.set_history(history_of([3.0, 1.0, 2.0])[0], 0, ("x1", "x2"))
    sort(view, 3)
    place = view._table.visualRect(view._model.index(1, 2)).center()
    with qtbot.waitSignal(view.step_chosen) as chosen:
        qtbot.mouseClick(view._table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == [2]
    view._table.setCurrentIndex(view._model.index(2, 0))
    with qtbot.waitSignal(view.step_chosen) as chosen:
        qtbot.keyClick(view._table, Qt.Key.Key_Return)
    assert chosen.args == [0]


def test_that_the_row_of_the_cursor_is_marked_and_followed(view):
    view.set_history(history_of(np.arange(1000.0))[0], 0, ("x1", "x2"))
    sort(view, 3, DOWN)
    model, top = view._model, view._table.verticalScrollBar()
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    view.set_cursor(4)
    assert model.row_of_cursor() == 995
    assert changed == [(995, 995)]
    assert top.value() > 900
    background = [
        model.data(model.index(row, 0), Qt.ItemDataRole.BackgroundRole) for row in (994, 995)
    ]
    assert background[0] is None
    assert background[1].color().alpha() > 0
    top.setValue(0)  # scrolled away by hand: it stays
    view.set_cursor(3)
    assert top.value() == 0


def test_that_a_run_that_is_not_there_leaves_the_table_empty(view):
    history, _ = history_of([1.0, 2.0])
    view.set_history(history, 0, ("x1", "x2"))
    view.set_history(history, 3, ("x1", "x2"))
    view.set_cursor(1)
    view.refresh()
    assert view._model.rowCount() == 0
    assert not view._copy.isEnabled()


def test_that_fewer_coordinates_end_a_sort_by_a_column_that_is_gone(view):
    view.set_history(history_of([3.0, 1.0, 2.0])[0], 0, ("x1", "x2"))
    sort(view, 7, DOWN)
    history = Runner(Experiment(ObjectiveChoice("four-x-squared"), (Run(),), steps=3)).run()
    view.set_history(history, 0, ("x",))
    assert view._model.headers() == ["step", "x", "loss", "grad1", "dx1"]
    assert column(view, 0) == ["0", "1", "2", "3"]
    assert view._table.horizontalHeader().sortIndicatorSection() == -1


def test_that_the_theme_colours_the_cursor_row(view):
    view.set_theme(DARK)
    assert view._model._highlight.color().name() == DARK.accent


def calls(work):
    """How many calls the interpreter makes for ``work``: Qt's of the model are among them."""
    count = 0

    def profile(frame, event, argument):
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(profile)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


FEW = 10_000
"""Calls; a walk over a million rows makes at least that many times a hundred."""


def test_that_a_million_rows_cost_no_more_than_ten(view, qtbot):
    random = np.random.default_rng(0)
    history, record = history_of(random.standard_normal(MILLION))
    record.publish(10)
    view.set_history(history, 0, ("x1", "x2"))
    record.publish(MILLION)
    assert calls(view.refresh) < FEW
    assert view._model.rowCount() == MILLION
    assert calls(lambda: view.set_history(history, 0, ("x1", "x2"))) < FEW
    assert calls(lambda: view.set_cursor(MILLION // 2)) < FEW
    assert calls(view._table.selectAll) < FEW
    assert 100 < calls(view.grab) < FEW
    assert calls(lambda: sort(view, 3)) < FEW
    assert "being sorted" in view._run.text()
    assert view._model.text(0, 0) == "0"
    qtbot.waitUntil(lambda: not view._model.is_sorting)
    assert view._run.text() == "1,000,000 rows"
    assert float(view._model.text(0, 3)) == pytest.approx(record.losses.min(), abs=1e-6)
    assert view._model.text(MILLION - 1, 0) == str(int(record.losses.argmax()))


def test_that_only_the_last_sort_that_was_asked_for_counts(view, qtbot):
    losses = np.random.default_rng(1).standard_normal(LARGEST_AT_ONCE + 1)
    history, _ = history_of(losses)
    view.set_history(history, 0, ("x1", "x2"))
    sort(view, 3)
    sort(view, 1, DOWN)
    qtbot.waitUntil(lambda: not view._model.is_sorting)
    assert view._model.step_at(0) == losses.argmax()
    sort(view, 3)
    sort(view, 0, DOWN)
    assert not view._model.is_sorting
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()  # its answer was on the way then
    assert view._model.step_at(0) == LARGEST_AT_ONCE


def test_that_nobody_needs_to_wait_for_a_sort(qtbot):
    heard = []
    sorter = Sorter()
    sorter.done.connect(heard.append)
    sorter.ask(lambda: np.random.default_rng(2).standard_normal(LARGEST_AT_ONCE), descending=False)
    del sorter
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()  # its answer was on the way then
    assert heard == []


def test_that_typing_over_a_long_table_searches_nothing(view, qtbot):
    history, _ = history_of(np.zeros(MILLION))
    view.set_history(history, 0, ("x1", "x2"))
    view._table.setCurrentIndex(view._model.index(3, 0))
    assert calls(lambda: qtbot.keyClick(view._table, Qt.Key.Key_9)) < FEW
    assert view._table.currentIndex().row() == 3


def test_that_the_model_keeps_to_qts_rules(qtmodeltester):
    model = TrajectoryModel()
    model.set_record(history_of([3.0, 1.0, 2.0])[1], ("x1", "x2"))
    model.set_cursor(1)
    qtmodeltester.check(model)


def test_that_columns_are_as_wide_as_their_numbers_and_grow_with_them(qtbot, view) -> None:
    history, record = history_of(np.array([0.5, 1.5, 1e8]))
    record.publish(2)
    view.set_history(history, 0, ("x1", "x2"))
    header = view._table.horizontalHeader()
    before = header.sectionSize(1)
    assert before < view._table.fontMetrics().horizontalAdvance("100000000.000000")
    record.publish(3)
    view.refresh()
    assert header.sectionSize(1) > view._table.fontMetrics().horizontalAdvance("100000000.000000")
    assert header.sectionSize(0) < before
    history, _ = history_of([0.5, 1.5])
    view.set_history(history, 0, ("x1", "x2"))
    assert header.sectionSize(1) == before
