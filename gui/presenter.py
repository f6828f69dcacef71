"""Brings facts to the views and wishes to the session, the playback and the worker."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from gui.details import Details
from gui.frames import Frame, Landscape
from gui.language import explained, translated
from gui.layout import Layout
from gui.playback import Playback
from gui.session import Session
from gui.theme import run_style
from gui.views.known import ensemble, known_of
from gui.views.references import Reference, references
from gui.worker.controller import Controller
from simulation.courses import Stop
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.presets import find_preset

TICK_MILLISECONDS = 16
CURVES_SHARE = 40
"""How many times as long as it took to draw growing curves they are left alone after that.
Painting them takes as long again: they may have a twentieth of the time, the balls the rest."""


class Presenter(QObject):
    """Wires one session to the parts of a window; computes and draws nothing itself."""

    busy_changed = Signal(bool)
    """Whether something is being computed."""

    def __init__(self, session: Session, layout: Layout, parent: QObject) -> None:
        super().__init__(parent)
        self.controller = Controller(self)
        self.playback = Playback(self)
        self._session = session
        self._parts = layout
        self._frame: Frame | None = None
        self._landscape: Landscape | None = None
        self._autoplay = True
        self._dragging_start = False
        self._ticking = self._cursor_waits = False
        self._clock = QElapsedTimer()
        self._curves_rest = QElapsedTimer()
        self._curves_rest.start()
        self._curves_wait = 0
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MILLISECONDS)
        self._ticker.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)
        self._details = Details(layout.inspector, layout.table, self.controller, self.playback)
        self._connect_session()
        self._connect_wishes()
        self._connect_answers()
        self._show_experiment(session.experiment)

    def start(self) -> None:
        """Begin to compute; called once the first frame of the window is painted."""
        self.controller.start()
        self.compute()

    def resume(self, playback: Playback) -> None:
        """Go on where another playback of the same experiment is, as soon as it is computed."""
        self._autoplay = False
        self.playback.set_total(self._session.experiment.steps)
        self.playback.set_speed(playback.speed)
        self.playback.set_loop(playback.loop)
        self._parts.transport.set_speed(playback.speed)
        self._parts.transport.set_loop(playback.loop)
        self.playback.seek(playback.cursor)
        if playback.playing:
            self.playback.play()

    def stop(self) -> None:
        """End the simulation thread."""
        self._ticker.stop()
        self.controller.shutdown()

    @Slot()
    def compute(self) -> None:
        """Compute the session's experiment from its start, whatever was computed before."""
        self._compute(anew=True)

    # --- wiring -------------------------------------------------------------------------

    def _connect_session(self) -> None:
        self._session.changed.connect(self._on_experiment)
        self._session.loaded.connect(self._on_loaded)

    def _connect_wishes(self) -> None:
        parts, playback = self._parts, self.playback
        parts.gallery.preset_chosen.connect(self._session.open_preset)
        parts.courses.stop_opened.connect(self._open_stop)
        for panel in (parts.objective, parts.runs):
            panel.edited.connect(self._session.edit)
            panel.edit_finished.connect(self._session.seal)
            panel.refused.connect(parts.message_bar.show_problem)
        parts.landscape.start_moved.connect(self._move_start)
        parts.landscape.start_dropped.connect(self._drop_start)
        parts.landscape.range_wanted.connect(self.controller.look_closer)
        parts.landscape_tools.look_changed.connect(parts.landscape.set_look)
        parts.landscape_tools.choice_changed.connect(self.controller.choose_landscape)
        parts.curves.step_chosen.connect(self.scrub)
        parts.runs.selected.connect(parts.curves.set_selected)
        parts.runs.selected.connect(self._details.select)
        parts.table.step_chosen.connect(self.scrub)
        parts.table.refused.connect(parts.message_bar.show_problem)
        transport = parts.transport
        transport.to_start_clicked.connect(self.to_start)
        transport.step_back_clicked.connect(self.step_back)
        transport.play_toggled.connect(self._play_or_pause)
        transport.step_forward_clicked.connect(self.step_forward)
        transport.to_end_clicked.connect(self.to_end)
        transport.loop_toggled.connect(playback.set_loop)
        transport.speed_chosen.connect(playback.set_speed)
        transport.scrubbed.connect(self.scrub)
        transport.set_speed(playback.speed)
        parts.status.cancel_clicked.connect(self.controller.cancel)

    def _connect_answers(self) -> None:
        self.playback.cursor_changed.connect(self._show_cursor)
        self.playback.playing_changed.connect(self._on_playing)
        controller, message_bar = self.controller, self._parts.message_bar
        controller.frame_changed.connect(self._show_frame)
        controller.landscape_changed.connect(self._show_landscape)
        controller.closeup_changed.connect(self._parts.landscape.set_closeup)
        controller.busy_changed.connect(self._on_busy)
        controller.noticed.connect(message_bar.show_problem)
        controller.failed.connect(message_bar.show_problem)
        controller.exported.connect(self._on_exported)
        controller.export_failed.connect(message_bar.show_problem)

    # --- the session changes ----------------------------------------------------------------

    @Slot(object)
    def _on_experiment(self, experiment: Experiment) -> None:
        self._parts.message_bar.clear_problem()
        self._show_experiment(experiment)
        self._compute(anew=False)

    def _compute(self, *, anew: bool) -> None:
        self.playback.set_total(self._session.experiment.steps)
        self.controller.compute(self._session.experiment, anew=anew)

    @Slot()
    def _on_loaded(self) -> None:
        self._autoplay = True
        for scene in self._parts.scenes:
            scene.fit_window()
        self.playback.seek(0)

    def _show_experiment(self, experiment: Experiment) -> None:
        parts = self._parts
        styles = [
            run_style(index, translated(run.title), run.colour, visible=run.enabled)
            for index, run in enumerate(experiment.runs)
        ]
        parts.objective.set_experiment(experiment)
        parts.runs.set_experiment(experiment)
        parts.inspector.set_runs(styles)
        parts.curves.set_runs(styles, [ensemble(run) for run in experiment.runs])
        parts.curves.set_references(self._references())
        for scene in parts.scenes:
            scene.set_runs(styles)
            scene.set_start(experiment.start)
        parts.transport.set_steps(experiment.steps)

    # --- the simulation answers ---------------------------------------------------------------

    @Slot(object)
    def _show_frame(self, frame: Frame) -> None:
        parts = self._parts
        is_new = self._frame is None or self._frame.history != frame.history
        self._frame = frame
        if is_new:
            for scene in parts.scenes:
                scene.set_history(frame.history)
            self._show_curves()
        elif frame.done or self._curves_rest.hasExpired(self._curves_wait):
            self._curves_rest.start()
            parts.curves.refresh()
            self._curves_wait = CURVES_SHARE * max(self._curves_rest.restart(), 1)
        parts.landscape.set_clouds(frame.clouds)
        parts.transport.set_computed(frame.computed)
        # Runs that are there already stay where they are while others catch up.
        self.playback.set_computed(frame.farthest)
        self._show_cursor(self.playback.cursor)
        parts.status.show_frame(frame, frame.experiment.steps)
        if frame.done:
            parts.runs.set_outcomes(frame.outcomes)
        if self._autoplay:
            self._autoplay = False
            self.playback.restart()

    @Slot(object)
    def _show_landscape(self, landscape: Landscape) -> None:
        self._landscape = landscape
        if not self._dragging_start:  # a plane that turned under the hand could not be steered in
            self._draw(landscape)
        self._show_curves()

    def _draw(self, landscape: Landscape) -> None:
        for scene in self._parts.scenes:
            scene.set_landscape(landscape)

    def _show_curves(self) -> None:
        frame, landscape = self._frame, self._landscape
        if frame is None or (landscape is not None and landscape.number > frame.number):
            return  # the records are another experiment's; those of this one come next
        known = known_of(frame.experiment, landscape)
        self._parts.curves.set_history(frame.history, known)
        self._parts.landscape_tools.set_coordinates(known.coordinates)

    def _references(self) -> list[Reference]:
        """What is published for the experiment, as long as it is the preset's."""
        preset = None if self._session.preset is None else find_preset(self._session.preset)
        if preset is None or preset.experiment != self._session.experiment:
            return []
        return references(preset)

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        self._parts.status.set_busy(busy)
        self.busy_changed.emit(busy)
        self._run_ticker()

    @Slot(str)
    def _on_exported(self, path: str) -> None:
        self._parts.message_bar.show_notice(self.tr("Exported {path}").format(path=path))

    @Slot(object, object)
    def export(self, path: Path, steps: range | None = None) -> None:
        """Write the computed trajectories, or some of their steps, in the background."""
        if self._frame is None or not self._frame.done or self.controller.busy:
            self._parts.message_bar.show_problem(
                self.tr("The trajectories are not complete yet; export them when they are.")
            )
            return
        self.controller.export(self._frame.experiment, self._frame.history, path, steps)

    # --- time ---------------------------------------------------------------------------------

    @Slot(bool)
    def _on_playing(self, playing: bool) -> None:
        self._parts.transport.set_playing(playing)
        self._run_ticker()

    def _run_ticker(self) -> None:
        """Tick only while something moves: an idle window costs nothing."""
        if not (self.controller.busy or self.playback.playing):
            self._ticker.stop()
        elif not self._ticker.isActive():
            self._clock.start()
            self._ticker.start()

    @Slot()
    def _tick(self) -> None:
        self._ticking = True
        self.controller.deliver()
        self.playback.tick(self._clock.restart() / 1000)
        self._ticking = False
        if self._cursor_waits:
            self._show_cursor(self.playback.cursor)

    @Slot(int)
    def _show_cursor(self, step: int) -> None:
        self._cursor_waits = self._ticking
        if self._ticking:  # once a frame is enough, when all that moves it has moved it
            return
        for scene in self._parts.scenes:
            scene.set_cursor(step)
        self._parts.curves.set_cursor(step)
        self._parts.transport.set_cursor(step)

    @Slot(int)
    def scrub(self, step: int) -> None:
        """Pause and show ``step``."""
        self.playback.pause()
        self.playback.seek(step)

    @Slot()
    def to_start(self) -> None:
        """Pause at the start."""
        self.scrub(0)

    @Slot()
    def to_end(self) -> None:
        """Pause at the last step."""
        self.scrub(self._session.experiment.steps)

    @Slot()
    def step_back(self) -> None:
        """Pause and go one step back."""
        self.playback.step(-1)

    @Slot()
    def step_forward(self) -> None:
        """Pause and go one step on."""
        self.playback.step(1)

    @Slot(bool)
    def _play_or_pause(self, play: bool) -> None:
        if play:
            self.playback.play()
        else:
            self.playback.pause()

    @Slot(object)
    def _open_stop(self, stop: Stop) -> None:
        """Show what a course wants to be looked at, at its start: play is for the user."""
        self._session.open_preset(stop.preset)
        self._autoplay = False
        self._parts.show_view(stop.view)

    # --- the start is dragged -------------------------------------------------------------------

    @Slot(object)
    def _move_start(self, start: tuple[float, ...]) -> None:
        self._dragging_start = True
        experiment = self._session.experiment
        try:
            choice = replace(experiment.objective, start=start)
            self._session.edit(replace(experiment, objective=choice), "objective.start")
        except InputError as error:
            self._parts.message_bar.show_problem(explained(error))

    @Slot()
    def _drop_start(self) -> None:
        self._dragging_start = False
        self._session.seal()
        if self._landscape is not None:
            self._draw(self._landscape)
