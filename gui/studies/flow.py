"""The page Flow: friction and time step, distance from the flow, order."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Slot

from gui.frames import Frame
from gui.language import explained
from gui.panels.friction import FrictionPanel
from gui.studies.flows import FlowKey, is_noisy, record_of
from gui.studies.study import Sources, Study
from gui.theme import run_style
from gui.views.theory.flow import Apart, FlowView
from gui.worker.background import Wanted
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.theory.flow_paths import FlowPath
from simulation.theory.motions import Motion, motion_of, with_dynamics
from simulation.theory.orders import Convergence, convergence


class FlowStudy(Study):
    """Keeps the page at the selected run; its sliders change that run."""

    def __init__(self, view: FlowView, panel: FrictionPanel, sources: Sources) -> None:
        super().__init__(view, sources)
        self._view = view
        self._panel = panel
        self._experiment = sources.session.experiment
        self._key: FlowKey | None = None
        self._path: FlowPath | None = None
        panel.changed.connect(self._change)
        panel.edit_finished.connect(sources.session.seal)
        panel.refused.connect(self._refuse)
        self.refused.connect(self._forget)

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        run = experiment.runs[self.run]
        self._panel.show_run(run)
        self._view.set_style(run_style(self.run, run.title, run.colour))
        self._view.set_empty(empty=isinstance(motion_of(run), str))
        key = FlowKey.of(experiment, self.run)
        if key == self._key:
            return
        if self._key is None or key.objective != self._key.objective:
            self._path = None
            self._view.set_orders(())
            self._show_apart()
            self._view.set_note(self.tr("Following the flow…"))
        self._key = key
        self.ask("path", key.follow, self._show_path)
        self.ask("orders", lambda wanted: _orders(key, wanted), self._show_orders)

    def show_frame(self, frame: Frame) -> None:
        del frame
        self._show_apart()

    def show_cursor(self, step: int) -> None:
        self._view.set_cursor(step)

    @Slot(object, float)
    def _change(self, friction: float | None, time_step: float) -> None:
        """Give the run another friction and time step, or show again what it has."""
        experiment = self.sources.session.experiment
        run = experiment.runs[self.run]
        try:
            changed = with_dynamics(run, friction=friction, time_step=time_step)
            wished = experiment.with_run(self.run, changed)
        except InputError as error:
            self._panel.show_run(run)
            self.refused.emit(explained(error))
            return
        self.sources.session.edit(wished, f"runs.{self.run}.dynamics")

    @Slot(str)
    def _refuse(self, sentence: str) -> None:
        self.refused.emit(sentence)

    def _forget(self) -> None:
        """Ask again when there is another chance."""
        self._key = None

    def _show_path(self, path: FlowPath | None) -> None:
        if self.run >= len(self._experiment.runs):
            return  # another experiment's run is selected; its flow is asked for when it is shown
        self._path = path
        self._view.set_note(self._note(path))
        self._show_apart()

    def _show_orders(self, orders: tuple[Convergence, ...]) -> None:
        self._view.set_orders(orders)

    def _show_apart(self) -> None:
        path, record = self._path, record_of(self.frame, self._experiment, self.run)
        if path is None or record is None or not len(path.steps):
            self._view.set_apart(None)
            return
        # A thinned record may miss some of the flow's marks.
        rows = np.array([record.row_of(step) for step in path.steps.tolist()])
        there = np.flatnonzero(record.step_numbers[rows] == path.steps)
        places = there * path.between
        with np.errstate(all="ignore"):
            apart = record.positions[:, rows[there]] - path.positions[:, places]
            distances = np.linalg.norm(apart, axis=0)
        self._view.set_apart(Apart(path.steps[there], path.times[places], distances))

    def _note(self, path: FlowPath | None) -> str:
        motion = motion_of(self._experiment.runs[self.run])
        if path is None or not isinstance(motion, Motion):
            return ""
        if path.ending != "complete":
            return self._early_end(path.ending).format(step=path.steps[-1])
        noisy = self.tr("The flow knows neither noise nor minibatches.")
        notes = [noisy if is_noisy(self._experiment) else self._order(motion)]
        if motion.kind == "ball" and "learning_rate" in motion.run.schedules:
            notes.append(
                self.tr(
                    "Where the learning rate changes, the run’s velocity jumps; the flow’s not."
                )
            )
        return " ".join(notes)

    def _early_end(self, ending: str) -> str:
        if ending == "escaped":
            return self.tr("The flow leaves all bounds after step {step}.")
        return self.tr(
            "The flow is shown up to step {step}: beyond, it would take too many evaluations. A "
            "smaller time step or fewer steps help."
        )

    def _order(self, motion: Motion) -> str:
        """What the plot of orders shows."""
        if motion.kind == "descent":
            return self.tr("Gradient descent is Euler’s method on the flow: order 1.")
        if motion.looks_ahead:
            return self.tr("The slope that is read ahead is a difference of order 1.")
        return self.tr(
            "From v₀ = 0 leapfrog is released half a step early, which costs an order; from "
            "v₀ = −∇L/(1 + β) it starts at rest."
        )


def _orders(key: FlowKey, wanted: Wanted) -> tuple[Convergence, ...]:
    motion = motion_of(key.run)
    if not isinstance(motion, Motion):
        return ()
    return convergence(motion, key.placed(), key.start, key.experiment.steps, wanted)
