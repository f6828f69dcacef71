"""The signature of an optimizer's class as declared hyperparameters, and back to keywords."""

from __future__ import annotations

import inspect
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, get_args, get_origin

from simulation.optimizers.base import LEARNING_RATE, MOMENTUM
from simulation.optimizers.shared import BETA1, BETA2, EPSILON, MAXIMIZE, WEIGHT_DECAY
from simulation.parameters import Kind, Parameter

HOW_IT_RUNS = frozenset({"foreach", "fused", "capturable", "differentiable"})
"""Keywords that change how torch computes, not what."""

OF_THE_RUN = frozenset({"optimizer", "label", "enabled", "colour", "schedules"})
"""Keys that an experiment file keeps for the run itself."""

NOTHING = "none"
"""The choice that stands for Python's ``None``."""

CHOICES = {
    "line_search_fn": (NOTHING, "strong_wolfe"),
    "adjust_lr_fn": (NOTHING, "original", "match_rms_adamw"),
}
"""Words that torch takes for keywords whose annotation does not tell them."""

ALIKE = {
    "learning_rate": LEARNING_RATE,
    "momentum": MOMENTUM,
    "beta1": BETA1,
    "beta2": BETA2,
    "eps": EPSILON,
    "weight_decay": WEIGHT_DECAY,
    "maximize": MAXIMIZE,
}
"""Hyperparameters that mean the same everywhere, with their meaning and slider."""


@dataclass(frozen=True, slots=True)
class Argument:
    """One keyword of a constructor and the hyperparameters that make its value."""

    keyword: str
    parameters: tuple[Parameter, ...]
    many: bool = False
    """Whether it takes a tuple."""
    whole: bool = False
    """Whether a number without a fraction is handed over as an ``int``."""

    def value(self, values: Mapping[str, Any]) -> Any:
        """What to hand over for the keyword, from all hyperparameters by our names."""
        given = [values[parameter.name] for parameter in self.parameters]
        if self.many:
            return tuple(given)
        (value,) = given
        if value == NOTHING and self.parameters[0].kind == "choice":
            return None
        return int(value) if self.whole and value.is_integer() else value


def arguments(constructor: type) -> list[Argument]:
    """The keywords of a class that can be set by numbers, flags and known words.

    Left out, and so at their own default: keywords that only change how torch computes,
    those without a default (but ``lr``, which gets one) and those of other types.

    Raises
    ------
    ValueError
        If the class has no signature, or a keyword without a default.
    """
    meanings = _meanings(constructor)
    found: list[Argument] = []
    taken: set[str] = set()
    for keyword in _keywords(constructor):
        parameters = tuple(
            replace(p, meaning=meanings.get(keyword.name, p.meaning)) if p.name not in ALIKE else p
            for p in _parameters(keyword)
        )
        names = {parameter.name for parameter in parameters}
        if names and not names & (taken | OF_THE_RUN):
            many = isinstance(_default(keyword), tuple | list)
            found.append(Argument(keyword.name, parameters, many, _may_count(keyword)))
            taken |= names
    return found


def _keywords(constructor: type) -> Iterator[inspect.Parameter]:
    try:
        signature = inspect.signature(constructor, eval_str=True)
    except (NameError, TypeError, AttributeError, SyntaxError):  # annotations for checkers only
        signature = inspect.signature(constructor)
    for keyword in list(signature.parameters.values())[1:]:  # the first is what to optimize
        if keyword.kind in (keyword.VAR_POSITIONAL, keyword.VAR_KEYWORD):
            continue
        if keyword.default is keyword.empty and keyword.name != "lr":
            raise ValueError(f"its argument {keyword.name!r} has no default")
        if keyword.name not in HOW_IT_RUNS:
            yield keyword


def _default(keyword: inspect.Parameter) -> Any:
    return LEARNING_RATE.default if keyword.default is keyword.empty else keyword.default


def _parameters(keyword: inspect.Parameter) -> Iterator[Parameter]:
    """Hyperparameters of a keyword: one, one an entry of a tuple, or none."""
    default = _default(keyword)
    if not isinstance(default, tuple | list):
        yield from _parameter(_our_name(keyword.name), default, keyword)
        return
    names = [f"{_singular(keyword.name)}{place + 1}" for place in range(len(default))]
    entries = [
        list(_parameter(name, entry, None)) for name, entry in zip(names, default, strict=True)
    ]
    if all(entries):
        yield from (entry for (entry,) in entries)


def _parameter(name: str, default: Any, keyword: inspect.Parameter | None) -> Iterator[Parameter]:
    """The hyperparameter of one value; none where no form could show it."""
    note = keyword.annotation if keyword else None
    meaning = f"{name.replace('_', ' ').capitalize()}."
    if isinstance(default, bool):
        yield _alike(name, default, "flag") or Parameter(name, default, meaning, kind="flag")
    elif words := _words(keyword, default):
        word = NOTHING if default is None else default
        yield Parameter(name, word, meaning, kind="choice", choices=words)
    elif default is None and (types := _types(note)) <= {int, float, type(None)}:
        kind: Kind = "integer" if int in types and float not in types else "number"
        yield Parameter(name, None, meaning, kind=kind)
    elif isinstance(default, int | float) and math.isfinite(default):
        if note in (int, "int"):
            yield _numeric(name, default, meaning, "integer")
        else:
            number = float(default)
            yield _alike(name, number, "number") or _numeric(name, number, meaning, "number")


def _alike(name: str, default: Any, kind: Kind) -> Parameter | None:
    known = ALIKE.get(name)
    if known is None or known.kind != kind or not known.low <= default <= known.high:
        return None
    return replace(known, name=name, default=default)


def _numeric(name: str, default: float, meaning: str, kind: Kind) -> Parameter:
    """A number of unknown range: the slider spans what is likely, any number can be typed."""
    if kind == "integer":
        slider = (min(default, 1), max(10 * default, 10))
        return Parameter(name, default, meaning, slider=slider, kind=kind)
    if default <= 0 or 0.1 <= default < 1:
        slider = (2 * default, 0.0) if default < 0 else (0.0, 1.0)
        return Parameter(name, default, meaning, slider=slider)
    slider = (float(f"{default / 100:.2g}"), float(f"{default * 100:.2g}"))
    return Parameter(name, default, meaning, slider=slider, scale="log")


def _words(keyword: inspect.Parameter | None, default: Any) -> tuple[str, ...]:
    """The words that a keyword takes, or none if it takes others or they are not known."""
    if keyword is None or not (default is None or isinstance(default, str)):
        return ()
    known = CHOICES.get(keyword.name) or tuple(
        NOTHING if word is None else word for word in _literals(keyword.annotation)
    )
    fits = any(word != NOTHING for word in known) and all(isinstance(word, str) for word in known)
    return known if fits and (NOTHING if default is None else default) in known else ()


def _literals(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif annotation is type(None):
        yield None
    else:
        for part in get_args(annotation):
            yield from _literals(part)


def _types(annotation: Any) -> set[Any]:
    """The types that an annotation allows; none if there is no annotation."""
    if annotation is None or annotation is inspect.Parameter.empty:
        return set()
    return set(get_args(annotation)) or {annotation}


def _may_count(keyword: inspect.Parameter) -> bool:
    """Whether its type is not stated and its default is whole: 5 may be handed to ``range``."""
    return type(keyword.default) is int and keyword.annotation is keyword.empty


def _our_name(keyword: str) -> str:
    return "learning_rate" if keyword == "lr" else keyword


def _singular(name: str) -> str:
    return name[:-1] if name.endswith("s") and name != "eps" else name


def _meanings(constructor: type) -> dict[str, str]:
    """First sentence on each keyword in a docstring of torch's form, ``name (type): text``."""
    text = inspect.getdoc(constructor) or ""
    entries = re.findall(r"^\s+(\w+) \([^\n]*?\): (.+?)(?=^\s+\w+ \(|^\s*$|\Z)", text, re.M | re.S)
    meanings = {}
    for name, entry in entries:
        text = re.sub(r"\(default.*", "", entry, flags=re.S)
        sentence = " ".join(re.sub(r"[`\\]_?", "", text).split())
        sentence = sentence.split(". ")[0].strip(" .,")
        if sentence:
            meanings[name] = f"{sentence[0].upper()}{sentence[1:]}."
    return meanings
