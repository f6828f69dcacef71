"""Records what a function of tensors does, by listening to torch's dispatcher."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from simulation.engine.replay.recording import REFUSED, NotRecordable, Operation, Recording, Value

if TYPE_CHECKING:
    from torch import Tensor


def record(function: Callable[..., Sequence[Tensor]], inputs: Sequence[Tensor]) -> Recording:
    """Call ``function(*inputs)`` and list what it does.

    Tensors that it reaches otherwise are constants, and so is whatever it computes from them
    alone: that is not recorded.

    Raises
    ------
    NotRecordable
        If replaying the operations would not be the same as calling the function.
    """
    recording = Recording()
    mode = _recorder_class()(recording)
    inputs = _told_apart(inputs)
    numbers = [mode.add(tensor) for tensor in inputs]
    with mode:
        outputs = function(*inputs)
    recording.inputs = tuple(numbers)
    recording.outputs = tuple(mode.number(tensor) for tensor in outputs)
    return recording


def _told_apart(inputs: Sequence[Tensor]) -> list[Tensor]:
    """The inputs, with a copy where one stands in several places.

    Tensors are known by who they are, and the next step may have different ones there.
    """
    seen: set[int] = set()
    apart = []
    for tensor in inputs:
        apart.append(tensor.clone() if id(tensor) in seen else tensor)
        seen.add(id(tensor))
    return apart


@cache
def _recorder_class() -> Any:  # noqa: C901 - one class, whose base has to be loaded first
    """The class whose instances list every operation while they are entered.

    It is made when it is first needed, as its base is torch's.
    """
    import torch
    from torch.utils._python_dispatch import TorchDispatchMode

    refused_tags = {torch.Tag.nondeterministic_seeded, torch.Tag.data_dependent_output}

    class Recorder(TorchDispatchMode):
        """Lists the operations that depend on an input."""

        def __init__(self, recording: Recording) -> None:
            super().__init__()  # type: ignore[no-untyped-call]
            self._recording = recording
            self._known: dict[int, int] = {}

        @classmethod
        def _should_skip_dynamo(cls) -> bool:
            """Nothing here is compiled by torch; keeping its compiler away would import it."""
            return False

        def add(self, tensor: torch.Tensor) -> int:
            """Give a tensor a number."""
            number = len(self._recording.tensors)
            self._recording.tensors.append(tensor)  # held, so that its id stays its own
            self._known[id(tensor)] = number
            return number

        def number(self, tensor: torch.Tensor) -> int:
            """Number of a result; one that depends on no input gets a new one."""
            known = self._known.get(id(tensor))
            return self.add(tensor) if known is None else known

        def __torch_dispatch__(
            self, func: Any, types: Any, args: tuple[Any, ...] = (), kwargs: Any = None
        ) -> Any:
            del types
            kwargs = kwargs or {}
            result = func(*args, **kwargs)
            operands = tuple(self._named(operand) for operand in args)
            options = {name: self._named(value) for name, value in kwargs.items()}
            operation = Operation(func.overloadpacket.__name__, func, operands, options, ())
            if not operation.reads():
                return result
            results = result if isinstance(result, list | tuple) else (result,)
            known = all(isinstance(each, torch.Tensor) for each in results)
            changes = func._schema.is_mutable or operation.name in REFUSED
            if not known or changes or refused_tags & set(func.tags):
                raise NotRecordable(str(func))
            views = self._shared(operation.reads(), results)
            outputs = tuple(self.add(each) for each in results)
            self._recording.operations.append(
                Operation(operation.name, func, operands, options, outputs, views)
            )
            return result

        def _shared(self, read: list[int], results: Any) -> int | None:
            """The operand whose memory the results are part of."""
            memory = results[0].untyped_storage().data_ptr()
            held = self._recording.tensors
            return next((n for n in read if held[n].untyped_storage().data_ptr() == memory), None)

        def _named(self, operand: Any) -> Any:
            if isinstance(operand, torch.Tensor):
                number = self._known.get(id(operand))
                return operand if number is None else Value(number)
            if isinstance(operand, list | tuple):
                return [self._named(part) for part in operand]
            return operand

    return Recorder
