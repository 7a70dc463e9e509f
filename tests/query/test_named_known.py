"""Shipped queries about denials, and about what the seed tables know beside what articles tell."""

import csv
import io
from dataclasses import replace

import pytest
from graph_samples import article, background, event, extraction, quote, relation, spell

from relgraph.export.turtle import write_turtle
from relgraph.graph.merge import merge
from relgraph.query.run import run_query


@pytest.fixture
def ask(tmp_path):
    """Asks a graph of what one article tells: its rows."""

    def rows(query, *statements, **parameters):
        told = article()
        spells = (
            spell("ebrahim-raisi", "2021-08-03", "2024-05-19"),
            spell("vladimir-putin", "2012", None, "open", "russia"),
        )
        write_turtle(
            merge([extraction(told, *(make(told) for make in statements))], background(*spells)), tmp_path / "g.ttl"
        )
        out = io.StringIO()
        assert run_query(tmp_path / "g.ttl", query, "csv", parameters=parameters, out=out) == 0
        return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))

    return rows


def test_offices_come_from_articles_and_tables(ask):
    """An office that an article shows has its quote, one that the tables know its dates and table."""
    rows = ask("offices-of-a-person", relation, name="ولادیمیر پوتین")
    assert [(row["office"], row["of"], row["start"], row["quote"], row["table"]) for row in rows] == [
        ("president", "روسیه", "", "پوتین", ""),
        ("president", "روسیه", "2012", "", "offices.csv"),
    ]


def test_members_come_from_articles_and_tables(ask):
    """Iran is told to be a full member, and known as an observer."""
    told = lambda each: relation(each, subject="iran", predicate="memberOf", object="sco", qualifier="full")  # noqa: E731
    rows = ask("members", told, name="sco")
    assert {(row["member"], row["as"], row["table"]) for row in rows} == {
        ("ایران", "full", ""), ("ایران", "observer", "a table"),
    }  # fmt: skip
    (other,) = ask("text-against-tables", told)
    assert (other["subject"], other["told"], other["known_subject"], other["known"]) == (
        "ایران",
        "full",
        "ایران",
        "observer",
    )


def test_a_denial_stands_beside_what_it_denies(ask):
    """Russia accuses, Iran denies: both sides with their words."""

    def denial(told):
        made = event(
            told, kind="REJECT", mode=None, actors=("iran",), recipients=("russia",), places=(), speaker="iran"
        )
        return replace(made, rule="reject.deny")

    def charge(told):
        made = event(
            told, kind="ACCUSE", mode=None, actors=("russia",), recipients=("iran",), places=(), speaker="russia"
        )
        return replace(made, evidence=quote(told, "پوتین دیدار کرد"))

    (row,) = ask("denied-claims", denial, charge)
    assert (row["denier"], row["actor"], row["recipient"], row["told_by"]) == ("ایران", "روسیه", "ایران", "روسیه")
    assert (row["denial"], row["told"]) == ("رئیسی در مسکو با پوتین دیدار کرد", "پوتین دیدار کرد")
