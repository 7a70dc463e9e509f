import json
import os
import subprocess
import sys
from itertools import chain
from pathlib import Path

import pytest
from click.testing import CliRunner

from relgraph.cli import main

COMMAND = Path(sys.executable).with_name("relgraph")
OUTPUT = ["events.csv", "graph.graphml", "graph.html", "graph.ttl", "refused.jsonl", "report.json"]
TEXT = """سفر وزیر خارجه روسیه به تهران
وزیر خارجه روسیه روز دوشنبه با وزیر خارجه کشورمان در تهران دیدار کرد.
وی گفت آمریکا باید به برجام بازگردد.
"""
LINES = [
    '{"text": "عربستان دیروز با ایران مذاکره کرد.", "title": "مذاکره", "published": "2022-01-19", "extra": [1]}',
    "{bad",
    '{"text": "وزیر خارجه روسیه روز دوشنبه با وزیر خارجه ایران در تهران دیدار کرد.", "published": "2022-01-19"}',
]


def write_inputs(folder: Path) -> None:
    (folder / "visit.txt").write_text(TEXT, "utf-8")
    (folder / "lines.jsonl").write_text("\n".join(LINES), "utf-8")
    (folder / "good.jsonl").write_text(LINES[0], "utf-8")


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs the command in a folder with inputs."""
    write_inputs(tmp_path)
    monkeypatch.chdir(tmp_path)

    def call(*arguments, stdin=None):
        return CliRunner().invoke(main, arguments, input=stdin)

    return call


@pytest.fixture(scope="module")
def builds(tmp_path_factory):
    """The folder of three builds of the same inputs by the real command, and how each ended."""
    folder = tmp_path_factory.mktemp("builds")
    write_inputs(folder)
    ways = {
        "one": ("0", ("visit.txt", "lines.jsonl"), "1"),
        "two": ("1", ("lines.jsonl", "visit.txt"), "1"),
        "three": ("2", ("visit.txt", "lines.jsonl"), "2"),
    }
    running = []
    for name, (seed, inputs, workers) in ways.items():
        command = [
            COMMAND,
            "build",
            *inputs,
            "-o",
            name,
            "--workers",
            workers,
            "--published",
            "2022-01-19",
            "--home",
            "IR",
        ]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        running.append(subprocess.Popen(command, cwd=folder, env=environment, stdout=-1, stderr=-1, text=True))
    ended = [process.communicate() for process in running]
    return folder, [(process.returncode, *texts) for process, texts in zip(running, ended, strict=True)]


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_build_gives_the_same_bytes(builds):
    """Whatever the hash seed, the order of the inputs and the number of workers, all files are the same."""
    folder, _ = builds
    one = content(folder / "one")
    assert sorted(one) == OUTPUT
    assert content(folder / "two") == one
    assert content(folder / "three") == one


def test_a_bad_line_is_refused_and_the_rest_is_built(builds):
    """Exit code 3, the file and line on stderr and in refused.jsonl, and the graph of the other articles."""
    folder, ended = builds
    for code, stdout, stderr in ended:
        assert code == 3
        assert "refused: lines.jsonl:2: bad JSON" in stderr
        assert "3 articles · 1 refused" in stderr
        assert [Path(line).name for line in stdout.splitlines()] == OUTPUT
    refused = [json.loads(line) for line in (folder / "one" / "refused.jsonl").read_text("utf-8").splitlines()]
    assert [r["where"] for r in refused if "where" in r] == ["lines.jsonl:2"]
    assert "rgr:sergey-lavrov" in (folder / "one" / "graph.ttl").read_text("utf-8")


@pytest.mark.parametrize(
    "question, code, answer",
    [("ASK { ?e a rg:Consult }", 0, "yes"), ("ASK { ?e a rg:Assault }", 1, "no")],
)
def test_the_exit_code_of_ask_is_its_answer(builds, question, code, answer):
    """A question that is answered no ends with 1."""
    result = CliRunner().invoke(main, ["query", str(builds[0] / "one"), question])
    assert (result.exit_code, result.stdout) == (code, f"{answer}\n")


def test_a_shipped_query_answers_from_a_build(builds):
    """Who met whom, as CSV on stdout; the query may come from standard input as well."""
    target = str(builds[0] / "one")
    result = CliRunner().invoke(main, ["query", target, "who-met-whom", "--format", "csv"])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 1
    assert CliRunner().invoke(main, ["query", target, "-"], input="ASK { ?e a rg:Consult }").stdout == "yes\n"


def test_a_build_conforms_to_the_shapes(builds):
    """What build writes, validate accepts."""
    result = CliRunner().invoke(main, ["validate", str(builds[0] / "one")])
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_clean_build_ends_with_zero(run):
    """Nothing refused: exit code 0, the files on stdout, the counts on stderr."""
    result = run("build", "good.jsonl", "-o", "out")
    assert result.exit_code == 0
    assert [Path(line).name for line in result.stdout.splitlines()] == OUTPUT
    assert result.stderr.startswith("1 articles · 0 refused · 2 entities (100 % linked) · 1 events")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("build",),
        ("extract",),
        ("nothing",),
        ("build", "visit.txt", "--workers", "0"),
        ("build", "visit.txt", "--published", "yesterday"),
        ("build", "visit.txt", "--home", "Iran"),
        ("build", "visit.txt", "--seeds", "nowhere"),
        ("extract", "visit.txt", "--format", "xml"),
        ("query", "nowhere", "ASK {}"),
        ("query", "visit.txt", "who-met-whom", "--set", "person"),
        ("build", "visit.txt", "--base", "not an IRI"),
        ("build", "visit.txt", "--base", "https://example.org/%zz"),
        ("build", "visit.txt", "--base", "https://"),
        ("build", "visit.txt", "--as-of", "2022-13-01"),
    ],
    ids=" ".join,
)
def test_a_usage_error_ends_with_two(run, arguments):
    """Arguments that make no sense end with 2 and a message, nothing on stdout and no traceback."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr


def test_a_query_that_is_wrong_ends_with_two(builds):
    """Text that is no SPARQL, or the name of no shipped query, is a usage error that says so."""
    for question, message in (("ASK {", "not a SPARQL query"), ("who-met", "no shipped query 'who-met'")):
        result = CliRunner().invoke(main, ["query", str(builds[0] / "one"), question])
        assert result.exit_code == 2
        assert message in result.stderr


# ---- extract and explain


EVENT = {
    "id", "type", "mode", "actors", "recipients", "places", "date", "topics", "status", "speaker", "via", "stance",
    "evidence", "rule", "confidence",
}  # fmt: skip
RELATION = {
    "subject",
    "predicate",
    "object",
    "qualifier",
    "status",
    "start",
    "end",
    "speaker",
    "evidence",
    "rule",
    "confidence",
}


def test_extract_prints_the_exchange_format(run):
    """One article a line, with the keys of the contract; every span quotes title, line break and text."""
    result = run("extract", "visit.txt", "good.jsonl", "--published", "2022-01-19", "--home", "IR")
    assert (result.exit_code, result.stderr) == (0, "")
    visit, talks = map(json.loads, result.stdout.splitlines())
    for told in (visit, talks):
        assert list(told) == ["article", "entities", "events", "relations", "refused"]
        assert set(told["article"]) == {"id", "title", "published", "source", "url", "language"}
        assert all({"id", "type", "labels", "mentions"} <= set(e) for e in told["entities"])
        assert all({"fa", "en"} == set(e["labels"]) for e in told["entities"])
        assert all(set(e) >= EVENT for e in told["events"])
        assert all(set(r) >= RELATION for r in told["relations"])
        assert all({"reason", "start", "end", "text"} <= set(r) for r in told["refused"])
    quotes = chain(
        *(e["mentions"] for e in visit["entities"]), (e["evidence"] for e in visit["events"]), visit["refused"]
    )
    assert visit["article"]["title"] + "\n" == TEXT.splitlines(keepends=True)[0]
    assert all(TEXT[quote["start"] : quote["end"]] == quote["text"] for quote in quotes)
    assert {(e["type"], e["speaker"]) for e in visit["events"]} >= {("REQUEST", "sergey-lavrov"), ("CONSULT", None)}


@pytest.mark.parametrize("stdin", [LINES[0], LINES[0] + "\n", TEXT])
def test_a_dash_is_standard_input(run, stdin):
    """`-` reads an article, or lines of JSON, from standard input."""
    result = run("extract", "-", stdin=stdin)
    assert result.exit_code == 0
    (told,) = map(json.loads, result.stdout.splitlines())
    assert told["events"]


def test_extract_tells_what_it_refuses(run):
    """Good lines are printed, the bad one is named on stderr, exit code 3."""
    result = run("extract", "lines.jsonl")
    assert result.exit_code == 3
    assert len([json.loads(line) for line in result.stdout.splitlines()]) == 2
    assert result.stderr.startswith("refused: lines.jsonl:2: bad JSON")


def test_a_missing_file_is_refused(run):
    """A file that isn't there is an input that is refused: exit code 3."""
    result = run("extract", "nowhere.txt")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "nowhere.txt: no such file" in result.stderr


@pytest.mark.parametrize("source", ["text", "visit.txt", "-"])
def test_explain_shows_mentions_events_and_refusals(run, source):
    """A text, a file or standard input: what was seen, what became of it, what was dropped and why."""
    result = run(
        "explain", TEXT if source == "text" else source, "--published", "2022-01-19", "--home", "IR", stdin=TEXT
    )
    assert (result.exit_code, result.stderr) == (0, "")
    for title in ("Mentions", "Clauses", "Events", "Relations", "Refused"):
        assert title in result.stdout.splitlines()
    assert "person  sergey-lavrov" in result.stdout
    assert "role: وزیر خارجه روسیه" in result.stdout
    assert "CONSULT meet  actual" in result.stdout
    assert "REQUEST" in result.stdout
    assert "\x1b" not in result.stdout


def test_explain_gives_the_reason_of_a_refusal(run):
    """What is no event is shown with its reason and rule."""
    result = run("explain", "ایران با ایران مذاکره کرد.")
    assert "a meeting needs two parties" in result.stdout
    assert "consult.negotiate" in result.stdout


# ---- seeds and help


def test_the_shipped_seeds_pass_their_check(run):
    """`seeds check` counts what is there."""
    result = run("seeds", "check")
    assert result.exit_code == 0
    assert "entities" in result.stdout


@pytest.mark.parametrize(
    "command",
    [
        ("seeds", "check", "people.csv"),
        ("seeds", "find", "لاوروف", "--seeds", "people.csv"),
        ("build", "visit.txt", "--seeds", "people.csv"),
        ("extract", "visit.txt", "--seeds", "people.csv"),
    ],
    ids=" ".join,
)
def test_faulty_seeds_end_with_one(run, command):
    """A fault in one's own tables is told once, with file and line, and ends with 1."""
    Path("people.csv").write_text("id,name_fa,wikidata\nx,نام او,q1\n", "utf-8")
    result = run(*command)
    assert result.exit_code == 1
    assert result.stderr == "relgraph: people.csv:2: no Wikidata id: 'q1'\n"


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help(run, name):
    """Each command says what it does."""
    result = run(name, "-h")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Usage: main {name}")
    assert main.commands[name].help


def test_the_version_is_told(run):
    """`--version` names program and version."""
    result = run("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("relgraph, version ")
