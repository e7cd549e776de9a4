# SPDX-License-Identifier: MIT
"""`dissoi replace` finds the passages of an article again in another copy, and says which it did not."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

from dissoi.dossier.anchoring import Found, anchor
from dissoi.storage.file import load


def write_copy(name: str, sample: str, old: str = "", new: str = "") -> str:
    text = load(Path(sample)).articles[0].text
    assert old in text
    Path(name).write_text(
        "A new first paragraph.\n\n" + text.replace(old, new).replace("\n", "\n\n"), "utf-8"
    )
    return text


def test_another_copy_keeps_its_passages(run: Run, sample: str) -> None:
    write_copy("copy.txt", sample)
    old = load(Path(sample))
    before = old.passages_of(old.articles[0].id)
    done = run("replace", sample, "1", "copy.txt")
    assert (done.exit_code, done.stdout) == (0, f"Found again elsewhere ({len(before)})\n")
    after = load(Path(sample))
    article = after.articles[0]
    assert article.text.startswith("A new first paragraph.")
    found = [anchor(each, article.text).how for each in after.passages_of(article.id)]
    assert found == [Found.IN_PLACE] * len(before)


def test_words_that_changed_are_told_and_checked(run: Run, sample: str) -> None:
    dossier = load(Path(sample))
    passage = max(dossier.passages_of(dossier.articles[0].id), key=lambda each: len(each.exact))
    word = max(passage.exact.split(), key=len)
    write_copy("copy.txt", sample, passage.exact, passage.exact.replace(word, "otherwise"))
    done = run("replace", sample, "1", "copy.txt")
    assert done.exit_code == 0
    assert "to be confirmed (" in done.stdout
    assert "otherwise" in done.stdout
    assert "to be confirmed (" in run("check", sample).stdout


def test_an_article_that_is_not_there_is_a_sentence(run: Run, sample: str) -> None:
    write_copy("copy.txt", sample)
    done = run("replace", sample, "7", "copy.txt")
    assert done.exit_code == 1
    assert "There is no article “7”." in done.stderr


def test_a_file_without_the_passages_is_refused(run: Run, sample: str) -> None:
    Path("other.txt").write_text("Something else altogether, about bees.\n\nAnd honey.", "utf-8")
    before = Path(sample).read_bytes()
    old = load(Path(sample))
    count = len(old.passages_of(old.articles[0].id))
    done = run("replace", sample, "1", "other.txt")
    assert done.exit_code == 1
    assert f"{count} of {count} passages were not surely found in “other.txt”" in done.stderr
    assert "--force" in done.stderr
    assert Path(sample).read_bytes() == before
    forced = run("replace", "--force", sample, "1", "other.txt")
    assert forced.exit_code == 0
    assert load(Path(sample)).articles[0].text.startswith("Something else altogether")
