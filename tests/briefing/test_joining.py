# SPDX-License-Identifier: MIT
"""Claim and reasoning said in one breath, with the stop that their script has."""

from __future__ import annotations

import pytest
from tests.briefing.cases import CON, PRO, argument, position, question

from dissoi.briefing.card_text import told_on_card
from dissoi.briefing.gather import brief_of
from dissoi.briefing.joining import joined
from dissoi.briefing.opposition import Tree
from dissoi.dossier.dossier import Dossier
from dissoi.dossier.markup import blocks_of


@pytest.mark.parametrize(
    ("claim", "reasoning", "said"),
    [
        ("Watching holds nothing up", "Rust is inside.", "Watching holds nothing up. Rust is inside."),
        ("Watching holds nothing up.", "Rust is inside.", "Watching holds nothing up. Rust is inside."),
        ("Who pays?", "Nobody said.", "Who pays? Nobody said."),
        ("It costs 38 %", "A year.", "It costs 38 %. A year."),
        ("It is “safe”", "So they say.", "It is “safe”. So they say."),
        ("It is “safe.”", "So they say.", "It is “safe.” So they say."),
        ("It fell (in 2024)", "Twice.", "It fell (in 2024). Twice."),
        ("Their reason:", "rust.", "Their reason: rust."),
        ("It may fall …", "Or not.", "It may fall … Or not."),
        ("", "Rust is inside.", "Rust is inside."),
        ("It may fall", "", "It may fall"),
        ("城市应当免费", "信任增长得慢。", "城市应当免费。信任增长得慢。"),
        ("城市应当免费。", "信任增长得慢。", "城市应当免费。信任增长得慢。"),
        ("“城市应当免费！”", "他们说。", "“城市应当免费！”他们说。"),
        ("無料にすべきである", "信頼は育つ。", "無料にすべきである。信頼は育つ。"),
        ("मुफ़्त करना चाहिए", "संख्या बढ़ी।", "मुफ़्त करना चाहिए। संख्या बढ़ी।"),
        ("मुफ़्त करना चाहिए।", "संख्या बढ़ी।", "मुफ़्त करना चाहिए। संख्या बढ़ी।"),
        ("যানবাহন বিনামূল্যে", "কারণ আছে।", "যানবাহন বিনামূল্যে। কারণ আছে।"),
        ("المواصلات مجانية", "ارتفع العدد.", "المواصلات مجانية. ارتفع العدد."),
        ("هل هي مجانية؟", "نعم.", "هل هي مجانية؟ نعم."),
        ("یہ مفت ہونا چاہیے", "وجہ ہے۔", "یہ مفت ہونا چاہیے۔ وجہ ہے۔"),
        ("תחבורה בחינם", "המספר עלה.", "תחבורה בחינם. המספר עלה."),
        ("ควรฟรี", "เพราะดี", "ควรฟรี เพราะดี"),
        ("대중교통은 무료여야 한다", "신뢰는 자란다.", "대중교통은 무료여야 한다. 신뢰는 자란다."),
    ],
)
def test_two_sentences_have_a_stop_between_them(claim: str, reasoning: str, said: str) -> None:
    assert joined(claim, reasoning) == said


@pytest.mark.parametrize(
    ("reasoning", "told"),
    [
        (
            "它有两个好处\n\n- 空气更好\n- 街道更静\n\n两者都便宜",
            "它有两个好处：空气更好；街道更静。两者都便宜",
        ),
        ("فيها فائدتان\n\n- هواء نقي\n- شارع هادئ", "فيها فائدتان: هواء نقي؛ شارع هادئ"),
        ("Dust falls\n\nNoise falls (a little)\n\nBoth", "Dust falls. Noise falls (a little). Both"),
    ],
)
def test_paragraphs_and_lists_have_the_marks_of_their_script(reasoning: str, told: str) -> None:
    points = [
        argument("b", "a", PRO, "Air", reasoning=reasoning),
        argument("c", "b", CON, "No"),
        argument("d", "c", CON, "Yes", reasoning=reasoning),
    ]
    (stand,) = brief_of(Dossier.of([question(), position("a"), *points]), blocks_of).stands
    said = [each.words for each in told_on_card(Tree(stand.pro), stand.pro[0])]
    assert said == [told, "No", f"Yes. {told}"]
