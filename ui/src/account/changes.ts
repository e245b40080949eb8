/** Situation × moment -> what changed since: replaced figures, new happenings, new counters, overtaken counts, and what did not move. */

import type { Figure, SourceSpan } from "./account";
import type { BoardRow, Point } from "./board";
import type { Situation } from "./situation";
import { NOBODY } from "./voices";
import { capital, pointOf, sayAmount, sayFigure } from "./wording";

export interface Change {
  sign: "+" | "−" | "~";
  title: string;
  before: string[];
  after: string[];
  note: string;
  facet: { name: "ser" | "hap" | "inf" | "con"; value: string };
  spans: SourceSpan[];
}

export interface Changes {
  since: number;
  until: number;
  changes: Change[];
  unchanged: string[];
}

/** The days on which reports came out, from which a reader chooses the moment to compare with. */
export function moments(situation: Situation): number[] {
  return [...new Set(situation.reports.flatMap((view) => (view.day === null ? [] : [view.day])))].sort((a, b) => a - b);
}

function latestOf(points: readonly Point[]): Figure | null {
  const standing = points.filter((point) => !point.stale);
  const named = standing.filter((point) => point.voice.key !== NOBODY);
  const pool = named.length > 0 ? named : standing;
  const slot = Math.max(...pool.map((point) => point.slot));
  return pool.filter((point) => point.slot === slot).reduce<Point | null>((best, point) => (!best || point.value >= best.value ? point : best), null)?.figure ?? null;
}

/** What became of a count; null for none, and for what was long ago: that a report recalls it is no news. */
function changeOfSeries(situation: Situation, row: BoardRow, since: number): Change | "same" | null {
  if (row.kind === "background") return null;
  const day = (point: Point) => situation.reports[point.slot]?.day ?? since;
  const before = row.points.filter((point) => day(point) <= since);
  const after = row.points.filter((point) => day(point) > since);
  const facet = { name: "ser", value: row.series.id } as const;
  const title = capital(row.series.label);
  const spans = row.points.map(({ figure }) => ({ report: figure.report, start: figure.start, end: figure.end }));
  // The reading that stands is the same on every section; what came out before the moment was no news after it.
  const isNews = row.latest !== null && (situation.report.get(row.latest.report)?.day ?? since) > since;
  const now = isNews ? row.latest : null;
  const same = before.filter((point) => now !== null && point.figure.source === now.source);
  const old = latestOf(same.length > 0 ? same : before);
  if (!old && now) return { sign: "+", title, before: [], after: [sayFigure(now)], note: "", facet, spans };
  if (old && now) {
    if (sayAmount(old) === sayAmount(now) || (pointOf(old) === pointOf(now) && now.qualifier === "exact")) return "same";
    return { sign: "~", title, before: [sayFigure(old)], after: [sayFigure(now)], note: "", facet, spans };
  }
  if (old && after.length > 0) return "same";
  if (old && before.length > 1 && row.series.grade === "unattributed") {
    return { sign: "−", title, before: [sayFigure(old)], after: [], note: "no later report repeats it", facet, spans };
  }
  return null;
}

export function changesSince(situation: Situation, board: readonly BoardRow[], since: number): Changes {
  const changes: Change[] = [];
  const unchanged: string[] = [];
  for (const row of board) {
    const change = changeOfSeries(situation, row, since);
    if (change === "same") unchanged.push(row.series.label);
    else if (change && !changes.some((other) => other.title === change.title && other.after.join() === change.after.join())) changes.push(change);
  }
  const dayOf = (report: string) => situation.report.get(report)?.day ?? since;
  const fresh = situation.happenings
    .filter((one) => !one.background && one.events.every((id) => dayOf(situation.event.get(id)?.report ?? "") > since))
    .sort((a, b) => b.support.origins - a.support.origins || b.support.reports - a.support.reports || a.id.localeCompare(b.id));
  const told = fresh.filter((one, at) => fresh.findIndex((other) => other.summary === one.summary) === at);
  for (const one of told.slice(0, 5)) {
    const spans = one.events.flatMap((id) => situation.event.get(id) ?? []).map((event) => ({ report: event.report, ...event.sentence }));
    changes.push({ sign: "+", title: "New", before: [], after: [one.summary], note: "", facet: { name: "hap", value: one.id }, spans });
  }
  for (const voice of situation.voices) {
    const figures = voice.figures;
    if (voice.key === NOBODY || figures.length === 0 || figures.some((figure) => dayOf(figure.report) <= since)) continue;
    const after = [`${voice.name}: ${sayFigure(figures[0]!)}`];
    changes.push({ sign: "+", title: "New counter", before: [], after, note: "", facet: { name: "inf", value: voice.key }, spans: figures });
  }
  const order = { "~": 0, "+": 1, "−": 2 };
  changes.sort((a, b) => order[a.sign] - order[b.sign]);
  const last = moments(situation).at(-1) ?? since;
  return { since, until: last, changes, unchanged };
}
