import base64
import hashlib
import html
import json
import re
from importlib import resources
from pathlib import Path

import pytest

from relgraph.errors import UsageError
from relgraph.export.page.html import render
from relgraph.export.page.view import open_page

PAGE = Path(str(resources.files("relgraph.export.page")))


def test_the_script_was_built_from_its_present_sources():
    """assets/page.js carries the hash of web/src: whoever changes one must build the other."""
    digest = hashlib.sha256()
    for source in sorted((PAGE / "web" / "src").iterdir(), key=lambda path: path.name):
        digest.update(source.name.encode() + b"\0" + source.read_bytes())
    script = (PAGE / "assets" / "page.js").read_text(encoding="utf-8")
    assert re.match(r"/\* built from web/src, sha256 (\w+) \*/", script)[1] == digest.hexdigest()


def test_the_page_names_no_other_file():
    """Template, styles and our script refer to nothing that would have to be loaded."""
    for name in ("page.html", "page.css", "page.js"):
        text = (PAGE / "assets" / name).read_text(encoding="utf-8")
        addresses = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\"'`\s)$]*", text))
        assert addresses <= {"http://www.w3.org/2000/svg", "https://www.wikidata.org/wiki/"}
        assert "innerHTML" not in text


def test_every_vendored_file_has_its_licence():
    """Beside each third-party file lie the terms that it comes under."""
    vendor = PAGE / "vendor"
    assert "SIL OPEN FONT LICENSE" in (vendor / "vazirmatn" / "OFL.txt").read_text(encoding="utf-8")
    packages = re.findall(
        r"(vis-network|vis-data|vis-util|hammerjs|component-emitter|keycharm|uuid) \|",
        (vendor / "README.md").read_text(),
    )
    for package in packages:
        text = (vendor / "vis-network" / "licences" / f"{package}.txt").read_text(encoding="utf-8")
        assert "Permission is hereby granted" in text


def test_each_page_carries_the_terms_of_what_is_in_it():
    """Who made the drawing library, the font and the shapes, and under which terms, stands in the page itself."""
    page = render({}).decode("utf-8")
    for words in (
        "Almende B.V.",
        "NAVER Corp.",
        "Permission is hereby granted",
        "Vazirmatn Project Authors",
        "Michael Bostock",
    ):
        assert words in page


def test_the_policy_lets_nothing_in_but_what_it_names():
    """Nothing is allowed by default; scripts and style by their hashes alone, pictures and the font from the page itself."""
    page = render({}).decode("utf-8")
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', page)[1])
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert "unsafe" not in policy
    digests = {
        "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"
        for text in re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    }
    assert set(rules["script-src"].split()) == digests
    assert rules["img-src"] == rules["font-src"] == "data:"


def test_contested_places_are_in_no_country():
    """The map has the shapes of the seed tables' countries; Crimea is none of Russia's."""
    world = json.loads((PAGE / "vendor" / "natural-earth" / "world.json").read_text(encoding="utf-8"))
    assert {"IR", "RU", "UA", "PS", "XK", "TW", "EH"} <= world.keys()
    assert "AQ" not in world
    assert world[""].count("M") >= 3


def test_a_missing_page_says_what_to_do(tmp_path):
    """Viewing a folder without a page names the page and the command that makes it."""
    with pytest.raises(UsageError, match=r"graph\.html.*relgraph build"):
        open_page(tmp_path)
