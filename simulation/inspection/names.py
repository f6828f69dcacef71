"""What the numbers of a step are called: letters as the texts write them, with the step."""

from __future__ import annotations

import unicodedata

POSITION, GRADIENT, POINT = "x", "g", "y"

STATE_LETTERS = {
    "average": "a",
    "gradient": "ḡ",
    "largest": "u",
    "mean": "m",
    "product": "Π",
    "size": "Δ",
    "square": "s",
    "square_step": "u",
    "squares": "s",
    "step": "t",
    "surprise": "s",
    "velocity": "v",
}
"""Letters of the fields of states; others go by their own name."""

LOCAL_LETTERS = {"gradient": GRADIENT, "mu": "μ", "mu_next": "μ⁺", "step": "d"}
"""Letters of the local variables of updates; others go by their own name."""

_HAT = "\N{COMBINING CIRCUMFLEX ACCENT}"
_SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


class Names:
    """Gives every number of one step a name of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, letter: str, step: int | None = None) -> str:
        """``letter`` with the step as its subscript; with a prime if that is taken."""
        while (name := letter + subscript(step)) in self._taken:
            letter += "′"
        self._taken.add(name)
        return name


def subscript(step: int | None) -> str:
    """The step in small digits; nothing for ``None``."""
    return "" if step is None else str(step).translate(_SUBSCRIPTS)


def state_letter(field: str) -> str:
    """The letter for a field of a state."""
    return STATE_LETTERS.get(field, field)


def local_letter(variable: str) -> str:
    """The letter for a local variable; ``…_hat`` wears a hat."""
    if variable.endswith("_hat"):
        return unicodedata.normalize("NFC", state_letter(variable.removesuffix("_hat")) + _HAT)
    return LOCAL_LETTERS.get(variable, variable)
