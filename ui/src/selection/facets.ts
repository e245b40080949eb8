/** Facet -> spans -> sentences. A selection is a set of sentences: what all its facets have in common. */

import type { Event, SourceSpan } from "../account/account";
import { isoOf, parseEdtf, saySpan, touches } from "../account/edtf";
import { groupOf, sayGroup } from "../account/kinds";
import type { Situation } from "../account/situation";
import { NOBODY } from "../account/voices";
import { sayFigure, sayKind } from "../account/wording";

/** Facet names as the address bar holds them, in the order the sentence under the masthead reads them. */
export const FACETS = [
  "st", "fig", "tl", "hap", "con", "cl", "at", "inf", "ser", "kind", "who", "place", "org", "day",
] as const;
export type FacetName = (typeof FACETS)[number];
export type Facets = Partial<Record<FacetName, string>>;

/** These point at one statement or sentence and replace whatever is selected. */
const SINGLE = new Set<FacetName>(["st", "fig", "tl", "hap", "con", "cl", "at"]);

export interface Reach {
  spans: SourceSpan[];
  /** The words to mark inside the sentences; none when the sentence as a whole is the evidence. */
  marks: SourceSpan[];
}

const spanOf = ({ report, start, end }: SourceSpan): SourceSpan => ({ report, start, end });

function ofEvent(event: Event): SourceSpan {
  return { report: event.report, start: event.trigger.start, end: event.trigger.end };
}

function inside(spans: readonly SourceSpan[], mark: SourceSpan): boolean {
  return spans.some((span) => span.report === mark.report && mark.start < span.end && mark.end > span.start);
}

function reachStatement(situation: Situation, index: number): Reach {
  const statement = situation.brief[index];
  if (!statement) return { spans: [], marks: [] };
  const refs = new Set(statement.refs ?? []);
  const told = [
    ...situation.series.filter((one) => refs.has(one.id)).flatMap((one) => one.members.flatMap((id) => situation.figure.get(id) ?? [])),
    ...situation.figures.filter((one) => refs.has(one.id)),
  ].map(spanOf);
  const spans = statement.support.map(spanOf);
  const whole = situation.sentencesOf(spans);
  const narrow = spans.filter((span) =>
    [...whole].some((i) => {
      const sentence = situation.sentences[i]!;
      const same = sentence.report.record.id === span.report && sentence.start < span.end && span.start < sentence.end;
      return same && span.end - span.start < (sentence.end - sentence.start) * 0.9;
    }),
  );
  return { spans, marks: [...narrow, ...told.filter((mark) => inside(spans, mark))] };
}

function reachDays(situation: Situation, from: number, to: number): Reach {
  const spans: SourceSpan[] = [];
  const dated = new Set<number>();
  const note = (value: string | null, span: SourceSpan) => {
    const days = parseEdtf(value);
    if (!days) return;
    if (days.precision === "year" || (days.last ?? 0) - (days.first ?? 0) > 400) return;
    for (const index of situation.sentencesOf([span])) dated.add(index);
    if (touches(days, from, to)) spans.push(span);
  };
  for (const time of situation.times) note(time.value, spanOf(time));
  for (const event of situation.events) note(event.time, ofEvent(event));
  for (const figure of situation.figures) note(figure.time, spanOf(figure));
  for (const entry of situation.timeline) for (const span of entry.support) note(entry.start && entry.end ? `${entry.start}/${entry.end}` : entry.start, spanOf(span));
  for (const sentence of situation.sentences) {
    const day = sentence.report.day;
    if (!dated.has(sentence.index) && day !== null && day >= from && day <= to) {
      spans.push({ report: sentence.report.record.id, start: sentence.start, end: sentence.end });
    }
  }
  return { spans, marks: [] };
}

/** "16801-16803": first and last day since 1970 would be unreadable in an address; "2017-04-15_2017-04-16" is not. */
export function parseDays(value: string): { from: number; to: number } | null {
  const [first = "", last = first] = value.split("_");
  const [a, b] = [parseEdtf(first), parseEdtf(last || first)];
  return a?.first != null && b?.last != null ? { from: a.first, to: b.last } : null;
}

export function writeDays(from: number, to: number): string {
  return from === to ? isoOf(from) : `${isoOf(from)}_${isoOf(to)}`;
}

/** "r12ab:10-40": a stretch of one report. */
export function parseAt(value: string): SourceSpan | null {
  const match = /^(.+):(\d+)-(\d+)$/.exec(value);
  return match ? { report: match[1]!, start: Number(match[2]), end: Number(match[3]) } : null;
}

export function writeAt(span: SourceSpan): string {
  return `${span.report}:${span.start}-${span.end}`;
}

function isKind(event: Event, value: string): boolean {
  return event.kind === value || groupOf(event.kind) === value;
}

/** Facet values that are handled one by one; each gives the words that rest on it. */
const REACH: Record<FacetName, (situation: Situation, value: string) => Reach> = {
  st: (situation, value) => reachStatement(situation, Number(value) - 1),
  tl: (situation, value) => {
    const spans = (situation.timeline[Number(value) - 1]?.support ?? []).map(spanOf);
    return { spans, marks: [] };
  },
  fig: (situation, value) => {
    const figure = situation.figure.get(value);
    const spans = figure ? [spanOf(figure)] : [];
    return { spans, marks: spans };
  },
  hap: (situation, value) => {
    const happening = situation.happening.get(value);
    const spans = (happening?.events ?? []).flatMap((id) => situation.event.get(id) ?? []).map(ofEvent);
    return { spans, marks: spans };
  },
  con: (situation, value) => {
    const conflict = situation.contradiction.get(value);
    const spans = conflict ? [...situation.sideSpans(conflict.a), ...situation.sideSpans(conflict.b)] : [];
    return { spans, marks: spans };
  },
  cl: (situation, value) => {
    const ids = value.split(",");
    const spans = ids.flatMap((id) => situation.sideSpans({ type: "claim", id }));
    return { spans, marks: spans };
  },
  at: (_situation, value) => {
    const span = parseAt(value);
    return { spans: span ? [span] : [], marks: [] };
  },
  inf: (situation, value) => {
    const voice = situation.voice.get(value);
    const figures = (voice?.figures ?? []).map(spanOf);
    const claims = value === NOBODY ? [] : (voice?.claims ?? []).flatMap((claim) => claim.content.map((part) => ({ ...spanOf({ ...part, report: claim.report }) })));
    return { spans: [...figures, ...claims], marks: figures };
  },
  ser: (situation, value) => {
    const series = situation.series.find((one) => one.id === value);
    const spans = (series?.members ?? []).flatMap((id) => situation.figure.get(id) ?? []).map(spanOf);
    return { spans, marks: spans };
  },
  kind: (situation, value) => {
    const spans = situation.events.filter((event) => isKind(event, value)).map(ofEvent);
    return { spans, marks: spans };
  },
  who: (situation, value) => {
    const mentions = (situation.entity.get(value)?.mentions ?? []).filter((one) => situation.report.has(one.report)).map(spanOf);
    const events = situation.events.filter((event) => event.actor?.entity === value || event.target?.entity === value).map(ofEvent);
    return { spans: [...mentions, ...events], marks: mentions };
  },
  place: (situation, value) => {
    const events = situation.events.filter((event) => event.place === value).map(ofEvent);
    const figures = situation.figures.filter((figure) => figure.place === value).map(spanOf);
    const mentions = (situation.entity.get(value)?.mentions ?? []).filter((one) => situation.report.has(one.report)).map(spanOf);
    return { spans: [...mentions, ...events, ...figures], marks: mentions };
  },
  org: (situation, value) => {
    const original = situation.originals.find((one) => one.letter === value);
    const spans = (original?.reports ?? []).map((view) => ({ report: view.record.id, start: 0, end: view.text.length }));
    return { spans, marks: [] };
  },
  day: (situation, value) => {
    const days = parseDays(value);
    return days ? reachDays(situation, days.from, days.to) : { spans: [], marks: [] };
  },
};

export function reach(situation: Situation, name: FacetName, value: string): Reach {
  return REACH[name](situation, value);
}

/** One part of the sentence under the masthead: lead-in and the thing named. */
export interface Phrase {
  lead: string;
  thing: string;
}

const PHRASE: Record<FacetName, (situation: Situation, value: string) => Phrase> = {
  st: (situation, value) => ({ lead: "what supports", thing: `“${situation.brief[Number(value) - 1]?.text ?? ""}”` }),
  tl: (situation, value) => ({ lead: "what supports", thing: `“${situation.timeline[Number(value) - 1]?.summary ?? ""}”` }),
  fig: (situation, value) => {
    const figure = situation.figure.get(value);
    return { lead: "the sentence that counts", thing: figure ? sayFigure(figure) : "" };
  },
  hap: (situation, value) => ({ lead: "what tells of", thing: `“${situation.happening.get(value)?.summary ?? ""}”` }),
  con: () => ({ lead: "two statements that", thing: "cannot both hold" }),
  cl: (situation, value) => {
    const claim = situation.claim.get(value.split(",")[0]!);
    return { lead: "a claim of", thing: claim ? situation.speakerOf(claim).name : "" };
  },
  at: (situation, value) => {
    const span = parseAt(value);
    return { lead: "a sentence of", thing: situation.report.get(span?.report ?? "")?.label ?? "a report" };
  },
  inf: (situation, value) =>
    value === NOBODY
      ? { lead: "what is counted with", thing: "nobody named" }
      : { lead: "what", thing: `${situation.voice.get(value)?.name ?? "a voice"} says` },
  ser: (situation, value) => ({ lead: "figures of", thing: situation.series.find((one) => one.id === value)?.label ?? "" }),
  kind: (_situation, value) => ({ lead: "events of", thing: sayGroup(value) === "Other" ? sayKind(value) : sayGroup(value) }),
  who: (situation, value) => ({ lead: "about", thing: situation.name(value) ?? "" }),
  place: (situation, value) => ({ lead: "at", thing: situation.name(value) ?? "" }),
  org: (situation, value) => ({ lead: "from original", thing: `${value}, ${situation.originals.find((one) => one.letter === value)?.name ?? ""}` }),
  day: (_situation, value) => {
    const days = parseDays(value);
    return { lead: "on", thing: days ? saySpan(days.from, days.to) : value };
  },
};

export function phrase(situation: Situation, name: FacetName, value: string): Phrase {
  return PHRASE[name](situation, value);
}

/** What a click does: the same thing again clears; a single replaces; a day narrows what is there; shift adds. */
export function choose(facets: Facets, name: FacetName, value: string, add: boolean): Facets {
  if (facets[name] === value) {
    const { [name]: _gone, ...rest } = facets;
    return add || name === "day" ? rest : {};
  }
  if (SINGLE.has(name)) return { [name]: value };
  const kept = Object.fromEntries(Object.entries(facets).filter(([key]) => !SINGLE.has(key as FacetName))) as Facets;
  if (add || name === "day") return { ...kept, [name]: value };
  return kept.day ? { day: kept.day, [name]: value } : { [name]: value };
}
