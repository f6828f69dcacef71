"""Lets the enabled runs race in a thread of their own, and gives them what was found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from gui.language import explained, translated
from gui.panels.race_bar import RaceBar
from gui.studies.study import Sources, Study
from gui.theme import run_style
from gui.views.race.plot import Entrant
from gui.views.race.view import RaceView
from gui.worker.background import Background, Wanted, Work
from simulation.engine.interruption import Cancelled
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.maps.race import race
from simulation.maps.race_rules import Finish, Race, Watch
from simulation.maps.race_search import TUNED

POLL_MILLISECONDS = 50
TOPIC = "race"


@dataclass
class _Follower:
    """What the thread of a race tells while it runs; the window reads it now and then."""

    share: float = 0.0
    finishes: list[Finish] = field(default_factory=list)

    def follow(self, share: float) -> None:
        self.share = share


class RaceStudy(Study):
    """Holds the latest race and its result."""

    def __init__(self, page: RaceView, bar: RaceBar, sources: Sources) -> None:
        super().__init__(page, sources)
        self._view, self._bar = page, bar
        # Of its own: a race may take minutes, and the other pages share theirs.
        self._take(Background(self))
        self._follower = _Follower()
        self._race: Race | None = None
        self._result: list[Finish] = []
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MILLISECONDS)
        self._poll.timeout.connect(self._show_progress)
        bar.start_wanted.connect(self._start)
        bar.stop_wanted.connect(self._stop)
        bar.use_wanted.connect(self._use)
        bar.export_wanted.connect(self._export)
        bar.refused.connect(self.refused.emit)
        page.widen_wanted.connect(self._widen)

    @property
    def running(self) -> bool:
        """Whether a race is on."""
        return self._poll.isActive()

    @property
    def result(self) -> list[Finish]:
        """The ranking, the best first; empty before there is one."""
        return list(self._result)

    def show_experiment(self, experiment: Experiment) -> None:
        if self.running:
            return
        if not self._result:
            self._invite(experiment)
            return
        fitting = self._race is not None and _essence(self._race.experiment) == _essence(experiment)
        self._bar.set_usable(usable=fitting, exportable=True)
        if fitting:
            unsure = [each for each in self._result if each.edges]
            self._view.set_note(self._told(unsure), widen=bool(unsure))
        else:
            self._view.set_note(
                self.tr("The experiment is another one since; race again to compare its runs.")
            )

    def _told(self, unsure: list[Finish]) -> str:
        """What the ranking rests on, and for whom the ranges were too narrow."""
        assert self._race is not None
        told = self.tr("{runs} final losses each; every optimizer tried {budget} values.").format(
            runs=self._result[0].runs, budget=self._race.budget
        )
        if unsure:
            pattern = self.tr("Best value at the edge of the range: {names}.")
            names = ", ".join(each.style.label for each in self._entrants(unsure))
            told += " " + pattern.format(names=names)
        return told

    def inherit(self, old: Study) -> None:
        """Take over what a study that ends was set to, its ranking and a race that is on."""
        assert isinstance(old, RaceStudy)
        self._bar.set_effort(old._bar.effort)
        self._race, self._result, self._follower = old._race, old._result, old._follower
        mine, theirs = self._background, old._background
        for background in (mine, theirs):
            background.answered.disconnect()
            background.failed.disconnect()
        old._take(mine)
        self._take(theirs)
        if old.running:
            old._poll.stop()
            self._bar.set_running(running=True)
            self._poll.start()
        elif self._result:
            self._view.set_entrants(self._entrants(self._result))

    def _take(self, background: Background) -> None:
        """Let races run in this thread."""
        self._background = background
        background.setParent(self)
        background.answered.connect(self._show_result)
        background.failed.connect(self._show_failure)

    def close(self) -> None:
        """End the race and its thread."""
        self._poll.stop()
        self._background.shutdown()

    @Slot()
    def _start(self) -> None:
        effort = self._bar.effort
        try:
            race_ = Race(
                self.sources.session.experiment,
                budget=effort["budget"],
                starts=effort["starts"],
                seeds=effort["seeds"],
            )
        except InputError as error:
            self.refused.emit(explained(error))
            return
        self._begin(race_)

    @Slot()
    def _widen(self) -> None:
        """Race again, with as much effort, over wider ranges where that may help."""
        if self._race is not None and self._result:
            experiment = self.sources.session.experiment
            self._begin(replace(self._race.widened(self._result), experiment=experiment))

    def _begin(self, race_: Race) -> None:
        self._race, self._result = race_, []
        self._follower = _Follower()
        self._bar.set_running(running=True)
        self._bar.set_usable(usable=False, exportable=False)
        self._view.set_note("")
        self._show_progress()
        self._background.ask(TOPIC, _work(race_, self._follower))
        self._poll.start()

    @Slot()
    def _stop(self) -> None:
        self._background.drop(TOPIC)
        self._end()
        self._view.set_status(self.tr("Stopped. Start the race again for a ranking."))

    def _end(self) -> None:
        self._poll.stop()
        self._bar.set_running(running=False)

    def _invite(self, experiment: Experiment) -> None:
        """Say who would take part."""
        names = [translated(run.title) for run in experiment.runs if run.enabled]
        if not names:
            text = self.tr("No run is enabled; enable those that shall take part.")
        elif len(names) == 1:
            text = self.tr("Only {names} is enabled: add runs to compare it with.")
        else:
            text = self.tr("Taking part: {names}. Values of their learning rates are replaced.")
        self._view.set_status(text.format(names=", ".join(names)))

    @Slot()
    def _show_progress(self) -> None:
        self._bar.set_progress(self._follower.share)
        known = list(self._follower.finishes)
        if known:
            self._view.set_entrants(self._entrants(sorted(known, key=lambda f: f.standing)))
        else:
            self._view.set_status(self.tr("The first optimizer is searching for its best values…"))

    @Slot(str, object)
    def _show_result(self, _topic: str, result: list[Finish]) -> None:
        self._end()
        self._result = result
        self._view.set_entrants(self._entrants(result))
        self.show_experiment(self.sources.session.experiment)

    @Slot(str, object)
    def _show_failure(self, _topic: str, error: Exception) -> None:
        self._end()
        self._view.set_status(explained(error))

    def _entrants(self, finishes: list[Finish]) -> list[Entrant]:
        assert self._race is not None
        runs = self._race.experiment.runs
        return [
            Entrant(each, run_style(each.run, _name(run.with_values(each.values)), run.colour))
            for each, run in ((finish, runs[finish.run]) for finish in finishes)
        ]

    @Slot()
    def _use(self) -> None:
        """Give the runs their values, all at once."""
        session = self.sources.session
        experiment = session.experiment
        for finish in self._result:
            run = experiment.runs[finish.run].with_values(finish.values)
            experiment = experiment.with_run(finish.run, run)
        session.seal()
        session.edit(experiment)
        session.seal()
        self.noticed.emit(self.tr("Every run has its best values now; undo takes them back."))

    @Slot()
    def _export(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self.page, self.tr("Export the race"), "race.csv", self.tr("Table (*.csv)")
        )
        if name:
            result, path = self.result, Path(name)
            self.ask("export", lambda _wanted: _write(result, path), self._exported)

    def _exported(self, path: Path) -> None:
        self.noticed.emit(self.tr("Exported {path}").format(path=path))


def _work(race_: Race, follower: _Follower) -> Work:
    """The race, for the thread that runs it."""

    def work(wanted: Wanted) -> list[Finish] | None:
        import torch

        torch.set_num_threads(1)  # tensors are small: more threads only wait for each other
        try:
            return race(race_, Watch(follower.finishes.append, follower.follow, wanted))
        except Cancelled:
            return None  # nobody waits for it

    return work


def _write(result: list[Finish], path: Path) -> Path:
    from simulation.maps.race_table import write_csv

    write_csv(result, path)
    return path


def _name(run: Any) -> str:
    """The run's label; without one its optimizer: its values stand beside it."""
    return translated(run.label or run.declaration.name)


def _essence(experiment: Experiment) -> Experiment:
    """The experiment without what a race replaces or does not look at."""
    runs = tuple(
        replace(
            run,
            label="",
            colour="",
            hyperparameters={
                name: value for name, value in run.hyperparameters.items() if name not in TUNED
            },
        )
        for run in experiment.runs
    )
    return replace(experiment, runs=runs, title="")
