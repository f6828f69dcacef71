"""Declared parameters: the single description that forms, files, commands and docs read."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeGuard

from simulation.errors import InputError, join, unknown
from simulation.wording import any_of, said

Kind = Literal["number", "integer", "flag", "choice", "vector", "matrix", "text", "values"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One named setting of an optimizer or an objective.

    Parameters
    ----------
    name
        The field's standard term, as files and ``--set`` spell it.
    default
        Value when none is given; its type must fit ``kind``. ``None`` for a number that may
        be left out, which is not the same as any number; files then do not mention it.
    meaning
        One sentence for the tooltip.
    low, high
        Smallest and largest value allowed, both included.
    slider
        Range that the slider offers; values outside it, within ``low`` and ``high``, can
        still be typed. ``None`` for kinds without a slider.
    scale
        Whether the slider moves linearly or by factors.
    kind
        What the value is. A ``vector`` is a list of numbers, a ``matrix`` a list of rows,
        ``values`` a table of names and finite numbers, and a ``text`` has at most ``high``
        characters.
    choices
        The words allowed when ``kind`` is ``choice``.
    symbol
        The letter that formulas use for it.
    """

    name: str
    default: Any
    meaning: str
    low: float = -math.inf
    high: float = math.inf
    slider: tuple[float, float] | None = None
    scale: Literal["linear", "log"] = "linear"
    kind: Kind = "number"
    choices: tuple[str, ...] = ()
    symbol: str = ""

    def check(self, value: Any, key: str) -> Any:
        """Return ``value`` in its canonical type.

        Raises
        ------
        InputError
            If the type is wrong or the value out of range; ``key`` is named in it.
        """
        if value is None and self.default is None:
            return None
        if self.kind == "flag":
            if isinstance(value, bool):
                return value
            raise InputError(key, "{given} is not allowed; give true or false", given=_show(value))
        if self.kind == "choice":
            if value in self.choices:
                return value
            raise InputError(
                key,
                "{given} is not allowed; give {choices}",
                given=_show(value),
                choices=any_of(map(repr, self.choices)),
            )
        if self.kind in _TABLES:
            return _TABLES[self.kind](value, key)
        if self.kind == "text":
            return self._check_text(value, key)
        return self._check_number(value, key)

    def _check_text(self, value: Any, key: str) -> str:
        if not is_text(value):
            raise InputError(key, "{given} is not allowed; give a text", given=_show(value))
        if len(value) > self.high:
            raise InputError(
                key,
                "{count:,} characters are too many; give at most {most:,.0f}",
                count=len(value),
                most=self.high,
            )
        return value

    def _check_number(self, value: Any, key: str) -> float | int:
        integer = self.kind == "integer"
        if not is_number(value) or (integer and not float(value).is_integer()):
            raise InputError(
                key,
                "{given} is not allowed; give {allowed}",
                given=_show(value),
                allowed=self.allowed,
            )
        number: float | int = int(value) if integer else float(value)
        if not self.low <= number <= self.high or math.isinf(number):
            raise InputError(
                key,
                "{given} is out of range; give {allowed}",
                given=_show(value),
                allowed=self.allowed,
            )
        return number

    @property
    def allowed(self) -> str:
        """The range in words, such as ``a number from 0 to 1``."""
        integer = self.kind == "integer"
        noun = said("a whole number") if integer else said("a number")
        low, high = (f"{bound:.0f}" if integer else f"{bound:g}" for bound in (self.low, self.high))
        if math.isinf(self.low) and math.isinf(self.high):
            return noun
        if math.isinf(self.high):
            return said("{noun} of at least {low}", noun=noun, low=low)
        if math.isinf(self.low):
            return said("{noun} of at most {high}", noun=noun, high=high)
        return said("{noun} from {low} to {high}", noun=noun, low=low, high=high)


def check_all(
    declared: Sequence[Parameter], given: Mapping[str, Any], prefix: str, owner: str
) -> dict[str, Any]:
    """Return every declared parameter with its given value or its default.

    Raises
    ------
    InputError
        If a value is not allowed, or a key is not declared.
    """
    names = [parameter.name for parameter in declared]
    for key in given:
        if key not in names:
            raise InputError(
                join(prefix, key), unknown(key, names, said("parameter of {owner}", owner=owner))
            )
    return {
        parameter.name: parameter.check(
            given.get(parameter.name, parameter.default), join(prefix, parameter.name)
        )
        for parameter in declared
    }


def check_fields(record: object, declared: Sequence[Parameter], prefix: str) -> None:
    """Give the fields of a frozen record that is being made the values that are kept of them.

    Raises
    ------
    InputError
        If a value is not allowed.
    """
    for parameter in declared:
        checked = parameter.check(getattr(record, parameter.name), join(prefix, parameter.name))
        object.__setattr__(record, parameter.name, checked)


def check_vector(value: Any, key: str) -> tuple[float, ...]:
    """Return a non-empty tuple of finite numbers, or raise ``InputError``."""
    if isinstance(value, list | tuple) and value and all(map(is_number, value)):
        numbers = tuple(float(entry) for entry in value)
        if all(map(math.isfinite, numbers)):
            return numbers
    raise InputError(
        key, "{given} is not allowed; give a list of finite numbers", given=_show(value)
    )


def is_text(value: Any) -> TypeGuard[str]:
    """Whether ``value`` is a text that a file can hold.

    Half a character cannot be written; a command line in the wrong encoding gives those.
    """
    if not isinstance(value, str):
        return False
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_number(value: Any) -> bool:
    """Whether ``value`` is a real number that a float holds, nan excluded; a bool is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    try:
        return not math.isnan(value)
    except OverflowError:  # a whole number beyond the range of floats
        return False


def _check_matrix(value: Any, key: str) -> tuple[tuple[float, ...], ...]:
    if not isinstance(value, list | tuple) or not value:
        raise InputError(
            key, "{given} is not allowed; give a list of rows of numbers", given=_show(value)
        )
    rows = tuple(check_vector(row, f"{key}.{index}") for index, row in enumerate(value))
    if any(len(row) != len(rows[0]) for row in rows):
        raise InputError(key, "the rows differ in length; give rows of one length")
    return rows


def _check_values(value: Any, key: str) -> dict[str, float]:
    if not isinstance(value, Mapping):
        raise InputError(
            key,
            "{given} is not allowed; give a table of numbers, such as {{ a = 1.0 }}",
            given=_show(value),
        )
    for name, number in value.items():
        if not isinstance(name, str) or not is_number(number) or math.isinf(number):
            raise InputError(
                join(key, name), "{given} is not allowed; give a finite number", given=_show(number)
            )
    return {name: float(number) for name, number in value.items()}


_TABLES: dict[str, Callable[[Any, str], Any]] = {
    "vector": check_vector,
    "matrix": _check_matrix,
    "values": _check_values,
}


def _show(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
