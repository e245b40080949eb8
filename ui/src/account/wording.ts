/** Figures, grades and counts -> words. The rules of wording that every page shares. */

import type { Correction, Figure, Grade, Qualifier, Report } from "./account";

const SMALL = [
  "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
];

export function group(value: number): string {
  return value.toLocaleString("en-GB");
}

/** "nine reports", "one report", "26 reports". */
export function count(total: number, one: string, many = `${one}s`): string {
  return `${SMALL[total] ?? group(total)} ${total === 1 ? one : many}`;
}

export function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

export function numeral(total: number, one: string, many = `${one}s`): string {
  return `${group(total)} ${total === 1 ? one : many}`;
}

const HEDGE: Partial<Record<Qualifier, string>> = {
  about: "about ",
  more_than: "more than ",
  at_least: "at least ",
  up_to: "up to ",
  fewer_than: "fewer than ",
};
const VAGUE = new Set<Qualifier>(["dozens", "hundreds", "thousands", "vague"]);
/** Units that say no more than the number: nobody counts “6 other”. */
const UNSAID = new Set(["people", "person", "persons", "other", ""]);

interface Amount {
  low: number | null;
  best: number | null;
  high: number | null;
  qualifier: Qualifier;
  unit?: string;
  text?: string;
}

/** The number that stands for a figure on a chart: its best value, or the bound it states. */
export function pointOf(figure: { low: number | null; best: number | null; high: number | null }): number | null {
  return figure.best ?? figure.low ?? figure.high;
}

/** "at least 126", "20 to 30", "hundreds"; never a plain number for a hedged one. */
export function sayAmount(figure: Amount): string {
  if (VAGUE.has(figure.qualifier)) return figure.qualifier === "vague" ? (figure.text ?? "some") : figure.qualifier;
  const { low, best, high } = figure;
  if (figure.qualifier === "range" && low !== null && high !== null) return `${group(low)} to ${group(high)}`;
  const value = figure.qualifier === "up_to" || figure.qualifier === "fewer_than" ? (high ?? best ?? low) : pointOf(figure);
  if (value === null) return figure.text ?? "a number not given";
  return (HEDGE[figure.qualifier] ?? "") + group(value);
}

/** The same with its unit where that is not people. */
export function sayFigure(figure: Amount): string {
  const amount = sayAmount(figure);
  const unit = figure.unit ?? "";
  if (pointOf(figure) === 1 && !UNSAID.has(unit) && figure.text) return figure.text;
  return UNSAID.has(unit) || VAGUE.has(figure.qualifier) || amount.includes(unit) ? amount : `${amount} ${unit}`;
}

/** How a vague word was read: "read as 200 to 999"; null for a figure that gives its number. */
export function sayReading(figure: Amount): string | null {
  if (!VAGUE.has(figure.qualifier) || figure.low === null) return null;
  return figure.high === null ? `read as ${group(figure.low)} or more` : `read as ${group(figure.low)} to ${group(figure.high)}`;
}

export type Badge = Grade | "reading";
export const BADGES: Record<Badge, string> = {
  corroborated: "Independent",
  single_source: "One voice",
  unattributed: "Nobody named",
  contested: "Disputed",
  reading: "Our reading",
};
export const BADGE_MEANING: Record<Badge, string> = {
  corroborated: "two voices, or two originals in their own voice",
  single_source: "one voice, however many reports repeat it",
  unattributed: "reports state it; nobody is quoted for it",
  contested: "voices or originals differ",
  reading: "our inference: no single sentence states it",
};

const WHAT: Record<string, string> = {
  killed: "Killed", died: "Died", injured: "Injured", missing: "Missing", captured: "Captured",
  surrendered: "Surrendered", displaced: "Displaced", evacuated: "Evacuated", arrived: "Arrived",
  returned: "Returned", trapped: "Trapped", present: "Present", population: "Population", affected: "Affected",
  protested: "Protested", deployed: "Deployed", withdrawn: "Withdrawn", destroyed: "Destroyed",
  held_territory: "Territory held", aid: "Aid", cost: "Cost", support: "Support", other: "Counted",
};
export const WHATS = Object.keys(WHAT);
export function sayWhat(what: string): string {
  return WHAT[what] ?? capital(what.replaceAll("_", " "));
}

export function sayKind(kind: string): string {
  return capital(kind.replaceAll("_", " "));
}

const MEASURES: Record<Figure["measure"], string> = {
  cumulative: "running total",
  stock: "standing at a time",
  flow: "movement",
};
export function sayMeasure(measure: Figure["measure"]): string {
  return MEASURES[measure];
}

const FIELDS: Record<string, string> = { actor: "who did it", target: "to whom", what: "what it counts", of: "of whom or what", source: "who says it", place: "where", time: "when" };
/** A field of a record as a person would call it. */
export function sayField(field: string): string {
  return FIELDS[field] ?? field;
}

/** "Kind, who did it by Ada"; empty where nobody corrected anything. */
export function sayCorrections(corrected: readonly Correction[] | undefined): string {
  const people = [...new Set((corrected ?? []).map((one) => one.by))];
  return people.map((by) => `${corrected!.filter((one) => one.by === by).map((one) => sayField(one.field)).join(", ")} by ${by}`).join("; ");
}

/** The outlet as a reader would write it; file name or "unknown outlet" where none is given. */
export function sayOutlet(report: Pick<Report, "outlet" | "path" | "url">): string {
  if (report.outlet) return report.outlet.replace(/^www\./, "");
  if (report.url) {
    const host = /^https?:\/\/(?:www\.)?([^/:]+)/.exec(report.url);
    if (host) return host[1]!;
  }
  return report.path?.split("/").pop() ?? "unknown outlet";
}

export function list(words: readonly string[]): string {
  if (words.length <= 1) return words[0] ?? "";
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
