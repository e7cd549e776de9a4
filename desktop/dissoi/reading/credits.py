# SPDX-License-Identifier: MIT
"""Who wrote an article and when, as its first lines and its last ones say.

Nothing is guessed: a line is only taken for a byline or a date when it can be nothing else, and it is
only lifted out of the text when all that it says is kept.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from dissoi.dossier.author_names import last_name
from dissoi.dossier.prose import LINE_BREAK, Block, BlockKind, Blocks
from dissoi.dossier.records import Author
from dissoi.reading.dates import find_date

_LONGEST_LINE = 200
_LONGEST_CLOSING = 500
_FIRST_BLOCKS = 5
"""Among how many blocks at the start a byline or date is looked for."""
_LAST_BLOCKS = 3
"""Among how many blocks at the end a line about the author is looked for."""
_FEWEST_BLOCKS = 1
"""Behind how many blocks a line about the author may close an article."""
_NAME_WORDS = range(2, 6)

_BYLINE = re.compile(r"(?:By|BY|by|Written by|Authors?:)\s+(?=\S)")
_PUBLISHED = re.compile(
    r"(?:(?:first )?(?:published|posted)(?: online| on)?|date|issued):?\s+", re.IGNORECASE
)
_UPDATED = re.compile(r"(?:last )?(?:updated|modified)(?: on)?:?\s+", re.IGNORECASE)
_PARTED = re.compile(r"\s*(?:[|•·–—,/]|\s-)\s*$")
_LAST_AND = re.compile(r",?\s+and\s+|\s*&\s*|\s*;\s*")
_COMMA = re.compile(r",\s+")
_CREDENTIALS = re.compile(r"\s*,\s+|\s+[–—-]\s+|\s*\((?=[^()]*\)$)")

_SENTENCE_END = re.compile(r"[.,;:][”’\"']?$")
_INITIAL = re.compile(r"\b[^\W\d_]\. ")
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'.-])*")
_PARTICLES = {
    "al", "bin", "da", "de", "del", "den", "der", "di", "dos", "du", "ibn", "la", "le", "van", "von", "y",
}  # fmt: skip
_NO_NAMES = {
    "a", "an", "and", "as", "at", "but", "by", "he", "her", "his", "if", "in", "it", "its", "no", "not", "of",
    "on", "or", "our", "she", "so", "that", "the", "their", "there", "these", "they", "this", "those", "to",
    "we", "what", "when", "who", "why", "you", "your",
}  # fmt: skip
_ORGANISATION = re.compile(
    r"\b(?:Institute|University|Council|Centre|Center|Foundation|College|School|Agency|Association|Society|Press"
    r"|Times|Post|Journal|Review|Ministry|Department|Bank|Commission|Committee|Union|Correspondent|Editor|staff)\b"
)
_MASTHEAD = re.compile(
    r"^The [A-Z]|\b(?:Times|Post|Journal|Review|Courier|News|Herald|Guardian|Telegraph|Tribune|Gazette"
    r"|Chronicle|Observer|Economist|Magazine|Mail|Daily|Weekly|Monthly|Quarterly|Bulletin|Press|Standard|Mirror"
    r"|Examiner|Institute|University|Council|Centre|Center|Foundation|Association|Society|Agency)\b"
)
_PAPER = re.compile(
    r"(?:The )?(?!The )(?:[A-Z][\w’'.&-]* ){0,4}(?:Times|Post|Journal|Review|Courier|Herald|Guardian"
    r"|Telegraph|Tribune|Gazette|Chronicle|Observer|Economist|Magazine|Mail|Weekly|Monthly|Quarterly|Bulletin|Examiner)"
    r"|(?:The )?(?:Times|Journal) of (?:[A-Z][\w’'.&-]*(?: |$)|and |the )+|(?:[A-Z]{2,4}|Sky|Fox) News"
)
"""Matches a line that can be nothing but the name of a newspaper or journal: its kind is last."""
_NO_PAPER = re.compile(r"(?:A|An|By|In|Our|Your|Book|Film|Peer|Music|Literature|Year in|Week in)\b|\S+$")
_NAMED_THE = re.compile(r"The [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
_INSTITUTE = re.compile(
    r"\b(?:Institut\w*|University|Council|Centre|Center|Foundation|Association|Society|Agency|School|College)\b"
)
"""Matches the names of bodies to which somebody belongs, of those that a masthead may have."""
_TITLED_WORDS = re.compile(r"[^\W\d_][\w’'.&-]*(?: (?:[A-Z][\w’'.&-]*|of|the|and|for|on|in|de|&)){0,6}")
_CLOSING = re.compile(
    r"(?:About the authors?:?\s+)?(?P<name>\S+(?: \S+){0,5}?) (?:is|was) (?:(?:a|an|the) )?(?P<what>.+)"
)
_NEXT_SENTENCE = re.compile(r"[.;]\s+(?=(?:He|She|They|His|Her|Their|Follow)\b|@)")
_PROFESSION = re.compile(
    r"""(?ix) \b (?: professor | lecturer | teacher | fellow | scholar | scientist | researcher | historian
    | economist | philosopher | sociologist | theologian | analyst | strategist | expert | specialist
    | consultant | advis[eo]r | director | chair(?:man|woman|person)? | president | chief | head\sof
    | (?:co-?)?founder | journalist | correspondent | reporter | editor | columnist | contributor
    | commentator | writer | author | novelist | poet | critic | broadcaster | producer | lawyer | attorney
    | barrister | judge | diplomat | ambassador | minister | senator | politician | activist | campaigner
    | student | graduate | candidate | officer | veteran | general | engineer | physician | doctor | nurse
    | executive | entrepreneur ) s? \b"""
)


@dataclass(frozen=True)
class Credits:
    """Authors, date (a partial date) and publisher of an article."""

    authors: tuple[Author, ...] = ()
    published: str = ""
    publisher: str = ""

    def filled_from(self, other: Credits) -> Credits:
        """These credits, with what they lack from others."""
        return Credits(
            self.authors or other.authors,
            self.published or other.published,
            self.publisher or other.publisher,
        )

    def covers(self, other: Credits) -> bool:
        """Whether these credits say all that others say."""
        names = {author.name for author in self.authors}
        said = self.published.startswith(other.published) and other.publisher in {"", self.publisher}
        return said and all(
            author in self.authors or (author.name in names and not author.credentials)
            for author in other.authors
        )


@dataclass(frozen=True)
class _Line:
    """What one line says; `is_whole` when it says nothing else."""

    credits: Credits
    is_whole: bool = True


def is_credit_line(text: str) -> bool:
    """Whether a line is a byline or a date and nothing else."""
    line = _read(text)
    return line is not None and line.is_whole


def is_paper(line: str, before: str, following: str) -> bool:
    """Whether a line can only name where an article appeared: a paper's name beside a byline or a date."""
    line, below_byline = line.strip(), bool(_byline(before.strip()))
    dated = bool(_date_line(following.strip()))
    if below_byline and dated and _NAMED_THE.fullmatch(line):
        return True
    is_beside = below_byline or dated or bool(_date_line(before.strip()))
    is_name = _PAPER.fullmatch(line) and (line.startswith("The ") or not _NO_PAPER.match(line))
    return is_beside and bool(is_name) and not is_credit_line(line)


def is_bold_title(blocks: Blocks) -> bool:
    """Whether the first block is a title by its looks: a short line, all of it bold, above plain text."""
    if len(blocks) < 2 or blocks[0].kind is not BlockKind.PARAGRAPH:  # noqa: PLR2004 - a title and a text
        return False
    first = blocks[0]
    is_bold = all(span.bold for span in first.spans) and not all(span.bold for span in blocks[-1].spans)
    is_short = len(first.text) <= _LONGEST_LINE and not _SENTENCE_END.search(first.text)
    return is_bold and is_short and not is_credit_line(first.text)


def is_lone_name(line: str, following: str) -> bool:
    """Whether a line below a title can only name the author: it has initials, or a date stands below it."""
    line = line.strip()
    has_date = bool(_date_line(following.strip()))
    return _is_name(line) and not is_paper(line, "", following) and (has_date or bool(_INITIAL.search(line)))


def take_credits(blocks: Blocks, known: Credits, *, titled: bool = False) -> tuple[Credits, Blocks]:
    """What is known of an article with what its first blocks say, and the blocks without what is kept so.

    `titled` tells that the title stood right before the first block, where a name alone is the author's.
    """
    found = known
    kept: list[Block] = []
    if titled and len(blocks) > 1 and not known.authors and is_lone_name(blocks[0].text, blocks[1].text):
        found = replace(found, authors=(Author(name=_cased(blocks[0].text.strip())),))
        blocks = blocks[1:]
    around = ["", *(block.text for block in blocks[: _FIRST_BLOCKS + 1]), ""]
    for at, block in enumerate(blocks[:_FIRST_BLOCKS]):
        line = None
        if block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            line = _read(block.text)
            if line is None and is_paper(block.text, around[at], around[at + 2]):
                line = _Line(Credits(publisher=block.text.strip()))
        found = found.filled_from(line.credits) if line else found
        if line is None or not line.is_whole or not found.covers(line.credits):
            kept.append(block)
    return found, (*kept, *blocks[_FIRST_BLOCKS:])


def without_names(blocks: Blocks, names: Iterable[str]) -> Blocks:
    """The blocks without lines at their start that say only what is kept: a title, a publisher, or people."""
    said = {_bare(name) for name in names} - {""}
    is_said = [
        block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and _bare(block.text) in said
        for block in blocks[:_FIRST_BLOCKS]
    ]
    rest = tuple(block for block, gone in zip(blocks, is_said, strict=False) if not gone)
    return (*rest, *blocks[_FIRST_BLOCKS:]) if rest or len(blocks) > _FIRST_BLOCKS else blocks


def _bare(text: str) -> str:
    return " ".join(_BYLINE.sub("", text, count=1).casefold().replace(" and ", " ").replace(",", " ").split())


def with_closing(credits_: Credits, blocks: Blocks) -> Credits:
    """Credits with what the last lines say about the authors; these lines stay in the article."""
    ends = range(max(_FEWEST_BLOCKS, len(blocks) - _LAST_BLOCKS), len(blocks))
    known = {last_name(author) for author in credits_.authors}
    found = (
        _closing(blocks[at].text, blocks[:at], known) for at in ends if blocks[at].kind is BlockKind.PARAGRAPH
    )
    about = tuple(author for author in found if author)
    authors = tuple(_presented(author, about) for author in credits_.authors)
    return replace(credits_, authors=authors or about)


def _presented(author: Author, about: Sequence[Author]) -> Author:
    """An author with the credentials that a closing line gives, unless the byline gave some."""
    own = (each.credentials for each in about if last_name(each) == last_name(author))
    return author if author.credentials else author.model_copy(update={"credentials": next(own, "")})


def _read(text: str) -> _Line | None:
    """What a line says of author and date; None when it says nothing of them."""
    text = text.replace(LINE_BREAK, " ").strip()
    if not text or len(text) > _LONGEST_LINE:
        return None
    return _date_line(text) or _masthead_line(text) or _byline(text)


def _date_line(text: str) -> _Line | None:
    label = _PUBLISHED.match(text) or _UPDATED.match(text)
    start = label.end() if label else 0
    found = find_date(text, start)
    if not found or found.start != start:
        return None
    rest = text[found.end :]
    if rest and not label:
        return None
    return _Line(Credits(published=found.partial), is_whole=not rest and not _UPDATED.match(text))


def _masthead_line(text: str) -> _Line | None:
    """A line of a publisher and a date, such as “The Daily Courier, 3 May 2025”; a place is no publisher."""
    found = find_date(text)
    if not found or found.end != len(text):
        return None
    name = _PARTED.sub("", text[: found.start].rstrip())
    is_parted = name != text[: found.start].rstrip()
    if not is_parted or not _MASTHEAD.search(name) or not _TITLED_WORDS.fullmatch(name):
        return None
    return _Line(Credits(published=found.partial, publisher=name))


def _byline(text: str) -> _Line | None:
    label = _BYLINE.match(text)
    if not label:
        return None
    rest, published = _before_date(text[label.end() :])
    names, paper = _before_paper(rest)
    if authors := _authors(names):
        return _Line(Credits(authors, published, paper))
    name = re.split(r"\s+(?:in|for|at|of)\s|\s*[|•·,]\s*", rest, maxsplit=1)[0]
    return _Line(Credits(_authors(name), published), is_whole=False) if _authors(name) else None


def _before_date(text: str) -> tuple[str, str]:
    """What stands before a date at the end of a byline, and the date."""
    found = find_date(text)
    if not found or found.end != len(text):
        return text, ""
    return _PARTED.sub("", text[: found.start].rstrip()), found.partial


def _before_paper(text: str) -> tuple[str, str]:
    """The names in a byline, and the paper behind them, which is nobody's credentials as an institute is."""
    text = text.rstrip(" ,")
    names, _, paper = text.rpartition(", ")
    is_paper = _MASTHEAD.search(paper) and _TITLED_WORDS.fullmatch(paper)
    if not is_paper or _INSTITUTE.search(paper) or _PROFESSION.search(paper) or not _authors(names):
        return text, ""
    return names, paper


def _authors(text: str) -> tuple[Author, ...]:
    """The authors that a byline names without its "By"; none when it is not sure to name any."""
    first, *last = _LAST_AND.split(text)
    names = [*(_COMMA.split(first) if last else [first]), *last]
    if all(_is_name(name) for name in names):
        return tuple(Author(name=_cased(name)) for name in names)
    name, *rest = _CREDENTIALS.split(text, maxsplit=1)
    # "By Jane Doe, Max Poe" may be two people, "By Jane Doe, Atlantic Council" is one.
    if rest and _is_name(name) and not _is_name(rest[0]) and not text.endswith("."):
        return (Author(name=_cased(name), credentials=rest[0].removesuffix(")") if "(" in text else rest[0]),)
    return ()


def byline_authors(text: str) -> tuple[Author, ...]:
    """The authors that a byline names, with or without its "By"; none when it is not sure to name any."""
    rest, _ = _before_date(_BYLINE.sub("", text.strip(), count=1))
    return _authors(_before_paper(rest)[0])


def presented_by(text: str, name: str) -> bool:
    """Whether a line begins to say what somebody is, as in “* Jane Doe is Professor of Law”."""
    return bool(re.match(rf"[\W\d]*{re.escape(name)} (?:is|was)\b", text, re.IGNORECASE))


def _is_name(text: str) -> bool:
    words = text.split()
    if _ORGANISATION.search(text):
        return False
    return (
        len(words) in _NAME_WORDS
        and all(_NAME_WORD.fullmatch(word) and word.lower() not in _NO_NAMES for word in words)
        and all(word[0].isupper() or word in _PARTICLES for word in words)
        and words[0][0].isupper()
        and words[-1][0].isupper()
    )


def _cased(name: str) -> str:
    """A name written all in capitals as names are written."""
    return name.title() if name.isupper() else name


def _closing(text: str, body: Sequence[Block], known: Container[str]) -> Author | None:
    """The author whom a last line presents: by profession, and never named in the article before.

    `known` are the last names of those who wrote it, who may be presented by these alone.
    """
    found = _CLOSING.fullmatch(text) if len(text) <= _LONGEST_CLOSING else None
    if not found or not (_is_name(found["name"]) or found["name"] in known):
        return None
    what = _NEXT_SENTENCE.split(found["what"], maxsplit=1)[0].strip().rstrip(".")
    author = Author(name=found["name"], credentials=what)
    name = re.compile(rf"\b{re.escape(last_name(author))}\b")
    is_named = any(name.search(block.text) for block in body if not is_credit_line(block.text))
    return author if _PROFESSION.search(what) and not is_named else None
