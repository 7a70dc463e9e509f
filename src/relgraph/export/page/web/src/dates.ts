// Dates as the data has them ("2018", "2018-05", "2018-05-08"), in both calendars and the reader's language.

import { language } from "./i18n";

export type Calendar = "gregory" | "persian";

/** First and last day, counted from 1970-01-01. */
export interface Period {
  readonly first: number;
  readonly last: number;
}

const DAY = 86_400_000;
const ISO = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/;

/** The days of an ISO date of any precision; null for what is none. */
export function periodOf(date: string): Period | null {
  let period = periods.get(date);
  if (period === undefined) {
    period = daysOf(date);
    periods.set(date, period);
  }
  return period;
}

/** Thousands of events share a few dates. */
const periods = new Map<string, Period | null>();

function daysOf(date: string): Period | null {
  const found = ISO.exec(date);
  if (found === null) return null;
  const [, year, month, day] = found;
  const at = (y: number, m: number, d: number): number => Math.round(Date.UTC(y, m, d) / DAY);
  const y = Number(year);
  if (month === undefined) return { first: at(y, 0, 1), last: at(y, 11, 31) };
  const m = Number(month) - 1;
  if (day === undefined) return { first: at(y, m, 1), last: at(y, m + 1, 0) };
  return { first: at(y, m, Number(day)), last: at(y, m, Number(day)) };
}

/** The ISO date of a day. */
export function isoDay(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The calendar that the reader expects. */
export const ownCalendar = (): Calendar => (language() === "fa" ? "persian" : "gregory");

/** The date in the calendar that the reader expects first, then in the other. */
export function bothCalendars(date: string): string {
  const own = ownCalendar();
  const other = inCalendar(date, own === "persian" ? "gregory" : "persian");
  return other === "" ? date : `${inCalendar(date, own)} (${other})`;
}

/** The date in the calendar of the reader's language. */
export function shortDate(date: string): string {
  return inCalendar(date, ownCalendar()) || date;
}

/** The date in figures of one calendar, for tables that other programs read: 1397-02-18. */
export function inFigures(date: string, calendar: Calendar): string {
  const found = ISO.exec(date);
  const period = periodOf(date);
  if (found === null || period === null) return "";
  const part = (type: string, day: number): string => {
    const parts = formatter(`en-u-ca-${calendar}-nu-latn`, { year: "numeric", month: "2-digit", day: "2-digit" }).formatToParts(new Date(day * DAY));
    return parts.find((piece) => piece.type === type)?.value ?? "";
  };
  const figures = (day: number): string => {
    const names = ["year", ...(found[2] === undefined ? [] : ["month"]), ...(found[3] === undefined ? [] : ["day"])];
    return names.map((name) => part(name, day)).join("-");
  };
  return [...new Set([figures(period.first), figures(period.last)])].join("/");
}

function inCalendar(date: string, calendar: Calendar): string {
  const found = ISO.exec(date);
  const period = periodOf(date);
  if (found === null || period === null) return "";
  const options: Intl.DateTimeFormatOptions = { year: "numeric" };
  if (found[2] !== undefined) options.month = "long";
  if (found[3] !== undefined) options.day = "numeric";
  const numbers = language() === "fa" ? "arabext" : "latn";
  const format = formatter(`${language() === "fa" ? "fa-IR" : "en-GB"}-u-ca-${calendar}-nu-${numbers}`, options);
  // A month or year of one calendar lies in two of the other.
  return [...new Set([plain(format, period.first), plain(format, period.last)])].join(" – ");
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter takes long, so each is made once. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options).join()}`;
  let made = formatters.get(key);
  if (made === undefined) {
    made = new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options });
    formatters.set(key, made);
  }
  return made;
}

/** Day, month, year, in the order that both languages read them in. */
function plain(format: Intl.DateTimeFormat, day: number): string {
  const parts = format.formatToParts(new Date(day * DAY));
  const named = (type: string): string => parts.find((part) => part.type === type)?.value ?? "";
  return ["day", "month", "year"].map(named).filter((part) => part !== "").join(" ");
}

// ---- axes

export interface Tick {
  readonly day: number;
  readonly label: string;
}

/** The first day of a year of the reader's calendar. */
function newYear(year: number): number {
  if (ownCalendar() === "gregory") return Math.round(Date.UTC(year, 0, 1) / DAY);
  // Nowruz is on one of four days in March; the calendar knows on which.
  for (let day = 19; day <= 22; day += 1) {
    const at = Math.round(Date.UTC(year + 621, 2, day) / DAY);
    if (yearOf(at) === year) return at;
  }
  return Math.round(Date.UTC(year + 621, 2, 21) / DAY);
}

/** The year that a day lies in, in the reader's calendar. */
export function yearOf(day: number): number {
  if (ownCalendar() === "gregory") return new Date(day * DAY).getUTCFullYear();
  const parts = formatter("en-u-ca-persian-nu-latn", { year: "numeric", month: "numeric", day: "numeric" }).formatToParts(new Date(day * DAY));
  return Number(parts.find((part) => part.type === "year")?.value ?? 0);
}

/** Beginnings of years, or of months where the stretch is short, at most `most` of them. */
export function ticks(first: number, last: number, most: number): Tick[] {
  const [from, to] = [yearOf(first), yearOf(last)];
  if (to - from >= 2) {
    const step = [1, 2, 5, 10, 20, 50, 100].find((size) => (to - from) / size <= most) ?? 200;
    const found: Tick[] = [];
    for (let year = Math.ceil(from / step) * step; year <= to; year += step) found.push({ day: newYear(year), label: yearName(year) });
    return found.filter(({ day }) => day >= first && day <= last);
  }
  return months(first, last, most);
}

function months(first: number, last: number, most: number): Tick[] {
  const format = formatter(`${language() === "fa" ? "fa-IR-u-ca-persian-nu-arabext" : "en-GB-u-ca-gregory-nu-latn"}`, { year: "numeric", month: "short" });
  const dayOf = formatter(`en-u-ca-${ownCalendar()}-nu-latn`, { day: "numeric" });
  const starts: number[] = [];
  for (let day = first; day <= last; day += 1) if (dayOf.format(new Date(day * DAY)) === "1") starts.push(day);
  const step = Math.max(1, Math.ceil(starts.length / most));
  return starts.filter((_, place) => place % step === 0).map((day) => ({ day, label: plain(format, day) }));
}

/** A year in the reader's digits. */
export function yearName(year: number): string {
  return new Intl.NumberFormat(language() === "fa" ? "fa-IR" : "en-GB", { useGrouping: false }).format(year);
}
