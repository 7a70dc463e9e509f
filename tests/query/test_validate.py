"""`relgraph validate`: shapes, and quotes against their sentences and articles."""

import json
import re

import pyshacl
import pytest
import rdflib
from click.testing import CliRunner
from graph_samples import article, event, extraction, two_outlets
from rdflib.namespace import RDF, SH
from story_articles import ARTICLES

from relgraph.build import Options, build_into
from relgraph.cli import main
from relgraph.errors import InputError
from relgraph.export.turtle import write_turtle
from relgraph.graph.bridge import to_rdflib
from relgraph.graph.merge import merge
from relgraph.query.shapes import broken_shapes
from relgraph.query.target import all_triples, open_target
from relgraph.query.validate import validate
from relgraph.resources import ONTOLOGY

# What breaks a graph, and the property that a finding must be about.
FAULTS = [
    ("rg:status rg:actual", "rg:status rg:perhaps", "status"),
    ("oa:start 1", "oa:start 4000", "start"),
    ("rg:confidence 0.", "rg:confidence 1.", "confidence"),
    ("rg:Claim", "rg:Rumour", None),
    ("sem:Event , rg:Assault", "sem:Event , rg:Assault , rg:Aid", "type"),
    ("schema:Country", "schema:Country , schema:Person", "type"),
    ("rg:precision rg:day", "rg:precision rg:day ; rg:mood rg:day", "mood"),
    ("earliest", "latest", "latest"),
    ('"@fa ;', '" ;', "label"),
    ("wd:Q", "rg:Q", "exactMatch"),
    ('rg:iso2 "', 'rg:iso2 "x', "iso2"),
    ("rg:speaker rgr:", "rg:speaker rgr:not-", "speaker"),
    ("rg:rule ", "rg:rule 1 , ", "rule"),
    ("org:member rgr:", "org:member rgr:not-", "member"),
    ("geo:lat 55.75", "geo:lat 155.75", "lat"),
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A small graph with something of every class, quick to check for the reference."""
    folder = tmp_path_factory.mktemp("sample")
    told = article("a3", source="مهر")
    attack = event(told, kind="ASSAULT", mode="aerial", actors=("russia",), recipients=(), speaker="iran")
    write_turtle(merge([*two_outlets(), extraction(told, attack)]), folder / "graph.ttl")
    return folder


def _broken(graph, folder, old, new):
    text = (graph / "graph.ttl").read_text("utf-8")
    assert old in text
    (folder / "graph.ttl").write_text(text.replace(old, new), encoding="utf-8")
    return folder


def _by_pyshacl(folder):
    """The findings of the reference: (resource, path)."""
    shapes = to_rdflib(ONTOLOGY / "shapes.ttl")
    _, results, _ = pyshacl.validate(to_rdflib(folder), shacl_graph=shapes, inference="none")
    assert isinstance(results, rdflib.Graph)
    found = set()
    for result in results.subjects(RDF.type, SH.ValidationResult):
        path = results.value(result, SH.resultPath)
        found.add(
            (str(results.value(result, SH.focusNode)), None if isinstance(path, rdflib.BNode) else path and str(path))
        )
    return found


@pytest.mark.parametrize("old, new, path", FAULTS)
def test_findings_are_those_of_pyshacl(sample, tmp_path, old, new, path):
    """A graph that breaks a shape has the findings that the reference has, and one names the property."""
    broken = _broken(sample, tmp_path, old, new)
    findings = list(broken_shapes(all_triples(open_target(broken))))
    assert findings
    if path is not None:
        assert any(finding.path and finding.path.endswith(path) for finding in findings)
    assert {(finding.resource, _plain(finding.path)) for finding in findings} == _by_pyshacl(broken)


def _plain(path):
    """A path that is one property; the others are blank nodes for the reference."""
    return path if path and re.fullmatch(r"[a-z]+://[^<>()^|]+", path) else None


def test_a_built_graph_is_fine(story):
    """What the pipeline writes has no findings, here and for the reference."""
    assert validate(story) == []
    assert _by_pyshacl(story) == set()


@pytest.mark.parametrize("old, new, said", [
    ("rg:status rg:actual", "rg:status rg:perhaps", "rg:status: rg:perhaps is none of the values that are allowed"),
    ("rg:confidence 0.", "rg:confidence 1.", "is more than 1"),
    ("rg:speaker rgr:", "rg:speaker rgr:not-", "is nothing of class rg:Entity"),
    ("rg:precision rg:day", "rg:mood rg:day", "its class has no such property"),
    ("rg:rule ", "rg:ruler ", "rg:rule: is missing: at least 1 needed"),
])  # fmt: skip
def test_findings_can_be_read(story, tmp_path, old, new, said):
    """The command prints a line a finding, with prefixes, the value and what was wanted, and ends with 1."""
    result = CliRunner().invoke(main, ["validate", str(_broken(story, tmp_path, old, new))])
    assert result.exit_code == 1
    assert said in result.stdout
    assert result.stdout.startswith("rgr:")
    assert "findings" in result.stderr


# ---- quotes


def _files(folder, articles):
    lines = [
        json.dumps({"id": each.id, "title": each.title, "text": each.text}, ensure_ascii=False) for each in articles
    ]
    (folder / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return str(folder / "articles.jsonl")


def test_quotes_are_compared_with_the_articles(story, tmp_path):
    """With the texts at hand every quote is compared, and how many is told; without changes there is nothing to find."""
    notes = []
    assert validate(story, [_files(tmp_path, ARTICLES)], notes.append) == []
    (note,) = notes
    assert note.endswith("quotes compared with their articles; 0 articles had no text at hand")
    assert int(note.split()[0]) > 10


def test_a_quote_that_stands_elsewhere_is_found(story, tmp_path):
    """A text with one more letter in front moves every quote: each is a finding that shows what stands there."""
    moved = [type(each)(each.id, "!" + each.title, each.text) for each in ARTICLES[:1]]
    notes = []
    findings = validate(story, [_files(tmp_path, moved)], notes.append)
    assert {finding.path.rpartition("#")[2].rpartition("/")[2] for finding in findings} == {
        "exact",
        "sentence",
        "title",
    }
    assert any('"ابراهیم رئیسی' in finding.message for finding in findings)
    assert f"{len(ARTICLES) - 1} articles had no text at hand" in notes[0]


def test_a_quote_that_its_sentence_does_not_have_is_found_without_the_article(story, tmp_path):
    """One changed letter in a quote is found by the sentence beside it."""
    text = (story / "graph.ttl").read_text("utf-8")
    (tmp_path / "graph.ttl").write_text(text.replace('oa:exact "روسیه', 'oa:exact "روسیا', 1), encoding="utf-8")
    (finding,) = validate(tmp_path)
    assert finding.path == "http://www.w3.org/ns/oa#exact"
    assert "is not what the sentence says" in finding.message


def test_a_store_has_its_texts_at_hand(tmp_path):
    """A store keeps its articles: its quotes are compared without being told where they are."""
    build_into([_files(tmp_path, ARTICLES[:1])], tmp_path / "store", Options(), print)
    notes = []
    assert validate(tmp_path / "store", note=notes.append) == []
    assert "quotes compared" in notes[0]


def test_characters_that_xml_forbids_are_no_fault(tmp_path):
    """A control character in the article is U+FFFD in the graph, at the same place."""
    told = type(article())("a1", "سفر", f"\x01{article().text}")
    write_turtle(merge([extraction(told, event(told))]), tmp_path / "graph.ttl")
    (tmp_path / "articles.jsonl").write_text(json.dumps({"id": "a1", "title": told.title, "text": told.text}), "utf-8")
    assert validate(tmp_path / "graph.ttl", [str(tmp_path / "articles.jsonl")]) == []


def test_texts_that_cannot_be_read_are_told(story, tmp_path):
    """A missing file of articles is named; the rest goes on."""
    notes = []
    assert validate(story, [str(tmp_path / "nowhere.jsonl")], notes.append) == []
    assert "nowhere.jsonl" in notes[0]


def test_a_graph_of_others_is_not_taken_for_a_good_one(tmp_path):
    """RDF that nothing in the shapes speaks of is told apart from a graph without faults; broken RDF is refused."""
    (tmp_path / "x.ttl").write_text("<http://x/a> <http://x/b> <http://x/c> .", encoding="utf-8")
    notes = []
    assert validate(tmp_path / "x.ttl", note=notes.append) == []
    assert notes == ["no article is in this graph: is it one that relgraph wrote?"]
    (tmp_path / "y.ttl").write_text("<http://x/a> <http://x/b>", encoding="utf-8")
    with pytest.raises(InputError, match="not valid RDF"):
        validate(tmp_path / "y.ttl")


def test_hand_made_graphs_conform(tmp_path):
    """The graph of two outlets that tell the same conforms."""
    write_turtle(merge(two_outlets()), tmp_path / "graph.ttl")
    assert validate(tmp_path) == []
