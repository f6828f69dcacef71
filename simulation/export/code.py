"""An experiment as a stand-alone PyTorch script."""

from __future__ import annotations

import pprint
import re

from simulation.errors import InputError
from simulation.experiment import Experiment, Run
from simulation.export.script_numbers import factors
from simulation.export.script_runs import CUSTOM_NOTE, RunCode
from simulation.export.sources import Sources
from simulation.noise import BLOCK
from simulation.objectives.base import DataObjective
from simulation.optimizers.torch_optim import TORCH_NAMES, TorchClass
from simulation.seeds import generator

STANDARD_IMPORTS = {
    r"\bitertools\.": "import itertools",
    r"\bmath\.": "import math",
    r"\bos\.": "import os",
    r"\bzlib\.": "import zlib",
    r"\bPath\(": "from pathlib import Path",
    r"\bNamedTuple\b": "from typing import NamedTuple",
}
OTHER_IMPORTS = {
    r"\bnp\.": "import numpy as np",
    r"\btorch\.": "import torch",
    r": Tensor\b": "from torch import Tensor",
}
"""What a script imports, by what shows that it is needed."""

REPORT = """\
def report(label, x):
    x = x.detach()
    print(f"{label}: x = {x.flatten().tolist()}, loss = {objective(x).item()}")"""


def pytorch_script(experiment: Experiment) -> str:
    """Write a Python script that computes the same with ``torch.optim`` and autograd.

    It needs torch, and numpy where something is drawn, scheduled or read, and prints the last
    position and the loss there of every enabled run. Update rules that torch does not have are
    written out as this program computes them. Minibatches and noise are those of the
    experiment, draw by draw. Results agree but for rounding: gradients come from autograd
    instead of closed forms, and the script runs on the CPU unless a GPU was asked for by name.

    Raises
    ------
    InputError
        If the objective has no form that a script could hold.
    """
    sources = Sources()
    objective = _objective(experiment, sources)
    batches = _minibatches(experiment, sources)
    blocks = [_run(experiment, index, sources) for index in range(len(experiment.runs))]
    gradient = [GRADIENT] if any("gradient(" in block for block in blocks) else []
    draws = [_normal(experiment, sources)] if experiment.noise is not None else []
    definitions = [*objective, *sources.definitions, *batches, *draws, *gradient, REPORT]
    settings = _settings(experiment)
    body = "\n\n\n".join([settings, *definitions]) + "\n\n\n" + "\n\n".join(blocks) + "\n"
    head = [_comment(experiment.title or "Untitled experiment"), _comment(SUMMARY)]
    if experiment.starts is not None:
        head.append(_comment(f"The {experiment.starts.count} other starts are left out."))
    imports = [*_imports(body), *_custom_imports(experiment)]
    return "\n".join([*head, "", *imports, "", body])


SUMMARY = "An experiment of Momentum Lab, computed by torch alone."

GRADIENT = """\
def gradient(x, *rows):
    x = x.detach().requires_grad_()
    (slope,) = torch.autograd.grad(objective(x, *rows), x)
    return slope"""


def _settings(experiment: Experiment) -> str:
    lines = [f"torch.set_default_dtype(torch.{experiment.dtype})"]
    if experiment.device.startswith("cuda"):
        lines.append(f'torch.set_default_device("{experiment.device}")')
    lines += [f"STEPS = {experiment.steps}", f"SEED = {experiment.seed}"]
    start = pprint.pformat(list(experiment.start), width=80, compact=True)
    lines.append("START = " + start.replace("\n", "\n        "))
    return "\n".join(lines)


def _objective(experiment: Experiment, sources: Sources) -> list[str]:
    """Definitions of ``objective(x)``, or ``objective(x, rows)`` with data."""
    objective = experiment.objective.build()
    docstring = f"{objective.name}: {objective.formula}"
    code = objective.torch_code
    if code is None:
        if isinstance(objective, DataObjective):
            raise InputError(
                "objective", "{objective} cannot be written as a script", objective=objective.id
            )
        sources.add_method(objective.value, "objective", docstring)
        return []
    rows = ", rows=slice(None)" if isinstance(objective, DataObjective) else ""
    lines = [f"def objective(x{rows}):", f'"""{docstring}"""', *code.body.splitlines()]
    setup = [code.setup] if code.setup else []
    return [*setup, "\n    ".join(lines)]


def _minibatches(experiment: Experiment, sources: Sources) -> list[str]:
    """Definition of ``minibatches()``; none where every step sees all examples."""
    objective, size = experiment.objective.build(), experiment.batch_size
    if size is None or not isinstance(objective, DataObjective):
        return []
    drawn = f'{sources.add(generator)}(SEED, "minibatch", epoch)'
    examples = objective.examples
    if experiment.sampling == "replacement":
        order = f"{drawn}.integers({examples}, size={examples})"
    else:
        order = f"{drawn}.permutation({examples})"
    sized = str(size)
    if experiment.batch_size_schedule is not None:
        sizes = factors(experiment.batch_size_schedule, "np.array([float(epoch)])", sources)
        sized = f"int(np.clip(np.round({size} * {sizes}), 1, {examples})[0])"
    return [
        f'''\
def minibatches():
    """Indices of the examples that each step sees, the same for every run."""
    for epoch in itertools.count():
        order = {order}
        yield from torch.from_numpy(order).split({sized})'''
    ]


def _normal(experiment: Experiment, sources: Sources) -> str:
    """Definition of ``normal(*run)``, which draws the noise before it is scaled."""
    dim = experiment.objective.build().dim
    return f'''\
def normal(*run):
    """Standard normal vector of each step; with noise of its own, of this run."""
    draws = [
        {sources.add(generator)}(SEED, "noise", block, *run).standard_normal(({BLOCK}, {dim}))
        for block in range(-(-STEPS // {BLOCK}))
    ]
    return np.concatenate(draws)[:STEPS]'''


def _run(experiment: Experiment, index: int, sources: Sources) -> str:
    run = experiment.runs[index]
    title = _comment(f"--- run {index}: {run.title}")
    if not run.enabled:
        return f"{title} (not enabled, left out)"
    return f"{title}\n{RunCode(experiment, index, sources).text()}"


def _imports(body: str) -> list[str]:
    standard, others = (
        [line for sign, line in table.items() if re.search(sign, body)]
        for table in (STANDARD_IMPORTS, OTHER_IMPORTS)
    )
    return [*standard, *([""] if standard else []), *others]


def _custom_imports(experiment: Experiment) -> list[str]:
    modules = {
        run.optimizer.rpartition(".")[0]
        for run in experiment.runs
        if run.enabled and _is_custom(run)
    }
    return [f"import {module}  # {CUSTOM_NOTE}" for module in sorted(modules)]


def _is_custom(run: Run) -> bool:
    return isinstance(run.declaration, TorchClass) and run.optimizer not in TORCH_NAMES


def _comment(text: str) -> str:
    """A comment of one line, whatever the text holds."""
    return "# " + "".join(c if c.isprintable() else " " for c in text)
