"""The small bar over the landscape: what is drawn on it, and how it is cut and coloured."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QColor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from gui.frames import LandscapeChoice, LandscapeLook, PlaneChoice
from gui.panels.icons import icon
from gui.panels.inputs import ComboBox, LargeToolButton
from gui.theme import Theme, system_theme

PLATE_ALPHA = 216
MOST_PAIRS = 6
"""Coordinates whose pairs are offered as planes."""


class LandscapeTools(QWidget):
    """Buttons for a look and a choice of the landscape; it draws nothing by itself.

    Signals
    -------
    look_changed
        A :class:`gui.frames.LandscapeLook`.
    choice_changed
        A :class:`gui.frames.LandscapeChoice`: another plane or other levels.
    """

    look_changed = Signal(object)
    choice_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("landscape_tools")
        self._look = LandscapeLook()
        self._choice = LandscapeChoice()
        self._names: tuple[str, ...] = ()
        self._fits, self._plane_offered = True, False
        self._icons: dict[QToolButton, str] = {}
        self._toggles: dict[str, QToolButton] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 2, 3, 2)
        self._row.setSpacing(1)
        self._add_toggle(
            "arrows",
            self.tr("Arrows at the balls: the last step (full) and the steepest descent (dashed)"),
        )
        self._add_toggle("ghosts", self.tr("Next step: rings where the balls go"))
        self._add_toggle("field", self.tr("Descent field: the way down, everywhere"))
        self._add_toggle("flow", self.tr("Flow: where each run would go in tiny steps"))
        self._add_menus()
        self._plane = ComboBox()
        self._plane.setObjectName("plane")
        self._plane.setAccessibleName(self.tr("Plane"))
        self._plane.setToolTip(self.tr("Plane through the coordinates that is shown"))
        self._plane.setMinimumContentsLength(10)  # the tabs beside it need room, too
        self._plane.activated.connect(self._choose_plane)
        self._row.addWidget(self._plane)
        self._all = self._add_all()
        self.set_coordinates(())
        self.set_theme(system_theme())

    @property
    def look(self) -> LandscapeLook:
        """What is drawn over the landscape."""
        return self._look

    @property
    def choice(self) -> LandscapeChoice:
        """The plane and the levels."""
        return self._choice

    @property
    def toggles(self) -> tuple[str, ...]:
        """What is drawn or left out: fields of the look, and names of actions."""
        return tuple(self._toggles)

    @property
    def menus(self) -> list[QMenu]:
        """The choices among several, to be shown in other places, too."""
        return [button.menu() for button in self._icons if button.menu() is not None]

    def set_toggle(self, name: str, on: bool) -> None:
        """Draw what is called so, one of :attr:`toggles`, or leave it out."""
        self._toggles[name].setChecked(on)

    def memory(self) -> dict[str, str]:
        """What is chosen, but for the plane, which belongs to an objective."""
        chosen = {name: str(button.isChecked()) for name, button in self._toggles.items()}
        chosen |= {name: str(group.checkedAction().data()) for name, group in self._groups.items()}
        return chosen

    def recall(self, memory: Mapping[str, str]) -> None:
        """Choose again what :meth:`memory` told; what it does not know changes nothing."""
        for name, button in self._toggles.items():
            button.setChecked(memory.get(name) == str(True))
        for name, group in self._groups.items():
            for action in group.actions():
                if str(action.data()) == memory.get(name) and not action.isChecked():
                    action.trigger()

    def set_coordinates(self, names: Sequence[str]) -> None:
        """Offer planes through these coordinates, where there are more than two."""
        if tuple(names) == self._names and self._plane.count():
            return
        self._names = tuple(names)
        self._plane.clear()
        self._plane.addItem(self.tr("Principal directions"), PlaneChoice())
        self._plane.addItem(self.tr("Most and least curvature"), PlaneChoice("hessian"))
        for second in range(min(len(names), MOST_PAIRS)):
            for first in range(second):
                text = f"{names[first]} × {names[second]}"
                self._plane.addItem(text, PlaneChoice("coordinates", (first, second)))
        self._plane_offered = len(names) > 2
        self._show_parts()
        self._fit()
        if self._choice.plane != PlaneChoice():
            self._set_choice(replace(self._choice, plane=PlaneChoice()))

    def set_room(self, width: int) -> None:
        """Fit into so many pixels: where there is no room for all buttons, one offers a menu."""
        parts: list[QWidget] = [*self._icons]
        if self._plane_offered:
            parts.append(self._plane)
        margins, gaps = self._row.contentsMargins(), (len(parts) - 1) * self._row.spacing()
        needed = sum(part.sizeHint().width() for part in parts) + gaps
        self._fits = needed + margins.left() + margins.right() <= width
        self._show_parts()

    def set_theme(self, theme: Theme) -> None:
        """Redraw the icons in the theme's foreground."""
        for button, name in self._icons.items():
            button.setIcon(icon(name, QColor(theme.foreground)))
        self._all.setIcon(icon("more", QColor(theme.foreground)))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _add_toggle(self, name: str, text: str) -> None:
        button = self._add_button(name, text)
        button.setCheckable(True)
        self._toggles[name] = button
        button.toggled.connect(partial(self._change_look, name))

    def _add_menus(self) -> None:
        tails = {
            self.tr("Whole trails"): None,
            self.tr("Last 50 steps"): 50,
            self.tr("Last 10 steps"): 10,
            self.tr("No trails"): 0,
        }
        self._add_menu("tail", self.tr("Trails"), tails, self._choose_tail)
        levels = {
            self.tr("Balanced levels"): "balanced",
            self.tr("Linear levels"): "linear",
            self.tr("Logarithmic levels"): "log",
        }
        self._add_menu("levels", self.tr("Contour levels"), levels, self._choose_levels)
        colours = {
            self.tr("Colours of the theme"): "theme",
            self.tr("Viridis"): "viridis",
            self.tr("Cividis"): "cividis",
            self.tr("Magma"): "magma",
            self.tr("Grey"): "grey",
        }
        self._add_menu("colours", self.tr("Colours"), colours, self._choose_colours)

    def _hints(self) -> dict[str, str]:
        return {
            "tail": self.tr("How much of the trails is drawn"),
            "levels": self.tr(
                "Where contour lines lie: balanced shows every part of the landscape, linear "
                "shows steepness by their distance, logarithmic shows the floor of a valley"
            ),
            "colours": self.tr("Colours from low to high"),
        }

    def _add_menu(
        self,
        name: str,
        text: str,
        values: Mapping[str, Hashable],
        choose: Callable[[Any], None],
    ) -> None:
        button = self._add_button(name, self._hints()[name])
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(text, button)
        group = self._groups[name] = QActionGroup(menu)
        for label, value in values.items():
            action = menu.addAction(label)
            action.setCheckable(True)
            action.setChecked(not group.actions())
            action.setData(value)
            group.addAction(action)
        group.triggered.connect(partial(_pass_data, choose))
        button.setMenu(menu)

    def _add_button(self, name: str, text: str) -> LargeToolButton:
        button = LargeToolButton(name, text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icons[button] = name
        self._row.addWidget(button)
        return button

    def _add_all(self) -> LargeToolButton:
        """One button for all others."""
        button = LargeToolButton("all_tools", self.tr("What is drawn, and how"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(self._fill_menu)
        self._planes = QMenu(self._plane.accessibleName(), menu)
        button.setMenu(menu)
        self._row.addWidget(button)
        return button

    @Slot()
    def _fill_menu(self) -> None:
        menu = self._all.menu()
        menu.clear()
        for button in self._toggles.values():
            action = menu.addAction(button.icon(), button.accessibleName())
            action.setCheckable(True)
            action.setChecked(button.isChecked())
            action.toggled.connect(button.setChecked)
        menu.addSeparator()
        for each in self.menus:
            menu.addMenu(each)
        if not self._plane_offered:
            return
        menu.addMenu(self._planes)
        self._planes.clear()
        for place in range(self._plane.count()):
            action = self._planes.addAction(self._plane.itemText(place))
            action.setCheckable(True)
            action.setChecked(place == self._plane.currentIndex())
            action.triggered.connect(partial(self._take_plane, place))

    def _take_plane(self, place: int, _checked: bool = False) -> None:  # noqa: FBT002
        self._plane.setCurrentIndex(place)
        self._choose_plane(place)

    def _show_parts(self) -> None:
        for button in self._icons:
            button.setVisible(self._fits)
        self._plane.setVisible(self._fits and self._plane_offered)
        self._all.setVisible(not self._fits)

    def _fit(self) -> None:
        self._row.activate()
        self.resize(self.sizeHint())

    def _change_look(self, name: str, value: Any) -> None:
        self._look = replace(self._look, **{name: value})
        self.look_changed.emit(self._look)

    def _choose_tail(self, steps: int | None) -> None:
        self._change_look("tail", steps)

    def _choose_colours(self, name: str) -> None:
        self._change_look("colour_map", name)

    def _choose_levels(self, levels: Any) -> None:
        self._set_choice(replace(self._choice, levels=levels))

    def _choose_plane(self, index: int) -> None:
        self._set_choice(replace(self._choice, plane=self._plane.itemData(index)))

    def _set_choice(self, choice: LandscapeChoice) -> None:
        self._choice = choice
        self.choice_changed.emit(choice)


def _pass_data(choose: Callable[[Any], None], action: QAction) -> None:
    choose(action.data())
