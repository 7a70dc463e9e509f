"""One file out of template, styles, scripts, font and data, and the policy that lets nothing else in."""

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

_HERE = Path(__file__).parent
_ASSETS = _HERE / "assets"
_VENDOR = _HERE / "vendor"
_SLOT = re.compile(r"\{\{(\w+)\}\}")


def render(payload: dict[str, Any]) -> bytes:
    """The page with `payload` in it, as UTF-8. Its policy admits the two scripts and the style by their hashes."""
    font = base64.b64encode((_VENDOR / "vazirmatn" / "vazirmatn.woff2").read_bytes()).decode("ascii")
    style = _fill(_read(_ASSETS / "page.css"), {"font": f"data:font/woff2;base64,{font}"})
    vis = _VENDOR / "vis-network"
    scripts = {"vis": _terms(vis / "licences") + _read(vis / "vis-network.js"), "script": _read(_ASSETS / "page.js")}
    page = _fill(
        _read(_ASSETS / "page.html"),
        {
            "policy": _policy(style, list(scripts.values())),
            "style": style,
            "data": _data(payload),
            "world": _read(_VENDOR / "natural-earth" / "world.json").strip(),
            "world_terms": _read(_VENDOR / "natural-earth" / "world-atlas.txt").strip(),
            **scripts,
        },
    )
    # A lone surrogate, which UTF-8 can't hold, becomes the JSON escape that means it: only the data can have one.
    return page.encode("utf-8", "backslashreplace")


def _terms(folder: Path) -> str:
    """What the licences ask every copy to carry, as a comment: who made it, and the terms, which all of them share."""
    texts = [_read(path) for path in sorted(folder.glob("*.txt"))]
    makers = sorted({line.strip() for text in texts for line in text.splitlines() if line.startswith("Copyright")})
    permission = texts[0][texts[0].index("Permission is hereby granted") :].strip()
    return "/*\n" + "\n".join(makers) + f"\n\n{permission}\n*/\n"


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _fill(template: str, values: dict[str, str]) -> str:
    """Fills the slots in one pass, so that nothing in a value is taken for a slot."""
    return _SLOT.sub(lambda slot: values[slot[1]], template)


def _policy(style: str, scripts: list[str]) -> str:
    allowed = " ".join(_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_hash(style)}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _data(payload: dict[str, Any]) -> str:
    """JSON that no HTML or script parser can take for its own."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    for character in "&<>\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
