"""Random formulas, written so that Python reads them as the program does."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

SMOOTH = ("sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "log")
SMOOTH += ("log2", "log10", "sqrt", "erf")
KINKED = ("abs", "sign", "relu")


def _nan_aware(choose: Callable[[float, float], float]) -> Callable[[float, float], float]:
    return lambda a, b: math.nan if a != a or b != b else choose(a, b)


PYTHON: dict[str, Any] = {
    "__builtins__": {},
    **{name: getattr(math, name) for name in SMOOTH if hasattr(math, name)},
    **{name: getattr(math, name) for name in ("atan2", "hypot", "pi", "e", "tau")},
    "abs": math.fabs,
    "sign": lambda x: float((x > 0) - (x < 0)),
    "relu": lambda x: math.nan if x != x else max(x, 0.0),
    "min": _nan_aware(min),
    "max": _nan_aware(max),
}

# Always with a dot: Python's whole numbers have no overflow, and 9**9**9 would never end.
NUMBERS = st.one_of(
    st.sampled_from(["0.0", "0.5", "1.0", "2.0", "3.0", "4.0", "10.0", "1e-3", "2.5e2", "1e300"]),
    st.floats(0, 100).map(repr),
)
LEAVES = st.one_of(st.sampled_from(["x", "y", "a", "k_1", "pi", "e"]), NUMBERS)
TAME_LEAVES = st.one_of(
    st.sampled_from(["x", "y", "a"]), st.sampled_from(["0.5", "1.0", "2.0", "3.0", "4.0"])
)


def _larger(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    signs = st.sampled_from(["+", "-", "*", "/", "**", " - ", " * "])
    functions = st.sampled_from(SMOOTH + KINKED)
    pairs = st.sampled_from(["min", "max", "atan2", "hypot"])
    return st.one_of(
        st.builds("{}{}{}".format, inner, signs, inner),
        st.builds("({}){}({})".format, inner, signs, inner),
        st.builds("-{}".format, inner),
        st.builds("({})".format, inner),
        st.builds("{}({})".format, functions, inner),
        st.builds("{}({}, {})".format, pairs, inner, inner),
    )


def formulas(leaves: st.SearchStrategy[str] = LEAVES) -> st.SearchStrategy[str]:
    """Texts that use at least one variable."""
    return st.recursive(leaves, _larger, max_leaves=12).map(lambda text: f"x + {text}")


def python_value(text: str, values: dict[str, float]) -> float | None:
    """What Python makes of ``text``; ``None`` where it raises, or leaves the real numbers."""
    try:
        value = eval(text, PYTHON, values)
    except (ArithmeticError, ValueError, TypeError):
        return None
    return value if isinstance(value, float) else None
