"""What only sounds like an act towards another: wishes, advice to one's own side, fights that are figures of speech."""

from relgraph.extract.hearsay import is_asked
from relgraph.extract.parties import Parties, is_media
from relgraph.extract.reading import Candidate, Reading
from relgraph.extract.side import state_of
from relgraph.knowledge.world import World

# What one's own state should do, or wants of itself, is a position.
_ADVICE = frozenset({"request.must", "request.want"})
_IDLE = frozenset({"negated", "conditional"})
_HOLD_BACK = "reject.refuse-to"
# What a paper may do itself: it says and asks things; it helps and fights nobody.
_DEEDS = frozenset({"AID", "COOPERATE", "SUPPORT", "ASSAULT", "SANCTION", "RETREAT", "MOBILIZE", "CONCEDE"})
# How far behind the noun the word stands that makes it a figure: «حمله شدید تبلیغاتی».
_NEAR = 4
_SUFFERED = frozenset({"ASSAULT", "COERCE"})


def wish(_reading: Reading, _world: World, candidate: Candidate, parties: Parties) -> str | None:
    """«ایران خواهان جنگ نیست», «اگر خواهان بازگشت است»: who doesn't want something, or may want it, asks nobody."""
    if candidate.frame == _HOLD_BACK and candidate.status == "negated":
        return "who does not hold back refuses nothing"
    idle = candidate.type == "REQUEST" and candidate.status in _IDLE and not parties.recipients
    return "who does not want something asks nobody" if idle else None


def shared(_reading: Reading, _world: World, candidate: Candidate, parties: Parties) -> str | None:
    """«طرفین بر ضرورت صلح تأکید کردند»: what both sides of a meeting want is asked of neither."""
    if candidate.type != "REQUEST" or parties.recipients:
        return None
    both = any(f.ref.kind == "pronoun" and len(f.ref.entities) > 1 for f in candidate.actors)
    return "both sides want it, nobody is asked" if both else None


def question(reading: Reading, world: World, candidate: Candidate, _parties: Parties) -> str | None:
    """«در پاسخ به این پرسش که … گفت: …»: what is asked is not told."""
    return "only asked" if is_asked(reading, world, reading.clauses[candidate.clause]) else None


def advice(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """«آمریکا باید از منافع خود محافظت کند» in an American's words asks nobody else."""
    if candidate.frame not in _ADVICE or not parties.recipients:
        return None
    own = {state_of(reading, world, a) for a in parties.actors}
    return "it asks only its own state" if set(parties.recipients) <= own else None


def figure(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """«حمله تبلیغاتی», «جنگ اقتصادی»: nobody is hit."""
    if candidate.type != "ASSAULT":
        return None
    if parties.topics and not (parties.recipients or parties.places):
        return "an attack on words hits nobody"  # «نبرد نتانیاهو علیه توافق»
    behind = [t for t in reading.tokens if t.start >= candidate.trigger.start][:_NEAR]
    named = {f.ref.start for f in (*candidate.actors, *candidate.recipients)}
    stop = next(
        (n for n, t in enumerate(behind) if t.key in world.language.prepositions.all or t.start in named), _NEAR
    )
    return "a figure of speech" if any(t.key in world.language.nouns.figurative for t in behind[:stop]) else None


def paper(_reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """«روزنامه … تیتر خود را به عراق اختصاص داد»: the press helps and fights nobody."""
    acts = candidate.type in _DEEDS and parties.actors and all(is_media(world, a) for a in parties.actors)
    return "the press only writes" if acts else None


def teller(reading: Reading, _world: World, candidate: Candidate, parties: Parties) -> str | None:
    """«الجزیره اعلام کرد … ۲۰ نفر کشته شدند»: who tells of victims is none."""
    voice = reading.voices[candidate.clause]
    if voice is None or candidate.type not in _SUFFERED or parties.actors:
        return None
    inside = set(reading.clauses[candidate.clause].tokens)
    only = all(f.entity == voice.speaker and f.ref.first not in inside for f in candidate.recipients)
    return "who tells of it did not suffer it" if only else None
