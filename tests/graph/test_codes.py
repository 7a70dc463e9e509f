import json
from itertools import product
from pathlib import Path
from typing import get_args

import pytest
from pyoxigraph import parse

from relgraph.graph import terms
from relgraph.graph.codes import _table, codes
from relgraph.model import QUAD_CLASS, EventType, Status
from relgraph.resources import ONTOLOGY

_CAMEO = Path(__file__).parents[2].parent / "shared" / "facts" / "cameo.json"


@pytest.mark.parametrize("event, expected", [
    (("CONSULT", "meet", "actual"), ("CONSULT", 1, "040", "04", 1, 1.0)),
    (("CONSULT", "visit", "actual"), ("CONSULT", 1, "042", "04", 1, 1.9)),
    (("CONSULT", "meet", "planned"), ("AGREE", 1, "036", "03", 1, 4.0)),
    (("ACCUSE", "investigate", "actual"), ("ACCUSE", 3, "090", "09", 2, -2.0)),
    (("PROTEST", None, "actual"), ("PROTEST", 4, "140", "14", 3, -6.5)),
    (("RETREAT", "ceasefire", "actual"), ("RETREAT", 2, "0871", "08", 2, 9.0)),
    (("RETREAT", "ceasefire", "planned"), ("CONCEDE", 1, "035", "03", 1, 7.0)),
    (("SANCTION", None, "planned"), ("THREATEN", 3, "131", "13", 3, -5.8)),
    (("ASSAULT", "a mode of its own", "actual"), ("ASSAULT", 4, "190", "19", 4, -10.0)),
])  # fmt: skip
def test_an_event_has_its_codes(event, expected):
    """Type, mode and status give PLOVER type and quad, CAMEO code and root, GDELT quad and Goldstein score."""
    found = codes(*event)
    assert found is not None
    assert tuple(getattr(found, name) for name in found.__dataclass_fields__) == expected


@pytest.mark.parametrize("kind, status", list(product(get_args(EventType), get_args(Status))))
def test_what_happens_or_is_planned_has_codes(kind, status):
    """Every type has codes when actual or planned, and none when it is only denied, supposed or called for."""
    found = codes(kind, None, status)
    assert (found is not None) is (status in {"actual", "planned"})
    if found is not None:
        assert found.plover_quad == QUAD_CLASS[found.plover]
        assert found.cameo.startswith(found.cameo_root)


def test_the_table_and_the_scheme_have_the_same_modes():
    """Each row of the table has a mode that the scheme has under its type; a mode without a row takes that of its type."""
    scheme = [(s.subject, s.predicate.value, s.object) for s in parse(path=str(ONTOLOGY / "events.ttl"))]
    under = {(kind, s.value.removeprefix(terms.RG)) for s, p, o in scheme for kind, term in terms.EVENT_CLASS.items()
             if p.endswith("#broader") and o == term}  # fmt: skip
    assert {(kind, mode) for kind, mode, _ in _table() if mode} <= under
    for (kind, mode), status in product(sorted(under), get_args(Status)):
        assert (codes(kind, mode, status) is None) is (codes(kind, None, status) is None)


def test_figures_are_those_of_the_sources():
    """Goldstein scores and quad classes agree with GDELT's table wherever we name a code."""
    if not _CAMEO.is_file():
        pytest.skip(f"needs {_CAMEO}")
    facts = json.loads(_CAMEO.read_text(encoding="utf-8"))["codes"]
    for found in _table().values():
        fact = facts[found.cameo]
        expected = (fact["root"], fact["quad_gdelt"], fact["goldstein_gdelt"])
        assert (found.cameo_root, found.gdelt_quad, found.goldstein) == expected
