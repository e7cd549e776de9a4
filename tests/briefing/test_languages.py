# SPDX-License-Identifier: MIT
"""Which language a text is in."""

from __future__ import annotations

import pytest

from dissoi.briefing.languages import language_of, language_tag

TEXTS = {
    "en": "It takes eleven years to train an engineer and an afternoon to close the department.",
    "de": "Es dauert elf Jahre, einen Ingenieur auszubilden, und einen Nachmittag, das Amt zu schließen.",
    "fr": "Il faut onze ans pour former un ingénieur et une après-midi pour fermer le service.",
    "es": "Hacen falta once años para formar a un ingeniero y una tarde para cerrar el departamento.",
    "it": "Ci vogliono undici anni per formare un ingegnere e un pomeriggio per chiudere il reparto.",
    "pl": "Trzeba jedenastu lat, żeby wykształcić inżyniera, i jednego popołudnia, żeby zamknąć wydział, "
    "ale tak jest.",
    "fi": "Insinöörin kouluttaminen kestää yksitoista vuotta, mutta osaston sulkeminen on iltapäivän työ.",
    "vi": "Những cây cầu đang xuống cấp nhanh hơn thành phố sửa được.",
    "uk": "Мости старіють швидше, ніж місто встигає їх лагодити.",
    "ru": "Мосты стареют быстрее, чем город успевает их чинить.",
    "el": "Οι γέφυρες γερνούν πιο γρήγορα από την πόλη.",
    "he": "הגשר הישן סגור מאז החורף",
    "ar": "الجسر القديم مغلق منذ شهر",
    "hi": "पुराना पुल बंद है",
    "zh": "旧桥已经关闭了一个月。",
    "zh-Hant": "舊橋已經關閉了一個月，沒有人知道它什麼時候重新開放。",
    "ja": "古い橋は一か月前から閉鎖されている。",
    "ko": "오래된 다리는 한 달째 닫혀 있다.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_sentence_is_told(language: str) -> None:
    assert language_of(TEXTS[language]) == language


@pytest.mark.parametrize("text", ["", "Sat 12", "Yes.", "a", "Мир", "1990–1999", "☂"])
def test_no_language_is_told_where_none_is_clear(text: str) -> None:
    assert language_of(text) == ""


def test_a_name_in_another_script_does_not_tell_the_language() -> None:
    assert language_of(f"{TEXTS['en']} They call it 旧橋 or 다리.") == "en"


@pytest.mark.parametrize(
    ("text", "tag"), [("en", "en"), (" pt_BR ", "pt-BR"), ("English", ""), ("", ""), ("zh-Hant", "zh-Hant")]
)
def test_only_tags_are_taken_for_a_language(text: str, tag: str) -> None:
    assert language_tag(text) == tag
