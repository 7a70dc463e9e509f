"""Written forms of a word or phrase as running text has them, folded: with plural, ezafe, indefinite and possessive."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from relgraph.lang.data import Table, words
from relgraph.text.fold import squeeze


def inflected(phrase: str, endings: Sequence[str]) -> Iterator[str]:
    """The folded forms of a noun phrase: endings at its end, and at the end of its first word."""
    first, *others = phrase.split()
    whole, head = squeeze(phrase), squeeze(first)
    rest = "".join(squeeze(w) for w in others)
    for ending in endings:
        yield whole + ending
        if rest:
            yield head + ending + rest


def forms_of(path: Path, table: Table, key: str, endings: tuple[str, ...]) -> frozenset[str]:
    """All forms of the words under a key of a table; `path` is for the error where they are no list of words."""
    return frozenset(form for word in words(path, table, key) for form in inflected(word, endings))


def plurals(title: str, table: dict[str, list[str]]) -> Iterator[str]:
    """The plural wordings of an office title, by its first word: رئیس جمهور → روسای جمهور."""
    head, _, rest = title.partition(" ")
    for plural in table.get(head, ()):
        yield f"{plural} {rest}".strip()
    if head == "نخست" and rest:
        yield f"{title}ان"
