"""The pages Flow and Energy, and the flows on the landscape."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.frames import Frame
from gui.panels.friction import FrictionPanel
from gui.panels.landscape_tools import LandscapeTools
from gui.panels.parameter_row import ParameterRow
from gui.playback import Playback
from gui.session import Session
from gui.studies import energy as studies_energy
from gui.studies.energy import EnergyStudy
from gui.studies.flow import FlowStudy
from gui.studies.flow_lines import FlowLinesStudy
from gui.studies.study import Sources
from gui.theme import DARK, run_style
from gui.views.landscape import LandscapeView
from gui.views.theory.energy import EnergyView
from gui.views.theory.flow import FlowView
from gui.worker.background import Background
from gui.worker.controller import Controller
from gui.worker.landscape import draw_landscape
from simulation.engine.runner import Runner
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.presets import find_preset
from simulation.schedules import Schedule
from simulation.theory import flow_solver

BALL = Run("momentum", {"learning_rate": 0.01, "momentum": 0.9})
RAVINE = Experiment(
    ObjectiveChoice("ill-conditioned"),
    (BALL, Run("gradient-descent", {"learning_rate": 0.4}), Run("adam")),
    steps=30,
)


@dataclass
class Bench:
    """What studies need, without a window and without the simulation thread."""

    sources: Sources
    page: QWidget
    panel: FrictionPanel
    study: object = None

    def open(self, experiment: Experiment) -> None:
        self.sources.session.edit(experiment)

    def compute(self) -> Runner:
        experiment = self.sources.session.experiment
        runner = Runner(experiment)
        history = runner.run()
        steps = experiment.steps
        self.sources.playback.set_total(steps)
        self.sources.playback.set_computed(steps)
        frame = Frame(1, experiment, history, steps, steps, True, runner.outcomes, 1.0, "cpu")
        self.sources.controller.frame_changed.emit(frame)
        return runner

    def value(self, name: str) -> float:
        row = self.panel.findChild(ParameterRow, name)
        return row.value

    def type(self, qtbot: QtBot, name: str, text: str) -> None:
        entry = self.panel.findChild(ParameterRow, name).findChild(QLineEdit, "entry")
        entry.setText(text)
        entry.setModified(True)
        entry.editingFinished.emit()

    def says(self) -> str:
        return self.panel.findChild(QLabel, "flow_sentence").text()


@pytest.fixture
def sources() -> Iterator[Sources]:
    session = Session(RAVINE)
    background = Background()
    yield Sources(session, Controller(session), Playback(session), background)
    background.shutdown()


@pytest.fixture
def flow(qtbot: QtBot, sources: Sources) -> Bench:
    panel = FrictionPanel()
    view = FlowView(panel)
    qtbot.addWidget(view)
    bench = Bench(sources, view, panel)
    bench.study = FlowStudy(view, panel, sources)
    view.resize(700, 240)
    view.show()
    return bench


@pytest.fixture
def energy(qtbot: QtBot, sources: Sources) -> Bench:
    view = EnergyView()
    qtbot.addWidget(view)
    panel = FrictionPanel(view)
    panel.hide()
    bench = Bench(sources, view, panel)
    bench.study = EnergyStudy(view, sources)
    view.resize(700, 240)
    view.show()
    return bench


def numbers(bench: Bench, run: int = 0) -> tuple[float, float]:
    values = bench.sources.session.experiment.runs[run].hyperparameters
    return values["learning_rate"], values["momentum"]


# --- friction and time step ↔ learning rate and momentum ------------------------------------------


def test_that_friction_and_time_step_move_learning_rate_and_momentum(qtbot, flow) -> None:
    flow.type(qtbot, "friction", "1")
    flow.type(qtbot, "time_step", "0.1")
    rate, momentum = numbers(flow)
    assert (round(rate, 6), round(momentum, 6)) == (0.009524, 0.904762)  # REFERENCE §6
    assert flow.value("friction") == 1.0
    flow.sources.session.undo()
    assert flow.value("time_step") != 0.1


def test_that_learning_rate_and_momentum_move_friction_and_time_step(qtbot, flow) -> None:
    run = Run("momentum", {"learning_rate": 0.083721, "momentum": 0.860465})
    flow.open(RAVINE.with_run(0, run))
    assert flow.value("friction") == pytest.approx(0.5, abs=1e-4)
    assert flow.value("time_step") == pytest.approx(0.3, abs=1e-4)


def test_that_a_drag_of_the_friction_is_one_step_of_undo(qtbot, flow) -> None:
    row = flow.panel.findChild(ParameterRow, "friction")
    for friction in (1.5, 2.0, 2.5):
        row.changed.emit("friction", friction)
    row.drag_finished.emit()
    assert flow.value("friction") == pytest.approx(2.5)
    flow.sources.session.undo()
    assert flow.sources.session.experiment == RAVINE


def test_that_too_much_friction_is_refused_and_what_is_stays(qtbot, flow) -> None:
    with qtbot.waitSignal(flow.study.refused) as refused:
        flow.type(qtbot, "friction", "1000")
    assert "at most" in str(refused.args[0])
    assert flow.sources.session.experiment == RAVINE
    assert flow.value("friction") == pytest.approx(1.02598, rel=1e-5)


def test_that_gradient_descent_has_a_time_step_and_no_friction(qtbot, flow) -> None:
    flow.study.select(1)
    assert "gradient flow" in flow.says()
    assert not flow.panel.findChild(ParameterRow, "friction").isVisible()
    flow.type(qtbot, "time_step", "0.2")
    assert flow.sources.session.experiment.runs[1].hyperparameters["learning_rate"] == 0.2


def test_that_the_page_says_why_there_is_no_flow(qtbot, flow) -> None:
    flow.study.select(2)
    assert "Adam has no flow" in flow.says()
    assert not flow.panel.findChild(ParameterRow, "time_step").isVisible()
    assert not flow.page.distances.isVisible()
    flow.study.select(0)
    assert flow.page.distances.isVisible()


# --- distance and order ---------------------------------------------------------------------------


def test_that_the_distance_from_the_flow_is_drawn_over_its_time(qtbot, flow) -> None:
    runner = flow.compute()
    qtbot.waitUntil(lambda: len(flow.page.distances.traces) == 1)
    (trace,) = flow.page.distances.traces
    time_step = flow.value("time_step")
    np.testing.assert_allclose(trace.x, time_step * np.arange(31), rtol=1e-5)
    assert np.isnan(trace.y[0])
    apart = np.linalg.norm(np.diff(runner.history.records[0].positions, axis=1), axis=0).sum()
    assert 0 < trace.y[-1] < apart
    flow.sources.playback.seek(10)
    line = flow.page.distances._line
    assert line.isVisible()
    assert line.value() == pytest.approx(10 * time_step, rel=1e-5)


def test_that_the_orders_are_those_of_both_starts(qtbot, flow) -> None:
    qtbot.waitUntil(lambda: len(flow.page.orders.legend) == 2)
    assert flow.page.orders.legend == ("1.00 (v₀ = 0)", "2.00 (at rest)")
    assert "half a step early" in flow.page.note
    flow.study.select(1)
    qtbot.waitUntil(lambda: len(flow.page.orders.legend) == 1)
    assert "Euler" in flow.page.orders.legend[0]


def test_that_noise_and_schedules_are_told(qtbot, flow) -> None:
    schedule = {"learning_rate": Schedule("step", {"every": 10, "factor": 0.5})}
    flow.open(replace(RAVINE.with_run(0, replace(BALL, schedules=schedule)), noise=Noise()))
    qtbot.waitUntil(lambda: "noise" in flow.page.note)
    assert "velocity jumps" in flow.page.note


def test_that_a_stiff_flow_gives_a_sentence(qtbot, flow, monkeypatch) -> None:
    monkeypatch.setattr(flow_solver, "MOST_EVALUATIONS", 3000)
    descent = Run("gradient-descent", {"learning_rate": 100.0})
    flow.open(Experiment(ObjectiveChoice("rosenbrock", (-1.2, 1.0)), (descent,), 1000))
    qtbot.waitUntil(lambda: "too many evaluations" in flow.page.note)


def test_that_a_flow_that_escapes_gives_a_sentence(qtbot, flow) -> None:
    choice = ObjectiveChoice("formula", (1.0,), {"formula": "-x^4"})
    flow.open(Experiment(choice, (Run("gradient-descent", {"learning_rate": 0.01}),), 100))
    qtbot.waitUntil(lambda: "leaves all bounds" in flow.page.note)


# --- energy ---------------------------------------------------------------------------------------


def test_that_energies_of_run_and_flow_lie_side_by_side(qtbot, energy) -> None:
    energy.compute()
    qtbot.waitUntil(lambda: len(energy.page.energies.traces) == 8)
    assert energy.page.energies.legend == ("kinetic", "potential", "total", "dissipated")
    traces = {t.name: t for t in energy.page.energies.traces if t.name}
    total = traces["kinetic"].y + traces["potential"].y
    np.testing.assert_allclose(total, traces["total"].y)
    assert "Friction 1.03" in energy.page.note
    energy.page.set_theme(DARK)
    energy.page.grab()


def test_that_the_phase_portrait_follows_coordinate_and_cursor(qtbot, energy) -> None:
    runner = energy.compute()
    qtbot.waitUntil(lambda: len(energy.page.portrait.traces) == 2)
    energy.page._coordinate.setCurrentIndex(1)
    energy.sources.playback.seek(7)
    ((x, _),) = [(spot[0], spot[1]) for spot in energy.page.portrait._dots.data]
    assert x == runner.history.records[0].positions[1, 7]


def test_that_the_portrait_of_one_coordinate_has_lines_of_equal_energy(qtbot, energy) -> None:
    energy.open(find_preset("hill").experiment)
    energy.study.select(2)
    qtbot.waitUntil(lambda: len(energy.page.portrait.traces) == 2)
    levels, _flow = energy.page.portrait.traces
    finite = np.isfinite(levels.x)
    total = levels.y**2 / 2 + (levels.x**2 - 1) ** 2 - levels.x / 4
    lines = [part[np.isfinite(part)] for part in np.split(total, np.flatnonzero(~finite))]
    assert max(np.ptp(line) for line in lines if len(line)) < 1e-9  # each has one energy
    assert len(np.unique(total[finite].round(6))) == 9  # eight, and the hilltop's


def test_that_descent_has_no_kinetic_energy_and_adam_none_at_all(qtbot, energy) -> None:
    energy.compute()
    energy.study.select(1)
    legend = ("potential", "dissipated")
    qtbot.waitUntil(lambda: energy.page.energies.legend == legend)
    assert "no mass" in energy.page.note
    energy.study.select(2)
    assert "Adam is no ball" in energy.page.note
    assert not energy.page.energies.isVisible()


def test_that_a_long_run_is_thinned_for_the_page_and_the_cursor_finds_its_row(
    qtbot, energy, monkeypatch
) -> None:
    monkeypatch.setattr(studies_energy, "MOST_DRAWN", 10)
    energy.open(replace(RAVINE, steps=95))
    runner = energy.compute()
    qtbot.waitUntil(lambda: len(energy.page.portrait.traces) == 2)
    energy.sources.playback.seek(47)
    (spot,) = energy.page.portrait._dots.data
    assert spot[0] == runner.history.records[0].positions[0, 40]


def test_that_without_friction_the_page_says_what_to_expect(qtbot, energy) -> None:
    energy.open(find_preset("no-friction").experiment)
    assert "never settles" in energy.page.note


# --- flows on the landscape -----------------------------------------------------------------------


def test_that_flows_lie_on_the_landscape_while_they_are_wanted(qtbot, sources) -> None:
    view, tools = LandscapeView(), LandscapeTools()
    qtbot.addWidget(view)
    qtbot.addWidget(tools)
    study = FlowLinesStudy(view, tools, sources)
    tools.look_changed.connect(view.set_look)
    view.resize(700, 500)
    runner = Runner(RAVINE)
    history = runner.run()
    view.set_runs([run_style(i, run.title) for i, run in enumerate(RAVINE.runs)])
    positions = [record.positions for record in history.records]
    view.set_landscape(draw_landscape(1, runner.objective, positions, RAVINE.start))
    view.set_history(history)
    view.show()
    tools.set_toggle("flow", True)
    layer = view._flows
    qtbot.waitUntil(lambda: layer.line(0).size > 0)
    descent = layer.line(1)  # e^{−Qt} along curvatures 0.2 and 4, for 30 steps of 0.4
    np.testing.assert_allclose(descent[0, -1], -5 * np.exp(-0.2 * 12), rtol=1e-9)
    assert layer.line(2).size == 0  # Adam's
    view.set_cursor(30)
    assert len(layer.rings()) == 2
    np.testing.assert_allclose(layer.rings()[1], descent[:, -1])
    view.grab()
    sources.session.edit(RAVINE.with_run(1, replace(RAVINE.runs[1], enabled=False)))
    qtbot.waitUntil(lambda: layer.line(1).size == 0)
    assert study.run == 0
    tools.set_toggle("flow", False)
    assert layer.line(0).size == 0
    assert layer.rings() == []
