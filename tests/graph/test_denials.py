from graph_samples import article, event, extraction, quote

from relgraph.graph.merge import merge
from relgraph.model import Event


def _said(told, words, kind, actors, recipients, **facts):
    """An event whose evidence is the given words of the article."""
    made = event(told, kind=kind, mode=None, actors=actors, recipients=recipients, places=(), date=None, **facts)
    values = {name: getattr(made, name) for name in Event.__slots__}
    evidence = quote(told, words)
    return Event(**{**values, "evidence": evidence, "rule": facts.pop("rule", made.rule)})


def _denial(told, words, **facts):
    said = _said(told, words, "REJECT", facts.pop("actors", ("iran",)), facts.pop("recipients", ("russia",)), **facts)
    values = {name: getattr(said, name) for name in Event.__slots__}
    return Event(**{**values, "rule": "reject.deny"})


def _denied(*made):
    """(type, denied types) of each event of one article that denies something."""
    told = article()
    graph = merge([extraction(told, *(make(told) for make in made))])
    kinds = {each.id: each.type for each in graph.events}
    return [(each.type, [kinds[i] for claim in each.claims for i in claim.denies]) for each in graph.events
            if any(claim.denies for claim in each.claims)]  # fmt: skip


def test_a_denial_answers_what_the_other_side_says_was_done():
    """Russia says that Iran attacked, Iran denies: the denial points to the attack that is told."""
    assert _denied(
        lambda told: _said(told, "رئیسی در مسکو", "ASSAULT", ("iran",), ("sco",), speaker="russia"),
        lambda told: _denial(told, "خواستار لغو تحریم‌ها شد"),
    ) == [("REJECT", ["ASSAULT"])]


def test_a_denial_answers_an_accusation_where_no_deed_is_told():
    """Russia accuses Iran, Iran denies: the denial points to the accusation."""
    assert _denied(
        lambda told: _said(told, "رئیسی در مسکو", "ACCUSE", ("russia",), ("iran",)),
        lambda told: _denial(told, "خواستار لغو تحریم‌ها شد"),
    ) == [("REJECT", ["ACCUSE"])]


def test_a_denial_answers_a_deed_that_somebody_else_tells():
    """The outlet tells of a sale to Russia, Iran denies it: the denial points to the sale; Iran's own word is no charge."""
    sale = lambda told, speaker=None: _said(told, "رئیسی در مسکو", "COOPERATE", ("iran",), ("russia",), speaker=speaker)  # noqa: E731
    denial = lambda told: _denial(told, "خواستار لغو تحریم‌ها شد")  # noqa: E731
    assert _denied(sale, denial) == [("REJECT", ["COOPERATE"])]
    assert _denied(lambda told: sale(told, "iran"), denial) == []


def test_the_nearest_charge_is_meant():
    """Of two accusations the one that stands nearer to the denial is denied."""
    told = article()
    far = _said(told, "رئیسی", "ACCUSE", ("russia",), ("iran",), topics=("sco",))
    near = _said(told, "ایران", "ACCUSE", ("russia",), ("iran",), topics=("vienna-talks",))
    graph = merge([extraction(told, far, near, _denial(told, "خواستار لغو تحریم‌ها شد"))])
    (denied,) = [i for each in graph.events for claim in each.claims for i in claim.denies]
    assert [each.topics for each in graph.events if each.id == denied] == [("vienna-talks",)]


def test_an_unrelated_event_is_not_denied():
    """What neither the other side says nor charges the denier with is left alone, as is a mere refusal."""
    third = lambda told: _said(told, "رئیسی در مسکو", "ACCUSE", ("sco",), ("iran",))  # noqa: E731
    charge = lambda told: _said(told, "رئیسی در مسکو", "ACCUSE", ("russia",), ("iran",))  # noqa: E731
    assert _denied(third, lambda told: _denial(told, "خواستار لغو تحریم‌ها شد")) == []
    assert _denied(charge, lambda told: _said(told, "ایران", "REJECT", ("iran",), ("russia",))) == []


def test_what_is_told_as_negated_denies_the_same_event():
    """One outlet tells a dated meeting, another that it did not take place: the second denies the first."""
    one, two, three = article("a1"), article("a2"), article("a3")
    other_day = event(three, status="negated", date="2022-01-18")
    graph = merge([
        extraction(one, event(one)), extraction(two, event(two, status="negated")), extraction(three, other_day)
    ])  # fmt: skip
    ids = {(each.status, each.date): each.id for each in graph.events}
    denied = {each.date: claim.denies for each in graph.events if each.status == "negated" for claim in each.claims}
    assert denied == {"2022-01-19": (ids["actual", "2022-01-19"],), "2022-01-18": ()}
