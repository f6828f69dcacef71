"""Where and in which precision a computation happens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulation.errors import InputError
from simulation.wording import said

if TYPE_CHECKING:
    import torch

DTYPES = ("float64", "float32")
DEVICE_PATTERN = r"auto|cpu|cuda(:\d+)?"
AUTO_CUDA_LANES = 50_000
"""Runs from which "auto" prefers a GPU: below, launching kernels costs more than it saves."""


def torch_dtype(name: str) -> torch.dtype:
    """The torch type called ``float64`` or ``float32``."""
    import torch

    return {"float64": torch.float64, "float32": torch.float32}[name]


def torch_device(name: str, lanes: int) -> torch.device:
    """The device called ``name``; ``auto`` picks the one that is faster for ``lanes`` runs.

    Raises
    ------
    InputError
        If there is no such device here.
    """
    import torch

    if name == "auto":
        use_cuda = lanes >= AUTO_CUDA_LANES and torch.cuda.is_available()
        return torch.device("cuda" if use_cuda else "cpu")
    device = torch.device(name)
    if device.type == "cuda":
        count = torch.cuda.device_count()
        if (device.index or 0) >= count:
            found = (
                said("torch finds {count}", count=count)
                if count
                else said("torch finds no CUDA GPU")
            )
            raise InputError(
                "device",
                "{name} is not available here, {found}; give cpu or auto",
                name=name,
                found=found,
            )
    return device
