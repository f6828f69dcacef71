"""What is wrong with a formula, and where."""

from __future__ import annotations

from simulation.errors import InputError
from simulation.wording import said

_AROUND = 30


class FormulaError(InputError):
    """A formula that cannot be read; the sentence names the character.

    Parameters
    ----------
    problem
        What is wrong and what to write instead, with ``{names}`` for ``values``.
    text
        The whole formula.
    position
        Index into ``text`` of the character in question, or ``None`` when it is about the
        formula as a whole.
    """

    def __init__(
        self, problem: str, text: str = "", position: int | None = None, **values: object
    ) -> None:
        problem = said(problem, **values)
        if position is not None:
            place = position + 1
            problem = said("at character {place}, {problem}", place=place, problem=problem)
        super().__init__("objective.formula", problem)
        self.text = text
        self.position = position

    @property
    def pointer(self) -> str:
        """Two lines for a fixed-width font: the text around the place, and a ``^`` below it."""
        if self.position is None:
            return ""
        first = max(0, self.position - _AROUND)
        around = self.text[first : self.position + _AROUND]
        # Line breaks and the like would tear the two lines apart.
        shown = "".join(letter if letter.isprintable() else " " for letter in around)
        return f"{shown}\n{' ' * (self.position - first)}^"
