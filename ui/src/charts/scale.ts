/** Slots and values -> pixels, and labels that do not run into one another. */

import type { BoardRow, Point } from "../account/board";
import type { ReportView } from "../account/originals";
import { sayDay } from "../account/edtf";
import { group } from "../account/wording";

export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Middle of a report's slot. */
export function slotX(frame: Frame, slots: number, slot: number): number {
  return frame.left + ((slot + 0.5) / Math.max(1, slots)) * (frame.right - frame.left);
}

export interface ValueScale {
  y: (value: number) => number;
  ticks: number[];
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const share = rough / power;
  return Math.max(1, (share > 5 ? 10 : share > 2 ? 5 : share > 1 ? 2 : 1) * power);
}

export function valueScale(frame: Frame, bottom: number, top: number, log: boolean): ValueScale {
  const height = frame.bottom - frame.top;
  if (log) {
    const [low, high] = [Math.log10(Math.max(1, bottom) * 0.7), Math.log10(top * 1.15)];
    const y = (value: number) => frame.bottom - ((Math.log10(Math.max(value, 1)) - low) / (high - low)) * height;
    const ticks: number[] = [];
    for (let power = Math.ceil(low); power <= high; power += 1) ticks.push(10 ** power);
    return { y, ticks };
  }
  const step = niceStep(top / 3);
  const ceiling = top * 1.08;
  const ticks: number[] = [];
  for (let value = 0; value <= top; value += step) ticks.push(value);
  return { y: (value) => frame.bottom - (value / ceiling) * height, ticks };
}

/** Runs of neighbouring slots whose reports came out on the same day. */
export function dayRuns(reports: readonly ReportView[]): { day: number | null; from: number; to: number }[] {
  const runs: { day: number | null; from: number; to: number }[] = [];
  for (const view of reports) {
    const last = runs.at(-1);
    if (last && last.day === view.day) last.to = view.slot;
    else runs.push({ day: view.day, from: view.slot, to: view.slot });
  }
  return runs;
}

/** A day as its room allows: with its weekday, short, only its number, or not at all. */
export function dayLabel(day: number | null, room: number): string {
  if (day === null) return room > 58 ? "Undated" : "";
  if (room > 84) return sayDay(day, "weekday");
  if (room > 48) return sayDay(day, "short");
  return room > 20 ? sayDay(day, "short").split(" ")[0]! : "";
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

export interface Placed {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

/** Tries the sides of a point in turn; null when every side is taken. */
export function placeLabel(x: number, y: number, text: string, size: number, taken: Box[], bounds: Box, gap = 8, rise = 0): Placed | null {
  const width = text.length * size * 0.56;
  const sides: { at: Placed; box: Box }[] = [
    { at: { x, y: y - gap - rise, anchor: "middle" }, box: { x: x - width / 2, y: y - gap - rise - size * 0.85, width, height: size * 0.85 } },
    { at: { x: x + gap, y: y + size * 0.35, anchor: "start" }, box: { x: x + gap, y: y - size * 0.42, width, height: size * 0.84 } },
    { at: { x: x - gap, y: y + size * 0.35, anchor: "end" }, box: { x: x - gap - width, y: y - size * 0.42, width, height: size * 0.84 } },
    { at: { x, y: y + gap + size * 0.8, anchor: "middle" }, box: { x: x - width / 2, y: y + gap, width, height: size } },
  ];
  for (const { at, box } of sides) {
    const inBounds = box.x >= bounds.x && box.x + box.width <= bounds.x + bounds.width && box.y >= bounds.y && box.y + box.height <= bounds.y + bounds.height;
    if (inBounds && !taken.some((other) => overlaps(other, box))) {
      taken.push(box);
      return at;
    }
  }
  return null;
}

/** Points of one slot that would cover one another stand side by side. */
export function dodge(row: BoardRow, x: (slot: number) => number, scale: ValueScale, radius: number): Map<Point, number> {
  const placed: { point: Point; x: number; y: number }[] = [];
  for (const point of row.points) {
    const y = scale.y(point.value);
    let at = x(point.slot);
    for (const side of [0, 1, -1, 2, -2]) {
      at = x(point.slot) + side * (radius * 2 + 1);
      if (!placed.some((other) => Math.abs(other.x - at) < radius * 1.9 && Math.abs(other.y - y) < radius * 1.9)) break;
    }
    placed.push({ point, x: at, y });
  }
  return new Map(placed.map(({ point, x: at }) => [point, at]));
}

/** A figure that is open at one end has a dotted tail there; only a closed range has a whisker. */
const OPEN = /at_least|more_than|about|up_to|fewer_than/;

/** What labels must leave free: the marks, their tails and whiskers, and the lines between them. */
export function occupied(row: BoardRow, x: (point: Point) => number, scale: ValueScale, radius: number, end: number): Box[] {
  const marks = row.points.map((point): Box => {
    const up = /at_least|more_than|about/.test(point.figure.qualifier) ? radius * 3.2 : 0;
    const down = /up_to|fewer_than|about/.test(point.figure.qualifier) ? radius * 3.2 : 0;
    const y = scale.y(point.value);
    return { x: x(point) - radius, y: y - radius - up, width: radius * 2, height: radius * 2 + up + down };
  });
  const lines = row.steps.flatMap((step) =>
    step.points.map((point, i): Box => {
      const next = step.points[i + 1];
      const from = x(point);
      return { x: from, y: scale.y(point.value) - 1.5, width: (next ? x(next) : end) - from, height: 3 };
    }),
  );
  const whiskers = row.points.flatMap(({ figure, low, high }, i): Box[] => {
    if (OPEN.test(figure.qualifier) || low === null || high === null || high <= low) return [];
    return [{ x: x(row.points[i]!) - 4, y: scale.y(high), width: 8, height: scale.y(low) - scale.y(high) }];
  });
  return [...marks, ...whiskers, ...lines];
}

/** 126 -> "126", 5200 -> "5,200", 320000 -> "320k": as short as it stays exact. */
export function shortNumber(value: number): string {
  if (value >= 1_000_000 && value % 100_000 === 0) return `${value / 1_000_000}m`;
  if (value >= 10_000 && value % 1000 === 0) return `${value / 1000}k`;
  return group(value);
}
