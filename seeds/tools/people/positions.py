"""Which of our offices an English position of the facts is. `positions.csv` holds the rules; the first that fits decides."""

import re
from collections.abc import Collection
from pathlib import Path

from tables import Table, read

# "Deputy Prime Minister Minister of Finance" are two offices; "Minister Delegate to the Minister of …" is one.
_PREFIXES = (
    "the",
    "to",
    "Federal",
    "State",
    "Deputy",
    "Associate",
    "Second",
    "Union",
    "Prime",
    "Chief",
    "First",
    "Assistant",
)
_AND = re.compile("".join(f"(?<!{word})" for word in _PREFIXES) + r" (?=Minister (?:of|for) )")
_MINISTER = re.compile(r"(First |Second |Federal |Union )?(Minister|Secretary) (of|for|in charge) .*")
_CROWNS = {
    "KW": "emir",
    "QA": "emir",
    "OM": "sultan",
    "BN": "sultan",
    "JP": "emperor",
    "LU": "grand-duke",
    "VA": "pope",
}
_SPEAKERS_OF = {  # where two chambers have a president each, the lower one's
    "FR": "National Assembly", "IT": "Chamber of Deputies", "RU": "State Duma", "US": "House of Representatives",
    "ES": "Congress", "DE": "Bundestag", "RO": "Chamber of Deputies", "CZ": "Chamber of Deputies",
    "PK": "National Assembly", "IN": "Lok Sabha", "GB": "House of Commons", "JP": "House of Representatives",
    "AU": "House of Representatives", "CA": "House of Commons", "NG": "House of Representatives",
}  # fmt: skip


# Federations whose states have ministers of the same names, which the facts don't tell apart: only what no state has.
_FEDERATIONS = frozenset({"AU", "CA"})
_NATIONAL = frozenset({
    "prime-minister", "deputy-prime-minister", "foreign-minister", "defence-minister", "deputy-foreign-minister",
    "deputy-minister", "minister",
})  # fmt: skip


class Positions:
    """The rules, kept to the offices that the language knows."""

    def __init__(self, path: Path, roles: Collection[str], countries: Table) -> None:
        self._roles = roles
        self._of_country = {line["iso2"]: _suffix(line["name_en"]) for line in countries}
        self._rules = [
            (r["kind"], r["where"].split(), re.compile(r["position"], re.IGNORECASE), r["role"].split("/"))
            for r in read(path)
        ]

    def offices(self, kind: str, position: str, iso2: str) -> list[tuple[str, str]]:
        """The offices (role, position) that a line of the facts names; none if we have no word for it."""
        of_country = self._of_country.get(iso2)
        parts = [of_country.sub("", p.strip()) if of_country else p.strip() for p in _AND.split(position)]
        found = [(role, part) for part in parts if (role := self._role(kind, part, iso2, alone=len(parts) == 1))]
        return [o for o in dict.fromkeys(found) if not (iso2 in _FEDERATIONS and _is_state_office(o[0]))]

    def _role(self, kind: str, part: str, iso2: str, *, alone: bool) -> str | None:
        for rule_kind, where, pattern, keys in self._rules:
            if where and iso2 not in where:
                continue
            if (rule_kind in (kind, "any") or not alone) and pattern.fullmatch(part):
                if keys == ["speaker"] and _SPEAKERS_OF.get(iso2, "") not in part:
                    return None
                return next((k for key in keys if (k := _crown(key, iso2)) in self._roles), self._minister(part))
        return self._minister(part) if kind == "minister" else None

    def _minister(self, part: str) -> str | None:
        return "minister" if _MINISTER.fullmatch(part) and "minister" in self._roles else None


def _is_state_office(role: str) -> bool:
    """Whether an office of a federation may as well be one of its states'."""
    return role == "attorney-general" or (role.endswith("-minister") and role not in _NATIONAL)


def _crown(role: str, iso2: str) -> str:
    return _CROWNS.get(iso2, "king") if role == "monarch" else role


def _suffix(country: str) -> re.Pattern[str]:
    """« of the Republic of Benin», « of Germany (1949–)»: what tells nothing beside the country itself."""
    form = r"(?:(?:Federal |Islamic )?(?:Republic|State|Kingdom) of )?(?:the )?"
    return re.compile(rf" of (?:the )?{form}{re.escape(country.removeprefix('The '))}(?: \(.*\))?$")
