"""Written forms of a word or phrase as running text has them, folded: with plural, ezafe, indefinite and possessive."""

from collections.abc import Iterator, Sequence

from relgraph.text.fold import squeeze


def inflected(phrase: str, endings: Sequence[str]) -> Iterator[str]:
    """The folded forms of a noun phrase: endings at its end, and at the end of its first word."""
    words = phrase.split()
    whole, head = squeeze(phrase), squeeze(words[0])
    rest = "".join(squeeze(w) for w in words[1:])
    for ending in endings:
        yield whole + ending
        if rest:
            yield head + ending + rest


def plurals(title: str, table: dict[str, list[str]]) -> Iterator[str]:
    """The plural wordings of an office title, by its first word: رئیس جمهور → روسای جمهور."""
    head, _, rest = title.partition(" ")
    for plural in table.get(head, ()):
        yield f"{plural} {rest}".strip()
    if head == "نخست" and rest:
        yield f"{title}ان"
