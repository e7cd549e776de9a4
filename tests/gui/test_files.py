# SPDX-License-Identifier: MIT
"""Whole dossiers in the window: saved by themselves, opened again, read-only, moved, exported."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot
from tests.briefing.printed import page_texts
from tests.gui.conftest import Answering, Answers, first_argument

from dissoi.dossier import edits
from dissoi.dossier.dossier import Dossier
from dissoi.gui.app import Windows
from dissoi.gui.assembly import Assembly
from dissoi.gui.library import Library, is_dossier
from dissoi.gui.preferences import Preferences
from dissoi.identity import new_id
from dissoi.storage.errors import StorageError
from dissoi.storage.file import create, load
from dissoi.storage.history import history
from dissoi.storage.settings import Settings, documents_folder


def change(assembly: Assembly, text: str = "Changed") -> None:
    argument = first_argument(assembly.desk.dossier)
    assembly.desk.apply(edits.write_claim(argument.id, text))


def said(assembly: Assembly) -> str:
    label: QLabel = assembly.window.saved
    return label.text()


@pytest.fixture
def read_only(sample_window: Assembly, windows: Windows, tmp_path: Path) -> Assembly:
    """A second window on the sample's file, in which something was changed before."""
    change(sample_window)
    sample_window.desk.settle()
    link = tmp_path / "link.dissoi"
    link.symlink_to(sample_window.desk.path)
    windows.open(link)
    return windows.assemblies[-1]


def test_saved_is_said_only_when_it_is_so(sample_window: Assembly, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: said(sample_window) == "All changes saved")
    change(sample_window)
    assert said(sample_window) == "Saving…"
    qtbot.waitUntil(lambda: said(sample_window) == "All changes saved")
    assert load(sample_window.desk.path) == sample_window.desk.dossier


def test_the_same_comes_back(sample_window: Assembly, windows: Windows) -> None:
    change(sample_window)
    dossier, path = sample_window.desk.dossier, sample_window.desk.path
    assert sample_window.window.close()
    windows.open(path)
    assert windows.assemblies[-1].desk.dossier == dossier


def test_a_file_that_is_gone_is_told_and_nothing_is_lost(
    sample_window: Assembly, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    sample_window.desk.settle()
    sample_window.desk.path.unlink()
    change(sample_window)
    qtbot.waitUntil(lambda: said(sample_window) == "Changes not saved")
    assert "no longer there" in sample_window.window.banner.text
    answers.path = tmp_path / "rescued.dissoi"
    assert sample_window.commands.files.save_as()
    qtbot.waitUntil(lambda: said(sample_window) == "All changes saved")
    assert load(answers.path) == sample_window.desk.dossier
    assert not sample_window.window.banner.text


def test_unsaved_changes_keep_the_window_open_if_the_user_wants(
    sample_window: Assembly, answers: Answers
) -> None:
    sample_window.desk.settle()
    sample_window.desk.path.unlink()
    change(sample_window)
    answers.choice = 2
    assert not sample_window.window.close()
    answers.choice = 1
    assert sample_window.window.close()


def test_a_second_window_reads_only_and_says_why(
    sample_window: Assembly, windows: Windows, qtbot: QtBot, tmp_path: Path
) -> None:
    link = tmp_path / "again.dissoi"
    link.symlink_to(sample_window.desk.path)
    windows.open(link)
    second = windows.assemblies[-1]
    assert "open in another window" in second.window.banner.text
    assert said(second) == "Read only"
    before = second.desk.dossier
    change(second)
    assert second.desk.dossier == before
    assert not second.actions["add_pro"].isEnabled()
    assert sample_window.actions["add_pro"].isEnabled()


def test_opening_the_same_file_again_shows_its_window(sample_window: Assembly, windows: Windows) -> None:
    windows.open(sample_window.desk.path)
    assert len(windows.assemblies) == 1


def test_save_as_goes_on_in_the_other_file(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    old = sample_window.desk.path
    before = load(old)
    answers.path = tmp_path / "other.dissoi"
    sample_window.actions["save_as"].trigger()
    change(sample_window)
    sample_window.desk.settle()
    assert load(old) == before
    assert load(answers.path) == sample_window.desk.dossier
    assert sample_window.window.windowTitle().startswith("other")


def test_save_as_into_a_missing_folder_is_told(
    sample_window: Assembly, answers: Answers, tmp_path: Path
) -> None:
    answers.path = tmp_path / "nowhere" / "other.dissoi"
    assert not sample_window.commands.files.save_as()
    assert "does not exist" in answers.told[-1]
    assert sample_window.desk.path.name == "case.dissoi"


@pytest.mark.parametrize(
    "kind",
    [
        "missing",
        "folder",
        "empty",
        "rubbish",
        "newer",
        "cut",
        pytest.param("secret", marks=pytest.mark.skipif(os.geteuid() == 0, reason="root may read all")),
    ],
)
def test_what_cannot_be_opened_is_one_sentence(
    sample_window: Assembly, windows: Windows, answers: Answers, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / f"{kind}.dissoi"
    _spoil(path, kind)
    sample_window.commands.files.open_file(path)
    assert len(windows.assemblies) == 1
    assert answers.told[-1].endswith(".")
    assert kind in answers.told[-1]


def _spoil(path: Path, kind: str) -> None:
    if kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.touch()
    elif kind == "rubbish":
        path.write_bytes(bytes(range(256)) * 20)
    elif kind != "missing":
        create(path, edits.ask_question("Why?").run(Dossier()))
    if kind == "newer":
        with sqlite3.connect(path) as database:
            database.execute("PRAGMA user_version = 99")
        database.close()
    elif kind == "cut":
        path.write_bytes(path.read_bytes()[:5000])
    elif kind == "secret":
        path.chmod(0)


def test_an_article_begins_a_new_dossier_about_it(windows: Windows, tmp_path: Path, answers: Answers) -> None:
    file = tmp_path / "trams.txt"
    file.write_text("Why trams\n\nTrams carry more people than cars.\n", encoding="utf-8")
    windows.open(file)
    assembly = windows.assemblies[-1]
    assert assembly.desk.draft
    assert [article.title for article in assembly.desk.dossier.articles] == ["Why trams"]
    assert assembly.actions["save_original"].isEnabled()
    assert assembly.window.article.article_id
    assembly.commands.sources.confirming.cancel()
    assembly.actions["save_original"].trigger()
    # The dossier itself lies where its user never looks.
    assert answers.asked[-1:] == [str(documents_folder() / "trams.txt")]


def test_an_article_that_begins_a_dossier_is_asked_about(windows: Windows, tmp_path: Path) -> None:
    file = tmp_path / "trams.txt"
    file.write_text("Why trams\n\nTrams carry more people than cars.\n", encoding="utf-8")
    windows.open(file)
    assembly = windows.assemblies[-1]
    form = assembly.commands.sources.confirming.dialog
    assert form is not None
    assert form.isVisible()
    form.field("title").line.setText("Why trams at all")
    form.accept()
    assert [article.title for article in assembly.desk.dossier.articles] == ["Why trams at all"]


def test_the_form_about_an_article_goes_with_its_window(windows: Windows, tmp_path: Path) -> None:
    file = tmp_path / "trams.txt"
    file.write_text("Why trams\n\nTrams carry more people than cars.\n", encoding="utf-8")
    windows.open(file)
    form = windows.assemblies[-1].commands.sources.confirming.dialog
    assert form is not None
    windows.dismantle()
    assert not form.isVisible()
    assert QApplication.activeModalWidget() is None
    windows.new()
    assert windows.assemblies[-1].window.close()


def test_the_brief_is_exported_beside_the_window(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "brief.pdf"
    with qtbot.waitSignal(sample_window.commands.briefs.exporting.done, timeout=20000):
        sample_window.actions["export"].trigger()
    assert "brief.pdf" in sample_window.window.banner.text
    assert len(page_texts(answers.path.read_bytes())) > 4


def test_a_brief_that_cannot_be_written_is_told(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "nowhere" / "brief.pdf"
    with qtbot.waitSignal(sample_window.commands.briefs.exporting.failed, timeout=20000):
        sample_window.actions["export"].trigger()
    assert "does not exist" in answers.told[-1]


def test_an_empty_draft_leaves_nothing_behind(windows: Windows, tmp_path: Path) -> None:
    windows.new()
    assert windows.assemblies[-1].window.close()
    assert not list((tmp_path / "drafts").iterdir())


def test_the_program_does_not_end_over_a_form_that_is_being_filled_in(
    sample_window: Assembly, windows: Windows
) -> None:
    form = QDialog(sample_window.window)
    form.open()
    windows.quit()
    assert windows.assemblies == (sample_window,)
    assert form.isVisible()
    form.reject()


def test_a_draft_is_saved_under_a_name(windows: Windows, answers: Answers, tmp_path: Path) -> None:
    windows.new()
    assembly = windows.assemblies[-1]
    assembly.desk.apply(edits.ask_question("Why?"))
    answers.path = tmp_path / "why.dissoi"
    answers.choice = 0
    assert assembly.window.close()
    assert load(answers.path).question.text == "Why?"
    assert not list((tmp_path / "drafts").iterdir())


def test_a_draft_is_proposed_to_be_saved_under_its_question(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows.new()
    assembly = windows.assemblies[-1]
    proposed: list[str] = []
    monkeypatch.setattr(Answering, "dossier_to_write", lambda _self, path: proposed.append(Path(path).name))
    for question in ("", "Who pays: “us” or them/you?", "word " * 30):
        assembly.desk.apply(edits.ask_question(question))
        assembly.commands.files.save_as()
    assert proposed == [
        "Untitled.dissoi",
        "Who pays “us” or them you.dissoi",
        f"{'word ' * 12}".strip() + ".dissoi",
    ]
    assembly.desk.apply(edits.ask_question(""))


@pytest.fixture
def passing_windows(qapp: QApplication, tmp_path: Path, answers: Answers) -> Iterator[Windows]:
    """Windows that take a folder `passing` for the system's folder of temporary files."""
    for name in ("passing", "kept", "drafts"):
        (tmp_path / name).mkdir()
        create(tmp_path / name / "case.dissoi", Dossier())
    preferences = Preferences(Settings(), lambda _settings: None, passing=tmp_path / "passing")
    library = Library(new_id, tmp_path / "drafts")
    made = Windows(qapp, library, preferences, new_id, lambda window: Answering(window, answers))
    yield made
    made.dismantle()
    made.deleteLater()


def test_the_folder_of_temporary_files_is_never_offered(
    passing_windows: Windows, sample: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dissoi.gui.preferences.documents_folder", lambda: tmp_path / "documents")
    offered: list[str] = []
    for asks in ("dossier_to_write", "brief_to_write"):
        monkeypatch.setattr(Answering, asks, lambda _self, path: offered.append(Path(path).parent.name))
    monkeypatch.setattr(Answering, "dossier_to_open", lambda _self, path: offered.append(Path(path).name))
    passing_windows.open(tmp_path / "passing" / "case.dissoi")
    first = passing_windows.assemblies[-1]
    first.desk.apply(edits.ask_question("Who pays?"))
    first.commands.files.open()
    first.commands.files.save_as()
    first.commands.briefs.export()
    passing_windows.new()
    new = passing_windows.assemblies[-1]
    new.commands.files.save_as()
    assert offered == ["documents"] * 4
    assert new.commands.files.recent() == []
    passing_windows.open(tmp_path / "kept" / "case.dissoi")
    new.commands.files.save_as()
    assert offered[4:] == ["kept"]
    assert new.commands.files.recent() == [tmp_path / "kept" / "case.dissoi"]


def test_a_brief_is_offered_the_folder_of_its_dossier_or_of_its_last_brief(
    windows: Windows, tmp_path: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dissoi.gui.preferences.documents_folder", lambda: tmp_path / "documents")
    offered: list[Path] = []

    def ask(_dialogs: Answering, proposed: str) -> Path | None:
        offered.append(Path(proposed).relative_to(tmp_path))
        return answers.path

    monkeypatch.setattr(Answering, "brief_to_write", ask)
    for name in ("one", "two", "elsewhere"):
        (tmp_path / name).mkdir()
    for name in ("one", "two"):
        create(tmp_path / name / f"{name}.dissoi", Dossier())
        windows.open(tmp_path / name / f"{name}.dissoi")
    windows.new()
    one, two, draft = (each.commands.briefs for each in windows.assemblies[-3:])
    for each in windows.assemblies[-3:]:
        each.desk.apply(edits.ask_question("Who pays?"))
    answers.path = tmp_path / "elsewhere" / "brief.pdf"
    one.export()
    one.cancel()
    answers.path = None
    for briefs in (one, two, draft):
        briefs.export()
    assert [str(each.parent) for each in offered] == ["one", "elsewhere", "two", "documents"]
    assert offered[2].name == "two.pdf"


def test_places_of_which_the_system_tells_nothing_are_passed_over(sample_window: Assembly) -> None:
    # As those on a drive that has gone, or in a folder that may no longer be entered.
    nowhere = "/" + "a" * 300
    preferences = Preferences(
        Settings(recent=(nowhere,), last_folder=nowhere, exports={"/case.dissoi": nowhere}),
        lambda _settings: None,
    )
    assert preferences.folder() == documents_folder()
    assert preferences.brief_folder(Path("/case.dissoi"), draft=True) == documents_folder()
    assert not is_dossier(Path(nowhere))
    sample_window.commands.files._preferences.now = preferences.now
    assert sample_window.commands.files.recent() == []


def test_dossiers_opened_before_are_in_the_menu(
    sample_window: Assembly, windows: Windows, tmp_path: Path
) -> None:
    menu = sample_window.actions["open_recent"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    assert [each.isEnabled() for each in menu.actions()] == [False]
    other = tmp_path / "R&D.dissoi"
    create(other, Dossier())
    windows.open(other)
    windows.assemblies[-1].window.close()
    menu.aboutToShow.emit()
    assert [each.text() for each in menu.actions()] == ["&1  R&&D"]
    menu.actions()[0].trigger()
    assert windows.assemblies[-1].desk.path == other


def test_a_kept_draft_is_on_the_welcome_page(windows: Windows, answers: Answers) -> None:
    windows.new()
    assembly = windows.assemblies[-1]
    assembly.desk.apply(edits.ask_question("Why?"))
    answers.choice = 1
    assert assembly.window.close()
    windows.welcome()
    page = windows.welcome_page
    assert page is not None
    assert page.list.item(0).text() == "Why?\ndraft, no name yet"
    page.list.itemActivated.emit(page.list.item(0))
    assert windows.assemblies[-1].desk.dossier.question.text == "Why?"


def test_drafts_that_cannot_be_made_are_an_error(windows: Windows, tmp_path: Path) -> None:
    (tmp_path / "drafts").rmdir()
    with pytest.raises(StorageError):
        windows.new()


def test_the_window_remembers_its_panes(
    opened: Callable[[Dossier], Assembly], sample: Dossier, windows: Windows
) -> None:
    assembly = opened(sample)
    assembly.window.splitter.setSizes([150, 400, 890])
    sizes = assembly.window.splitter.sizes()
    path = assembly.desk.path
    assembly.window.close()
    windows.open(path)
    assert windows.services.preferences.now.splitters["panes"] == tuple(sizes)


def test_a_window_closed_with_its_preview_comes_back_as_it_was_without(
    opened: Callable[[Dossier], Assembly], sample: Dossier, windows: Windows
) -> None:
    assembly = opened(sample)
    assembly.window.resize(798, 600)
    assembly.window.splitter.setSizes([136, 340, 320])
    sizes = assembly.window.splitter.sizes()
    assembly.actions["preview"].trigger()
    path = assembly.desk.path
    assembly.window.close()
    assert windows.services.preferences.now.splitters["panes"] == tuple(sizes)
    windows.open(path)
    assert windows.assemblies[-1].window.splitter.sizes() == sizes


def test_a_copy_of_a_dossier_that_is_read_only_takes_its_history_along(
    read_only: Assembly, answers: Answers, tmp_path: Path
) -> None:
    answers.path = tmp_path / "copy.dissoi"
    assert read_only.commands.files.save_as()
    labels = [entry.label for entry in history(answers.path)]
    assert labels == [entry.label for entry in history(read_only.desk.path)]
    assert load(answers.path) == read_only.desk.dossier


def test_a_copy_never_replaces_a_dossier_that_is_being_edited(
    sample_window: Assembly, read_only: Assembly, answers: Answers
) -> None:
    change(sample_window, "Written after the other window was opened")
    sample_window.desk.settle()
    answers.path = sample_window.desk.path
    assert not read_only.commands.files.save_as()
    assert "open in another window" in answers.told[-1]
    assert load(sample_window.desk.path) == sample_window.desk.dossier


def test_a_draft_that_is_edited_elsewhere_is_not_deleted(windows: Windows, answers: Answers) -> None:
    windows.new()
    first = windows.assemblies[-1]
    first.desk.path, path = first.desk.path.with_name("elsewhere"), first.desk.path
    windows.open(path)
    first.desk.path = path
    second = windows.assemblies[-1]
    assert second.desk.locked
    assert second.window.close()
    assert path.exists()
    assert not answers.asked


def test_save_as_under_another_name_of_the_same_file_goes_on_there(
    sample_window: Assembly, answers: Answers, tmp_path: Path
) -> None:
    answers.path = tmp_path / "again.dissoi"
    answers.path.symlink_to(sample_window.desk.path)
    assert sample_window.commands.files.save_as()
    change(sample_window)
    sample_window.desk.settle()
    assert load(sample_window.desk.path) == sample_window.desk.dossier


def test_what_could_not_be_saved_is_no_longer_told_once_it_is(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "brief.pdf"
    with qtbot.waitSignal(sample_window.commands.briefs.exporting.done, timeout=20000):
        sample_window.actions["export"].trigger()
    sample_window.desk.settle()
    path, away = sample_window.desk.path, tmp_path / "away.dissoi"
    path.rename(away)
    change(sample_window)
    qtbot.waitUntil(lambda: "no longer there" in sample_window.window.banner.text)
    away.rename(path)
    sample_window.desk.flush()
    qtbot.waitUntil(lambda: said(sample_window) == "All changes saved")
    # Where the brief is was not read yet.
    assert "brief.pdf" in sample_window.window.banner.text
    assert "no longer there" not in sample_window.window.banner.text


def test_a_new_dossier_without_a_place_for_drafts_is_one_sentence(
    sample_window: Assembly, answers: Answers, tmp_path: Path
) -> None:
    (tmp_path / "drafts").rmdir()
    sample_window.commands.files.new()
    sample_window.commands.files.sample()
    assert len(answers.told) == 2
    assert all("does not exist" in sentence for sentence in answers.told)


def test_a_dossier_opens_in_a_home_that_takes_nothing(tmp_path: Path, home: Path) -> None:
    """As that of a guest, or one on a disk that can only be read."""
    case = create(tmp_path / "case.dissoi", Dossier()).path
    (home / "file").touch()
    places = {name: str(home / "file") for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")}
    opening = [sys.executable, "-c", OPENING, str(case)]
    told = subprocess.run(opening, check=True, capture_output=True, text=True, env={**os.environ, **places})
    assert told.stdout == "case\nDissoi\n"


OPENING = """
import sys
from pathlib import Path
from dissoi.gui.app import build, make_application
from dissoi.storage.errors import StorageError

windows = build(make_application())
windows.open(Path(sys.argv[1]))
print(windows.front.windowTitle())
windows.dismantle()
windows.welcome()
print(windows.welcome_page.windowTitle())
try:
    windows.new()
except StorageError:
    pass
else:
    raise AssertionError("A draft was made somewhere.")
"""


def test_a_welcome_page_without_a_place_for_drafts_says_so(
    windows: Windows, answers: Answers, tmp_path: Path
) -> None:
    windows.welcome()
    page = windows.welcome_page
    assert page is not None
    (tmp_path / "drafts").rmdir()
    page.new_wanted.emit()
    page.sample_wanted.emit()
    assert len(answers.told) == 2


def test_saving_by_hand_says_that_all_is_saved_only_when_it_is(sample_window: Assembly, qtbot: QtBot) -> None:
    sample_window.desk.settle()
    bar = sample_window.window.statusBar()
    sample_window.actions["save"].trigger()
    assert "by itself" in bar.currentMessage()
    bar.clearMessage()
    sample_window.desk.path.unlink()
    change(sample_window)
    qtbot.waitUntil(lambda: said(sample_window) == "Changes not saved")
    sample_window.actions["save"].trigger()
    assert not bar.currentMessage()


def test_a_second_export_waits_for_the_first(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.path = tmp_path / "brief.pdf"
    with qtbot.waitSignal(sample_window.commands.briefs.exporting.done, timeout=20000):
        sample_window.actions["export"].trigger()
        sample_window.actions["export"].trigger()
        assert "being written" in sample_window.window.statusBar().currentMessage()


def test_what_the_dossiers_opened_before_ask_is_in_the_menu_too(
    sample_window: Assembly, windows: Windows, tmp_path: Path
) -> None:
    other = tmp_path / "R&D.dissoi"
    create(other, edits.ask_question("Should R&D\nbe " + "more " * 40).run(Dossier()))
    windows.open(other)
    windows.assemblies[-1].window.close()
    menu = sample_window.actions["open_recent"].menu()
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    (entry,) = menu.actions()
    assert entry.text().startswith("&1  R&&D — Should R&&D be more more")
    assert entry.text().endswith("…")
    assert len(entry.text()) < 80
    assert entry.toolTip() == str(other)


def test_a_brief_does_not_hide_that_changes_are_not_saved(sample_window: Assembly, qtbot: QtBot) -> None:
    sample_window.desk.settle()
    path = sample_window.desk.path
    away = path.with_name("away.dissoi")
    path.rename(away)
    change(sample_window)
    banner = sample_window.window.banner
    qtbot.waitUntil(lambda: "no longer there" in banner.text)
    brief = path.with_name("brief.pdf")
    sample_window.commands.briefs.written.emit(brief, "")
    assert "no longer there" in banner.text
    assert str(brief) in sample_window.window.statusBar().currentMessage()
    away.rename(path)
    sample_window.desk.flush()
    qtbot.waitUntil(lambda: str(brief) in banner.text)


def test_whoever_stays_after_all_keeps_what_goes_on(
    windows: Windows, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    windows.new()
    assembly = windows.assemblies[-1]
    assembly.desk.apply(edits.ask_question("Why?"))
    brief = answers.path = tmp_path / "brief.pdf"
    answers.choice = 3
    with qtbot.waitSignal(assembly.commands.briefs.exporting.done, timeout=20000):
        assembly.actions["export"].trigger()
        assert not assembly.window.close()
    assert brief.stat().st_size
    answers.choice = 2
    assert assembly.window.close()


def test_what_comes_while_the_window_asks_is_saved(
    windows: Windows, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    windows.new()
    assembly = windows.assemblies[-1]
    assembly.desk.apply(edits.ask_question("Why?"))
    path = assembly.desk.path

    def choose(*_asked: object) -> int:
        assembly.desk.apply(edits.ask_question("Why not?"))
        return 1

    monkeypatch.setattr(Answering, "choose", choose)
    assert assembly.window.close()
    assert load(path).question.text == "Why not?"


def test_a_failure_while_the_window_asks_is_told_before_it_goes(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows.new()
    assembly = windows.assemblies[-1]
    assembly.desk.apply(edits.ask_question("Why?"))
    asked: list[str] = []

    def choose(_self: object, title: str, *_asked: object) -> int:
        asked.append(title)
        if title == "Close Dossier":
            assembly.desk.path.unlink()
            assembly.desk.apply(edits.ask_question("Why not?"))
            return 1
        return 2

    monkeypatch.setattr(Answering, "choose", choose)
    assert not assembly.window.close()
    assert asked == ["Close Dossier", "Changes Not Saved"]
    assert assembly.desk.dossier.question.text == "Why not?"
    monkeypatch.setattr(Answering, "choose", lambda *_asked: 1)
    assert assembly.window.close()
