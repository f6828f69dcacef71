"""Colours, line styles and markers of everything that is drawn, in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

RUN_COLOURS = (
    "#d55e00",  # vermilion
    "#0072b2",  # blue
    "#009e73",  # bluish green
    "#cc79a7",  # reddish purple
    "#e69f00",  # orange
    "#56b4e9",  # sky blue
    "#8a6d3b",  # brown
    "#7f7f7f",  # grey
)
"""After Okabe & Ito: told apart by people who see fewer colours."""

LINE_STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
SYMBOLS = ("o", "s", "t", "d", "p", "h", "star", "t1")


@dataclass(frozen=True, slots=True)
class RunStyle:
    """How one run looks in every view: colour is never its only mark."""

    label: str
    colour: str
    line: Qt.PenStyle
    symbol: str
    visible: bool = True


def run_style(index: int, label: str, colour: str = "", *, visible: bool = True) -> RunStyle:
    """Style of run ``index``; an empty ``colour`` takes the palette's."""
    return RunStyle(
        label,
        colour or RUN_COLOURS[index % len(RUN_COLOURS)],
        LINE_STYLES[(index // len(RUN_COLOURS)) % len(LINE_STYLES)],
        SYMBOLS[index % len(SYMBOLS)],
        visible,
    )


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of the plots and, through :func:`palette`, of the widgets."""

    dark: bool
    background: str
    foreground: str
    muted: str
    """Secondary text, ticks."""
    grid: str
    contour: str
    """Contour lines, drawn over the bands."""
    bands: tuple[str, ...]
    """Low to high: the colours that bands are interpolated from."""
    marker_edge: str
    """Outline of balls and markers, against any band."""
    panel: str
    """Behind the controls."""
    accent: str
    """Selection and focus."""
    problem: str
    """Behind a sentence that says what went wrong."""


LIGHT = Theme(
    dark=False,
    background="#ffffff",
    foreground="#1c2733",
    muted="#5b6875",
    grid="#d5dbe1",
    contour="#5b7386",
    bands=("#fdfefe", "#e3eef4", "#c3dbe8", "#9cc1d8", "#749fc0", "#567ba3", "#455a82"),
    marker_edge="#ffffff",
    panel="#f3f5f7",
    accent="#24709f",
    problem="#fbe3d6",
)
DARK = Theme(
    dark=True,
    background="#14191f",
    foreground="#e6ebf0",
    muted="#9aa7b4",
    grid="#2b343e",
    contour="#7d93a6",
    bands=("#141b23", "#1a2733", "#213646", "#29475b", "#335a72", "#406f88", "#52869d"),
    marker_edge="#0b0f13",
    panel="#1d242c",
    accent="#3d94cc",
    problem="#53301f",
)


def system_theme() -> Theme:
    """The theme that the desktop asks for."""
    hints = QGuiApplication.styleHints()
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """Widget colours that go with the plots."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.panel,
        roles.Base: theme.background,
        roles.AlternateBase: theme.panel,
        roles.Button: theme.panel,
        roles.ToolTipBase: theme.background,
        roles.WindowText: theme.foreground,
        roles.Text: theme.foreground,
        roles.ButtonText: theme.foreground,
        roles.ToolTipText: theme.foreground,
        roles.PlaceholderText: theme.muted,
        roles.Mid: theme.grid,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.background,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
    }
    made = QPalette(QColor(theme.panel))  # fills the shades between
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    return made


def style_sheet(theme: Theme) -> str:
    """The little that a palette cannot say."""
    return f"""
        #messageBar[tone="problem"] {{ background: {theme.problem}; }}
        #messageBar[tone="notice"], #messageBar[tone="offer"] {{ background: {theme.grid}; }}
        #headline {{ background: {theme.background}; }}
        #headlineText {{ color: {theme.muted}; }}
        QStatusBar::item {{ border: none; }}
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QSpinBox, QDoubleSpinBox {{ min-height: 1.4em; }}
    """
