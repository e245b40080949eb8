/** Statements -> agreement marks: one fixed slot per original, never a percentage. */

import type { BriefSentence, Contradiction, Figure, Happening, Series } from "./account";
import type { Original } from "./originals";
import type { Situation } from "./situation";
import { type Badge, pointOf } from "./wording";

export type Mark = "says" | "part" | "silent" | "differs";
export interface Slot {
  original: Original;
  mark: Mark;
}
const STRENGTH: Record<Mark, number> = { silent: 0, part: 1, says: 2, differs: 3 };
const SPOKEN: Record<Mark, string> = {
  says: "says it",
  part: "says part or an earlier value",
  silent: "silent",
  differs: "differs",
};

type Marks = Map<string, Mark>;

function raise(marks: Marks, original: string | undefined, mark: Mark): void {
  if (original === undefined) return;
  if (STRENGTH[mark] > STRENGTH[marks.get(original) ?? "silent"]) marks.set(original, mark);
}

function sameValue(a: Figure, b: Figure): boolean {
  return pointOf(a) !== null && pointOf(a) === pointOf(b);
}

function markSeries(situation: Situation, series: Series, marks: Marks): void {
  const latest = situation.figure.get(series.latest ?? series.members.at(-1) ?? "");
  if (!latest) return;
  const relation = new Map<string, string>();
  for (const one of series.relations ?? []) {
    if (one.a === latest.id) relation.set(one.b, one.relation);
    if (one.b === latest.id) relation.set(one.a, one.relation);
  }
  const own: Marks = new Map();
  for (const id of series.members) {
    const figure = situation.figure.get(id);
    const original = figure && situation.report.get(figure.report)?.original.id;
    if (!figure || !original) continue;
    const says = figure.id === latest.id || relation.get(id) === "agree" || sameValue(figure, latest);
    const mark = says ? "says" : relation.get(id) === "conflict" ? "differs" : "part";
    if (own.get(original) !== "says") raise(own, original, mark);
    if (says) own.set(original, "says");
  }
  for (const [original, mark] of own) raise(marks, original, mark);
}

function markHappening(situation: Situation, happening: Happening, marks: Marks, about: (conflict: Contradiction) => boolean): void {
  for (const id of happening.events) raise(marks, situation.report.get(situation.event.get(id)?.report ?? "")?.original.id, "says");
  for (const id of happening.grade === "contested" ? (happening.conflicts ?? []) : []) {
    const conflict = situation.contradiction.get(id);
    if (!conflict || !about(conflict)) continue;
    const [a, b] = [situation.sideReport(conflict.a), situation.sideReport(conflict.b)];
    if (a && b && a.original !== b.original) raise(marks, (a.slot > b.slot ? a : b).original.id, "differs");
  }
}

function slots(situation: Situation, marks: Marks): Slot[] {
  return situation.originals.map((original) => ({ original, mark: marks.get(original.id) ?? "silent" }));
}

export function agreeOnSeries(situation: Situation, series: Series): Slot[] {
  const marks: Marks = new Map();
  markSeries(situation, series, marks);
  return slots(situation, marks);
}

/** `about`: which of its contradictions are about what is asked, all unless told. */
export function agreeOnHappening(situation: Situation, happening: Happening, about: (conflict: Contradiction) => boolean = () => true): Slot[] {
  const marks: Marks = new Map();
  markHappening(situation, happening, marks, about);
  return slots(situation, marks);
}

/** Which originals carry any of these sentences: for voices, entities and other bundles that nobody can differ from. */
export function coverage(situation: Situation, sentences: ReadonlySet<number>): Slot[] {
  const marks: Marks = new Map();
  for (const index of sentences) raise(marks, situation.sentences[index]?.report.original.id, "says");
  return slots(situation, marks);
}

/** Where a statement is contradicted: the side that speaks against the sentences it rests on. */
export interface Dispute {
  conflict: Contradiction;
  against: Contradiction["a"];
}

/** The contradictions that touch the sentences of a statement; one that is about a count, only where it gives that count. */
export function disputesOf(situation: Situation, statement: BriefSentence): Dispute[] {
  const own = situation.sentencesOf(statement.support);
  const first = situation.report.get(statement.support[0]?.report ?? "")?.original;
  const stands = (side: Contradiction["a"]) => [...situation.sentencesOf(situation.sideSpans(side))].some((index) => own.has(index));
  return situation.contradictions.flatMap((conflict): Dispute[] => {
    const [a, b] = [stands(conflict.a), stands(conflict.b)];
    if ((!a && !b) || (conflict.kind === "numeric" && !counts(situation, statement, conflict))) return [];
    if (a !== b) return [{ conflict, against: a ? conflict.b : conflict.a }];
    const [one, two] = [situation.sideReport(conflict.a)!, situation.sideReport(conflict.b)!];
    const later = one.slot > two.slot ? conflict.a : conflict.b;
    return [{ conflict, against: one.original === first ? conflict.b : two.original === first ? conflict.a : later }];
  });
}

/** Whether a statement gives the count that a contradiction is about. */
function counts(situation: Situation, statement: BriefSentence, conflict: Contradiction): boolean {
  const refs = new Set(statement.refs ?? []);
  const ofSeries = [conflict.a, conflict.b].some((side) => refs.has(situation.seriesOf.get(side.id)?.id ?? ""));
  return ofSeries || [...conflict.why.matchAll(/“([^”]+)”/g)].some((said) => statement.text.includes(said[1]!));
}

/** A statement of the brief. The count it gives first is marked as that series is, so that the two never disagree; who
 *  only has its other counts, or a sentence beside them, says a part. Without a count its sentences say it, and those that
 *  contradict them differ. */
export function agreeOnStatement(situation: Situation, statement: BriefSentence): Slot[] {
  const counted = (statement.refs ?? []).flatMap((ref) => situation.series.find((one) => one.id === ref) ?? []);
  const marks: Marks = new Map();
  if (counted[0]) markSeries(situation, counted[0], marks);
  for (const series of counted.slice(1)) {
    const other: Marks = new Map();
    markSeries(situation, series, other);
    for (const [original, mark] of other) raise(marks, original, mark === "differs" ? mark : "part");
  }
  const disputes = counted.length === 0 && statement.grade === "contested" ? disputesOf(situation, statement) : [];
  for (const { conflict, against } of disputes) {
    const [a, b] = [situation.sideReport(conflict.a), situation.sideReport(conflict.b)];
    if (a && b && a.original !== b.original) raise(marks, (against === conflict.a ? a : b).original.id, "differs");
  }
  for (const span of statement.support) raise(marks, situation.report.get(span.report)?.original.id, counted.length > 0 ? "part" : "says");
  return slots(situation, marks);
}

export function gradeOf(statement: BriefSentence): Badge {
  return statement.inferred ? "reading" : (statement.grade ?? "unattributed");
}

/** The spoken label of a row of marks: each original by letter, or the tally where there are many. */
export function sayAgreement(row: readonly Slot[]): string {
  if (row.length <= 9) return `Originals: ${row.map(({ original, mark }) => `${original.letter} ${SPOKEN[mark]}`).join(", ")}`;
  const tally = (["says", "part", "differs", "silent"] as const)
    .map((mark) => ({ mark, total: row.filter((slot) => slot.mark === mark).length }))
    .filter(({ total }) => total > 0)
    .map(({ mark, total }) => `${total} ${SPOKEN[mark]}`);
  return `${row.length} originals: ${tally.join(", ")}`;
}
