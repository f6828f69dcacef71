"""Brings facts to the views and wishes to the session, the playback and the worker."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal, Slot

from gui.curve_feed import CurveFeed
from gui.details import Details
from gui.frames import Frame, Landscape
from gui.language import translated
from gui.layout import Layout
from gui.pace import Pace
from gui.panels.transport import SPEEDS
from gui.playback import Playback
from gui.questions import Questions
from gui.session import Session
from gui.start_drag import StartDrag
from gui.theme import run_style
from gui.views.known import ensemble
from gui.views.references import published_for
from gui.worker.controller import Controller
from simulation.courses import Stop
from simulation.experiment import Experiment

TICK_MILLISECONDS = 16
READING_MILLISECONDS = 100
"""How long numbers beside what moves stay: those that change in every frame cannot be read."""


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
        self._start_drag = StartDrag(session, self)
        self._ticking = self._cursor_waits = False
        self._clock = QElapsedTimer()
        self._reading_pace = Pace()
        self._curve_feed = CurveFeed(layout.curves, layout.landscape_tools)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MILLISECONDS)
        self._ticker.setTimerType(Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)
        self._details = Details(layout.inspector, layout.table, self.controller, self.playback)
        self._connect_session()
        self._connect_wishes()
        self._connect_answers()
        self.questions = Questions(session, layout.courses, layout.headline)
        self._show_experiment(session.experiment)

    @property
    def frame(self) -> Frame | None:
        """What is computed so far."""
        return self._frame

    @property
    def landscape(self) -> Landscape | None:
        """What the balls roll over."""
        return self._landscape

    def start(self) -> None:
        """Begin to compute; called once the first frame of the window is painted."""
        self.controller.start()
        self.compute()

    def resume(self, playback: Playback) -> None:
        """Go on where another playback of the same experiment is, as soon as it is computed."""
        self._autoplay = False
        self._parts.transport.set_speed(playback.speed)
        self._parts.transport.set_loop(playback.loop)
        self.playback.follow(playback)

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
        parts.landscape.start_moved.connect(self._start_drag.move)
        parts.landscape.start_dropped.connect(self._start_drag.drop)
        self._start_drag.refused.connect(parts.message_bar.show_problem)
        self._start_drag.dropped.connect(self._catch_up)
        parts.landscape.range_wanted.connect(self.controller.look_closer)
        parts.landscape_tools.look_changed.connect(parts.landscape.set_look)
        parts.landscape_tools.choice_changed.connect(self.controller.choose_landscape)
        parts.curves.step_chosen.connect(playback.scrub)
        parts.runs.selected.connect(parts.curves.set_selected)
        parts.runs.selected.connect(self._details.select)
        parts.table.step_chosen.connect(playback.scrub)
        parts.table.refused.connect(parts.message_bar.show_problem)
        transport = parts.transport
        transport.to_start_clicked.connect(playback.to_start)
        transport.step_back_clicked.connect(playback.step_back)
        transport.play_toggled.connect(playback.set_playing)
        transport.step_forward_clicked.connect(playback.step_forward)
        transport.to_end_clicked.connect(playback.to_end)
        transport.loop_toggled.connect(playback.set_loop)
        transport.speed_chosen.connect(playback.set_speed)
        transport.scrubbed.connect(playback.scrub)
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
        self._parts.transport.set_speed(self.playback.suit_speed(SPEEDS))
        self.playback.seek(0)
        if self._frame is not None and not self.controller.busy:  # the same again: all is there
            self._play_at_first()

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
        parts.curves.set_references(published_for(self._session.preset, experiment))
        for scene in parts.scenes:
            scene.set_runs(styles)
            scene.set_start(experiment.start)
        parts.transport.set_steps(experiment.steps)

    # --- the simulation answers ---------------------------------------------------------------

    @Slot(object)
    def _show_frame(self, frame: Frame) -> None:
        parts = self._parts
        is_new = frame.is_new_after(self._frame)
        self._frame = frame
        if is_new:
            for scene in parts.scenes:
                scene.set_history(frame.history)
        self._curve_feed.show_frame(frame)
        for scene in parts.scenes:
            scene.set_clouds(frame.clouds)
        parts.transport.set_computed(frame.computed)
        # Runs that are there already stay where they are while others catch up.
        self.playback.set_computed(frame.farthest)
        self._show_cursor(self.playback.cursor)
        if frame.done or self._reading_pace.is_due:
            parts.status.show_frame(frame, frame.experiment.steps)
        if frame.done:
            parts.runs.set_outcomes(frame.outcomes)
        self._play_at_first()

    def _play_at_first(self) -> None:
        """Play what was opened, once."""
        if self._autoplay:
            self._autoplay = False
            self.playback.restart()

    @Slot(object)
    def _show_landscape(self, landscape: Landscape) -> None:
        self._landscape = landscape
        if not self._start_drag.under_way:  # in a plane that turned under it, it could not steer
            self._catch_up()
        self._curve_feed.show_landscape(landscape)

    @Slot()
    def _catch_up(self) -> None:
        """Draw the landscape, which may have been held back."""
        if self._landscape is not None:
            for scene in self._parts.scenes:
                scene.set_landscape(self._landscape)

    @Slot(bool)
    def _on_busy(self, busy: bool) -> None:
        self._parts.status.set_busy(busy)
        if not busy:
            self._curve_feed.finish()
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
        self._tell_cursor(self.playback.cursor)
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
        if self._reading_pace.is_due:
            self._reading_pace.rest(READING_MILLISECONDS)

    @Slot(int)
    def _show_cursor(self, step: int) -> None:
        self._cursor_waits = self._ticking
        if self._ticking:  # once a frame is enough, when all that moves it has moved it
            return
        for scene in self._parts.scenes:
            scene.set_cursor(step)
        if self.playback.playing and not self._reading_pace.is_due:
            self._parts.curves.move_cursor(step)
        else:
            self._tell_cursor(step)
        self._parts.transport.set_cursor(step)

    def _tell_cursor(self, step: int) -> None:
        """Show the numbers at a step."""
        self._parts.curves.set_cursor(step)
        self._details.show_cursor(step)

    @Slot(object)
    def _open_stop(self, stop: Stop) -> None:
        """Show what a course wants to be looked at, at its start: play is for the user."""
        self._session.open_preset(stop.preset)
        self._autoplay = False
        self.playback.to_start()
        self._parts.show_view(stop.view)
