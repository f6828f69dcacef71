"""Every action of the window as a row of a table; ``gui/menus.py`` makes menus of it."""

from __future__ import annotations

from dataclasses import dataclass

from gui.language import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One thing that a user can do."""

    id: str
    """What the window calls it; see its table of handlers."""
    menu: str
    text: str
    shortcut: str = ""
    checkable: bool = False
    separator: bool = False
    """Whether a line is drawn above it."""


MENUS = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "play": QT_TRANSLATE_NOOP("Actions", "&Play"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}

ACTIONS = (
    ActionSpec("new_window", "file", QT_TRANSLATE_NOOP("Actions", "&New window"), "Ctrl+Shift+N"),
    ActionSpec("open_file", "file", QT_TRANSLATE_NOOP("Actions", "&Open…"), "Ctrl+O"),
    ActionSpec("save", "file", QT_TRANSLATE_NOOP("Actions", "&Save"), "Ctrl+S"),
    ActionSpec("save_as", "file", QT_TRANSLATE_NOOP("Actions", "Save &as…"), "Ctrl+Shift+S"),
    ActionSpec(
        "export_table",
        "file",
        QT_TRANSLATE_NOOP("Actions", "&Export trajectories…"),
        "Ctrl+E",
        separator=True,
    ),
    ActionSpec("export_steps", "file", QT_TRANSLATE_NOOP("Actions", "Export s&hown steps…")),
    ActionSpec(
        "export_picture", "file", QT_TRANSLATE_NOOP("Actions", "Export &picture…"), "Ctrl+Shift+E"
    ),
    ActionSpec("export_curves", "file", QT_TRANSLATE_NOOP("Actions", "Export &curves…")),
    ActionSpec("export_animation", "file", QT_TRANSLATE_NOOP("Actions", "Export a&nimation…")),
    ActionSpec("choose_data", "file", QT_TRANSLATE_NOOP("Actions", "Choose airfoil &data…")),
    ActionSpec("close", "file", QT_TRANSLATE_NOOP("Actions", "&Quit"), "Ctrl+Q", separator=True),
    ActionSpec("undo", "edit", QT_TRANSLATE_NOOP("Actions", "&Undo"), "Ctrl+Z"),
    ActionSpec("redo", "edit", QT_TRANSLATE_NOOP("Actions", "&Redo"), "Ctrl+Shift+Z"),
    ActionSpec(
        "add_run", "edit", QT_TRANSLATE_NOOP("Actions", "&Add a run"), "Ctrl+N", separator=True
    ),
    ActionSpec(
        "copy_picture",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Copy picture"),
        "Ctrl+Shift+C",
        separator=True,
    ),
    ActionSpec(
        "copy_code", "edit", QT_TRANSLATE_NOOP("Actions", "Copy as Py&Torch"), "Ctrl+Shift+T"
    ),
    ActionSpec(
        "preferences",
        "edit",
        QT_TRANSLATE_NOOP("Actions", "&Preferences…"),
        "Ctrl+,",
        separator=True,
    ),
    ActionSpec("play", "play", QT_TRANSLATE_NOOP("Actions", "&Play or pause"), "Space"),
    ActionSpec("restart", "play", QT_TRANSLATE_NOOP("Actions", "Play from the &start"), "R"),
    ActionSpec("to_start", "play", QT_TRANSLATE_NOOP("Actions", "To the start"), "Home"),
    ActionSpec("step_back", "play", QT_TRANSLATE_NOOP("Actions", "Step &back"), ","),
    ActionSpec("step_forward", "play", QT_TRANSLATE_NOOP("Actions", "Step &forward"), "."),
    ActionSpec("to_end", "play", QT_TRANSLATE_NOOP("Actions", "To the end"), "End"),
    ActionSpec("cancel", "play", QT_TRANSLATE_NOOP("Actions", "Stop computing"), "Ctrl+."),
    ActionSpec("fit_window", "view", QT_TRANSLATE_NOOP("Actions", "&Home view"), "H"),
    ActionSpec("fit_trajectories", "view", QT_TRANSLATE_NOOP("Actions", "&Fit trajectories"), "F"),
    ActionSpec(
        "arrows",
        "view",
        QT_TRANSLATE_NOOP("Actions", "&Arrows at the balls"),
        "A",
        checkable=True,
        separator=True,
    ),
    ActionSpec("ghosts", "view", QT_TRANSLATE_NOOP("Actions", "&Next step"), "G", checkable=True),
    ActionSpec(
        "field", "view", QT_TRANSLATE_NOOP("Actions", "&Descent field"), "D", checkable=True
    ),
    ActionSpec("flow", "view", QT_TRANSLATE_NOOP("Actions", "Fl&ow"), "W", checkable=True),
    ActionSpec(
        "follow",
        "view",
        QT_TRANSLATE_NOOP("Actions", "Follow the &ball in 3D"),
        "B",
        checkable=True,
    ),
    ActionSpec(
        "larger", "view", QT_TRANSLATE_NOOP("Actions", "&Larger type"), "Ctrl++", separator=True
    ),
    ActionSpec("smaller", "view", QT_TRANSLATE_NOOP("Actions", "&Smaller type"), "Ctrl+-"),
    ActionSpec(
        "full_screen",
        "view",
        QT_TRANSLATE_NOOP("Actions", "F&ull screen"),
        "F11",
        checkable=True,
        separator=True,
    ),
    ActionSpec(
        "present", "view", QT_TRANSLATE_NOOP("Actions", "&Presentation"), "F5", checkable=True
    ),
    ActionSpec("guide", "help", QT_TRANSLATE_NOOP("Actions", "&Guide"), "F1"),
    ActionSpec("palette", "help", QT_TRANSLATE_NOOP("Actions", "&Find an action…"), "Ctrl+K"),
    ActionSpec("shortcuts", "help", QT_TRANSLATE_NOOP("Actions", "&Shortcuts"), "Ctrl+/"),
    ActionSpec("about", "help", QT_TRANSLATE_NOOP("Actions", "&About Momentum Lab")),
)
