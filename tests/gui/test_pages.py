"""Pages follow from their declaration: a tab, a study, what is known already."""

import pytest

from gui.settings import Settings
from gui.studies.catalog import PAGES
from gui.window import MainWindow


@pytest.fixture
def window(qtbot, tmp_path):
    window = MainWindow(Settings(tmp_path / "settings.ini"), backups=tmp_path / "backups")
    qtbot.addWidget(window)
    window.show()
    return window


def test_that_a_page_is_made_once_with_its_study_when_its_tab_is_seen(window):
    for page in PAGES.values():
        before = window.pages.studies
        window.parts.show_view(page.name)
        (made,) = (study for study in window.pages.studies if study not in before)
        assert made.page.isVisible()
        assert getattr(window.parts, page.half).isAncestorOf(made.page)
        assert window.pages.study(page.name) is made


def test_that_a_study_that_is_made_late_knows_what_is_there(window, qtbot):
    window.presenter.start()
    qtbot.waitUntil(lambda: window.presenter.frame is not None)
    qtbot.waitUntil(lambda: window.presenter.landscape is not None)
    window.parts.runs.select(1)
    study = window.pages.study("flow")
    assert study.frame is window.presenter.frame
    assert study.landscape is window.presenter.landscape
    assert study.run == 1
