"""Whether a clause tells what others claim or ask: «ادعای آمریکا درباره اینکه …», «در پاسخ به این پرسش که …»."""

from relgraph.extract.reading import Clause, Reading
from relgraph.knowledge.world import World

# How far before a clause the noun stands whose content it is: «ادعای … مبنی بر اینکه».
_NEAR = 7
_COLON = ":"


def is_claimed(reading: Reading, world: World, clause: Clause) -> bool:
    """«ادعای آمریکا مبنی بر اینکه …»: the claim's noun stands in the clause that this one is the content of."""
    if not clause.tokens or clause.link not in {"content", "relative"}:
        return False
    first = clause.tokens[0]
    before = reading.tokens[max(0, first - _NEAR) : first]
    return any(t.key in world.language.nouns.claims for t in before)


def is_asked(reading: Reading, world: World, clause: Clause) -> bool:
    """«در پاسخ به این پرسش که …، گفت: …»: what stands between the question and the answer's colon is the question's."""
    sentence = reading.sentences[clause.sentence]
    if not clause.tokens:
        return False
    first, last = clause.tokens[0], clause.tokens[-1]
    before = range(sentence.first, first)
    asked = [i for i in before if reading.tokens[i].key in world.language.nouns.questions]
    if not asked or any(reading.tokens[i].key == _COLON for i in range(asked[-1], last)):
        return False
    return any(reading.tokens[i].key == _COLON for i in range(last, sentence.last))
