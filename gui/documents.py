"""Opening, saving and exporting: the dialogs and what can go wrong with files."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from gui.language import explained, translated
from gui.session import Session
from gui.settings import Settings
from simulation.datasets import AIRFOIL_FILE, keep_airfoil
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.objectives.catalog import OBJECTIVES
from simulation.optimizers import consent
from simulation.optimizers.consent import ConsentNeeded
from simulation.presets import load_experiment

EXPERIMENT_FILTER = "Momentum Lab (*.toml)"
TABLE_FILTER = "CSV (*.csv);;Parquet (*.parquet)"
LONGEST_NAME = 80
"""Letters of a file's name that is proposed."""


class Documents(QObject):
    """Asks for files and tells what came of it; never raises for what a user chose."""

    problem = Signal(str)
    """A sentence about what could not be done."""
    notice = Signal(str)
    """A sentence about what was done."""
    export_wanted = Signal(object, object)
    """Path to write the trajectories to, and a range of steps, ``None`` for all."""
    data_chosen = Signal()
    """The airfoil data is there now."""

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window

    @Slot()
    def open_file(self) -> None:
        """Ask for an experiment file and open it."""
        path = self.ask_open(self.tr("Open an experiment"), EXPERIMENT_FILTER)
        if path:
            self.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open an experiment file, or say why not."""
        experiment = self.read(path)
        if experiment is not None:
            self._session.open(experiment, path)
            self._settings.add_recent_file(path)

    def read(self, path: Path) -> Experiment | None:
        """Read an experiment file, asking before it has code imported; or say why not."""
        try:
            return load_experiment(path)
        except ConsentNeeded as wanted:
            if self.ask_consent(wanted.path):
                consent.allow(wanted.path)
                return self.read(path)
            sentence = self.tr("{file} was not opened: it needs {path}, which is not allowed.")
            self.problem.emit(sentence.format(file=path.name, path=wanted.path))
        except InputError as error:
            self.problem.emit(explained(error))
        return None

    def open_dropped(self, paths: Sequence[Path]) -> None:
        """Open what was dropped on the window: an experiment, or the airfoil data."""
        for path in paths:
            if path.suffix == ".dat":
                self._keep_data(path)
            else:
                self.open_path(path)

    @Slot()
    def save(self) -> bool:
        """Save to the document's file, asking for one if there is none."""
        if self._session.path is None:
            return self.save_as()
        return self._save(self._session.path)

    @Slot()
    def save_as(self) -> bool:
        """Ask for a file and save to it; return whether it is saved."""
        path = self._ask_experiment_file(self._session.experiment, self._session.path)
        return path is not None and self._save(path)

    @Slot()
    def save_left(self) -> None:
        """Ask for a file and save to it the unsaved changes that were opened over last."""
        for experiment in self._session.left[-1:]:
            path = self._ask_experiment_file(experiment)
            if path is not None:
                self._write(self._session.save_left, path)

    @Slot()
    def export_table(self) -> None:
        """Ask for a CSV or Parquet file to write the trajectories to."""
        path = self.ask_save(
            self.tr("Export trajectories"), "trajectories.csv", TABLE_FILTER, ".csv"
        )
        if path is not None:
            self.export_to(path)

    def export_steps(self, steps: range) -> None:
        """Ask for a file to write some steps of the trajectories to."""
        title = self.tr("Export steps {first} to {last}")
        path = self.ask_save(
            title.format(first=f"{steps[0]:,}", last=f"{steps[-1]:,}"),
            f"steps-{steps[0]}-{steps[-1]}.csv",
            TABLE_FILTER,
            ".csv",
        )
        if path is not None:
            self.export_to(path, steps)

    def export_to(self, path: Path, steps: range | None = None) -> None:
        """Have the trajectories written to ``path``, or say why that cannot be."""
        from simulation.export.targets import check_sidecars, check_target

        try:
            check_target(path, self._session.path)
            check_sidecars([path], self._session.experiment)
        except InputError as error:
            self.problem.emit(explained(error))
        else:
            self.export_wanted.emit(path, steps)

    @Slot()
    def choose_data(self) -> None:
        """Ask for the airfoil data file and keep a copy of it."""
        path = self.ask_open(self.tr("Choose the airfoil data file"), f"{AIRFOIL_FILE} (*.dat)")
        if path is not None:
            self._keep_data(path)

    def _keep_data(self, path: Path) -> None:
        try:
            keep_airfoil(path)
        except InputError as error:
            self.problem.emit(explained(error))
        else:
            self.notice.emit(self.tr("The airfoil data is kept for the next time too."))
            self.data_chosen.emit()

    def may_close(self) -> bool:
        """Whether the window may go: nothing to lose, saved now, or given up knowingly."""
        if not self._unsaved():
            return True
        answer = self.ask_to_save()
        if answer == QMessageBox.StandardButton.Save:
            return self._save_all()
        return answer == QMessageBox.StandardButton.Discard

    def _unsaved(self) -> list[Experiment]:
        """What closing would lose, the latest first."""
        shown = [self._session.experiment] if self._session.dirty else []
        return [*shown, *reversed(self._session.left)]

    def _save_all(self) -> bool:
        """Save what is shown and, showing each, what was opened over; whether all is saved."""
        if self._session.dirty and not self.save():
            return False
        while self._session.go_to_left():
            if not self.save():
                return False
        return True

    def ask_open(self, title: str, kinds: str) -> Path | None:
        """Ask for a file to read."""
        path, _ = QFileDialog.getOpenFileName(self._window, title, self._folder(), kinds)
        return Path(path) if path else None

    def ask_save(self, title: str, name: str, kinds: str, suffix: str) -> Path | None:
        """Ask for a file to write; one named without a suffix gets ``suffix``."""
        proposal = str(Path(self._folder()) / name)
        path, _ = QFileDialog.getSaveFileName(self._window, title, proposal, kinds)
        if not path:
            return None
        return Path(path) if Path(path).suffix else Path(path + suffix)

    def ask_consent(self, path: str) -> bool:
        """Ask whether the optimizer class at this import path may be imported."""
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Run code of others?"))
        box.setText(self.tr("This experiment uses the optimizer {path}.").format(path=path))
        box.setInformativeText(
            self.tr(
                "It is not part of Momentum Lab. Importing it runs its code, which can do all "
                "that you can do on this computer. Allow it only if you trust where it is from."
            )
        )
        allow = box.addButton(self.tr("Allow"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        allowed = box.clickedButton() is allow
        box.deleteLater()
        return allowed

    def ask_to_save(self) -> QMessageBox.StandardButton:
        """Ask what to do with changes that are not saved."""
        buttons = QMessageBox.StandardButton
        text = self.tr("The experiment has changes that are not saved.")
        if self._session.left:
            names = ", ".join(f"“{title_of(experiment)}”" for experiment in self._unsaved())
            text = self.tr("These have changes that are not saved: {names}.").format(names=names)
        return QMessageBox.question(
            self._window,
            self.tr("Save the experiment?"),
            text,
            buttons.Save | buttons.Discard | buttons.Cancel,
            buttons.Save,
        )

    def _ask_experiment_file(self, experiment: Experiment, path: Path | None = None) -> Path | None:
        """Ask where to save an experiment, whose file so far is ``path``."""
        name = path.name if path else file_name_of(experiment)
        return self.ask_save(self.tr("Save the experiment"), name, EXPERIMENT_FILTER, ".toml")

    def _folder(self) -> str:
        return str(self._session.path.parent) if self._session.path else ""

    def _save(self, path: Path) -> bool:
        return self._write(self._session.save, path)

    def _write(self, save: Callable[[Path], None], path: Path) -> bool:
        try:
            save(path)
        except InputError as error:
            self.problem.emit(explained(error))
            return False
        self._settings.add_recent_file(path)
        self.notice.emit(self.tr("Saved {path}").format(path=path))
        return True


def title_of(experiment: Experiment) -> str:
    """What an experiment is called: its title, or else its objective's name."""
    return translated(experiment.title or OBJECTIVES[experiment.objective.id].name)


def file_name_of(experiment: Experiment) -> str:
    """What its file is called at first: its title, without what no name of a file may hold."""
    name = re.sub(r'[\x00-\x1f\s<>:"/\\|?*]+', " ", title_of(experiment))
    return (name.strip(" .")[:LONGEST_NAME] or "experiment") + ".toml"
