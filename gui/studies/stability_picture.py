"""Works out what the stability page draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import Qt

from gui.studies.contours import contour_points
from gui.theme import RunStyle
from gui.views.theory.stability_records import Boundary, Picture
from gui.views.theory.tints import boundary_colour
from simulation.experiment import Experiment, ObjectiveChoice, Run
from simulation.optimizers.base import LEARNING_RATE
from simulation.theory.analysis import spectrum_of
from simulation.theory.optima import Optimum, Reason, best_for, fastest
from simulation.theory.probing import rule_of
from simulation.theory.spectra import FLAT, Spectrum
from simulation.theory.stability import (
    TEXTBOOK,
    Family,
    Form,
    family_of,
    stability_map,
    textbook_family,
)

Array = np.ndarray[Any, np.dtype[Any]]

CELLS = (220, 140)
MOST_CURVATURES = 12
WIDEST = 4.2
"""ηλ up to which the axis reaches by itself: the limit of heavy ball is 4 at most."""
FARTHEST = 6.0
"""How much farther it goes to have a run or the optimum in sight."""
DECADES = 4
LEVELS = (0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 1.0)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a picture shows; another wish needs another picture."""

    objective: ObjectiveChoice
    near: tuple[float, ...]
    """Where the minimum is looked for."""
    method: Any
    """The optimizer and its other values, or a textbook form."""
    curvature: float | None
    log: bool


@dataclass(frozen=True, slots=True)
class Diagram:
    """A picture and what it was drawn of."""

    wish: Wish
    spectrum: Spectrum | None
    picture: Picture | None
    optimum: Optimum | Reason
    reason: Reason | None
    """Why the run's own method is not what is coloured."""


def draw(wish: Wish, experiment: Experiment, run: Run, form: Form | None) -> Diagram:
    """Work a picture out; takes a good part of a second."""
    spectrum = spectrum_of(experiment, np.array(wish.near))
    if spectrum is None or not spectrum.eigenvalues[-1] > 0:
        return Diagram(wish, spectrum, None, "flat", None)
    best = best_for(run, spectrum.eigenvalues)
    reason: Reason | None = None
    family = _family(run) if form is None else textbook_family(form)
    if family is None:
        reason = "bends" if not isinstance(best, str) else best
        family = textbook_family("heavy-ball")
    curvatures = np.array([wish.curvature]) if wish.curvature else _thinned(spectrum)
    star = _star(family, curvatures, best if form is None and not wish.curvature else None)
    x, scale = _axis(wish, run, curvatures, star)
    momenta = (np.arange(CELLS[1]) + 0.5) / CELLS[1]
    rates = (10**x if wish.log else x) / scale
    found = stability_map(family, rates, momenta, curvatures)
    lines = [(level, contour_points(x, momenta, found.rates, level)) for level in LEVELS]
    place = None
    if star is not None:
        best_x = star.learning_rate * scale
        place = (float(np.log10(best_x)) if wish.log else best_x, star.momentum)
    picture = Picture(x, momenta, found.rates, found.regimes, lines, place)
    return Diagram(wish, spectrum, picture, best, reason)


def _star(family: Family, curvatures: Array, known: Optimum | Reason | None) -> Optimum | None:
    """The fastest values of what is coloured."""
    if isinstance(known, Optimum):
        return known
    if not curvatures[0] > FLAT * curvatures[-1]:
        return None
    return fastest(family, curvatures)


def _axis(wish: Wish, run: Run, curvatures: Array, star: Optimum | None) -> tuple[Array, float]:
    """Centres of the cells along the learning rate, and what multiplies it on the axis."""
    scale = wish.curvature or 1.0
    high = WIDEST / float(curvatures[-1])
    wanted = [1.25 * star.learning_rate] if star is not None else []
    own = run.hyperparameters.get(LEARNING_RATE.name)
    wanted += [1.1 * own] if own is not None else []
    high = scale * max(high, min(max(wanted, default=0.0), FARTHEST * high))
    if not wish.log:
        return np.linspace(high / (2 * CELLS[0]), high * (1 - 0.5 / CELLS[0]), CELLS[0]), scale
    return np.linspace(np.log10(high) - DECADES, np.log10(high), CELLS[0]), scale


def _family(run: Run) -> Family | None:
    rule = rule_of(run.declaration)
    return None if rule is None else family_of(rule, run.hyperparameters)


def closed_form_curves(form: Form, name: str, diagram: Diagram) -> list[Boundary]:
    """Limit of stability and critical damping of a textbook form."""
    assert diagram.spectrum is not None
    assert diagram.picture is not None
    colour = boundary_colour(form)
    limit_style = RunStyle(name, colour, Qt.PenStyle.SolidLine, "o")
    critical_style = RunStyle("", colour, Qt.PenStyle.DotLine, "o")
    low, high = _ends(diagram)
    scale = diagram.wish.curvature or 1.0
    x, log = diagram.picture.x, diagram.wish.log
    rates = (10**x if log else x) / scale

    def on_axis(learning_rates: Array) -> Array:
        with np.errstate(divide="ignore", invalid="ignore"):
            return np.log10(learning_rates * scale) if log else learning_rates * scale

    momenta = np.linspace(0, 1, CELLS[1])
    limits = np.asarray(TEXTBOOK[form].limit(momenta), dtype=float) / high
    edge = np.column_stack([on_axis(limits), momenta])
    curves = [Boundary(limit_style, np.where(np.isfinite(edge), edge, np.nan))]
    for curvature in sorted({low, high}):
        with np.errstate(invalid="ignore"):
            beta = TEXTBOOK[form].critical(rates * curvature)
        inside = np.isfinite(beta) & (beta >= 0) & (beta <= 1)
        curves.append(
            Boundary(critical_style, np.column_stack([x, np.where(inside, beta, np.nan)]))
        )
    return curves


def _ends(diagram: Diagram) -> tuple[float, float]:
    """The smallest and the largest curvature of a picture."""
    assert diagram.spectrum is not None
    if diagram.wish.curvature is not None:
        return diagram.wish.curvature, diagram.wish.curvature
    positive = diagram.spectrum.eigenvalues[diagram.spectrum.eigenvalues > 0]
    return float(positive[0]), float(positive[-1])


def _thinned(spectrum: Spectrum) -> Array:
    """Distinct eigenvalues, few of many; both ends stay."""
    distinct = spectrum.distinct
    places = np.linspace(0, len(distinct) - 1, min(len(distinct), MOST_CURVATURES))
    thinned: Array = distinct[places.round().astype(int)]
    return thinned


def few_eigenvalues(spectrum: Spectrum) -> list[float]:
    """The positive eigenvalues that are offered one by one."""
    return [value for value in _thinned(spectrum).tolist() if value > 0]
