import pytest

from relgraph.errors import DataError
from relgraph.knowledge.find import find_entries
from relgraph.knowledge.seeds import read_seeds
from relgraph.knowledge.world import load_world
from relgraph.model import Article
from relgraph.pipeline import extract
from relgraph.resources import SEEDS

SHIPPED = SEEDS / "knowledge"


@pytest.fixture
def own(tmp_path):
    """Writes a table of one's own."""

    def write(name, *lines):
        path = tmp_path / name
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return path

    return write


def test_a_line_of_ones_own_overrides_only_what_it_says(own, folder):
    """A line with the id of a shipped one changes the cells it has and leaves the others."""
    path = own("organizations.csv", "id,aliases_fa", "agency,خبرگزاری ما")
    entity, shipped = (read_seeds(folder, o).entities["agency"] for o in ([path], []))
    names = {n.surface for n in read_seeds(folder, [path]).names if n.entity == "agency"}
    assert entity == shipped
    assert names == {"خبرگزاری نمونه", "خبرگزاری ما"}


def test_a_new_line_is_a_new_entity(own):
    """A line with an id of its own adds an entity, found in articles with all that it says."""
    people = own(
        "my-people.csv", "id,name_fa,name_en,country,tier", "some-one,شهرزاد نمونه‌پور,Shahrzad Nemounehpour,iran,1"
    )
    offices = own(
        "my-offices.csv", "person,of,role,title,start", "some-one,iran,energy-minister,energy minister,2025-03-01"
    )
    world = load_world((people, offices))
    text = "وزیر نیرو ایران با شهرزاد نمونه‌پور دیدار کرد."
    found = extract(Article("a", "", text, published="2025-06-01", home="IR"), world)
    assert [e.id for e in found.entities if e.type == "person"] == ["some-one"]
    assert {m.kind for e in found.entities if e.id == "some-one" for m in e.mentions} == {"name", "role"}


@pytest.mark.parametrize(
    "name, header, line",
    [
        ("mine.csv", "id,name_fa,sector", "a-body,بدنه نمونه‌ای,GOV"),
        ("mine.csv", "id,name_fa,short_fa", "a-man,مرد نمونه‌پور,نمونه‌پور"),
        ("my-conflicts.csv", "id,name_fa", "a-war,جنگ نمونه‌ای"),
        ("PLACES.csv", "id,name_fa", "a-place,نمونه‌آباد"),
    ],
)
def test_a_file_is_told_to_its_table_by_name_or_header(own, folder, name, header, line):
    """A file that is named after a table, or whose columns only one has, needs nothing else."""
    assert line.partition(",")[0] in read_seeds(folder, [own(name, header, line)]).entities


@pytest.mark.parametrize(
    "name, lines, reason",
    [
        ("mine.csv", ["id,name_fa", "x,ایکس"], r"mine\.csv:1: its header fits more than one table: .*; name the file after"),
        ("mine.csv", ["who,what", "x,y"], r"mine\.csv:1: its header fits no table"),
        ("people.csv", ["id,colour", "x,red"], r"people\.csv:1: unknown columns for people: colour; it has id, "),
        ("people.csv", ["name_fa", "ایکس"], r"people\.csv:1: missing columns: id"),
        ("people.csv", ["id,name_fa", "x,ایکس", "x,ایگرگ"], r"people\.csv:3: 'x' stands in line 2 already"),
        ("people.csv", ["id,country", "x,atlantis"], r"people\.csv:2: country 'atlantis' is no id of any table"),
        ("places.csv", ["id,name_fa", "x,روسیه"], r"'روسیه' is also a name of "),
        ("offices.csv", ["person,of,role,start,end", "someone,russia,x,2005,2001"], r"offices\.csv:2: it ends"),
        ("people.csv", ["id,country", "someone,atlantis"], r"people\.csv:2: country 'atlantis'"),
    ],
)  # fmt: skip
def test_a_fault_of_ones_own_names_ones_own_file(own, folder, name, lines, reason):
    """What is wrong in a file of one's own is told with its name and line, also where it overrides a shipped line."""
    with pytest.raises(DataError, match=reason):
        read_seeds(folder, [own(name, *lines)])


def test_a_folder_stands_for_its_tables(own, folder, tmp_path):
    """All tables of a folder count; a folder without any is a fault."""
    own("my-places.csv", "id,name_fa", "a-place,نمونه‌آباد")
    own("my-people.csv", "id,name_fa", "a-man,مرد نمونه‌پور")
    assert {"a-place", "a-man"} <= read_seeds(folder, [tmp_path]).entities.keys()
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataError, match="no table"):
        read_seeds(folder, [tmp_path / "empty"])


def test_a_table_that_is_not_utf8_is_told(folder, tmp_path):
    """A table that a spreadsheet saved in another encoding is a fault with what to do."""
    (tmp_path / "people.csv").write_bytes("id,name_fa\nx,نام\n".encode("cp1256"))
    with pytest.raises(DataError, match=r"people\.csv:2: it isn't UTF-8: save it as UTF-8"):
        read_seeds(folder, [tmp_path / "people.csv"])


def test_a_mark_before_the_header_is_no_letter(folder, tmp_path):
    """The byte order mark that spreadsheets write is no part of the first column."""
    (tmp_path / "people.csv").write_text("id,name_fa\na-man,مرد نمونه‌پور\n", "utf-8-sig")
    assert "a-man" in read_seeds(folder, [tmp_path / "people.csv"]).entities


# ---- seeds find


def test_find_shows_entity_offices_and_lines():
    """A surname finds its bearer with his offices and where each line stands."""
    (lavrov,) = [e for e in find_entries("لاوروف", SHIPPED) if e.row["id"] == "sergey-lavrov"]
    told = "\n".join(lavrov.lines())
    assert "sergey-lavrov · people · Q58217" in told
    assert "foreign minister (foreign-minister) of russia" in told
    assert "offices.csv:" in told
    assert f"from people.csv:{lavrov.row.line}" in told


@pytest.mark.parametrize("wording", ["Q58217", "SERGEY LAVROV", "سرگئي‌لاوروف"])
def test_find_takes_ids_and_every_spelling(wording):
    """An id, a Wikidata id and a name in either script find the same."""
    assert "sergey-lavrov" in [e.row["id"] for e in find_entries(wording, SHIPPED)]


def test_find_puts_exact_names_first_and_ones_own_beside(own):
    """Who is called exactly so comes before whose name only holds it; one's own tables are searched too."""
    path = own("my-places.csv", "id,name_fa", "a-place,مسکوی نو")
    found = [e.row["id"] for e in find_entries("مسکو", SHIPPED, [path])]
    assert set(found[:2]) == {"moscow", "russia"}
    assert "a-place" in found[2:]
