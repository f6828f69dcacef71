"""Sentences that keep what they were made of, so that they can be said in another language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce


class Said(str):
    """An English text that still knows its template and the values in it.

    It is a text like any other; only who shows it in another language asks for its parts.
    """

    template: str
    """With ``{names}`` where the values go, as :meth:`str.format` takes it."""
    values: Mapping[str, object]
    """Values by name. Those that are ``Said`` themselves are words to translate, other texts
    are names and spellings, which are the same in every language."""


def said(template: str, /, **values: object) -> Said:
    """Put ``values`` into ``template``; without values, the text is taken as it is.

    The template must be a literal where it is written: translators find it there.
    """
    if isinstance(template, Said):  # a phrase that was said before
        return template
    text = Said(template.format(**values) if values else template)
    text.template, text.values = template, values
    return text


def any_of(texts: Iterable[str]) -> str:
    """``a or b or c``."""
    return reduce(lambda left, right: said("{left} or {right}", left=left, right=right), texts)


def all_of(texts: Iterable[str]) -> str:
    """``a and b and c``."""
    return reduce(lambda left, right: said("{left} and {right}", left=left, right=right), texts)
