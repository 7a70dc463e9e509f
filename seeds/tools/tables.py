"""Reading and writing the seed tables: UTF-8, comma-separated, LF line ends, `|` between values, sorted by the first cell."""

import csv
import re
import unicodedata
from pathlib import Path

type Line = dict[str, str]
type Table = list[Line]

COLUMNS = {
    "countries": "id,iso2,iso3,wikidata,name_en,name_fa,aliases_fa,adjectives_fa,aliases_en,capital,latitude,longitude,un_member,source",
    "metonyms": "surface,country,place,kind,note",
    "places": "id,wikidata,geonames,type,name_en,name_fa,aliases_fa,country,latitude,longitude,administered_by,claimed_by,importance,source",
    "organizations": "id,wikidata,name_en,acronym,aliases_en,name_fa,aliases_fa,sector,kind,state,part_of,headquarters,fa_source,source",
    "memberships": "member,organization,status,start,end,source",
    "agreements": "id,wikidata,name_en,acronym,name_fa,aliases_fa,start,end,places,parties,fa_source,source",
    "negotiations": "id,wikidata,name_en,acronym,name_fa,aliases_fa,start,end,places,parties,fa_source,source",
    "conflicts": "id,wikidata,name_en,acronym,name_fa,aliases_fa,start,end,places,parties,fa_source,source",
    "resolutions": "number,body,date,topic,wikidata,name_fa,aliases_fa,source",
    "sources": "organization,names,domains,home",
    "context": "alias,entity,require",
}  # fmt: skip


def read(path: Path) -> Table:
    """The lines of a table as dictionaries; an absent file is an empty table."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def write(folder: Path, name: str, table: Table) -> None:
    """Write a table, sorted by all its cells, so that the same lines are the same bytes."""
    columns = COLUMNS[name].split(",")
    lines = sorted(tuple(line.get(c, "") for c in columns) for line in table)
    if name == "resolutions":
        lines.sort(key=lambda cells: int(cells[0]))
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(lines)


def slug(name: str) -> str:
    """An English name as an id: lower case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("’", "").replace("'", ""))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only).strip("-")


_FOLD = str.maketrans({"ي": "ی", "ك": "ک", "ۀ": "ه", "ة": "ه", "أ": "ا", "إ": "ا", "آ": "ا", "ئ": "ی", "ؤ": "و"})


def fold(name: str) -> str:
    """A Persian name for comparing: one form of each letter, no marks, no spaces."""
    return "".join(c for c in unicodedata.normalize("NFC", name).translate(_FOLD) if c.isalnum())


def fill(line: Line, **cells: str) -> None:
    """Fill the empty cells of a line; what a person wrote there stays."""
    for column, value in cells.items():
        if value and not line.get(column):
            line[column] = value
