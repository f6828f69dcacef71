"""How the numbers along an axis are written, so that they are short whatever its range."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

MOST_DIGITS = 4
"""Digits that a plain label may have before a common part is taken out of all labels."""
LARGEST_PLAIN = 99_999
SMALLEST_PLAIN = 1e-3
"""Spacing of labels below which leading zeros are taken out."""
LABELS = 5
"""About so many labels share the range."""
LEAST_EXPONENT = -307
"""Powers of ten below it are not numbers of full precision."""
SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Notation:
    """Labels are ``(value − offset) / 10^exponent``; what is taken out is said once."""

    offset: float = 0.0
    exponent: int = 0

    def text(self, value: float, spacing: float) -> str:
        """A label, as exact as a ``spacing`` between labels wants."""
        unit = 10.0**self.exponent
        places = max(0, -math.floor(math.log10(spacing / unit) + 1e-9))
        # Rounded first: −0.0000 is no number that anybody writes.
        number = round((value - self.offset) / unit, places) + 0.0
        sign = "+" if self.offset and number > 0 else ""
        digits = f"{number:.{places}f}"
        if places:
            digits = digits.rstrip("0").rstrip(".")
        return (sign + digits).replace("-", "−")

    @property
    def offset_text(self) -> str:
        """The common part, in as many digits as it has."""
        return f"{Decimal(repr(self.offset)).normalize():f}".replace("-", "−")

    @property
    def unit_text(self) -> str:
        """The common power of ten; empty if it is 1."""
        return "" if not self.exponent else "10" + str(self.exponent).translate(SUPERSCRIPTS)


PLAIN = Notation()


def notation_of(low: float, high: float) -> Notation:
    """The notation in which round numbers from ``low`` to ``high`` have short labels."""
    largest = max(abs(low), abs(high))
    if not (math.isfinite(largest) and low < high):
        return PLAIN
    spacing = high / LABELS - low / LABELS  # the whole range may be beyond all numbers
    digits = math.floor(math.log10(largest)) - math.floor(math.log10(spacing)) + 1
    if digits > MOST_DIGITS:
        # Of about twice the range, so that it stays the same while the view moves a little.
        place = math.floor(math.log10(high - low)) + 1
        middle = low / 2 + high / 2
        offset = float(f"{round(middle / 10.0**place)}e{place}")
        exponent = place - 1
        return Notation(offset, exponent if not -3 < exponent < 3 else 0)
    if largest > LARGEST_PLAIN or spacing < SMALLEST_PLAIN:
        return Notation(0.0, max(math.floor(math.log10(largest)), LEAST_EXPONENT))
    return PLAIN
