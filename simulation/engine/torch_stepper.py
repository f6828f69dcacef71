"""Advancing one run through an optimizer class of torch's, or of anyone's, as it is."""

from __future__ import annotations

import copy
import inspect
from typing import TYPE_CHECKING, Any

from simulation.engine.interruption import Cancelled
from simulation.engine.sampling import GradientFunction, GradientSource
from simulation.engine.scheduled import ScheduledGroup
from simulation.engine.torch_globals import TorchGlobals
from simulation.errors import InputError, join
from simulation.experiment import Run
from simulation.objectives.base import Objective
from simulation.optimizers.base import TorchForm
from simulation.optimizers.torch_optim import load, reason
from simulation.wording import said

if TYPE_CHECKING:
    from torch import Tensor

NEEDS_AUTOGRAD = "does not require grad"
"""In torch's words when ``backward`` is called on a loss that has no graph."""


class TorchStepper:
    """Steps one run; the parameter is a matrix where the objective's coordinates are one.

    Before each step the gradient is handed in. ``step`` also gets a closure, if it takes one,
    that evaluates loss and gradient anew on the examples of this step: that serves LBFGS and
    its like. However often it is called, a step is one call of ``step``.

    Parameters
    ----------
    form
        The class and how our values become its keywords.
    run
        Its values by our names, and their schedules.
    objective
        Placed; says whether the parameter is a matrix.
    x
        Start, ``(dim, 1)``.
    seed
        Seed of the random draws that the optimizer makes, if it does.
    key
        Path of the run in the experiment, for sentences.

    Raises
    ------
    InputError
        If the class refuses the hyperparameters or the parameter, and, from ``advance``, if
        it fails later; its own words are kept.
    """

    def __init__(
        self, form: TorchForm, run: Run, objective: Objective, x: Tensor, *, seed: int, key: str
    ) -> None:
        import torch

        make = load(form.path, join(key, "optimizer"))
        self._form = form
        self._key = key
        self._column = x.shape
        shape = objective.matrix_shape or (len(x),)
        self._parameter = torch.nn.Parameter(x.reshape(shape).clone())
        self._globals = TorchGlobals(x.dtype, x.device, seed)
        try:
            with self._globals.in_force():
                self._optimizer: Any = make([self._parameter], **form.keywords(run.hyperparameters))
        except (Exception, SystemExit) as error:
            words = str(error) if isinstance(error, ValueError) else reason(error)
            where = said("{objective} with these values", objective=objective.id)
            raise InputError(
                key, "{path} refuses {where}: {words}", path=form.path, where=where, words=words
            ) from error
        self._scheduled = ScheduledGroup(form, run, self._optimizer.param_groups[0], key)
        self._takes_closure = _takes_one_argument(self._optimizer.step)

    def advance(self, source: GradientSource, first: int, count: int) -> Tensor:
        import torch

        positions = []
        with self._globals.in_force():
            gradients = zip(
                source.steps(first, count), self._scheduled.steps(first, count), strict=True
            )
            for step, (gradient, changed) in enumerate(gradients, first):
                self._optimizer.param_groups[0].update(changed)
                self._step(source, step, gradient)
                positions.append(self._parameter.detach().reshape(self._column).clone())
        return torch.stack(positions)

    def save(self) -> Any:
        return (
            self._parameter.detach().clone(),
            copy.deepcopy(self._optimizer.state_dict()),
            self._globals.random_state,
        )

    def restore(self, saved: Any) -> None:
        import torch

        parameter, state, self._globals.random_state = saved
        with torch.no_grad():
            self._parameter.copy_(parameter)
        self._optimizer.load_state_dict(copy.deepcopy(state))

    def _step(self, source: GradientSource, step: int, gradient: GradientFunction) -> None:
        def closure() -> Tensor:
            self._hand_in(gradient)
            return source.loss(step)(self._position())[0]

        shape, dtype = self._parameter.shape, self._parameter.dtype
        self._hand_in(gradient)
        try:
            self._optimizer.step(*([closure] if self._takes_closure else []))
        except Cancelled:
            raise
        except (Exception, SystemExit) as error:
            raise self._failure(step, _explained(error)) from error
        if (self._parameter.shape, self._parameter.dtype) != (shape, dtype):
            raise self._failure(step, "it changed the shape or the type of the parameter")

    def _hand_in(self, gradient: GradientFunction) -> None:
        import torch

        found = gradient(self._position()).reshape(self._parameter.shape)
        if self._form.sparse:
            every = torch.arange(len(found), device=found.device)[None]
            found = torch.sparse_coo_tensor(every, found, found.shape, check_invariants=False)
        self._parameter.grad = found

    def _position(self) -> Tensor:
        """Where the parameter is, ``(dim, 1)``; what is computed there has no graph."""
        return self._parameter.detach().reshape(self._column)

    def _failure(self, step: int, problem: str) -> InputError:
        return InputError(
            self._key,
            "{path} failed in step {step}: {problem}",
            path=self._form.path,
            step=step + 1,
            problem=problem,
        )


def _explained(error: BaseException) -> str:
    if NEEDS_AUTOGRAD in str(error):
        return said(
            "it differentiates the loss by itself, which is out of reach; "
            "losses and gradients are handed in, graphs are not"
        )
    return reason(error)


def _takes_one_argument(step: Any) -> bool:
    try:
        inspect.signature(step).bind(None)
    except TypeError:
        return False
    return True
