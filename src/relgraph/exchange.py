"""The exchange format: one article a line of JSON, keys in the order of the contract; offsets in code points."""

import json
from typing import Any

from relgraph.model import Article, Entity, Event, Extraction, Mark, Mention, Quote, Refusal, Relation


def to_json(extraction: Extraction) -> str:
    """One line of JSON, without its line break."""
    return json.dumps(to_dict(extraction), ensure_ascii=False, separators=(",", ":"))


def to_dict(extraction: Extraction) -> dict[str, Any]:
    """An extraction as plain values."""
    return {
        "article": _article(extraction.article),
        "entities": [_entity(e) for e in extraction.entities],
        "events": [_event(e) for e in extraction.events],
        "relations": [_relation(r) for r in extraction.relations],
        "refused": [_refusal(r) for r in extraction.refused],
    }


def _article(a: Article) -> dict[str, Any]:
    return {
        "id": a.id,
        "title": a.title,
        "published": a.published,
        "source": a.source,
        "url": a.url,
        "language": a.language,
    }


def _mention(m: Mention) -> dict[str, Any]:
    return {"start": m.start, "end": m.end, "text": m.text, "kind": m.kind}


def _quote(q: Quote) -> dict[str, Any]:
    return {"start": q.start, "end": q.end, "text": q.text}


def _mark(m: Mark) -> dict[str, Any]:
    return {"role": m.role, "start": m.start, "end": m.end}


def _entity(e: Entity) -> dict[str, Any]:
    out: dict[str, Any] = {"id": e.id, "type": e.type, "labels": {"fa": e.label_fa, "en": e.label_en}}
    optional = {
        "wikidata": e.wikidata,
        "iso2": e.iso2,
        "state": e.state,
        "sector": e.sector,
        "romanised": e.romanised or None,
    }
    out |= {k: v for k, v in optional.items() if v is not None}
    out["mentions"] = [_mention(m) for m in e.mentions]
    return out


def _event(e: Event) -> dict[str, Any]:
    return {
        "id": e.id, "type": e.type, "mode": e.mode, "actors": list(e.actors), "recipients": list(e.recipients),
        "places": list(e.places), "date": e.date, "topics": list(e.topics), "status": e.status, "speaker": e.speaker,
        "via": list(e.via), "stance": e.stance, "evidence": _quote(e.evidence), "sentence": _quote(e.sentence),
        "marks": [_mark(m) for m in e.marks], "rule": e.rule, "confidence": e.confidence,
    }  # fmt: skip


def _relation(r: Relation) -> dict[str, Any]:
    return {
        "subject": r.subject, "predicate": r.predicate, "object": r.object, "qualifier": r.qualifier, "status": r.status,
        "start": r.start, "end": r.end, "speaker": r.speaker, "via": list(r.via), "stance": r.stance,
        "evidence": _quote(r.evidence), "sentence": _quote(r.sentence), "marks": [_mark(m) for m in r.marks],
        "rule": r.rule, "confidence": r.confidence,
    }  # fmt: skip


def _refusal(r: Refusal) -> dict[str, Any]:
    return {"reason": r.reason, "start": r.start, "end": r.end, "text": r.text, "rule": r.rule}
