"""An objective that the user types."""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self

from simulation.errors import InputError, join, unknown
from simulation.formulas.compiled import compile_formula, compile_hessian
from simulation.formulas.evaluation import evaluate, evaluate_together
from simulation.formulas.parser import MAX_CHARACTERS
from simulation.formulas.program import Rows
from simulation.formulas.torch_text import torch_lines
from simulation.objectives.base import Objective, TorchCode
from simulation.parameters import Parameter

if TYPE_CHECKING:
    import numpy as np
    import torch
    from torch import Tensor

DEFAULT_VALUE = 1.0
DEFAULT_RANGE = (-5.0, 5.0)
_VALUE_SLIDER = (-5.0, 5.0)


class Formula(Objective):
    """A formula in x, in x and y, or in x1 … xn, with named parameters.

    Gradient and Hessian are its symbolic derivatives. Where a function has no derivative
    they follow torch's conventions, which ``formulas/derivatives.py`` lists.

    Raises
    ------
    InputError
        If the formula cannot be read (a ``FormulaError``, which knows the place), a value is
        given for a name that it does not use, or the window does not fit its coordinates.
    """

    id = "formula"
    name = "Your formula"
    formula = "f(x), f(x, y) or f(x1, …, xn) as typed"
    source = "typed by the user"
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "formula",
            "(1 - x)^2 + a*(y - x^2)^2",
            "The function to minimise, in x, in x and y, or in x1 to x50; other names become "
            "sliders.",
            high=MAX_CHARACTERS,
            kind="text",
        ),
        Parameter(
            "values",
            {},
            f"Values of the formula's named parameters; {DEFAULT_VALUE:g} where none is given.",
            kind="values",
        ),
        Parameter(
            "window",
            None,
            "Range that the landscape shows first: a row [low, high] for each coordinate; "
            "-5 to 5 where it is not given.",
            kind="matrix",
        ),
    )

    def __init__(
        self,
        formula: str,
        values: Mapping[str, float],
        window: tuple[tuple[float, ...], ...] | None = None,
    ) -> None:
        compiled = compile_formula(formula)
        for name in values:
            if name not in compiled.parameters:
                raise InputError(
                    join("objective.values", name),
                    unknown(name, compiled.parameters, "parameter of the formula"),
                )
        self.text = formula
        """The formula as typed."""
        self.values = {name: values.get(name, DEFAULT_VALUE) for name in compiled.parameters}
        """Value of each named parameter, in the order of their first use."""
        self.dim = len(compiled.coordinates)
        self.bounds = _bounds(window, self.dim)
        self._compiled = compiled
        self._placement: tuple[torch.dtype, torch.device]
        self._value: Rows
        self._gradient: Rows
        self._hessian: Rows | None = None

    @property
    def coordinates(self) -> tuple[str, ...]:
        return self._compiled.coordinates

    @property
    def value_parameters(self) -> tuple[Parameter, ...]:
        """The formula's named parameters, described as sliders are."""
        return tuple(
            Parameter(
                name,
                DEFAULT_VALUE,
                f"The parameter {name} of the formula.",
                slider=_VALUE_SLIDER,
                symbol=name,
            )
            for name in self.values
        )

    def settled(self, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """With the value of every named parameter."""
        return {**parameters, "values": dict(self.values)}

    @classmethod
    def adapted(cls, parameters: Mapping[str, Any]) -> dict[str, Any]:
        """Without values of names, or a window of coordinates, that the formula has lost."""
        compiled = compile_formula(parameters["formula"])
        values = {
            name: value
            for name, value in parameters["values"].items()
            if name in compiled.parameters
        }
        window = parameters["window"]
        fits = window is not None and len(window) == len(compiled.coordinates)
        return {**parameters, "values": values, "window": window if fits else None}

    def start(self, generator: np.random.Generator) -> tuple[float, ...]:
        """The first of a few points of the window where the formula has a finite slope.

        The lower corner drawn 0.4 towards the centre, if it serves.
        """
        del generator
        points = list(self._candidates())
        return next((point for point in points if self._slopes_at(point)), points[0])

    def place(self, dtype: torch.dtype, device: torch.device) -> Self:
        placed = copy.copy(self)
        placed._placement = (dtype, device)
        placed._value = self._compiled.value.bind(self.values, dtype, device)
        placed._gradient = self._compiled.gradient.bind(self.values, dtype, device)
        placed._hessian = None
        return placed

    def value(self, x: Tensor) -> Tensor:
        return self._value(x)[0]

    def gradient(self, x: Tensor) -> Tensor:
        import torch

        return torch.stack(self._gradient(x))

    def hessian(self, x: Tensor) -> Tensor | None:
        """The symbolic Hessian, ``(dim, dim, lanes)``; ``None`` if it is too large to build."""
        import torch

        if self._hessian is None:
            program = compile_hessian(self.text)
            if program is None:
                return None
            self._hessian = program.bind(self.values, *self._placement)
        triangle = self._hessian(x)
        entries = [
            triangle[max(i, j) * (max(i, j) + 1) // 2 + min(i, j)]
            for i in range(self.dim)
            for j in range(self.dim)
        ]
        return torch.stack(entries).view(self.dim, self.dim, -1)

    @property
    def torch_code(self) -> TorchCode:
        comma = "," if self.dim == 1 else ""
        unpacked = f"{', '.join(self.coordinates)}{comma} = x.unbind()"
        lines = torch_lines(self._compiled.expression, self.values)
        typed = "".join(c if c.isprintable() else " " for c in self.text)
        return TorchCode("\n".join([f"# {typed}", unpacked, *lines]))

    def _candidates(self) -> Iterator[tuple[float, ...]]:
        # Unequal factors and mixed signs leave axes and diagonals of symmetry.
        for near, far in ((-0.6, -0.6), (0.6, 0.6), (-0.6, 0.6), (0.3, 0.7), (-0.31, 0.13)):
            yield tuple(
                (low + high) / 2 + (far if i % 2 else near) * (high - low) / 2
                for i, (low, high) in enumerate(self.bounds)
            )

    def _slopes_at(self, point: tuple[float, ...]) -> bool:
        """Whether value and gradient are finite there, and the gradient not zero."""
        at = self.values | dict(zip(self.coordinates, point, strict=True))
        slopes = evaluate_together(self._compiled.slopes, at)
        value = evaluate(self._compiled.expression, at)
        return all(map(math.isfinite, (value, *slopes))) and any(slopes)


def _bounds(
    window: tuple[tuple[float, ...], ...] | None, dim: int
) -> tuple[tuple[float, float], ...]:
    if window is None:
        return (DEFAULT_RANGE,) * dim
    if len(window) != dim or any(len(row) != 2 or row[0] >= row[1] for row in window):
        raise InputError(
            "objective.window",
            "give a row [low, high] with low < high for each coordinate of the formula: {dim}",
            dim=dim,
        )
    return tuple((row[0], row[1]) for row in window)
