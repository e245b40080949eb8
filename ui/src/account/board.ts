/** Series -> the figures board: rows in order of weight, points in report slots, steps, brackets. */

import type { Figure, Series } from "./account";
import type { Situation } from "./situation";
import { NOBODY, type Voice } from "./voices";
import { pointOf } from "./wording";

export type Kind = "total" | "part" | "movement" | "plan" | "standing" | "background";

export interface Point {
  figure: Figure;
  slot: number;
  value: number;
  low: number | null;
  high: number | null;
  voice: Voice;
  /** A count that its own counter had already replaced when this report repeated it. */
  stale: boolean;
}

export interface Step {
  voice: Voice;
  points: Point[];
}

export interface Bracket {
  a: Point;
  b: Point;
  why: string;
}

export interface BoardRow {
  series: Series;
  kind: Kind;
  points: Point[];
  steps: Step[];
  brackets: Bracket[];
  latest: Figure | null;
  sentences: Set<number>;
  log: boolean;
  top: number;
  bottom: number;
  part: boolean;
}

/** What a reader asks first. */
const WEIGHT: Record<string, number> = {
  killed: 9, died: 9, missing: 6, injured: 6, captured: 5, displaced: 6, evacuated: 5, trapped: 5, surrendered: 5,
  affected: 4, arrived: 4, returned: 4, protested: 4, present: 3, destroyed: 4, aid: 3, deployed: 3, withdrawn: 3,
};

function weigh(series: Series): number {
  const members = Math.min(series.members.length, 12);
  const originals = series.support?.origins ?? 1;
  return (WEIGHT[series.what] ?? 1) * 2 + members * 1.5 + originals * 2 - (series.background ? 40 : 0);
}

function kindOf(situation: Situation, series: Series): Kind {
  if (series.background) return "background";
  const happening = situation.happening.get(series.happening ?? "");
  if (happening?.status === "planned") return "plan";
  if (series.measure === "cumulative") return "total";
  return series.measure === "stock" ? "standing" : "movement";
}

function stepsOf(points: Point[]): Step[] {
  const byVoice = new Map<Voice, Point[]>();
  for (const point of points) {
    if (point.voice.key === NOBODY || point.stale) continue;
    const own = byVoice.get(point.voice);
    if (own) own.push(point);
    else byVoice.set(point.voice, [point]);
  }
  return [...byVoice].filter(([, own]) => own.length > 1).map(([voice, own]) => ({ voice, points: own }));
}

/** In a running total, a smaller number by a counter who had given a larger one before is an old count repeated. */
function markStale(series: Series, points: Point[]): void {
  if (series.measure !== "cumulative") return;
  const reached = new Map<Voice, number>();
  for (const point of points) {
    if (point.voice.key === NOBODY) continue;
    const before = reached.get(point.voice) ?? -Infinity;
    if (point.value < before) point.stale = true;
    else reached.set(point.voice, point.value);
  }
}

export function readSeries(situation: Situation, series: Series): BoardRow {
  const figures = series.members.flatMap((id) => situation.figure.get(id) ?? []);
  const points = figures
    .flatMap((figure): Point[] => {
      const value = pointOf(figure);
      const slot = situation.report.get(figure.report)?.slot;
      if (value === null || slot === undefined) return [];
      return [{ figure, slot, value, low: figure.low, high: figure.high, voice: situation.voiceOf(figure), stale: false }];
    })
    .sort((a, b) => a.slot - b.slot || a.figure.start - b.figure.start);
  markStale(series, points);
  const distinct = points.filter(
    (point, i) => !points.slice(0, i).some((other) => other.slot === point.slot && other.value === point.value && other.voice === point.voice),
  );
  const byFigure = new Map(points.map((point) => [point.figure.id, point]));
  const brackets = (series.relations ?? []).flatMap((one): Bracket[] => {
    const [a, b] = [byFigure.get(one.a), byFigure.get(one.b)];
    return one.relation === "conflict" && a && b ? [{ a, b, why: one.why }] : [];
  });
  const bounds = points.flatMap((point) => [point.value, point.low ?? point.value, point.high ?? point.value]);
  const positive = bounds.filter((value) => value > 0);
  const [top, bottom] = [Math.max(1, ...bounds), Math.min(...(positive.length ? positive : [1]))];
  return {
    series,
    kind: kindOf(situation, series),
    points: distinct,
    steps: series.measure === "flow" ? [] : stepsOf(distinct),
    brackets,
    latest: situation.figure.get(series.latest ?? "") ?? figures.at(-1) ?? null,
    sentences: situation.sentencesOf(figures),
    log: top / bottom > 20,
    top,
    bottom,
    part: false,
  };
}

/** All rows: the leading one first, what is counted as part of it directly below, background last. */
export function buildBoard(situation: Situation): BoardRow[] {
  const rows = [...situation.series]
    .sort((a, b) => weigh(b) - weigh(a) || a.id.localeCompare(b.id))
    .map((series) => readSeries(situation, series))
    .filter((row) => row.points.length > 0);
  const lead = rows[0];
  if (!lead) return rows;
  const isPart = (row: BoardRow) =>
    row !== lead &&
    row.kind === lead.kind &&
    row.series.what === lead.series.what &&
    row.series.happening !== null &&
    row.series.happening === lead.series.happening &&
    row.top < lead.top &&
    (row.series.of ?? "") !== (lead.series.of ?? "");
  const parts = rows.filter(isPart);
  for (const row of parts) {
    row.part = true;
    row.kind = "part";
  }
  return [lead, ...parts, ...rows.filter((row) => row !== lead && !row.part)];
}

/** Points that conflict with one another, directly or through a third, largest group first. */
export function conflictGroups(row: BoardRow): Point[][] {
  const groups: Set<Point>[] = [];
  for (const { a, b } of row.brackets) {
    const touching = groups.filter((group) => group.has(a) || group.has(b));
    const joined = new Set<Point>([a, b, ...touching.flatMap((group) => [...group])]);
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups
    .map((group) => [...group].sort((a, b) => a.value - b.value))
    .sort((a, b) => b.length - a.length || a[0]!.slot - b[0]!.slot);
}
