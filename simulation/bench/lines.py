"""All comparisons, by theme."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

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


def measure(names: Sequence[str]) -> Iterator[Line]:
    """Lines of the themes called ``names``, or of all, as they are measured.

    Torch is single-threaded from here on.

    Raises
    ------
    InputError
        If there is no such theme, or the airfoil data is missing.
    """
    import torch

    for name in names:
        if name not in THEMES:
            raise InputError("bench", unknown(name, list(THEMES), "theme"))
    torch.set_num_threads(1)
    for name in names or THEMES:
        for comparison in THEMES[name]():
            yield from compare(comparison)
