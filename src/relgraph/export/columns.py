"""The columns of events.csv and events.parquet: GDELT's names where a column means what it means there, ours elsewhere."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Column:
    """A column: text is empty where there is nothing, a number is absent. `meaning` is for the guide."""

    name: str
    kind: Literal["text", "integer", "number"]
    meaning: str


def _party(number: int, role: str) -> tuple[Column, ...]:
    gdelt, ours = f"Actor{number}", f"actor{number}"
    return (
        Column(f"{gdelt}Code", "text", f"{role}: country and sector in one, as in IRNGOV, RUS or IGO"),
        Column(f"{gdelt}Name", "text", "the label in English, else in Persian"),
        Column(f"{gdelt}CountryCode", "text", "ISO 3166 alpha-3 of the country that it is or acts for"),
        Column(f"{gdelt}Type1Code", "text", "sector: GOV, MIL, LEG, JUD, REB, OPP, PTY, MED, BUS, NGO, IGO, INT"),
        Column(f"{ours}_id", "text", "the id in the graph"),
        Column(f"{ours}_label_fa", "text", "the label in Persian"),
        Column(f"{ours}_type", "text", "country, person, organization, …"),
        Column(f"{ours}_wikidata", "text", "the Wikidata id"),
    )


def _listed(name: str, what: str) -> tuple[Column, ...]:
    return (
        Column(f"{name}_ids", "text", f"{what}, by id"),
        Column(f"{name}_labels_fa", "text", "… by label in Persian"),
        Column(f"{name}_labels_en", "text", "… by label in English"),
    )


COLUMNS: tuple[Column, ...] = (
    Column("event_id", "text", "the event's id; an event of several pairs has a row for each"),
    Column("date", "text", "when it happened, as precisely as known: 2018, 2018-05 or 2018-05-08; empty if undated"),
    Column("date_precision", "text", "day, month or year"),
    Column("date_earliest", "text", "the first day that the date may mean"),
    Column("date_latest", "text", "the last day that the date may mean"),
    Column("published", "text", "when the first of its articles appeared"),
    *_party(1, "who acts"),
    *_party(2, "whom it concerns, empty where there is none"),
    Column("type", "text", "one of our sixteen types"),
    Column("mode", "text", "finer than the type"),
    Column("status", "text", "actual, planned, negated, conditional or called_for"),
    Column(
        "quad",
        "integer",
        "quad class of our type: 1, 2 verbal and material cooperation, 3, 4 verbal and material conflict",
    ),
    Column(
        "EventCode",
        "text",
        "CAMEO root, two digits; empty for what is no event there (negated, conditional, called for)",
    ),
    Column("QuadClass", "integer", "GDELT's quad class of that root"),
    Column("GoldsteinScale", "number", "Goldstein's score of the CAMEO code"),
    Column("cameo", "text", "the CAMEO code, as fine as our mode allows"),
    Column("plover", "text", "the type in PLOVER 2"),
    Column("plover_quad", "integer", "the quad class in PLOVER 2"),
    *_listed("place", "where it happened"),
    Column("place_precisions", "text", "country, region, province, city, site, …; place where not known"),
    Column("place_coordinates", "text", "latitude,longitude of each place, empty where not known"),
    Column("ActionGeo_Lat", "number", "latitude, where one place is the most precise"),
    Column("ActionGeo_Long", "number", "longitude of that place"),
    *_listed("topic", "what it is about"),
    *_listed("speaker", "who says so; empty where the outlets speak in their own voice"),
    Column("NumMentions", "integer", "claims: one for each article that tells it"),
    Column("NumArticles", "integer", "articles"),
    Column("NumSources", "integer", "sources that are independent of each other"),
    Column("sources", "text", "the outlets"),
    Column("confidence", "number", "that of the surest claim: the measured precision of its rule"),
    Column("quote", "text", "the words of the surest claim"),
    Column("article_ids", "text", "the articles"),
    Column("urls", "text", "their addresses"),
)
