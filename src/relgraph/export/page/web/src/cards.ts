// One event or relation as the panel shows it: what, who, when, where, and every claim behind it.

import type { Claim, Data, Entity, Known, RelEvent, Relation, Statement } from "./data";
import { bothCalendars, shortDate } from "./dates";
import { h, webAddress } from "./dom";
import { count, nameOf, percent, qualifierName, t } from "./i18n";
import { sentenceOf } from "./sentence";
import type { Store } from "./state";

/** What a card needs to know and can ask for. */
export interface Desk {
  readonly data: Data;
  readonly store: Store;
}

/** "Consult · meeting", in the reader's language. */
export function eventName(event: RelEvent): string {
  const type = t(`event.${event.type}`);
  return event.mode === null ? type : `${type} · ${t(`mode.${event.mode}`)}`;
}

export function eventCard(event: RelEvent, desk: Desk): HTMLElement {
  return h("article", { class: `card quad-${event.quad} told-${event.status}`, "data-event": event.id },
    h("header", {}, h("h4", {}, eventName(event)), badge(event.status)),
    h("p", { class: "parties" }, ...parties(event, desk)),
    facts([
      ["date", event.date === null ? null : bothCalendars(event.date)],
      ["place", event.places.length === 0 ? null : nameList(event.places, desk)],
      ["topics", event.topics.length === 0 ? null : nameList(event.topics, desk)],
      ["denies", eventList(event.denies.flatMap((place) => desk.data.events[place] ?? []), desk)],
      ["denied_by", eventList(desk.data.deniers(event), desk)],
    ]),
    ...claims(event.claims, desk));
}

export function relationCard(relation: Relation, desk: Desk): HTMLElement {
  return h("article", { class: `card relation told-${relation.status}`, "data-relation": relation.id },
    h("p", { class: "parties" },
      entityButton(relation.subject, desk), h("span", { class: "verb" }, ` ${predicateName(relation)} `), entityButton(relation.object, desk),
      relation.status === "actual" ? null : badge(relation.status)),
    facts([["period", period(relation)], ["agrees", knownList(relation.agrees)], ["contradicts", knownList(relation.contradicts)]]),
    ...claims(relation.claims, desk));
}

/** Other events, each a way to its evidence. */
function eventList(events: readonly RelEvent[], desk: Desk): HTMLElement | null {
  if (events.length === 0) return null;
  return h("span", { class: "others" }, ...[...new Set(events)].map((event) => {
    const open = (): void => desk.store.set({ selection: { kind: "event", id: event.id } });
    return h("button", { type: "button", class: "entity", onclick: open }, h("bdi", {}, statementName(event)));
  }));
}

/** What the tables know, with its time and where they have it from. */
function knownList(known: readonly Known[]): HTMLElement | null {
  if (known.length === 0) return null;
  return h("span", { class: "others" }, ...known.map((tie) => {
    const parts = [`${nameOf(tie.subject)} ${predicateName(tie)} ${nameOf(tie.object)}`, period(tie), tie.source];
    return h("bdi", {}, parts.filter((part) => part !== null).join(" · "));
  }));
}

/** One statement on one line, for lists. */
export function statementName(statement: Statement): string {
  const names = (entities: readonly Entity[]): string => entities.map(nameOf).join(t("list.comma"));
  if (statement.kind === "relation") return `${nameOf(statement.subject)} ${predicateName(statement)} ${nameOf(statement.object)}`;
  const { actors, recipients, topics } = statement;
  const other = recipients.length > 0 ? recipients : actors.length > 1 ? [] : topics;
  const arrow = statement.symmetric || recipients.length === 0 ? "–" : t("arrow");
  return `${eventName(statement)}: ${[names(actors), names(other)].filter((name) => name !== "").join(` ${arrow} `)}`;
}

export function predicateName(relation: Pick<Relation, "predicate" | "qualifier">): string {
  const predicate = t(`predicate.${relation.predicate}`);
  return relation.qualifier === null ? predicate : `${predicate} (${qualifierName(relation.qualifier)})`;
}

function period(relation: Pick<Relation, "start" | "end">): string | null {
  const start = relation.start === null ? "" : shortDate(relation.start);
  const end = relation.end === null ? "" : shortDate(relation.end);
  if (start === "" && end === "") return null;
  return t(start === "" ? "period.until" : end === "" ? "period.since" : "period.both", { start, end });
}

export function badge(status: string): HTMLElement {
  return h("span", { class: `badge ${status}` }, t(`status.${status}`));
}

function parties(event: RelEvent, desk: Desk): (HTMLElement | string)[] {
  if (event.recipients.length === 0) return [nameList(event.actors, desk)];
  const arrow = h("span", { class: event.symmetric ? "arrow both" : "arrow" });
  return [nameList(event.actors, desk), arrow, nameList(event.recipients, desk)];
}

export function facts(rows: readonly (readonly [string, string | HTMLElement | null])[]): HTMLElement | null {
  const known = rows.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return h("dl", {}, ...known.flatMap(([name, value]) => [h("dt", {}, t(`field.${name}`)), h("dd", {}, value)]));
}

/** Names with commas between, each a way to its entity. */
export function nameList(entities: readonly Entity[], desk: Desk): HTMLElement {
  const comma = t("list.comma");
  return h("span", { class: "names" }, ...entities.flatMap((entity, place) => place === 0 ? [entityButton(entity, desk)] : [comma, entityButton(entity, desk)]));
}

export function entityButton(entity: Entity, desk: Desk): HTMLElement {
  const choose = (): void => desk.store.set({ selection: { kind: "node", id: entity.id } });
  return h("button", { type: "button", class: "entity", onclick: choose }, h("bdi", {}, nameOf(entity)));
}

// ---- claims

const CLAIMS_OPEN = 2;

function claims(all: readonly Claim[], desk: Desk): HTMLElement[] {
  if (all.length <= CLAIMS_OPEN + 1) return all.map((claim) => claimCard(claim, desk));
  const rest = h("details", {}, h("summary", {}, t("action.more", { count: count(all.length - CLAIMS_OPEN) })));
  // Drawn when it is opened for the first time: a much told event has hundreds.
  rest.addEventListener("toggle", () => rest.append(...all.slice(CLAIMS_OPEN).map((claim) => claimCard(claim, desk))), { once: true });
  return [...all.slice(0, CLAIMS_OPEN).map((claim) => claimCard(claim, desk)), rest];
}

function claimCard(claim: Claim, desk: Desk): HTMLElement {
  return h("section", { class: "claim" },
    sentenceOf(claim),
    h("p", { class: "told" }, ...told(claim, desk)),
    h("p", { class: "source" }, ...sourceLine(claim, desk)));
}

function told(claim: Claim, desk: Desk): (HTMLElement | string)[] {
  const parts: (HTMLElement | string)[] = [];
  if (claim.speaker === null) parts.push(t("claim.outlet"));
  else parts.push(`${t("claim.according")} `, entityButton(claim.speaker, desk));
  if (claim.via.length > 0) parts.push(`${t("list.comma")}${t("claim.via")} `, nameList(claim.via, desk));
  if (claim.stance === "doubts" || claim.stance === "endorses") parts.push(`${t("list.comma")}${t(`claim.${claim.stance}`)}`);
  return parts;
}

function sourceLine(claim: Claim, desk: Desk): (HTMLElement | string)[] {
  const { article } = claim.sentence;
  const title = h("bdi", {}, article === null || article.title === "" ? t("claim.untitled") : article.title);
  const url = webAddress(article?.url ?? null);
  const parts: (HTMLElement | string)[] = [
    url === null ? title : h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, title),
  ];
  if (article?.source != null) parts.push(h("bdi", {}, article.source));
  if (article?.copyOf != null) {
    const copied = article.copyOf;
    const open = (): void => desk.store.set({ selection: { kind: "article", id: copied.id } });
    parts.push(h("button", { type: "button", class: "entity", title: copied.title, onclick: open }, t("claim.copy", { outlet: copied.source ?? t("claim.another") })));
  }
  if (article?.published != null) parts.push(t("claim.published", { date: shortDate(article.published.slice(0, 10)) }));
  parts.push(h("span", { title: `${t("claim.rule")}: ${claim.rule}` }, t("claim.confidence", { share: percent(claim.confidence) })));
  if (article !== null) {
    const open = (): void => desk.store.set({ selection: { kind: "article", id: article.id } });
    parts.push(h("button", { type: "button", class: "entity whole", onclick: open }, t(article.text === null ? "action.quotes" : "action.article")));
  }
  return parts.flatMap((part, place) => place === 0 ? [part] : [" · ", part]);
}

/** Newest first, by the day of telling where there is no other; undated last. */
export function byDate(a: RelEvent, b: RelEvent): number {
  const [one, other] = [a.date ?? a.told ?? "", b.date ?? b.told ?? ""];
  if (one === other) return 0;
  return one < other ? 1 : -1;
}
