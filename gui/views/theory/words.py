"""What the pages of theory call things."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from simulation.theory.optima import Reason
from simulation.theory.regimes import Regime


def regime_name(regime: Regime) -> str:
    """The regime in a word or two."""
    return {
        Regime.OVER_DAMPED: QCoreApplication.translate("Regimes", "over-damped"),
        Regime.CRITICALLY_DAMPED: QCoreApplication.translate("Regimes", "critical"),
        Regime.UNDER_DAMPED: QCoreApplication.translate("Regimes", "under-damped"),
        Regime.ALTERNATING: QCoreApplication.translate("Regimes", "alternating"),
        Regime.SUSTAINED: QCoreApplication.translate("Regimes", "sustained"),
        Regime.DIVERGENT: QCoreApplication.translate("Regimes", "divergent"),
    }[regime]


def regime_meaning(regime: Regime) -> str:
    """One sentence on what the ball does."""
    return {
        Regime.OVER_DAMPED: QCoreApplication.translate(
            "Regimes", "It creeps in from one side: more momentum would be faster."
        ),
        Regime.CRITICALLY_DAMPED: QCoreApplication.translate(
            "Regimes", "As fast as it can be without ringing."
        ),
        Regime.UNDER_DAMPED: QCoreApplication.translate(
            "Regimes", "It rings: the ball swings about the minimum, less each time."
        ),
        Regime.ALTERNATING: QCoreApplication.translate(
            "Regimes", "Each step crosses the minimum and lands closer on the other side."
        ),
        Regime.SUSTAINED: QCoreApplication.translate(
            "Regimes", "It neither comes closer nor goes away."
        ),
        Regime.DIVERGENT: QCoreApplication.translate("Regimes", "Errors grow without end."),
    }[regime]


def reason_text(reason: Reason, optimizer: str) -> str:
    """Why there are no best values, or no matrix at all."""
    words = {
        "foreign": QCoreApplication.translate(
            "Theory", "{optimizer} is run as it is: what it does with a slope is not known here."
        ),
        "bends": QCoreApplication.translate(
            "Theory",
            "{optimizer} is not linear: a step from a sum is not the sum of the steps, "
            "so that no matrix R describes it.",
        ),
        "changes": QCoreApplication.translate(
            "Theory", "{optimizer} changes from step to step, so that no one matrix describes it."
        ),
        "scheduled": QCoreApplication.translate(
            "Theory", "A schedule sets the learning rate or the momentum; remove it first."
        ),
        "flat": QCoreApplication.translate(
            "Theory", "A curvature is not positive: nothing brings its direction home."
        ),
        "none": QCoreApplication.translate(
            "Theory", "{optimizer} has no learning rate to choose that would bring it home."
        ),
    }
    return words[reason].format(optimizer=optimizer)


def rate_text(rate: float) -> str:
    """A rate with the digits that tell; many when it is close to 1."""
    if not math.isfinite(rate):
        return "–"
    gap = abs(1 - rate)
    digits = 4 if gap == 0 or gap > 0.01 else min(12, 2 - math.floor(math.log10(gap)))
    return f"{rate:.{digits}f}" if rate < 1e4 else f"{rate:.4g}"


def steps_per_digit(rate: float) -> float:
    """Steps in which the error loses a decimal digit; infinite if it does not shrink."""
    if not rate < 1:
        return math.inf
    return 0.0 if rate == 0 else -1 / math.log10(rate)
