"""A graph of our own making, in Persian, and a real browser to read its page in."""

import itertools
import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from relgraph.export.page import write_page
from relgraph.graph.model import Claim, Graph, GraphEvent, GraphRelation, Node, Source
from relgraph.model import EntityType, EventType, Mark, Predicate, Quote, Status

NAMED: list[tuple[str, EntityType, str, str]] = [
    ("iran", "country", "ایران", "Iran"),
    ("russia", "country", "روسیه", "Russia"),
    ("united-states", "country", "ایالات متحده آمریکا", "United States"),
    ("jcpoa", "agreement", "برجام (JCPOA)", "JCPOA"),
    ("vienna-talks", "negotiation", "مذاکرات وین", "Vienna talks"),
    ("vienna", "place", "وین", "Vienna"),
    ("iaea", "organization", "آژانس بین‌المللی انرژی اتمی", "International Atomic Energy Agency"),
    ("laleh-bahrami", "person", "لاله بهرامی", "Laleh Bahrami"),
    ("ivan-sokolov", "person", "ایوان سوکولوف", "Ivan Sokolov"),
    ("european-union", "organization", "اتحادیه اروپا", "European Union"),
    ("china", "country", "چین", "China"),
    ("france", "country", "فرانسه", "France"),
    ("moscow", "place", "مسکو", "Moscow"),
    ("yemen-war", "conflict", "جنگ یمن", "Yemen war"),
    ("saudi-arabia", "country", "عربستان سعودی", "Saudi Arabia"),
    ("sco", "organization", "سازمان همکاری شانگهای", "Shanghai Cooperation Organisation"),
    ("turkey", "country", "ترکیه", "Turkey"),
    ("iraq", "country", "عراق", "Iraq"),
    ("baghdad", "place", "بغداد", "Baghdad"),
    ("dara-kamali", "person", "دارا کمالی", "Dara Kamali"),
]
FIRST = [
    ("آرش", "Arash"),
    ("مینا", "Mina"),
    ("پویا", "Puya"),
    ("نگار", "Negar"),
    ("بهزاد", "Behzad"),
    ("الهام", "Elham"),
]
LAST = [("سپهری", "Sepehri"), ("رستگار", "Rastgar"), ("کیانی", "Kiani"), ("مهرآیین", "Mehrayin"), ("ساحلی", "Saheli")]
OUTLETS = ["خبرنامه‌ی نمونه", "روزنامه‌ی آزمون", "پیک جهان"]

# Type, mode, status, and the sentence: {a} actor, {r} recipient, {p} place, {t} topic, [..] the trigger.
TELLINGS: list[tuple[EventType, str | None, Status, str]] = [
    ("CONSULT", "meet", "actual", "{a} بامداد سه‌شنبه در {p} با {r} [دیدار کرد] و درباره‌ی {t} سخن گفت."),
    ("CONSULT", "visit", "planned", "{a} هفته‌ی آینده برای گفتگو با {r} به {p} [سفر خواهد کرد]."),
    ("CONSULT", "negotiate", "actual", "دور تازه‌ی [گفتگوهای] {a} و {r} در {p} بی‌نتیجه پایان یافت."),
    ("COOPERATE", None, "actual", "{a} و {r} [همکاری] خود را درباره‌ی {t} گسترش داده‌اند."),
    ("AID", None, "actual", "{a} محموله‌ای دارویی به {r} [اهدا کرد]."),
    ("SUPPORT", None, "actual", "{a} از موضع {r} در موضوع {t} [پشتیبانی کرد]."),
    ("REQUEST", None, "actual", "{a} از {r} [خواست] که به تعهدهای خود درباره‌ی {t} بازگردد."),
    ("ACCUSE", None, "actual", "{a} رفتار {r} را در {t} [محکوم کرد] و آن را ناسازگار با قانون خواند."),
    ("REJECT", None, "actual", "{a} پیشنهاد {r} را درباره‌ی {t} [نپذیرفت]."),
    ("THREATEN", None, "conditional", "{a} هشدار داد که اگر {r} عقب ننشیند [پاسخ سختی] خواهد گرفت."),
    ("SANCTION", None, "actual", "{a} چهار شرکت {r} را به سبب {t} در [فهرست تحریم] گذاشت."),
    ("SANCTION", None, "called_for", "نمایندگان خواهان [تحریم] {r} از سوی {a} شدند."),
    ("ASSAULT", None, "negated", "گزارش [حمله‌ی] {a} به {r} در {p} درست نیست."),
    ("MOBILIZE", None, "actual", "{a} یگان‌های تازه‌ای به مرز {r} [فرستاد]."),
]
ALONE: list[tuple[EventType, str]] = [
    ("ACCUSE", "{a} روند کنونی {t} را «نگران‌کننده» [خواند]."),
    ("SUPPORT", "{a} از {t} [پشتیبانی کرد]."),
]
TAILS: list[tuple[Predicate, str | None, str]] = [
    ("represents", "foreign minister", "{a}، [وزیر خارجه‌ی] {r}، در نشست حاضر بود."),
    ("memberOf", "observer", "{a} اکنون [عضو ناظر] {r} است."),
    ("partyTo", None, "{a} یکی از [طرف‌های] {r} به شمار می‌رود."),
    ("heldIn", None, "{a} در {r} [برگزار می‌شود]."),
]


@dataclass
class Teller:
    """Makes sentences with their marks, at the offset where the article would have them."""

    nodes: dict[str, Node]
    dice: random.Random
    number: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    def claim(self, template: str, parts: dict[str, str], sources: int, statement: str) -> Claim:
        """One telling of a statement by one of the articles."""
        start = self.dice.randrange(0, 2000)
        text, marks = "", []
        roles = {"a": "actor", "r": "recipient", "p": "place", "t": "topic"}
        for piece in re.findall(r"\{\w\}|\[[^]]*\]|[^{\[]+", template):
            content, role = piece, None
            if piece[0] == "{":
                content, role = self.nodes[parts[piece[1]]].label_fa or "", roles[piece[1]]
            elif piece[0] == "[":
                content, role = piece[1:-1], "trigger"
            if role is not None:
                marks.append(Mark(role, start + len(text), start + len(text) + len(content)))
            text += content
        sentence = Quote(start, start + len(text), text)
        speaker = self.dice.choice([None, None, "laleh-bahrami", "ivan-sokolov"])
        return Claim(
            id=f"c{next(self.number):05}",
            statement=statement,
            article=f"s{self.dice.randrange(sources):03}",
            speaker=speaker,
            via=("iaea",) if speaker and self.dice.random() < 0.2 else (),
            stance=self.dice.choice(["asserts", "asserts", "doubts", "endorses"]) if speaker else None,
            rule="sample.rule",
            confidence=self.dice.choice([0.95, 0.9, 0.8, 0.7]),
            evidence=Quote(marks[0].start, sentence.end - 1, text[marks[0].start - start : -1]),
            sentence=sentence,
            marks=tuple(sorted(marks)),
        )


def make_nodes(count: int) -> list[Node]:
    rows = list(NAMED[:count])
    for number, ((first_fa, first_en), (last_fa, last_en)) in zip(
        range(count - len(rows)), itertools.cycle(itertools.product(FIRST, LAST)), strict=False
    ):
        kind: EntityType = ("person", "person", "organization", "place")[number % 4]
        lead_fa, lead_en = {"organization": ("بنیاد ", "Foundation "), "place": ("شهر ", "City ")}.get(kind, ("", ""))
        name_fa, name_en = f"{lead_fa}{first_fa} {last_fa}", f"{lead_en}{first_en} {last_en}"
        rows.append((f"x{number:03}", kind, f"{name_fa} {number}" if number > 29 else name_fa, f"{name_en} {number}"))
    iso2 = {"iran": "IR", "russia": "RU", "united-states": "US", "china": "CN", "france": "FR", "saudi-arabia": "SA",
            "turkey": "TR", "iraq": "IQ"}  # fmt: skip
    spots = {"iran": (35.69, 51.42), "russia": (55.75, 37.62), "united-states": (38.9, -77.04), "china": (39.9, 116.4),
             "france": (48.86, 2.35), "saudi-arabia": (24.65, 46.71), "turkey": (39.93, 32.86), "iraq": (33.34, 44.4),
             "vienna": (48.21, 16.37), "moscow": (55.75, 37.62), "baghdad": (33.34, 44.4)}  # fmt: skip
    nodes = [
        Node(
            id=key,
            type=kind,
            label_fa=fa,
            label_en=en,
            surfaces=tuple(sorted({fa, fa.split(" (")[0]})),
            romanised=key.startswith("x"),
            wikidata={"iran": "Q794", "russia": "Q159"}.get(key),
            state={"laleh-bahrami": "iran", "ivan-sokolov": "russia"}.get(key),
            iso2=iso2.get(key),
            latitude=spots.get(key, (None, None))[0],
            longitude=spots.get(key, (None, None))[1],
        )
        for key, kind, fa, en in rows
    ]
    return sorted(nodes, key=lambda node: node.id)


def make_graph(count: int) -> Graph:
    """A graph of `count` nodes, at least 20, with some four events a node; the same at each call."""
    dice = random.Random(count)  # noqa: S311 - sample data, not secrets
    nodes = {node.id: node for node in make_nodes(count)}
    teller = Teller(nodes, dice)
    named = [key for key, *_ in NAMED]
    acting = [key for key in (*named, *sorted(set(nodes) - set(named))) if nodes[key].type in ("country", "person")]
    acting += [key for key in nodes if nodes[key].type == "organization"]
    places = [key for key in nodes if nodes[key].type == "place"]
    topics = ["jcpoa", "vienna-talks", "yemen-war"]
    sources = max(8, count // 4)
    events = []
    for number in range(count * 4):
        one = acting[min(int(dice.paretovariate(0.7)) - 1, len(acting) - 1)]
        other = dice.choice([key for key in acting if key != one])
        parts = {"a": one, "r": other, "p": dice.choice(places), "t": dice.choice(topics)}
        alone = number % 9 == 0
        if alone:
            kind, template = dice.choice(ALONE)
            mode, status = None, "actual"
        else:
            kind, mode, status, template = dice.choice(TELLINGS)
        key = f"e{number:05}"
        claims = [teller.claim(template, parts, sources, key) for _ in range(dice.choice([1, 1, 1, 2, 5]))]
        date = dice.choice(
            [None, "2019", "2020-11", "2021-12-09", "2022-01-19", f"2022-0{1 + number % 9}-1{number % 10}"]
        )
        events.append(
            GraphEvent(
                id=key,
                type=kind,
                mode=mode,
                actors=(one,),
                recipients=() if alone else (other,),
                actor_states=tuple(state for state in (nodes[one].state,) if state),
                recipient_states=() if alone else tuple(state for state in (nodes[other].state,) if state),
                places=(parts["p"],) if "{p}" in template else (),
                date=date,
                topics=(parts["t"],) if "{t}" in template else (),
                status=status,
                claims=tuple(claims),
            )
        )
    return Graph(
        sources=tuple(
            Source(
                f"s{n:03}",
                f"گزارش شماره {n} از گفتگوهای منطقه",
                "2022-01-20",
                OUTLETS[n % 3],
                f"https://news.example/{n}",
                "fa",
            )
            for n in range(sources)
        ),
        nodes=tuple(nodes.values()),
        events=tuple(events),
        relations=tuple(make_relations(teller, sources)),
    )


def make_relations(teller: Teller, sources: int) -> Iterator[GraphRelation]:
    ends = [("laleh-bahrami", "iran"), ("iran", "sco"), ("france", "jcpoa"), ("vienna-talks", "vienna")]
    for number, ((predicate, qualifier, template), (one, other)) in enumerate(zip(TAILS, ends, strict=True)):
        claim = teller.claim(template, {"a": one, "r": other}, sources, f"r{number}")
        since = "2021-08-25" if predicate == "represents" else None
        yield GraphRelation(f"r{number}", one, predicate, other, qualifier, "actual", since, None, (claim,))


@pytest.fixture(scope="session")
def graph_of() -> Callable[[int], Graph]:
    """Builds the sample graph of a given number of nodes."""
    return make_graph


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A chromium without a screen; the test skips where there is none."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="needs playwright to drive a browser")
    binary = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if binary is None:
        pytest.skip("no chromium on this machine")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
             "--disable-component-update", "--disable-sync"]  # fmt: skip
    with sync_api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=binary, args=quiet)
        yield chromium
        chromium.close()


@dataclass
class Reader:
    """A tab with a page in it, what it asked the network for, and what it said on the console."""

    tab: Any
    requests: list[str]
    console: list[str]

    def ready(self) -> None:
        """Waits for the page; by its own sign, since its policy forbids to evaluate conditions in it."""
        self.tab.locator("html[data-ready]").wait_for(state="attached")

    def drawn(self) -> list[str]:
        """The ids of the entities in the picture."""
        return self.tab.evaluate("window.relgraph.picture.drawn.entities.map(entity => entity.id)")

    def spot(self, entity: str) -> dict[str, float]:
        """Where an entity stands, in the picture's own coordinates."""
        return self.tab.evaluate("id => window.relgraph.network.getPosition(id)", entity)

    def click_at(self, x: float, y: float) -> None:
        """Clicks the picture where its own coordinates are x, y."""
        spot = self.tab.evaluate("([x, y]) => window.relgraph.network.canvasToDOM({x, y})", [x, y])
        box = self.tab.locator("#canvas").bounding_box()
        self.tab.mouse.click(box["x"] + spot["x"], box["y"] + spot["y"])

    def click_link(self, one: str, other: str) -> None:
        """Clicks the line between two entities, in its middle."""
        first, second = self.spot(one), self.spot(other)
        self.click_at((first["x"] + second["x"]) / 2, (first["y"] + second["y"]) / 2)

    def go(self, hash_: str) -> None:
        """Follows an address within the page."""
        self.tab.evaluate("hash => { location.hash = hash; }", hash_)
        self.tab.evaluate("() => new Promise(done => setTimeout(done, 50))")


@pytest.fixture
def read(browser: Any, tmp_path: Path) -> Iterator[Callable[..., Reader]]:
    """Writes the page of a graph and opens it by its file address; the test fails on any request or console message."""
    readers: list[Reader] = []
    contexts = []

    def open_graph(
        graph: Graph | Path, hash_: str = "", texts: dict[str, str] | None = None, **context_options: Any
    ) -> Reader:
        path = graph if isinstance(graph, Path) else tmp_path / "graph.html"
        if isinstance(graph, Graph):
            write_page(graph, path, texts)
        options = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce", **context_options}
        context = browser.new_context(**options)
        contexts.append(context)
        reader = Reader(context.new_page(), [], [])
        readers.append(reader)
        address = path.as_uri()
        reader.tab.on("request", lambda request: reader.requests.append(request.url))
        reader.tab.on("console", lambda message: reader.console.append(message.text))
        reader.tab.on("pageerror", lambda error: reader.console.append(str(error)))
        reader.tab.goto(address + hash_)
        reader.ready()
        return reader

    yield open_graph
    for reader in readers:
        assert [url for url in reader.requests if not url.startswith(("data:", "file:"))] == []
        assert reader.console == []
    for context in contexts:
        context.close()
