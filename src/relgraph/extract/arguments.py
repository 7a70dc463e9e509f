"""The arguments of a trigger: what a clause or a noun phrase offers, by marker."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from relgraph.extract.depth import anew, cut, depth, fillers
from relgraph.extract.evoke import Trigger
from relgraph.extract.function_words import FOCUS
from relgraph.extract.parties import is_media
from relgraph.extract.phrase import OBJECT, Segment, Unit, segments
from relgraph.extract.reading import Filler, Reading, Ref
from relgraph.knowledge.world import World
from relgraph.lang.frames import Frame
from relgraph.text.fold import squeeze

Group = tuple[Unit, ...]
_AND, _SELF = "و", frozenset({"خود", "خویش"})
HEAD = frozenset({"head", "government"})
CONDUCT = HEAD | {"conduct"}
ANY = frozenset({"head", "government", "conduct", "other"})
# Adjectives of nationality («مقامات آمریکایی») count where officials stand before them; depth() says "government" then.
_AREAS = tuple(squeeze(w) for w in ("اطراف", "حوالی", "داخل", "نزدیک"))
SUBJECT, EZAFE = "subject", "ezafe"


@dataclass(slots=True)
class Arguments:
    """What fills each marker: "subject", "object", "ezafe", or a folded preposition, in order of the text."""

    marked: dict[str, list[Group]] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)

    def add(self, marker: str, group: Group) -> None:
        """One more phrase under a marker."""
        if group:
            self.marked.setdefault(marker, []).append(group)

    def first(self, marker: str) -> Group:
        """The first phrase under a marker, empty where there is none."""
        groups = self.marked.get(marker)
        return groups[0] if groups else ()


def clause_arguments(reading: Reading, world: World, run: Sequence[int], refs: dict[int, Ref]) -> Arguments:
    """Subject, object and prepositional phrases of a clause whose tokens (verb and its nonverbal part left out) are `run`."""
    out = Arguments()
    found = segments(reading, world, run, refs)
    named = any(_names_subject(reading, world, s) for s in found)
    last = ""
    for segment in found:
        if segment.marker in world.language.prepositions.example:
            _example(out, segment, OBJECT if _is_closed(reading, segment) else last)
            continue
        last = segment.marker
        if segment.marker == "":
            _bare(out, reading, world, segment)
        elif segment.marker == OBJECT:
            _object(out, reading, world, segment)
        else:
            _marked(out, reading, world, segment, named=named)
    if "object" not in out.marked and any(reading.tokens[i].key == OBJECT for i in run):
        _area(out)
    return out


def _area(out: Arguments) -> None:
    """«اطراف پایگاه ارتش ترکیه را بمباران کرد»: what lies around somebody is the object, where را finds no other."""
    marker = next((m for m in _AREAS if out.first(m)), None)
    if marker is not None:
        out.add("object", out.first(marker))


def _example(out: Arguments, segment: Segment, last: str) -> None:
    """«از مقامات جهان از جمله لاوروف»: an example stands under the marker of what it is an example of, where that names nobody."""
    marker = {"": SUBJECT, OBJECT: "object"}.get(last, last)
    if segment.groups and not out.first(marker):
        out.add(marker, segment.groups[0])


def _is_closed(reading: Reading, segment: Segment) -> bool:
    """«هشت تن، از جمله سردار … را»: whether را closes the example."""
    behind = segment.tokens[-1] + 1 if segment.tokens else len(reading.tokens)
    return behind < len(reading.tokens) and reading.tokens[behind].key == OBJECT


def _names_subject(reading: Reading, world: World, segment: Segment) -> bool:
    """Whether a phrase without preposition names who may be the subject."""
    if segment.marker not in {"", OBJECT} or not segment.groups:
        return False
    head = depth(reading, world.language, segment.groups[0][0]) in HEAD
    return head and (segment.marker == "" or len(segment.groups) > 1 or bool(segment.tail))


def _marked(out: Arguments, reading: Reading, world: World, segment: Segment, *, named: bool) -> None:
    """A prepositional phrase; what begins anew behind it is the subject («در این دیدار ظریف گفت»)."""
    groups = list(segment.groups)
    fresh = anew(reading, world.language, groups[0]) if groups else 0
    if fresh:
        out.add(SUBJECT if not out.first(SUBJECT) else "bare", cut(groups.pop(0), fresh))
    elif groups:
        out.add(segment.marker, groups.pop(0))
    if segment.marker in world.language.speech_phrases:
        while len(groups) > 1 and any(is_media(world, e) for e in groups[0][0].ref.entities):
            groups.pop(0)  # «به گزارش خبرگزاری اهل‌بیت ـ ابنا ـ سفیر …»
    for group in groups:
        words = anew(reading, world.language, group)
        heads = depth(reading, world.language, group[0]) in HEAD
        lent = not out.first(SUBJECT) and (words or (heads and not named))
        out.add(SUBJECT if lent else "bare", cut(group, words))


def add_complement(
    out: Arguments, reading: Reading, world: World, run: Sequence[int], refs: dict[int, Ref], bare: str
) -> bool:
    """The words between a predicate and its verb: a bare object («وارد تهران شد»), then prepositional phrases.

    `bare` is the marker of the former. Returns whether there is one: then شدن is no passive.
    """
    found, last = False, bare
    for segment in segments(reading, world, run, refs) if run else ():
        if segment.marker in world.language.prepositions.example:
            _example(out, segment, last)  # «مورد انتقاد برخی کشورها از جمله آمریکا قرار گرفت»
            continue
        last = segment.marker or bare
        for group in segment.groups[:1]:
            out.add(last, group)
            found = found or not segment.marker
    return found


def _bare(out: Arguments, reading: Reading, world: World, segment: Segment) -> None:
    """A phrase without marker: the subject, then a bare object."""
    for group in segment.groups:
        own = cut(group, anew(reading, world.language, group))
        out.add(SUBJECT if not out.first(SUBJECT) else "bare", own)


def _object(out: Arguments, reading: Reading, world: World, segment: Segment) -> None:
    """A phrase before را: its last group is the object, unless words without a name stand behind it."""
    groups = [cut(g, anew(reading, world.language, g)) for g in segment.groups]
    first = groups[0][0] if groups else None
    own = any(reading.tokens[i].key in _SELF for i in segment.tail)  # «ایران و سوریه آمادگی خود را»
    tail = segment.tail and groups and (own or not _goes_with(reading, groups[-1][-1].ref))
    if first is not None and not out.first(SUBJECT) and (
        len(groups) > 1 or (tail and depth(reading, world.language, first) in HEAD)
    ):  # fmt: skip
        out.add(SUBJECT, groups.pop(0))
    if groups:
        out.add("object", groups[-1])


def _goes_with(reading: Reading, ref: Ref) -> bool:
    """«آمریکا و سایر کشورها را»: the words behind a name are coordinated with it."""
    return ref.last < len(reading.tokens) and reading.tokens[ref.last].key == _AND


def noun_arguments(
    reading: Reading, world: World, run: Sequence[int], trigger: Trigger, refs: dict[int, Ref], wanted: frozenset[str]
) -> Arguments:
    """What hangs on an event noun: its genitive, then the prepositional phrases behind it that its frame can use."""
    out = Arguments()
    after = [i for i in run if i > trigger.tokens[-1]]
    if after and reading.tokens[after[0]].key in FOCUS:
        return out  # «لغو تحریم‌ها هم …»: what follows is another phrase
    own, *others = segments(reading, world, after, refs, far=False)
    if own.marker == OBJECT and own.tokens and own.tokens[-1] not in refs:
        return out
    for group in own.groups[:1]:
        out.add(EZAFE, group)
    if len(own.groups) > 1 or own.marker == OBJECT:
        return out
    for segment in _own_phrases(reading, world, others, wanted):
        if segment.marker in wanted and segment.groups:
            out.add(segment.marker, segment.groups[0])
            if not _holds_subject(reading, world, segment):
                out.taken.update(segment.tokens)
    return out


def _own_phrases(
    reading: Reading, world: World, behind: Sequence[Segment], wanted: frozenset[str]
) -> Iterator[Segment]:
    """The prepositional phrases behind a noun that may belong to it, one of each preposition."""
    passed: set[str] = set()
    for segment in behind:
        if segment.marker in passed or _is_another(reading, world, segment):
            return  # «گفت‌وگو با یک روزنامه با اشاره به …»: the second «با» is another's
        yield segment
        if segment.marker in wanted and segment.tokens:
            passed.add(segment.marker)
        if len(segment.groups) > 1 or not _goes_on(segment, wanted, world):
            return


def _holds_subject(reading: Reading, world: World, segment: Segment) -> bool:
    """Whether the clause's subject stands behind the noun's phrase: «در مذاکرات با آمریکا دو کشور توافق کردند»."""
    last = segment.groups[-1]
    return len(segment.groups) > 1 and not last[0].before and depth(reading, world.language, last[0]) in HEAD


def _is_another(reading: Reading, world: World, segment: Segment) -> bool:
    """Whether a phrase behind a noun is headed by another event: «سفرها در پی جنگ میان …» tells who is at war."""
    if segment.groups or segment.marker not in world.language.prepositions.time:
        return False
    return any(e.kind == "noun" for i in segment.tokens for e in world.language.evoked.get(reading.tokens[i].key, ()))


def _goes_on(segment: Segment, wanted: frozenset[str], world: World) -> bool:
    """Whether phrases behind this one may still belong to the noun: it was the noun's own, or said when, or is empty."""
    if not segment.tokens:
        return True  # «دیدارهایی از جمله با لاوروف»
    if segment.marker == "":
        return False
    return not segment.groups or segment.marker in world.language.prepositions.time or segment.marker in wanted


def wanted_markers(frame: Frame, world: World) -> frozenset[str]:
    """The prepositions behind an event noun that belong to it."""
    p = world.language.prepositions
    partner = world.language.frames[frame.together].recipient if frame.together else ()
    return frozenset((*frame.actor, *frame.recipient, *frame.topic, *partner)) | p.topic | p.place | p.agent | p.between


def with_partner(reading: Reading, world: World, arguments: Arguments, trigger: Trigger) -> Trigger:
    """The trigger, of the frame that it is with a partner where its arguments name one."""
    together = world.language.frames[trigger.frame].together
    if together is None or not pick(reading, world, arguments, world.language.frames[together].recipient, HEAD):
        return trigger
    return replace(trigger, frame=together)


def pick(
    reading: Reading, world: World, arguments: Arguments, markers: Iterable[str], allowed: frozenset[str]
) -> tuple[Filler, ...]:
    """The fillers of the first marker that has any at an allowed depth."""
    for marker in markers:
        for group in arguments.marked.get(marker, ()):
            found = fillers(reading, world.language, group, allowed)
            if found:
                return found
    return ()
