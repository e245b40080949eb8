/** Timeline entries -> lanes over a window of days: solid where the day is known, dotted over the span an event may fall in. */

import type { TimelineEntry } from "./account";
import { dayOf, isoOf, MONTHS, parseEdtf } from "./edtf";
import { groupOf, sayGroup } from "./kinds";
import type { Situation } from "./situation";

export interface Bar {
  entry: TimelineEntry;
  /** Position in the account's timeline, from 1: the `tl` facet. */
  number: number;
  first: number;
  last: number;
  /** The day is not known: the event falls somewhere in the span. */
  loose: boolean;
  contested: boolean;
  sentences: Set<number>;
  group: string;
}

export interface Lane {
  name: string;
  bars: Bar[];
}

export type LaneBy = "kind" | "place" | "actor";

export interface Chronology {
  bars: Bar[];
  background: Bar[];
  undated: Bar[];
  first: number;
  last: number;
}

function readEntry(situation: Situation, entry: TimelineEntry, index: number): Bar | null {
  const [a, b] = [parseEdtf(entry.start), parseEdtf(entry.end ?? entry.start)];
  const first = a?.first ?? b?.first ?? null;
  const last = b?.last ?? a?.last ?? null;
  const happening = situation.happening.get(entry.happening ?? "");
  return {
    entry,
    number: index + 1,
    first: first ?? NaN,
    last: last ?? first ?? NaN,
    loose: Boolean(entry.precision && !["day", "minute"].includes(entry.precision)) || Boolean(a?.approximate) || first !== last,
    contested: (entry.grade ?? happening?.grade) === "contested",
    sentences: situation.sentencesOf(entry.support),
    group: happening ? groupOf(happening.kind) : "other",
  };
}

const AIR_DAYS = 10;

/** Days with their entries; long-past entries stand apart so that they do not flatten the days that matter. */
export function readTimeline(situation: Situation): Chronology {
  const all = situation.timeline.flatMap((entry, index) => readEntry(situation, entry, index) ?? []);
  const dated = all.filter((bar) => Number.isFinite(bar.first));
  const published = situation.window();
  const early = published ? published.first - 60 : -Infinity;
  const isBackground = (bar: Bar) => Boolean(bar.entry.background) || bar.last < early || bar.entry.precision === "year";
  const bars = dated.filter((bar) => !isBackground(bar));
  // An event that may fall anywhere in a month must not stretch the days that are known.
  const near = bars.filter((bar) => bar.last - bar.first <= 7);
  const days = (near.length > 0 ? near : bars).flatMap((bar) => [bar.first, bar.last]);
  // Publication days belong to the window unless a late report would stretch it over weeks in which nothing happened.
  const [from, to] = [Math.min(...days), Math.max(...days)];
  for (const view of situation.reports) {
    if (view.day !== null && (days.length === 0 || (view.day > from - AIR_DAYS && view.day < to + AIR_DAYS))) days.push(view.day);
  }
  return {
    bars,
    background: dated.filter(isBackground),
    undated: all.filter((bar) => !Number.isFinite(bar.first)),
    first: days.length ? Math.min(...days) : 0,
    last: days.length ? Math.max(...days) : 0,
  };
}

function laneName(situation: Situation, bar: Bar, by: LaneBy): string {
  const happening = situation.happening.get(bar.entry.happening ?? "");
  if (by === "kind") return sayGroup(bar.group);
  if (by === "place") return situation.name(happening?.place) ?? "Place not given";
  return situation.name(happening?.actors.find((id) => situation.isNamed(id))) ?? "Actor not given";
}

const UNNAMED = new Set(["Other", "Place not given", "Actor not given"]);

export function lanes(situation: Situation, bars: readonly Bar[], by: LaneBy): Lane[] {
  const named = new Map<string, Bar[]>();
  for (const bar of bars) {
    const name = laneName(situation, bar, by);
    const own = named.get(name);
    if (own) own.push(bar);
    else named.set(name, [bar]);
  }
  return [...named]
    .map(([name, own]) => ({ name, bars: [...own].sort((a, b) => a.first - b.first || a.last - b.last || a.number - b.number) }))
    .sort((a, b) => Number(UNNAMED.has(a.name)) - Number(UNNAMED.has(b.name)) || (a.bars[0]?.first ?? 0) - (b.bars[0]?.first ?? 0) || b.bars.length - a.bars.length);
}

/** Rows that bars of a lane need so that no label runs into the next. Widths are shares of the whole width. */
export function stack(bars: readonly Bar[], left: (bar: Bar) => number, width: (bar: Bar) => number): Map<Bar, number> {
  const ends: number[] = [];
  const rows = new Map<Bar, number>();
  for (const bar of bars) {
    const start = left(bar);
    let row = ends.findIndex((end) => end <= start + 0.001);
    if (row < 0) row = ends.push(0) - 1;
    ends[row] = start + width(bar);
    rows.set(bar, row);
  }
  return rows;
}

export interface Tick {
  day: number;
  label: string;
}

/** Room for a day's number with its month. */
const DAY_PX = 48;

/** Days in a row of `width` pixels: each with its weekday where that fits, else their numbers, every fourth at least; else
 *  weeks, months or years. The month stands with the first and with every first day of one. */
export function dayTicks(first: number, last: number, width: number): Tick[] {
  const span = last - first + 1;
  const step = Math.ceil((DAY_PX * span) / width);
  if (width / span >= 90 || step > 4) return ticks(first, last, Math.max(2, Math.floor(width / 90)));
  return Array.from({ length: Math.ceil(span / step) }, (_, i) => {
    const [day, before] = [first + i * step, first + (i - 1) * step];
    const month = MONTHS[new Date(day * 86_400_000).getUTCMonth()]!.slice(0, 3);
    const number = new Date(day * 86_400_000).getUTCDate();
    return { day, label: i === 0 || number < new Date(before * 86_400_000).getUTCDate() ? `${number} ${month}` : String(number) };
  });
}

/** Ticks that fit: days, weeks, months or years, whichever gives at most `most`. */
export function ticks(first: number, last: number, most: number): Tick[] {
  const span = last - first + 1;
  if (span <= most) return Array.from({ length: span }, (_, i) => ({ day: first + i, label: shortDay(first + i) }));
  if (span / 7 <= most) {
    const weeks = Math.ceil(span / 7);
    return Array.from({ length: weeks }, (_, i) => ({ day: first + i * 7, label: shortDay(first + i * 7) }));
  }
  const [year, month] = isoOf(first).split("-").map(Number) as [number, number];
  const months = Math.ceil(span / 30.4);
  const step = Math.max(1, Math.ceil(months / most));
  const found: Tick[] = [];
  for (let i = 0; i <= months; i += step) {
    const day = dayOf(year, month + i, 1);
    const date = new Date(day * 86_400_000);
    if (day >= first && day <= last) found.push({ day, label: `${MONTHS[date.getUTCMonth()]!.slice(0, 3)} ${date.getUTCFullYear()}` });
  }
  return found;
}

function shortDay(day: number): string {
  const date = new Date(day * 86_400_000);
  const name = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][date.getUTCDay()]!;
  return `${name} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]!.slice(0, 3)}`;
}
