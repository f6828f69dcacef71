"""The pages Averages, Eigenvalues and Stability."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableWidget

from gui.frames import Frame
from gui.playback import Playback
from gui.session import Session
from gui.studies.averages import AveragesStudy
from gui.studies.eigenvalues import EigenvaluesStudy
from gui.studies.stability import StabilityStudy
from gui.studies.study import Sources, Study
from gui.theme import DARK
from gui.views.theory.averages import AveragesView
from gui.views.theory.eigenvalues import EigenvaluesView
from gui.views.theory.page import TheoryPage
from gui.views.theory.stability import StabilityView
from gui.views.theory.words import rate_text
from gui.worker.background import Background
from gui.worker.controller import Controller
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.objectives.bowls import IllConditioned
from simulation.schedules import Schedule

RAVINE = Experiment(
    ObjectiveChoice("ill-conditioned"),
    (
        Run("momentum", {"learning_rate": 0.6, "momentum": 0.5}),
        Run("gradient-descent", {"learning_rate": 0.4}),
        Run("adam", {"learning_rate": 0.1}),
    ),
    steps=40,
)


@dataclass
class Bench:
    """One page with its study, without a window and without the simulation thread."""

    sources: Sources
    page: TheoryPage
    study: Study

    def open(self, experiment: Experiment) -> None:
        self.sources.session.edit(experiment)

    def compute(self, step: int = 0) -> Runner:
        experiment = self.sources.session.experiment
        runner = Runner(experiment)
        history, steps = runner.run(), experiment.steps
        self.sources.playback.set_total(steps)
        self.sources.playback.set_computed(steps)
        self.sources.playback.seek(step)
        frame = Frame(1, experiment, history, steps, steps, True, runner.outcomes, 1.0, "cpu")
        self.sources.controller.frame_changed.emit(frame)
        return runner

    def cells(self) -> list[list[str]]:
        table = self.page.findChild(QTableWidget)
        return [
            [table.item(row, column).text() for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]

    def says(self, text: str) -> bool:
        labels = [w.text() for w in self.page.findChildren(type(self.page._empty))]
        return any(text in label for label in labels)


@pytest.fixture
def sources() -> Iterator[Sources]:
    session = Session(RAVINE)
    background = Background()
    yield Sources(session, Controller(session), Playback(session), background)
    background.shutdown()


def bench_of(qtbot, sources, page, study) -> Bench:
    qtbot.addWidget(page)
    made = Bench(sources, page, study(page, sources))
    page.resize(700, 240)
    page.show()
    return made


@pytest.fixture
def averages(qtbot, sources) -> Bench:
    return bench_of(qtbot, sources, AveragesView(), AveragesStudy)


@pytest.fixture
def eigenvalues(qtbot, sources) -> Bench:
    return bench_of(qtbot, sources, EigenvaluesView(), EigenvaluesStudy)


@pytest.fixture
def stability(qtbot, sources) -> Bench:
    return bench_of(qtbot, sources, StabilityView(), StabilityStudy)


def button(bench: Bench) -> QPushButton:
    return bench.page.findChild(QPushButton, "use_optimum")


def numbers(bench: Bench, run: int = 0) -> tuple[float, float]:
    values = bench.sources.session.experiment.runs[run].hyperparameters
    return values["learning_rate"], values["momentum"]


# --- averages ---


def test_that_sums_memory_and_effective_steps_are_listed(averages) -> None:
    rows = averages.cells()
    assert [row[0].split()[-1] for row in rows] == ["0.95", "0.9", "0.6", "0"]
    assert [row[2] for row in rows] == ["20", "10", "2.5", "1"]
    assert [row[3] for row in rows] == ["12", "6", "1.5", "0.6"]  # 0.6 / (1 − β)


def test_that_the_published_sum_is_one_choice_away(averages) -> None:
    combo = averages.page.controls.presets
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    (row,) = averages.cells()
    assert row[1] == "0.999973"  # REFERENCE §2: 0.999973438601


def test_that_momenta_are_typed_and_bad_ones_refused(qtbot, averages) -> None:
    entry = averages.page.findChild(QLineEdit, "momenta")
    entry.setText("0.5")
    entry.editingFinished.emit()
    assert len(averages.cells()) == 1
    entry.setText("2")
    with qtbot.waitSignal(averages.study.refused) as refused:
        entry.editingFinished.emit()
    assert "from 0 to 1" in refused.args[0]


def test_that_refused_momenta_are_not_told_again_by_other_edits(qtbot, averages) -> None:
    entry = averages.page.findChild(QLineEdit, "momenta")
    told = []
    averages.study.refused.connect(told.append)
    entry.setText("2")
    entry.editingFinished.emit()
    assert len(told) == 1
    averages.open(replace(RAVINE, steps=41))
    assert len(told) == 1


def test_that_bars_add_up_to_the_velocity_at_the_cursor(qtbot, averages) -> None:
    averages.compute(step=10)
    qtbot.waitUntil(lambda: averages.says("velocity"))
    text = averages.page._sentence.text()
    total, velocity = text.removeprefix("Σ ").split("; velocity ")
    assert total == velocity
    heights = averages.page._bar_item.opts["height"]
    assert len(heights) == 10
    assert sum(heights) == pytest.approx(float(total), rel=1e-4)
    averages.sources.playback.seek(3)
    qtbot.waitUntil(lambda: len(averages.page._bar_item.opts["height"]) == 3)


def test_that_a_run_without_such_a_memory_says_so(qtbot, averages) -> None:
    averages.study.select(1)
    averages.compute(step=10)
    qtbot.waitUntil(lambda: averages.says("choose a run with momentum"))


def test_that_the_selected_runs_momentum_can_be_followed(averages) -> None:
    averages.page.controls.presets.setCurrentIndex(3)
    averages.page.controls.presets.activated.emit(3)
    run = replace(RAVINE.runs[0], hyperparameters={"learning_rate": 0.6, "momentum": 0.25})
    averages.open(RAVINE.with_run(0, run))
    assert averages.cells()[0][0].endswith("0.25")


# --- eigenvalues ---


def test_that_predicted_and_fitted_rates_stand_side_by_side(qtbot, eigenvalues) -> None:
    eigenvalues.compute(step=10)
    qtbot.waitUntil(lambda: eigenvalues.says("closed form agrees"))
    assert eigenvalues.says("Rate 0.7071 predicted, 0.7071 fitted")
    rows = eigenvalues.cells()
    assert [row[0] for row in rows] == ["0.2", "4"]
    assert [row[1:] for row in rows] == [["under-damped", "0.7071", "0.7071"]] * 2
    assert eigenvalues.says("λ 0.2: R = [0.5  0.2; -0.3  0.88]")


def test_that_the_best_values_are_set_and_can_be_undone(qtbot, eigenvalues) -> None:
    qtbot.waitUntil(lambda: "0.667907" in button(eigenvalues).toolTip())
    button(eigenvalues).click()
    assert numbers(eigenvalues) == pytest.approx((0.667907, 0.402605), abs=2e-6)
    eigenvalues.sources.session.undo()
    assert eigenvalues.sources.session.experiment == RAVINE


def test_that_the_button_says_why_there_are_no_best_values(qtbot, eigenvalues) -> None:
    eigenvalues.study.select(2)
    qtbot.waitUntil(lambda: not button(eigenvalues).isEnabled())
    assert "not linear" in button(eigenvalues).toolTip()
    assert eigenvalues.says("no matrix R describes it")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda e: replace(e, noise=Noise(sigma=0.1)), "no rate is fitted"),
        (
            lambda e: e.with_run(
                0,
                replace(
                    e.runs[0], schedules={"momentum": Schedule("exponential", {"factor": 0.9})}
                ),
            ),
            "A schedule changes R",
        ),
        (lambda e: replace(e, objective=ObjectiveChoice("rosenbrock")), "Not quadratic"),
    ],
)
def test_that_the_page_says_where_the_theory_ends(qtbot, eigenvalues, change, sentence) -> None:
    eigenvalues.open(change(RAVINE))
    qtbot.waitUntil(lambda: eigenvalues.says(sentence))


def test_that_bars_are_measured_and_predicted_at_the_cursor(qtbot, eigenvalues) -> None:
    record = eigenvalues.compute(step=7).history.records[0]
    qtbot.waitUntil(lambda: eigenvalues.says("at step 7; open bars: theory"))
    start, measured, theory = eigenvalues.page._bars._facts
    expected = np.array([0.1, 2.0]) * record.positions[:, 7] ** 2
    np.testing.assert_allclose(measured, expected)
    np.testing.assert_allclose(theory, expected, rtol=1e-10)
    np.testing.assert_allclose(start, [2.5, 8.0])


def test_that_the_hessian_is_taken_at_the_cursor_on_wish(qtbot, eigenvalues) -> None:
    eigenvalues.open(replace(RAVINE, objective=ObjectiveChoice("rosenbrock")))
    eigenvalues.compute(step=0)
    qtbot.waitUntil(lambda: len(eigenvalues.cells()) == 2)
    before = eigenvalues.cells()
    eigenvalues.page.place_chosen.emit(True)
    qtbot.waitUntil(lambda: eigenvalues.cells() != before)


@pytest.mark.parametrize("name", ["eigenvalues", "stability"])
def test_that_an_objective_without_a_hessian_says_what_to_do(
    qtbot, request, monkeypatch, name
) -> None:
    bench = request.getfixturevalue(name)
    with monkeypatch.context() as patched:
        patched.setattr(IllConditioned, "hessian", lambda self, x: None)
        bench.open(replace(RAVINE, steps=41))
        bench.study.select(1)
        qtbot.waitUntil(lambda: "choose" in bench.page.empty)
    bench.open(replace(RAVINE, objective=ObjectiveChoice("ellipse")))
    qtbot.waitUntil(lambda: bench.page.empty == "")


# --- stability ---


def drawn(bench: Bench):
    return bench.page.plot._picture


def place_of(bench: Bench, x: float, y: float):
    plot = bench.page.plot
    return plot._plot.mapFromScene(plot._box.mapViewToScene(QPointF(x, y)))


def test_that_the_diagram_shows_the_rate_of_each_cell(qtbot, stability) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    picture = drawn(stability)
    row, column = 60, 100
    eta, beta = picture.x[column], picture.y[row]
    expected = max(
        np.abs(np.linalg.eigvals([[beta, c], [-eta * beta, 1 - eta * c]])).max() for c in (0.2, 4.0)
    )
    assert picture.rates[row, column] == pytest.approx(expected, rel=1e-7)
    assert picture.optimum == pytest.approx((0.667907, 0.402605), abs=2e-6)
    qtbot.waitUntil(lambda: stability.says("Rate 0.7071, under-damped"))


def test_that_a_drag_of_the_dot_moves_the_run_and_is_one_step_of_undo(qtbot, stability) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    viewport = stability.page.plot._plot.viewport()
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(viewport, left, pos=place_of(stability, 0.6, 0.5))
    qtbot.mouseMove(viewport, place_of(stability, 0.5, 0.6))
    qtbot.mouseMove(viewport, place_of(stability, 0.4, 0.7))
    qtbot.mouseRelease(viewport, left, pos=place_of(stability, 0.4, 0.7))
    assert numbers(stability) == pytest.approx((0.4, 0.7), abs=0.02)
    stability.sources.session.undo()
    assert stability.sources.session.experiment == RAVINE


def test_that_pressing_beside_the_dot_moves_nothing(qtbot, stability) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    viewport = stability.page.plot._plot.viewport()
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(viewport, left, pos=place_of(stability, 0.2, 0.2))
    qtbot.mouseMove(viewport, place_of(stability, 0.4, 0.7))
    qtbot.mouseRelease(viewport, left, pos=place_of(stability, 0.4, 0.7))
    assert stability.sources.session.experiment == RAVINE


def test_that_arrow_keys_move_the_dot(qtbot, stability) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    qtbot.keyClick(stability.page.plot, Qt.Key.Key_Up)
    assert numbers(stability)[1] > 0.5
    qtbot.keyClick(stability.page.plot, Qt.Key.Key_Left)
    assert numbers(stability)[0] < 0.6


def test_that_gradient_descent_stays_without_momentum(qtbot, stability) -> None:
    stability.study.select(1)
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    stability.page.moved.emit(0.3, 0.8)
    values = stability.sources.session.experiment.runs[1].hyperparameters
    assert values == {"learning_rate": 0.3}


def test_that_one_eigenvalue_has_its_own_axis(qtbot, stability) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    before = drawn(stability)
    combo = stability.page._curvature
    combo.setCurrentIndex(2)  # λ = 4
    combo.activated.emit(2)
    qtbot.waitUntil(lambda: drawn(stability) is not before)
    own = [dot for dot in stability.page.plot._dots if dot.own]
    assert own[0].x == pytest.approx(2.4)
    stability.page.moved.emit(2.0, 0.5)
    assert numbers(stability) == pytest.approx((0.5, 0.5))


def test_that_a_logarithmic_axis_is_dragged_on_in_decades(qtbot, stability) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    before = drawn(stability)
    stability.page._log_box.click()
    qtbot.waitUntil(lambda: drawn(stability) is not before)
    stability.page.moved.emit(-1.0, 0.5)
    assert numbers(stability) == pytest.approx((0.1, 0.5))


@pytest.mark.parametrize("form", ["heavy-ball", "look-ahead"])
def test_that_boundaries_are_those_of_the_texts(qtbot, stability, form) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    stability.page._boundary_actions[form].setChecked(True)
    edge = stability.page.plot._boundaries[0].points
    beta = edge[:, 1]
    expected = 2 + 2 * beta if form == "heavy-ball" else (2 + 2 * beta) / (1 + 2 * beta)
    np.testing.assert_allclose(edge[:, 0], expected / 4.0)  # λ_max = 4
    stability.page._boundary_actions[form].setChecked(False)
    assert stability.page.plot._boundaries == []


def test_that_other_methods_are_coloured_on_wish(qtbot, stability) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    before = drawn(stability)
    combo = stability.page._method
    combo.setCurrentIndex(4)  # the implicit scheme has no limit
    combo.activated.emit(4)
    qtbot.waitUntil(lambda: drawn(stability) is not before)
    assert (drawn(stability).rates < 1).all()


def test_that_a_run_that_bends_leaves_the_heavy_ball_and_says_why(qtbot, stability) -> None:
    stability.study.select(2)
    qtbot.waitUntil(lambda: stability.says("not linear"))
    assert drawn(stability) is not None
    assert not button(stability).isEnabled()


def test_that_the_mouse_reads_rate_and_regime(qtbot, stability) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    stability.page.plot.hovered.emit(QPointF(0.9, 0.1))
    assert "divergent" in stability.page.plot._overlay.readout
    stability.page.plot.hovered.emit(None)
    assert stability.page.plot._overlay.readout == ""


# --- all three ---


def test_that_pages_follow_the_theme(qtbot, averages, eigenvalues, stability) -> None:
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    qtbot.waitUntil(lambda: len(eigenvalues.cells()) == 2)
    for bench in (averages, eigenvalues, stability):
        bench.page.set_theme(DARK)
        bench.page.grab()


def test_that_a_page_asks_for_nothing_before_it_is_seen(qtbot, sources, monkeypatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(sources.background, "ask", lambda topic, work: asked.append(topic))
    page = StabilityView()
    qtbot.addWidget(page)
    StabilityStudy(page, sources)
    sources.session.edit(replace(RAVINE, steps=50))
    assert asked == []
    page.show()
    assert asked != []


@pytest.mark.parametrize(
    ("rate", "text"),
    [(0.634512, "0.6345"), (0.998047, "0.99805"), (1.4, "1.4000"), (1.0, "1.0000")],
)
def test_that_rates_close_to_one_keep_the_digits_that_tell(rate, text) -> None:
    assert rate_text(rate) == text


def test_that_the_well_that_the_run_ended_in_is_the_one_that_is_drawn(qtbot, stability) -> None:
    wells = ObjectiveChoice("two-wells")
    minima = [minimum.position for minimum in wells.build().minima]
    away = ObjectiveChoice("two-wells", tuple(np.array(minima[-1]) + 0.05))
    quick = Run("gradient-descent", {"learning_rate": 0.02})
    stability.open(Experiment(away, (quick,), steps=200))
    qtbot.waitUntil(lambda: drawn(stability) is not None)
    stability.compute()
    qtbot.waitUntil(lambda: stability.study._diagram.wish.near == pytest.approx(minima[-1]))
    before = drawn(stability)
    stability.page.moved.emit(0.03, 0.0)  # another learning rate needs no other picture
    background = stability.sources.background
    with qtbot.waitSignal(
        background.answered, check_params_cb=lambda topic, _: topic == "after all others"
    ):
        background.ask("after all others", lambda wanted: None)
    assert drawn(stability) is before
