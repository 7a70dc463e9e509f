"""Acts that a verb only carries: «به اشغال … ادامه داد», «دست به حمله زد», «اقدام به تحریم … کرد»."""

from relgraph.extract.arguments import EZAFE, HEAD
from relgraph.extract.depth import fillers
from relgraph.extract.evoke import Trigger
from relgraph.extract.roles import Fillers, depths_of
from relgraph.extract.view import View
from relgraph.text.fold import squeeze

_TO = squeeze("به")


def is_carried_out(view: View, trigger: Trigger) -> bool:
    """Whether the clause's verb says that its subject does, or goes on with, what the noun behind «به» names."""
    verb, first = view.clause.verb, trigger.tokens[0]
    if verb is None or verb.passive or first == 0 or view.key(first - 1) != _TO:
        return False
    before = [i for i in view.clause.tokens if i < verb.first]
    words = {view.key(before[-1])} if before else set()
    words |= {view.key(first - 2)} if first > 1 and first - 2 in before else set()
    return any((word, verb.infinitive) in view.world.language.carriers for word in words)


def carried_sides(view: View, trigger: Trigger, recipients: Fillers) -> tuple[Fillers, Fillers]:
    """The clause's subject, and to whom it is done: behind the noun's preposition, else in its genitive."""
    language, doers = view.world.language, fillers(view.reading, view.world.language, view.subject, HEAD)
    suffers = fillers(view.reading, language, view.noun_arguments[trigger].first(EZAFE), depths_of(view.frame(trigger)))
    return doers, recipients or suffers
