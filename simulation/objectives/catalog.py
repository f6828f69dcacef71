"""Every objective there is. A new one is a class in its own file and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from simulation.errors import InputError, unknown
from simulation.objectives import (
    bowls,
    classics_basins,
    classics_valleys,
    classics_waves,
    factorization,
    formula,
    regression,
    wells,
)
from simulation.objectives.base import Objective
from simulation.parameters import check_all

OBJECTIVES: dict[str, type[Objective]] = {
    kind.id: kind
    for kind in (
        bowls.IllConditioned,
        bowls.Ellipse,
        bowls.FourXSquared,
        bowls.HalfSquare,
        bowls.ScalarQuadratic,
        bowls.Quadratic,
        bowls.Spectrum,
        wells.DoubleWell,
        wells.TwoWells,
        wells.Plateau,
        wells.Saddle,
        classics_valleys.Rosenbrock,
        classics_valleys.Beale,
        classics_valleys.Booth,
        classics_valleys.Matyas,
        classics_basins.Himmelblau,
        classics_basins.StyblinskiTang,
        classics_basins.ThreeHumpCamel,
        classics_basins.GoldsteinPrice,
        classics_waves.Rastrigin,
        classics_waves.Ackley,
        classics_waves.Easom,
        classics_waves.Levi13,
        factorization.LinearMap,
        regression.AirfoilRegression,
        formula.Formula,
    )
}


def objective_kind(name: str) -> type[Objective]:
    """The objective class called ``name``, or ``InputError``."""
    if name not in OBJECTIVES:
        raise InputError("objective.id", unknown(name, OBJECTIVES, "objective"))
    return OBJECTIVES[name]


def build_objective(name: str, parameters: Mapping[str, Any]) -> Objective:
    """Make the objective called ``name``; parameters that are not given take defaults.

    Raises
    ------
    InputError
        If there is no such objective, a parameter is not allowed or its data is missing.
    """
    kind = objective_kind(name)
    return kind(**check_all(kind.parameters, parameters, "objective", kind.id))
