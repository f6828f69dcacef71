"""Brings the leaky averages and the velocity at the cursor to their page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot

from gui.frames import Frame
from gui.language import translated
from gui.studies.study import Sources, Study
from gui.theme import run_style
from gui.views.theory.averages import AveragesView
from simulation.errors import InputError
from simulation.experiment import Experiment, Run
from simulation.optimizers.base import LEARNING_RATE, MOMENTUM
from simulation.theory.averages import leaky_average, read_momenta
from simulation.theory.velocity import Contributions, PastGradients


class AveragesStudy(Study):
    """Weights as asked for, and over the gradients of the selected run."""

    def __init__(self, page: AveragesView, sources: Sources) -> None:
        super().__init__(page, sources)
        self._view = page
        self._past = PastGradients()
        page.choice_changed.connect(self._on_choice)

    def show_experiment(self, experiment: Experiment) -> None:
        self._show_averages(experiment)

    def show_frame(self, frame: Frame) -> None:
        del frame
        self._ask_contributions()

    def show_cursor(self, step: int) -> None:
        del step
        self._ask_contributions()

    @Slot()
    def _on_choice(self) -> None:
        self._show_averages(self.sources.session.experiment, by_hand=True)
        self._ask_contributions()

    def _show_averages(self, experiment: Experiment, *, by_hand: bool = False) -> None:
        run = experiment.runs[self.run]
        if self._view.controls.follows_run:
            self._follow(run)
        choice = self._view.controls.choice
        try:
            momenta = read_momenta(choice.momenta)
        except InputError as error:
            if by_hand:  # else it was told when it was typed
                self.refused.emit(translated(error.sentence))
            return
        averages = [leaky_average(m, choice.steps, averaged=choice.averaged) for m in momenta]
        self._view.set_averages(averages, run.hyperparameters.get(LEARNING_RATE.name))

    def _follow(self, run: Run) -> None:
        """Take the run's own momentum, if it has one."""
        momentum = run.hyperparameters.get(MOMENTUM.name)
        if momentum is not None:
            self._view.controls.set_choice(
                replace(self._view.controls.choice, momenta=f"{momentum:g}")
            )

    def _ask_contributions(self) -> None:
        frame = self.frame
        if frame is None or self.run >= len(frame.experiment.runs):
            return
        experiment, run = frame.experiment, self.run
        step = min(self.sources.playback.cursor, max(frame.computed, 0))
        count = self._view.controls.choice.steps
        if not experiment.runs[run].enabled:
            self._show((experiment, run, None))
            return
        self.ask(
            "contributions",
            lambda wanted: (
                experiment,
                run,
                self._past.contributions(experiment, run, step, count, wanted),
            ),
            self._show,
        )

    def _show(self, answer: tuple[Experiment, int, Contributions | None]) -> None:
        experiment, place, contributions = answer
        run = experiment.runs[place]
        why = ""
        if not run.enabled:
            why = self.tr("This run is switched off; tick it to compute it.")
        elif contributions is None:
            words = self.tr(
                "{optimizer} keeps no running sum of gradients alone; choose a run with momentum."
            )
            why = words.format(optimizer=translated(run.declaration.name))
        self._view.set_contributions(contributions, run_style(place, run.title, run.colour), why)
