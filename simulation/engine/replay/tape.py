"""A recorded step, replayed into memory of its own: no operation makes a new tensor.

Rules and objectives are pure functions, so every operation of theirs allocates its result. A
tape lets each write into a buffer that nobody needs any more, the operand's own where it can.
Then a step stays in the processor's cache, and several threads seldom wait for each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from simulation.engine.replay.recording import (
    NotRecordable,
    Operation,
    Recording,
    filled_in,
)

if TYPE_CHECKING:
    from torch import Tensor

ARITHMETIC = ("add", "addcdiv", "addcmul", "div", "lerp", "mul", "neg", "reciprocal", "rsub", "sub")
FUNCTIONS = (
    "abs",
    "ceil",
    "erf",
    "exp",
    "expm1",
    "floor",
    "hypot",
    "log",
    "log1p",
    "pow",
    "sigmoid",
)
ROOTS_AND_ANGLES = ("atan", "atan2", "cos", "cosh", "sin", "sinh", "sqrt", "square", "tan", "tanh")
CHOICES = ("bitwise_not", "clamp", "logical_and", "maximum", "minimum", "sign", "where")
ELEMENTWISE = frozenset((*ARITHMETIC, *FUNCTIONS, *ROOTS_AND_ANGLES, *CHOICES))
"""Operations that may write over an operand, as each element depends on its own place only."""

COMPARISONS = frozenset(("eq", "ge", "gt", "le", "lt", "ne"))
GATHERING = frozenset(("addmm", "cat", "matmul", "mean", "mm", "prod", "stack", "sum"))
DIRECT = (ELEMENTWISE - {"rsub"}) | COMPARISONS | GATHERING
"""Operations that ``torch`` offers under the same name with ``out=``."""

Call = Callable[[], Any]


class Tape:
    """Repeats what was recorded, each time from where the last time ended.

    Parameters
    ----------
    recording
        One step.
    carried
        How many of the outputs, from the first on, are the inputs of the next step, in the
        same order.

    Attributes
    ----------
    inputs
        The values now, at first those of the recording; those that are not carried are to be
        written there before a step if they are others.
    outputs
        All outputs of the last call, the carried ones included.

    Raises
    ------
    NotRecordable
        If an operation does not give the recorded numbers again, bit for bit.
    """

    def __init__(self, recording: Recording, carried: int) -> None:
        self._recording = recording
        self._carried = carried
        self._operations = recording.needed()
        self._roots = _roots(self._operations, len(recording.tensors))
        self._last = self._last_uses()
        self._places: list[Any] = list(recording.tensors)
        self._free: dict[tuple[Any, ...], list[Tensor]] = defaultdict(list)
        self._targets: dict[int, Tensor] = {}
        self._calls: list[Call] = []
        for number in recording.inputs:
            self._places[number] = recording.tensors[number].clone()
        self.inputs: list[Tensor] = [self._places[number] for number in recording.inputs]
        for output, buffer in zip(recording.outputs[:carried], self.inputs, strict=False):
            self._targets[self._roots[output]] = buffer
        for index, operation in enumerate(self._operations):
            self._bind(index, operation)
        self.outputs: list[Tensor] = self._carry(carried)
        for number, buffer in zip(recording.inputs, self.inputs, strict=True):
            buffer.copy_(recording.tensors[number])  # binding took a step
        del self._recording, self._places, self._free, self._targets  # and their tensors

    def __call__(self, steps: int = 1) -> None:
        """Take some steps."""
        for _ in range(steps):
            for call in self._calls:
                call()

    def _last_uses(self) -> dict[int, int]:
        """The last operation that reads each value or a view of it."""
        last: dict[int, int] = {}
        for index, operation in enumerate(self._operations):
            for number in operation.reads():
                last[self._roots[number]] = index
        for number in (*self._recording.outputs, *self._recording.inputs[self._carried :]):
            last[self._roots[number]] = len(self._operations)
        return last

    def _bind(self, index: int, operation: Operation) -> None:
        operands = filled_in(operation.operands, self._places)
        options = {name: filled_in(each, self._places) for name, each in operation.options.items()}
        if operation.views is not None or len(operation.outputs) > 1:
            self._bind_view(operation, operands, options)
            return
        (output,) = operation.outputs
        wanted = self._recording.tensors[output]
        out = self._place_for(index, operation, wanted)
        call = call_into(operation, operands, options, out)
        self._calls.append(call)
        if not same_numbers(out, wanted):
            raise NotRecordable(operation.name)
        self._places[output] = out
        for number in {self._roots[number] for number in operation.reads()}:
            if self._last[number] == index and self._places[number] is not out:
                self._release(self._places[number])

    def _bind_view(self, operation: Operation, operands: Any, options: Any) -> None:
        """Views are made once: they stay where their buffer is."""
        result = operation.function(*operands, **options)
        results = result if isinstance(result, list | tuple) else (result,)
        for number, each in zip(operation.outputs, results, strict=True):
            self._places[number] = each
        if operation.views is None:
            raise NotImplementedError(operation.name)

    def _place_for(self, index: int, operation: Operation, like: Tensor) -> Tensor:
        """Memory for a result: where it is wanted in the end, over an operand, or spare."""
        key = _kind(like)
        (output,) = operation.outputs
        target = self._targets.get(output)
        over = self._dying(index, operation, key) if operation.name in ELEMENTWISE else []
        spare = self._free[key]
        for place in (*over, *spare):
            if place is target:
                chosen = place
                break
        else:
            if not over and not spare:
                import torch

                return torch.empty_like(like, memory_format=torch.contiguous_format)
            chosen = (*over, *spare)[0]
        self._free[key] = [each for each in spare if each is not chosen]
        return chosen

    def _dying(self, index: int, operation: Operation, key: Any) -> list[Tensor]:
        """Operands of the right kind that nobody reads after this operation."""
        reads = operation.reads()
        found = []
        for number in reads:
            whole = [each for each in reads if self._roots[each] == number]
            dies = self._last.get(number) == index and self._owned(number)
            if (
                dies
                and all(each == number for each in whole)
                and _kind(self._places[number]) == key
            ):
                found.append(self._places[number])
        return found

    def _owned(self, number: int) -> bool:
        """Whether a value is in a buffer of the tape, rather than a constant."""
        return self._places[number] is not self._recording.tensors[number]

    def _release(self, buffer: Tensor) -> None:
        pool = self._free[_kind(buffer)]
        if all(each is not buffer for each in pool):
            pool.append(buffer)

    def _carry(self, carried: int) -> list[Tensor]:
        """Bring the outputs to where the next step reads them."""
        outputs = [self._places[number] for number in self._recording.outputs]
        moves = [
            (output, buffer)
            for output, buffer in zip(outputs[:carried], self.inputs, strict=False)
            if output is not buffer
        ]
        staged = [(output.clone(), output, buffer) for output, buffer in moves]
        self._calls += [partial(stage.copy_, output) for stage, output, _ in staged]
        self._calls += [partial(buffer.copy_, stage) for stage, _, buffer in staged]
        for stage, _, buffer in staged:
            buffer.copy_(stage)
        return [*self.inputs[:carried], *outputs[carried:]]


def _roots(operations: Sequence[Operation], count: int) -> list[int]:
    """For each value, the one whose memory it is part of: itself, unless it is a view."""
    roots = list(range(count))
    for operation in operations:
        if operation.views is not None:
            for number in operation.outputs:
                roots[number] = roots[operation.views]
    return roots


def _kind(tensor: Tensor) -> tuple[Any, ...]:
    return (tuple(tensor.shape), tensor.dtype)


def call_into(
    operation: Operation, operands: Any, options: Any, out: Tensor, *, direct: bool = True
) -> Call:
    """The fastest call that does an operation into ``out``, done once.

    ``direct`` says whether the result has the shape of ``out``, to which it is broadcast if not.
    """
    import torch

    if direct and operation.name in DIRECT:
        kernel = getattr(torch, operation.name)
        call: Call = partial(kernel, *operands, **options, out=out)
        saved = [each.clone() for each in operands if each is out]
        try:
            call()
        except (TypeError, RuntimeError):  # this form of it takes no ``out``
            for each in saved:
                out.copy_(each)
        else:
            return call
    call = partial(_copied, operation.function, operands, options, out)
    call()
    return call


def same_numbers(one: Tensor, other: Tensor) -> bool:
    """Whether two tensors hold the same numbers, nan included."""
    return bool((one.eq(other) | (one.ne(one) & other.ne(other))).all())


def _copied(function: Callable[..., Tensor], operands: Any, options: Any, out: Tensor) -> None:
    out.copy_(function(*operands, **options))
