"""Words that were run together are read as the words they are, and none other is cut."""

import pytest

from relgraph.extract.reading import Reading
from relgraph.extract.start import fold, segment
from relgraph.extract.unglue import unglue
from relgraph.knowledge.world import load_world
from relgraph.model import Article


def words(text: str) -> list[str]:
    reading = segment(unglue(fold(Reading(Article("a", "", text)), load_world()), load_world()), load_world())
    return [text[t.start - 1 : t.end - 1] for t in reading.tokens]


@pytest.mark.parametrize(
    "text, parts",
    [
        ("نیروها ازعراق رفتند", ["نیروها", "از", "عراق", "رفتند"]),
        ("نشست برگزارشد", ["نشست", "برگزار", "شد"]),
        ("بابشاراسد دیدار کرد", ["با", "بشاراسد", "دیدار", "کرد"]),
    ],
)
def test_glued_words_are_parted(text, parts):
    """A preposition or verb written onto a known word is a token of its own, its characters those of the text."""
    assert words(text) == parts


@pytest.mark.parametrize("word", ["برجام", "باراک", "دیپلماتیک", "ازبکستان", "والستروم", "درصدد", "کشورها", "بهرام"])
def test_whole_words_stay_whole(word):
    """Known words, names and unknown words without a known part are not cut."""
    assert words(f"{word} آمد")[0] == word
