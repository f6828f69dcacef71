"""Long tooltips wrap."""

from __future__ import annotations

from PySide6.QtGui import Qt

from gui.tips import LONGEST, tip

LONG = "v < 0 & " * LONGEST


def test_that_a_short_tooltip_stays_plain() -> None:
    assert tip("Log x") == "Log x"


def test_that_a_long_tooltip_is_rich_text_with_the_same_letters() -> None:
    assert Qt.mightBeRichText(tip(LONG))
    assert "v &lt; 0 &amp;" in tip(LONG)


def test_that_what_is_rich_already_stays_as_it_is() -> None:
    assert tip(f"<p>{LONG}</p>") == f"<p>{LONG}</p>"
