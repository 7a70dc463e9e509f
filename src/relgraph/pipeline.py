"""The way of an article, on one screen: each stage takes a reading and returns a richer one."""

from collections.abc import Callable

from relgraph.extract.attribute import find_voices
from relgraph.extract.clause import find_clauses
from relgraph.extract.compose import find_composed
from relgraph.extract.corefer import resolve
from relgraph.extract.deixis import find_deictic
from relgraph.extract.entity import collect_entities
from relgraph.extract.frame import find_events
from relgraph.extract.judge import apply_judgements
from relgraph.extract.mention import find_names
from relgraph.extract.office import find_offices
from relgraph.extract.person import find_people
from relgraph.extract.reading import Reading
from relgraph.extract.relation import find_relations
from relgraph.extract.side import find_administrations, find_we
from relgraph.extract.start import date, fold, segment
from relgraph.extract.state import state_events
from relgraph.extract.unglue import unglue
from relgraph.knowledge.world import World, load_world
from relgraph.model import Article, Extraction

Stage = Callable[[Reading, World], Reading]

STAGES: tuple[Stage, ...] = (
    fold,             # a matching form of the text, with the origin of each character
    unglue,           # words run together, parted
    segment,          # tokens and sentences
    date,             # date expressions, against the day of publication
    find_names,       # names of known entities
    find_deictic,     # «کشورمان»، «این کشور»، «دو کشور»
    find_composed,    # «وزارت خارجه روسیه»، «نشست گروه هفت»، «نقشه راه ۲۰ ساله»
    find_offices,     # «وزیر خارجه روسیه», resolved by date
    find_people,      # names beside offices and titles, unknown people, surnames
    resolve,          # «وی»، «همتای روس خود»، offices without owner
    find_administrations, # «دولت ترامپ»: the state
    find_clauses,     # one finite verb each, as a tree
    find_voices,      # who says so
    find_we,          # «ما» in somebody's words
    find_events,      # frames with their roles filled
    state_events,     # contracts checked, evidence quoted, one event for each occurrence
    find_relations,   # offices, bodies, seats, parties, memberships
    collect_entities, # every entity that is named or used, with its mentions
    apply_judgements, # who is who by people's decisions
)  # fmt: skip


def read(article: Article, world: World) -> Reading:
    """The full reading of an article, with every intermediate result: what `explain` shows."""
    reading = Reading(article)
    for stage in STAGES:
        reading = stage(reading, world)
    return reading


def extract(article: Article, world: World | None = None) -> Extraction:
    """All that one article says: a pure function of the article and the data files."""
    reading = read(article, world or load_world())
    return Extraction(article, tuple(reading.entities.values()), reading.events, reading.relations, reading.refused)
