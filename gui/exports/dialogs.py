"""What to ask before a figure or an animation is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from gui.exports.animation import MOST_FRAMES, AnimationSpec, usual_stride
from gui.exports.encoders import video_available
from gui.exports.figures import MOST_PIXELS, FigureFormat, FigureSpec
from simulation.errors import InputError

DPI = (96, 150, 300, 600)
PICTURE_SIZES = ((640, 360), (960, 540), (1280, 720), (1920, 1080))
NARROWEST = 30.0
WIDEST = 1000.0
"""Millimetres."""


class _Options(QDialog):
    """A form, a line on what will come of it, and the two buttons."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.form = QFormLayout()
        self.summary = QLabel()
        self.summary.setObjectName("summary")
        self.summary.setWordWrap(True)
        kinds = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(14)
        layout.addLayout(self.form)
        layout.addWidget(self.summary)
        layout.addWidget(self._buttons)

    def show_summary(self, text: str, *, possible: bool) -> None:
        """Say what will come of it; if it is not possible, it cannot be accepted."""
        self.summary.setText(text)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(possible)


class FigureDialog(_Options):
    """Asks for the format, the size and the resolution of a figure."""

    def __init__(
        self, formats: Sequence[FigureFormat], spec: FigureSpec, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export a figure"))
        self.setObjectName("figure_dialog")
        self._spec = spec
        self._format = QComboBox()
        self._format.setObjectName("format")
        texts = {
            "png": self.tr("PNG, a picture"),
            "svg": self.tr("SVG, lines and text"),
            "pdf": self.tr("PDF, lines and text"),
        }
        for kind in formats:
            self._format.addItem(texts[kind], kind)
        self._width = self._millimetres("width", spec.width)
        self._height = self._millimetres("height", spec.height)
        self._dpi = QComboBox()
        self._dpi.setObjectName("dpi")
        for dpi in sorted({*DPI, spec.dpi}):
            self._dpi.addItem(self.tr("{dpi} dpi").format(dpi=dpi), dpi)
        self._format.setCurrentIndex(max(self._format.findData(spec.format), 0))
        self._dpi.setCurrentIndex(self._dpi.findData(spec.dpi))
        self.form.addRow(self.tr("Format"), self._format)
        self.form.addRow(self.tr("Size"), _beside(self._width, QLabel("×"), self._height))
        self.form.addRow(self.tr("Resolution"), self._dpi)
        for box in (self._format, self._dpi):
            box.currentIndexChanged.connect(self._update)
        for entry in (self._width, self._height):
            entry.valueChanged.connect(self._update)
        self._update()

    @classmethod
    def ask(
        cls,
        formats: Sequence[FigureFormat],
        parent: QWidget | None = None,
        spec: FigureSpec | None = None,
    ) -> FigureSpec | None:
        """Ask, beginning with ``spec``; ``None`` if the user wants none."""
        dialog = cls(formats, spec or FigureSpec(), parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        found = dialog.spec
        dialog.deleteLater()
        return found if accepted else None

    @property
    def spec(self) -> FigureSpec:
        """What is chosen."""
        return replace(
            self._spec,
            format=self._format.currentData(),
            width=self._width.value(),
            height=self._height.value(),
            dpi=self._dpi.currentData(),
        )

    def _millimetres(self, name: str, value: float) -> QDoubleSpinBox:
        entry = QDoubleSpinBox()
        entry.setObjectName(name)
        entry.setAccessibleName(self.tr("Width") if name == "width" else self.tr("Height"))
        entry.setRange(NARROWEST, WIDEST)
        entry.setDecimals(0)
        entry.setSingleStep(5)
        entry.setSuffix(self.tr(" mm"))
        entry.setValue(value)
        return entry

    @Slot()
    def _update(self) -> None:
        spec = self.spec
        picture = spec.format == "png"
        self._dpi.setEnabled(picture)
        size = spec.pixels
        fits = not picture or size.width() * size.height() <= MOST_PIXELS
        if not fits:
            text = self.tr("{width:,} × {height:,} pixels are too many.")
        elif picture:
            text = self.tr("{width:,} × {height:,} pixels; type as large as in the window.")
        else:
            text = self.tr("Sharp at any size; type as large as in the window.")
        text = text.format(width=size.width(), height=size.height())
        self.show_summary(text, possible=fits)


class AnimationDialog(_Options):
    """Asks for the format, the size, the speed and the steps of an animation."""

    def __init__(self, steps: int, spec: AnimationSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export an animation"))
        self.setObjectName("animation_dialog")
        self._spec = spec
        self._format = QComboBox()
        self._format.setObjectName("format")
        self._format.addItem(self.tr("GIF, shown everywhere"), "gif")
        self._format.addItem(self.tr("WebP, all colours"), "webp")
        if video_available():
            self._format.addItem(self.tr("MP4, smallest"), "mp4")
        else:
            self._format.addItem(self.tr("MP4, needs the package av (PyAV)"), "mp4")
            hint = self.tr("Install it with: pip install av")
            self._format.setItemData(2, hint, Qt.ItemDataRole.ToolTipRole)
        self._size = QComboBox()
        self._size.setObjectName("size")
        for width, height in sorted({*PICTURE_SIZES, (spec.width, spec.height)}):
            self._size.addItem(f"{width} × {height}", (width, height))
        self._fps = _number("fps", spec.fps, 1, 50)
        self._fps.setSuffix(self.tr(" frames a second"))
        self._first = _number("first", spec.first, 0, steps)
        self._first.setAccessibleName(self.tr("First step"))
        self._last = _number("last", spec.last, 0, steps)
        self._last.setAccessibleName(self.tr("Last step"))
        self._stride = _number("stride", spec.stride, 1, max(steps, 1))
        self._stride.setSuffix(self.tr(" steps a frame"))
        self._stride.setSpecialValueText(self.tr("each step a frame"))
        self._format.setCurrentIndex(self._format.findData(spec.format))
        sizes = [self._size.itemData(index) for index in range(self._size.count())]
        self._size.setCurrentIndex([tuple(s) for s in sizes].index((spec.width, spec.height)))
        self.form.addRow(self.tr("Format"), self._format)
        self.form.addRow(self.tr("Size"), self._size)
        self.form.addRow(self.tr("Steps"), _beside(self._first, QLabel("–"), self._last))
        self.form.addRow(self.tr("Speed"), _beside(self._stride, self._fps))
        for box in (self._format, self._size):
            box.currentIndexChanged.connect(self._update)
        for entry in (self._fps, self._first, self._last, self._stride):
            entry.valueChanged.connect(self._update)
        self._update()

    @classmethod
    def ask(
        cls, steps: int, parent: QWidget | None = None, spec: AnimationSpec | None = None
    ) -> AnimationSpec | None:
        """Ask about a run of ``steps`` computed steps; ``None`` if the user wants none."""
        usual = AnimationSpec(last=steps, stride=usual_stride(steps))
        dialog = cls(steps, spec or usual, parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        found = dialog.spec
        dialog.deleteLater()
        return found if accepted else None

    @property
    def spec(self) -> AnimationSpec:
        """What is chosen."""
        width, height = self._size.currentData()
        return replace(
            self._spec,
            format=self._format.currentData(),
            width=width,
            height=height,
            fps=self._fps.value(),
            first=self._first.value(),
            last=self._last.value(),
            stride=self._stride.value(),
        )

    @Slot()
    def _update(self) -> None:
        spec = self.spec
        if spec.format == "mp4" and not video_available():
            text = self.tr("MP4 needs the package av (PyAV). Install it with: pip install av")
            self.show_summary(text, possible=False)
            return
        try:
            spec.check()
        except InputError:
            text = self.tr("Choose a range with steps in it, and at most {most:,} frames.")
            self.show_summary(text.format(most=MOST_FRAMES), possible=False)
            return
        text = self.tr("{frames:,} frames, {seconds:.1f} s, then over again.")
        text = text.format(frames=spec.frames, seconds=spec.seconds)
        self.show_summary(text, possible=True)


def _number(name: str, value: int, low: int, high: int) -> QSpinBox:
    entry = QSpinBox()
    entry.setObjectName(name)
    entry.setRange(low, high)
    entry.setValue(value)
    entry.setGroupSeparatorShown(True)
    return entry


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget, stretch=not isinstance(widget, QLabel))
    return row
