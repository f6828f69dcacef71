"""Cuts the text of a formula into tokens, and names every character that has no place."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal, NamedTuple

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

# Letters of other alphabets that look Latin: the usual suspects of a wrong keyboard layout.
_LOOK_ALIKES = dict(
    zip(
        "аеорсухіјАВЕКМНОРСТХУοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
        "aeopcyxijABEKMHOPCTXYoABEZHIKMNOPTYX",
        strict=True,
    )
)

_ADVICE = {
    ".": "a dot is only allowed inside a number, such as 0.5",
    "=": "'=' has no place; write only what stands right of it",
    "_": "a name starts with a letter, such as a or x1",
    "%": "'%' has no place; the operators are + - * / ^",
    "!": "'!' has no place; there is no factorial",
    "√": "'√' has no place; write sqrt(...)",
    ";": "';' has no place; a formula is a single expression",
    "'": "texts have no place; a formula has only numbers, names and operators",
    '"': "texts have no place; a formula has only numbers, names and operators",
    "[": "'[' has no place; write ( for a bracket, and x1 for the first coordinate",
    "]": "']' has no place; write ) for a bracket",
    "{": "'{' has no place; write ( for a bracket",
    "}": "'}' has no place; write ) for a bracket",
    "<": "comparisons have no place; min, max, abs, sign and relu may do",
    ">": "comparisons have no place; min, max, abs, sign and relu may do",
}


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
            raise FormulaError(_explain(text[position]), text, position)
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


def _explain(character: str) -> str:
    if character in _ADVICE:
        return _ADVICE[character]
    if " " < character <= "~":
        return f"{character!r} has no place in a formula"
    name = unicodedata.name(character, "")
    described = f"the character U+{ord(character):04X}" + (f" ({name})" if name else "")
    if character.isprintable():
        described = f"{character!r} is {described}, which"
    plain = _LOOK_ALIKES.get(character) or unicodedata.normalize("NFKC", character)
    if plain != character and plain.isprintable() and len(plain) == 1:
        return f"{described} has no place in a formula; write {plain!r} from the keyboard"
    return f"{described} has no place in a formula; remove it"
