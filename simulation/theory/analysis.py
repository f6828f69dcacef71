"""A run held against the linear theory: what it should do, and what it did."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulation.engine.history import Record
from simulation.experiment import Experiment
from simulation.theory.closed_form import disagreement, iterates, resting_place
from simulation.theory.linear_forms import Recursion, roots
from simulation.theory.linear_prediction import fitted_rates
from simulation.theory.placing import placed_objective
from simulation.theory.probing import NoRecursion, recursion_of
from simulation.theory.regimes import regimes
from simulation.theory.spectra import Spectrum, nearest_minimum, spectrum_at

Array = np.ndarray[Any, np.dtype[Any]]

MOST_COMPARED = 2000
"""Steps at which the closed form is held against a run."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the theory says of one run, eigenvalue by eigenvalue."""

    recursion: Recursion
    matrices: Array
    """R for each eigenvalue, ``(dim, m, m)``."""
    roots: Array
    """Its eigenvalues, the largest modulus first, complex ``(dim, m)``."""
    regimes: Array
    """:class:`~simulation.theory.regimes.Regime`, ``(dim,)``."""

    @property
    def rates(self) -> Array:
        """Spectral radius for each eigenvalue, ``(dim,)``."""
        rates: Array = np.abs(self.roots[:, 0])
        return rates

    @property
    def rate(self) -> float:
        """Of the slowest eigenvalue."""
        return float(self.rates.max())


@dataclass(frozen=True, slots=True)
class Measurement:
    """What the run did."""

    rates: Array
    """Fitted to each coordinate of the eigenbasis, ``(dim,)``; nan where there is nothing."""
    agreement: float | None
    """Largest relative distance to the closed form, where there is one."""

    @property
    def rate(self) -> float:
        """Of the slowest coordinate; nan without any."""
        known = self.rates[np.isfinite(self.rates)]
        return float(known.max()) if len(known) else np.nan


def spectrum_of(
    experiment: Experiment, near: Array | None = None, *, here: bool = False
) -> Spectrum | None:
    """The spectrum at the known minimum nearest to ``near``, or else at ``near`` itself.

    Parameters
    ----------
    near
        ``(dim,)``; omitted, the start.
    here
        Take it at ``near`` even if a minimum is known.

    Returns
    -------
    Spectrum or None
        ``None`` without a finite Hessian there.

    Raises
    ------
    InputError
        If the data of the objective is missing.
    """
    objective = placed_objective(experiment.objective)
    place = np.array(experiment.start) if near is None else near
    minimum = None if here else nearest_minimum(objective, place)
    return spectrum_at(objective, place if minimum is None else minimum)


def predict(
    experiment: Experiment, run: int, spectrum: Spectrum, step: int = 0
) -> Prediction | NoRecursion:
    """The matrices of a run, with its hyperparameters as they are in force at ``step``."""
    recursion = recursion_of(experiment.runs[run], step)
    if isinstance(recursion, NoRecursion):
        return recursion
    matrices = recursion.later.matrix(spectrum.eigenvalues)
    found = roots(matrices)
    return Prediction(recursion, matrices, found, regimes(found))


def noisy(experiment: Experiment) -> bool:
    """Whether steps see something else than the gradient of the whole objective."""
    return experiment.noise is not None or experiment.batch_size is not None


def measure(
    experiment: Experiment,
    run: int,
    spectrum: Spectrum,
    prediction: Prediction | NoRecursion,
    record: Record,
) -> Measurement:
    """Fit the rates of a recorded run and compare it with the closed form, where there is one.

    With noisy gradients a run comes to no rest, and without a known minimum it is not known
    where: then there are no rates.
    """
    positions, steps, stride = record.positions, record.step_numbers, record.stride
    if noisy(experiment) or not spectrum.anchored:
        return Measurement(np.full(len(positions), np.nan), None)
    if len(steps) > 1 and steps[-1] % stride:  # the last step is recorded out of turn
        positions, steps = positions[:, :-1], steps[:-1]
    rest = _rest(spectrum, prediction)
    coordinates = spectrum.directions.T @ _bounded(positions - rest[:, None])
    sizes = np.full(len(rest), float(np.abs(rest).max()))
    rates = fitted_rates(coordinates, sizes) ** (1 / stride)
    agreement = None
    constant = not experiment.runs[run].schedules
    if spectrum.quadratic and isinstance(prediction, Prediction) and constant:
        rows = np.unique(np.linspace(0, len(steps) - 1, MOST_COMPARED).astype(int))
        theory = iterates(prediction.recursion, spectrum, positions[:, 0], steps[rows])
        agreement = disagreement(theory, positions[:, rows], rest)
    return Measurement(rates, agreement)


def _rest(spectrum: Spectrum, prediction: Prediction | NoRecursion) -> Array:
    if isinstance(prediction, NoRecursion):
        return spectrum.minimum
    try:
        return resting_place(prediction.recursion, spectrum)
    except np.linalg.LinAlgError:
        return spectrum.minimum


def _bounded(deviations: Array) -> Array:
    """Without what is not finite, from which sums would make nan of all coordinates."""
    finite = np.isfinite(deviations).all(axis=0)
    return deviations if finite.all() else deviations[:, : int(finite.argmin())]
