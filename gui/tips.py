"""Tooltips that are read at a glance: sentences wrap."""

from __future__ import annotations

from html import escape

LONGEST = 60
"""Letters in a line."""


def tip(text: str) -> str:
    """Return ``text`` for a tooltip; a long one as rich text, the only one that Qt wraps."""
    return text if len(text) <= LONGEST or text.startswith("<") else f"<p>{escape(text)}</p>"
