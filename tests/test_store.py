"""A folder that grows and shrinks, by the real commands: always what a build from scratch gives."""

import itertools
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

from relgraph.cli import main
from relgraph.graph.load import load

COMMAND = Path(sys.executable).with_name("relgraph")
TEXTS = [
    "وزیر خارجه روسیه روز دوشنبه با وزیر خارجه ایران در تهران دیدار کرد.",
    "وزیر خارجه ایران روز دوشنبه در تهران با وزیر خارجه روسیه دیدار کرد. سخنگوی وزارت خارجه ایران گفت آمریکا تحریم کرد.",
    "ترکیه حمله به سوریه را محکوم کرد.",
    "آمریکا روسیه را تحریم کرد و عربستان از این اقدام استقبال کرد.",
]
SOURCES = ["ایسنا", "ایرنا", "تسنیم", "مهر"]


def _line(number, text=None, **more):
    fields = {"id": f"n{number}", "text": text or TEXTS[number], "published": "2022-01-19", "source": SOURCES[number]}
    return json.dumps({**fields, **more}, ensure_ascii=False) + "\n"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command in a folder that has each article in a file of its own."""
    monkeypatch.chdir(tmp_path)
    for number in range(len(TEXTS)):
        (tmp_path / f"n{number}.jsonl").write_text(_line(number), "utf-8")

    def call(*arguments, code=0):
        result = CliRunner().invoke(main, [str(each) for each in arguments])
        assert result.exit_code == code, result.output
        return result

    return call


def _files(folder):
    return {file.name: file.read_bytes() for file in Path(folder).iterdir() if file.name != "articles.sqlite"}


def _all(*numbers):
    return [f"n{number}.jsonl" for number in numbers]


def test_a_store_is_what_one_build_gives_in_any_order(run):
    """Added one by one in any order, by one worker or two, the files are those of a single build."""
    run("build", *_all(0, 1, 2, 3), "-o", "scratch")
    for place, order in enumerate(itertools.islice(itertools.permutations(range(4)), 0, 24, 11)):
        for number in order:
            run("build", *_all(number), "--into", f"store{place}", "--workers", 1 + place % 2)
        assert _files(f"store{place}") == _files("scratch")


def test_retracting_leaves_the_graph_of_the_others(run):
    """Without an article, the files are those of a build of the others; adding it again restores them."""
    run("build", *_all(0, 1, 2), "--into", "store")
    whole = _files("store")
    run("build", *_all(0, 2), "-o", "scratch")
    run("retract", "store", "n1")
    assert _files("store") == _files("scratch")
    run("build", *_all(1), "--into", "store")
    assert _files("store") == whole


def test_an_article_of_the_same_id_replaces_the_old(run, tmp_path):
    """A corrected article takes the place of the first."""
    run("build", *_all(0, 1), "--into", "store")
    (tmp_path / "new.jsonl").write_text(_line(1, TEXTS[3]), "utf-8")
    assert "(1 replaced)" in run("build", "new.jsonl", "--into", "store").output
    run("build", *_all(0), "new.jsonl", "-o", "scratch")
    assert _files("store") == _files("scratch")


def test_a_refused_input_is_noted_until_it_is_mended(run, tmp_path):
    """A line that can't be read stands in refused.jsonl as from one build, and goes when its file is read again well."""
    (tmp_path / "bad.jsonl").write_text("{bad\n" + _line(2), "utf-8")
    run("build", "bad.jsonl", "--into", "store", code=3)
    run("build", *_all(0), "--into", "store")
    run("build", *_all(0), "bad.jsonl", "-o", "scratch", code=3)
    assert _files("store") == _files("scratch")
    (tmp_path / "bad.jsonl").write_text(_line(2), "utf-8")
    run("build", "bad.jsonl", "--into", "store")
    assert b"bad.jsonl" not in _files("store")["refused.jsonl"]


def test_a_store_remembers_its_base(run):
    """The base given once stays; a slash is added."""
    run("build", *_all(0), "--into", "store", "--base", "https://example.org/news")
    run("build", *_all(1), "--into", "store")
    assert b"@prefix rgr: <https://example.org/news/>" in _files("store")["graph.ttl"]


def test_what_was_read_otherwise_is_read_again(run, tmp_path):
    """After code or tables changed, a build into the store reads all its articles anew, with or without inputs."""
    run("build", *_all(0, 1), "--into", "store")
    before = _files("store")
    with closing(sqlite3.connect(tmp_path / "store" / "articles.sqlite", isolation_level=None)) as db:
        db.execute("UPDATE article SET made_with = 'older', says = x'00'")
    assert run("build", "--into", "store").output.startswith("2 articles")
    assert _files("store") == before


def test_wrong_usage_says_what_to_do(run):
    """Unknown ids, folders that are no store, or are one, both outputs and no input are usage errors with advice."""
    run("build", *_all(0), "--into", "store")
    run("build", *_all(0), "-o", "out")
    assert "report.json" in run("retract", "store", "nobody", code=2).output
    assert "--into" in run("retract", "out", "n0", code=2).output
    assert "--into" in run("build", *_all(1), "-o", "store", code=2).output
    assert "either" in run("build", *_all(0), "-o", "a", "--into", "b", code=2).output
    assert "give files" in run("build", code=2).output
    assert "2022-01-19" in run("build", *_all(0), "--as-of", "someday", code=2).output


def test_diff_tells_what_an_article_added(run):
    """The summary names the article and event that came; the patch makes the new graph of the old; equal graphs say nothing."""
    run("build", *_all(0), "-o", "old")
    run("build", *_all(0, 3), "-o", "new")
    told = run("diff", "old", "new", code=1).output
    assert "+ n3 · " in told
    assert re.search(r"\+ SANCTION .*actual: آمریکا → روسیه", told)
    assert run("diff", "new", "new").output == ""
    lines = run("diff", "old", "new", "--format", "patch", code=1).output.splitlines()
    assert (lines[0], lines[-1]) == ("TX .", "TC .")
    graphs = {name: set(load(name).store()) for name in ("old", "new")}
    patched = {f"{quad.triple} ." for quad in graphs["old"]}
    for line in lines[1:-1]:
        sign, statement = line.split(" ", 1)
        assert (statement in patched) is (sign == "D")
        patched ^= {statement}
    assert patched == {f"{quad.triple} ." for quad in graphs["new"]}


@pytest.mark.parametrize("way", ["-o", "--into"])
def test_a_killed_build_goes_on_where_it_was(tmp_path, way):
    """Killed outright in the middle and started again, a build loses and doubles nothing, and reads only the rest."""
    (tmp_path / "many.jsonl").write_text("".join(_line(0, f"{TEXTS[0]} {n}", id=f"m{n}") for n in range(400)), "utf-8")
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    command = [COMMAND, "build", "many.jsonl", way, "out"]
    file = tmp_path / "out" / ("articles.sqlite" if way == "--into" else ".building.sqlite")
    cut_off = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.DEVNULL)
    wal = file.with_name(file.name + "-wal")
    while cut_off.poll() is None and not (wal.exists() and wal.stat().st_size > 200_000):
        time.sleep(0.01)
    cut_off.send_signal(signal.SIGKILL)
    cut_off.wait()
    with closing(sqlite3.connect(file)) as db:
        (read,) = db.execute("SELECT count(*) FROM article").fetchone()
    assert 0 < read < 400, "killed too early or too late to test anything"
    subprocess.run(command, cwd=tmp_path, env=environment, check=True, capture_output=True)
    subprocess.run([COMMAND, "build", "many.jsonl", "-o", "whole"], cwd=tmp_path, check=True, capture_output=True)
    assert _files(tmp_path / "out") == _files(tmp_path / "whole")
