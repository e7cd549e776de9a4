# SPDX-License-Identifier: MIT
"""Each command does what its help says."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from tests.cli.conftest import Run, Start

from dissoi import __version__
from dissoi.briefing.options import LayoutName
from dissoi.cli import main
from dissoi.cli.commands import program
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.records import QUESTION_ID, ArticleKind, Passage, Question
from dissoi.exchange.interchange import schema
from dissoi.storage.file import create, load
from dissoi.storage.history import history

ARTICLE = "On trains\n\nFree trains fill up.\n"


@pytest.fixture
def article(folder: Path) -> str:
    """The name of an article in plain text."""
    (folder / "trains.txt").write_text(ARTICLE, encoding="utf-8")
    return "trains.txt"


def test_new_makes_an_empty_dossier(run: Run) -> None:
    assert (run("new", "a.dissoi").exit_code, load(Path("a.dissoi")).question.text) == (0, "")
    assert run("show", "a.dissoi").stdout == "No question yet\n"


def test_new_takes_a_question_and_articles_in_order(run: Run, article: str) -> None:
    Path("more.md").write_text("# More\n\nTrains.\n", encoding="utf-8")
    made = run("new", "a.dissoi", "--question", "Free trains?", "--article", article, "--article", "more.md")
    assert (made.exit_code, made.output) == (0, "")
    dossier = load(Path("a.dissoi"))
    assert dossier.question.text == "Free trains?"
    assert [each.title for each in dossier.articles] == ["On trains", "More"]
    assert "Free trains fill up." in dossier.articles[0].text


def test_new_from_show_new_from_is_the_same_dossier(run: Run, sample: str) -> None:
    Path("a.json").write_text(run("show", sample, "--json").stdout, encoding="utf-8")
    assert run("new", "again.dissoi", "--from", "a.json").exit_code == 0
    assert load(Path("again.dissoi")) == load(Path(sample))
    assert run("show", "again.dissoi", "--json").stdout == Path("a.json").read_text(encoding="utf-8")


def test_new_reads_standard_input_and_adds_to_what_it_read(run: Run, sample: str, article: str) -> None:
    written = run("show", sample, "--json").stdout
    made = run("new", "a.dissoi", "--from", "-", "--question", "Why?", "--article", article, text=written)
    assert made.exit_code == 0
    dossier = load(Path("a.dissoi"))
    assert dossier.question.text == "Why?"
    assert dossier.articles[-1].title == "On trains"
    assert len(dossier.articles) == len(load(Path(sample)).articles) + 1


def test_force_overwrites(run: Run, sample: str) -> None:
    assert run("new", sample, "--question", "Why?", "--force").exit_code == 0
    assert run("show", sample).stdout == "Why?\n"


def test_add_adds_articles_as_one_change(run: Run, sample: str, article: str) -> None:
    before = load(Path(sample))
    assert run("add", sample, article, article, "--force").exit_code == 0
    after = load(Path(sample))
    assert after.articles[: len(before.articles)] == before.articles
    assert [each.title for each in after.articles[len(before.articles) :]] == ["On trains"] * 2
    assert [entry.label for entry in history(Path(sample))] == ["New Dossier", "Add Article"]
    assert sorted(path.name for path in Path().iterdir()) == ["sample.dissoi", "trains.txt"]


def test_add_takes_the_kind_that_a_file_says_or_that_is_given(run: Run, sample: str, article: str) -> None:
    Path("paper.md").write_text(
        "---\njournal: Rails\nvolume: 3\n---\n# Trams\n\nThey run on rails.\n", "utf-8"
    )
    assert run("add", sample, article, "paper.md").exit_code == 0
    assert [each.sort for each in load(Path(sample)).articles[-2:]] == [ArticleKind.PAGE, ArticleKind.JOURNAL]
    given = run("add", sample, article, "paper.md", "--kind", "report", "--force")
    assert (given.exit_code, given.output) == (0, "")
    added = load(Path(sample)).articles[-2:]
    assert [each.sort for each in added] == [ArticleKind.REPORT] * 2
    # What it has as a work of another kind stays, as in the window.
    assert added[-1].volume == "3"


def test_add_adds_what_can_be_read_and_tells_the_rest(run: Run, sample: str, article: str) -> None:
    before = load(Path(sample))
    Path("empty.txt").write_bytes(b"")
    done = run("add", sample, article, "empty.txt")
    assert (done.exit_code, done.stderr.count("empty.txt"), done.stdout) == (1, 1, "")
    assert len(load(Path(sample)).articles) == len(before.articles) + 1


def test_add_says_that_it_has_an_article_already(run: Run, sample: str, article: str) -> None:
    number = len(load(Path(sample)).articles) + 1
    done = run("add", sample, article, article)
    told = (
        f"dissoi: “On trains” seems to be another copy of article {number}, “On trains”, and was not added. "
    )
    assert (done.exit_code, done.stdout, done.stderr.startswith(told)) == (1, "", True)
    again = run("add", sample, article)
    assert (again.exit_code, again.stderr) == (1, done.stderr)
    assert len(load(Path(sample)).articles) == number
    assert [entry.label for entry in history(Path(sample))] == ["New Dossier", "Add Article"]
    forced = run("add", sample, article, "--force")
    assert (forced.exit_code, forced.stderr) == (0, "")
    assert len(load(Path(sample)).articles) == number + 1


def test_add_writes_nothing_when_nothing_can_be_read(run: Run, sample: str) -> None:
    Path("empty.txt").write_bytes(b"")
    done = run("add", sample, "empty.txt", "missing.txt")
    assert (done.exit_code, "empty.txt" in done.stderr, "missing.txt" in done.stderr) == (1, True, True)
    assert [entry.label for entry in history(Path(sample))] == ["New Dossier"]


def test_sample_overwrites_only_by_force(run: Run) -> None:
    assert run("new", "a.dissoi", "--question", "Why?").exit_code == 0
    assert run("sample", "a.dissoi").exit_code == 1
    assert load(Path("a.dissoi")).question.text == "Why?"
    assert run("sample", "a.dissoi", "--force").exit_code == 0
    assert load(Path("a.dissoi")).articles


def test_show_json_has_ids_and_offsets(run: Run, sample: str) -> None:
    form = json.loads(run("show", sample, "--json").stdout)
    dossier = load(Path(sample))
    listed = [passage for article in form["articles"] for passage in article["passages"]]
    assert {each["id"] for each in listed} == {each.id for each in dossier.all(Passage)}
    assert all(each["end"] - each["start"] == len(each["quote"]) for each in listed)


def test_check_prints_gaps_and_is_done(run: Run, sample: str) -> None:
    run("new", "a.dissoi")
    assert "not asked yet" in run("check", "a.dissoi").stdout
    run("new", "b.dissoi", "--question", "Is it so?")
    assert run("check", "b.dissoi").stdout == "No gaps found.\n"
    checked = run("check", sample)
    assert checked.exit_code == 0
    assert "Position" in checked.stdout


@pytest.mark.parametrize(("paper", "width"), [("a4", 595), ("letter", 612)])
def test_export_writes_the_brief(run: Run, sample: str, paper: str, width: int) -> None:
    assert run("export", sample, "a.pdf", "--layout", "brief", "--paper", paper).exit_code == 0
    with pypdfium2.PdfDocument("a.pdf") as document:
        assert round(document[0].get_width()) == width
    Path("a.pdf").write_bytes(b"old")
    assert run("export", sample, "a.pdf", "--force").exit_code == 0
    assert Path("a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("layout", ["brief", "one-page", "cards", "blocks", "flow", "large-print"])
def test_export_names_who_made_the_brief(run: Run, sample: str, layout: str) -> None:
    assert run("export", sample, "a.pdf", "--layout", layout, "--by", "Ann Lee").exit_code == 0
    with pypdfium2.PdfDocument("a.pdf") as document:
        assert document.get_metadata_value("Author") == "Ann Lee"
    assert run("export", sample, "b.pdf", "--layout", layout).exit_code == 0
    with pypdfium2.PdfDocument("b.pdf") as document:
        assert document.get_metadata_value("Author") == ""  # it is remembered nowhere


def test_export_tells_what_no_font_can_show(run: Run) -> None:
    run("new", "a.dissoi", "--question", "Does \U0010fffd mean \U0010fffd?")
    done = run("export", "a.dissoi", "a.pdf")
    assert (done.exit_code, done.stderr.count("U+10FFFD")) == (0, 1)
    assert "no font here can show" in done.stderr
    run("new", "b.dissoi", "--question", "Does plain text?")
    assert run("export", "b.dissoi", "b.pdf").stderr == ""


def test_schema_prints_the_schema(run: Run) -> None:
    assert json.loads(run("schema").stdout) == schema()


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout == f"dissoi {__version__}\n"
    for name in ("", *program.commands):
        asked = run(*name.split(), "-h")
        assert asked.exit_code == 0
        assert asked.stdout == run(*name.split(), "--help").stdout


def test_json_is_utf_8_whatever_the_system_writes(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "iso8859-7")
    start("new", "a.dissoi", "--question", "Où −1?")
    assert json.loads(start("show", "a.dissoi", "--json").stdout)["question"] == "Où −1?"
    shown = start("show", "a.dissoi")
    assert (shown.stdout, shown.stderr) == ("O? ?1?\n", "")


@pytest.mark.skipif(os.name != "posix", reason="the shell of this system has no such pipes")
def test_a_reader_that_goes_away_is_no_error(sample: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "dissoi", "show", sample, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such shell")
@pytest.mark.parametrize("command", ["check sample.dissoi", "show sample.dissoi --json", "layouts"])
def test_a_command_without_an_output_is_done(sample: str, command: str) -> None:
    line = f'exec "$0" -m dissoi {command} >&-'
    done = subprocess.run(["sh", "-c", line, sys.executable], check=False, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_interruption_is_quiet(
    monkeypatch: pytest.MonkeyPatch, sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("dissoi.storage.file.load", interrupt)
    assert main(["check", sample]) == 130
    assert capsys.readouterr() == ("", "")


def test_what_nobody_foresaw_is_told_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_path: Path) -> None:
        raise KeyError("x\ny")

    monkeypatch.setattr("dissoi.storage.file.load", fail)
    assert main(["check", sample]) == 1
    told = "dissoi: Something went wrong that Dissoi did not foresee (KeyError: 'x\\ny').\n"
    assert capsys.readouterr() == ("", told)


@pytest.mark.parametrize(
    "error",
    [
        MemoryError(),
        OSError(errno.ENOMEM, "Cannot allocate memory"),
        ImportError("libz.so.1: failed to map segment from shared object"),
    ],
)
def test_too_little_memory_is_told(
    error: Exception, monkeypatch: pytest.MonkeyPatch, sample: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("dissoi.briefing.output.make_file", fail)
    assert main(["export", sample, "a.pdf"]) == 1
    assert capsys.readouterr() == ("", "dissoi: There is too little memory for this.\n")
    assert not Path("a.pdf").exists()


def test_nothing_is_written_before_the_brief_is_made(
    monkeypatch: pytest.MonkeyPatch, sample: str, run: Run, folder: Path
) -> None:
    seen: list[str] = []

    def make(*_: object, **__: object) -> bytes:
        seen.extend(each.name for each in folder.iterdir())
        return b"made"

    monkeypatch.setattr("dissoi.briefing.output.make_file", make)
    assert run("export", sample, "a.pdf").exit_code == 0
    assert "a.pdf" not in seen
    assert not [each for each in seen if each.endswith(".tmp")]
    assert Path("a.pdf").read_bytes() == b"made"


@pytest.mark.parametrize("ending", ["docx", "html", "md", "txt"])
def test_export_writes_what_the_name_ends_in(run: Run, sample: str, ending: str) -> None:
    assert run("export", sample, f"a.{ending}").exit_code == 0
    assert run("export", sample, f"a.{ending}").exit_code == 1


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_an_export_that_is_ended_leaves_nothing_behind(
    run: Run, sample: str, folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    number = getattr(signal, name, None)
    if os.name == "nt" or number is None:
        pytest.skip("processes are not asked to end in this way here")
    monkeypatch.setattr(signal, "SIG_DFL", signal.getsignal(number))
    (folder / "a.pdf").write_bytes(b"what was there")
    before = sorted(folder.iterdir())
    asked: list[object] = []

    def end(*_: object, **__: object) -> bytes:
        asked.append(signal.getsignal(number))
        signal.raise_signal(number)
        return b"not reached"

    monkeypatch.setattr("dissoi.briefing.output.make_file", end)
    assert run("export", sample, "a.pdf", "--force").exit_code == 128 + number
    assert sorted(folder.iterdir()) == before
    assert (folder / "a.pdf").read_bytes() == b"what was there"
    assert signal.getsignal(number) is not asked[0]


def test_export_asks_for_an_ending_it_knows(run: Run, sample: str) -> None:
    done = run("export", sample, "a.odt")
    assert (done.exit_code, ".docx" in done.stderr) == (2, True)


def test_a_format_file_is_named_as_it_is_written_and_cannot_steer_the_terminal(run: Run) -> None:
    speech = '[[speeches]]\nname = "Opening\\nword"\nside = "pro"\nminutes = 2\n'
    Path("Club Night.toml").write_text(f'name = "Our\\nClub"\nnotes = "a\\nb"\n{speech}', encoding="utf-8")
    shown = "Our Club\n\n+  2:00  Opening word\n\npro: 2:00\ncon: 0:00\na b\n"
    assert run("formats", "--add", "Club Night.toml").stdout == shown
    assert "Club Night  " in run("formats").stdout
    for name in ("Club Night", "club night"):
        assert run("formats", name).stdout == shown


def test_formats_are_listed_and_shown(run: Run) -> None:
    assert "public-forum           Public Forum\n" in run("formats").stdout
    assert "+  4:00  First constructive, Pro 1\n" in run("formats", "public-forum").stdout
    unknown = run("formats", "tea-party")
    assert (unknown.exit_code, "tea-party" in unknown.stderr) == (1, True)


def test_a_format_file_is_added(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(folder / "data"))
    file = folder / "club.toml"
    file.write_text('name = "Club"\n[[speeches]]\nname = "Opening"\nside = "pro"\nminutes = 2\n')
    assert "+  2:00  Opening\n" in run("formats", "--add", "club.toml").stdout
    assert "club " in run("formats").stdout
    again = run("formats", "--add", "club.toml")
    told = "dissoi: You have a debate format “club” already. --force replaces it.\n"
    assert (again.exit_code, again.stderr) == (1, told)
    assert run("formats", "--add", "club.toml", "--force").exit_code == 0
    file.write_text('name = "Club"\n[[speeches]]\nname = "Opening"\nside = "left"\nminutes = 2\n')
    wrong = run("formats", "--add", "club.toml", "--force")
    assert wrong.exit_code == 1
    assert (
        "“club.toml” cannot be used. Line 4: Speech 1: “side” can be “pro”, “con” or “both”." in wrong.stderr
    )


def test_speeches_say_who_says_what_and_for_how_long(run: Run, sample: str) -> None:
    text = run("speeches", sample).stdout
    assert "+ First constructive, Anna: 2:36 of 4:00, 1:24 left\n    0:34  1: +1  A ceasefire" in text
    assert "± Crossfire, Anna and Jonas: 3:00\n" in text
    assert "Said in no speech:\n" in text
    assert "at 150 words a minute" in text
    slow = run("speeches", sample, "--pace", "75").stdout
    assert "+ First constructive, Anna: 5:13 of 4:00, 1:13 over\n" in slow


def test_speeches_as_json(run: Run, sample: str) -> None:
    data = json.loads(run("speeches", sample, "--json").stdout)
    assert (data["format"], data["pace"], len(data["speeches"])) == ("Public Forum", 150, 11)
    first = data["speeches"][0]
    assert (first["speaker"], first["allowed"]) == ("Anna", 240)
    assert sum(each["seconds"] for each in first["arguments"]) == pytest.approx(first["used"], abs=0.5)
    assert data["unassigned"]


def test_speeches_without_a_format(run: Run) -> None:
    assert run("new", "a.dissoi", "--question", "Why?").exit_code == 0
    assert run("speeches", "a.dissoi").stdout.startswith("No debate format is chosen.\n")


def test_speeches_in_a_format_that_is_not_here(run: Run) -> None:
    create(Path("a.dissoi"), Dossier.of([Question(id=QUESTION_ID, format="club")]))
    told = run("speeches", "a.dissoi").stdout
    assert told.startswith("The debate format “club” is not on this computer.\n")


def test_suggest_prints_who_holds_what(run: Run) -> None:
    Path("ferry.txt").write_text("The ferry\n\nRuth Okoro rejected a toll on the bridge.\n", encoding="utf-8")
    run("new", "a.dissoi", "--article", "ferry.txt")
    assert (
        "  Ruth Okoro, against it: “Ruth Okoro rejected a toll on the bridge”\n"
        in run("suggest", "a.dissoi").stdout
    )
    assert run("suggest", "a.dissoi", "1").stdout == run("suggest", "a.dissoi").stdout
    nothing = run("suggest", "a.dissoi", "harbour")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert "There is no article “harbour”." in nothing.stderr


def test_history_prints_what_was_done_newest_first(run: Run, article: str) -> None:
    run("new", "a.dissoi")
    run("add", "a.dissoi", article)
    lines = run("history", "a.dissoi").stdout.splitlines()
    assert len(lines) == 2
    assert lines[0].endswith(": Add Article (1 record).")
    newest, first = json.loads(run("history", "a.dissoi", "--json").stdout)
    assert (newest["number"], newest["label"], newest["records"]) == (2, "Add Article", 1)
    assert first["number"] == 1
    assert newest["time"] >= first["time"]


def test_suggest_sets_speech_in_other_marks_than_its_own(run: Run) -> None:
    Path("ferry.txt").write_text(
        "The ferry\n\n“A toll on the bridge is wrong,” said Ruth Okoro.\n", encoding="utf-8"
    )
    run("new", "a.dissoi", "--article", "ferry.txt")
    printed = run("suggest", "a.dissoi").stdout
    assert "‘“A toll on the bridge is wrong,”" in printed
    assert "““" not in printed


def test_the_file_of_an_article_is_kept_and_saved_again(run: Run, tmp_path: Path) -> None:
    page = "<!doctype html><html><body><h1>Trams</h1><p>Trams carry people.</p></body></html>"
    (tmp_path / "trams.html").write_text(page, encoding="utf-8")
    assert run("new", "a.dissoi", "--article", "trams.html").exit_code == 0
    assert run("add", "a.dissoi", "trams.html", "--force").exit_code == 0
    for number in ("1", "2"):
        assert run("original", "a.dissoi", number, f"{number}.html").exit_code == 0
        assert (tmp_path / f"{number}.html").read_text(encoding="utf-8") == page
    again = run("original", "a.dissoi", "1", "1.html")
    assert (again.exit_code, again.stderr) == (1, "dissoi: “1.html” exists already. --force overwrites it.\n")


def test_an_article_without_a_file_says_so(run: Run, sample: str) -> None:
    done = run("original", sample, "1", "a.html")
    assert (done.exit_code, "is not kept" in done.stderr) == (1, True)


def test_layouts_are_written_in_all_forms_but_those_that_cannot_show_them(run: Run, sample: str) -> None:
    for layout in LayoutName:
        assert run("export", sample, f"{layout}.docx", "--layout", layout).exit_code == 0
    for refused, ending in (("flow", "txt"), ("large-print", "md")):
        done = run("export", sample, f"a.{ending}", "--layout", refused)
        assert (done.exit_code, f"“{refused}” is a layout of PDF" in done.stderr) == (2, True)
        assert not Path(f"a.{ending}").exists()


def test_a_choice_about_paper_is_refused_for_files_without_pages(run: Run, sample: str) -> None:
    done = run("export", sample, "a.docx", "--layout", "cards", "--card", "3x5")
    assert (done.exit_code, "A .docx file has no use for the choice of a size of cards" in done.stderr) == (
        2,
        True,
    )


def test_a_format_is_found_by_what_it_is_called(run: Run) -> None:
    assert run("formats", "Public Forum").stdout == run("formats", "public-forum").stdout


def test_layouts_are_listed_with_what_can_be_chosen(run: Run) -> None:
    listed = run("layouts").stdout
    assert [line.split()[0] for line in listed.splitlines() if not line.startswith(" ")] == list(LayoutName)
    assert "--no-notes" in listed
    assert listed.count("not as .txt") == 2


def test_export_heeds_sections_sides_and_positions(run: Run, sample: str) -> None:
    choices = ("--sections", "arguments,sources", "--sides", "con", "--position", "1")
    assert run("export", sample, "a.md", *choices).exit_code == 0
    text = Path("a.md").read_text(encoding="utf-8")
    assert "## Sources" in text
    assert "### Pro" not in text
    assert "## 2. " not in text


@pytest.mark.parametrize(
    ("choices", "flag"),
    [
        (("--layout", "cards", "--no-notes"), "--no-notes"),
        (("--position", "99"), "--position"),
        (("--sections", "sources,sources"), "--sections"),
        (("--sections", "poetry"), "--sections"),
    ],
)
def test_a_choice_that_cannot_be_heeded_is_wrong_usage(
    run: Run, sample: str, choices: tuple[str, ...], flag: str
) -> None:
    done = run("export", sample, "a.pdf", *choices)
    assert (done.exit_code, flag in done.stderr, Path("a.pdf").exists()) == (2, True, False)
