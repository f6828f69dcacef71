"""The guide has the same pages in every language, and what it shows and says is there."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QListWidget, QTextBrowser

from gui.language import LANGUAGES
from gui.looks import Looks
from gui.panels.guide import FOLDER, Guide, Page, guide_pages
from gui.settings import Settings
from gui.window import MainWindow
from simulation import commands, files
from simulation.presets import find_preset, strip_lesson

PAGES = [page for language in LANGUAGES for page in guide_pages(language)]
LINK = re.compile(r"\[[^\]]*\]\(([^)]*)\)")
CODE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def name_of(page: Page) -> str:
    return f"{page.path.parent.name}/{page.name}"


def examples(page: Page, kind: str) -> list[str]:
    return [text for named, text in CODE.findall(page.path.read_text("utf-8")) if named == kind]


@pytest.fixture
def guide(qtbot) -> Guide:
    made = Guide([*guide_pages("en"), Page("shortcuts", "Keys", html="<h1>Keys</h1>")])
    qtbot.addWidget(made)
    made.show()
    return made


def shown(guide: Guide) -> QTextBrowser:
    return guide.findChild(QTextBrowser, "guide_page")


def type_of(guide: Guide) -> float:
    return shown(guide).document().defaultFont().pointSizeF()


def titles(guide: Guide) -> QListWidget:
    return guide.findChild(QListWidget, "guide_pages")


def test_that_each_language_has_the_same_pages() -> None:
    names = {language: [page.name for page in guide_pages(language)] for language in LANGUAGES}
    assert names["en"]
    assert set(map(tuple, names.values())) == {tuple(names["en"])}
    assert {path.name for path in FOLDER.iterdir()} == set(LANGUAGES)


def test_that_a_language_without_pages_reads_them_in_english(tmp_path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "01-one.md").write_text("# One\n")
    assert [page.title for page in guide_pages("fr", tmp_path)] == ["One"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_that_every_page_opens_and_shows_no_marks_of_markdown(qtbot, language) -> None:
    guide = Guide(guide_pages(language))
    qtbot.addWidget(guide)
    for row in range(titles(guide).count()):
        titles(guide).setCurrentRow(row)
        text = shown(guide).toPlainText()
        assert text.startswith(titles(guide).item(row).text())
        assert not re.search(r"\*\*|\]\(|^#", CODE.sub("", text), re.MULTILINE), text


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_that_links_and_pictures_lead_somewhere(page) -> None:
    names = {other.name for other in guide_pages(page.path.parent.name)}
    for target in LINK.findall(page.path.read_text("utf-8")):
        known = target in names | {"shortcuts"} or target.startswith("https://")
        assert known or (page.path.parent / target).is_file(), target


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_that_complete_examples_are_experiments(page) -> None:
    for text in examples(page, "toml"):
        document = tomllib.loads(text)
        strip_lesson(document)
        if "format" in document:
            files.from_document(document)
        else:
            whole = files.to_document(find_preset("gd-0.4").experiment)
            files.from_document(whole | document)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_that_commands_are_those_there_are(page) -> None:
    for text in examples(page, ""):
        for line in text.replace("\\\n", "").splitlines():
            words = shlex.split(line) if line.startswith("momentum-lab") else []
            if words and words[1:] != ["--self-check"]:
                commands._parser().parse_args(words[1:])


def test_that_links_turn_pages(guide) -> None:
    shown(guide).anchorClicked.emit(QUrl("03-theory.md"))
    assert shown(guide).toPlainText().startswith("The pages of theory")
    shown(guide).anchorClicked.emit(QUrl("shortcuts"))
    assert shown(guide).toPlainText() == "Keys"


def test_that_addresses_are_left_to_the_desktop(guide, monkeypatch) -> None:
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    shown(guide).anchorClicked.emit(QUrl("https://d2l.ai"))
    shown(guide).anchorClicked.emit(QUrl("file:///etc/passwd"))
    assert opened == [QUrl("https://d2l.ai")]


def test_that_pictures_are_no_wider_than_the_page(guide, qtbot) -> None:
    for width in (1400, 700):
        guide.resize(width, 600)
        page = shown(guide)
        qtbot.waitUntil(lambda page=page: page.document().size().width() <= page.viewport().width())
        assert page.horizontalScrollBar().maximum() == 0


def test_that_the_place_in_a_page_is_kept_when_the_window_changes(guide, qtbot) -> None:
    bar = shown(guide).verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    guide.resize(guide.width() + 200, guide.height())
    qtbot.waitUntil(lambda: abs(bar.value() / bar.maximum() - 0.5) < 0.02)


def test_that_the_page_follows_the_size_of_type(guide, qtbot, tmp_path) -> None:
    looks = Looks(Settings(tmp_path / "settings.ini"))
    looks.apply()
    for factor in (2.0, 1.0):
        looks.magnify(factor)
        wanted = QApplication.font().pointSizeF()
        qtbot.waitUntil(lambda wanted=wanted: type_of(guide) == wanted)


def test_that_the_window_has_one_guide_with_all_keys_and_escape_closes_it(qtbot, tmp_path) -> None:
    window = MainWindow(Settings(tmp_path / "settings.ini"), backups=tmp_path / "backups")
    qtbot.addWidget(window)
    window.show()
    action = window.actions_by_id["guide"]
    assert action.shortcut().toString() == "F1"
    action.trigger()
    action.trigger()
    (guide,) = window.findChildren(Guide)
    assert not guide.isModal()
    titles(guide).setCurrentRow(titles(guide).count() - 1)
    keys = shown(guide).toPlainText()
    for shown_action in window.actions_by_id.values():
        assert shown_action.shortcut().toString() in keys
    qtbot.keyClick(shown(guide), Qt.Key.Key_Escape)
    assert not guide.isVisible()
    action.trigger()
    assert window.help.guide_is_open
    window.close()
    assert not window.help.guide_is_open


def test_that_every_file_of_the_guide_is_a_page() -> None:
    listed = {page.path for page in PAGES}
    assert {path for path in Path(FOLDER).rglob("*") if path.is_file()} == listed
