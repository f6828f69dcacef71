"""Making room for maps in the view, and putting the runs on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gui.language import translated
from gui.panels.map_bar import key_title
from gui.studies.map_cells import dots_of
from gui.theme import run_style
from gui.views.map.view import MapView
from simulation.experiment import Experiment
from simulation.maps.specification import Map

MOST_PANES = 4


def runs_of_panes(experiment: Experiment, run: int, *, side_by_side: bool) -> list[int]:
    """The selected run; with it, if they are wanted, the other enabled ones."""
    runs = experiment.runs if side_by_side else ()
    others = [index for index, each in enumerate(runs) if each.enabled and index != run]
    return sorted([run, *others[: MOST_PANES - 1]])


def lay_out(
    view: MapView,
    experiment: Experiment,
    maps: Mapping[int, Map],
    whole: Mapping[int, Map],
    *,
    keep_view: bool,
) -> None:
    """Give each map a pane, without cells yet.

    ``maps`` are those to be shown by the run of each, ``whole`` the same without the zoom.
    """
    view.set_problem("")
    view.set_panes(len(maps))
    for pane, (index, map_) in zip(view.panes, maps.items(), strict=True):
        names = key_title(map_.x_key), key_title(map_.y_key)
        pane.set_home(whole[index].x, whole[index].y)
        pane.set_axes(map_.x, map_.y, names, keep_view=keep_view)
        run = experiment.runs[index]
        style = run_style(index, translated(run.title), run.colour)
        pane.set_run(style if len(maps) > 1 else None)
    view.set_theory([() for _ in maps])
    view.set_readout(())
    view.preview.set_path(None)


def show_dots(
    view: MapView, experiment: Experiment, map_: Map, runs: Sequence[int], selected: int
) -> None:
    """Show the runs, the selected one on top; on a map of one of several, that one."""
    dots = dots_of(experiment, (map_.x, map_.y))
    dots.sort(key=lambda dot: dot.run == selected)
    for pane, index in zip(view.panes, runs, strict=False):
        pane.set_dots([dot for dot in dots if len(runs) == 1 or dot.run == index])
