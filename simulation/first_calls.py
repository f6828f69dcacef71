"""Makes torch's first calls of sine, root and their kind as exact as all later ones.

oneMKL 2024.2, which torch's wheels hold, looks for the best code of each such function when it
is first called. Two threads that call it first at the same time may get the quick, inexact
code for that one call: half of the digits, no warning, right again at the next call
(https://github.com/pytorch/pytorch/issues/188792). Called once before there are threads,
a function stays exact. To be dropped when torch is built with oneMKL 2025 or newer.
"""

from __future__ import annotations

import sys
from importlib.abc import MetaPathFinder
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec

FUNCTIONS = (
    *("acos", "asin", "atan", "ceil", "cos", "cosh", "erf", "erfc", "erfinv"),
    *("exp", "exp2", "expm1", "floor", "lgamma", "log", "log10", "log1p", "log2", "round"),
    *("rsqrt", "sigmoid", "sin", "sinh", "sqrt", "tan", "tanh", "trunc"),
)
"""What torch leaves to oneMKL on some processor, and near relatives."""


def make_first_calls(torch: ModuleType) -> None:
    """Call each of `FUNCTIONS` once in each precision, in this thread; takes a millisecond."""
    for dtype in (torch.float64, torch.float32):
        number = torch.full((1,), 0.5, dtype=dtype, device="cpu")
        for name in FUNCTIONS:
            getattr(torch, name)(number)


class _TorchFinder(MetaPathFinder):
    """Finds torch as the other finders do, and has it end its import with the first calls.

    Python holds back every thread that wants torch until its import has ended: none is earlier.
    """

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != "torch":
            return None
        others = (finder for finder in sys.meta_path if finder is not self)
        found = (finder.find_spec(name, path, target) for finder in others)
        spec = next((spec for spec in found if spec), None)
        if spec and spec.loader:
            import_torch = spec.loader.exec_module

            def import_and_call(module: ModuleType) -> None:
                import_torch(module)
                make_first_calls(module)

            spec.loader.exec_module = import_and_call  # type: ignore[method-assign]
        return spec


def guard_torch() -> None:
    """See to the first calls: now if torch is there, else as soon as it is imported."""
    if "torch" in sys.modules:
        make_first_calls(sys.modules["torch"])
    elif not any(isinstance(finder, _TorchFinder) for finder in sys.meta_path):
        sys.meta_path.insert(0, _TorchFinder())
