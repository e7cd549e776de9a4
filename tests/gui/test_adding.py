# SPDX-License-Identifier: MIT
"""Articles come in by dialog, drop and paste: read beside the window, told, confirmed, taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from types import MappingProxyType

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QProgressDialog, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import Answers, first_argument

from dissoi.dossier.attachments import Attachment
from dissoi.dossier.errors import DissoiError
from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, ArticleKind, Author, NewId
from dissoi.gui import watched_work
from dissoi.gui.app import Windows
from dissoi.gui.article.details import DetailsDialog
from dissoi.gui.article.dragging import passage_mime
from dissoi.gui.article.sources import Source
from dissoi.gui.assembly import Assembly
from dissoi.reading.reading import Detail, Origin, Proposal, Reading
from dissoi.storage.file import load, read_attachment

ORIGINAL = b"The tram \x00 carries more."


@dataclass
class Reader:
    """Reads what it is told to, as slowly as it is told to."""

    title: str = "Why trams"
    gate: Event = field(default_factory=Event)
    error: Exception | None = None
    started: bool = False
    stopped: bool = False

    def read(self, new_id: NewId, cancelled: Callable[[], bool]) -> Reading:
        self.started = True
        while not self.gate.wait(0.01):
            if cancelled():
                self.stopped = True
                raise DissoiError("called off")
        if self.error is not None:
            raise self.error
        kept = Attachment(f"{self.title}.html", "text/html", ORIGINAL + self.title.encode())
        article = Article(
            id=new_id(),
            title=self.title,
            published="2025-02-18",
            blocks=(plain_block("Trams carry more people than cars."),),
            original=kept.digest,
        )
        return Reading(article, MappingProxyType(PROPOSALS), (kept,))


PROPOSALS = {
    Detail.TITLE: (
        Proposal("Why trams", Origin.JSON_LD),
        Proposal("Why trams & buses | The Review", Origin.META),
    ),
    Detail.PUBLISHED: (Proposal("2025-02-18", Origin.META),),
    Detail.AUTHORS: (Proposal((Author(name="Ana Ruiz; Lisbon"),), Origin.BYLINE),),
}


def ready(title: str = "Why trams", error: Exception | None = None) -> Reader:
    made = Reader(title, error=error)
    made.gate.set()
    return made


@contextmanager
def added(assembly: Assembly, qtbot: QtBot) -> Iterator[None]:
    """Wait until what is begun in the block was read."""
    with qtbot.waitSignal(assembly.commands.sources.adding.done):
        yield


def start(assembly: Assembly, *readers: Reader) -> None:
    sources = [Source(f"{each.title}.html", each.read) for each in readers]
    assembly.commands.sources.adding.start(sources)


def titles(assembly: Assembly) -> list[str]:
    return [article.title for article in assembly.desk.dossier.articles]


def form(assembly: Assembly) -> DetailsDialog:
    dialog = assembly.commands.sources.confirming.dialog
    assert dialog is not None
    return dialog


def answer_forms(assembly: Assembly) -> None:
    while assembly.commands.sources.confirming.dialog is not None:
        form(assembly).reject()


def test_files_are_added_and_what_cannot_be_read_is_told(
    sample_window: Assembly, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    good, bad, worse = tmp_path / "good.txt", tmp_path / "bad.txt", tmp_path / "none.txt"
    good.write_text("Words to read.", encoding="utf-8")
    bad.write_bytes(b"\x00\x01\x02" * 1000)
    answers.paths = [bad, good, worse]
    before = len(titles(sample_window))
    with added(sample_window, qtbot):
        sample_window.actions["add_article"].trigger()
        assert len(titles(sample_window)) == before
    assert len(titles(sample_window)) == before + 1
    (told,) = answers.told
    assert [name in told for name in ("bad.txt", "none.txt", "good.txt")] == [True, True, False]
    answer_forms(sample_window)


def test_several_articles_are_one_step(sample_window: Assembly, qtbot: QtBot) -> None:
    before = sample_window.desk.dossier
    with added(sample_window, qtbot):
        start(sample_window, ready("One"), ready("Two"), ready("Three"))
    assert titles(sample_window)[-3:] == ["One", "Two", "Three"]
    assert sample_window.window.article.article_id == sample_window.desk.dossier.articles[-3].id
    answer_forms(sample_window)
    assert sample_window.actions["undo"].text() == "&Undo Add Articles"
    sample_window.actions["undo"].trigger()
    assert sample_window.desk.dossier == before


def test_one_article_is_named_so_in_the_history(sample_window: Assembly, qtbot: QtBot) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready(), ready("Never", DissoiError("“never” is empty.")))
    answer_forms(sample_window)
    assert sample_window.actions["undo"].text() == "&Undo Add Article"


def test_a_reader_that_breaks_does_not_take_the_others_with_it(
    sample_window: Assembly, answers: Answers, qtbot: QtBot
) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready("Broken", ZeroDivisionError("nil")), ready("Whole"))
    assert titles(sample_window)[-1] == "Whole"
    assert answers.told == ["“Broken.html” could not be read (ZeroDivisionError: nil)."]
    answer_forms(sample_window)


def progress(assembly: Assembly) -> QProgressDialog:
    (found,) = assembly.window.findChildren(QProgressDialog)
    return found


def test_slow_reading_shows_progress_and_the_window_goes_on(
    sample_window: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched_work, "PATIENCE", 1)
    slow = Reader("Slow")
    start(sample_window, ready("Quick"), slow)
    qtbot.waitUntil(lambda: progress(sample_window).isVisible())
    qtbot.waitUntil(lambda: progress(sample_window).labelText() == "Reading 2 of 2: Slow.html")
    assert progress(sample_window).testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    argument = first_argument(sample_window.desk.dossier)
    sample_window.window.editor.edit_claim(argument.id)
    with added(sample_window, qtbot):
        slow.gate.set()
    assert titles(sample_window)[-2:] == ["Quick", "Slow"]
    answer_forms(sample_window)


def test_quick_reading_shows_no_progress(sample_window: Assembly, qtbot: QtBot) -> None:
    start(sample_window, ready())
    assert not progress(sample_window).isVisible()
    qtbot.waitUntil(lambda: not sample_window.busy)
    answer_forms(sample_window)


def test_cancel_stops_the_reader_and_adds_nothing(
    sample_window: Assembly, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watched_work, "PATIENCE", 1)
    before, slow = sample_window.desk.dossier, Reader("Slow")
    start(sample_window, ready("Quick"), slow)
    qtbot.waitUntil(lambda: progress(sample_window).isVisible())
    (button,) = progress(sample_window).findChildren(QPushButton)
    button.click()
    qtbot.waitUntil(lambda: not sample_window.busy)
    assert slow.stopped
    assert sample_window.desk.dossier == before


def test_what_is_added_meanwhile_comes_after(sample_window: Assembly, qtbot: QtBot) -> None:
    slow = Reader("Slow")
    start(sample_window, slow)
    start(sample_window, ready("Next"))
    slow.gate.set()
    qtbot.waitUntil(lambda: titles(sample_window)[-1] == "Slow")
    # It has the same text: whether it is another copy is asked when the form of the first is answered.
    answer_forms(sample_window)
    qtbot.waitUntil(lambda: titles(sample_window)[-2:] == ["Slow", "Next"])
    answer_forms(sample_window)


def test_closing_the_window_meanwhile_is_safe(
    sample_window: Assembly, windows: Windows, qtbot: QtBot
) -> None:
    before, path, slow = sample_window.desk.dossier, sample_window.desk.path, Reader("Slow")
    start(sample_window, slow)
    qtbot.waitUntil(lambda: slow.started)
    assert sample_window.window.close()
    assert slow.stopped
    assert not windows.assemblies
    assert load(path) == before


def test_a_dossier_that_is_only_read_takes_none(
    sample_window: Assembly, windows: Windows, tmp_path: Path
) -> None:
    link = tmp_path / "link.dissoi"
    link.symlink_to(sample_window.desk.path)
    windows.open(link)
    second = windows.assemblies[-1]
    second.commands.sources.add_files([tmp_path / "x.txt"])
    assert not second.busy
    assert second.desk.locked in second.window.statusBar().currentMessage()


def dropped(assembly: Assembly, mime: QMimeData) -> None:
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    assembly.window.dropEvent(event)


def text_mime(text: str, html: str = "") -> QMimeData:
    mime = QMimeData()
    mime.setText(text)
    if html:
        mime.setHtml(html)
    return mime


def test_text_dropped_on_the_window_becomes_an_article(sample_window: Assembly, qtbot: QtBot) -> None:
    with added(sample_window, qtbot):
        dropped(sample_window, text_mime("Trams carry more people than cars."))
    assert sample_window.desk.dossier.articles[-1].text == "Trams carry more people than cars."
    answer_forms(sample_window)


@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")
@pytest.mark.parametrize("is_own", [False, True])
def test_a_drag_of_text_is_taken_unless_it_is_a_passage(sample_window: Assembly, *, is_own: bool) -> None:
    article = sample_window.desk.dossier.articles[0]
    mime = passage_mime(article, 0, 20) if is_own else text_mime("Trams carry more people.")
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDragEnterEvent(QPoint(20, 20), copy, mime, left, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    sample_window.window.dragEnterEvent(event)
    assert event.isAccepted() is not is_own


def test_files_dropped_or_pasted_are_added(sample_window: Assembly, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "trams.txt"
    file.write_text("Trams carry more people than cars.", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    with added(sample_window, qtbot):
        dropped(sample_window, mime)
    answer_forms(sample_window)
    with added(sample_window, qtbot):
        sample_window.commands.sources.take(mime)
    assert titles(sample_window)[-2:] == ["Trams", "Trams"]
    answer_forms(sample_window)


def test_ctrl_v_in_the_article_pastes_an_article_and_in_a_field_text(
    sample_window: Assembly, qtbot: QtBot
) -> None:
    QApplication.clipboard().setText("Trams carry more people than cars.")
    before = len(titles(sample_window))
    argument = first_argument(sample_window.desk.dossier)
    sample_window.window.editor.edit_claim(argument.id)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert not sample_window.busy
    reader = sample_window.window.article.reader
    reader.setFocus()
    with added(sample_window, qtbot):
        QTest.keyClick(reader, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(titles(sample_window)) == before + 1
    answer_forms(sample_window)


def test_an_address_alone_is_not_taken_for_an_article(sample_window: Assembly) -> None:
    dropped(sample_window, text_mime("https://example.org/trams", "<a href='x'>trams</a>"))
    assert not sample_window.busy
    assert "address" in sample_window.window.statusBar().currentMessage()


def test_the_form_confirms_with_enter_what_was_proposed(sample_window: Assembly, qtbot: QtBot) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready())
    dossier, dialog = sample_window.desk.dossier, form(sample_window)
    assert dialog.field("title").said() == "from JSON-LD"
    assert dialog.field("published").said() == "from a meta tag"
    QTest.keyClick(dialog.field("title").line, Qt.Key.Key_Return)
    assert sample_window.commands.sources.confirming.dialog is None
    assert sample_window.desk.dossier == dossier


def test_the_form_offers_what_else_was_found(sample_window: Assembly, qtbot: QtBot) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready())
    title = form(sample_window).field("title")
    QTest.keyClick(title.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert (title.text, title.said()) == ("Why trams & buses | The Review", "from a meta tag")
    title.line.setText("Trams")
    assert title.said() == "as you wrote it"
    form(sample_window).accept()
    assert titles(sample_window)[-1] == "Trams"
    assert sample_window.actions["undo"].text() == "&Undo Edit Article Details"


def test_authors_that_were_found_are_taken_as_they_were(sample_window: Assembly, qtbot: QtBot) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready())
    form(sample_window).authors.set_authors((Author(name="Ana Ruiz; Lisbon"),))
    form(sample_window).accept()
    assert sample_window.desk.dossier.articles[-1].authors == (Author(name="Ana Ruiz; Lisbon"),)


def test_forms_follow_each_other_and_leaving_one_leaves_it_as_proposed(
    sample_window: Assembly, qtbot: QtBot
) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready("One"), ready("Two"), ready("Three"))
    assert form(sample_window).windowTitle() == "Article Details, 1 of 3"
    form(sample_window).field("title").line.setText("Changed")
    QTest.keyClick(form(sample_window), Qt.Key.Key_Escape)
    assert form(sample_window).windowTitle() == "Article Details, 2 of 3"
    assert sample_window.window.article.article_id == sample_window.desk.dossier.articles[-2].id
    form(sample_window).field("title").line.setText("Second")
    (every,) = [
        each for each in form(sample_window).findChildren(QPushButton) if each.text() == "Con&firm All"
    ]
    every.click()
    assert sample_window.commands.sources.confirming.dialog is None
    assert titles(sample_window)[-3:] == ["One", "Second", "Three"]


def test_what_a_cite_lacks_is_named_while_it_is_written(sample_window: Assembly, qtbot: QtBot) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready())
    dialog = form(sample_window)
    assert "publisher" in dialog.missing
    dialog.field("publisher").line.setText("The Review")
    assert "publisher" not in dialog.missing
    dialog.field("published").line.setText("18 February")
    assert "year, month and day" in dialog.missing
    dialog.reject()


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("3 May 2025", "2025-05-03"),
        ("May 3, 2025", "2025-05-03"),
        ("May 2025", "2025-05"),
        (" 2025 ", "2025"),
    ],
)
def test_dates_are_taken_as_articles_write_them(
    sample_window: Assembly, qtbot: QtBot, written: str, kept: str
) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready())
    dialog = form(sample_window)
    dialog.field("published").line.setText(written)
    dialog.field("accessed").line.setText("")
    assert "year, month" not in dialog.missing
    assert (dialog.article().published, dialog.article().accessed) == (kept, "")
    dialog.reject()


def test_underlined_letters_lead_to_the_lines_of_the_form(sample_window: Assembly, qtbot: QtBot) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready())
    dialog = form(sample_window)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for key, name in ((Qt.Key.Key_P, "publisher"), (Qt.Key.Key_D, "published"), (Qt.Key.Key_L, "language")):
        QTest.keyClick(dialog, key, Qt.KeyboardModifier.AltModifier)
        assert dialog.field(name).line.hasFocus()
    dialog.reject()


def test_the_original_is_kept_and_saved_byte_for_byte(
    sample_window: Assembly, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    assert not sample_window.actions["save_original"].isEnabled()
    with added(sample_window, qtbot):
        start(sample_window, ready())
    answer_forms(sample_window)
    article = sample_window.desk.dossier.articles[-1]
    for action in ("undo", "redo"):
        sample_window.actions[action].trigger()
    sample_window.desk.settle()
    kept = read_attachment(sample_window.desk.path, article.original)
    assert kept is not None
    assert kept.data == ORIGINAL + b"Why trams"
    sample_window.window.article.show_article(article.id)
    assert sample_window.actions["save_original"].isEnabled()
    answers.path = tmp_path / "out.html"
    sample_window.actions["save_original"].trigger()
    assert answers.path.read_bytes() == kept.data
    assert Path(answers.asked[-1]).name == "Why trams.html"


def test_an_original_that_cannot_be_written_is_told(
    sample_window: Assembly, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    with added(sample_window, qtbot):
        start(sample_window, ready())
    answer_forms(sample_window)
    answers.path = tmp_path
    sample_window.actions["save_original"].trigger()
    assert str(tmp_path) in answers.told[-1]


def test_the_original_of_a_file_comes_out_as_it_went_in(
    sample_window: Assembly, qtbot: QtBot, answers: Answers, tmp_path: Path
) -> None:
    file = tmp_path / "trams.txt"
    file.write_bytes("Why trams\r\n\r\nThey carry more – “people”.\r\n".encode("cp1252"))
    with added(sample_window, qtbot):
        sample_window.commands.sources.add_files([file])
    answer_forms(sample_window)
    answers.path = tmp_path / "out.txt"
    sample_window.actions["save_original"].trigger()
    assert answers.path.read_bytes() == file.read_bytes()


def test_a_page_of_a_journal_is_proposed_as_one_and_another_kind_can_be_chosen_and_taken_back(
    sample_window: Assembly, tmp_path: Path, qtbot: QtBot
) -> None:
    page = tmp_path / "trams.html"
    tags = "".join(
        f'<meta name="citation_{name}" content="{text}">'
        for name, text in (("journal_title", "Rails"), ("volume", "12"), ("firstpage", "40"))
    )
    page.write_text(f"<html><head>{tags}</head><body><h1>Trams</h1><p>They run.</p></body></html>")
    with added(sample_window, qtbot):
        sample_window.commands.sources.add_files([page])
    dialog = form(sample_window)
    assert dialog.rows.kind is ArticleKind.JOURNAL
    assert dialog.rows.kinds.said() == dialog.field("volume").said() == "from a meta tag"
    dialog.rows.kinds.choose(ArticleKind.REPORT)
    dialog.field("issue").line.setText("RR-17")
    dialog.accept()

    def now() -> tuple[ArticleKind, str, str]:
        article = sample_window.desk.dossier.articles[-1]
        return article.sort, article.issue, article.volume

    assert now() == (ArticleKind.REPORT, "RR-17", "12")
    sample_window.actions["undo"].trigger()
    assert now() == (ArticleKind.JOURNAL, "", "12")
    sample_window.actions["redo"].trigger()
    assert now() == (ArticleKind.REPORT, "RR-17", "12")
