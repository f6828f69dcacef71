"""One run of an experiment as the lines of a script that compute it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from simulation.experiment import Experiment
from simulation.export import script_numbers
from simulation.export.sources import Sources
from simulation.optimizers.base import LEARNING_RATE, Rule, TorchForm
from simulation.optimizers.torch_optim import TORCH_NAMES, TorchClass
from simulation.seeds import generator

CUSTOM_NOTE = "an optimizer of others, which this experiment uses"

LONGEST_LINE = 88

CLOSURES = "torch.optim.LBFGS"
"""The only one of torch's own that cannot do without a closure."""

OTHERWISE_SCHEDULED = frozenset({"asgd"})
"""Rules that torch's class follows only while the learning rate is constant: ASGD uses the one
of the step before."""


class RunCode:
    """Writes one run: through its class in torch, or through its update written out.

    Parameters
    ----------
    experiment, index
        The run is number ``index`` of the experiment.
    sources
        Where the functions are collected that the lines call.
    """

    def __init__(self, experiment: Experiment, index: int, sources: Sources) -> None:
        self._experiment = experiment
        self._index = index
        self._run = experiment.runs[index]
        self._sources = sources
        self._shape = experiment.objective.build().matrix_shape

    def text(self) -> str:
        """The lines; they leave the last position in ``x``."""
        optimizer = self._run.declaration
        form = optimizer.torch_form if isinstance(optimizer, Rule | TorchClass) else None
        scheduled = [
            f"{name}_at = ({script_numbers.values(self._run, name, self._sources)}).tolist()"
            for name in self._run.schedules
        ]
        if isinstance(optimizer, Rule) and (form is None or not self._is_torch_alike(optimizer)):
            lines = self._written_out(optimizer)
        else:
            assert form is not None
            lines = self._through_torch(form)
        return "\n".join([*scheduled, *lines, f"report({self._run.title!r}, x)"])

    def _is_torch_alike(self, rule: Rule) -> bool:
        """Whether torch's class follows the schedules as the rule does."""
        scheduled = set(self._run.schedules)
        return not scheduled or (
            scheduled == {LEARNING_RATE.name} and rule.id not in OTHERWISE_SCHEDULED
        )

    # --- through a class of torch's -----------------------------------------------------------

    def _through_torch(self, form: TorchForm) -> list[str]:
        values = self._run.hyperparameters
        keywords = form.keywords(values)
        rate_first = sorted(keywords, key=lambda name: name != "lr")
        arguments = [f"{name}={keywords[name]!r}" for name in rate_first]
        shape = f".reshape{self._shape}" if self._as_matrix else ""
        custom = form.path not in TORCH_NAMES
        loop = self._evaluation(form)
        if custom or form.path == CLOSURES:
            closure = ["def closure():", *_indented(loop), "    return loss"]
            loop = [*closure, "optimizer.step(closure)"]
        else:
            loop = [*loop, "optimizer.step()"]
        return [
            f"x = torch.tensor(START){shape}.requires_grad_()",
            *self._noise_lines(),
            *([f"torch.manual_seed({self._torch_seed})"] if custom else []),
            *_call(f"optimizer = {form.path}", ["[x]", *arguments]),
            self._loop_head,
            *_indented([*self._group_updates(form, keywords), *loop]),
        ]

    @property
    def _as_matrix(self) -> bool:
        return self._shape is not None and isinstance(self._run.declaration, TorchClass)

    @property
    def _torch_seed(self) -> int:
        return int(generator(self._experiment.seed, "torch", self._index).integers(2**63))

    def _evaluation(self, form: TorchForm) -> list[str]:
        """Loss and gradient of one step."""
        noise = " + (kicks[step] * x).sum()" if self._experiment.noise else ""
        lines = ["optimizer.zero_grad()", f"loss = objective(x{self._rows}){noise}"]
        lines.append("loss.backward()")
        if form.sparse:
            every = "torch.arange(len(x))[None]"
            options = "check_invariants=False"
            lines.append(f"x.grad = torch.sparse_coo_tensor({every}, x.grad, x.shape, {options})")
        return lines

    def _group_updates(self, form: TorchForm, keywords: Mapping[str, Any]) -> list[str]:
        """What changes in the parameter group before a step."""
        changing = {name: _Expression(f"{name}_at[step]") for name in self._run.schedules}
        changed = form.keywords({**self._run.hyperparameters, **changing})
        return [
            f'optimizer.param_groups[0]["{name}"] = {changed[name]!r}'
            for name in keywords
            if changed[name] != keywords[name]
        ]

    # --- through our own update ---------------------------------------------------------------

    def _written_out(self, rule: Rule) -> list[str]:
        update: Callable[..., Any] = rule.update
        bound: Mapping[str, Any] = {}
        if isinstance(rule.update, partial):
            update, bound = rule.update.func, rule.update.keywords
        numbers = {p.name for p in rule.hyperparameters if p.kind == "number"}
        values = {**self._run.hyperparameters, **bound}
        h = [
            f"{name}=torch.tensor({value!r})" if name in numbers else f"{name}={value!r}"
            for name, value in values.items()
        ]
        point = "x"
        if rule.query is not None:
            point = f"{self._sources.add(rule.query)}(x, state, **h)"
        noise = " + kicks[step]" if self._experiment.noise else ""
        return [
            "x = torch.tensor(START)",
            *self._noise_lines(),
            f"state = {self._sources.add(rule.init, 'start_state')}(x)",
            *_call("h = dict", h),
            self._loop_head,
            *_indented(
                [
                    *(
                        f'h["{name}"] = torch.tensor({name}_at[step])'
                        for name in self._run.schedules
                    ),
                    f"g = gradient({point}{self._rows}){noise}",
                    f"x, state = {self._sources.add(update)}(x, g, state, **h)",
                ]
            ),
        ]

    # --- what both have -------------------------------------------------------------------------

    @property
    def _loop_head(self) -> str:
        if self._rows:
            return "for step, rows in zip(range(STEPS), minibatches()):"
        return "for step in range(STEPS):"

    @property
    def _rows(self) -> str:
        return ", rows" if self._experiment.batch_size is not None else ""

    def _noise_lines(self) -> list[str]:
        noise = self._experiment.noise
        if noise is None:
            return []
        run = "" if noise.shared else str(self._index)
        strength = script_numbers.strength(noise, self._run)
        shape = f".reshape(-1, *{self._shape})" if self._as_matrix else ""
        return [
            f"strength = {strength}",
            f"kicks = torch.from_numpy(strength * normal({run})).to(x){shape}",
        ]


class _Expression(float):
    """Stands for a number that is only known in the script."""

    text: str

    def __new__(cls, text: str) -> _Expression:
        made = super().__new__(cls, math.nan)
        made.text = text
        return made

    def __repr__(self) -> str:
        return self.text


def _call(function: str, arguments: list[str]) -> list[str]:
    """A call in one line or, where it is long, with an argument a line."""
    line = f"{function}({', '.join(arguments)})"
    if len(line) <= LONGEST_LINE:
        return [line]
    return [f"{function}(", *(f"    {argument}," for argument in arguments), ")"]


def _indented(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]
