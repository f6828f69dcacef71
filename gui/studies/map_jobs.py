"""The maps that are being computed for the panes, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import InitVar, dataclass, field

from simulation.maps.computation import MapComputation
from simulation.maps.results import MapResults
from simulation.maps.specification import Map

QUIT_SECONDS = 10.0


@dataclass
class Job:
    """One pane's map and what is known of it."""

    map: Map
    known: InitVar[MapResults | None] = None
    """What is there already."""
    computation: MapComputation = field(init=False)
    begun: bool = False

    def __post_init__(self, known: MapResults | None) -> None:
        self.computation = MapComputation(self.map, results=known)

    @property
    def results(self) -> MapResults:
        return self.computation.results

    @property
    def over(self) -> bool:
        """Whether nothing more will come."""
        computation = self.computation
        ended = self.begun and not computation.running
        return computation.finished or ended or computation.error is not None


class Jobs:
    """Starts each map when the one before it is over, and stops what is not wanted any more."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []
        self._leaving: list[MapComputation] = []

    def __len__(self) -> int:
        return len(self._jobs)

    def __getitem__(self, place: int) -> Job:
        return self._jobs[place]

    def __iter__(self) -> Iterator[Job]:
        return iter(self._jobs)

    @property
    def running(self) -> bool:
        """Whether something is still to come."""
        return any(not job.over for job in self._jobs)

    @property
    def done(self) -> int:
        """Cells of all maps that are known."""
        return sum(job.computation.cells_done for job in self._jobs)

    @property
    def cells(self) -> int:
        """Cells of all maps."""
        return sum(job.map.cells for job in self._jobs)

    @property
    def seconds(self) -> float:
        """Time spent on all maps."""
        return sum(job.computation.seconds for job in self._jobs)

    @property
    def error(self) -> Exception | None:
        """What went wrong first."""
        return next((j.computation.error for j in self._jobs if j.computation.error), None)

    def replace(self, maps: list[Map]) -> None:
        """Stop everything and begin with these."""
        self.stop()
        self._jobs = [Job(map_) for map_ in maps]
        self.go_on()

    @property
    def can_resume(self) -> bool:
        """Whether cells are missing that nothing went wrong with, and all threads have ended."""
        ended = not any(each.running for each in self._leaving)
        return ended and not self.running and self.done < self.cells and self.error is None

    def resume(self) -> None:
        """Compute what is missing since :meth:`stop`."""
        self._jobs = [Job(job.map, job.results) for job in self._jobs]
        self.go_on()

    def go_on(self) -> None:
        """Start the next map if the last one is over; to be called now and then."""
        self._leaving = [each for each in self._leaving if each.running]
        for job in self._jobs:
            if not job.begun:
                job.begun = True
                job.computation.start()
                return
            if not job.over:
                return

    def stop(self) -> None:
        """Compute no more; what is known stays."""
        for job in self._jobs:
            job.computation.cancel()
            if job.begun:
                self._leaving.append(job.computation)
            job.begun = True

    def close(self) -> None:
        """Stop, and wait until nothing runs any more."""
        self.stop()
        for computation in self._leaving:
            computation.join(QUIT_SECONDS)
        self._leaving.clear()
