"""torch.optim's own classes, and anyone's like them, run for real as the reference of a run."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulation.errors import InputError, unknown
from simulation.optimizers.base import MOMENTUM, Optimizer, TorchForm, torch_keywords
from simulation.optimizers.consent import TORCH, ConsentNeeded, allowed
from simulation.optimizers.shared import MAXIMIZE, WEIGHT_DECAY, learning_rate
from simulation.optimizers.signature import Argument, arguments
from simulation.parameters import Parameter
from simulation.wording import said

if TYPE_CHECKING:
    import torch

LONGEST_PATH = 200

TORCH_NAMES = tuple(
    TORCH + name
    for name in (
        "ASGD",
        "Adadelta",
        "Adafactor",
        "Adagrad",
        "Adam",
        "AdamW",
        "Adamax",
        "LBFGS",
        "Muon",
        "NAdam",
        "RAdam",
        "RMSprop",
        "Rprop",
        "SGD",
        "SparseAdam",
    )
)
"""Torch's own, written out so that they can be listed without loading torch."""


@dataclass(frozen=True, slots=True)
class TorchClass(Optimizer):
    """A ``torch.optim.Optimizer`` subclass; its ``id`` is its import path.

    Hyperparameters keep the names of the class, but for ``lr``, which is ``learning_rate``
    here, and for tuples, whose entries are counted: ``betas`` are ``beta1`` and ``beta2``.
    """

    torch_form: TorchForm


TORCH_SGD = TorchClass(
    id="torch.optim.SGD",
    name="torch.optim.SGD",
    formula=(
        "g ← g + weight_decay · x\n"
        "v ← momentum · v + (1 − dampening) g, but v ← g in the first step\n"
        "x ← x − learning_rate · v"
    ),
    source="torch.optim.SGD, run as it is",
    hyperparameters=(
        learning_rate(1e-3),
        Parameter(
            "momentum", 0.0, MOMENTUM.meaning, low=0.0, high=1.0, slider=(0.0, 1.0), symbol="β"
        ),
        Parameter(
            "dampening",
            0.0,
            "Share of the gradient left out of the velocity; equal to momentum, it averages.",
            low=0.0,
            high=1.0,
            slider=(0.0, 1.0),
        ),
        WEIGHT_DECAY,
        Parameter("nesterov", False, "Look ahead along the velocity.", kind="flag"),
        MAXIMIZE,
    ),
    torch_form=TorchForm(
        "torch.optim.SGD",
        torch_keywords(
            "momentum", "dampening", "weight_decay", "nesterov", "maximize", lr="learning_rate"
        ),
    ),
)
"""Declared by hand: presets use it, and opening one must not load torch."""

_declared = {TORCH_SGD.id: TORCH_SGD}


def torch_class(path: str, key: str) -> TorchClass:
    """Declare the optimizer class at an import path, from its signature.

    Raises
    ------
    ConsentNeeded
        If importing it needs the user's consent.
    InputError
        If there is no such class or it is none that can be declared; ``key`` is named.
    """
    if path not in _declared:
        _declared[path] = _declare(path, load(path, key), key)
    return _declared[path]


def load(path: str, key: str) -> type[torch.optim.Optimizer]:
    """Import the optimizer class at ``path``; raises as :func:`torch_class` does."""
    module_name, _, name = path.rpartition(".")
    # Only ASCII: whoever is asked to allow a path must be able to tell it from another.
    parts = path.split(".")
    if not (len(path) <= LONGEST_PATH and path.isascii() and all(map(str.isidentifier, parts))):
        shown = path[:40] + "…" * (len(path) > 40)
        raise InputError(
            key, "{shown!r} is no import path; give one such as torch.optim.Adam", shown=shown
        )
    if not allowed(path):
        raise ConsentNeeded(key, path)
    import torch

    module = _import(module_name, key)
    if not hasattr(module, name):
        hint = unknown(path, TORCH_NAMES, "optimizer") if path.startswith(TORCH) else ""
        raise InputError(
            key, hint or said("the module {module} has no {name}", module=module_name, name=name)
        )
    found = getattr(module, name)
    base = torch.optim.Optimizer
    if not (isinstance(found, type) and issubclass(found, base)) or found is base:
        raise InputError(
            key, "{path} is no optimizer; give a subclass of torch.optim.Optimizer", path=path
        )
    return found


def reason(error: BaseException) -> str:
    """What an exception of foreign code says, in one line."""
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:300]}" if text else type(error).__name__


def _import(name: str, key: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name and f"{name}.".startswith(f"{error.name}."):
            raise InputError(
                key, "there is no module {module}; name its folder in PYTHONPATH", module=error.name
            ) from error
        raise InputError(
            key, "importing {name} failed: {reason}", name=name, reason=reason(error)
        ) from error
    except (Exception, SystemExit) as error:
        raise InputError(
            key, "importing {name} failed: {reason}", name=name, reason=reason(error)
        ) from error


def _declare(path: str, found: type[torch.optim.Optimizer], key: str) -> TorchClass:
    import torch

    try:
        declared = arguments(found)
    except (TypeError, ValueError) as error:
        raise InputError(
            key, "{path} cannot be used: {reason}", path=path, reason=str(error)
        ) from error
    return TorchClass(
        id=path,
        name=path if path in TORCH_NAMES else found.__name__,
        formula=f"x ← {found.__name__}.step(x)",
        source=f"{path}, run as it is",
        hyperparameters=tuple(p for argument in declared for p in argument.parameters),
        torch_form=TorchForm(
            path, _Keywords(declared), sparse=issubclass(found, torch.optim.SparseAdam)
        ),
    )


@dataclass(frozen=True, slots=True)
class _Keywords:
    """Hyperparameter values, by our names, to the keywords of a constructor."""

    arguments: Sequence[Argument]

    def __call__(self, values: Mapping[str, Any]) -> dict[str, Any]:
        return {argument.keyword: argument.value(values) for argument in self.arguments}
