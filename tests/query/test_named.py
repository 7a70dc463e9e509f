"""Each shipped query, asked to the graph of real articles."""

import io

import pytest
from pyoxigraph import RdfFormat, parse, serialize

from relgraph.query.listing import catalogue, described, listing
from relgraph.query.named import named_queries
from relgraph.query.run import run_query
from relgraph.resources import ONTOLOGY

RG = "https://w3id.org/relgraph/ontology#"
DOCS = ONTOLOGY.parent / "docs" / "queries.md"


def _columns(rows, *names):
    return [tuple(row[name].removeprefix(RG) for name in names) for row in rows]


def test_who_met_whom(ask):
    """A meeting stands once for each article that tells it, with mode, place and day; a planned visit doesn't."""
    rows = _columns(ask("who-met-whom"), "date", "one", "other", "mode", "place")
    assert rows.count(("2022-01-19", "ابراهیم رئیسی", "ولادیمیر پوتین", "meet", "مسکو")) == 2
    assert "سرگئی لاوروف" not in {name for row in rows for name in row}


@pytest.mark.parametrize("name", ["آمریکا", "United States", "united-states", "UNITED STATES"])
def test_said_about(ask, name):
    """Label, English label, id: each leads to what a minister is quoted for on that country."""
    rows = _columns(ask("said-about", name=name), "published", "speaker", "type")
    assert ("2022-01-20", "حسین امیر عبداللهیان", "Threaten") in rows


def test_said_by_about_counts_who_speaks_for_a_state(ask):
    """A minister's words on the United States are Iran's; a demand to Russia is Iran's own word to Russia."""
    assert ("حسین امیر عبداللهیان", "Threaten") in _columns(
        ask("said-by-about", speaker_name="ایران", about="آمریکا"), "who", "type"
    )
    assert ("ایران", "Request") in _columns(ask("said-by-about", speaker_name="ایران", about="روسیه"), "who", "type")
    assert _columns(ask("said-by-about", speaker_name="آمریکا", about="ایران"), "type") == [("Assault",)]
    assert ask("said-by-about", speaker_name="ترکیه", about="ایران") == []


def test_conflict_events(ask):
    """Material conflict only: the attack with its day, the sanction; a condemnation is verbal."""
    rows = _columns(ask("conflict-events"), "date", "type", "actor", "recipient")
    assert ("2022-02-24", "Assault", "روسیه", "اوکراین") in rows
    assert ("", "Sanction", "اتحادیه اروپا", "روسیه") in rows
    assert {row[1] for row in rows} <= {"Protest", "Sanction", "Mobilize", "Coerce", "Assault"}


def test_conflict_by_month(ask):
    """Dated events count in their own month, undated ones in that of their article, and the column says which."""
    rows = _columns(
        ask("conflict-by-month", one="Ukraine", other="Russia"), "month", "by", "actor", "recipient", "type", "events"
    )
    assert ("2022-02", "event", "روسیه", "اوکراین", "Assault", "1") in rows
    assert ("2022-03", "published", "روسیه", "اوکراین", "Assault", "1") in rows
    assert {row[2:4] for row in rows} == {("روسیه", "اوکراین")}
    assert rows == _columns(
        ask("conflict-by-month", one="روسیه", other="اوکراین"), "month", "by", "actor", "recipient", "type", "events"
    )


def test_a_year_is_no_month(ask):
    """What is dated by its year counts in that year, not in its January."""
    rows = _columns(ask("conflict-by-month", one="ایران", other="روسیه"), "month", "type")
    assert ("2021", "Assault") in rows


def test_offices_of_a_person(ask):
    """An office that an article tells with its words, and the dated ones that the tables know with their source."""
    rows = _columns(
        ask("offices-of-a-person", name="Vladimir Putin"), "office", "of", "start", "end", "quote", "source"
    )
    assert ("president", "روسیه", "", "", "رئیس جمهور روسیه", "https://w3id.org/relgraph/id/article/a2") in rows
    assert ("prime minister", "روسیه", "2008-05-08", "2012-05-07", "", "offices.csv") in rows


def test_members_at_a_date(ask):
    """Who is told or known to be a member, as what; at a date without those who joined later."""
    now, then = (_columns(ask("members", on=day), "member", "as", "start") for day in ("", "2010-01-01"))
    assert {("ایران", "full", ""), ("ایران", "full", "2023-07-04"), ("روسیه", "full", "2001-06-15")} <= set(now)
    assert ("روسیه", "full", "2001-06-15") in then
    assert {start for _, _, start in then if start} == {start for _, _, start in now if start and start < "2010-01-02"}


def test_denied(ask):
    """An attack that one side tells, and the denial of the other in its words."""
    rows = _columns(ask("denied"), "type", "actor", "recipient", "denier", "denial")
    assert ("Assault", "ایران", "عربستان سعودی", "ایران", "ایران ادعای آمریکا را تکذیب کرد") in rows


def test_against_the_tables(ask):
    """An article calls somebody president who was it no more: told and known stand side by side."""
    rows = _columns(ask("against-the-tables"), "who", "of", "told", "known")
    assert ("حسن روحانی", "ایران", "president", "ابراهیم رئیسی") in rows


def test_most_evidenced_events(ask):
    """The meeting that two outlets tell stands first."""
    first = ask("most-evidenced-events")[0]
    assert _columns([first], "outlets", "articles", "date", "type") == [("2", "2", "2022-01-19", "Consult")]


def test_agreements(ask):
    """Who joins an agreement is found once, with the words."""
    rows = _columns(ask("agreements"), "agreement", "party", "as", "date", "quote")
    assert [row for row in rows if row[2] == "Cooperate"] == [("برجام", "چین", "Cooperate", "", "چین به برجام پیوست")]


def test_topics_of_meetings(ask):
    """What the president spoke about with his colleague, asked by his country."""
    rows = _columns(ask("topics-of-meetings", name="روسیه"), "date", "mode", "who", "topic")
    assert ("2022-01-19", "meet", "ابراهیم رئیسی", "برجام") in rows


def test_mediators(ask):
    """The mediator and each of those between whom he stands."""
    rows = _columns(ask("mediators"), "mode", "mediator", "between")
    assert rows == [("mediate", "ترکیه", "اوکراین"), ("mediate", "ترکیه", "روسیه")]


def test_network_of_a_negotiation(ask):
    """Talks are joined to their place; an agreement to those who speak about it or join it."""
    rows = _columns(ask("network-of-a-negotiation", name="مذاکرات وین"), "how", "who", "quote")
    assert ("place", "وین", "مذاکرات وین") in rows
    assert ("party", "چین", "") in rows
    assert {("actor", "چین"), ("recipient", "ولادیمیر پوتین")} <= set(
        _columns(ask("network-of-a-negotiation"), "how", "who")
    )


def test_planned_events(ask):
    """A visit that is announced, with the day that it is planned for."""
    assert ("2022-02-26", "Consult", "سرگئی لاوروف") in _columns(ask("planned-events"), "date", "type", "actor")


def test_sanctions(ask):
    """Who sanctions whom."""
    assert ("اتحادیه اروپا", "روسیه", "actual") in _columns(ask("sanctions"), "actor", "recipient", "status")


def test_events_at_a_place(ask):
    """What happened in Tehran, with everyone who took part."""
    rows = _columns(ask("events-at-a-place", name="تهران"), "place", "type", "who")
    assert {("تهران", "Agree", "ایران"), ("تهران", "Consult", "سرگئی لاوروف")} <= set(rows)


def test_timeline_of_a_pair(ask):
    """All between two states in the order of time, presidents' meetings included, the same in either order of asking."""
    rows = _columns(ask("timeline-of-a-pair", one="ایران", other="روسیه"), "when", "type", "status")
    assert {("2022-01-19", "Consult", "actual"), ("2022-03-05", "Assault", "negated")} <= set(rows)
    assert rows == sorted(rows, key=lambda row: row[0])
    assert rows == _columns(ask("timeline-of-a-pair", one="روسیه", other="ایران"), "when", "type", "status")


def test_events_of(ask):
    """Everything about one entity, as what it takes part, through those who act for it too."""
    rows = _columns(ask("events-of", name="ایران"), "as", "type", "actor")
    assert {("actor", "Consult", "ابراهیم رئیسی"), ("recipient", "Threaten", "آمریکا")} <= set(rows)
    assert ("topic", "Consult", "ابراهیم رئیسی") in _columns(ask("events-of", name="برجام"), "as", "type", "actor")


def test_visits(ask):
    """Guest, host and place, made and planned."""
    rows = _columns(ask("visits"), "date", "status", "guest", "host", "place")
    assert ("2022-02-26", "planned", "سرگئی لاوروف", "ایران", "تهران") in rows


def test_demands(ask):
    """Who demands something of whom."""
    assert ("ایران", "روسیه") in _columns(ask("demands"), "actor", "recipient")


def test_sources_by_claims(ask):
    """The outlets with their articles, and the days between which they write."""
    rows = {row["outlet"]: row for row in ask("sources-by-claims")}
    assert set(rows) == {"ایسنا", "ایرنا", "مهر", "تسنیم"}
    isna = rows["ایسنا"]
    assert (isna["articles"], isna["first"], isna["last"]) == ("2", "2022-01-20", "2022-03-05")
    assert int(isna["claims"]) > int(isna["own_voice"]) > 0


def test_most_quoted(ask):
    """Who is quoted, and how often with doubt."""
    rows = {row["speaker"]: (row["claims"], row["doubted"]) for row in ask("most-quoted")}
    assert rows["اوکراین"] == ("1", "1")
    assert rows["حسین امیر عبداللهیان"][1] == "0"


def test_doubted_claims(ask):
    """What is passed on as an allegation."""
    assert ("اوکراین", "Assault", "روسیه") in _columns(ask("doubted-claims"), "speaker", "type", "actor")


def test_told_both_ways(ask):
    """An attack that is told as done and as not done: both quotes stand side by side."""
    rows = _columns(ask("told-both-ways"), "type", "actor", "recipient", "not_done")
    assert rows == [("Assault", "روسیه", "ایران", "روسیه به ایران حمله نکرد")]


def test_pairs_by_year(ask):
    """The events of those who act for a state count for it, in their year."""
    rows = _columns(ask("pairs-by-year"), "year", "actor", "type", "recipient", "events")
    assert ("2022", "روسیه", "Assault", "اوکراین", "2") in rows
    assert ("2021", "روسیه", "Assault", "ایران", "1") in rows


@pytest.mark.parametrize("name", [query.name for query in named_queries()])
def test_an_answer_has_one_order(story, name, tmp_path):
    """The same rows in the same order, whether the triples were loaded in one order or the other."""
    triples = [quad.triple for quad in parse(path=str(story / "graph.ttl"))]
    answers = set()
    for target, order in ((tmp_path / "a.nt", 1), (tmp_path / "b.nt", -1)):
        target.write_bytes(serialize(triples[::order], format=RdfFormat.N_TRIPLES))
        out = io.StringIO()
        run_query(target, name, "csv", out=out)
        answers.add(out.getvalue())
    assert len(answers) == 1


def test_every_query_is_in_the_list_and_in_the_guide():
    """`--list` names each query, `--show` gives its SPARQL, and docs/queries.md holds exactly what the files say."""
    guide = DOCS.read_text("utf-8")
    assert guide.partition("<!-- the shipped queries -->\n")[2].strip() == catalogue().strip()
    for query in named_queries():
        assert any(line.startswith(f"{query.name} ") for line in listing().splitlines())
        assert query.text.strip() in described(query)
