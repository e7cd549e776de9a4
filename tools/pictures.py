# SPDX-License-Identifier: MIT
"""Makes the pictures of the user guide from the sample dossier, in the real window and the real brief."""

from __future__ import annotations

import math
import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2  # type: ignore[import-untyped]
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dissoi import resources
from dissoi.briefing.content import Occasion
from dissoi.briefing.options import CardSize, LayoutName, Options, Sides
from dissoi.briefing.pdf import make_brief
from dissoi.dossier.article_edits import label_passage, note_passage
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import Evidence, Label
from dissoi.dossier.text_edits import correct_text
from dissoi.exchange.interchange import dossier_from
from dissoi.gui.app import Windows, make_application
from dissoi.gui.article.details import DetailsDialog
from dissoi.gui.assembly import Assembly
from dissoi.gui.crossfire.dialog import CrossfireDialog
from dissoi.gui.cutting.dialog import CutCardDialog
from dissoi.gui.library import Library
from dissoi.gui.preferences import Preferences
from dissoi.gui.relink.correction import CorrectionDialog
from dissoi.gui.speeches.dialog import SpeechPlanDialog
from dissoi.gui.theme import load_fonts
from dissoi.identity import new_id
from dissoi.reading.reading import Detail, Origin, Proposal
from dissoi.storage.settings import Settings, Theme

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "user-guide" / "pictures"
PRINTED: dict[str, tuple[Options, tuple[int, ...]]] = {
    "brief": (Options(), (0, 3, 4)),
    "one-page": (Options(layout=LayoutName.ONE_PAGE), (0,)),
    "cards": (Options(layout=LayoutName.CARDS), (0, 1)),
    "index-cards": (Options(layout=LayoutName.CARDS, card=CardSize.INDEX), (0,)),
    "blocks": (Options(layout=LayoutName.BLOCKS, sides=Sides.PRO), (0, 1)),
    "evidence": (Options(layout=LayoutName.EVIDENCE), (0, 1)),
    "flow": (Options(layout=LayoutName.FLOW), (0,)),
    "crossfire": (Options(layout=LayoutName.CROSSFIRE, sides=Sides.PRO), (0, 1)),
    "large-print": (Options(layout=LayoutName.LARGE_PRINT), (0, 5)),
    "booklet": (Options(booklet=True, grey=True), (0, 4)),
}
"""The pictures of the brief: what is chosen, and which pages are shown."""
COLOURS, AREAS = 128, 48
"""How many colours a picture has, so that the repository stays small; and how many of them are exact."""
GAP = 24
"""Pixels between the pages of the brief."""


Colour = tuple[int, int, int]


def settle(application: QApplication) -> None:
    """Let the window come to rest: cards are made and find their heights while it is idle."""
    for _ in range(60):
        application.processEvents()
        QTest.qWait(5)


def keep(pixmap: QPixmap, name: str) -> None:
    """Save a picture in few colours, so that the repository stays small."""
    path = FOLDER / f"{name}.png"
    pixmap.save(str(path))
    shrink(path)


def shrink(path: Path) -> None:
    """Bring a picture down to few colours: those of areas stay as they are, rare ones, as of con, nearly."""
    with Image.open(path) as image:
        full = image.convert("RGB")
    pixels = list(colours_in(full.tobytes()))
    counted = Counter(pixels)
    areas = [colour for colour, _ in counted.most_common(AREAS)]
    few = full.quantize(COLOURS - AREAS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    palette = [*areas, *colours_in(bytes(few.getpalette() or ()))]
    places = {colour: nearest(colour, palette) for colour in counted}
    small = Image.frombytes("P", full.size, bytes(places[pixel] for pixel in pixels))
    small.putpalette([part for colour in palette for part in colour])
    small.save(path, optimize=True)


def colours_in(data: bytes) -> Iterator[Colour]:
    """The colours in bytes of red, green and blue."""
    return zip(data[::3], data[1::3], data[2::3], strict=True)


def nearest(colour: Colour, palette: Sequence[Colour]) -> int:
    """The place of the colour that is nearest to another."""
    return min(range(len(palette)), key=lambda place: math.dist(palette[place], colour))


def opened(
    application: QApplication, folder: Path, dossier: Dossier, theme: Theme
) -> tuple[Windows, Assembly]:
    """A window on the sample."""
    library = Library(new_id, folder)
    windows = Windows(
        application, library, Preferences(Settings(theme=theme), lambda _settings: None), new_id
    )
    desk = library.draft(dossier, "Sample")
    desk.path = desk.path.with_name("european-force.dissoi")
    desk.draft = False
    windows.show(desk)
    assembly = windows.assemblies[-1]
    assembly.window.resize(1440, 900)
    settle(application)
    return windows, assembly


def select_words(assembly: Assembly) -> None:
    """Select a few words with the keyboard, as a reader would."""
    reader = assembly.window.article.reader
    reader.setFocus()
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(reader, Qt.Key.Key_Home, control)
    for _ in range(17):
        QTest.keyClick(reader, Qt.Key.Key_Right, control)
    for _ in range(9):
        QTest.keyClick(reader, Qt.Key.Key_Right, control | Qt.KeyboardModifier.ShiftModifier)


def light_pictures(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """The window, a selection with its bar, and a card being edited."""
    windows, assembly = opened(application, folder, dossier, Theme.LIGHT)
    window = assembly.window
    keep(window.grab(), "window")
    select_words(assembly)
    settle(application)
    keep(cut(window, window.article).copy(0, 140, 480, 330), "selection")
    window.editor.edit_claim(dossier.arguments_of(dossier.positions[0].id)[0].id)
    settle(application)
    keep(cut(window, window.editor).copy(0, 0, 730, 520), "card")
    windows.dismantle()


def cut(window: QWidget, part: QWidget) -> QPixmap:
    """The part of the window's picture that shows one pane."""
    return window.grab().copy(part.rect().translated(part.mapTo(window, part.rect().topLeft())))


def passages_picture(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """Labelled passages in the article, above the list of all."""
    passages = dossier.passages_of(dossier.articles[0].id)
    labels = (Label.CLAIM, Label.EVIDENCE, Label.DOUBTFUL, Label.DEFINITION)
    for passage, label in zip(passages, labels, strict=False):
        dossier = label_passage(passage.id, label).run(dossier)
    dossier = note_passage(passages[1].id, "Ask where the number comes from").run(dossier)
    windows, assembly = opened(application, folder, dossier, Theme.LIGHT)
    assembly.commands.passages.toggle_list()
    settle(application)
    assembly.commands.articles.show_passage(passages[2].id)
    QTest.qWait(1500)
    keep(assembly.window.grab(), "passages")
    windows.dismantle()


def details_picture(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """The form after an article was added."""
    article = dossier.articles[0].model_copy(update={"publisher": ""})
    proposals = {
        Detail.TITLE: (
            Proposal(article.title, Origin.JSON_LD),
            Proposal(f"{article.title} | Dissoi", Origin.META),
        ),
        Detail.AUTHORS: (Proposal(article.authors, Origin.BYLINE),),
        Detail.PUBLISHED: (Proposal(article.published, Origin.META),),
        Detail.ACCESSED: (Proposal(article.accessed, Origin.TODAY),),
    }
    windows, assembly = opened(application, folder, dossier, Theme.LIGHT)
    dialog = DetailsDialog(article, assembly.window, proposals, (1, 3))
    keep(shown(application, dialog), "details")
    dialog.deleteLater()
    windows.dismantle()


def shown(application: QApplication, dialog: QWidget) -> QPixmap:
    """A form as it comes to rest on the screen."""
    dialog.show()
    settle(application)
    return dialog.grab()


def suggestions_picture(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """Who holds what, beside the article in which it is said."""
    windows, assembly = opened(application, folder, dossier, Theme.LIGHT)
    suggesting = assembly.commands.suggesting
    suggesting.suggest()
    while suggesting.dialog is None:
        application.processEvents()
    dialog = suggesting.dialog
    dialog.resize(694, 560)
    for at in (1, 3):
        group = dialog.tree.topLevelItem(at)
        if group is not None and (line := group.child(0)) is not None:
            line.setCheckState(0, Qt.CheckState.Checked)
            dialog.tree.setCurrentItem(line)
    settle(application)
    window = assembly.window
    right = window.article.mapTo(window, window.article.rect().topRight())
    keep(over(window.grab(), dialog, right.x() + 12, right.y() + 12), "suggestions")
    dialog.done(0)
    windows.dismantle()


def over(picture: QPixmap, dialog: QWidget, x: int, y: int) -> QPixmap:
    """A picture of a window with a dialog before it."""
    shown = dialog.grab()
    painter = QPainter(picture)
    painter.setPen(QColor("#8a8f9c"))
    painter.drawPixmap(x, y, shown)
    painter.drawRect(x - 1, y - 1, shown.width() + 1, shown.height() + 1)
    painter.end()
    return picture


def relink_pictures(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """A paragraph being corrected, and the passages to check after it."""
    article = dossier.articles[0]
    used = (each for each in dossier.passages_of(article.id) if dossier.evidence_with(each.id))
    passage = max(used, key=lambda each: len(each.exact))
    index = max(at for at, start in enumerate(article.starts) if start <= passage.start)
    text = article.blocks[index].text.replace("legitimate targets", "lawful targets")
    windows, assembly = opened(application, folder, dossier, Theme.LIGHT)
    correction = CorrectionDialog(dossier, article, index, assembly.window)
    correction.field.setPlainText(text)
    correction.tell()
    keep(shown(application, correction), "correction")
    correction.deleteLater()
    assembly.desk.apply(correct_text(article.id, index, text))
    assembly.commands.relink.check_passages(passage.id)
    dialog = assembly.commands.relink.dialog
    assert dialog is not None
    settle(application)
    keep(dialog.grab(), "check-passages")
    dialog.reject()
    windows.dismantle()


def speeches_picture(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """The speech plan."""
    windows, assembly = opened(application, folder, dossier, Theme.LIGHT)
    assembly.actions["speech_plan"].trigger()
    settle(application)
    keep(assembly.window.findChildren(SpeechPlanDialog)[0].grab(), "speeches")
    windows.dismantle()


def crossfire_picture(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """Questions for crossfire with their follow-ups."""
    windows, assembly = opened(application, folder, dossier, Theme.LIGHT)
    first = next(each for each in dossier.arguments if dossier.questions_about(each.id))
    assembly.window.guide.show_record(first.id)
    assembly.actions["ask"].trigger()
    dialog = assembly.window.findChildren(CrossfireDialog)[0]
    dialog.tree.look_at(dossier.questions_about(first.id)[0].id)
    settle(application)
    keep(dialog.grab(), "crossfire_questions")
    windows.dismantle()


def cutting_picture(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """A card being cut."""
    windows, assembly = opened(application, folder, dossier, Theme.LIGHT)
    first = next(each for each in dossier.all(Evidence) if each.cut)
    assembly.window.guide.show_record(first.argument)
    assembly.commands.cutting.show_evidence(first.id)
    settle(application)
    keep(assembly.window.findChildren(CutCardDialog)[0].grab(), "cut_card")
    windows.dismantle()


def dark_picture(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """The window in the dark theme."""
    windows, assembly = opened(application, folder, dossier, Theme.DARK)
    keep(assembly.window.grab(), "dark")
    windows.dismantle()


def preview_picture(application: QApplication, folder: Path, dossier: Dossier) -> None:
    """The brief beside the editor."""
    windows, assembly = opened(application, folder, dossier, Theme.LIGHT)
    assembly.window.editor.reveal(dossier.arguments_of(dossier.positions[0].id)[0].id)
    assembly.actions["preview"].trigger()
    pane = assembly.commands.preview.pane
    assert pane is not None
    while not (pane.view.sheets.pages and all(map(pane.view.is_drawn, pane.view.in_view))):
        settle(application)
    pane.view.mark(assembly.window.editor.active)
    settle(application)
    keep(assembly.window.grab(), "preview")
    windows.dismantle()


def brief_picture(dossier: Dossier, name: str, options: Options, numbers: tuple[int, ...]) -> None:
    """Some pages of a layout side by side."""
    document = pypdfium2.PdfDocument(make_brief(dossier, options, occasion=Occasion(debate=dossier.debate)))
    pages = [document[number].render(scale=1.1).to_pil() for number in numbers]
    width = sum(page.width for page in pages) + GAP * (len(pages) - 1)
    sheet = Image.new("RGB", (width, pages[0].height), "#8a8f99")
    left = 0
    for page in pages:
        sheet.paste(page, (left, 0))
        left += page.width + GAP
    path = FOLDER / f"{name}.png"
    sheet.save(path)
    shrink(path)
    document.close()


def main() -> None:
    """Make all pictures."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    application = make_application()
    load_fonts(resources.fonts())
    dossier = dossier_from(resources.sample_text(), new_id)
    makers = (
        light_pictures,
        passages_picture,
        details_picture,
        suggestions_picture,
        relink_pictures,
        speeches_picture,
        crossfire_picture,
        cutting_picture,
        preview_picture,
        dark_picture,
    )
    for make in makers:
        with tempfile.TemporaryDirectory() as folder:
            make(application, Path(folder), dossier)
    for name, (options, numbers) in PRINTED.items():
        brief_picture(dossier, name, options, numbers)
    print(f"The pictures are in {FOLDER.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main()
