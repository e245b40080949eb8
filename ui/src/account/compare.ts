/** Two reports -> their sentences side by side: the same, reworded (with the words that differ), or only in one. */

import type { ReportView } from "./originals";
import type { Sentence } from "./sentences";
import type { Situation } from "./situation";

export interface Word {
  text: string;
  own: boolean;
}
export interface Pairing {
  kind: "same" | "reworded" | "only a" | "only b";
  a: { sentence: Sentence; words: Word[] } | null;
  b: { sentence: Sentence; words: Word[] } | null;
}

function tokens(text: string): string[] {
  return text.match(/\S+\s*/g) ?? [];
}

function bare(token: string): string {
  return token.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Longest common subsequence over words; each word knows whether the other side has it. */
export function differ(a: string, b: string): [Word[], Word[]] {
  const [left, right] = [tokens(a), tokens(b)];
  const [m, n] = [left.length, right.length];
  const table = Array.from({ length: m + 1 }, () => new Uint16Array(n + 1));
  for (let i = m - 1; i >= 0; i -= 1) {
    for (let j = n - 1; j >= 0; j -= 1) {
      table[i]![j] = bare(left[i]!) === bare(right[j]!) ? table[i + 1]![j + 1]! + 1 : Math.max(table[i + 1]![j]!, table[i]![j + 1]!);
    }
  }
  const [one, two]: [Word[], Word[]] = [[], []];
  let [i, j] = [0, 0];
  while (i < m || j < n) {
    if (i < m && j < n && bare(left[i]!) === bare(right[j]!)) {
      one.push({ text: left[i++]!, own: false });
      two.push({ text: right[j++]!, own: false });
    } else if (j >= n || (i < m && table[i + 1]![j]! >= table[i]![j + 1]!)) one.push({ text: left[i++]!, own: true });
    else two.push({ text: right[j++]!, own: true });
  }
  return [one, two];
}

function wordSet(sentence: Sentence): Set<string> {
  return new Set(tokens(sentence.report.text.slice(sentence.start, sentence.end)).map(bare).filter((word) => word.length > 2));
}

function likeness(a: Set<string>, b: Set<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / Math.max(1, Math.min(a.size, b.size) * 0.5 + Math.max(a.size, b.size) * 0.5);
}

const REWORDED = 0.55;

/** Sentences paired one to one, best likeness first; printed in the order of the second report. */
export function pairUp(situation: Situation, a: ReportView, b: ReportView): Pairing[] {
  const [left, right] = [situation.at.of(a.record.id), situation.at.of(b.record.id)];
  const [leftWords, rightWords] = [left.map(wordSet), right.map(wordSet)];
  const scores = left.flatMap((_, i) => right.map((__, j) => ({ i, j, score: likeness(leftWords[i]!, rightWords[j]!) })));
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of scores.filter((one) => one.score >= REWORDED).sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j)) {
    if (partner.has(i) || taken.has(j)) continue;
    partner.set(i, j);
    taken.add(j);
  }
  const text = (sentence: Sentence) => sentence.report.text.slice(sentence.start, sentence.end).replace(/\s+/g, " ").trim();
  const whole = (sentence: Sentence) => ({ sentence, words: [{ text: text(sentence), own: false }] });
  const found: Pairing[] = [];
  let next = 0;
  const onlyRight = (until: number) => {
    for (; next < until; next += 1) if (!taken.has(next)) found.push({ kind: "only b", a: null, b: whole(right[next]!) });
  };
  left.forEach((sentence, i) => {
    const j = partner.get(i);
    if (j === undefined) {
      found.push({ kind: "only a", a: whole(sentence), b: null });
      return;
    }
    if (j > next) onlyRight(j);
    const [one, two] = differ(text(sentence), text(right[j]!));
    const same = one.every((word) => !word.own) && two.every((word) => !word.own);
    found.push({ kind: same ? "same" : "reworded", a: { sentence, words: one }, b: { sentence: right[j]!, words: two } });
    next = Math.max(next, j + 1);
  });
  onlyRight(right.length);
  return found;
}

export interface Partners {
  a: ReportView;
  b: ReportView;
  why: string;
  shared: number;
}

/** Pairs of reports with words in common, most first, from what dedupe found. */
export function partners(situation: Situation): Partners[] {
  const found = new Map<string, Partners>();
  for (const original of situation.originals) {
    for (const link of original.record?.evidence ?? []) {
      const [a, b] = [situation.report.get(link.a), situation.report.get(link.b)];
      if (!a || !b) continue;
      const [first, second] = a.slot <= b.slot ? [a, b] : [b, a];
      found.set(`${first.label}-${second.label}`, { a: first, b: second, why: link.why ?? "", shared: link.shared.length });
    }
  }
  return [...found.values()].sort((x, y) => y.shared - x.shared || x.a.slot - y.a.slot || x.b.slot - y.b.slot);
}
