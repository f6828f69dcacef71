"""Reads the numbers of an assignment back and computes them."""

from __future__ import annotations

import math
import re

import numpy as np

FUNCTIONS = {
    "abs": abs,
    "exp": math.exp,
    "inf": math.inf,
    "log": math.log,
    "max": max,
    "mean": lambda *values: float(np.mean(values)),
    "min": min,
    "sign": lambda value: float(np.sign(value)),
    "sqrt": math.sqrt,
}


def computed(numbers: str) -> float:
    """Value of a text such as ``0.5·(−0.4) + 1.2²``."""
    text = re.sub(r"\|([^|]*)\|", r"abs(\1)", numbers)
    for sign, python in {"−": "-", "·": "*", "^": "**", "²": "**2"}.items():
        text = text.replace(sign, python)
    while (at := text.rfind("√")) >= 0:
        end = _end_of_atom(text, at + 1)
        text = f"{text[:at]}sqrt({text[at + 1 : end]}){text[end:]}"
    return eval(text, {"__builtins__": {}}, FUNCTIONS)  # a text of our own


def _end_of_atom(text: str, start: int) -> int:
    """Where the number, the brackets or the call that begins at ``start`` ends."""
    found = re.compile(r"\d[\d.]*(e-?\d+)?|[a-z]*").match(text, start)
    end = found.end()
    if end == len(text) or text[end] != "(" or text[start].isdigit():
        return end
    depth = 0
    for place in range(end, len(text)):
        depth += {"(": 1, ")": -1}.get(text[place], 0)
        if depth == 0:
            return place + 1
    raise ValueError(text)
