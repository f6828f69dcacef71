"""The page Energy: kinetic, potential, total and dissipated, and the phase portrait."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

import numpy as np

from gui.frames import Frame
from gui.language import translated
from gui.studies.flows import FlowKey, is_noisy, record_of
from gui.studies.study import Sources, Study
from gui.theme import run_style
from gui.views.theory.energy import Balance, EnergyView
from gui.worker.background import Wanted
from simulation.engine.history import Record
from simulation.experiment import Experiment
from simulation.theory.energy import energies_of_flow, energies_of_run, level_lines
from simulation.theory.motions import Motion, motion_of

Array = np.ndarray[Any, np.dtype[Any]]

PAUSE = 0.3
"""Seconds between two looks at a run that is still being computed."""
AROUND = 0.25
"""How far lines of equal energy go on beyond the motion, as a share of its extent."""
MOST_DRAWN = 20_000
"""Steps that are handed to the page; of longer runs it gets every kᵗʰ."""
MOST_ROWS = 1_000_000
"""Steps whose energies are taken."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """What of a record is read: views of arrays that only grow."""

    positions: Array
    losses: Array
    gradients: Array

    @classmethod
    def of(cls, record: Record) -> _Rows:
        rows = slice(min(len(record), MOST_ROWS))
        return cls(record.positions[:, rows], record.losses[rows], record.gradients[:, rows])


@dataclass(frozen=True, slots=True)
class _FlowPart:
    """What the page shows of the flow."""

    balance: Balance
    levels: tuple[Array, Array] | None
    """Lines of equal energy, for a single coordinate."""


class EnergyStudy(Study):
    """Keeps the page at the selected run."""

    def __init__(self, view: EnergyView, sources: Sources) -> None:
        super().__init__(view, sources)
        self._view = view
        self._experiment = sources.session.experiment
        self._key: FlowKey | None = None
        self._flow: _FlowPart | None = None
        self._measured: Balance | None = None
        self._looked = 0.0
        self._seen: tuple[Record | None, int] = (None, 0)
        self.refused.connect(self._forget)

    def show_experiment(self, experiment: Experiment) -> None:
        self._experiment = experiment
        run = experiment.runs[self.run]
        self._view.set_style(run_style(self.run, run.title, run.colour))
        self._view.set_coordinates(experiment.objective.build().coordinates)
        self._view.set_empty(empty=isinstance(motion_of(run), str))
        key = FlowKey.of(experiment, self.run)
        if key != self._key:
            if self._key is None or key.objective != self._key.objective:
                self._flow = self._measured = None
                self._show()
            self._key = key
            self.ask("flow", lambda wanted: _part_of_flow(key, wanted), self._show_flow)
        self._measure(at_once=True)

    def show_frame(self, frame: Frame) -> None:
        self._measure(at_once=frame.done)

    def show_cursor(self, step: int) -> None:
        self._view.set_cursor(step)

    def _forget(self) -> None:
        """Ask again when there is another chance."""
        self._key = None

    def _measure(self, *, at_once: bool) -> None:
        """Have the energies of the recorded steps taken, now and then while they grow."""
        self._view.set_note(self._note())
        record = record_of(self.frame, self._experiment, self.run)
        motion = motion_of(self._experiment.runs[self.run])
        if record is None:
            return  # what is shown stays until the steps of this experiment come
        if isinstance(motion, str) or record.stride > 1:
            self._measured = None
            self._show()
            return
        now = time.monotonic()
        known = record is self._seen[0] and len(record) == self._seen[1]
        if known or not (at_once or now - self._looked > PAUSE):
            return
        self._looked, self._seen = now, (record, len(record))
        read = _Rows.of(record)
        self.ask("run", lambda _: _balance_of_run(motion, read), self._show_run)

    def _show_run(self, balance: Balance) -> None:
        self._measured = balance
        self._show()

    def _show_flow(self, flow: _FlowPart | None) -> None:
        self._flow = flow
        self._show()

    def _show(self) -> None:
        flow = self._flow
        if flow is None:
            self._view.set_balances(self._measured, None)
        else:
            self._view.set_balances(self._measured, flow.balance, flow.levels)

    def _note(self) -> str:
        run = self._experiment.runs[self.run]
        motion = motion_of(run)
        if not isinstance(motion, Motion):
            return self.tr(
                "{optimizer} is no ball with friction, so there is no energy to show. Choose "
                "gradient descent or momentum."
            ).format(optimizer=translated(run.declaration.name))
        if self.frame is not None and self.frame.history.stride > 1:
            return self.tr(
                "Only every {stride}th step is recorded, too few for velocities: the flow alone "
                "is shown. Take fewer steps."
            ).format(stride=self.frame.history.stride)
        if is_noisy(self._experiment):
            return self.tr("Noise and minibatches kick the ball: its energy need not fall.")
        return self._law(motion)

    def _law(self, motion: Motion) -> str:
        if motion.kind == "descent":
            return self.tr(
                "Gradient descent has no mass and so no kinetic energy: it never has the speed to "
                "climb a hill. L falls at the rate ‖∇L‖²."
            )
        _, (friction,) = motion.pace(np.zeros(1))
        if friction == 0:
            return self.tr(
                "Without friction the ball never settles. Its energy wavers with the size of the "
                "steps, but does not drift."
            )
        if "learning_rate" in motion.run.schedules:
            return self.tr(
                "Friction takes λ‖θ′‖² a second. Where the learning rate changes, the velocity "
                "of the run jumps, and its energy with it."
            )
        return self.tr(
            "Friction {friction:.3g} takes λ‖θ′‖² a second; the ball settles when too little is "
            "left to cross a hill."
        ).format(friction=friction)


def _balance_of_run(motion: Motion, rows: _Rows) -> Balance:
    energies = energies_of_run(motion, rows.positions, rows.losses, rows.gradients)
    every = -(-len(rows.losses) // MOST_DRAWN)
    return Balance(energies.every(every), rows.positions[:, ::every], every)


def _part_of_flow(key: FlowKey, wanted: Wanted) -> _FlowPart | None:
    path, motion = key.follow(wanted), motion_of(key.run)
    if path is None or isinstance(motion, str):
        return None
    energies = energies_of_flow(path, has_mass=motion.kind == "ball")
    levels = None
    if energies.has_mass and len(path.positions) == 1:
        low, high = float(path.positions.min()), float(path.positions.max())
        room = AROUND * (high - low)
        most = float(energies.total[0])
        levels = level_lines(key.placed(), low - room, high + room, most)
    return _FlowPart(Balance(energies, path.positions), levels)
