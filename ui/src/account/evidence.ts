/** Selected sentences -> evidence by original: each sentence once, its marked words, who says it, and where the same words stand. */

import type { SourceSpan } from "./account";
import type { Original } from "./originals";
import type { Sentence } from "./sentences";
import type { Situation } from "./situation";
import { NOBODY, type Voice } from "./voices";

export interface Piece {
  text: string;
  marked: boolean;
}
export interface Exhibit {
  sentence: Sentence;
  pieces: Piece[];
  voices: Voice[];
  /** Other sentences of the same original in the same words. */
  echoes: Sentence[];
}
export interface Bundle {
  original: Original;
  reports: number;
  exhibits: Exhibit[];
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ");
}

/** A sentence cut where marks begin and end. */
export function cut(sentence: Sentence, marks: readonly SourceSpan[]): Piece[] {
  const own = marks
    .filter((mark) => mark.report === sentence.report.record.id && mark.start < sentence.end && mark.end > sentence.start)
    .map((mark) => ({ start: Math.max(mark.start, sentence.start), end: Math.min(mark.end, sentence.end) }))
    .sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = sentence.start;
  const add = (start: number, end: number, marked: boolean) => {
    if (end > start) pieces.push({ text: clean(sentence.report.text.slice(start, end)), marked });
  };
  for (const mark of own) {
    if (mark.end <= at) continue;
    add(at, mark.start, false);
    add(Math.max(at, mark.start), mark.end, true);
    at = mark.end;
  }
  add(at, sentence.end, false);
  return pieces;
}

/** Words cut where marks begin and end. */
export function cutText(text: string, marks: readonly { start: number; end: number }[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const mark of [...marks].sort((a, b) => a.start - b.start)) {
    if (mark.start < at) continue;
    pieces.push({ text: text.slice(at, mark.start), marked: false }, { text: text.slice(mark.start, mark.end), marked: true });
    at = mark.end;
  }
  return [...pieces, { text: text.slice(at), marked: false }].filter((piece) => piece.text !== "");
}

export function voicesIn(situation: Situation, sentence: Sentence): Voice[] {
  const report = sentence.report.record.id;
  const touching = (start: number, end: number) => start < sentence.end && end > sentence.start;
  const found = new Set<Voice>();
  for (const claim of situation.claims) {
    if (claim.report === report && claim.content.some((part) => touching(part.start, part.end))) found.add(situation.speakerOf(claim));
  }
  for (const figure of situation.figures) {
    if (figure.report === report && touching(figure.start, figure.end)) found.add(situation.voiceOf(figure));
  }
  const named = [...found].filter((voice) => voice.key !== NOBODY);
  return named.length > 0 ? named : [...found];
}

export function gather(situation: Situation, sentences: ReadonlySet<number>, marks: readonly SourceSpan[]): Bundle[] {
  const bundles = new Map<Original, Bundle>();
  const seen = new Map<string, Exhibit>();
  for (const index of [...sentences].sort((a, b) => a - b)) {
    const sentence = situation.sentences[index]!;
    const original = sentence.report.original;
    const key = original.id + clean(sentence.report.text.slice(sentence.start, sentence.end)).toLowerCase();
    const echo = seen.get(key);
    if (echo) {
      echo.echoes.push(sentence);
      continue;
    }
    let bundle = bundles.get(original);
    if (!bundle) {
      bundle = { original, reports: 0, exhibits: [] };
      bundles.set(original, bundle);
    }
    const exhibit = { sentence, pieces: cut(sentence, marks), voices: voicesIn(situation, sentence), echoes: [] };
    seen.set(key, exhibit);
    bundle.exhibits.push(exhibit);
  }
  for (const bundle of bundles.values()) {
    bundle.reports = new Set(bundle.exhibits.flatMap((one) => [one.sentence, ...one.echoes].map((sentence) => sentence.report))).size;
  }
  return situation.originals.flatMap((original) => bundles.get(original) ?? []);
}
