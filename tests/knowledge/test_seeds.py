import pytest

from relgraph.errors import DataError
from relgraph.knowledge.seeds import read_seeds
from relgraph.resources import SEEDS


def test_tables_are_read_as_they_say(folder):
    """Entities, wordings of each kind, metonyms with their city, conditions, offices and outlets come from their tables."""
    seeds = read_seeds(folder)
    assert list(seeds.entities) == [
        "iran",
        "russia",
        "moscow",
        "kremlin",
        "agency",
        "someone",
        "pact",
        "resolution-2231",
    ]
    assert {(n.surface, n.kind) for n in seeds.names if n.entity == "russia"} == {
        ("روسیه", "name"), ("فدراسیون روسیه", "name"), ("روسیۀ فدرال", "name"), ("روسی", "adjective"), ("روس", "adjective"),
        ("مسکو", "metonym"), ("کاخ نمونه", "metonym"),
    }  # fmt: skip
    assert seeds.metonyms == {("مسکو", "russia"): "moscow", ("کاخ نمونه", "russia"): None}
    assert seeds.contexts["نمونه", "someone"] == ("before:آقای", "near:وزیر", "title")
    assert [(s.person, s.of, s.start, s.end) for s in seeds.spells] == [("someone", "iran", "2001-01-01", "2005-01-01")]
    assert seeds.outlets["agency.example"] == seeds.outlets["agency"] == seeds.outlets["نمونه"]
    assert seeds.entities["pact"].parties == ("iran", "russia")
    assert seeds.entities["resolution-2231"].start == "2015-07-20"
    assert [(m.member, m.organization, m.status) for m in seeds.memberships] == [("iran", "agency", "full")]


def test_a_wording_of_the_context_table_alone_is_a_name(folder):
    """What stands in context.csv only is a name of its entity too."""
    assert ("پیمان", "pact") in {(n.surface, n.entity) for n in read_seeds(folder).names}


@pytest.mark.parametrize(
    "table, line, reason",
    [
        ("countries.csv", "iran,Q1,Iran,ایران,,IR,,,", "duplicate id 'iran', first in countries.csv:2"),
        ("places.csv", "iran,,X,ایکس,,city,,,,", "duplicate id 'iran', first in countries.csv:2"),
        ("countries.csv", ",Q1,Nowhere,,,XX,,,", "no id"),
        ("countries.csv", "x,794,X,,,XX,,,", "no Wikidata id: '794'"),
        ("countries.csv", "x,Q0,X,,,XX,,,", "no Wikidata id: 'Q0'"),
        ("countries.csv", "x,q794,X,,,XX,,,", "no Wikidata id: 'q794'"),
        ("countries.csv", "x,Q7,X,,,XX,,north,", "latitude is no number: 'north'"),
        ("places.csv", "x,,X,ایکس,,city,atlantis,,,", "'atlantis' is no id of any table"),
        ("organizations.csv", "x,,X,ایکس,,body,GOV,atlantis,,", "'atlantis' is no id of any table"),
        ("organizations.csv", "x,,X,ایکس,,body,GOV,,atlantis,", "'atlantis' is no id of any table"),
        ("people.csv", "x,,X,ایکس,,,atlantis,1", "'atlantis' is no id of any table"),
        ("agreements.csv", "x,,X,ایکس,,,,atlantis,", "'atlantis' is no id of any table"),
        ("conflicts.csv", "x,,X,ایکس,,,,,iran|atlantis", "'atlantis' is no id of any table"),
        ("countries.csv", "x,Q7,X", "3 cells where the header has 9"),
        ("people.csv", "x,,X,ایکس,,,iran,1,more", "9 cells where the header has 8"),
        ("metonyms.csv", "شهر,atlantis,moscow", "country 'atlantis' is no id of any table"),
        ("metonyms.csv", "شهر,russia,atlantis", "place 'atlantis' is no id of any table"),
        ("context.csv", "شهر,atlantis,title", "entity 'atlantis' is no id of any table"),
        ("context.csv", "شهر,moscow,beside:وزیر", "'beside:وزیر' is no condition"),
        ("context.csv", "شهر,moscow,before:", "'before:' is no condition"),
        ("offices.csv", "nobody,iran,president,president,,,open", "person 'nobody' is no id of any table"),
        ("offices.csv", "someone,atlantis,president,president,,,open", "of 'atlantis' is no id of any table"),
        ("offices.csv", "someone,iran,president,president,2005,2001,known", "it ends (2001) before it starts (2005)"),
        ("offices.csv", "someone,iran,president,president,2005-07,2005-03-01,known", "it ends (2005-03-01) before it starts (2005-07)"),
        ("offices.csv", "someone,iran,president,president,2005-13,,open", "start is no date such as"),
        ("offices.csv", "someone,iran,president,president,2005,,later", "end_kind 'later' is none of"),
        ("conflicts.csv", "x,,X,ایکس,,yesterday,,,", "start is no date such as"),
        ("organizations.csv", "x,,X,ایکس,,body,ARMY,,,", "sector 'ARMY' is none of"),
        ("organizations.csv", "x,,X,ایکس,,body,GOV,,,atlantis", "headquarters 'atlantis' is no id of any table"),
        ("organizations.csv", "x,,X,روسیه,,body,GOV,,,", "'روسیه' is also a name of 'russia' (countries.csv:3)"),
        ("places.csv", "x,,X,ایکس,,planet,iran,,,", "type 'planet' is none of"),
        ("memberships.csv", "iran,agency,guest,,,", "status 'guest' is none of"),
        ("memberships.csv", "iran,atlantis,full,,,", "organization 'atlantis' is no id of any table"),
        ("resolutions.csv", "2231,,2015-07-20,Iran,", "duplicate id 'resolution-2231', first in resolutions.csv:2"),
        ("sources.csv", "atlantis,X,x.example,IR", "organization 'atlantis' is no id of any table"),
    ],
)  # fmt: skip
def test_a_fault_names_its_file_and_line(folder, tables, table, line, reason):
    """Each fault in a table stops the reading with the file, the 1-based line and what is wrong there."""
    path = folder / table
    at = len(tables[table]) + 1
    path.write_text("\n".join([*tables[table], line]) + "\n", "utf-8")
    with pytest.raises(DataError) as fault:
        read_seeds(folder)
    assert (fault.value.path, fault.value.line) == (path, at)
    assert str(fault.value).startswith(f"{path}:{at}: ")
    assert reason in fault.value.reason


def test_a_missing_column_is_a_fault_of_the_header(folder):
    """A table without one of its columns says which."""
    (folder / "people.csv").write_text("id,wikidata,name_en,name_fa,aliases_fa,short_fa,tier\n", "utf-8")
    with pytest.raises(DataError, match=r"people\.csv:1: missing columns: country"):
        read_seeds(folder)


def test_a_missing_table_is_a_fault_of_its_file(folder):
    """A folder without one of the tables says which file can't be read."""
    (folder / "conflicts.csv").unlink()
    with pytest.raises(DataError, match=r"conflicts\.csv:0: can't be read"):
        read_seeds(folder)


def test_the_shipped_tables_load():
    """The tables that travel with the package pass all checks and hold the world."""
    seeds = read_seeds(SEEDS / "knowledge")
    kinds = {entity.type for entity in seeds.entities.values()}
    assert kinds == {"country", "place", "organization", "person", "agreement", "negotiation", "conflict"}
    assert {name.entity for name in seeds.names} <= set(seeds.entities)
    assert len(seeds.spells) > 10_000
