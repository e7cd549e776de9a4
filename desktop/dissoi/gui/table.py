# SPDX-License-Identifier: MIT
"""The table of actions of a window: what can be done, where it stands and which key does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, NamedTuple, Self

from dissoi.briefing.options import LayoutName, PaperName
from dissoi.gui.actions import ActionSpec
from dissoi.gui.argument_commands import ArgumentCommands
from dissoi.gui.article.labels import LABELLINGS, Labelling
from dissoi.gui.article.quoting import CHANGE, DEFINE, NOTE
from dissoi.gui.article_commands import ArticleCommands
from dissoi.gui.brief.choices import menu_words
from dissoi.gui.brief_commands import BriefCommands
from dissoi.gui.clipboard import ClipboardCommands
from dissoi.gui.crossfire_commands import CrossfireCommands
from dissoi.gui.cutting_commands import CuttingCommands
from dissoi.gui.desk import Desk
from dissoi.gui.file_commands import FileCommands
from dissoi.gui.format_commands import FormatCommands
from dissoi.gui.moving_commands import MovingCommands
from dissoi.gui.passage_commands import PassageCommands
from dissoi.gui.preview_commands import PreviewCommands
from dissoi.gui.reading_commands import ReadingCommands
from dissoi.gui.relink_commands import RelinkCommands
from dissoi.gui.source_commands import SourceCommands
from dissoi.gui.speech_commands import SpeechCommands
from dissoi.gui.suggestion_commands import SuggestionCommands
from dissoi.gui.version_commands import VersionCommands
from dissoi.gui.view_commands import ViewCommands

EDIT = frozenset({"edit"})
ARGUMENT = frozenset({"edit", "argument"})
ORIGINAL = frozenset({"original"})
ARTICLE = frozenset({"article"})
POSITION = frozenset({"edit", "position"})
SHOWN = frozenset({"position"})
"""What is needed to look at what belongs to a position, also where nothing can be changed."""


class Commands(NamedTuple):
    """All that the table can call."""

    desk: Desk
    files: FileCommands
    versions: VersionCommands
    clipboard: ClipboardCommands
    views: ViewCommands
    sources: SourceCommands
    articles: ArticleCommands
    passages: PassageCommands
    arguments: ArgumentCommands
    moving: MovingCommands
    reading: ReadingCommands
    relink: RelinkCommands
    suggesting: SuggestionCommands
    speeches: SpeechCommands
    preview: PreviewCommands
    crossfire: CrossfireCommands
    cutting: CuttingCommands
    briefs: BriefCommands
    formats: FormatCommands


def action_table(commands: Commands) -> Iterator[ActionSpec]:
    """Every action of the window."""
    yield from _file(commands.files, commands.versions)
    yield from _edit(commands.desk, commands.clipboard, commands.sources)
    yield from _find(commands.reading)
    yield from _view(commands.views, commands.passages, commands.reading)
    yield from _source(commands.articles, commands.sources, commands.passages, commands.relink)
    yield from _suggesting(commands.suggesting)
    yield from _argument(
        commands.arguments, commands.moving, commands.speeches, commands.crossfire, commands.cutting
    )
    yield from _brief(commands)
    yield from _help(commands.views)


class _Idle:
    """Stands for all that the table calls, and does nothing."""

    def __getattr__(self, _name: str) -> Self:
        return self

    def __call__(self) -> None:
        return


def idle_table() -> Iterator[ActionSpec]:
    """Every action that a window will have, to be read where there is none."""
    idle: Any = _Idle()
    return action_table(Commands(*(idle for _ in Commands._fields)))


def _file(files: FileCommands, versions: VersionCommands) -> Iterator[ActionSpec]:
    spec = partial(ActionSpec, menu="File")
    yield spec("new", "&New Dossier", files.new, "Ctrl+N")
    yield spec("open", "&Open…", files.open, "Ctrl+O")
    yield spec("open_recent", "Open &Recent", files.open_recent)
    yield spec("sample", "Open the Sa&mple Dossier", files.sample)
    yield spec("save", "&Save", files.save, "Ctrl+S", group=1)
    yield spec("save_as", "Save &As…", files.save_as, "Ctrl+Shift+S", group=1)
    yield spec("versions", "Earlier &Versions…", versions.choose, group=1)
    yield spec("close", "&Close", files.close, "Ctrl+W", group=2)
    yield spec("quit", "&Quit", files.quit, "Ctrl+Q", group=2)


def _edit(desk: Desk, clipboard: ClipboardCommands, sources: SourceCommands) -> Iterator[ActionSpec]:
    spec = partial(ActionSpec, menu="Edit")
    yield spec("undo", "&Undo", desk.undo, "Ctrl+Z", needs=frozenset({"undo"}))
    yield spec("redo", "&Redo", desk.redo, "Ctrl+Shift+Z | Ctrl+Y", needs=frozenset({"redo"}))
    yield spec("cut", "Cu&t", clipboard.cut, "Ctrl+X", group=1)
    yield spec("copy", "&Copy", clipboard.copy, "Ctrl+C", group=1)
    yield spec("paste", "&Paste", clipboard.paste, "Ctrl+V", group=1)
    paste = sources.add_pasted
    yield spec("paste_article", "Paste as Artic&le", paste, "Ctrl+Shift+V", group=1, needs=EDIT)
    yield spec("select_all", "Select &All", clipboard.select_all, "Ctrl+A", group=1)
    yield spec("question", "&Question and Background", clipboard.edit_question, "Ctrl+Shift+Q", group=2)
    yield spec("definition", "Add &Definition", clipboard.add_definition, "Ctrl+Shift+D", group=2, needs=EDIT)


def _find(reading: ReadingCommands) -> Iterator[ActionSpec]:
    spec = partial(ActionSpec, menu="Edit", group=3, needs=ARTICLE)
    yield spec("find", "&Find in the Article…", reading.find, "Ctrl+F")
    yield spec("find_next", "Find Ne&xt", reading.find_next, "F3")
    yield spec("find_previous", "Find Pre&vious", reading.find_previous, "Shift+F3")


def _view(views: ViewCommands, passages: PassageCommands, reading: ReadingCommands) -> Iterator[ActionSpec]:
    spec = partial(ActionSpec, menu="View")
    yield spec("palette", "Search or Run a Comman&d…", views.palette, "Ctrl+K")
    yield spec("outline", "&Outline", views.toggle_outline, "F9", group=1, checkable=True)
    yield spec("passages", "&Passages", passages.toggle_list, "Ctrl+Shift+L", group=1, checkable=True)
    yield spec(
        "read_alone",
        "&Read Only the Article",
        reading.read_alone,
        "F11",
        needs=ARTICLE,
        group=1,
        checkable=True,
    )
    yield spec("contents", "&Contents of the Article…", reading.contents, "Ctrl+G", group=1, needs=ARTICLE)
    yield spec("to_article", "Go to &Article", views.to_article, "F6", group=1)
    yield spec("to_editor", "Go to &Editor", views.to_editor, "F7", group=1)
    yield spec("next", "&Next Position", views.next, "Ctrl+PgDown | Ctrl+Tab", group=2)
    yield spec("previous", "Pre&vious Position", views.previous, "Ctrl+PgUp | Ctrl+Shift+Tab", group=2)
    yield from map(partial(_go_to, views), range(1, 10))
    yield spec("larger", "&Larger Article Text", views.larger, "Ctrl++ | Ctrl+=", group=3)
    yield spec("smaller", "&Smaller Article Text", views.smaller, "Ctrl+-", group=3)
    yield spec("usual_size", "&Usual Article Text", views.usual_size, "Ctrl+0", group=3)
    spec = partial(ActionSpec, menu="View/Article Le&tters", group=3, choice="face")
    for face, text in (("serif", "With &Serifs"), ("sans", "Without Ser&ifs")):
        yield spec(f"face_{face}", text, partial(views.choose_face, face))
    spec = partial(ActionSpec, menu="View/The&me", group=4, choice="theme")
    for theme, text in (("system", "As the S&ystem"), ("light", "&Light"), ("dark", "&Dark")):
        yield spec(f"theme_{theme}", text, partial(views.choose_theme, theme))


def _go_to(views: ViewCommands, number: int) -> ActionSpec:
    run = partial(views.go_to, number)
    name, text = f"position_{number}", f"Position &{number}"
    needs = frozenset({name})
    return ActionSpec(name, text, run, f"Ctrl+{number}", menu="View/Pos&ition", group=2, needs=needs)


def _source(
    articles: ArticleCommands,
    sources: SourceCommands,
    passages: PassageCommands,
    relink: RelinkCommands,
) -> Iterator[ActionSpec]:
    def quote(kind: str) -> Callable[[], object]:
        return partial(articles.quote_selection, kind)

    spec = partial(ActionSpec, menu="Source", needs=EDIT)
    yield spec("add_article", "&Add Articles…", sources.ask_for_files, "Ctrl+I")
    spec = partial(ActionSpec, menu="Source", group=1, needs=EDIT | ARTICLE)
    yield spec("quote_pro", "Quote for a &Pro Argument", quote("pro"), letter="P")
    yield spec("quote_con", "Quote for a &Con Argument", quote("con"), letter="C")
    yield spec("quote_evidence", "Add as &Evidence to the Argument", quote("evidence"), letter="E")
    yield spec("highlight", "&Highlight", quote("highlight"), letter="H")
    yield from (_label(passages, each) for each in LABELLINGS)
    yield spec("note", "&Write a Note…", partial(passages.use_selection, NOTE), letter="N")
    yield spec("define", "Use as De&finition", partial(passages.use_selection, DEFINE))
    yield spec("change_passage", "Change Passage &to Selected Words", partial(passages.use_selection, CHANGE))
    spec = partial(ActionSpec, menu="Source", group=2)
    yield spec(
        "next_article", "&Next Article", articles.next_article, "Ctrl+F6 | Ctrl+Alt+Right", needs=ARTICLE
    )
    yield spec(
        "previous_article",
        "Pre&vious Article",
        articles.previous_article,
        "Ctrl+Shift+F6 | Ctrl+Alt+Left",
        needs=ARTICLE,
    )
    yield spec("details", "Article &Details…", sources.describe, "Ctrl+D", needs=EDIT | ARTICLE)
    yield spec("save_original", "Save &Original…", sources.save_original, needs=ORIGINAL)
    yield from _relink(relink)
    yield spec("remove_article", "&Remove Article…", articles.remove, needs=EDIT | ARTICLE)


def _suggesting(suggesting: SuggestionCommands) -> Iterator[ActionSpec]:
    yield ActionSpec(
        "suggest",
        "&Suggest Positions…",
        suggesting.suggest,
        "Ctrl+Shift+H",
        menu="Source",
        group=3,
        needs=EDIT | ARTICLE,
    )


def _relink(relink: RelinkCommands) -> Iterator[ActionSpec]:
    spec = partial(ActionSpec, menu="Source", group=2, needs=EDIT | ARTICLE)
    yield spec("correct_text", "Correct Te&xt…", relink.correct_text)
    yield spec("replace_article", "Replace Article &by a File…", relink.replace_article)
    yield spec("check_passages", "Check Passa&ges…", relink.check_passages)


def _label(passages: PassageCommands, labelling: Labelling) -> ActionSpec:
    run = partial(passages.use_selection, labelling.kind)
    name = f"label_{labelling.label.value}"
    spec = partial(ActionSpec, menu="Source/&Label\tL", group=1, needs=EDIT | ARTICLE)
    return spec(name, labelling.menu, run, letter=str(labelling.digit))


def _argument(
    arguments: ArgumentCommands,
    moving: MovingCommands,
    speeches: SpeechCommands,
    crossfire: CrossfireCommands,
    cutting: CuttingCommands,
) -> Iterator[ActionSpec]:
    spec = partial(ActionSpec, menu="Argument", needs=POSITION)
    yield spec("add_pro", "Add &Pro Argument", arguments.add_pro, "Ctrl+Shift+P")
    yield spec("add_con", "Add &Con Argument", arguments.add_con, "Ctrl+Shift+O")
    spec = partial(ActionSpec, menu="Argument", needs=ARGUMENT)
    yield spec("attack", "&Attack It (Answer)", arguments.attack, "Ctrl+Return", group=1)
    yield spec("support", "&Support It", arguments.support, "Ctrl+Shift+Return", group=1)
    yield from map(partial(_weigh, arguments), range(1, 6))
    yield spec("move_up", "Move &Up", partial(arguments.move, -1), "Alt+Up", group=2)
    yield spec("move_down", "Move Dow&n", partial(arguments.move, 1), "Alt+Down", group=2)
    yield spec("switch_side", "S&witch Side", arguments.switch_side, "Alt+Right", group=2)
    yield spec("move_to", "Mo&ve to Position", moving.ask_move, "Ctrl+Shift+M", group=2)
    yield spec("copy_to", "Cop&y to Position", moving.ask_copy, group=2)
    yield spec("say", "Say &in Speech…", speeches.say, "Ctrl+J", group=2)
    yield ActionSpec(
        "ask", "&Questions for Crossfire…", crossfire.argument, "Ctrl+Shift+X", "Argument", 2, SHOWN
    )
    yield spec("cut_card", "Cut Car&d…", cutting.cut, "Ctrl+Shift+R", group=2, needs=POSITION)
    yield spec("argument_menu", "Open Its &Menu", arguments.open_menu, "Shift+F10", group=2)
    yield spec("remove_argument", "&Remove Argument", arguments.remove, "Ctrl+Shift+Del", group=3)
    yield from _position(arguments, crossfire)


def _weigh(arguments: ArgumentCommands, weight: int) -> ActionSpec:
    run, key = partial(arguments.weigh, weight), f"Alt+{weight}"
    menu = "Argument/W&eight"
    return ActionSpec(f"weight_{weight}", f"Weight &{weight}", run, key, menu=menu, group=2, needs=ARGUMENT)


def _position(arguments: ArgumentCommands, crossfire: CrossfireCommands) -> Iterator[ActionSpec]:
    spec = partial(ActionSpec, menu="Argument", group=4, needs=POSITION)
    yield ActionSpec(
        "add_position",
        "Add P&osition",
        arguments.add_position,
        "Ctrl+Shift+N",
        menu="Argument",
        group=4,
        needs=EDIT,
    )
    yield spec("holders", "Who &Holds the Position…", arguments.edit_holders, "Ctrl+H")
    yield spec("ask_position", "Questions a&bout the Position…", crossfire.position, needs=SHOWN)
    yield spec("position_left", "Move Position &Left", partial(arguments.move_position, -1))
    yield spec("position_right", "Move Position Ri&ght", partial(arguments.move_position, 1))
    yield spec("remove_position", "Remove Posi&tion", arguments.remove_position)


def _brief(commands: Commands) -> Iterator[ActionSpec]:
    briefs, preview = commands.briefs, commands.preview
    yield ActionSpec("preview", "Pre&view", preview.toggle, "F8", menu="Brief", checkable=True)
    yield ActionSpec("export", "&Export Brief…", briefs.export, "Ctrl+E", menu="Brief")
    yield ActionSpec("print", "&Print…", briefs.print, "Ctrl+P", menu="Brief")
    yield ActionSpec("format", "Debate &Format…", commands.formats.choose, menu="Brief", needs=EDIT)
    yield ActionSpec("speech_plan", "&Speech Plan…", commands.speeches.plan, "Ctrl+Shift+J", menu="Brief")
    spec = partial(ActionSpec, menu="Brief/&Layout", group=1, choice="layout")
    for layout in LayoutName:
        choose = partial(preview.choosing.choose_layout, layout.value)
        yield spec(f"layout_{layout}", menu_words("layout", layout), choose)
    spec = partial(ActionSpec, menu="Brief/P&aper", group=1, choice="paper")
    for paper in PaperName:
        choose = partial(preview.choosing.choose_paper, paper.value)
        yield spec(f"paper_{paper}", menu_words("paper", paper), choose)


def _help(views: ViewCommands) -> Iterator[ActionSpec]:
    yield ActionSpec("shortcuts", "&Keyboard Shortcuts", views.shortcuts, "F1", menu="Help")
    yield ActionSpec("about", "&About Dissoi", views.about, menu="Help", group=1)
