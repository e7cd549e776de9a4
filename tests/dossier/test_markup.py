# SPDX-License-Identifier: MIT
"""What users write in Markdown: read into blocks, written back, and never able to hang or break Dissoi."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.steps import steps

from dissoi.dossier import markup
from dissoi.dossier.markup import blocks_of, is_faithful, markdown_of, plain_of
from dissoi.dossier.markup_parsing import parsed
from dissoi.dossier.prose import LINE_BREAK, MAX_LEVEL, Block, BlockKind, Blocks, Span, clean, plain_block

PIECES = (
    "a", "b c", " ", "  ", "\n", "\n\n", "    ", "\t", "*", "**", "***", "_", "__", "`", "``", "```",
    "~~", "~~~", "[", "]", "(", ")", "![", "](", "[a](http://b.c)", "<", ">", "> ", "# ", "## ", "#",
    "- ", "+ ", "* ", "1. ", "7. ", "• ", "2) ", "---", "===", "|", " | ", "| --- | --- |", "\\", "\\\n",
    "  \n", "&amp;", "&", ";", "!", ".", ":", "é", "\u00a0", "\u2028", "<b>", "</b>", "<!-- -->",
    "<http://a.b>", "<c@d.ef>", "http://x.y", "{", "}", "=", "-", "0", "\n- ", "\n  - ", "\n    - ",
    "\n> ", "\n1. ", "\n```\n", "\n| a | b |\n| - | - |\n", "[a]: http://b.c\n", "\n    ", "\x00", "\x02",
)  # fmt: skip
marked_text = st.lists(st.sampled_from(PIECES), max_size=24).map("".join)
any_text = st.one_of(marked_text, st.text(max_size=200))
spans = st.builds(
    Span,
    text=any_text,
    bold=st.booleans(),
    italic=st.booleans(),
    strike=st.booleans(),
    code=st.booleans(),
    link=st.sampled_from(["", "https://a.b/c?d=e&amp;f", "https://a.b/(c", "javascript:alert(1)"]),
)
any_blocks = st.lists(
    st.builds(
        Block,
        kind=st.sampled_from(BlockKind),
        spans=st.lists(spans, max_size=3).map(tuple),
        level=st.integers(1, MAX_LEVEL),
        marker=st.sampled_from(["", "•", "1.", "12."]),
    ),
    max_size=5,
)


def looks(block: Block) -> list[str]:
    """The spans of a block, each with signs for its look: *italic*, **bold**, ~strike~, `code`, [link]."""
    result = []
    for span in block.spans:
        text = f"`{span.text}`" if span.code else span.text
        text = f"*{text}*" if span.italic else text
        text = f"**{text}**" if span.bold else text
        text = f"~{text}~" if span.strike else text
        result.append(f"[{text}]{span.link}" if span.link else text)
    return result


def bare(text: str) -> str:
    """A text without white space and without what parts the cells of tables."""
    return "".join(text.replace("|", "").split())


def outline(markdown: str) -> list[tuple[str, int, str]]:
    """Kind, level and text of each block; an item's marker stands before its text."""
    return [
        (block.kind.value, block.level, f"{block.marker} {block.text}".strip())
        for block in blocks_of(markdown)
    ]


@given(any_text)
def test_any_text_reads_as_blocks_without_newlines(text: str) -> None:
    for block in blocks_of(text):
        assert "\n" not in block.text
        assert block.text or block.kind is BlockKind.RULE


@given(any_text)
def test_the_parser_itself_does_not_stumble(text: str) -> None:
    parsed(clean(text).replace(LINE_BREAK, "\n"))


@given(any_text)
def test_what_was_read_is_written_so_that_it_reads_the_same(text: str) -> None:
    blocks = blocks_of(text)
    assert blocks_of(markdown_of(blocks)) == blocks
    assert is_faithful(blocks)


emphasised_text = st.lists(
    st.sampled_from(
        [
            *PIECES,
            "*a*",
            "**b**",
            "*a b*",
            "**b, c**",
            "[a](https://b.org/c?d=1)",
            "[a b](http://c)",
            "_",
            "(",
            ")",
            ", ",
            ".",
            "\u2019",
            "\n\n",
        ]
    ),
    max_size=12,
).map("".join)


@given(st.one_of(any_text, emphasised_text))
def test_what_is_read_without_the_parser_reads_as_the_parser_reads_it(text: str) -> None:
    plain = clean(text).replace(LINE_BREAK, "\n")
    if markup.is_simple(plain):
        assert blocks_of(text) == parsed(plain)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is *not* so.", ["It is ", "*not*", " so."]),
        ("**All** of *it*", ["**All**", " of ", "*it*"]),
        ("(*one*), *two* *three*\n\n*four*", ["(", "*one*", "), ", "*two three*", "*four*"]),
    ],
)
def test_simple_emphasis_needs_no_parser(text: str, expected: list[str]) -> None:
    assert markup.is_simple(text)
    assert [look for block in blocks_of(text) for look in looks(block)] == expected


def test_simple_links_need_no_parser() -> None:
    text = "See [the map](https://example.org/a?b=1#c) or *ask*."
    assert markup.is_simple(text)
    (block,) = blocks_of(text)
    assert [(span.text, span.link) for span in block.spans if span.link] == [
        ("the map", "https://example.org/a?b=1#c")
    ]
    assert not any(map(markup.is_simple, ("![a](http://b)", "[a](javascript:b)", "[*a*](http://b)")))


@given(any_blocks)
def test_any_blocks_can_be_written_and_no_word_is_lost(blocks: list[Block]) -> None:
    kept = [block for block in blocks if block.kind is not BlockKind.RULE]
    assert bare(plain_of(markdown_of(kept))) == bare("".join(block.text for block in kept))


@given(st.text(st.characters(exclude_characters="\u2028", exclude_categories=["Cc", "Cs"]), max_size=80))
def test_any_one_line_of_text_survives_as_text(text: str) -> None:
    words = " ".join(clean(text).split())
    block = plain_block(words)
    assert blocks_of(markdown_of([block])) == ((block,) if words else ())


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("plain", ["plain"]),
        ("**bold** and *it* and ***both***", ["**bold**", " and ", "*it*", " and ", "***both***"]),
        ("**bold *it***", ["**bold**", " ", "***it***"]),
        ("__bold__ _it_ snake_case_name", ["**bold**", " ", "*it*", " snake_case_name"]),
        ("~~gone~~ ~not~", ["~gone~", " ~not~"]),
        ("`a < b` ``c`d``", ["`a < b`", " ", "`c`d`"]),
        ("2 * 3 * 4", ["2 * 3 * 4"]),
        ("\\*no\\* \\x", ["*no* \\x"]),
        ("[site](https://a.b/c_(d) 'title')", ["[site]https://a.b/c_(d)"]),
        ("[site][1]\n\n[1]: https://a.b", ["[site]https://a.b"]),
        ("<https://a.b/c> <me@a.org>", ["[https://a.b/c]https://a.b/c", " ", "[me@a.org]mailto:me@a.org"]),
        ("[a](https://b.c/?d=1&copy=2&amp;e)", ["[a]https://b.c/?d=1&copy=2&e"]),
        ("[bad](javascript:alert(1)) [f](file:///etc) [r](page)", ["bad f r"]),
        ("![a *chart*](x.png) ![](y.png)", ["a *chart*"]),
        ("AT&T &amp; &nbsp;x &mdash; &bogus; &#42;a&#42;", ["AT&T & \u00a0x — &bogus; *a*"]),
        ("<b>x</b> <script>1</script> <!-- c -->", ["<b>x</b> <script>1</script> <!-- c -->"]),
        ("soft\nbreak", ["soft break"]),
        ("hard  \nbreak\\\nagain", [f"hard{LINE_BREAK}break{LINE_BREAK}again"]),
        ("#1 reason", ["#1 reason"]),
        ("tab\tand  spaces ", ["tab and spaces"]),
        ("nul\x00 \ud800", ["nul\ufffd \ufffd"]),
    ],
)
def test_a_paragraph_looks_as_meant(markdown: str, expected: list[str]) -> None:
    (block,) = blocks_of(markdown)
    assert block.kind is BlockKind.PARAGRAPH
    assert looks(block) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("", []),
        (" \n\t\n", []),
        ("one\n\ntwo\n \t\n3", [("paragraph", 1, "one"), ("paragraph", 1, "two"), ("paragraph", 1, "3")]),
        ("one\r\n\r\ntwo\rthree", [("paragraph", 1, "one"), ("paragraph", 1, "two three")]),
        ("# A #\nB\n## C\\#", [("heading", 1, "A"), ("paragraph", 1, "B"), ("heading", 2, "C#")]),
        ("A\n===\nB\n---\nC", [("heading", 1, "A"), ("heading", 2, "B"), ("paragraph", 1, "C")]),
        ("a\n\n---\n\nb", [("paragraph", 1, "a"), ("rule", 1, ""), ("paragraph", 1, "b")]),
        ("> a\n> b\n\n> > c", [("quote", 1, "a b"), ("quote", 2, "c")]),
        ("    a  <b>\n     c", [("code", 1, f"a  <b>{LINE_BREAK} c")]),
        ("```py\n*a*\n\n\tb\n```\nc", [
            ("code", 1, f"*a*{LINE_BREAK}{LINE_BREAK}\tb"), ("paragraph", 1, "c"),
        ]),
        ("````\n```\n````", [("code", 1, "```")]),
        ("```\nnever closed", [("paragraph", 1, "``` never closed")]),
        ("| a | b |\n|---|:-:|\n| c | |\n| `d|e` | \\| |", [
            ("row", 1, "a | b"), ("row", 1, "c"), ("row", 1, "d|e | |"),
        ]),
    ],
)  # fmt: skip
def test_blocks_are_told_apart(markdown: str, expected: list[tuple[str, int, str]]) -> None:
    assert outline(markdown) == expected


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("- a\n- b", [("item", 1, "• a"), ("item", 1, "• b")]),
        ("* a\n\n+ b", [("item", 1, "• a"), ("item", 1, "• b")]),
        ("3. a\n3. b", [("item", 1, "3. a"), ("item", 1, "4. b")]),
        ("1) a\n2) b", [("item", 1, "1. a"), ("item", 1, "2. b")]),
        ("• a\n• b", [("item", 1, "• a"), ("item", 1, "• b")]),
        ("Why:\n- a\n- b", [("paragraph", 1, "Why:"), ("item", 1, "• a"), ("item", 1, "• b")]),
        ("it was in\n1914. Then", [("paragraph", 1, "it was in 1914. Then")]),
        ("- a\n  - b\n    - c\n- d", [
            ("item", 1, "• a"), ("item", 2, "• b"), ("item", 3, "• c"), ("item", 1, "• d"),
        ]),
        ("- a\n    - b\n\n    1. c\n- d", [
            ("item", 1, "• a"), ("item", 2, "• b"), ("item", 2, "1. c"), ("item", 1, "• d"),
        ]),
        ("1. a\n   1. b\n2. c", [("item", 1, "1. a"), ("item", 2, "1. b"), ("item", 1, "2. c")]),
        ("- a\n  b\n\n  more\n\n- c", [("item", 1, "• a b"), ("item", 1, "more"), ("item", 1, "• c")]),
        ("- a\n\nb", [("item", 1, "• a"), ("paragraph", 1, "b")]),
        ("- a\n\n  > b", [("item", 1, "• a"), ("quote", 1, "b")]),
        ("> - a", [("item", 1, "• a")]),
        ("- # A\n- b", [("heading", 1, "A"), ("item", 1, "• b")]),
    ],
)  # fmt: skip
def test_lists_read_as_people_write_them(markdown: str, expected: list[tuple[str, int, str]]) -> None:
    assert outline(markdown) == expected


def test_lists_and_quotations_nest_no_deeper_than_blocks_do() -> None:
    levels = [block.level for block in blocks_of("".join("  " * depth + "- a\n" for depth in range(12)))]
    assert levels == [1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8, 8]
    assert blocks_of("> " * 12 + "*a*")[0].level == MAX_LEVEL


def test_markdown_is_written_as_people_would_write_it() -> None:
    markdown = "# Title\n\nSee [this](https://a.b), **not** that.\n\n1. one\n    - two\n\n> said\n\n---"
    assert markdown_of(blocks_of(markdown)) == markdown


def test_blocks_that_markdown_cannot_say_are_not_faithful() -> None:
    assert not is_faithful([plain_block("a", BlockKind.HEADING, level=7)])
    assert not is_faithful([plain_block(" a")])
    assert not is_faithful([Block(spans=(Span(text="a", link="javascript:b"),))])
    assert is_faithful([plain_block("1. *a*"), plain_block("- b", BlockKind.QUOTE, level=3)])


def test_plain_text_has_no_marks() -> None:
    assert plain_of("**a** [b](https://c.d)\n\n- e") == "a b\ne"


MANY = 50_000
HOSTILE = {
    "brackets": "[" * MANY,
    "brackets, just within the limit": "[" * 1_200,
    "links": "[a](" * MANY,
    "pictures": "![a](" * MANY,
    "bracket pairs": "[" * MANY + "]" * MANY,
    "backticks": "`" * MANY,
    "backtick runs": "".join("`" * length + " " for length in range(1, 400)),
    "stars": "*" * MANY,
    "open emphasis": "*a **b " * MANY,
    "crossed emphasis": "*a_ _b* " * MANY,
    "strikes": "~~a " * MANY,
    "angle brackets": "<a:" * MANY,
    "angle brackets only": "<" * MANY,
    "entities": "&a" * MANY,
    "escapes": "\\*" * MANY,
    "quotations": ">" * MANY,
    "nested markers": "- " * MANY,
    "items": "- a\n" * MANY,
    "loose items": "- a\n\n" * 20_000,
    "deep list": "".join("  " * depth + "- a\n" for depth in range(300)),
    "deep list in a quotation": "".join("> " + "    " * depth + "- a\n" for depth in range(300)),
    "headings": "# a\n" * MANY,
    "underlined headings": "a\n===\n" * MANY,
    "rules": "---\n" * MANY,
    "table": "| a | b |\n| - | - |\n" + "| c | d |\n" * MANY,
    "pipes": "|" * MANY + "\n" + "|" * MANY,
    "spaces": "a" + " " * MANY * 10 + "*b*",
    "spaces at the end": "a" + " " * MANY * 10 + "\n*b*",
    "line breaks": "a  \n" * MANY,
    "definitions": "[a]: b\n" * MANY,
    "fences": "```\n" * MANY,
    "growing fences": "".join("`" * length + "\n" for length in range(400, 2, -1)),
    "control characters": "\x02\x03" * MANY,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_text_takes_long_to_read_or_write(name: str) -> None:
    """The bar is about a second each: that many steps."""
    made: list[Blocks] = []

    def work() -> None:
        made.append(blocks_of(HOSTILE[name]))
        markdown_of(made[0])

    steps(work, most=25_000_000)
    (blocks,) = made
    assert all("\n" not in block.text for block in blocks)


def test_text_beyond_the_limits_still_shows() -> None:
    assert [block.text for block in blocks_of("[" * MANY + "\n\n*a*\nb")] == ["[" * MANY, "*a* b"]


def test_a_parser_that_stumbles_leaves_plain_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(_: str) -> None:
        raise RecursionError

    monkeypatch.setattr("dissoi.dossier.markup_parsing.parsed", stumble)
    assert [block.text for block in blocks_of("`a`\n\nb")] == ["`a`", "b"]


def test_threads_read_at_the_same_time() -> None:
    texts = [f"**{number}** [a][r]\n\n[r]: https://{number}.org" for number in range(40)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(blocks_of, texts)) == [blocks_of(text) for text in texts]


def test_the_parser_is_not_loaded_before_there_is_markup() -> None:
    script = (
        "import sys; from dissoi.dossier.markup import blocks_of; blocks_of('Plain (*really*), at 5.30.');"
        "assert 'markdown' not in sys.modules; blocks_of('`a`'); assert 'markdown' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
