"""The project around the code: what its files promise each other, a new machine and the reader of the README."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted(ROOT.glob("*/README.md"))]
ARTICLES = sorted((ROOT / "seeds" / "articles").iterdir())
README = (ROOT / "README.md").read_text("utf-8")


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    """The names of all packages that pyproject.toml asks for."""
    project = PROJECT["project"]
    groups = [project["dependencies"], *project["optional-dependencies"].values(), PROJECT["dependency-groups"]["dev"]]
    return {normal(re.split(r"[<>=~!\[; ]", spec)[0]) for group in groups for spec in group}


def tracked() -> list[Path]:
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [path for name in listing.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def test_constraints_pin_exactly() -> None:
    """Each line of constraints.txt is one package at one version: no host, no hash, no range."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][A-Za-z0-9.+!]*", line)] == []


def test_constraints_cover_the_project() -> None:
    """Every package that pyproject.toml names is pinned, so that each machine tests the same versions."""
    pinned = {normal(line.split("==")[0]) for line in (ROOT / "constraints.txt").read_text("utf-8").splitlines()}
    assert declared() - pinned == set()


def test_make_installs_every_extra() -> None:
    """The extras that the Makefile installs for the tests are those of pyproject.toml."""
    extras = re.search(r"^EXTRAS := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert extras is not None
    assert set(extras[1].split(",")) == set(PROJECT["project"]["optional-dependencies"])


def test_no_registry_is_named() -> None:
    """No tracked file names the host of a package registry: where packages come from is the machine's business."""
    host = re.compile(rb"py[p]i\.org|files\.python[h]osted|registry\.npm[j]s|registry\.yarn[p]kg|--?index-url[ =]")
    assert [path.name for path in tracked() if host.search(path.read_bytes())] == []


def test_no_generated_file_is_tracked() -> None:
    """Lock files, environments, node packages and built graphs stay out of the repository."""
    names = [path.relative_to(ROOT).as_posix() for path in tracked()]
    built = re.compile(r"(^|/)(uv\.lock|node_modules/.*|\.venv/.*|dist/.*|output/(?!README\.md$).*)$")
    assert [name for name in names if built.search(name)] == []


def test_python_is_found_by_running_it() -> None:
    """`.ci/python` prints an interpreter that really has the version asked for."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    found = subprocess.run([ROOT / ".ci" / "python", version], capture_output=True, text=True, check=True)
    shown = subprocess.run([found.stdout.strip(), "--version"], capture_output=True, text=True, check=True)
    assert shown.stdout.startswith(f"Python {version}.")


def test_missing_python_gives_advice() -> None:
    """Where no Python of that version is to be had, the script fails and says what to install."""
    done = subprocess.run([ROOT / ".ci" / "python", "2.0"], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "uv" in done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    """Every relative link in the documentation leads to a file of the repository."""
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text("utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_index_lists_every_page() -> None:
    """docs/index.md links every page of the documentation."""
    index = (ROOT / "docs" / "index.md").read_text("utf-8")
    names = {page.relative_to(ROOT / "docs").as_posix() for page in (ROOT / "docs").rglob("*.md")} - {"index.md"}
    assert [name for name in sorted(names) if f"({name})" not in index] == []


def test_readme_tells_every_make_target() -> None:
    """Every target of the Makefile that a person calls is told in the documentation."""
    targets = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert targets is not None
    told = "".join(page.read_text("utf-8") for page in PAGES)
    assert [target for target in targets[1].split() if f"make {target}" not in told] == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_sample_article_is_marked_and_plain(path: Path) -> None:
    """A sample article is dated, marked as ours, of a readable length, and typed in Persian letters."""
    head, _, body = path.read_text("utf-8").removeprefix("---\n").partition("---\n")
    meta = dict(line.split(": ", 1) for line in head.splitlines())
    assert meta == {"published": path.name[:10], "source": "relgraph sample", "home": "IR"}
    assert 120 <= len(body.split()) <= 300
    assert not set("يكة\u00a0\r\t") & set(body)


def test_sample_articles_are_eight() -> None:
    """The demo builds from eight articles, and the folder holds nothing else that `build` would read."""
    assert [path.suffix for path in ARTICLES] == [".txt"] * 8


def blocks(language: str) -> list[str]:
    """The code of the README in one language, block by block."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """A command as the reader of the README would run it: this environment on PATH, no browser that would open."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = os.environ | {"PATH": path, "BROWSER": "true", "PYTHONWARNINGS": "default"}
    return subprocess.run(command, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the first line of the worked example has been run."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "seeds" / "articles", folder / "seeds" / "articles")
    done = run(["relgraph", "build", "seeds/articles", "-o", "output/"], folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("block", [block for block in blocks("sh") if block.startswith("relgraph ")])
def test_readme_commands_work(demo: Path, block: str) -> None:
    """Every command of the worked example ends well on the sample articles and shows something."""
    done = run(["sh", "-e", "-c", block], demo)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


@pytest.mark.parametrize("block", blocks("python"))
def test_readme_python_works(demo: Path, block: str) -> None:
    """Every Python snippet of the README runs on the graph of the sample articles and prints something."""
    done = run([sys.executable, "-c", block], demo)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_readme_tells_every_output_file(demo: Path) -> None:
    """The files that a build writes are those of the table in the README."""
    assert {path.name for path in (demo / "output").iterdir()} == set(
        re.findall(r"^\| `(\w+\.\w+)` \|", README, re.MULTILINE)
    )


def test_readme_tells_every_command() -> None:
    """Every command that `relgraph --help` lists is told in the README."""
    listed = run(["relgraph", "--help"], ROOT).stdout.partition("Commands:")[2]
    commands = re.findall(r"^  (\w+)", listed, re.MULTILINE)
    assert commands
    assert [command for command in commands if f"relgraph {command}" not in README] == []
