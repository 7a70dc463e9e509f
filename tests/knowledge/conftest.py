"""Small tables, one line or two each, in a folder of their own."""

import pytest

TABLES = {
    "countries.csv": [
        "id,wikidata,name_en,name_fa,aliases_fa,iso2,adjectives_fa,latitude,longitude",
        "iran,Q794,Iran,ایران,جمهوری اسلامی ایران,IR,ایرانی,35.6,51.4",
        "russia,Q159,Russia,روسیه,فدراسیون روسیه|روسیۀ فدرال,RU,روسی|روس,55.7,37.6",
    ],
    "places.csv": [
        "id,wikidata,name_en,name_fa,aliases_fa,type,country,latitude,longitude,importance",
        "moscow,Q649,Moscow,مسکو,,city,russia,55.7,37.6,0.9",
    ],
    "organizations.csv": [
        "id,wikidata,name_en,name_fa,aliases_fa,kind,sector,state,part_of,headquarters",
        "kremlin,Q133274,Kremlin,کرملین,,body,GOV,russia,,moscow",
        "agency,,Agency,خبرگزاری نمونه,,agency,MED,,,",
    ],
    "people.csv": ["id,wikidata,name_en,name_fa,aliases_fa,short_fa,country,tier", "someone,,Some One,کس نمونه,,نمونه,iran,1"],
    "agreements.csv": ["id,wikidata,name_en,name_fa,aliases_fa,start,end,places,parties", "pact,,Pact,پیمان نمونه,,2001,2011,moscow,iran|russia"],
    "negotiations.csv": ["id,wikidata,name_en,name_fa,aliases_fa,start,end,places,parties"],
    "conflicts.csv": ["id,wikidata,name_en,name_fa,aliases_fa,start,end,places,parties"],
    "resolutions.csv": ["number,body,date,topic,wikidata", "2231,,2015-07-20,Iran,Q20647633"],
    "memberships.csv": ["member,organization,status,start,end,source", "iran,agency,full,2001,,unsourced"],
    "metonyms.csv": ["surface,country,place", "مسکو,russia,moscow", "کاخ نمونه,russia,"],
    "context.csv": ["alias,entity,require", "نمونه,someone,before:آقای|near:وزیر|title", "پیمان,pact,article:مسکو"],
    "offices.csv": ["person,of,role,title,start,end,end_kind", "someone,iran,president,president,2001-01-01,2005-01-01,known"],
    "sources.csv": ["organization,names,domains,home", "agency,Agency|نمونه,agency.example,IR"],
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """A folder of small tables."""
    folder = tmp_path / "knowledge"
    folder.mkdir()
    for name, lines in TABLES.items():
        (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
    return folder


@pytest.fixture(scope="session")
def tables():
    """The lines of the small tables by file."""
    return TABLES
