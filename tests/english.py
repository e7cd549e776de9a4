# SPDX-License-Identifier: MIT
"""English prose made from chance: hardly a sentence comes twice, and common words do often."""

from __future__ import annotations

import random

STOCK = {
    "noun": (
        "minister council treaty harbour budget witness engineer village court railway subsidy "
        "household border parliament factory river election newspaper surgeon teacher tariff "
        "vaccine archive bridge contract parish satellite orchard museum regiment pension mortgage "
        "algorithm reservoir diplomat farmer loophole verdict famine glacier lighthouse printer "
        "merchant widow statute charter campaign ledger refugee drought embassy furnace granary "
        "hospital invoice jury kiln library monument nurse observatory prison quarry ration senate "
        "tunnel union veteran warehouse yardstick zone ambassador blockade census deficit estuary"
    ),
    "verb": (
        "defended rejected funded measured postponed inherited repaired questioned exported "
        "abandoned counted announced surrounded taxed described doubted promised supplied examined "
        "rebuilt inspected translated borrowed concealed delivered endorsed forbade governed halted "
        "imitated justified licensed mistook negotiated opposed published quoted ratified suspended "
        "tolerated undermined valued weighed witnessed"
    ),
    "adjective": (
        "northern reluctant expensive provisional ancient crowded silent fertile disputed temporary "
        "unlikely generous fragile municipal foreign wooden bankrupt cautious distant electric "
        "federal gradual hostile idle joint key legal modest neutral official private quiet rural "
        "secret technical urban vacant wealthy"
    ),
    "place": (
        "Tallinn Porto Ghent Lagos Quito Oslo Nairobi Kraków Lyon Hanoi Bergen Turin Malmö Cork "
        "Izmir Leeds Dakar Utrecht Perth Riga Bilbao Aarhus Gdańsk Cádiz"
    ),
}
WORDS = {kind: words.split() for kind, words in STOCK.items()}
OPENINGS = (
    "In {year}",
    "By the spring of {year}",
    "According to the {noun}",
    "After {number} months",
    "Near {place}",
    "Although the {noun} {verb} it",
    "For the {adjective} {noun}",
    "As the {noun} of {place} put it",
    "With {number} votes to spare",
    "Despite the {adjective} {noun}",
)
CORES = (
    "the {adjective} {noun} {verb} the {noun} of {place}",
    "a {noun} from {place} {verb} {number} {adjective} {noun}s",
    "nobody {verb} the {noun} that the {adjective} {noun} had {verb}",
    "the {noun} and the {noun} {verb} each other’s {noun}",
    "“the {noun} was never {verb},” said the {adjective} {noun}",
    "every {noun} {verb} at least one {adjective} {noun}",
    "{place} {verb} its {adjective} {noun} without a {noun}",
)
CLOSINGS = (
    "which the {noun} {verb} in {year}",
    "though {number} per cent of the {noun}s {verb} it",
    "because a {adjective} {noun} had been {verb}",
    "while {place} {verb} the {noun}",
    "and the {noun} {verb} nothing",
    "until the {adjective} {noun} of {place} was {verb}",
    "as if no {noun} had ever {verb} a {noun}",
)


class Prose:
    """Draws sentences; the same seed gives the same prose."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def sentence(self) -> str:
        """A sentence of ten to thirty words."""
        parts = [self._filled(self._chance.choice(CORES))]
        if self._chance.random() < 0.6:
            parts.insert(0, self._filled(self._chance.choice(OPENINGS)))
        if self._chance.random() < 0.7:
            parts.append(self._filled(self._chance.choice(CLOSINGS)))
        text = ", ".join(parts)
        first = next(at for at, letter in enumerate(text) if letter.isalpha())
        return (
            text[:first]
            + text[first].upper()
            + text[first + 1 :]
            + self._chance.choice("....?;").replace(";", ".")
        )

    def paragraph(self) -> str:
        """Three to six sentences."""
        return " ".join(self.sentence() for _ in range(self._chance.randint(3, 6)))

    def text(self, words: int) -> str:
        """Paragraphs, one a line, of at least so many words."""
        paragraphs: list[str] = []
        count = 0
        while count < words:
            paragraphs.append(self.paragraph())
            count += len(paragraphs[-1].split())
        return "\n".join(paragraphs)

    def _filled(self, pattern: str) -> str:
        while "{" in pattern:
            before, _, rest = pattern.partition("{")
            name, _, after = rest.partition("}")
            pattern = before + self._word(name) + after
        return pattern

    def _word(self, name: str) -> str:
        if name in WORDS:
            return self._chance.choice(WORDS[name])
        return str(self._chance.randint(1871, 2025) if name == "year" else self._chance.randint(3, 980))
