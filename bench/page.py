"""The page beside what pyvis alone would make of the same graph: size, time until ready, frames a second while panning.

python bench/page.py [GRAPH] [--entities 300 2000 10000] [--pyvis 300 2000]

GRAPH is an output folder or RDF file; by default the sample articles are built. It is copied side by side until it has
as many entities as asked for, each copy tied to the next. Needs playwright and a Chromium.
"""

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from relgraph.build import Options, build
from relgraph.export.page import write_page
from relgraph.export.page.links import links
from relgraph.export.page.network import vis_network
from relgraph.export.page.selection import weights
from relgraph.graph.load import read_graph
from relgraph.graph.model import Graph, GraphEvent, GraphRelation
from relgraph.resources import SEEDS

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]  # fmt: skip
# Our page's policy forbids to evaluate conditions in it; pyvis's has none.
OURS, THEIRS = None, "typeof network !== 'undefined' && network.canvas !== undefined"
PAN = """([network, seconds]) => new Promise(done => {
  const net = network === 'ours' ? window.relgraph.network : window.network;
  const { x, y } = net.getViewPosition();
  let frames = 0;
  const begin = performance.now();
  net.on('afterDrawing', () => { frames += 1; });
  const step = () => {
    const gone = performance.now() - begin;
    if (gone > seconds * 1000) return done(frames / (gone / 1000));
    net.moveTo({ position: { x: x + 300 * Math.sin(gone / 300), y }, animation: false });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})"""


def copies(graph: Graph, entities: int) -> Graph:
    """The graph side by side with itself, cut to so many entities; every copy has its own articles and sentences."""
    nodes, events, relations, sources = [], [], [], []
    for number in range(-(-entities // len(graph.nodes))):
        mark = f"~{number:03}"
        nodes += [replace(n, id=n.id + mark, state=n.state and n.state + mark) for n in graph.nodes]
        sources += [replace(s, id=s.id + mark, copy_of=None) for s in graph.sources]
        events += [_event(e, mark, f"~{number + 1:03}") for e in graph.events]
        relations += [_relation(r, mark) for r in graph.relations]
    kept = {node.id for node in sorted(nodes, key=lambda node: node.id[-4:])[:entities]}
    return Graph(
        tuple(sources),
        tuple(sorted((n for n in nodes if n.id in kept), key=lambda n: n.id)),
        tuple(e for e in events if kept.issuperset(e.actors + e.recipients + e.places + e.topics)),
        tuple(r for r in relations if {r.subject, r.object} <= kept),
    )


def _event(event: GraphEvent, mark: str, following: str) -> GraphEvent:
    def marked(keys: tuple[str, ...], by: str = mark) -> tuple[str, ...]:
        return tuple(key + by for key in keys)

    # One event in ten reaches over to the next copy, so that the whole hangs together.
    over = following if sum(map(ord, event.id)) % 10 == 0 else mark
    return replace(
        event, id=event.id + mark, actors=marked(event.actors), recipients=marked(event.recipients, over),
        actor_states=marked(event.actor_states), recipient_states=marked(event.recipient_states, over),
        places=marked(event.places), topics=marked(event.topics), claims=_claims(event, mark),
    )  # fmt: skip


def _relation(relation: GraphRelation, mark: str) -> GraphRelation:
    return replace(
        relation, id=relation.id + mark, subject=relation.subject + mark, object=relation.object + mark,
        claims=_claims(relation, mark), agrees=(), contradicts=(),
    )  # fmt: skip


def _claims(said: GraphEvent | GraphRelation, mark: str) -> tuple[Any, ...]:
    return tuple(
        replace(c, id=c.id + mark, article=c.article + mark, speaker=c.speaker and c.speaker + mark,
                via=tuple(v + mark for v in c.via), denies=())
        for c in said.claims
    )  # fmt: skip


def measure(browser: Browser, path: Path, ready: str | None, whose: str, runs: int) -> tuple[float, float, float]:
    """Seconds until ready, CPU seconds of the page's thread in them, frames a second while panning; medians."""
    times, work, frames = [], [], []
    for _ in range(runs):
        page: Page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.route("http*://**", lambda route: route.abort())
        session = page.context.new_cdp_session(page)
        session.send("Performance.enable", {"timeDomain": "threadTicks"})
        start = time.perf_counter()
        page.goto(path.as_uri(), wait_until="commit")
        if ready is None:
            page.locator("html[data-ready]").wait_for(state="attached", timeout=300_000)
        else:
            page.wait_for_function(ready, timeout=300_000)
        times.append(time.perf_counter() - start)
        metrics = {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}
        work.append(metrics["TaskDuration"])
        frames.append(page.evaluate(PAN, [whose, 3]))
        page.close()
    return statistics.median(times), statistics.median(work), statistics.median(frames)


def show(label: str, entities: int, path: Path, took: float, found: tuple[float, float, float]) -> None:
    """Prints one line of the table."""
    size = path.stat().st_size / 1e6
    print(
        f"{label:22} {entities:7,} {size:9.2f} {took:9.1f} {found[0]:9.2f} {found[1]:9.2f} {found[2]:9.1f}", flush=True
    )


def main() -> None:
    """Makes the pages and measures them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", type=Path)
    parser.add_argument("--entities", nargs="*", type=int, default=[300, 2000, 10_000])
    parser.add_argument("--pyvis", nargs="*", type=int, default=[300, 2000], help="sizes to make with pyvis too")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    binary = shutil.which("chromium") or shutil.which("google-chrome")
    if binary is None:
        sys.exit("no chromium on this machine")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        if given.graph is None:
            build(
                [str(SEEDS / "articles")], folder / "sample", Options(), lambda refused: print(refused, file=sys.stderr)
            )
        graph = read_graph(given.graph or folder / "sample")
        browser = playwright.chromium.launch(executable_path=binary, args=FLAGS)
        print(f"{'page':22} {'entities':>7} {'MB':>9} {'made s':>9} {'ready s':>9} {'CPU-s':>9} {'frames/s':>9}")
        for size in [len(graph.nodes), *given.entities]:
            path, many = folder / "page.html", copies(graph, size)
            start = time.process_time()
            write_page(many, path)
            show(
                "relgraph",
                len(many.nodes),
                path,
                time.process_time() - start,
                measure(browser, path, OURS, "ours", given.runs),
            )
            if size in given.pyvis:
                compare(browser, many, folder / "pyvis.html", given.runs)
        browser.close()


def compare(browser: Browser, graph: Graph, path: Path, runs: int) -> None:
    """The same graph by pyvis alone: as it comes, and with our places and physics off."""
    lines = links(graph)
    for label, physics in (("pyvis, as it comes", True), ("pyvis, our places", False)):
        start = time.process_time()
        net = vis_network(graph, lines, weights(graph))
        net.cdn_resources = "in_line"
        if physics:
            net.options = {"physics": {"enabled": True}}
            net.nodes = [{k: v for k, v in node.items() if k not in "xy"} for node in net.nodes]
        path.write_text(net.generate_html(), encoding="utf-8")
        show(label, len(graph.nodes), path, time.process_time() - start, measure(browser, path, THEIRS, "theirs", runs))


if __name__ == "__main__":
    main()
