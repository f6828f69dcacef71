"""What to say of what cannot stand in a formula."""

from __future__ import annotations

import unicodedata

from simulation.formulas.functions import MORE_ARGUMENTS, TWO_ARGUMENTS
from simulation.wording import said

# Letters of other alphabets that look Latin: the usual suspects of a wrong keyboard layout.
_LOOK_ALIKES = dict(
    zip("аеорсухіјАВЕКМНОРСТХУοΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeopcyxijABEKMHOPCTXYoABEZHIKMNOPTYX", strict=True)
)

ADVICE = {
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


def explain(character: str) -> str:
    """Sentence on a character that can be part of no token."""
    if character in ADVICE:
        return ADVICE[character]
    if " " < character <= "~":
        return said("{given!r} has no place in a formula", given=character)
    name = unicodedata.name(character, "")
    code = f"U+{ord(character):04X}" + (f" ({name})" if name else "")
    described = said("the character {code}", code=code)
    if character.isprintable():
        described = said("{given!r} is {described}, which", given=character, described=described)
    plain = _LOOK_ALIKES.get(character) or unicodedata.normalize("NFKC", character)
    if plain != character and plain.isprintable() and len(plain) == 1:
        return said(
            "{described} has no place in a formula; write {plain!r} from the keyboard",
            described=described,
            plain=plain,
        )
    return said("{described} has no place in a formula; remove it", described=described)


def missing_operand(kind: str, text: str) -> str:
    """Sentence on a token that stands where a number or a name should."""
    expected = said("a number, a name or an opening bracket")
    if kind == "end":
        return said("the formula ends too early; expected {expected}", expected=expected)
    if kind == "exponent":
        return said("an exponent stands alone; expected {expected} before it", expected=expected)
    return said("{given!r} has no place here; expected {expected}", given=text, expected=expected)


def arity(function: str) -> str:
    """How many arguments a function takes, in words."""
    if function in MORE_ARGUMENTS:
        return said("two arguments or more, such as {example}", example=f"{function}(x, 0)")
    if function in TWO_ARGUMENTS:
        return said("two arguments, such as {example}", example=f"{function}(x, 1)")
    return said("one argument, such as {example}", example=f"{function}(x)")
