/** Report -> sentences, the unit of every selection. */

import type { Block, Event, Range } from "./account";
import type { ReportView } from "./originals";

export interface Sentence extends Range {
  /** Number over the whole situation, in order of publication and of text. */
  index: number;
  report: ReportView;
}

const STORY_KINDS = new Set<Block["kind"]>(["title", "body", "caption"]);

export function isStory(block: Block): boolean {
  return STORY_KINDS.has(block.kind);
}

/** Sentences of a stretch that no event was read in, by the browser's own segmenter. */
function segment(report: ReportView, stretch: Range, segmenter: Intl.Segmenter): Range[] {
  const text = report.text.slice(stretch.start, stretch.end);
  const found: Range[] = [];
  for (const part of segmenter.segment(text)) {
    for (const line of part.segment.matchAll(/[^\n]+/g)) {
      const words = line[0].trim();
      if (!/[\p{L}\p{N}]/u.test(words)) continue;
      const start = stretch.start + [...text.slice(0, part.index + line.index + line[0].indexOf(words))].length;
      found.push({ start, end: start + [...words].length });
    }
  }
  return found;
}

/** The stretches of a block that `known` leaves open. */
function gaps(block: Range, known: readonly Range[]): Range[] {
  const found: Range[] = [];
  let at = block.start;
  for (const range of known) {
    if (range.start > at) found.push({ start: at, end: range.start });
    at = Math.max(at, range.end);
  }
  if (at < block.end) found.push({ start: at, end: block.end });
  return found;
}

function blocksOf(report: ReportView): Block[] {
  return report.record.blocks.length > 0 ? report.record.blocks : [{ start: 0, end: report.text.length, kind: "body" }];
}

function sortRanges(ranges: Range[]): Range[] {
  return ranges.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Where the reader found events its sentences hold; the account carries no others, so the rest is segmented here. */
export function findSentences(reports: readonly ReportView[], events: readonly Event[]): Sentence[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  const read = new Map<string, Map<number, Range>>();
  for (const { report, sentence } of events) {
    const own = read.get(report) ?? new Map<number, Range>();
    own.set(sentence.start, sentence);
    read.set(report, own);
  }
  const sentences: Sentence[] = [];
  for (const report of reports) {
    const known = sortRanges([...(read.get(report.record.id)?.values() ?? [])]);
    const open = blocksOf(report)
      .filter(isStory)
      .flatMap((block) => gaps(block, known.filter((one) => one.start < block.end && one.end > block.start)))
      .flatMap((stretch) => segment(report, stretch, segmenter));
    for (const range of sortRanges([...known, ...open])) sentences.push({ ...range, report, index: sentences.length });
  }
  return sentences;
}

/** Finds the sentences that a span of a report touches, by binary search. */
export class SentenceIndex {
  private readonly byReport = new Map<string, Sentence[]>();

  constructor(sentences: readonly Sentence[]) {
    for (const sentence of sentences) {
      const own = this.byReport.get(sentence.report.record.id);
      if (own) own.push(sentence);
      else this.byReport.set(sentence.report.record.id, [sentence]);
    }
  }

  of(report: string): readonly Sentence[] {
    return this.byReport.get(report) ?? [];
  }

  touching(report: string, start: number, end: number): Sentence[] {
    const own = this.of(report);
    let low = 0;
    let high = own.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (own[middle]!.end <= start) low = middle + 1;
      else high = middle;
    }
    const found: Sentence[] = [];
    for (let i = low; i < own.length && own[i]!.start < end; i += 1) found.push(own[i]!);
    return found;
  }
}
