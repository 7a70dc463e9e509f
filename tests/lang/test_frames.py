import pytest

from relgraph.errors import DataError
from relgraph.lang.frames import Example, read_frames
from relgraph.model import SYMMETRIC, Article
from relgraph.pipeline import read
from relgraph.resources import LANG
from relgraph.text.fold import squeeze

FRAMES = read_frames(LANG / "fa" / "frames")
EXAMPLES = [(frame, n, example) for frame in FRAMES for n, example in enumerate(frame.examples, 1)]


def wording(reading, *fillers):
    return squeeze(" ".join(reading.text(f.ref.start, f.ref.end) for f in fillers))


def agrees(wanted, got):
    """Whether a wording is the one asked for: the same, or one within the other (the office, the office with its name)."""
    return wanted in got or bool(got and got in wanted)


def faults(frame, example, reading, candidate):
    """What an example asks of a candidate and doesn't get; a party of a symmetric type may stand on either side."""
    read_as = {
        "actor": wording(reading, *candidate.actors),
        "recipient": wording(reading, *candidate.recipients),
        "place": wording(reading, *candidate.places, *candidate.recipients),
    }
    either = wording(reading, *candidate.actors, *candidate.recipients)
    for role, got in read_as.items():
        wanted = getattr(example, role)
        if wanted is None:
            continue
        symmetric = wanted and role != "place" and frame.type in SYMMETRIC
        right = agrees(squeeze(wanted), got) or (symmetric and squeeze(wanted) in either) if wanted else not got
        if not right:
            yield f"{role} is {got!r}, not {wanted!r}"
    if example.status and candidate.status != example.status:
        yield f"status is {candidate.status}, not {example.status}"


@pytest.mark.parametrize(
    "frame, example",
    [pytest.param(frame, example, id=f"{frame.id}-{n}") for frame, n, example in EXAMPLES],
)
def test_an_example_is_read_as_its_frame_says(world, frame, example):
    """Each example evokes its frame with the parties, place and status it names; a counterexample makes no event of it."""
    reading = read(Article("example", "", example.text, published="2024-05-14", home="IR"), world)
    if example.none:
        assert not [e for e in reading.events if e.rule.removesuffix(".noun") == frame.id]
        return
    found = [c for c in reading.candidates if c.frame == frame.id]
    assert found, "nothing evokes the frame"
    assert min((list(faults(frame, example, reading, c)) for c in found), key=len) == []


def test_every_frame_shows_what_it_reads():
    """A frame without an example is one that nobody can check."""
    assert [frame.id for frame in FRAMES if all(example.none for example in frame.examples)] == []


def test_an_id_begins_with_its_type():
    """The first part of a frame's id is its type, so that a rule tells what it makes."""
    assert [frame.id for frame in FRAMES if frame.id.split(".")[0] != frame.type.lower()] == []


GOOD = '[[frame]]\nid = "aid.give"\ntype = "AID"\nnouns = ["کمک"]\nactor = ["subject"]\n'


def write(folder, text, name="aid.toml"):
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_frame_is_read_as_it_says(tmp_path):
    """Triggers stay words, markers are folded, what is absent has its default, examples keep what they leave open."""
    write(
        tmp_path,
        GOOD + 'recipient = ["به", "برایِ"]\nexample = [{ text = "کمک کرد.", actor = "", status = "actual" }]\n',
    )
    (frame,) = read_frames(tmp_path)
    assert (frame.id, frame.type, frame.mode, frame.nouns) == ("aid.give", "AID", None, ("کمک",))
    assert frame.recipient == ("به", "برای")
    assert (frame.ezafe, frame.genitive, frame.implies, frame.place_is_recipient) == (None, "head", "actual", False)
    assert frame.examples == (Example("کمک کرد.", "", None, None, "actual", none=False),)


def test_files_are_read_in_order_of_name(tmp_path):
    """The order of frames doesn't hang on the file system."""
    write(tmp_path, GOOD.replace("aid.give", "aid.b"), "b.toml")
    write(tmp_path, GOOD.replace("aid.give", "aid.a"), "a.toml")
    assert [frame.id for frame in read_frames(tmp_path)] == ["aid.a", "aid.b"]


@pytest.mark.parametrize(
    "frame, reason",
    [
        ('[[frame]]\nid = "x"\ntype = "AID"\nnouns = ["کمک"]\nrecipients = ["به"]\nwho = "x"\n', "unknown keys: recipients, who"),
        ('[[frame]]\ntype = "AID"\nnouns = ["کمک"]\n', "a frame needs id"),
        ('[[frame]]\nid = "x"\nnouns = ["کمک"]\n', "a frame needs type"),
        ('[[frame]]\nid = "x"\ntype = "AID"\nactor = ["subject"]\n', "a frame needs nouns, predicates or verbs"),
        ('[[frame]]\nid = "x"\ntype = "GIVE"\nnouns = ["کمک"]\n', "type is 'GIVE'; it must be one of AGREE"),
        ('[[frame]]\nid = "x"\ntype = "AID"\nnouns = "کمک"\n', "nouns must be a list of words"),
        ('[[frame]]\nid = "x"\ntype = "AID"\nnouns = ["کمک", " "]\n', "nouns must be a list of words"),
        ('[[frame]]\nid = "x"\ntype = "AID"\nnouns = ["کمک"]\nimplies = "maybe"\n', "implies is 'maybe'"),
        ('[[frame]]\nid = "x"\ntype = "AID"\nnouns = ["کمک"]\nezafe = "giver"\n', "ezafe is 'giver'"),
        ('[[frame]]\nid = "x"\ntype = "AID"\nnouns = ["کمک"]\nexample = [{ actor = "ایران" }]\n', "an example needs a text"),
        (GOOD, "duplicate frame id 'aid.give'"),
        ('[[frame]]\nid = "x"\ntype = "AID"\nnouns = ["کمک"]\ntogether = "aid.join"\n', "together names no frame: 'aid.join'"),
    ],
)  # fmt: skip
def test_a_fault_names_its_file_and_line(tmp_path, frame, reason):
    """Each fault in a frame is told with its file and the line of the frame's header."""
    path = write(tmp_path, f"# frames of aid\n{GOOD}\n{frame}")
    with pytest.raises(DataError) as fault:
        read_frames(tmp_path)
    assert (fault.value.path, fault.value.line) == (path, 8)
    assert reason in fault.value.reason


def test_an_id_is_used_once_in_all_files(tmp_path):
    """The same id in another file is a fault of the second."""
    write(tmp_path, GOOD, "a.toml")
    path = write(tmp_path, GOOD, "b.toml")
    with pytest.raises(DataError, match="duplicate frame id") as fault:
        read_frames(tmp_path)
    assert (fault.value.path, fault.value.line) == (path, 1)


def test_broken_toml_is_a_fault_of_its_file(tmp_path):
    """A file that is no TOML is a fault that names it."""
    path = write(tmp_path, '[[frame]]\nid = "x\n')
    with pytest.raises(DataError) as fault:
        read_frames(tmp_path)
    assert fault.value.path == path
