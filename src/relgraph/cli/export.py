"""`relgraph export`: a graph in another format."""

import sys
from pathlib import Path

import click

from relgraph.cli.options import targets

# The names in `relgraph.export.formats.FORMATS`, which would take long to import for a help text; a test compares them.
FORMATS = ("ttl", "nt", "nq", "trig", "jsonld", "graphml", "gexf", "json", "csv", "parquet", "html")


@click.command()
@click.argument("target", nargs=-1, required=True, metavar="TARGET...")
@click.option("--format", "form", type=click.Choice(FORMATS), help="By the name of the file, if not given.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="A file instead of standard output."
)
def export(target: tuple[str, ...], form: str | None, output: Path | None) -> None:
    """Write a graph in another format.

    TARGET is an output folder, RDF files (taken as one graph), a store, or the address of a SPARQL endpoint. RDF: ttl,
    nt, jsonld, and nq, trig with a named graph for each article. Network: graphml, gexf (Gephi), json (node-link).
    Table of events: csv, parquet. The page: html.
    """
    from relgraph.export.formats import Content, format_of, write_export  # noqa: PLC0415
    from relgraph.query.target import all_triples, open_target  # noqa: PLC0415

    name = form or format_of(output)
    asked = open_target(targets(target))
    content = Content(all_triples(asked), asked.base, ", ".join(target))
    write_export(content, name, output, sys.stdout.buffer)
