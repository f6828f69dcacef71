"""Brings the map what it shows: one run from every cell, computed while the page is seen."""

from __future__ import annotations

from pathlib import Path as FilePath

from PySide6.QtCore import QElapsedTimer, QTimer, Slot
from PySide6.QtGui import QKeySequence

from gui.frames import Landscape
from gui.language import explained
from gui.panels.map_bar import MapBar, MapChoice
from gui.studies.map_cells import alike, alone, maps_of, path_of, with_cell
from gui.studies.map_files import ask_where, write
from gui.studies.map_jobs import Jobs
from gui.studies.map_pace import (
    FIRST_POLL_MILLISECONDS,
    LATER_MILLISECONDS,
    POLL_MILLISECONDS,
    MapPace,
)
from gui.studies.map_panes import lay_out, runs_of_panes, show_dots
from gui.studies.map_pictures import Picture, known_metrics, painted, told
from gui.studies.map_theory import TheoryOverlay
from gui.studies.study import Sources, Study
from gui.views.map.pane import Ranges
from gui.views.map.preview import Path
from gui.views.map.view import MapView
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.maps.keys import keys
from simulation.maps.metrics import METRICS
from simulation.maps.specification import Map


class MapStudy(Study):
    """Computes the map of the selected run, or of all, for what the view shows."""

    def __init__(self, page: MapView, bar: MapBar, sources: Sources) -> None:
        super().__init__(page, sources)
        self._view, self._bar = page, bar
        self._jobs = Jobs()
        self._ranges: Ranges | None = None
        self._choice: MapChoice | None = None
        self._indices: list[int] = []
        """Whose run each pane's map is."""
        self._theory = TheoryOverlay(page, self.ask)
        self._painting = self._stale = self._first = self._laid_out = False
        self._left = False
        """Whether cells are missing only because the page was not seen."""
        self._clock, self._pace = QElapsedTimer(), MapPace()
        self._poll = QTimer(self)
        self._poll.timeout.connect(self._show_progress)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._compute)
        bar.changed.connect(self._choose)
        bar.whole_wanted.connect(self._show_whole)
        page.stop_wanted.connect(self._stop)
        bar.export_wanted.connect(self._export)
        page.range_wanted.connect(self._show_range)
        page.hovered.connect(self._point_at)
        page.chosen.connect(self._add)

    # --- what is shown ----------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._bar.set_keys(keys(alone(experiment, self.run)))
        if not self._later.isActive():
            self._later.start(self._pace.until_next_map)
        self._show_dots()

    def show_landscape(self, landscape: Landscape) -> None:
        self._view.preview.set_landscape(landscape)

    def inherit(self, old: Study) -> None:
        """Take over the maps of a study that ends, whether they are complete or not."""
        assert isinstance(old, MapStudy)
        if old._bar.choice is not None:
            self._bar.set_choice(old._bar.choice)
        self._jobs, old._jobs = old._jobs, self._jobs
        self._ranges, self._choice, self.run = old._ranges, old._choice, old.run
        self._clock, self._left = old._clock, old._left

    def leave(self) -> None:
        self._later.stop()
        if self._jobs.running:
            self._left = True
            self._stop()

    def close(self) -> None:
        """End all threads."""
        self._later.stop()
        self._poll.stop()
        self._jobs.close()

    @Slot()
    def _compute(self) -> None:
        """Begin the maps that are wanted, unless they are those there are."""
        choice = self._bar.choice
        if choice is None or not self.page.isVisible():
            return
        self._pace.compute()
        try:
            experiment = self.sources.session.experiment
            runs = runs_of_panes(experiment, self.run, side_by_side=choice.side_by_side)
            wanted = maps_of(experiment, runs, choice, self._ranges)
        except InputError as error:
            self._refuse(error)
            return
        self._choice, maps = choice, list(wanted.values())
        there = alike([job.map for job in self._jobs], maps) and not self._jobs.error
        if not there:
            self._jobs.replace(maps)
            self._clock.start()
            self._left = False
        if not there or not self._laid_out:
            whole = maps_of(experiment, list(wanted), choice, None)
            self._lay_out(wanted, whole)
        else:
            self._show_theory()
            self._repaint()
        if there and self._left:
            self._resume()

    def _resume(self) -> None:
        """Go on with what was left when the page was seen no more."""
        if self._jobs.can_resume:
            self._left = False
            self._jobs.resume()
            self._poll.start(POLL_MILLISECONDS)
        elif self._jobs.done < self._jobs.cells:
            self._later.start(LATER_MILLISECONDS)  # a thread is still at its last tile

    def _lay_out(self, maps: dict[int, Map], whole: dict[int, Map]) -> None:
        """Make room for maps, by the run of each, and wait for their cells."""
        experiment = self.sources.session.experiment
        lay_out(self._view, experiment, maps, whole, keep_view=self._ranges is not None)
        self._indices = list(maps)
        self._theory.forget()
        self._laid_out = self._first = True
        self._show_dots()
        self._pace.lay_out()
        self._poll.start(FIRST_POLL_MILLISECONDS)

    @Slot()
    def _show_progress(self) -> None:
        """Paint what has come since; goes on until all is there."""
        jobs = self._jobs
        jobs.go_on()
        running = jobs.running
        if not running or (jobs.done and self._pace.may_paint):
            self._repaint()
        if not self._pace.may_tell and running:
            return
        self._bar.set_running(running=running)
        seconds = self._clock.elapsed() / 1000 if running else jobs.seconds
        if len(jobs):
            self._view.set_progress(jobs.done, jobs.cells, seconds, running=running)
        if not running:
            self._poll.stop()
            if jobs.error is not None:
                self._refuse(jobs.error)

    def _refuse(self, error: Exception) -> None:
        """Show why there is no map, and none: an old one would have other axes.

        Of a range that was zoomed to, the bar tells: the user can go back.
        """
        if self._ranges is not None and self._jobs.error is None:
            self.refused.emit(explained(error))
            return
        self._jobs.replace([])
        self._view.set_problem(explained(error))

    def _offer(self, known: list[str]) -> None:
        """Offer the metrics that there are."""
        self._bar.set_known(known)
        choice = self._bar.choice
        if choice is not None and choice != self._choice:
            self._choose(choice)

    def _repaint(self) -> None:
        """Have what is known painted in the background, one picture at a time."""
        if self._choice is None or not len(self._jobs):
            return
        if self._painting:
            self._stale = True
            return
        self._painting, self._stale = True, False
        self._pace.paint()
        jobs, metric = list(self._jobs), METRICS[self._choice.metric]
        self.ask("paint", lambda _wanted: painted(jobs, metric), self._lay_cells, self._not_painted)

    def _not_painted(self) -> None:
        """A picture has failed, which is told: the next one may be better."""
        self._painting = False

    def _lay_cells(self, picture: Picture) -> None:
        self._painting = False
        self._pace.painted()
        jobs = list(self._jobs)
        if self._first and jobs:  # what waits for nothing may wait for the first picture
            self._first = False
            self._poll.setInterval(POLL_MILLISECONDS)
            map_ = jobs[0].map
            self._show_theory()
            self.ask("known", lambda _wanted: known_metrics(map_), self._offer)
        if [id(job) for job in jobs] == picture.jobs:
            for pane, (image, stride) in zip(self._view.panes, picture.images, strict=False):
                pane.set_cells(image, stride)
            self._view.scale.set_scale(picture.colouring, list(picture.words.items()))
        else:
            self._stale = True
        if self._stale:
            self._repaint()

    def _show_theory(self) -> None:
        wanted = self._choice is not None and self._choice.theory
        self._theory.show([job.map for job in self._jobs] if wanted else [])

    def _show_dots(self) -> None:
        if not len(self._jobs):
            return
        experiment, map_ = self.sources.session.experiment, self._jobs[0].map
        show_dots(self._view, experiment, map_, self._indices, self.run)

    # --- what the user does -----------------------------------------------------------------

    @Slot(object)
    def _choose(self, choice: MapChoice) -> None:
        before = self._choice
        if before is None or (before.x, before.y) != (choice.x, choice.y):
            self._ranges = None
        self._choice = choice
        self._compute()

    @Slot()
    def _show_whole(self) -> None:
        self._ranges = None
        self._view.fit()
        self._compute()

    @Slot(object)
    def _show_range(self, ranges: Ranges) -> None:
        self._ranges = ranges
        self._compute()

    @Slot()
    def _stop(self) -> None:
        self._jobs.stop()
        self._show_progress()

    @Slot(int, int, int)
    def _point_at(self, pane: int, row: int, column: int) -> None:
        """Tell of the cell under the mouse, and show where its run goes."""
        if row < 0 or pane >= len(self._jobs):
            self._view.set_readout(())
            self._view.preview.set_path(None)
            return
        job = self._jobs[pane]
        if self._choice is not None:
            metric = METRICS[self._choice.metric]
            self._view.set_readout(told(job, row, column, metric), pane)
        self.ask("preview", lambda wanted: path_of(job.map, row, column, wanted), self._preview)

    def _preview(self, path: Path | None) -> None:
        self._view.preview.set_path(path)

    @Slot(int, int, int)
    def _add(self, pane: int, row: int, column: int) -> None:
        """Make the run of a cell one of the experiment's."""
        session = self.sources.session
        before = len(session.experiment.runs)
        try:
            session.edit(with_cell(session.experiment, self._jobs[pane].map, row, column))
        except InputError as error:
            self.refused.emit(explained(error))
            return
        session.seal()
        if len(session.experiment.runs) > before:
            pattern = self.tr("Added as run {number}; {keys} takes it back.")
        else:
            pattern = self.tr("The experiment has these values now; {keys} takes it back.")
        keys = QKeySequence(QKeySequence.StandardKey.Undo)
        text = keys.toString(QKeySequence.SequenceFormat.NativeText)
        self.noticed.emit(pattern.format(number=before + 1, keys=text))

    @Slot()
    def _export(self) -> None:
        if not len(self._jobs) or self._choice is None:
            return
        path = ask_where(self.page)
        if path is not None:
            job, metric = self._jobs[0], self._choice.metric
            self.ask("export", lambda _wanted: write(job, metric, path), self._exported)

    def _exported(self, path: FilePath) -> None:
        self.noticed.emit(self.tr("Exported {path}").format(path=path))
