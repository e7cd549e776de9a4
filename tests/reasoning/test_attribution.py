# SPDX-License-Identifier: MIT
"""Who holds what in an article: each way in which a text shows it, and what it must not take for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dissoi.dossier.prose import plain_block
from dissoi.dossier.records import Article, RecordId, Stance
from dissoi.reasoning.attribution import Suggestion, proposals, suggestions
from dissoi.reasoning.attribution.sentences import sentences

FOR, AGAINST, CONDITIONAL = Stance.FOR, Stance.AGAINST, Stance.CONDITIONAL
REAL = Path(__file__).resolve().parents[3] / "shared" / "articles" / "lieven-european-force.txt"


def article_of(*paragraphs: str) -> Article:
    return Article(id=RecordId("article"), blocks=tuple(map(plain_block, paragraphs)))


def found_in(*paragraphs: str) -> tuple[Suggestion, ...]:
    return suggestions(article_of(*paragraphs))


@pytest.mark.parametrize(
    ("text", "name", "role", "stance", "statement"),
    [
        (
            "Mayor Ada Brook of Elmsford rejected the toll on the old bridge.",
            "Ada Brook", "Mayor of Elmsford", AGAINST, "The toll on the old bridge",
        ),
        (
            "US Trade Secretary Paul Hale had already ruled out a second vote.",
            "Paul Hale", "US Trade Secretary", AGAINST, "A second vote",
        ),
        (
            "On 18 February Trade Minister Ann Boyd said in Oslo that the quota on cod must fall.",
            "Ann Boyd", "Trade Minister", FOR, "The quota on cod must fall",
        ),
        (
            "Ann Boyd said on 27 March that the quota on cod must fall.",
            "Ann Boyd", "", FOR, "The quota on cod must fall",
        ),
        (
            "The Danish minister of trade, Ann Boyd, had told La Gazeta that the quota on cod must fall.",
            "Ann Boyd", "The Danish minister of trade", FOR, "The quota on cod must fall",
        ),
        (
            "The Danish government supports a tax on kerosene.",
            "The Danish government", "", FOR, "A tax on kerosene",
        ),
        (
            "The European Commission proposed a common register.",
            "The European Commission", "", FOR, "A common register",
        ),
        (
            "Ottawa is not proposing to close the ports.",
            "Ottawa", "", AGAINST, "Close the ports",
        ),
        (
            "Ruth Okoro said that the dam would be dangerous.",
            "Ruth Okoro", "", AGAINST, "The dam would be dangerous",
        ),
        (
            "Ruth Okoro said that a new survey would be necessary.",
            "Ruth Okoro", "", CONDITIONAL, "A new survey would be necessary",
        ),
        (
            "Ruth Okoro — an engineer by training — called for a longer trial.",
            "Ruth Okoro", "an engineer by training", FOR, "A longer trial",
        ),
        (
            "Ruth Okoro, having offered a loan to the town, left early.",
            "Ruth Okoro", "", FOR, "A loan to the town",
        ),
        (
            "A second runway was opposed by Greenpeace.",
            "Greenpeace", "", AGAINST, "A second runway",
        ),
        (
            "“We need a bridge before winter,” said Ruth Okoro.",
            "Ruth Okoro", "", FOR, "We need a bridge before winter",
        ),
        (
            "According to Ruth Okoro, the bridge pays for itself.",
            "Ruth Okoro", "", FOR, "The bridge pays for itself",
        ),
        (
            "The only fair answer will have to be a public ferry.",
            "The author", "", FOR, "The only fair answer will have to be a public ferry",
        ),
    ],
)  # fmt: skip
def test_one_way_of_holding_something(
    text: str, name: str, role: str, stance: Stance, statement: str
) -> None:
    (found,) = found_in(text)
    assert (found.name, found.role, found.stance, found.statement) == (name, role, stance, statement)


def test_a_surname_and_a_pronoun_lead_to_the_full_name() -> None:
    found = found_in(
        "Senator Ruth Okoro backed the ferry line. She rejected a toll on the bridge.",
        "Okoro doubts the new figures.",
    )
    assert [(each.name, each.role) for each in found] == [("Ruth Okoro", "Senator")] * 3


@pytest.mark.parametrize(
    ("paragraphs", "held"),
    [
        (
            ["“We will not pay,” said the union’s secretary, Ruth Okoro. “We have paid enough,” she added."],
            [("Ruth Okoro", AGAINST), ("Ruth Okoro", FOR)],
        ),
        (["The prime minister of Norland, Ruth Okoro, ruled out a second vote."], [("Ruth Okoro", AGAINST)]),
        (["Ruth Okoro spoke. He saw Paul Hale, who supports the toll on bridges."], [("Paul Hale", FOR)]),
        (["Paul Hale likes the toll on the bridge. Ruth Okoro denied this."], [("Ruth Okoro", AGAINST)]),
        (["Ruth Okoro supports the toll, but only if villagers go free."], [("Ruth Okoro", CONDITIONAL)]),
        (["Ruth Okoro warned that the toll would fall on villagers."], [("Ruth Okoro", AGAINST)]),
        (["Ruth Okoro (SNP) called the toll a disgrace."], [("Ruth Okoro", AGAINST)]),
        (["The refusal of Norland to share the water is old."], [("Norland", AGAINST)]),
        (
            [
                "Professor Ruth Okoro speaks to us.",
                "Q: Will you vote for the toll?",
                "A: I oppose the toll on bridges.",
                "Q: Should anybody pay at all?",
                "A: I would accept a charge on lorries.",
            ],
            [("Ruth Okoro", AGAINST), ("Ruth Okoro", FOR)],
        ),
        (
            [
                "Ruth Okoro speaks to us.",
                "Hale: Some want a toll.",
                "Okoro: I reject that.",
                "Hale: And the ferry?",
                "Okoro: We should keep the ferry.",
            ],
            [("Ruth Okoro", AGAINST), ("Ruth Okoro", FOR)],
        ),
        (
            ["Statement by the transport minister, Ruth Okoro", "We cannot support a toll of that size."],
            [("Ruth Okoro", AGAINST)],
        ),
    ],
)
def test_whose_words_they_are(paragraphs: list[str], held: list[tuple[str, Stance]]) -> None:
    assert [(each.name, each.stance) for each in found_in(*paragraphs)] == held


@pytest.mark.parametrize(
    "text",
    [
        "The minister refused to comment.",
        "The bridge was closed in March and reopened in June.",
        "Nobody knows whether the town should build a bridge.",
        "On Monday the support of the beam gave way.",
        "The beam was rejected.",
        "",
    ],
)
def test_what_nobody_holds_is_not_proposed(text: str) -> None:
    assert not found_in(text)


@pytest.mark.parametrize(
    ("said", "stance"),
    [
        ("We do not let children of fifteen drive lorries, and nobody calls that unfair", FOR),
        ("We don’t ask pensioners for a test", FOR),
        ("We do not support the toll", AGAINST),
        ("We do not really want a toll", AGAINST),
        ("We cannot accept a toll", AGAINST),
        ("We will not pay a toll", AGAINST),
    ],
)
def test_what_is_denied_of_something_else_is_no_stance_against_what_is_said(
    said: str, stance: Stance
) -> None:
    assert [each.stance for each in found_in(f"“{said},” said Helen Marsh.")] == [stance]


@pytest.mark.parametrize(
    "name",
    [
        "More in Common",
        "Save the Rivers",
        "Together for Norland",
        "Friends of the Bay",
        "Reporters without Borders",
    ],
)
def test_a_body_with_small_words_in_its_name_is_whole(name: str) -> None:
    assert [each.name for each in found_in(f"A poll of {name} found that most want the ferry.")] == [name]
    assert [each.name for each in found_in(f"{name} supports a cap on rents.")] == [name]


@pytest.mark.parametrize("others", ["Parents", "Teachers", "Farmers"])
def test_somebody_named_with_others_is_no_body(others: str) -> None:
    assert [each.name for each in found_in(f"{others} and Ruth Okoro oppose the toll on bridges.")] == [
        "Ruth Okoro"
    ]


def test_what_others_think_is_no_part_of_what_somebody_opposes() -> None:
    (found,) = found_in("Mayor Paul Hale opposes the change and 28 per cent support it.")
    assert found.statement == "The change"
    (found,) = found_in("Mayor Paul Hale opposes the ring road and a third of his voters back it.")
    assert found.statement == "The ring road"


def test_a_holder_stands_once_in_a_list() -> None:
    (group,) = proposals(
        found_in(
            "Researchers at the University of Bergen found that young drivers learn fast. "
            "The University of Bergen says that young drivers learn. "
            "Ruth Okoro says that young drivers learn."
        )
    )
    assert [each.name for each in group.members] == ["the University of Bergen", "Ruth Okoro"]


def test_forms_of_the_same_words_are_one_position() -> None:
    found = found_in(
        "Ruth Okoro supports lowering the driving age. Ann Boyd backs driving at fifteen. "
        "Paul Hale wants to lower the driving age before the next winter."
    )
    assert [[each.name for each in group.members] for group in proposals(found)] == [
        ["Ruth Okoro", "Paul Hale"],
        ["Ann Boyd"],
    ]


def test_those_who_speak_about_one_thing_come_together() -> None:
    found = found_in("Ruth Okoro supports the river ferry. Paul Hale opposes a river ferry at night.")
    (group,) = proposals(found)
    assert [each.stance for each in group.members] == [FOR, AGAINST]


@given(
    st.lists(st.text(alphabet=st.sampled_from('AbBe ’“”".,;—\n\0said that rejects offered by'), max_size=300))
)
def test_any_text_gives_ranges_with_words(paragraphs: list[str]) -> None:
    article = article_of(*paragraphs)
    for each in suggestions(article):
        assert article.text[each.start : each.end].strip()
        assert each.name
        assert each.statement


@pytest.mark.skipif(not REAL.exists(), reason="the article lies beside the project only where it may be read")
def test_a_real_article() -> None:
    article = article_of(*REAL.read_text(encoding="utf-8").splitlines())
    found = suggestions(article)
    held = {(each.name, each.stance) for each in found}
    assert {
        ("Keir Starmer", FOR),
        ("Keir Starmer", CONDITIONAL),
        ("Pete Hegseth", AGAINST),
        ("Olaf Scholz", AGAINST),
        ("Donald Tusk", AGAINST),
        ("The Russian government", AGAINST),
        ("The author", FOR),
    } <= held
    assert len(found) <= 10


def test_a_date_or_a_place_before_somebody_is_no_part_of_them() -> None:
    (found,) = found_in("On 4 September Ann Boyd reported that the quota on cod had fallen.")
    assert found.start == len("On 4 September ")
    (found,) = found_in("After a dinner in Paris the Danish minister, Ann Boyd, rejected the quota on cod.")
    assert (found.name, found.role) == ("Ann Boyd", "the Danish minister")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Tenants’ Union supports a cap on rents.", "The Tenants’ Union"),
        ("The Tenants' Union supports a cap on rents.", "The Tenants' Union"),
        ("The Children's Fund supports a cap on rents.", "The Children's Fund"),
        (
            "The European Passengers’ Federation supports a cap on rents.",
            "The European Passengers’ Federation",
        ),
    ],
)
def test_a_name_in_which_somebody_owns_something_is_whole(text: str, name: str) -> None:
    assert [each.name for each in found_in(text)] == [name]


@pytest.mark.parametrize(
    "when",
    ["in May", "in early May", "last week", "yesterday", "this spring", "two years ago", "in May 2024"],
)
def test_when_something_was_said_is_no_part_of_it(when: str) -> None:
    found = found_in(f"The Passengers’ Federation warned {when} that crowded buses drive people away.")
    assert [each.statement for each in found] == ["Crowded buses drive people away"]


@pytest.mark.parametrize("mark", ["¹", "²³", "[4]", "*", ""])
def test_a_sentence_ends_before_the_mark_of_a_note(mark: str) -> None:
    text = f"The rent must fall by the town’s own counts.{mark} Mayor Ilse Brandt rejected a cap on rents."
    assert [text[start:end] for start, end in sentences(text)] == [
        f"The rent must fall by the town’s own counts.{mark}",
        "Mayor Ilse Brandt rejected a cap on rents.",
    ]
    held = [(each.name, each.statement) for each in found_in(text) if each.name != "The author"]
    assert held == [("Ilse Brandt", "A cap on rents")]
