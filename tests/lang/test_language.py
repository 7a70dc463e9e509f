import pytest

from relgraph.errors import DataError
from relgraph.lang.data import read_entries, read_toml
from relgraph.lang.inflect import inflected, plurals
from relgraph.lang.reader import read_language
from relgraph.model import Status
from relgraph.resources import LANG
from relgraph.text.fold import squeeze


@pytest.fixture(scope="module")
def language(world):
    return world.language


@pytest.mark.parametrize(
    "written, infinitive, tense, negative",
    [
        ("کرد", "کردن", "past", False),
        ("نکردند", "کردن", "past", True),
        ("می‌کنند", "کردن", "present", False),
        ("می کنند", "کردن", "present", False),
        ("میکنند", "کردن", "present", False),
        ("نمی‌شود", "شدن", "present", True),
        ("کند", "کردن", "subjunctive", False),
        ("بکند", "کردن", "subjunctive", False),
        ("نکند", "کردن", "subjunctive", True),
        ("دارد", "داشتن", "present", False),
        ("می‌رفت", "رفتن", "imperfect", False),
        ("برگشت", "برگشتن", "past", False),
    ],
)
def test_a_verb_form_says_its_verb_tense_and_polarity(language, written, infinitive, tense, negative):
    """A finite form is known in each of its spellings."""
    form = language.verbs.forms[squeeze(written)]
    assert (form.infinitive, form.tense, form.negative) == (squeeze(infinitive), tense, negative)


@pytest.mark.parametrize("written, negative", [("گفته", False), ("نگفته", True), ("شده", False)])
def test_a_participle_says_its_verb(language, written, negative):
    """Participles, from which compound tenses are made, are known apart from finite forms."""
    form = language.verbs.participles[squeeze(written)]
    assert (form.tense, form.negative) == ("participle", negative)


@pytest.mark.parametrize("word", ["برای", "روی", "دوم", "دیدار", "سازمان", "ایران", "وزیر"])
def test_common_words_are_no_verbs(language, word):
    """Prepositions, numerals and nouns that look like the second person or a bare stem are no verb forms."""
    assert squeeze(word) not in language.verbs.forms


def test_inflected_forms_carry_their_endings_at_the_end_and_at_the_head():
    """A phrase is known with endings behind it and behind its first word, folded."""
    assert list(inflected("دیدار", ["", "ها"])) == ["دیدار", "دیدارها"]
    assert list(inflected("تماس تلفنی", ["", "های"])) == ["تماستلفنی", "تماستلفنی", "تماستلفنیهای", "تماسهایتلفنی"]


def test_offices_have_irregular_plurals():
    """The head of an office is put into each of its plurals; «نخست وزیران» is a rule of its own."""
    table = {"رئیس": ["روسای", "رؤسا"], "نخست": []}
    assert list(plurals("رئیس جمهور", table)) == ["روسای جمهور", "رؤسا جمهور"]
    assert list(plurals("نخست وزیر", table)) == ["نخست وزیران"]


@pytest.mark.parametrize(
    "phrase, stance",
    [(("", "گفتن"), "asserts"), (("مدعی", "شدن"), "doubts"), (("ادعا", "کردن"), "doubts"), (("فاش", "کردن"), "endorses")],
)  # fmt: skip
def test_speech_verbs_have_their_stance(language, phrase, stance):
    """«گفت» is neutral, «مدعی شد» doubts, «فاش کرد» endorses."""
    nonverbal, infinitive = phrase
    assert language.speech[squeeze(nonverbal), squeeze(infinitive)].stance == stance


def test_what_the_tables_refer_to_is_there(language):
    """Evoked frames, offices of wordings and statuses of cues all exist."""
    assert {e.frame for evoked in language.evoked.values() for e in evoked} == set(language.frames)
    assert {name.role for _, name in language.role_wordings()} == set(language.roles)
    assert {cue.status for cue in language.cues.values()} <= set(Status.__args__)


def test_every_key_is_folded(language):
    """What is compared with folded text is folded itself."""
    keys = (*language.evoked, *language.cues, *language.speech_phrases, *language.titles, *language.first_names)
    assert [key for key in keys if key != squeeze(key)] == []


def test_a_folder_without_data_is_a_fault(tmp_path):
    """A wrong language folder is a fault that names the file which is missing."""
    with pytest.raises(DataError, match=r"\.toml:0: can't be read"):
        read_language(tmp_path)


def test_a_wrong_table_is_a_fault_with_its_line(tmp_path):
    """A column that a table of the language lacks is told with file and line."""
    for path in LANG.glob("fa/**/*.*"):
        target = tmp_path / path.relative_to(LANG / "fa")
        target.parent.mkdir(exist_ok=True, parents=True)
        target.write_bytes(path.read_bytes())
    (tmp_path / "titles.csv").write_text("word\nآقای\n", "utf-8")
    with pytest.raises(DataError, match=r"titles\.csv:1: missing columns: title"):
        read_language(tmp_path)


def test_entries_know_their_lines(tmp_path):
    """Each table of a list comes with the line of its header."""
    path = tmp_path / "verbs.toml"
    path.write_text('# words\n[[verb]]\nphrase = "a"\n\n[[verb]]\nphrase = "b"\n', "utf-8")
    assert read_entries(path, "verb") == [(2, {"phrase": "a"}), (5, {"phrase": "b"})]


def test_broken_toml_is_a_fault_that_says_where(tmp_path):
    """A syntax error names the file, and its message the line."""
    path = tmp_path / "broken.toml"
    path.write_text('a = 1\nb = "x\n', "utf-8")
    with pytest.raises(DataError, match="line 2"):
        read_toml(path)


def test_a_missing_file_of_entries_is_a_fault(tmp_path):
    """A file that isn't there is a DataError, as for every other table."""
    with pytest.raises(DataError):
        read_entries(tmp_path / "verbs.toml", "verb")


def test_a_comment_behind_a_header_is_no_fault(tmp_path):
    """A header may have a comment behind it, as TOML allows."""
    path = tmp_path / "verbs.toml"
    path.write_text('[[verb]] # of speech\nphrase = "a"\n', "utf-8")
    assert read_entries(path, "verb") == [(1, {"phrase": "a"})]
