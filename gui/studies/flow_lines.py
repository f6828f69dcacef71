"""The flows on the landscape, while they are wanted there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from gui.frames import LandscapeLook
from gui.panels.landscape_tools import LandscapeTools
from gui.studies.study import Sources, Study
from gui.views.landscape import LandscapeView
from gui.worker.background import Wanted
from simulation.experiment import Experiment

if TYPE_CHECKING:  # loaded when a flow is wanted
    from gui.studies.flows import FlowKey
    from simulation.theory.flow_paths import FlowPath

MOST_FLOWS = 16
"""Runs whose flows are drawn."""


@dataclass(frozen=True, slots=True)
class _Flow:
    """A flow that was followed; there is no path if the run has none."""

    run: int
    key: FlowKey
    path: FlowPath | None


class FlowLinesStudy(Study):
    """Keeps the landscape's flows at those of the enabled runs."""

    def __init__(self, view: LandscapeView, tools: LandscapeTools, sources: Sources) -> None:
        super().__init__(view, sources)
        self._view = view
        self._wanted = tools.look.flow
        self._flows: tuple[_Flow, ...] = ()
        self._shown: tuple[tuple[int, FlowKey], ...] = ()
        tools.look_changed.connect(self._on_look)
        self.refused.connect(self._forget)

    def show_experiment(self, experiment: Experiment) -> None:
        if not self._wanted:
            return
        from gui.studies.flows import FlowKey

        runs = [place for place, run in enumerate(experiment.runs) if run.enabled][:MOST_FLOWS]
        keys = tuple((place, FlowKey.of(experiment, place)) for place in runs)
        if keys == self._shown:
            return
        self._shown = keys
        objective = experiment.objective
        if any(flow.key.objective != (objective.id, objective.parameters) for flow in self._flows):
            # Until the answer comes they would lie across another landscape.
            self._flows = ()
            self._view.set_flows({})
        self.ask("lines", partial(_follow_all, keys), self._take)

    @Slot(object)
    def _on_look(self, look: LandscapeLook) -> None:
        if look.flow == self._wanted:
            return
        self._wanted = look.flow
        if look.flow:
            self.show_experiment(self.sources.session.experiment)
        else:
            self._forget()
            self._view.set_flows({})

    def _forget(self) -> None:
        """Ask again when there is another chance."""
        self._shown = ()

    def _take(self, flows: tuple[_Flow, ...]) -> None:
        self._flows = flows
        if self._wanted:
            self._view.set_flows({flow.run: flow.path for flow in flows if flow.path is not None})


def _follow_all(keys: tuple[tuple[int, FlowKey], ...], wanted: Wanted) -> tuple[_Flow, ...]:
    return tuple(_Flow(run, key, key.follow(wanted)) for run, key in keys)
