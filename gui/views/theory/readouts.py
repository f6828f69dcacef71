"""The numbers of an ensemble beside those of theory."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from simulation.theory.portrait import Portrait, Snapshot

COLUMNS = 4


class Readouts(QWidget):
    """A small table: variances, the distance to the density, escapes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bath_readouts")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(6, 4, 6, 2)
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(1)
        self._labels: dict[tuple[int, int], QLabel] = {}
        self._names: tuple[str, ...] = ()
        self._last = 0

    @property
    def lines(self) -> list[list[str]]:
        """What is shown, line by line."""
        count = max((line for line, _ in self._labels), default=-1) + 1
        return [
            [
                label.text()
                for (at, _), label in sorted(self._labels.items(), key=lambda item: item[0])
                if at == line and label.text()
            ]
            for line in range(count)
        ]

    def set_coordinates(self, names: tuple[str, ...]) -> None:
        """Name the coordinates."""
        self._names = names

    def set_snapshot(self, portrait: Portrait, snapshot: Snapshot) -> None:
        """Show the numbers of this moment."""
        lines = [
            *self._clock(snapshot),
            *self._variances(portrait, snapshot),
            *self._distance(snapshot),
            *self._escapes(portrait, snapshot),
        ]
        for line, texts in enumerate(lines):
            for column in range(COLUMNS):
                self._set(line, column, texts[column] if column < len(texts) else "")
        for line, column in list(self._labels):
            if line >= len(lines):
                self._set(line, column, "")
        self._explain(len(lines), portrait)

    def _clock(self, snapshot: Snapshot) -> list[list[str]]:
        lines = [[self.tr("time"), _text(snapshot.time), self.tr("steps"), f"{snapshot.steps:,}"]]
        if snapshot.lost:
            lines.append([self.tr("diverged"), f"{snapshot.lost:,}"])
        elif snapshot.outside:
            lines.append([self.tr("outside"), f"{snapshot.outside:,}"])
        return lines

    def _variances(self, portrait: Portrait, snapshot: Snapshot) -> list[list[str]]:
        if not portrait.rows:
            return []
        of_bowl = portrait.bowl is not None
        first = self.tr("variance, λ") if of_bowl else self.tr("variance")
        head = [first, self.tr("measured"), self.tr("exact"), self.tr("limit")]
        names = self._names if not of_bowl else [f"{row.eigenvalue:.4g}" for row in portrait.rows]
        return [
            head,
            *(
                [name, _text(measured), _text(row.exact), _text(row.limit)]
                for name, row, measured in zip(
                    names, portrait.rows, snapshot.variances.tolist(), strict=True
                )
            ),
        ]

    def _distance(self, snapshot: Snapshot) -> list[list[str]]:
        fit = snapshot.fit
        if fit is None:
            return []
        return [
            [self.tr("distance"), self.tr("measured"), self.tr("chance"), self.tr("χ² p")],
            ["", f"{fit.distance:.4f}", f"{fit.by_chance:.4f}", f"{fit.p_value:.2g}"],
        ]

    def _escapes(self, portrait: Portrait, snapshot: Snapshot) -> list[list[str]]:
        if portrait.out is None or snapshot.escapes is None:
            return []
        escapes, exact = snapshot.escapes, portrait.mean_time
        low, high = (_text(1 / rate) if rate else "∞" for rate in escapes.interval()[::-1])
        kramers = portrait.out.rate(portrait.dynamics)
        lines = [
            [self.tr("escape"), self.tr("measured"), self.tr("exact"), self.tr("Kramers")],
            [
                f"{escapes.count:,}",
                _text(1 / escapes.rate) if escapes.count else "—",
                _text(exact),
                _text(1 / kramers) if kramers else "∞",
            ],
        ]
        if escapes.count:
            lines.append([self.tr("95 %"), f"{low} …", high])
        barrier = portrait.out.height / portrait.dynamics.temperature
        lines.append([self.tr("barrier/σ²"), f"{barrier:.3g}"])
        return lines

    def _explain(self, count: int, portrait: Portrait) -> None:
        self.setToolTip(
            "<p>"
            + self.tr(
                "exact: the variance that these steps settle at. limit: that of small steps, "
                "σ²/λ in a bowl."
            )
            + "</p><p>"
            + self.tr(
                "distance: the share of balls that lie elsewhere than the density says; chance: "
                "what so many balls would show anyway; p: how probable it is that chance alone "
                "does this."
            )
            + "</p>"
            + (
                "<p>"
                + self.tr(
                    "escape time: the mean time from the bottom of one well to that of the "
                    "other. Kramers' formula is for hills many times higher than σ² and, with "
                    "friction, for friction that is not weak."
                )
                + "</p>"
                if portrait.out is not None
                else ""
            )
        )
        self._grid.setRowStretch(self._last, 0)
        self._grid.setRowStretch(count, 1)
        self._last = count

    def _set(self, line: int, column: int, text: str) -> None:
        label = self._labels.get((line, column))
        if label is None:
            label = self._labels[line, column] = QLabel()
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            label.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(label, line, column)
            self._grid.setColumnStretch(column, 1)
        if label.text() != text:
            label.setText(text)
            label.setVisible(bool(text))


def texts(numbers: Sequence[float], digits: int = 4) -> list[str]:
    """Numbers as short texts; what is not known is a dash."""
    return [_text(number, digits) for number in numbers]


def _text(number: float, digits: int = 4) -> str:
    if math.isnan(number):
        return "—"
    if math.isinf(number):
        return "∞"
    return f"{number:.{digits}g}"
