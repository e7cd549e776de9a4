# SPDX-License-Identifier: MIT
"""Where lines may end in scripts that do not put spaces between words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissoi.briefing.typesetting.breaks import clusters_of, parts_of

CLOSING = "、。，．」』）】〉》”’！？：；・ーっゃァ々…"
OPENING = "「『（【〈《“‘"
chinese = st.text(st.sampled_from("橋古中文かナ亜ab12" + CLOSING + OPENING), max_size=40)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("古い橋。「金が", ["古", "い", "橋。", "「金", "が"]),
        ("（見）、と", ["（見）、", "と"]),
        ("ビッグデータ", ["ビッ", "グ", "デー", "タ"]),
        ("在2024年花了4,812元", ["在", "2024", "年", "花", "了", "4,812", "元"]),
        ("够了——他", ["够", "了——", "他"]),
        ("中“文”字", ["中", "“文”", "字"]),
        ("オレンジA社", ["オ", "レ", "ン", "ジ", "A", "社"]),
        ("여러분", ["여러분"]),
        ("well-known", ["well-", "known"]),
        (
            "https://doi.org/10.5555/lane-27?a=1",
            ["https://", "doi.org/", "10.5555/", "lane-", "27?", "a=", "1"],
        ),
    ],
)
def test_lines_end_where_the_rules_of_the_script_let_them(word: str, parts: list[str]) -> None:
    assert parts_of(word) == parts


@given(chinese)
def test_no_line_begins_with_what_closes_or_ends_with_what_opens(word: str) -> None:
    parts = parts_of(word)
    assert "".join(parts) == word
    assert not any(part[0] in CLOSING for part in parts[1:])
    assert not any(part[-1] in OPENING for part in parts[:-1])


@pytest.mark.parametrize(
    ("text", "clusters"),
    [
        ("เก่าปี", ["เก่า", "ปี"]),
        ("क्षेत्र", ["क्षे", "त्र"]),
        ("ខ្មែរ", ["ខ្មែ", "រ"]),
        ("🇺🇦👨\u200d👩x", ["🇺🇦", "👨\u200d👩", "x"]),
        ("e\u0301a", ["e\u0301", "a"]),
        ("", []),
    ],
)
def test_letters_keep_what_belongs_to_them(text: str, clusters: list[str]) -> None:
    assert list(clusters_of(text)) == clusters


@given(st.text(max_size=30))
def test_clusters_are_the_whole_text(text: str) -> None:
    assert "".join(clusters_of(text)) == text
