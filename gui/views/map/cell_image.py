"""The cells of a map as a picture, over the one that was there before."""

from __future__ import annotations

from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QRectF

from gui.views.map.painting import Array

Z_OLD, Z_CELLS = -20, -10


class CellImage:
    """Cells with sharp borders: nothing is smoothed."""

    def __init__(self, plot: Any) -> None:
        self._old, self._cells = pg.ImageItem(), pg.ImageItem()
        for item, z in ((self._old, Z_OLD), (self._cells, Z_CELLS)):
            item.setZValue(z)
            item.setOpts(axisOrder="row-major")
            plot.addItem(item)

    @property
    def old(self) -> Array | None:
        """What is kept beneath, ``(rows, columns, 4)``."""
        image: Array | None = self._old.image
        return image

    @property
    def shown(self) -> Array | None:
        """What is on top, ``(rows, columns, 4)``."""
        image: Array | None = self._cells.image
        return image

    def show(self, image: Array, rect: QRectF) -> None:
        """Show colours ``(rows, columns, 4)`` over a range of the plot."""
        self._cells.setImage(image, autoLevels=False, levels=None)
        self._cells.setRect(rect)

    def begin(self, *, keep: bool) -> None:
        """Show nothing on top; beneath, what was there, or nothing."""
        if not keep:
            self._old.clear()
        elif self._cells.image is not None:
            self._old.setImage(self._cells.image, autoLevels=False, levels=None)
            self._old.setTransform(self._cells.transform())
        self._cells.clear()
