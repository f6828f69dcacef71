"""Colours of regimes and of the boundaries between them."""

from __future__ import annotations

from gui.theme import RUN_COLOURS, Theme
from simulation.theory.regimes import Regime
from simulation.theory.stability import TEXTBOOK, Form

REGIME_COLOURS = {  # on light, on dark
    Regime.OVER_DAMPED: ("#bfdaf0", "#28506f"),
    Regime.CRITICALLY_DAMPED: ("#0072b2", "#56b4e9"),
    Regime.UNDER_DAMPED: ("#c5e6d5", "#1f5a47"),
    Regime.ALTERNATING: ("#f5e3ab", "#6b5a1e"),
    Regime.SUSTAINED: ("#dddddd", "#555555"),
    Regime.DIVERGENT: ("#f0c6b4", "#6e3524"),
}
"""Tints of areas; their names stand beside them."""


def tint(regime: Regime, theme: Theme) -> str:
    """Colour of an area of a regime."""
    return REGIME_COLOURS[regime][theme.dark]


def boundary_colour(form: Form) -> str:
    """Colour of the curves of a textbook method: not that of the first runs."""
    return RUN_COLOURS[(list(TEXTBOOK).index(form) + 3) % len(RUN_COLOURS)]
