"""Brings the map what it shows: one run from every cell, computed while the page is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Any

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFileDialog

from gui.frames import Landscape
from gui.language import explained, translated
from gui.panels.map_bar import MapBar, MapChoice, key_title
from gui.studies.map_cells import (
    alike,
    alone,
    axis_of,
    dots_of,
    path_of,
    with_cell,
)
from gui.studies.map_jobs import Jobs, write
from gui.studies.map_pictures import Picture, painted
from gui.studies.map_theory import theory_lines
from gui.studies.study import Sources, Study
from gui.theme import run_style
from gui.views.map.pane import Ranges
from gui.views.map.preview import Path
from gui.views.map.view import MapView
from simulation.errors import InputError
from simulation.experiment import Experiment
from simulation.maps.keys import keys
from simulation.maps.metrics import METRICS, OUTCOMES, is_known
from simulation.maps.specification import Map

MOST_PANES = 4
POLL_MILLISECONDS = 40
LATER_MILLISECONDS = 60
"""How long edits rest before the map is computed anew."""
Wanted = Callable[[], bool]


class MapStudy(Study):
    """Computes the map of the selected run, or of all, for what the view shows."""

    def __init__(self, page: MapView, bar: MapBar, sources: Sources) -> None:
        super().__init__(page, sources)
        self._view, self._bar = page, bar
        self._jobs = Jobs()
        self._ranges: Ranges | None = None
        self._choice: MapChoice | None = None
        self._painting = self._stale = False
        self._poll = QTimer(self)
        self._poll.setInterval(POLL_MILLISECONDS)
        self._poll.timeout.connect(self._show_progress)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MILLISECONDS)
        self._later.timeout.connect(self._compute)
        bar.changed.connect(self._choose)
        bar.whole_wanted.connect(self._show_whole)
        bar.stop_wanted.connect(self._stop)
        bar.export_wanted.connect(self._export)
        page.range_wanted.connect(self._show_range)
        page.hovered.connect(self._point_at)
        page.chosen.connect(self._add)
        sources.controller.landscape_changed.connect(self._show_landscape)

    # --- what is shown ----------------------------------------------------------------------

    def show_experiment(self, experiment: Experiment) -> None:
        self._bar.set_keys(keys(alone(experiment, self.run)))
        self._later.start()
        self._show_dots()

    def leave(self) -> None:
        self._later.stop()
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
        try:
            wanted = self._maps(choice)
        except InputError as error:
            self.refused.emit(explained(error))
            return
        self._choice, maps = choice, list(wanted.values())
        if alike([job.map for job in self._all()], maps) and not self._jobs.error:
            self._repaint()
            return
        known = [name for name, metric in METRICS.items() if is_known(metric, maps[0])]
        self._bar.set_known(known)
        self._jobs.replace(maps)
        self._view.set_panes(len(maps))
        names = key_title(maps[0].x_key), key_title(maps[0].y_key)
        for pane, map_ in zip(self._view.panes, maps, strict=True):
            pane.set_axes(map_.x, map_.y, names, keep_view=self._ranges is not None)
        runs = self.sources.session.experiment.runs
        for pane, index in zip(self._view.panes, wanted, strict=True):
            style = run_style(index, runs[index].title, runs[index].colour)
            pane.set_run(style if len(maps) > 1 else None)
        self._show_dots()
        self._show_theory()
        self._view.set_readout(())
        self._poll.start()

    def _maps(self, choice: MapChoice) -> dict[int, Map]:
        """What is to be computed, by the run it is of."""
        experiment, made = self.sources.session.experiment, {}
        ranges = self._ranges or (None, None)
        for index in self._wanted_runs(choice):
            bare = alone(experiment, index)
            found = {key.key: key for key in keys(bare)}
            if choice.x in found and choice.y in found:  # else this run has no such map
                x = axis_of(found[choice.x], ranges[0], choice.resolution)
                y = axis_of(found[choice.y], ranges[1], choice.resolution)
                made[index] = Map(bare, x, y)
        return made

    def _wanted_runs(self, choice: MapChoice) -> list[int]:
        """The selected run; with it, if they are wanted, the other enabled ones."""
        runs = self.sources.session.experiment.runs if choice.side_by_side else ()
        others = [i for i, run in enumerate(runs) if run.enabled and i != self.run]
        return sorted([self.run, *others[: MOST_PANES - 1]])

    def _all(self) -> list[Any]:
        return [self._jobs[place] for place in range(len(self._jobs))]

    @Slot()
    def _show_progress(self) -> None:
        """Paint what has come since; goes on until all is there."""
        jobs = self._jobs
        jobs.go_on()
        self._repaint()
        running = jobs.running
        self._bar.set_running(running=running)
        self._view.set_progress(jobs.done, jobs.cells, jobs.seconds, running=running)
        if not running:
            self._poll.stop()
            if jobs.error is not None:
                self.refused.emit(explained(jobs.error))

    def _repaint(self) -> None:
        """Have what is known painted in the background, one picture at a time."""
        if self._choice is None or not len(self._jobs):
            return
        if self._painting:
            self._stale = True
            return
        self._painting, self._stale = True, False
        jobs, metric = self._all(), METRICS[self._choice.metric]
        self.ask("paint", lambda _wanted: painted(jobs, metric), self._lay_cells)

    def _lay_cells(self, picture: Picture) -> None:
        self._painting = False
        jobs = self._all()
        if [id(job) for job in jobs] == picture.jobs:
            for pane, image in zip(self._view.panes, picture.images, strict=False):
                pane.set_cells(image)
            self._view.scale.set_scale(picture.colouring, list(picture.words.items()))
        else:
            self._stale = True
        if self._stale:
            self._repaint()

    def _show_theory(self) -> None:
        choice = self._choice
        for pane in self._view.panes:
            pane.set_theory(())
        if choice is None or not choice.theory:
            return
        maps = [job.map for job in self._all()]

        def work(wanted: Wanted) -> list[Any]:
            return [theory_lines(map_, map_.x, map_.y) for map_ in maps if wanted()]

        self.ask("theory", work, self._lay_theory)

    def _lay_theory(self, lines: list[Any]) -> None:
        for pane, found in zip(self._view.panes, lines, strict=False):
            pane.set_theory(found)

    def _show_dots(self) -> None:
        if len(self._jobs):
            map_ = self._jobs[0].map
            dots = dots_of(self.sources.session.experiment, (map_.x, map_.y))
            for pane in self._view.panes:
                pane.set_dots(dots)

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
        map_, results = job.map, job.results
        lines = [
            (key_title(map_.x_key), f"{map_.x_values[column]:.6g}"),
            (key_title(map_.y_key), f"{map_.y_values[row]:.6g}"),
        ]
        if results.done[row, column] and self._choice is not None:
            outcome = OUTCOMES[int(results.columns["outcome"][row, column])]
            metric = METRICS[self._choice.metric]
            value = results.columns[metric.name][row, column]
            if metric.name != "outcome":
                lines.append((translated(metric.title), f"{value:.6g}"))
            lines.append((translated(METRICS["outcome"].title), translated(outcome)))
        self._view.set_readout(lines)
        self.ask("preview", lambda wanted: path_of(map_, row, column, wanted), self._preview)

    def _preview(self, path: Path | None) -> None:
        self._view.preview.set_path(path)

    @Slot(int, int, int)
    def _add(self, pane: int, row: int, column: int) -> None:
        """Make the run of a cell one of the experiment's."""
        session = self.sources.session
        try:
            session.edit(with_cell(session.experiment, self._jobs[pane].map, row, column))
        except InputError as error:
            self.refused.emit(explained(error))

    @Slot(object)
    def _show_landscape(self, landscape: Landscape) -> None:
        self._view.preview.set_landscape(landscape)

    @Slot()
    def _export(self) -> None:
        if not len(self._jobs) or self._choice is None:
            return
        name, _ = QFileDialog.getSaveFileName(
            self.page,
            self.tr("Export the map"),
            "map.csv",
            self.tr("Table (*.csv *.parquet);;Picture (*.png)"),
        )
        if name:
            job, metric = self._jobs[0], self._choice.metric
            self.ask("export", lambda _wanted: write(job, metric, FilePath(name)), self._exported)

    def _exported(self, path: FilePath) -> None:
        self.noticed.emit(self.tr("Exported {path}").format(path=path))
