"""What a candidate must be to become an event: who may act, who may be met, what is no act at all."""

from collections.abc import Callable

from relgraph.extract.parties import Parties, entity_type, is_media, owner_of
from relgraph.extract.reading import Candidate, Filler, Reading, Ref
from relgraph.extract.roles import MENTIONED
from relgraph.extract.side import state_of
from relgraph.extract.stance import advice, figure, paper, question, shared, teller, wish
from relgraph.knowledge.world import World
from relgraph.text.fold import squeeze

_NEEDS_PARTNER = frozenset({"CONSULT"})
_SUFFERED = frozenset({"ASSAULT", "COERCE"})
# Acts that need no other side where a verb tells them: «خواستار صلح شد» asks whoever can.
_ALONE = frozenset({"MOBILIZE", "PROTEST", "REQUEST"})
_PAIR = 2
# What a state does to others.
_OUTWARD = frozenset({"ASSAULT", "SANCTION", "AID", "SUPPORT", "COOPERATE", "RETREAT", "MOBILIZE", "ACCUSE"})
_BETWEEN_STATES = frozenset({"agreement", "negotiation", "conflict"})
# Organizations between states, and those that stand against one.
_ABROAD = frozenset({"IGO", "REB", "OPP", "UAF", "NGO"})
# How many words of sport make an article one about sport.
_SPORTS = 5
# What nobody says has happened or will: somebody asks for it or denies it, and that is the event.
_NO_EVENT = {
    "called_for": "only called for: the request is the event",
    "denied": "denied: the denial is the event",
}
_MUST = "request.must"
_DENY = "reject.deny"
# Who won't do something turns down whoever wants it, named or not.
_REFUSALS = frozenset({_DENY, "reject.unwilling", "reject.refuse-to"})
_LEAVE = "sanction.leave"
_PULL_OUT = "retreat.pull-out"
# How many words before a name may say that its troops are meant.
_NEAR = 3
_LEFT = frozenset({"agreement", "negotiation", "organization"})

Check = Callable[[Reading, World, Candidate, Parties], str | None]


def fault_of(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """Why a candidate is no statement, None where it is one."""
    return next((reason for check in _CHECKS if (reason := check(reading, world, candidate, parties))), None)


def _called_for(_reading: Reading, _world: World, candidate: Candidate, _parties: Parties) -> str | None:
    return _NO_EVENT.get(candidate.status)


def _parties_named(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    if not parties.actors and not parties.recipients:
        return "no state, person or organization takes part"
    alone = len({*parties.actors, *parties.recipients}) < _PAIR
    if candidate.type in _NEEDS_PARTNER and alone and not _goes_abroad(reading, world, candidate, parties):
        return "a meeting needs two parties"
    return None


def _press(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """An outlet reports what it is named with, unless a verb makes it act."""
    if candidate.type == "CONSULT" and any(is_media(world, p) for p in (*parties.actors, *parties.recipients)):
        return "talking to the press is no consultation"
    if candidate.type == "CONSULT" and any(_asks(reading, world, f.ref) for f in candidate.recipients):
        return "an interview is no consultation"
    told = candidate.nominal or candidate.frame == _MUST
    if told and parties.actors and all(is_media(world, p) for p in parties.actors):
        return "an outlet only reports it"
    return None


def _asks(reading: Reading, world: World, ref: Ref) -> bool:
    """Whether a name is a journalist's: «مجری شبکه …» beside it."""
    words = {squeeze(w) for w in world.language.offices["press"]}
    near = (ref.first - 1, ref.last, ref.last + 1)
    return any(0 <= i < len(reading.tokens) and reading.tokens[i].key in words for i in near)


def _goes_abroad(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> bool:
    """Whether somebody travels to another state without being its guest: «برای شرکت در اجلاس به نیویورک رفت»."""
    own = {state_of(reading, world, a) for a in parties.actors}
    if candidate.mode != "visit" or parties.recipients or None in own:
        return False
    lands = {seed.country for p in parties.places if (seed := world.seeds.entities.get(p)) is not None}
    return bool(lands - {None}) and not lands & own


def _doer(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    if not parties.actors and (candidate.nominal or not _suffered(candidate)):
        return "nobody is named who does it"
    alone = (_needs_nobody(world, candidate) and not candidate.nominal) or _goes_abroad(
        reading, world, candidate, parties
    )
    if not (parties.recipients or _topics(candidate, parties) or alone):
        return "nobody and nothing is named that it is done to"
    return None


def _topics(candidate: Candidate, parties: Parties) -> set[str]:
    """The topics that anchor an act: not what its clause merely mentions."""
    return set(parties.topics) - {owner_of(f.entity) for f in candidate.topics if f.depth == MENTIONED}


def _needs_nobody(world: World, candidate: Candidate) -> bool:
    return candidate.type in _ALONE or candidate.frame in _REFUSALS or world.language.frames[candidate.frame].alone


def _suffered(candidate: Candidate) -> bool:
    """An attack or arrest whose victim is the grammatical subject, though nobody is named who did it."""
    return candidate.passive and candidate.type in _SUFFERED and all(f.depth == "head" for f in candidate.recipients)


def _left(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """Only agreements, talks and bodies are left; troops withdraw from a country."""
    if candidate.frame != _LEAVE:
        return None
    topics = (entity_type(reading, world, e) for e in (*parties.topics, *parties.recipients))
    return None if any(t in _LEFT for t in topics) else "nothing is left that one can be a party to"


def _pulled_out(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """Out of a country withdraws a state or its troops; envoys and travellers only leave."""
    if candidate.frame != _PULL_OUT:
        return None
    left = any(entity_type(reading, world, e) == "country" for e in parties.recipients)
    troops = all(_withdraws(reading, world, f) for f in candidate.actors)
    return None if left and troops else "no troops leave a country"


def _withdraws(reading: Reading, world: World, actor: Filler) -> bool:
    """Whether somebody named is a state or body itself, or its troops."""
    if entity_type(reading, world, actor.entity) == "person" or actor.ref.role is not None:
        return False
    before = range(max(0, actor.ref.first - _NEAR), actor.ref.first)
    armed = any(reading.tokens[i].key in world.language.nouns.troops for i in before)
    return actor.depth == "head" or armed


def _at_home(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """A state's own official comes home, he visits nobody."""
    if candidate.mode != "visit" or not parties.recipients:
        return None
    if not candidate.nominal and all(entity_type(reading, world, r) == "person" for r in parties.recipients):
        return "one travels to a place"  # «در نامه به پاشینیان آمده است»
    if candidate.actors and all(_is_land(reading, world, f) for f in candidate.actors):
        return "a state goes nowhere"  # «سوریه به لبنان نمی‌رود»
    own = {state_of(reading, world, a) for a in parties.actors} - {None}
    if own and {state_of(reading, world, r) for r in parties.recipients} <= own:
        return "coming home is no visit"
    return None


def _is_land(reading: Reading, world: World, filler: Filler) -> bool:
    """Whether a filler is a state by its own name, not its officials or its delegation."""
    named = filler.depth == "head" and filler.ref.kind == "name"
    return named and entity_type(reading, world, filler.entity) == "country"


def _against_itself(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """An army doesn't attack its own state, nor does a president arm his own: the name means another, or nobody abroad."""
    if candidate.type not in _OUTWARD or not parties.actors or not parties.recipients:
        return None
    own = {state_of(reading, world, a) for a in parties.actors}
    return "it would be done to its own state" if set(parties.recipients) <= own else None


def _home_matter(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """Who asks nobody in particular for something at home: «مسئولان باید …» of a mayor is no foreign affair."""
    if candidate.type != "REQUEST" or parties.recipients or parties.topics:
        return None
    home = world.home_of(reading.article)
    sentence = reading.sentences[reading.clauses[candidate.clause].sentence]
    named = {e for r in reading.refs if sentence.first <= r.first < sentence.last for e in r.entities}
    foreign = [e for e in (*parties.actors, *named) if _is_foreign(reading, world, e, home)]
    return None if foreign else "a home matter: nobody abroad is named"


def _is_foreign(reading: Reading, world: World, entity: str, home: str | None) -> bool:
    """Whether an entity is another state's or between states; whom nobody knows is taken for a local."""
    entity = owner_of(entity)
    kind = entity_type(reading, world, entity)
    if kind in _BETWEEN_STATES:
        return True
    seed = world.seeds.entities.get(entity)
    state = state_of(reading, world, entity) or (seed.state if seed is not None else None)
    if state is None and kind == "organization":
        return seed is not None and seed.sector in _ABROAD
    return state is not None and state != home


def _match(reading: Reading, world: World, candidate: Candidate, parties: Parties) -> str | None:
    """«تیم کویت در دیدار با عمان …»: a match is no meeting, its attack no attack."""
    keys = {squeeze(w) for w in world.language.offices["sports"]}
    tokens = reading.tokens
    found = [i for i, t in enumerate(tokens) if t.key in keys or (i and tokens[i - 1].key + t.key in keys)]
    told = len(found)
    sentence = reading.sentences[reading.clauses[candidate.clause].sentence]
    here = any(sentence.first <= i < sentence.last for i in found)
    if told >= _SPORTS or (here and told > 1):
        officials = [
            a for a in parties.actors if entity_type(reading, world, a) == "person" and state_of(reading, world, a)
        ]
        return None if officials else "a match, not an act between states"
    return None


_CHECKS: tuple[Check, ...] = (
    _called_for,
    _parties_named,
    _press,
    _doer,
    _left,
    _pulled_out,
    _at_home,
    _against_itself,
    _home_matter,
    _match,
    wish,
    shared,
    advice,
    figure,
    paper,
    teller,
    question,
)
