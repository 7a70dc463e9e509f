from hypothesis import given
from hypothesis import strategies as st

from relgraph.export.page.shelf import Shelf

ARTICLES = st.dictionaries(
    st.text("abcd", min_size=1, max_size=3), st.tuples(st.integers(0, 30), st.integers(0, 5)), max_size=25
)


@given(ARTICLES, st.randoms(), st.integers(0, 120))
def test_the_same_texts_are_kept_in_any_order(articles, dice, budget):
    """What is kept is the longest start of the articles by statements and id that fits, whatever came first."""
    order = sorted(articles)
    dice.shuffle(order)
    shelf = Shelf(budget)
    for key in order:
        length, statements = articles[key]
        shelf.put(key, "ا" * length, statements)
    expected, size = {}, 0
    for key in sorted((key for key in articles if articles[key][1] > 0), key=lambda key: (-articles[key][1], key)):
        size += articles[key][0]
        if size > budget:
            break
        expected[key] = "ا" * articles[key][0]
    assert shelf.texts() == expected
