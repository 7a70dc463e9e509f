"""Random but lawful extractions, with every awkward character that an article may hold."""

from hypothesis import strategies as st

from relgraph.graph.edges import EDGE_NAME
from relgraph.model import Article, Entity, Event, Extraction, Mark, Mention, Quote, Relation

_TEXT = st.text(st.sampled_from("ایران‌روسیه پوتین abcXYZ\n\t\"'\\<>&|,;=%#@\x00\x0b\u200f\u2028\u0301😀"), max_size=12)
_IDS = ("iran", "russia", "vladimir-putin", "a/b", "..", "رئیسی (۲)", "x%2Fy", "شورا\u200cها", "event/1", "\x00")
_DATES = st.one_of(
    st.none(),
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
)
_SOME = st.lists(st.sampled_from(_IDS), max_size=3, unique=True).map(tuple)
_ONE = st.one_of(st.none(), st.sampled_from(_IDS))
_STATUSES = st.sampled_from(("actual", "planned", "negated", "conditional", "called_for"))
_STANCES = st.sampled_from((None, "asserts", "doubts", "endorses"))
_CONFIDENCE = st.floats(0, 1)


@st.composite
def entities(draw, identifier):
    """What one article knows of an entity."""
    located = draw(st.booleans())
    return Entity(
        id=identifier,
        type=draw(
            st.sampled_from(("country", "person", "organization", "place", "negotiation", "agreement", "conflict"))
        ),
        label_fa=draw(st.one_of(st.none(), _TEXT)),
        label_en=draw(st.one_of(st.none(), _TEXT)),
        mentions=tuple(Mention(0, len(text), text, "name") for text in draw(st.lists(_TEXT, max_size=2))),
        romanised=draw(st.booleans()),
        wikidata=draw(st.sampled_from((None, "Q159", "Q794"))),
        iso2=draw(st.sampled_from((None, "IR", "RU"))),
        state=draw(_ONE),
        sector=draw(st.sampled_from((None, "GOV"))),
        latitude=draw(st.floats(-90, 90)) if located else None,
        longitude=draw(st.floats(-180, 180)) if located else None,
        seeded=draw(st.booleans()),
    )


@st.composite
def _telling(draw, words):
    start = draw(st.integers(0, len(words) - 1))
    end = draw(st.integers(start + 1, len(words)))
    marks = st.builds(Mark, st.sampled_from(("trigger", "actor", "date")), st.integers(0, 9), st.integers(10, 99))
    return {
        "speaker": draw(_ONE),
        "via": draw(_SOME),
        "stance": draw(_STANCES),
        "evidence": Quote(start, end, words[start:end]),
        "sentence": Quote(0, len(words), words),
        "marks": tuple(draw(st.lists(marks, max_size=3))),
        "rule": draw(st.sampled_from(("consult.meet", "a rule"))),
        "confidence": draw(_CONFIDENCE),
    }


@st.composite
def extractions(draw, identifier):
    """What one article says; every entity that it names is among its entities."""
    article = Article(
        identifier,
        draw(_TEXT),
        draw(_TEXT) + ".",
        draw(st.one_of(st.none(), st.dates().map(lambda day: day.isoformat()))),
        draw(st.one_of(st.none(), _TEXT)),
        draw(st.one_of(st.none(), _TEXT)),
        draw(st.sampled_from((None, "fa", "en-GB", "not a tag"))),
    )
    words = article.full
    events = st.builds(
        lambda kind, mode, actors, recipients, places, date, topics, status, telling: Event(
            id="e", type=kind, mode=mode, actors=actors, recipients=recipients, places=places, date=date,
            topics=topics, status=status, **telling,
        ),
        st.sampled_from(sorted(EDGE_NAME)), st.sampled_from((None, "visit", "meet", "heavy-weapons")),
        _SOME.filter(bool), _SOME, _SOME, _DATES, _SOME, _STATUSES, _telling(words),
    )  # fmt: skip
    relations = st.builds(
        lambda ends, predicate, qualifier, status, start, end, telling: Relation(
            id="r", subject=ends[0], predicate=predicate, object=ends[1], qualifier=qualifier, status=status,
            start=start, end=end, **telling,
        ),
        st.permutations(_IDS), st.sampled_from(("represents", "memberOf", "heldIn")),
        st.sampled_from((None, "full", "foreign minister", "foreign-minister", "former")), _STATUSES, _DATES, _DATES,
        _telling(words),
    )  # fmt: skip
    return Extraction(
        article,
        tuple(draw(entities(each)) for each in _IDS),
        tuple(draw(st.lists(events, max_size=3))),
        tuple(draw(st.lists(relations, max_size=2))),
        (),
    )


@st.composite
def corpora(draw):
    """A few extractions, each of an article of its own."""
    identifiers = draw(st.lists(st.sampled_from(("a1", "a2", "خبر/۳", "\x00")), unique=True, max_size=3))
    return [draw(extractions(identifier)) for identifier in identifiers]
