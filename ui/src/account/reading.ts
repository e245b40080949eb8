/** Report -> what the reader page draws: story paragraphs and page furniture, and the mentions in each stretch. */

import type { Block, Entity, Event, Figure, Range, Time } from "./account";
import type { ReportView } from "./originals";
import { isStory, type Sentence } from "./sentences";
import type { Situation } from "./situation";

export type Layer = "figures" | "times" | "names" | "events" | "said";

export type Mention =
  | ({ layer: "figures"; figure: Figure } & Range)
  | ({ layer: "times"; time: Time } & Range)
  | ({ layer: "names"; entity: Entity; form: string } & Range)
  | ({ layer: "events"; event: Event } & Range);

export interface Stretch {
  text: string;
  mention: Mention | null;
  said: boolean;
}

export interface Line {
  sentence: Sentence;
  /** White space or unread words between the sentence before and this one. */
  before: string;
}

export interface Paragraph {
  lines: Line[];
  /** Labels of reports that carry the same words. */
  shared: string[];
  caption: boolean;
}

export interface Furniture {
  rows: { name: string; text: string }[];
}

export type Passage = { kind: "paragraph"; paragraph: Paragraph } | { kind: "furniture"; furniture: Furniture };

const FURNITURE: Record<Block["kind"], string> = {
  title: "title", body: "text", byline: "byline", dateline: "dateline", date: "page date", caption: "caption",
  chrome: "page furniture", comments: "comments", recommended: "link to another story", unrelated: "another story", other: "set aside",
};

/** Every mention of the layers asked for; where two overlap the one that says more stays. */
export function mentionsIn(situation: Situation, view: ReportView, layers: ReadonlySet<Layer>): Mention[] {
  const id = view.record.id;
  const found: Mention[] = [];
  if (layers.has("figures")) {
    for (const figure of situation.figures) if (figure.report === id) found.push({ layer: "figures", figure, start: figure.start, end: figure.end });
  }
  if (layers.has("times")) {
    for (const time of situation.times) if (time.report === id) found.push({ layer: "times", time, start: time.start, end: time.end });
  }
  if (layers.has("events")) {
    for (const event of situation.events) if (event.report === id) found.push({ layer: "events", event, start: event.trigger.start, end: event.trigger.end });
  }
  if (layers.has("names")) {
    for (const entity of situation.account.entities) {
      for (const one of entity.mentions) {
        if (one.report !== id || one.end - one.start > 60) continue;
        found.push({ layer: "names", entity, form: one.form, start: one.start, end: one.end });
      }
    }
  }
  const isNamed = (mention: Mention) => mention.layer === "names" && (mention.form === "name" || mention.form === "demonym");
  const rank = (mention: Mention) => (mention.layer === "figures" ? 0 : mention.layer === "times" ? 1 : isNamed(mention) ? 2 : mention.layer === "events" ? 3 : 4);
  const kept: Mention[] = [];
  const taken = new Uint8Array(view.text.length + 1);
  for (const mention of found.sort((a, b) => rank(a) - rank(b) || a.start - b.start || b.end - a.end)) {
    if (taken.subarray(mention.start, mention.end).some(Boolean)) continue;
    taken.fill(1, mention.start, mention.end);
    kept.push(mention);
  }
  return kept.sort((a, b) => a.start - b.start);
}

export function saidIn(situation: Situation, view: ReportView): Range[] {
  return situation.claims.filter((claim) => claim.report === view.record.id).flatMap((claim) => claim.content);
}

/** A range cut wherever a mention or somebody's words begin or end. */
export function stretches(view: ReportView, range: Range, mentions: readonly Mention[], said: readonly Range[]): Stretch[] {
  const within = (one: Range) => one.start < range.end && one.end > range.start;
  const own = mentions.filter(within);
  const words = said.filter(within);
  const cuts = new Set([range.start, range.end]);
  for (const one of [...own, ...words]) {
    cuts.add(Math.max(range.start, one.start));
    cuts.add(Math.min(range.end, one.end));
  }
  const edges = [...cuts].sort((a, b) => a - b);
  const pieces: Stretch[] = [];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const [start, end] = [edges[i]!, edges[i + 1]!];
    const covers = (one: Range) => one.start <= start && one.end >= end;
    pieces.push({ text: view.text.slice(start, end), mention: own.find(covers) ?? null, said: words.some(covers) });
  }
  return pieces;
}

/** Where other reports carry the same words as this one, by range of this report. */
export function sharedRanges(situation: Situation, view: ReportView): { range: Range; label: string }[] {
  return (view.original.record?.evidence ?? []).flatMap((link) => {
    const side = link.a === view.record.id ? "a" : link.b === view.record.id ? "b" : null;
    const other = situation.report.get(side === "a" ? link.b : link.a);
    return side && other ? link.shared.map((pair) => ({ range: pair[side], label: other.label })) : [];
  });
}

const SENTENCES_A_PARAGRAPH = 3;

/** Story text in paragraphs: at blank lines or line breaks where the report has them, else every few sentences. */
function paragraphs(situation: Situation, view: ReportView, block: Block, shared: { range: Range; label: string }[]): Paragraph[] {
  const sentences = situation.at.touching(view.record.id, block.start, block.end);
  const broken = /\n/.test(view.text.slice(block.start, block.end).trim());
  const found: Paragraph[] = [];
  let lines: Line[] = [];
  let at = block.start;
  const close = () => {
    if (lines.length === 0) return;
    const [start, end] = [lines[0]!.sentence.start, lines.at(-1)!.sentence.end];
    const labels = shared.filter(({ range }) => range.start < end && range.end > start).map(({ label }) => label);
    found.push({ lines, shared: [...new Set(labels)].sort(), caption: block.kind === "caption" });
    lines = [];
  };
  for (const sentence of sentences) {
    const before = sentence.start > at ? view.text.slice(at, sentence.start) : "";
    if (broken ? before.includes("\n") : lines.length >= SENTENCES_A_PARAGRAPH) close();
    lines.push({ sentence, before: before.replace(/\s+/g, " ") });
    at = sentence.end;
  }
  close();
  return found;
}

/** The whole report in order, nothing left out: what is not story stands apart with its kind. */
export function passages(situation: Situation, view: ReportView): Passage[] {
  const blocks = view.record.blocks.length > 0 ? view.record.blocks : [{ start: 0, end: view.text.length, kind: "body" as const }];
  const shared = sharedRanges(situation, view);
  const found: Passage[] = [];
  for (const block of blocks) {
    const text = view.text.slice(block.start, block.end).replace(/\s+/g, " ").trim();
    if (text === "") continue;
    if (isStory(block)) {
      for (const paragraph of paragraphs(situation, view, block, shared)) found.push({ kind: "paragraph", paragraph });
      continue;
    }
    const row = { name: FURNITURE[block.kind], text };
    const last = found.at(-1);
    if (last?.kind === "furniture") last.furniture.rows.push(row);
    else found.push({ kind: "furniture", furniture: { rows: [row] } });
  }
  return found;
}

/** Characters of the page that are not story. */
export function setAside(view: ReportView): number {
  return view.record.blocks.filter((block) => !isStory(block)).reduce((sum, block) => sum + block.end - block.start, 0);
}
