"""Which wordings of a person may stand alone in an article, and which need their bearer introduced or in office."""

from pathlib import Path

from tables import fold, read

_HERE = Path(__file__).resolve().parent
_LANGUAGE = _HERE.parents[2] / "src" / "relgraph" / "lang" / "fa"
# A surname of two words must have so many letters: «بن حبتور» may stand alone, «دی ور» may not.
_LETTERS = 7

FAMOUS = frozenset(fold(line["wording"]) for line in read(_HERE / "famous.csv"))
_GIVEN = frozenset(
    {fold(line["name"]) for line in read(_LANGUAGE / "first_names.csv")}
    | {fold(line["title"]) for line in read(_LANGUAGE / "titles.csv")}
    | {"بن", "ال", "ابو", "ابن", "خان", "الله", "الدین"}
)


def stands_alone(wording: str, name: str) -> bool:
    """Whether a wording means the person of this name wherever it stands.

    Famous ones do; one word does not, nor do first names only («محمد حسن» begins many a longer name), nor a short surname.
    """
    folded, words = fold(wording), wording.split()
    if folded in FAMOUS:
        return True
    if len(words) == 1 or all(fold(word) in _GIVEN for word in words):
        return False
    is_surname = fold(name).endswith(folded) and fold(name) != folded
    return not is_surname or len(folded) >= _LETTERS
