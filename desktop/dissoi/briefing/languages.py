# SPDX-License-Identifier: MIT
"""The language of a text, told by its script, its letters and its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import islice
from types import MappingProxyType

from dissoi.briefing.typesetting.latin import is_latin

_MOST_WORDS = 200
"""How many words of a text are looked at."""
_CLEAR = 2
"""How many common words of a language a text has at least, for us to be sure."""
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SCRIPTS: Mapping[str, str] = MappingProxyType(
    {
        "ja": "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f",
        "ko": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7af",
        "zh": "\u2e80-\u2fdf\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
        "el": "\u0370-\u03ff\u1f00-\u1fff",
        "he": "\u0590-\u05ff",
        "ar": "\u0600-\u06ff",
        "hi": "\u0900-\u097f",
        "th": "\u0e00-\u0e7f",
        "ka": "\u10a0-\u10ff",
        "hy": "\u0530-\u058f",
    }
)
"""Scripts that tell the language, or leave one that is likely; none of their letters is Latin or Cyrillic."""
_TRADITIONAL = "們這個說時為會來對國學與後過還從無開關於點當麼應發經體頭實現長門問間機動種樣書車電話錢"
_SIMPLIFIED = "们这个说时为会来对国学与后过还从无开关于点当么应发经体头实现长门问间机动种样书车电话钱"
"""Common characters of Chinese that are written in two ways, in the one and in the other."""
_LATIN, _CYRILLIC = "A-Za-z\u00c0-\u024f\u1e00-\u1eff", "\u0400-\u04ff"
_CYRILLIC_LETTERS = (
    ("uk", "[іїєґ](?!.*[ўёэы])"),
    ("be", "ў"),
    ("mk", "[ѓќѕ]"),
    ("sr", "[ђјљњћџ]"),
    ("mn", "[өү]"),
    ("ru", "[ыэё]"),
    ("bg", "ъ|\\b(?:и|на|от|че|със|във)\\b"),
)
"""Letters that one Cyrillic alphabet has and those further down have not."""
_VIETNAMESE = frozenset("ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ")
_COMMON: Mapping[str, str] = MappingProxyType(
    {
        "en": "the of and to in that is was for it with as on be at by this not are but from or have an "
        "they which were their has who will would what when there than its if because should we you "
        "must",
        "de": "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es an "
        "werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum "
        "war haben nur oder aber",
        "fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il "
        "sont la avec son mais comme ou leur cette nous aux elle été ces être d'un d'une l'on c'est "
        "n'est",
        "es": "de la que el en y a los se del las un por con no una su para es al lo como más pero sus le "
        "ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien",
        "pt": "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao "
        "ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso",
        "it": "di che e la il un a per è in una mi sono con non del si da della le dei nel al ma come più "
        "gli lo ha questo alla delle anche i se dal nella degli perché quando essere",
        "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit "
        "nog naar heeft hij worden door over wordt hebben deze geen kan zou wat",
        "sv": "och att det som en på är av för med till den har de inte om ett han men var jag sig från "
        "vi så kan när år under också efter eller nu sin där vid mot ska skulle",
        "da": "og at det en den til er som på de med han af for ikke der var et har jeg om vi sig men fra "
        "så kan være blev efter også eller nu over ved mod skal skulle hvor af",
        "nb": "og i det er på til som en å for at av med de ikke den har jeg om et var men vi seg fra så "
        "kan være ble etter også eller nå over ved mot skal skulle hvor",
        "pl": "w i na z się nie do to że jest o jak ale po co tak za od przez dla są był tym czy już może "
        "tylko jego który która które ze przy oraz",
        "cs": "a se v na je že to s z do o i jako ve pro by ale za si po jsou od který která které jeho "
        "však při nebo byl tak už aby také není jsem podle",
        "sk": "a sa v na je že to s z do o i ako vo pre by ale za si po sú od ktorý ktorá ktoré jeho však "
        "pri alebo bol tak už aby tiež nie som podľa",
        "hr": "i u je se na da za od su s o a kao koji što ne će bi to iz te ali biti ili koja nije samo "
        "već više kako kada bio sve po",
        "ro": "de și în a la cu pe nu este din care o un că mai pentru sunt se prin ale lui fi dar au sau "
        "această ca după fost fără între",
        "hu": "a az és hogy nem is egy ez de meg azt csak ha el van már volt mint még vagy kell ki ezt "
        "azonban nagyon lehet volna mert minden",
        "fi": "ja on ei se että oli hän mutta ovat kun niin joka myös kuin tai jos ole sen hänen ne vain "
        "sekä mukaan voi nyt jo mitä",
        "tr": "ve bir bu da de için ile çok o ne gibi daha olarak var en ama kadar olan sonra her olduğu "
        "ya değil ki değildir",
        "id": "yang dan di untuk dengan pada ini dari tidak itu dalam akan adalah oleh ke juga atau "
        "karena mereka ada sebagai lebih dapat bisa",
        "et": "ja on ei et see oli ta mis kui aga ka siis ning või oma kes seda nii olid tema ole",
        "lt": "ir kad į iš su bet tai yra ne kaip po jis buvo dar nuo apie už jau arba kuris prie bus",
        "lv": "un ir ka ar no uz par kas bet arī kā pie tas nav bija vai šo lai ja tika",
        "sl": "in je na da se v za so ki pa z ne s o bi po kot tudi od iz še ali bil ni to pri do",
        "ca": "de la i que el a en un per les del els amb una és no més al dels es com seva però ha són "
        "aquest aquesta",
    }
)
"""The words that a text of a language is full of."""


@cache
def _by_word() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _COMMON.items():
        for word in dict.fromkeys(words.split()):
            found[word] = (*found.get(word, ()), language)
    return MappingProxyType(found)


_TAG = re.compile("[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)


def language_tag(text: str) -> str:
    """`text` if it is a language tag such as "en" or "pt-BR" (BCP 47); else ""."""
    text = text.strip()
    return text.replace("_", "-") if _TAG.fullmatch(text) else ""


def language_of(text: str) -> str:
    """The language of a text as a tag (ISO 639-1, or "zh-Hant"); "" where it is not clear."""
    if is_latin(text):
        return _latin_language(text)
    latin, cyrillic = _many(_LATIN, text), _many(_CYRILLIC, text)
    for language, letters in _SCRIPTS.items():
        many = _many(letters, text)
        # A text with kana is Japanese however many ideographs it has; few of either may be a mere name.
        if many * (3 if language in {"ja", "ko"} else 1) > latin + cyrillic and many:
            return "zh-Hant" if language == "zh" and _is_traditional(text) else language
    if cyrillic > latin:
        return next((language for language, shown in _CYRILLIC_LETTERS if _folded(shown).search(text)), "")
    return _latin_language(text)


def _many(letters: str, text: str) -> int:
    """How many characters of a text are such letters."""
    return len(_one_of(letters).findall(text))


@cache
def _one_of(letters: str) -> re.Pattern[str]:
    return re.compile(f"[{letters}]")


@cache
def _folded(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE | re.DOTALL)


def _is_traditional(text: str) -> bool:
    return _many(_TRADITIONAL, text) > _many(_SIMPLIFIED, text)


def _latin_language(text: str) -> str:
    lower = text.lower()
    if not text.isascii() and sum(letter in _VIETNAMESE for letter in lower) * 20 > len(text):
        return "vi"
    words = Counter(map(re.Match.group, islice(_WORDS.finditer(lower), _MOST_WORDS)))
    hits: Counter[str] = Counter()
    languages_of = _by_word()
    for word in words.keys() & languages_of.keys():
        for language in languages_of[word]:
            hits[language] += words[word]
    (first, most), (_, next_most) = (*hits.most_common(2), ("", 0), ("", 0))[:2]
    return first if most >= _CLEAR and most > next_most else ""
