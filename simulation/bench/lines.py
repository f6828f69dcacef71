"""All comparisons, by theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from simulation.bench import airfoil, lanes, maps, steps, tables
from simulation.bench.timing import Comparison, Line, compare
from simulation.errors import InputError, unknown

THEMES: dict[str, Callable[[], Iterable[Comparison]]] = {
    "steps": steps.comparisons,
    "lanes": lanes.comparisons,
    "airfoil": airfoil.comparisons,
    "maps": maps.comparisons,
    "tables": tables.comparisons,
}


Figures = Mapping[str, Callable[[], Iterable[Line]]]
"""Lines that are measured elsewhere, by theme."""


def measure(names: Sequence[str], more: Figures | None = None) -> Iterator[Line]:
    """Lines of the themes called ``names``, or of all, as they are measured.

    ``more`` are themes of others, which know what is not known here.

    Torch is single-threaded from here on.

    Raises
    ------
    InputError
        If there is no such theme, or the airfoil data is missing.
    """
    import torch

    more = more or {}
    known = [*THEMES, *more]
    for name in names:
        if name not in known:
            raise InputError("bench", unknown(name, known, "theme"))
    torch.set_num_threads(1)
    for name in names or known:
        if name in more:
            yield from more[name]()
            continue
        for comparison in THEMES[name]():
            yield from compare(comparison)
