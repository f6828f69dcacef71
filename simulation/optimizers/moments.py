"""Running averages of the gradient and its square, the memory of Adam's family."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from torch import Tensor


class Moments(NamedTuple):
    """First and second moment of the gradient, not yet corrected for their start at 0."""

    step: Tensor
    """Steps taken, shape ``()``."""
    mean: Tensor
    """m, average gradient, shape ``(dim, lanes)``."""
    square: Tensor
    """s, average squared gradient, shape ``(dim, lanes)``."""


def no_moments(x: Tensor) -> Moments:
    """No step taken, both averages 0."""
    return Moments(x.new_zeros(()), x.new_zeros(x.shape), x.new_zeros(x.shape))


def average(old: Tensor, new: Tensor, beta: Tensor) -> Tensor:
    """Running average β a + (1 − β) b, which is β of the way from the new to the old."""
    return new.lerp(old, beta)


def average_square(old: Tensor, new: Tensor, beta: Tensor) -> Tensor:
    """Running average β a + (1 − β) b² of squares.

    Not by ``lerp``: once a square overflows the average is to stay infinite, so that the
    coordinate stands still as with torch, and ``lerp`` would make it nan.
    """
    return (beta * old).addcmul((1 - beta) * new, new)


def collected(beta: Tensor, step: Tensor) -> Tensor:
    """Weight 1 − βᵗ that an average which started at 0 has collected in t steps.

    Divided by it, the average is unbiased. By ``expm1``, because 1 − βᵗ cancels in float32
    where β is close to 1.
    """
    return -(step * beta.log()).expm1()


def add_gradient(state: Moments, gradient: Tensor, beta1: Tensor, beta2: Tensor) -> Moments:
    """m ← β1 m + (1 − β1) g; s ← β2 s + (1 − β2) g²."""
    return Moments(
        state.step + 1,
        average(state.mean, gradient, beta1),
        average_square(state.square, gradient, beta2),
    )
