"""Whether the clause's subject intends what a noun names: «قصد حمله به ایران را دارد», «در صدد تحریم … است»."""

from relgraph.extract.evoke import Trigger
from relgraph.extract.phrase import OBJECT, segments
from relgraph.extract.view import View
from relgraph.text.fold import squeeze

_LONGEST = 3
_FOR = frozenset(squeeze(w) for w in ("برای", "جهت", "به", "در"))
_OWN = frozenset(squeeze(w) for w in ("خود", "خویش"))
_HIS = (squeeze("شان"), squeeze("ش"))
# The verbs that only say that somebody has a plan or makes one.
_HAVE = frozenset(squeeze(w) for w in ("داشتن", "گرفتن", "کردن", "چیدن", "کشیدن", "ریختن"))
_BE = squeeze("بودن")


def intends(view: View, trigger: Trigger) -> bool:
    """Whether the noun's act is what the clause's subject plans, seeks, or decided on."""
    verb = view.clause.verb
    if verb is None or verb.passive or view.verbal:
        return False
    if verb.tense == "copula" or verb.infinitive == _BE:
        return _is_sought(view, trigger.tokens[0])
    plan = _plan_before(view, trigger)
    return verb.infinitive in _HAVE and plan is not None and _is_unmarked(view, plan)


def has_own_plan(view: View, trigger: Trigger) -> bool:
    """«تصمیمش برای حمله به …», «طرح خود برای حمله به …»: the plan is somebody's own."""
    at, plans = _plan_before(view, trigger), view.world.language.nouns.plans
    if at is None:
        return False
    key = view.key(at)
    return view.key(at + 1) in _OWN or any(key.endswith(h) and key.removesuffix(h) in plans for h in _HIS)


def _is_sought(view: View, first: int) -> bool:
    """«در صدد …», «به دنبال …» right before a noun, at the head of its phrase."""
    keys = ("".join(view.key(i) for i in range(first - n, first)) for n in range(1, min(_LONGEST, first) + 1))
    return any(key in view.world.language.seeking for key in keys)


def _is_unmarked(view: View, at: int) -> bool:
    """Whether a word stands in the object or the subject's phrase, not behind a preposition."""
    found = segments(view.reading, view.world, view.run, dict(view.refs))
    return any(at in s.tokens and s.marker in {"", OBJECT} for s in found)


def _plan_before(view: View, trigger: Trigger) -> int | None:
    """The word for a plan that the noun hangs on: «قصد حمله», «تصمیم برای حمله», «طرح خود برای حمله»."""
    at, plans = trigger.tokens[0] - 1, view.world.language.nouns.plans
    at -= view.key(at) in _FOR
    at -= view.key(at) in _OWN
    if at not in view.run or at in view.refs:
        return None
    key = view.key(at)
    bare = {key, *(key.removesuffix(h) for h in _HIS if key.endswith(h))}
    return at if bare & plans else None
