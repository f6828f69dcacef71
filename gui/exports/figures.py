"""Figures of a view: PNG at any resolution, SVG and PDF with lines and text, the clipboard."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QRect, QSize, QSizeF
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPdfWriter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from gui.exports.canvas import MILLIMETRES_AN_INCH, Canvas
from gui.exports.painter import FigurePainter
from simulation.errors import InputError
from simulation.writing import replacing

FigureFormat = Literal["png", "svg", "pdf"]

MOST_PIXELS = 200_000_000
"""Of a picture: more would take gigabytes."""


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """How a figure is to be made; type in it is as large as in the window."""

    format: FigureFormat = "png"
    width: float = 160.0
    """Millimetres."""
    height: float = 110.0
    """Millimetres."""
    dpi: int = 300
    """Pixels an inch, of a PNG."""
    y_label: str = ""
    """What the vertical axis shows, where only the view's own controls say so."""

    @property
    def pixels(self) -> QSize:
        """Size of a PNG."""
        scale = self.dpi / MILLIMETRES_AN_INCH
        return QSize(round(self.width * scale), round(self.height * scale)).expandedTo(QSize(1, 1))


def figure_formats(view: QWidget) -> tuple[FigureFormat, ...]:
    """Formats in which a view can be written; what is drawn by OpenGL is a picture."""
    return ("png", "svg", "pdf") if Canvas(view).is_vector else ("png",)


def figure_image(view: QWidget, spec: FigureSpec) -> QImage:
    """The figure as a picture that knows its resolution.

    Raises
    ------
    InputError
        If it would be too large.
    """
    if spec.pixels.width() * spec.pixels.height() > MOST_PIXELS:
        raise InputError("dpi", f"{spec.dpi} makes too large a picture; give a smaller one")
    canvas = Canvas(view, spec.y_label)
    image = canvas.image(spec.pixels, spec.dpi / canvas.dots_per_inch)
    image.setDevicePixelRatio(1.0)
    dots = round(1000 * spec.dpi / MILLIMETRES_AN_INCH)
    image.setDotsPerMeterX(dots)
    image.setDotsPerMeterY(dots)
    return image


def copy_figure(view: QWidget, spec: FigureSpec) -> None:
    """Put the figure into the clipboard, as a picture."""
    QGuiApplication.clipboard().setImage(figure_image(view, spec))


def write_figure(view: QWidget, spec: FigureSpec, path: Path) -> None:
    """Write the figure to ``path``, whole or not at all.

    Raises
    ------
    InputError
        If it is too large, or the file cannot be written.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if spec.format == "png":
        figure_image(view, spec).save(buffer, "PNG")  # type: ignore[call-overload]
    elif spec.format == "svg":
        _write_svg(view, spec, buffer)
    else:
        _write_pdf(view, spec, buffer)
    with replacing(path) as file:
        file.write(buffer.data().data())


def _write_svg(view: QWidget, spec: FigureSpec, buffer: QBuffer) -> None:
    canvas = Canvas(view, spec.y_label)
    size = _logical_size(canvas, spec).toSize()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # the one that clips
    generator.setOutputDevice(buffer)
    generator.setResolution(round(canvas.dots_per_inch))
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setTitle(view.windowTitle() or "Momentum Lab")
    painter = FigurePainter(generator)
    canvas.paint(painter, QSizeF(size))
    painter.end()


def _write_pdf(view: QWidget, spec: FigureSpec, buffer: QBuffer) -> None:
    canvas = Canvas(view, spec.y_label)
    writer = QPdfWriter(buffer)
    # Logical pixels, so that lines are as thick and type as large as on the screen.
    writer.setResolution(round(canvas.dots_per_inch))
    page = QPageSize(QSizeF(spec.width, spec.height), QPageSize.Unit.Millimeter)
    writer.setPageSize(page)
    writer.setPageMargins(QMarginsF())
    writer.setCreator("Momentum Lab")
    painter = FigurePainter(writer)
    canvas.paint(painter, _logical_size(canvas, spec))
    painter.end()


def _logical_size(canvas: Canvas, spec: FigureSpec) -> QSizeF:
    return QSizeF(spec.width, spec.height) * (canvas.dots_per_inch / MILLIMETRES_AN_INCH)
