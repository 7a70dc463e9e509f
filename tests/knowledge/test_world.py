import pytest

from relgraph.errors import DataError
from relgraph.knowledge.world import load_world
from relgraph.lang.language import RoleName
from relgraph.model import Article
from relgraph.text.fold import fold


def test_the_world_is_loaded_once():
    """Two calls give the same world, so that articles share it."""
    assert load_world() is load_world()


@pytest.mark.parametrize(
    "home, source, country",
    [
        ("IR", None, "iran"),
        ("RU", "ایسنا", "russia"),
        (None, "ایسنا", "iran"),
        (None, "isna.ir", "iran"),
        (None, "ISNA.ir", "iran"),
        (None, "روزنامه‌ای که کسی نمی‌شناسد", None),
        (None, None, None),
        ("ZZ", None, None),
    ],
)
def test_home_is_the_articles_or_that_of_its_source(world, home, source, country):
    """«کشورمان» means the country given, else that of a known publisher, else nothing."""
    assert world.home_of(Article("a", "", "", source=source, home=home)) == country


def test_offices_are_known_in_their_wordings(world):
    """Singular, plural and unspaced wordings of an office are found with its key."""
    wordings = {"وزیر خارجه": False, "وزیر امور خارجه": False, "وزرای خارجه": True, "وزیرخارجه": False}
    for wording, plural in wordings.items():
        found = [name for hit in world.roles.find(fold(wording)) for name in hit.values]
        assert RoleName("foreign-minister", plural) in found


def test_an_unmeasured_rule_has_the_confidence_given(world):
    """A rule that the evaluation hasn't met is trusted as the caller says; a measured one by its precision."""
    assert world.confidence("no.such.rule", 0.6) == 0.6
    assert all(0 <= share <= 1 for share in world.measured.values())


def test_a_folder_without_tables_is_a_fault(tmp_path):
    """A wrong folder is a fault of the first table that is missing."""
    with pytest.raises(DataError, match=r"countries\.csv"):
        load_world(folder=tmp_path)
