"""Following a flow: exactly where there is a closed form, numerically elsewhere."""

from __future__ import annotations

from simulation.theory.exact_flow import quadratic_form, solve_exactly
from simulation.theory.flow_solver import integrate
from simulation.theory.flows import Array, Flow, Solution, Wanted, always


def solve(flow: Flow, times: Array, wanted: Wanted = always) -> Solution:
    """Follow a flow to ``times``, ``(n,)``, ascending from 0 or later.

    Quadratics are solved exactly in their eigenbasis. Once ``wanted`` answers no, the rest is
    left out.
    """
    form = quadratic_form(flow.objective)
    return integrate(flow, times, wanted) if form is None else solve_exactly(form, flow, times)
