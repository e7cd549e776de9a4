# SPDX-License-Identifier: MIT
"""The brief beside the editor: pages that follow what is written, keys, clicks, choices."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from threading import Condition

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QStyle, QStyleOptionComboBox, QWidget
from pytestqt.qtbot import QtBot
from tests.benchmarks.generated import generated_dossier
from tests.briefing.printed import page_texts
from tests.gui.conftest import first_argument, turn

from dissoi.briefing.memory import Memory
from dissoi.briefing.options import LayoutName, Options, Section, Sides
from dissoi.briefing.preview import Sheet, Sheets, draw_sheets, set_sheets
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import remove_position, write_claim
from dissoi.dossier.records import QUESTION_ID, Argument, RecordId
from dissoi.gui.app import Windows
from dissoi.gui.assembly import Assembly
from dissoi.gui.brief.choices_panel import TickList
from dissoi.gui.brief.pages_view import PagesView
from dissoi.gui.brief.preview import PreviewPane
from dissoi.gui.brief.proofing import Drawn, PageWish, Proofing
from dissoi.gui.editor.field import Field
from dissoi.storage.settings import PageFit

CONTROL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
Previewed = Callable[[Assembly], PreviewPane]


@pytest.fixture
def previewed(qtbot: QtBot) -> Previewed:
    """Opens the preview of a window with its key, and waits for the pages in view."""

    def open_(assembly: Assembly) -> PreviewPane:
        QTest.keyClick(assembly.window, Qt.Key.Key_F8)
        pane = assembly.commands.preview.pane
        assert pane is not None
        qtbot.waitUntil(lambda: is_painted(pane.view), timeout=20_000)
        return pane

    return open_


def resize(window: QWidget, width: int, height: int, qtbot: QtBot) -> None:
    window.resize(width, height)
    qtbot.waitUntil(lambda: window.width() == width)


def is_painted(view: PagesView) -> bool:
    return bool(view.sheets.pages) and all(view.is_drawn(page) for page in view.in_view)


def texts(sheets: Sheets) -> list[str]:
    return [" ".join(text.split()) for text in page_texts(draw_sheets(sheets.pages))]


def says(view: PagesView, words: str) -> bool:
    return words in " ".join(texts(view.sheets))


def picture_of(view: PagesView) -> QImage:
    return view.viewport().grab().toImage()


def point_of(view: PagesView, record: str) -> QPoint:
    """A point of the view within the first words of a record, which is gone to."""
    spot = view.sheets.records[record]
    view.go_to(spot)
    sheet: Sheet = view.sheets.pages[spot.page]
    area = next(mark for mark in sheet.areas if mark.record == record)
    corner, scale = view.rect_of(spot.page).topLeft(), view.column.scale
    # Beside the words: a claim on the title page is a link besides.
    return corner + QPoint(round((sheet.left + area.x + 3) * scale), round((spot.y + 4) * scale))


def test_a_key_shows_the_pages_and_puts_them_away(
    sample_window: Assembly, previewed: Previewed, sample: Dossier
) -> None:
    window, before = sample_window.window, sample_window.window.splitter.sizes()
    assert sample_window.commands.preview.pane is None  # nothing of it is loaded with the window
    pane = previewed(sample_window)
    assert sample_window.actions["preview"].isChecked()
    said = texts(pane.view.sheets)
    assert sample.question.text in said[0]
    assert f"of {len(said)}" in pane.count.text()
    assert pane.number.text() == "1"
    picture, page = picture_of(pane.view), pane.view.rect_of(0).adjusted(4, 4, -4, -4)
    places = [(x, y) for y in range(page.top(), 500, 3) for x in range(page.left(), page.right())]
    darks = sum(picture.pixelColor(x, y).lightness() < 100 for x, y in places)
    assert 0.005 < darks / len(places) < 0.5  # there is ink on the paper
    sample_window.actions["preview"].trigger()
    assert pane.isHidden()
    assert window.splitter.sizes()[:3] == before
    assert not sample_window.actions["preview"].isChecked()


def test_pages_follow_what_is_typed_and_stay_where_they_are(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane, argument = previewed(sample_window), first_argument(sample)
    sample_window.window.editor.edit_claim(argument.id)
    page = pane.view.sheets.records[argument.id].page
    qtbot.waitUntil(lambda: page in pane.view.in_view and is_painted(pane.view), timeout=10_000)
    top, before = pane.view.verticalScrollBar().value(), picture_of(pane.view)
    field = sample_window.window.focusWidget()
    assert isinstance(field, Field)
    QTest.keyClick(field, Qt.Key.Key_End, CONTROL)
    QTest.keyClicks(field, " indeed")
    qtbot.waitUntil(lambda: "indeed" in texts(pane.view.sheets)[page], timeout=10_000)
    qtbot.waitUntil(lambda: is_painted(pane.view), timeout=10_000)
    assert pane.view.verticalScrollBar().value() == top
    assert picture_of(pane.view) != before
    assert sample_window.window.focusWidget() is field


def test_what_stands_at_the_top_stays_there_when_pages_before_it_go(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    last = sample.positions[-1]
    pane.view.go_to(pane.view.sheets.records[last.id])
    count = len(pane.view.sheets.pages)
    above = pane.view.column.y_of(pane.view.sheets.records[last.id]) - pane.view.verticalScrollBar().value()
    sample_window.desk.apply(remove_position(sample.positions[0].id))
    qtbot.waitUntil(lambda: len(pane.view.sheets.pages) < count, timeout=10_000)
    now = pane.view.column.y_of(pane.view.sheets.records[last.id]) - pane.view.verticalScrollBar().value()
    assert abs(now - above) <= 1


def test_what_lies_between_pages_is_never_of_a_page(qtbot: QtBot) -> None:
    """Not even where lower pages as wide as those before came, and are not drawn yet."""
    view = PagesView(None)  # type: ignore[arg-type]
    qtbot.addWidget(view)
    view.set_ground(QColor("green"))
    view.resize(300, 500)
    with qtbot.waitExposed(view):
        view.show()
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    high, low = (tuple(Sheet(200, height, 0, 0, ()) for _ in range(3)) for height in (280, 120))
    view.show_sheets(Sheets(high))
    for page in view.in_view:
        wish = PageWish(page, view.sheets.pages[page], view.rect_of(page).width())
        picture = QImage(view.rect_of(page).size(), QImage.Format.Format_RGB32)
        picture.fill(QColor("red"))
        view.take(Drawn(wish, picture))
    view.show_sheets(Sheets(low))
    picture, below = picture_of(view), view.rect_of(0).bottom() + view.gap // 2
    assert picture.pixelColor(150, below) == QColor("green")
    assert picture.pixelColor(150, view.rect_of(0).center().y()) == QColor("white")


def test_a_click_leads_to_the_argument(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane, editor = previewed(sample_window), sample_window.window.editor
    arguments = [each for each in sample.all(Argument) if each.id in pane.view.sheets.records]
    assert len(arguments) == len(list(sample.all(Argument)))
    for argument in arguments[::5]:
        QTest.mouseClick(pane.view.viewport(), LEFT, pos=point_of(pane.view, argument.id))
        assert editor.active == argument.id
        assert editor.current == sample.position_of(argument.id).id
    QTest.mouseClick(pane.view.viewport(), LEFT, pos=point_of(pane.view, sample.positions[2].id))
    assert editor.current == sample.positions[2].id
    QTest.mouseClick(pane.view.viewport(), LEFT, pos=point_of(pane.view, QUESTION_ID))
    assert editor.current == QUESTION_ID


def test_a_line_of_the_contents_leads_to_its_page(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    view = pane.view
    contents = view.sheets.anchors["contents"].page
    view.choose_fit(PageFit.PAGE)
    view.go_to_page(contents)
    rect, sheet = view.rect_of(contents), view.sheets.pages[contents]
    x = round(sheet.width / 2)
    y = next(y for y in range(100, 700) if sheet.link_at(x, y) == "#sources")
    scale = view.column.scale
    at = rect.topLeft() + QPoint(round(x * scale), round((y + 4) * scale))
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    assert view.sheets.anchors["sources"].page in view.in_view


def test_choosing_an_argument_shows_its_page(
    sample_window: Assembly, previewed: Previewed, sample: Dossier
) -> None:
    pane = previewed(sample_window)
    last = sample.arguments_of(sample.positions[-1].id)[-1]
    sample_window.window.editor.reveal(last.id)
    assert pane.view.sheets.records[last.id].page in pane.view.in_view


def test_pages_are_turned_by_keys(sample_window: Assembly, previewed: Previewed, qtbot: QtBot) -> None:
    pane = previewed(sample_window)
    view, bar = pane.view, pane.view.verticalScrollBar()
    assert view.hasFocus()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.page == 1
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.page == 0
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space):
        before = bar.value()
        QTest.keyClick(view, key)
        assert bar.value() > before
    QTest.keyClick(view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    assert pane.number.text() == str(len(view.sheets.pages))
    QTest.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < bar.maximum()
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert bar.value() == 0
    pane.number.selectAll()
    QTest.keyClicks(pane.number, "3")
    QTest.keyClick(pane.number, Qt.Key.Key_Return)
    assert view.page == 2
    pane.more.click()
    assert pane.choices.isVisible()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not pane.choices.isVisible()
    assert not pane.isHidden()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert pane.isHidden()
    focus = QApplication.focusWidget()
    assert focus is sample_window.window.article.reader, (focus, sample_window.window.editor.active)


def test_zoom_goes_by_keys_and_by_the_wheel_and_fits(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    view = pane.view
    fitting, article = view.shown_zoom, sample_window.window.article.reader.font().pointSizeF()
    QTest.keyClick(view, Qt.Key.Key_Plus, CONTROL)
    assert view.shown_zoom > fitting
    assert sample_window.window.article.reader.font().pointSizeF() == article
    QTest.keyClick(view, Qt.Key.Key_0, CONTROL)
    assert view.shown_zoom == fitting
    middle = QPointF(view.viewport().rect().center())
    spot = view.column.spot_at(view.verticalScrollBar().value() + round(middle.y()))
    wheel = QWheelEvent(
        middle,
        QPointF(view.viewport().mapToGlobal(middle.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        CONTROL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), wheel)
    assert view.shown_zoom == pytest.approx(fitting * 1.15**2, rel=0.01)
    held = view.column.spot_at(view.verticalScrollBar().value() + round(middle.y()))
    assert abs(held.y - spot.y) < 3
    view.choose_fit(PageFit.PAGE)
    assert view.rect_of(view.page).height() <= view.viewport().height()
    qtbot.waitUntil(lambda: is_painted(view), timeout=10_000)
    assert pane.zoom.text() == f"{view.shown_zoom:.0%}"


def test_the_next_preview_is_as_large_and_as_wide_as_the_last(
    windows: Windows, sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    pane, splitter = previewed(sample_window), sample_window.window.splitter
    handle = splitter.handle(splitter.indexOf(pane))
    middle, before = handle.rect().center(), pane.width()
    QTest.mousePress(handle, LEFT, pos=middle)
    QTest.mouseMove(handle, middle - QPoint(36, 0))
    QTest.mouseRelease(handle, LEFT, pos=middle - QPoint(36, 0))
    assert pane.width() >= before + 24
    QTest.keyClick(pane.view, Qt.Key.Key_Plus, CONTROL)
    width, zoom = pane.width(), pane.view.zoom
    for _ in range(2):
        sample_window.actions["preview"].trigger()
    assert abs(pane.width() - width) <= 2
    path = sample_window.desk.path
    sample_window.window.close()
    windows.open(path)
    again = windows.assemblies[-1]
    again.window.resize(1440, 900)
    again.actions["preview"].trigger()
    new = again.commands.preview.pane
    assert new is not None
    qtbot.waitUntil(lambda: is_painted(new.view), timeout=20_000)
    assert new is not pane
    assert new.view.fit is PageFit.FREE
    assert new.view.zoom == zoom
    assert abs(new.width() - width) <= 2
    new.view.choose_fit(PageFit.PAGE)
    again.commands.preview.close()
    assert windows.services.preferences.now.preview_fit is PageFit.PAGE


@pytest.mark.parametrize(("width", "index"), [(1500, 1), (1500, 2), (1280, 2)])
def test_widths_dragged_beside_the_preview_stay_when_it_goes(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot, width: int, index: int
) -> None:
    window, splitter = sample_window.window, sample_window.window.splitter
    by = 30
    resize(window, width, 800, qtbot)
    before = splitter.sizes()
    previewed(sample_window)
    moved = splitter.sizes()
    handle = splitter.handle(index)
    middle = handle.rect().center()
    QTest.mousePress(handle, LEFT, pos=middle)
    QTest.mouseMove(handle, middle + QPoint(by, 0))
    QTest.mouseRelease(handle, LEFT, pos=middle + QPoint(by, 0))
    assert splitter.sizes() != moved
    kept = sample_window.commands.preview.sizes_without
    sample_window.actions["preview"].trigger()
    after = splitter.sizes()[:3]
    pane = 1 if index == 2 and width == 1500 else 0  # a narrow window has no article beside the preview
    assert after[pane] >= before[pane] + by - 10
    assert all(abs(one - other) <= 4 for one, other in zip(after, kept, strict=True))


def test_a_booklet_tells_how_its_pages_lie_on_paper(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    assert pane.told.isHidden()
    QTest.mouseClick(pane.more, LEFT)
    booklet = pane.choices.controls["booklet"]
    assert isinstance(booklet, QCheckBox)
    booklet.click()
    qtbot.waitUntil(lambda: "Sheets of this booklet: " in pane.told.text(), timeout=10_000)
    assert f": {len(pane.view.sheets.pages) // 2}." in pane.told.text()
    assert pane.told.isVisible()
    assert pane.count.text() == f"of {len(pane.view.sheets.pages)} sides"
    booklet.click()
    qtbot.waitUntil(pane.told.isHidden, timeout=10_000)


def test_no_booklet_is_offered_on_paper_that_is_too_small_to_fold(
    sample_window: Assembly, previewed: Previewed
) -> None:
    pane = previewed(sample_window)
    pane.more.click()
    paper, booklet = (pane.choices.controls[name] for name in ("paper", "booklet"))
    assert paper.toolTip() == "Of PDF and Word files, and of web pages when they are printed"
    for _ in range(3):
        assert (booklet.isEnabled(), booklet.toolTip()) == (True, "")
        QTest.keyClick(booklet, Qt.Key.Key_Space)
        assert sample_window.commands.preview.options.booklet
        paper.setFocus()
        QTest.keyClick(paper, Qt.Key.Key_End)
        options = sample_window.commands.preview.options
        assert (options.paper, options.booklet) == ("a5", False)
        # A control that was made anew in the middle of its own news ended the program.
        assert pane.choices.controls["paper"] is paper
        assert paper.hasFocus()
        assert not booklet.isEnabled()
        assert "A4 or Letter" in booklet.toolTip()
        QTest.keyClick(paper, Qt.Key.Key_Home)


def test_the_sheets_of_a_booklet_lead_to_arguments_and_are_small_pages_too(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    QTest.mouseClick(pane.strip, LEFT)
    sample_window.commands.preview.choosing.choose(Options(booklet=True))
    qtbot.waitUntil(lambda: pane.view.sheets.folded and is_painted(pane.view), timeout=10_000)
    sheets, view = pane.view.sheets, pane.view
    count = max(number for sheet in sheets.pages for number in sheet.numbers)
    blank = len(sheets.pages) * 2 - count
    assert pane.thumbnails.told(0) == ("–  ·  1" if blank else f"{count}  ·  1")
    assert pane.thumbnails.told(1) == ("2  ·  –" if blank > 1 else f"2  ·  {count - (not blank)}")
    wide, high = (getattr(pane.thumbnails.rect_of(0), side)() for side in ("width", "height"))
    assert wide > high
    sides = set()
    for position in sample.positions:
        for argument in sample.arguments_of(position.id):
            spot = sheets.records[argument.id]
            sheet = sheets.pages[spot.page]
            view.choose_fit(PageFit.WIDTH)
            view.go_to(spot)
            corner, scale = view.rect_of(spot.page).topLeft(), view.column.scale
            area = next(
                mark
                for mark in sheet.areas
                if mark.record == argument.id and (sheet.left + mark.x >= sheet.fold) == bool(spot.x)
            )
            point = corner + QPoint(round((sheet.left + area.x + 3) * scale), round((spot.y + 4) * scale))
            if sheet.link_at(sheet.left + area.x + 3, spot.y + 4):
                continue  # on the title page
            QTest.mouseClick(view.viewport(), LEFT, pos=point)
            assert sample_window.window.editor.active == argument.id
            sides.add(bool(spot.x))
    assert sides == {False, True}
    view.zoom_to(4.0)
    right = next(spot for spot in sheets.records.values() if spot.x)
    view.go_to(right)
    left = view.rect_of(right.page).left() + round(right.x * view.column.scale)
    assert 0 <= left < view.viewport().width()


def test_small_pages_lead_to_large_ones(sample_window: Assembly, previewed: Previewed, qtbot: QtBot) -> None:
    pane = previewed(sample_window)
    QTest.mouseClick(pane.strip, LEFT)
    small = pane.thumbnails
    assert small.isVisible()
    qtbot.waitUntil(lambda: all(small.is_drawn(page) for page in small.in_view), timeout=10_000)
    assert len(small.in_view) > 3
    QTest.mouseClick(small.viewport(), LEFT, pos=small.rect_of(2).center())
    assert pane.view.page == 2
    QTest.keyClick(small, Qt.Key.Key_Down)
    assert pane.view.page == 3
    pane.view.go_to_page(len(pane.view.sheets.pages) - 1)
    assert len(pane.view.sheets.pages) - 1 in small.in_view


def test_the_pages_have_the_keyboard_once_what_is_beside_them_is_put_away(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    pane.more.click()
    grey = pane.choices.controls["grey"]
    grey.setFocus()
    assert grey.hasFocus()
    pane.more.click()
    qtbot.waitUntil(pane.view.hasFocus)
    pane.strip.setChecked(True)
    pane.strip.clicked.emit()
    pane.thumbnails.setFocus()
    pane.strip.click()
    qtbot.waitUntil(pane.view.hasFocus)


@pytest.mark.parametrize("name", ["paper", "sides", "cites"])
def test_turning_the_wheel_over_the_choices_chooses_nothing(
    name: str, sample_window: Assembly, previewed: Previewed
) -> None:
    pane = previewed(sample_window)
    QTest.mouseClick(pane.more, LEFT)
    combo = pane.choices.controls[name]
    assert isinstance(combo, QComboBox)
    pane.view.setFocus()
    turn(combo)
    assert combo.currentIndex() == 0
    combo.setFocus()
    turn(combo)
    assert combo.currentIndex() == 1


def test_layouts_and_their_choices(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    QTest.mouseClick(pane.more, LEFT)
    sides = pane.choices.controls["sides"]
    assert isinstance(sides, QComboBox)
    sides.setFocus()
    QTest.keyClick(sides, Qt.Key.Key_Down)
    assert sample_window.commands.preview.options.sides is Sides.PRO
    con = first_argument(sample, side=sample.arguments_of(sample.positions[0].id)[-1].side.CON)
    qtbot.waitUntil(lambda: con.id not in pane.view.sheets.records, timeout=10_000)
    notes = pane.choices.controls["notes"]
    assert isinstance(notes, QCheckBox)
    count = len(pane.view.sheets.pages)
    notes.click()
    qtbot.waitUntil(lambda: len(pane.view.sheets.pages) < count, timeout=10_000)
    pane.layouts.setFocus()
    QTest.keyClicks(pane.layouts, "Flow")
    QTest.keyClick(pane.layouts, Qt.Key.Key_Return)
    if sample_window.commands.preview.options.layout is not LayoutName.FLOW:
        pane.layouts.setCurrentIndex(pane.layouts.findData("flow"))
        pane.layouts.activated.emit(pane.layouts.currentIndex())
    qtbot.waitUntil(
        lambda: pane.view.sheets.pages[0].width > pane.view.sheets.pages[0].height, timeout=10_000
    )
    assert "notes" not in pane.choices.controls
    assert "seeded" in pane.choices.controls
    assert sample_window.actions["layout_flow"].isChecked()
    sample_window.actions["layout_brief"].trigger()
    assert sample_window.commands.preview.options.sides is Sides.PRO  # remembered for this layout
    assert not sample_window.commands.preview.options.notes


def test_a_layout_is_chosen_with_the_argument_being_edited_in_view(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)

    def is_set(layout: LayoutName) -> bool:
        return pane.view.sheets.layout is layout

    argument = first_argument(sample)
    sample_window.window.editor.edit_claim(argument.id)
    for layout in (LayoutName.CARDS, LayoutName.EVIDENCE, LayoutName.LARGE_PRINT, LayoutName.BRIEF):
        # As on a page far from it, which would be carried over else.
        pane.view.go_to_page(len(pane.view.sheets.pages) - 1)
        pane.layout_chosen.emit(layout.value)
        qtbot.waitUntil(partial(is_set, layout), timeout=10_000)
        assert pane.view.page == pane.view.sheets.records[argument.id].page
        assert pane.number.text() == str(pane.view.page + 1)


def test_the_preview_opens_at_the_page_of_the_argument_being_edited(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    first, last = first_argument(sample), sample.arguments_of(sample.positions[-1].id)[-1]
    sample_window.window.editor.edit_claim(first.id)
    pane = previewed(sample_window)

    def shows(argument: RecordId) -> bool:
        spot = pane.view.sheets.records.get(argument)
        return spot is not None and pane.number.text() == str(spot.page + 1) != "1"

    assert shows(first.id)
    sample_window.actions["preview"].trigger()
    sample_window.window.editor.edit_claim(last.id)
    sample_window.actions["preview"].trigger()
    qtbot.waitUntil(lambda: shows(last.id), timeout=10_000)
    sample_window.actions["preview"].trigger()
    sample_window.window.editor.reveal(first.id)
    sample_window.actions["attack"].trigger()  # while no preview is shown
    added = sample_window.window.editor.active
    sample_window.actions["preview"].trigger()
    qtbot.waitUntil(lambda: shows(added), timeout=10_000)
    pane.view.go_to_page(0)
    sample_window.actions["attack"].trigger()  # beside it
    qtbot.waitUntil(lambda: shows(sample_window.window.editor.active), timeout=10_000)


def test_an_answer_leads_to_the_card_on_which_it_stands(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    sample_window.commands.preview.choosing.choose_layout(LayoutName.CARDS)
    argument = sample.arguments_of(sample.positions[-1].id)[-1]
    answered = next(each for each in sample.tree_of(argument.id))
    sample_window.window.editor.reveal(answered.id)
    pane = previewed(sample_window)
    assert pane.view.page == pane.view.sheets.records[answered.id].page > 0
    pane.view.go_to_page(0)
    sample_window.actions["attack"].trigger()
    added = sample_window.window.editor.active
    qtbot.waitUntil(lambda: pane.view.page > 0, timeout=10_000)
    assert added not in pane.view.sheets.records  # nothing is said in it yet
    assert pane.view.page == pane.view.sheets.records[answered.id].page
    pane.view.go_to_page(0)
    sample_window.desk.apply(write_claim(answered.id, "Typed while the first page is read"))
    qtbot.waitUntil(lambda: says(pane.view, "Typed while the first page is read"), timeout=10_000)
    assert pane.view.page == 0


def test_a_place_near_the_end_of_a_page_is_shown_with_the_number_of_that_page(
    sample_window: Assembly, previewed: Previewed
) -> None:
    view = previewed(sample_window).view
    for record, spot in view.sheets.records.items():
        view.go_to(spot)
        assert view.page == spot.page, record
        assert 0 <= view.column.y_of(spot) - view.verticalScrollBar().value() < view.viewport().height()


def test_the_names_of_layouts_and_positions_are_whole_in_a_small_window(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    window = sample_window.window
    resize(window, 900, 700, qtbot)
    pane = previewed(sample_window)
    letters = pane.layouts.fontMetrics()
    names = [pane.layouts.itemText(place) for place in range(pane.layouts.count())]
    field = QStyle.SubControl.SC_ComboBoxEditField
    option = QStyleOptionComboBox()
    pane.layouts.initStyleOption(option)
    room = pane.layouts.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, pane.layouts)
    assert room.width() >= max(map(letters.horizontalAdvance, names))
    QTest.mouseClick(pane.more, LEFT)
    positions = pane.choices.controls["positions"]
    assert isinstance(positions, TickList)
    qtbot.waitUntil(positions.isVisible)
    assert positions.verticalScrollBar().maximum() == positions.horizontalScrollBar().maximum() == 0
    assert not positions.horizontalScrollBar().isVisible()


def test_sections_and_positions_are_chosen(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    sections, positions = (pane.choices.controls[name] for name in ("sections", "positions"))
    assert isinstance(sections, TickList)
    assert isinstance(positions, TickList)
    sections.setCurrentRow(0)
    QTest.keyClick(sections, Qt.Key.Key_Space)
    assert Section.CASE not in sample_window.commands.preview.options.parts
    positions.setCurrentRow(1)
    QTest.keyClick(positions, Qt.Key.Key_Space)
    gone = sample.positions[1].id
    qtbot.waitUntil(lambda: gone not in pane.view.sheets.records, timeout=10_000)
    for row in (0, 2, 3):
        positions.setCurrentRow(row)
        QTest.keyClick(positions, Qt.Key.Key_Space)
    # The last that is ticked stays so: a brief of no position would be of all of them.
    assert len(sample_window.commands.preview.options.positions) == 1


def test_the_preview_behind_an_article_read_alone_comes_back_as_it_was(
    sample_window: Assembly, previewed: Previewed
) -> None:
    pane, preview = previewed(sample_window), sample_window.commands.preview
    sizes = sample_window.window.splitter.sizes()
    sample_window.actions["read_alone"].trigger()
    assert pane.isHidden()
    QTest.keyClick(sample_window.window, Qt.Key.Key_F8)
    assert not sample_window.window.reads_alone
    assert pane.isVisible()
    assert pane.view.hasFocus()
    assert sample_window.window.splitter.sizes() == sizes
    assert [each.isRunning() for each in preview.findChildren(Proofing)] == [True]


def test_what_changed_while_the_article_was_read_alone_is_in_the_preview(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    sample_window.actions["read_alone"].trigger()
    sample_window.desk.apply(write_claim(first_argument(sample).id, "A claim of quite other words"))
    qtbot.wait(100)
    sample_window.actions["read_alone"].trigger()
    qtbot.waitUntil(lambda: "quite other words" in " ".join(texts(pane.view.sheets)), timeout=10_000)


def test_the_article_is_read_alone_also_where_the_preview_took_its_place(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    window = sample_window.window
    resize(window, 900, 600, qtbot)
    pane = previewed(sample_window)
    assert window.article.isHidden()
    sizes = window.splitter.sizes()
    sample_window.actions["read_alone"].trigger()
    assert window.article.isVisible()
    assert window.editor.isHidden()
    assert pane.isHidden()
    QTest.keyClick(window.article.reader, Qt.Key.Key_Escape)
    assert not pane.isHidden()
    assert window.article.isHidden()
    assert window.splitter.sizes() == sizes
    qtbot.wait(50)
    assert window.width() == 900
    assert window.focusWidget() is pane.view


def test_words_quoted_while_the_article_is_read_alone_keep_it_in_view(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    window, reader = sample_window.window, sample_window.window.article.reader
    resize(window, 900, 600, qtbot)
    previewed(sample_window)
    sample_window.actions["read_alone"].trigger()
    reader.select(0, 12)
    QTest.keyClick(reader, Qt.Key.Key_P)
    assert reader.isVisible()
    assert window.editor.isVisible()
    assert not sample_window.commands.preview.is_shown


def test_a_narrow_window_has_the_preview_in_the_articles_place(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    window = sample_window.window
    resize(window, 900, 600, qtbot)
    pane = previewed(sample_window)
    assert window.article.isHidden()
    assert window.width() == 900
    assert pane.width() >= 320
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert not window.article.isHidden()
    assert window.article.reader.hasFocus()
    assert pane.isHidden()


def test_the_article_comes_back_where_it_is_to_be_read(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    window = sample_window.window
    resize(window, 900, 600, qtbot)
    pane = previewed(sample_window)
    resize(window, 1500, 800, qtbot)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert not window.article.isHidden()
    assert not pane.isHidden()  # there is room for both now
    sample_window.actions["preview"].trigger()
    resize(window, 900, 600, qtbot)
    sample_window.actions["preview"].trigger()
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert window.reads_alone
    assert window.article.isVisible()
    assert pane.isHidden()
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.editor.isVisible()


def test_a_window_can_be_made_narrow_while_the_preview_is_shown(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    window = sample_window.window
    resize(window, 1500, 800, qtbot)
    pane = previewed(sample_window)
    assert not window.article.isHidden()
    window.resize(1200, 600)
    qtbot.waitUntil(window.article.isHidden)
    qtbot.waitUntil(lambda: window.minimumWidth() <= 900)
    resize(window, 900, 600, qtbot)
    assert pane.width() >= 320
    window.resize(1500, 800)
    qtbot.waitUntil(lambda: not window.article.isHidden())
    assert window.article.width() >= 340
    sample_window.actions["preview"].trigger()
    assert not window.article.isHidden()


def test_a_window_that_is_made_wide_gives_the_preview_its_share(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    window, splitter = sample_window.window, sample_window.window.splitter
    resize(window, 900, 600, qtbot)
    pane = previewed(sample_window)
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: not window.article.isHidden())
    QApplication.processEvents()
    widened = splitter.sizes()
    sample_window.actions["preview"].trigger()
    sample_window.actions["preview"].trigger()
    assert pane.isVisible()
    assert all(abs(one - other) <= 12 for one, other in zip(widened, splitter.sizes(), strict=True))


def test_undo_is_followed(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane, argument = previewed(sample_window), first_argument(sample)
    sample_window.desk.apply(write_claim(argument.id, "A claim of quite other words"))
    qtbot.waitUntil(lambda: "quite other words" in " ".join(texts(pane.view.sheets)), timeout=10_000)
    sample_window.desk.undo()
    qtbot.waitUntil(lambda: argument.claim in " ".join(texts(pane.view.sheets)), timeout=10_000)


def test_what_cannot_be_set_is_told_above_the_pages(
    sample_window: Assembly, previewed: Previewed, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)

    def fail(*_: object, **__: object) -> Sheets:
        raise RuntimeError("too many pages")

    monkeypatch.setattr("dissoi.gui.brief.proofing.set_sheets", fail)
    sample_window.actions["layout_cards"].trigger()
    qtbot.waitUntil(lambda: "too many pages" in pane.told.text(), timeout=10_000)
    monkeypatch.undo()
    sample_window.actions["layout_brief"].trigger()
    qtbot.waitUntil(pane.told.isHidden, timeout=10_000)


def test_a_long_brief_tells_how_far_it_is_and_is_given_up_at_once(
    opened: Callable[[Dossier], Assembly], qtbot: QtBot
) -> None:
    assembly = opened(generated_dossier(1500, passages=1500))
    assembly.actions["preview"].trigger()
    pane = assembly.commands.preview.pane
    assert pane is not None
    qtbot.waitUntil(lambda: "page" in pane.told.text(), timeout=20_000)
    assert not pane.view.sheets.pages
    proofing = assembly.commands.preview.proofing
    assert proofing is not None
    finished: list[object] = []
    proofing.are_set.connect(finished.append, Qt.ConnectionType.DirectConnection)
    assembly.actions["preview"].trigger()
    assert not finished
    assert assembly.commands.preview.proofing is None
    assert pane.isHidden()


class Unhurried(Condition):
    """Lets others go first whenever it is let go of."""

    def __exit__(self, *error: object) -> None:
        super().__exit__(*error)  # type: ignore[arg-type]
        time.sleep(0.0005)


def test_wishes_that_are_taken_back_at_once_do_not_stop_the_thread(qtbot: QtBot) -> None:
    owner = QObject()
    wish = PageWish(0, set_sheets(Dossier(), Memory()).pages[0], 40)
    proofing = Proofing(owner)
    proofing._news = Unhurried()
    proofing.start()
    for _ in range(300):
        proofing.draw(0, [wish])
        proofing.draw(0, [])
    with qtbot.waitSignal(proofing.drawn, timeout=10_000):
        proofing.draw(0, [wish])
    proofing.close()


def test_typing_beside_the_preview_leaves_nothing_behind(
    sample_window: Assembly, previewed: Previewed, sample: Dossier, qtbot: QtBot
) -> None:
    pane, argument = previewed(sample_window), first_argument(sample)
    before = len(pane.findChildren(QObject))
    for words in ("one way", "another way", "a third way"):
        sample_window.desk.apply(write_claim(argument.id, f"A claim worded {words}"))
        qtbot.waitUntil(partial(says, pane.view, words), timeout=10_000)
    assert len(pane.findChildren(QObject)) == before


def test_choices_have_room_for_all_rows_when_the_layout_changes_while_they_are_open(
    sample_window: Assembly, previewed: Previewed, qtbot: QtBot
) -> None:
    pane = previewed(sample_window)
    pane.more.click()
    qtbot.waitUntil(pane.choices.isVisible)
    sample_window.actions["layout_flow"].trigger()

    def last_row_is_seen() -> None:
        last = list(pane.choices.controls.values())[-1]
        seen = pane.choices.visibleRegion().boundingRect()
        assert pane.layouts.currentData() == LayoutName.FLOW
        assert last.isVisible()
        assert seen.contains(last.geometry())

    qtbot.waitUntil(last_row_is_seen)
