"""Sums over the coordinates of lanes, in an order of our own.

torch's products of matrices and its sums add in blocks, and which terms meet in a block depends
on the processor, on how many lanes there are and on a lane's place among them. The sums here
are made of additions and products of whole tensors, element by element, which IEEE 754 rounds
alike everywhere: a lane's numbers are its own, on any processor, whatever is beside it.
"""

from __future__ import annotations

from functools import reduce, singledispatch
from operator import add, mul
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from torch import Tensor

FEW_TERMS = 4
"""Up to so many terms are added one by one, which takes the fewest calls of torch."""


def summed(terms: Tensor) -> Tensor:
    """Sum over the first dimension: ``(n, …)`` to ``(…)``.

    Many terms are folded: one half is added to the other, until few are left.
    """
    left = []
    while (count := len(terms)) > FEW_TERMS:
        if count % 2:
            left.append(terms[-1])
        terms = terms[: count // 2] + terms[count // 2 : count // 2 * 2]
    return reduce(add, [*terms.unbind(), *left])


@singledispatch
def mean(terms: Tensor) -> Tensor:
    """Mean over the first dimension: ``(n, …)`` to ``(…)``.

    Tensors that remember how they were computed register a mean of their own.
    """
    average: Tensor = summed(terms) / len(terms)
    return average


def columns_of(matrix: Tensor) -> tuple[Tensor, ...]:
    """The columns of a matrix, ``(rows, 1)`` each, as :func:`product` wants them."""
    return matrix.T.contiguous()[:, :, None].unbind()


def product(columns: Iterable[Tensor], x: Tensor, dim: int = 0) -> Tensor:
    """A matrix times ``(n, lanes)``, given by its n columns of shape ``(rows, 1)``.

    ``dim`` is the dimension of ``x`` that they are summed over, where it has more.
    """
    total: Tensor = reduce(add, map(mul, columns, x.unbind(dim)))
    return total
