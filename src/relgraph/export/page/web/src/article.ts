// A whole article with the marks of all that was read in it; where the page doesn't carry it, its quoted sentences.

import { badge, type Desk, facts, statementName } from "./cards";
import type { Article, Claim, Mark, Sentence, Statement } from "./data";
import { bothCalendars } from "./dates";
import { h, webAddress } from "./dom";
import { count, t } from "./i18n";
import { marked, readingOf, segments } from "./sentence";

/** What the panel shows of an article, below its title. */
export function articleBody(article: Article, desk: Desk): HTMLElement[] {
  const statements = desk.data.statementsOf(article);
  const here = statements.flatMap((statement) => {
    return statement.claims.filter((claim) => claim.sentence.article === article).map((claim) => ({ statement, claim }));
  });
  const url = webAddress(article.url);
  const published = article.published === null ? null : bothCalendars(article.published.slice(0, 10));
  return [
    h("div", { class: "about" },
      facts([["source", article.source === null ? null : h("bdi", {}, article.source)], ["published", published]]),
      url === null ? null : h("p", {}, h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, t("action.original")))),
    article.text === null ? quotes(article, here, desk) : whole(article, article.text, here, desk),
    h("h3", {}, t("article.statements"), " ", h("span", { class: "count" }, count(statements.length))),
    h("ol", { class: "statements" }, ...statements.map((statement) => h("li", {}, statementButton(statement, desk)))),
  ];
}

type Here = readonly { readonly statement: Statement; readonly claim: Claim }[];

export function statementButton(statement: Statement, desk: Desk): HTMLElement {
  const quad = statement.kind === "event" ? `quad-${statement.quad}` : "relation";
  return h("button", { type: "button", class: `what ${quad}`, onclick: () => open(statement, desk) },
    h("bdi", {}, statementName(statement)), statement.status === "actual" ? null : " ", statement.status === "actual" ? null : badge(statement.status));
}

function open(statement: Statement, desk: Desk): void {
  if (statement.kind === "event") desk.store.set({ selection: { kind: "event", id: statement.id } });
  else desk.store.set({ selection: { kind: "link", from: statement.subject.id, to: statement.object.id } });
}

function whole(article: Article, text: string, here: Here, desk: Desk): HTMLElement {
  const marks = here.flatMap(({ claim }) => claim.marks.map(([role, start, end]): Mark => [role, claim.sentence.start + start, claim.sentence.start + end]));
  const body = h("div", { ...readingOf(article.language, text), class: "sentence whole" });
  // The title stands above already.
  const begin = text.startsWith(`${article.title}\n`) ? article.title.length + 1 : 0;
  for (const { piece, role, start } of segments(text, marks)) {
    const shown = start >= begin ? piece : piece.slice(Math.min(piece.length, begin - start));
    if (shown === "") continue;
    body.append(role === null ? shown : way(marked(shown, role), start, here, desk));
  }
  return body;
}

/** A mark leads to the statement that it belongs to. */
function way(mark: HTMLElement, start: number, here: Here, desk: Desk): HTMLElement {
  const held = here.find(({ claim }) => claim.marks.some(([, from, to]) => claim.sentence.start + from <= start && start < claim.sentence.start + to));
  if (held !== undefined) {
    mark.classList.add("way");
    mark.addEventListener("click", () => open(held.statement, desk));
  }
  return mark;
}

function quotes(article: Article, here: Here, desk: Desk): HTMLElement {
  const marks = new Map<Sentence, Mark[]>();
  for (const { claim } of here) marks.set(claim.sentence, [...(marks.get(claim.sentence) ?? []), ...claim.marks]);
  const sentences = [...marks].sort(([a], [b]) => a.start - b.start);
  return h("div", { class: "quotes" }, h("small", {}, t("article.partly")), ...sentences.map(([sentence, all]) => {
    const quote = h("blockquote", { ...readingOf(article.language, sentence.text), class: "sentence" });
    const inside = here.filter(({ claim }) => claim.sentence === sentence).map(({ statement, claim }) => ({ statement, claim: { ...claim, sentence: { ...sentence, start: 0 } } }));
    for (const { piece, role, start } of segments(sentence.text, all)) quote.append(role === null ? piece : way(marked(piece, role), start, inside, desk));
    return quote;
  }));
}
