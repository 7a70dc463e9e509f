// Dates as the data has them ("2018", "2018-05", "2018-05-08"), in both calendars and the reader's language.

import { language } from "./i18n";

type Calendar = "gregory" | "persian";

/** The date in the calendar that the reader expects first, then in the other. */
export function bothCalendars(date: string): string {
  const [first, second]: [Calendar, Calendar] = language() === "fa" ? ["persian", "gregory"] : ["gregory", "persian"];
  const other = inCalendar(date, second);
  return other === "" ? date : `${inCalendar(date, first)} (${other})`;
}

/** The date in the calendar of the reader's language. */
export function shortDate(date: string): string {
  return inCalendar(date, language() === "fa" ? "persian" : "gregory") || date;
}

function inCalendar(date: string, calendar: Calendar): string {
  const found = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date);
  if (found === null) return "";
  const [, year, month, day] = found;
  const first = new Date(Date.UTC(Number(year), Number(month ?? 1) - 1, Number(day ?? 1)));
  const last = new Date(first);
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC", year: "numeric" };
  if (month !== undefined) options.month = "long";
  if (day !== undefined) options.day = "numeric";
  else if (month !== undefined) last.setUTCMonth(first.getUTCMonth() + 1, 0);
  else last.setUTCFullYear(first.getUTCFullYear(), 11, 31);
  const numbers = language() === "fa" ? "arabext" : "latn";
  const format = new Intl.DateTimeFormat(`${language() === "fa" ? "fa-IR" : "en-GB"}-u-ca-${calendar}-nu-${numbers}`, options);
  // A month or year of one calendar lies in two of the other.
  return [...new Set([plain(format, first), plain(format, last)])].join(" – ");
}

/** The parts without the era, which both calendars' readers take for granted. */
function plain(format: Intl.DateTimeFormat, date: Date): string {
  const parts = format.formatToParts(date).filter((part) => part.type !== "era").map((part) => part.value);
  return parts.join("").replace(/\s+/g, " ").trim();
}
