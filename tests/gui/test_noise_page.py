"""Noise as temperature: the page in the window, driven as a person would."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QToolButton
from pytestqt.qtbot import QtBot

from gui.panels.bath_controls import BathControls
from gui.panels.value_entry import ValueEntry
from gui.panels.value_slider import ValueSlider
from gui.studies.noise import NoiseStudy
from gui.theme import DARK
from gui.views.theory.density_lines import density_lines
from gui.views.theory.noise import NoiseView
from gui.window import MainWindow
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.noise import Noise
from simulation.theory.bath import Bath, Order
from simulation.theory.bath_settings import BathSettings
from simulation.theory.portrait import Portrait, Snapshot
from simulation.theory.stationary import stationary_density
from tests.simulation.theory.baths import placed

LEFT = Qt.MouseButton.LeftButton
DESCENT = Run("gradient-descent", {"learning_rate": 0.01})


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    return window


@pytest.fixture
def study(window: MainWindow) -> NoiseStudy:
    return window.pages.study("noise")


def view_of(window: MainWindow) -> NoiseView:
    return window.pages.study("noise").page


def controls_of(window: MainWindow) -> BathControls:
    return window.findChild(BathControls)


def look_at(qtbot: QtBot, window: MainWindow, experiment: Experiment) -> None:
    """Open an experiment and wait until the page has made something of it."""
    window.session.edit(experiment)
    window.parts.show_view("noise")
    qtbot.waitUntil(lambda: steps(window) > 0)


def steps(window: MainWindow) -> int:
    """Steps that the page says were made."""
    lines = view_of(window).readouts.lines
    return int(lines[0][3].replace(",", "")) if lines else 0


def typed(qtbot: QtBot, window: MainWindow, name: str, text: str) -> None:
    entry = controls_of(window).findChild(ValueEntry, f"{name}_entry")
    entry.setFocus()
    entry.selectAll()
    qtbot.keyClicks(entry, text)
    qtbot.keyClick(entry, Qt.Key.Key_Return)


def line(window: MainWindow, title: str) -> list[str]:
    """The line of the readouts below the one that begins with ``title``."""
    lines = view_of(window).readouts.lines
    return lines[[each[0] if each else "" for each in lines].index(title) + 1]


@pytest.mark.slow
def test_that_balls_live_while_the_page_is_seen(
    qtbot: QtBot, window: MainWindow, study: NoiseStudy
) -> None:
    look_at(qtbot, window, Experiment(ObjectiveChoice("double-well"), (DESCENT,)))
    before = steps(window)
    qtbot.waitUntil(lambda: steps(window) > before)
    window.parts.show_view("curves")
    assert not study._ticker.isActive()
    window.parts.show_view("noise")
    qtbot.waitUntil(study._ticker.isActive)


@pytest.mark.slow
def test_that_the_settings_are_those_of_the_run_and_its_noise(
    qtbot: QtBot, window: MainWindow
) -> None:
    experiment = Experiment(
        ObjectiveChoice("two-wells"), (DESCENT,), noise=Noise("langevin", 0.7), seed=3
    )
    look_at(qtbot, window, experiment)
    shown = controls_of(window).settings
    assert (shown.equation, shown.sigma, shown.step, shown.seed) == ("langevin", 0.7, 0.01, 3)
    ball = Run("momentum", {"learning_rate": 0.01, "momentum": 0.9})
    window.session.edit(replace(experiment, runs=(ball,), noise=Noise("kramers", 0.6)))
    dynamics = controls_of(window).settings.dynamics
    assert (dynamics.learning_rate, dynamics.momentum) == pytest.approx((0.01, 0.9))
    assert dynamics.sigma == 0.6


def test_that_an_edit_of_the_rate_leaves_the_balls_where_they_are(
    qtbot: QtBot, window: MainWindow, study: NoiseStudy
) -> None:
    experiment = Experiment(ObjectiveChoice("double-well"), (DESCENT,), noise=Noise("langevin"))
    look_at(qtbot, window, experiment)
    number = study._number
    faster = replace(DESCENT, hyperparameters={"learning_rate": 0.02})
    window.session.edit(replace(experiment, runs=(faster,)))
    assert controls_of(window).settings.step == 0.02
    assert study._number == number
    window.session.edit(replace(experiment, objective=ObjectiveChoice("double-well", (0.5,))))
    assert study._number > number


def test_that_pause_and_reset_do_what_they_say(
    qtbot: QtBot, window: MainWindow, study: NoiseStudy
) -> None:
    look_at(qtbot, window, Experiment(ObjectiveChoice("double-well"), (DESCENT,)))
    controls = controls_of(window)
    qtbot.mouseClick(controls.findChild(QToolButton, "bath_play"), LEFT)
    qtbot.waitUntil(lambda: not study._ticker.isActive())
    assert steps(window) > 0
    qtbot.mouseClick(controls.findChild(QToolButton, "bath_reset"), LEFT)
    qtbot.waitUntil(lambda: steps(window) == 0)


def test_that_numbers_of_theory_stand_beside_the_measured_ones(
    qtbot: QtBot, window: MainWindow
) -> None:
    experiment = Experiment(
        ObjectiveChoice("scalar-quadratic", parameters={"curvature": 2.0}),
        (Run("gradient-descent", {"learning_rate": 0.5}),),
        noise=Noise("langevin", 0.5),
    )
    look_at(qtbot, window, experiment)
    qtbot.waitUntil(lambda: steps(window) > 20)
    curvature, measured, exact, limit = line(window, "variance, λ")
    assert (curvature, exact, limit) == ("2", "0.25", "0.125")  # 2σ²/(λ(2−γλ)) and σ²/λ
    assert float(measured) == pytest.approx(0.25, rel=0.1)


def test_that_too_much_friction_is_told_beside_the_controls_and_can_be_mended(
    qtbot: QtBot, window: MainWindow
) -> None:
    ball = Run("momentum", {"learning_rate": 0.01, "momentum": 0.9})
    look_at(qtbot, window, Experiment(ObjectiveChoice("double-well"), (ball,)))
    typed(qtbot, window, "friction", "1000")
    qtbot.waitUntil(lambda: "friction" in view_of(window).message)
    assert controls_of(window).isVisible()
    typed(qtbot, window, "friction", "1")
    qtbot.waitUntil(lambda: not view_of(window).message)


def test_that_many_coordinates_say_what_to_choose(qtbot: QtBot, window: MainWindow) -> None:
    plateau = ObjectiveChoice("plateau", parameters={"dimension": 3})
    window.session.edit(Experiment(plateau, (DESCENT,)))
    window.parts.show_view("noise")
    qtbot.waitUntil(lambda: "choose" in view_of(window).message)


@pytest.mark.slow
def test_that_data_have_a_table_of_temperatures(qtbot: QtBot, window: MainWindow) -> None:
    run = Run("gradient-descent", {"learning_rate": 0.2})
    window.session.edit(Experiment(ObjectiveChoice("airfoil"), (run,), batch_size=10))
    window.parts.show_view("noise")
    temperatures = view_of(window).temperatures

    def measured() -> list[str]:
        return [row[4] for row in temperatures.rows if row[4] != "—"]

    qtbot.waitUntil(lambda: bool(measured()))
    assert not controls_of(window).isVisible()
    assert {row[0] for row in temperatures.rows} == {"1", "3", "10", "30", "100"}
    window.session.edit(replace(window.session.experiment, runs=(Run("adam"),)))
    qtbot.waitUntil(lambda: "gradient descent" in view_of(window).message)


# --- the parts ------------------------------------------------------------------------------


@pytest.fixture
def controls(qtbot: QtBot) -> BathControls:
    controls = BathControls()
    qtbot.addWidget(controls)
    controls.show()
    return controls


def test_that_friction_is_asked_for_where_there_is_some(controls: BathControls) -> None:
    entry = controls.findChild(ValueEntry, "friction_entry")
    assert not entry.isEnabled()
    menu = controls.findChild(QComboBox, "equation")
    received: list[BathSettings] = []
    controls.changed.connect(received.append)
    menu.setCurrentIndex(menu.findData("kramers"))
    assert entry.isEnabled()
    assert received == [replace(BathSettings(), equation="kramers")]


def test_that_sliders_leave_their_room_but_the_numbers_stay(
    qtbot: QtBot, controls: BathControls
) -> None:
    slider = controls.findChild(ValueSlider, "sigma_slider")
    wide = controls.minimumSizeHint().width()
    controls.set_roomy(False)
    assert not slider.isVisible()
    assert controls.findChild(ValueEntry, "sigma_entry").isVisible()
    qtbot.waitUntil(lambda: controls.minimumSizeHint().width() < wide)
    controls.set_roomy(True)
    assert slider.isVisible()


def test_that_a_text_that_is_no_number_is_refused(qtbot: QtBot, controls: BathControls) -> None:
    with qtbot.waitSignal(controls.refused) as refused:
        entry = controls.findChild(ValueEntry, "sigma_entry")
        entry.setText("hot")
        entry.setModified(True)
        entry.editingFinished.emit()
    assert "sigma" in refused.args[0]


def slice_of(name: str, settings: BathSettings, until: float) -> tuple[Portrait, Snapshot]:
    choice = ObjectiveChoice(name)
    order = Order(choice, Experiment(choice).start, settings, 0, until, 60.0)
    return Bath().fulfil(order, lambda: True)


@pytest.mark.parametrize("name", ["double-well", "two-wells", "spectrum", "plateau"])
def test_that_every_kind_of_picture_is_drawn_in_both_themes(qtbot: QtBot, name: str) -> None:
    controls = BathControls()
    view = NoiseView(controls)
    qtbot.addWidget(view)
    view.resize(900, 240)
    view.show()
    view.set_coordinates(ObjectiveChoice(name).build().coordinates)
    view.set_snapshot(*slice_of(name, BathSettings(balls=1000), 0.05))
    light = view.grab().toImage()
    view.set_theme(DARK)
    assert view.message == ""
    assert view.grab().toImage() != light


def test_that_numbers_stay_in_reach_in_a_narrow_window(qtbot: QtBot) -> None:
    controls = BathControls()
    view = NoiseView(controls)
    qtbot.addWidget(view)
    view.resize(1000, 240)
    view.show()
    view.set_coordinates(("x",))
    view.set_snapshot(*slice_of("double-well", BathSettings(balls=1000), 0.05))
    assert view.readouts.x() + view.readouts.parentWidget().mapTo(view, view.pos()).x() > 500
    view.resize(360, 240)
    assert view.readouts.parentWidget() is controls.parentWidget()
    qtbot.waitUntil(view.readouts.isVisible)


def test_that_lines_enclose_their_share() -> None:
    density = stationary_density(placed("ellipse"), 0.8)
    lines = density_lines(density, (0.9,))
    x, y = lines[np.isfinite(lines[:, 0])].T
    # L = x² + 2y² is χ² with two degrees of freedom over 2/σ²: 90 % lie within σ² log 10.
    np.testing.assert_allclose((x**2 + 2 * y**2) / 0.64, np.log(10), rtol=0.02)
