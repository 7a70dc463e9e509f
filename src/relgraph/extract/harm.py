"""Whom an attack hits that another phrase names: «سه سرباز سوریه در حمله ترکیه کشته شدند»."""

from relgraph.extract.arguments import ANY
from relgraph.extract.depth import fillers
from relgraph.extract.roles import Fillers
from relgraph.extract.side import state_of
from relgraph.extract.view import View
from relgraph.text.fold import squeeze

_HARM = frozenset({"ASSAULT", "COERCE"})
# What stands behind these brought about what the clause tells.
_THROUGH = frozenset(
    squeeze(w)
    for w in (
        "در",
        "در جریان",
        "در خلال",
        "در نتیجه",
        "طی",
        "در پی",
        "به دنبال",
        "بر اثر",
        "در اثر",
        "به خاطر",
        "به علت",
        "به دلیل",
        "به سبب",
        "با",
        "پس از",
        "به واسطه",
    )
)
_LONGEST = 2


def victims(view: View, marker: str | None, doers: Fillers) -> Fillers:
    """The subject of a verb of suffering, where an attack by others stands behind «در», «بر اثر» and its like."""
    if marker not in _THROUGH or not doers or not _suffers(view):
        return ()
    own = {state_of(view.reading, view.world, f.entity) for f in doers}
    hit = fillers(view.reading, view.world.language, view.subject, ANY)
    return tuple(f for f in hit if state_of(view.reading, view.world, f.entity) not in own - {None})


def _suffers(view: View) -> bool:
    """Whether the verb tells what was done to its subject or became of it: «کشته شد», «تعطیل شد», «آسیب دید»."""
    verb = view.clause.verb
    if verb is None:
        return False
    harmed = any(t.voice == "passive" and view.frame(t).type in _HARM for t in view.verbal)
    run = [i for i in view.clause.tokens if i < verb.first]
    keys = ("".join(view.key(i) for i in run[len(run) - n :]) for n in range(min(_LONGEST, len(run)) + 1))
    return harmed or any((key, verb.infinitive) in view.world.language.suffering for key in keys)
