// What the keys do, and what the page is made of.

import { byId, h } from "./dom";
import { t } from "./i18n";

const KEYS = ["search", "arrows", "enter", "zoom", "fit", "expand", "focus", "path", "hide", "undo", "escape", "views", "help"] as const;
const NAMES: Readonly<Record<(typeof KEYS)[number], string>> = {
  search: "/", arrows: "← ↑ → ↓", enter: "Enter", zoom: "+ −", fit: "0", expand: "e", focus: "f", path: "p", hide: "h", undo: "u", escape: "Esc", views: "1 … 5", help: "?",
};
// Names of works and their terms, the same in every language.
const CREDITS = [
  "vis-network 10 · © Almende B.V., vis.js contributors · MIT",
  "Vazirmatn · © Saber Rastikerdar · SIL Open Font License 1.1",
  "world-atlas · © Michael Bostock · ISC — Natural Earth · public domain",
];

export function openHelp(): void {
  const dialog = byId<HTMLDialogElement>("help");
  dialog.replaceChildren(
    h("header", {}, h("h2", { tabindex: -1 }, t("help.title")), h("button", { type: "button", onclick: () => dialog.close() }, t("action.close"))),
    h("p", {}, t("help.trust")),
    h("h3", {}, t("help.looks")), h("ul", { class: "looks" },
      ...(["actual", "planned", "negated"] as const).map((status) => h("li", {}, h("span", { class: `swatch status-${status}`, "aria-hidden": "true" }), t(`help.${status}`)))),
    h("h3", {}, t("help.keys")),
    h("dl", { class: "keys" }, ...KEYS.flatMap((key) => [h("dt", {}, h("kbd", {}, NAMES[key])), h("dd", {}, t(`key.${key}`))])),
    h("h3", {}, t("help.credits")), h("ul", { class: "credits", dir: "ltr", lang: "en" }, ...CREDITS.map((credit) => h("li", {}, credit))));
  dialog.showModal();
}
