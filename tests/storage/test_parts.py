# SPDX-License-Identifier: MIT
"""The history keeps of long texts what was typed: losslessly, and no more than that."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.storage.past import ARGUMENT, ARTICLE, NOON, SENTENCE, beginning
from tests.strategies import PIECES

from dissoi.dossier import edits
from dissoi.dossier.change import Change, Difference, difference
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.edits import Edit
from dissoi.dossier.prose import Block, BlockKind, Span, plain_block
from dissoi.dossier.records import Argument, Article
from dissoi.dossier.text_edits import correct_text
from dissoi.storage.encoding import before, body_of, differences_of, to_json
from dissoi.storage.file import Commit, append, create, load, read
from dissoi.storage.history import dossier_at
from dissoi.storage.parts import part_of, taken_back

TEXTS = st.lists(st.sampled_from((*PIECES, "a", "aa" * 40)), max_size=30).map("".join)
SPANS = st.builds(Span, text=TEXTS, bold=st.booleans(), link=st.sampled_from(("", "https://example.org")))
BLOCKS = st.builds(
    Block,
    kind=st.sampled_from((BlockKind.PARAGRAPH, BlockKind.ITEM)),
    spans=st.lists(SPANS, max_size=4).map(tuple),
    level=st.integers(1, 3),
)
EACH = 150
"""Bytes of a change besides what was typed, in the JSON of one altered text."""


@st.composite
def rewritten(draw: st.DrawFn, old: Sequence[Any], new: st.SearchStrategy[Any]) -> Any:
    """A text or list with some of it, maybe nothing, replaced."""
    start = draw(st.integers(0, len(old)))
    end = draw(st.integers(start, len(old)))
    return old[:start] + draw(new) + old[end:]


@st.composite
def versions(draw: st.DrawFn) -> list[tuple[str, tuple[Block, ...]]]:
    """A text and blocks, again and again altered somewhere."""
    made = [(draw(TEXTS), draw(st.lists(BLOCKS, max_size=8).map(tuple)))]
    for _ in range(draw(st.integers(1, 8))):
        text, blocks = made[-1]
        if (at := draw(st.integers(0, len(blocks) * 2))) < len(blocks):
            spans = draw(rewritten(blocks[at].spans, st.lists(SPANS, max_size=2).map(tuple)))
            block = blocks[at].model_copy(update={"spans": spans})
            made.append((text, (*blocks[:at], block, *blocks[at + 1 :])))
        else:
            more = st.lists(BLOCKS, max_size=2).map(tuple)
            made.append((draw(rewritten(text, TEXTS)), draw(rewritten(blocks, more))))
    return made


def worded(text: str, blocks: tuple[Block, ...] = ()) -> Dossier:
    """The dossier with this reasoning, and these blocks in its article."""
    found = edits.write_reasoning(ARGUMENT, text).run(beginning())
    old = found.get(Article, ARTICLE)
    return found.with_records(old.model_copy(update={"blocks": blocks or old.blocks}))


def bodies(dossier: Dossier) -> dict[str, Any]:
    return {key: json.loads(body_of(record)) for key, record in dossier.records.items()}


def written(old: Dossier, new: Dossier) -> Any:
    """What the file keeps of a change."""
    return json.loads(differences_of(difference(old, new), {}))


@settings(max_examples=200)
@given(versions())
def test_any_edits_are_taken_back_to_the_same_values(made: list[tuple[str, tuple[Block, ...]]]) -> None:
    past = [worded(*each) for each in made]
    records: Mapping[str, Any] = bodies(past[-1])
    for old, new in reversed(list(pairwise(past))):
        records = before(records, written(old, new))
        assert records == bodies(old)


@settings(max_examples=200)
@given(st.data(), TEXTS.map(lambda text: text + SENTENCE * 2 + text))
def test_a_part_is_no_more_than_was_typed(data: st.DataObject, old: str) -> None:
    typed = data.draw(TEXTS)
    start = data.draw(st.integers(0, len(old)))
    new = old[:start] + typed + old[start:]
    part = part_of(old, new)
    assert part is not None
    assert (part["before"], len(part["after"])) == ("", len(typed))
    assert taken_back(new, part) == old


def test_a_lone_surrogate_in_a_long_text_is_where_the_file_has_another_character(tmp_path: Path) -> None:
    long = "The \ud83d force deters. " * 20
    argument = beginning().get(Argument, ARGUMENT)
    texts = [long, long + "More", long[:99] + "\udc00" + long[99:]]
    past = [argument.model_copy(update={"reasoning": each}) for each in texts]
    head = create(tmp_path / "a.dissoi", beginning().with_records(past[0]))
    for pair in pairwise(past):
        head = append(head, Commit(Change("Type", {ARGUMENT: Difference(*pair)}), NOON))
    for at, text in enumerate(texts, 1):
        found = dossier_at(head.path, at).get(Argument, ARGUMENT).reasoning
        assert found == text.replace("\ud83d", "?").replace("\udc00", "?")


def test_words_that_are_read_otherwise_than_they_stand_in_the_file_are_gone_back_to(tmp_path: Path) -> None:
    """Another program may have written what this one makes fit when it reads it, such as line ends."""
    long = "The force deters.\r\n" * 20
    unfit = beginning().get(Argument, ARGUMENT).model_copy(update={"reasoning": long})
    longer = unfit.model_copy(update={"reasoning": long + "So it\r\nis."})
    head = create(tmp_path / "a.dissoi", beginning().with_records(unfit))
    append(head, Commit(Change("Type", {ARGUMENT: Difference(unfit, longer)}), NOON))
    past = [long.replace("\r", ""), longer.reasoning.replace("\r", "")]
    for edit in (edits.write_claim(ARGUMENT, "It deters"), edits.remove_argument(ARGUMENT)):
        now = read(head.path)
        found = now.dossier.get(Argument, ARGUMENT).reasoning
        assert found == past[1]
        append(now.head, Commit(difference(now.dossier, edit.run(now.dossier)), NOON))
    past.append(past[1])
    for at, text in enumerate(past, 1):
        assert dossier_at(head.path, at).get(Argument, ARGUMENT).reasoning == text


def test_a_record_that_was_removed_unfit_is_gone_back_to(tmp_path: Path) -> None:
    long = "The force deters.\r\n" * 20
    unfit = beginning().get(Argument, ARGUMENT).model_copy(update={"reasoning": long})
    longer = unfit.model_copy(update={"reasoning": f"{long}So it is."})
    head = create(tmp_path / "a.dissoi", beginning().with_records(unfit))
    append(head, Commit(Change("Type", {ARGUMENT: Difference(unfit, longer)}), NOON))
    now = read(head.path)
    gone = edits.remove_argument(ARGUMENT).run(now.dossier)
    append(now.head, Commit(difference(now.dossier, gone), NOON))
    assert dossier_at(head.path, 1).get(Argument, ARGUMENT).reasoning == long.replace("\r", "")


@pytest.mark.parametrize("spoilt", ["no json", "[]"])
def test_a_record_that_others_spoilt_meanwhile_is_written_anew(tmp_path: Path, spoilt: str) -> None:
    head = create(tmp_path / "a.dissoi", beginning())
    with closing(sqlite3.connect(head.path)) as database, database:
        database.execute("UPDATE record SET body = ? WHERE id = ?", (spoilt, ARGUMENT))
    typed = worded("So it is. " * 20)
    append(head, Commit(difference(beginning(), typed), NOON))
    assert load(head.path) == typed
    assert dossier_at(head.path, 1) == beginning()


def size_of(made: Iterable[Edit], dossier: Dossier) -> tuple[int, int]:
    """How many bytes of JSON the history keeps of edits, and how many edits they are."""
    sizes = []
    for edit in made:
        then = edit.run(dossier)
        sizes.append(len(differences_of(difference(dossier, then), {}).encode()))
        dossier = then
    return sum(sizes), len(sizes)


@pytest.mark.parametrize("step", [1, 20, 700])
def test_typing_adds_what_is_typed(step: int) -> None:
    text = ("The force deters. " * 600)[:10_000]
    size, number = size_of(
        (edits.write_reasoning(ARGUMENT, text[: end + step]) for end in range(0, len(text), step)),
        beginning(),
    )
    assert number == -(-len(text) // step)
    assert size < len(text) + EACH * number


def test_a_correction_adds_what_it_corrects() -> None:
    article = Article(id=ARTICLE, blocks=tuple(plain_block(SENTENCE * 10) for _ in range(400)))
    corrected = (correct_text(ARTICLE, 9 * at, SENTENCE * 9 + "It is. ") for at in range(20))
    size, number = size_of(corrected, beginning().with_records(article))
    assert size < number * (EACH + 2 * len(SENTENCE.encode()))


def test_a_block_more_or_less_adds_that_block() -> None:
    old = worded("")
    blocks = old.get(Article, ARTICLE).blocks
    split = worded("", (*blocks[:5], plain_block("One"), plain_block("Two"), *blocks[6:]))
    found = written(old, split)[ARTICLE]
    part = found["parts"]["blocks"]
    assert (found["before"], found["after"]) == ({}, {})
    assert (part["within"], part["start"]) == ([], 5)
    assert [len(part[name]) for name in ("before", "after")] == [1, 2]


def test_short_texts_are_kept_whole() -> None:
    old = edits.write_claim(ARGUMENT, "It deters").run(beginning())
    new = edits.write_claim(ARGUMENT, "It provokes").run(old)
    assert written(old, new) == {
        ARGUMENT: {"before": {"claim": "It deters"}, "after": {"claim": "It provokes"}}
    }


def test_a_long_text_is_kept_as_described() -> None:
    long = "It deters. " * 20
    corrected = correct_text(ARTICLE, 5, worded("").get(Article, ARTICLE).blocks[5].text[:-3] + "x")
    assert written(worded(long), worded(long[:110] + "Or so. " + long[110:]))[ARGUMENT]["parts"] == {
        "reasoning": {"within": [], "start": 110, "before": "", "after": "Or so. "}
    }
    part = written(worded(""), corrected.run(worded("")))[ARTICLE]["parts"]["blocks"]
    assert part["within"] == [5, "spans", 2, "text"]
    assert part["after"] == "x"


@pytest.mark.parametrize(
    "part",
    [
        {"within": [], "start": 0, "before": "", "after": "x"},
        {"within": [], "start": -3, "before": "", "after": "ers"},
        {"within": [], "start": 0, "before": 1, "after": "It"},
        {"within": [], "start": "0", "before": "", "after": "It"},
        {"within": [], "start": 0, "before": []},
        {"within": [0], "start": 0, "before": "", "after": "I"},
        {"within": ["x"], "start": 0, "before": "", "after": ""},
        {"within": 1, "start": 0, "before": "", "after": ""},
        {"within": []},
        "",
    ],
)
def test_a_part_that_does_not_fit_is_told(part: Any) -> None:
    records = {"x": {"text": "It deters", "list": [["a"]]}}
    with pytest.raises((ValueError, LookupError, TypeError)):
        before(records, {"x": {"before": {}, "after": {}, "parts": {"text": part}}})
    with pytest.raises((ValueError, LookupError, TypeError)):
        before(records, {"x": {"before": {}, "after": {}, "parts": {"none": part}}})


@pytest.mark.parametrize("within", [[-1], [1], [0, 1], [0, "a"], [0, 0, 0, 0]])
def test_a_part_at_no_place_of_a_list_is_told(within: list[Any]) -> None:
    with pytest.raises((ValueError, LookupError, TypeError)):
        taken_back([["a"]], {"within": within, "start": 0, "before": "x", "after": ""})


def test_nothing_but_json_is_made_of_parts() -> None:
    part = part_of(["a", {"b": "c"}], ["a", {"b": "d"}])
    assert json.loads(to_json(part)) == part
