import hashlib
import re
from importlib import resources
from pathlib import Path

import pytest

from relgraph.errors import UsageError
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


def test_a_missing_page_says_what_to_do(tmp_path):
    """Viewing a folder without a page names the page and the command that makes it."""
    with pytest.raises(UsageError, match=r"graph\.html.*relgraph build"):
        open_page(tmp_path)
