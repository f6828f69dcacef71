"""Cuts the text of a formula into tokens, and names every character that has no place."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from simulation.formulas.advice import explain
from simulation.formulas.errors import FormulaError

_GREEK = "αβγδεζηθικλμνξπρσςτυφχψωΓΔΘΛΞΠΣΦΨΩ"
_LETTER = f"A-Za-z{_GREEK}"
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")

_PATTERN = re.compile(
    r"(?P<blank>[ \t\r\n\u00a0\u2009\u202f\u3000]+)"
    r"|(?P<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
    rf"|(?P<name>[{_LETTER}][{_LETTER}0-9_₀-₉]*)"
    r"|(?P<superscript>⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)"
    r"|(?P<sign>\*\*|[-+*/^(),|−·⋅×÷])"
)
_SPELLINGS = {"**": "^", "−": "-", "·": "*", "⋅": "*", "×": "*", "÷": "/"}


class Token(NamedTuple):
    """A piece of text; operators in their one spelling, names and exponents in ASCII digits."""

    kind: Literal["number", "name", "exponent", "sign", "end"]
    text: str
    position: int


def tokenize(text: str) -> list[Token]:
    """Cut ``text`` into tokens, the last of kind ``end``.

    Raises
    ------
    FormulaError
        At the first character that cannot be part of a formula.
    """
    tokens = []
    position = 0
    while position < len(text):
        match = _PATTERN.match(text, position)
        if match is None:
            raise FormulaError(explain(text[position]), text, position)
        piece = match.group()
        if match.lastgroup == "number":
            tokens.append(Token("number", piece, position))
        elif match.lastgroup == "name":
            if "__" in piece:
                raise FormulaError("a name has no two underscores in a row", text, position)
            tokens.append(Token("name", piece.translate(_SUBSCRIPTS), position))
        elif match.lastgroup == "superscript":
            tokens.append(Token("exponent", piece.translate(_SUPERSCRIPTS), position))
        elif match.lastgroup == "sign":
            tokens.append(Token("sign", _SPELLINGS.get(piece, piece), position))
        position = match.end()
    tokens.append(Token("end", "", len(text)))
    return tokens
