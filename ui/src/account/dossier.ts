/** Entity -> what the reports make of it: its mentions, what it did, what was done to it, what it said, where it lies. */

import type { Entity, EntityType, Happening } from "./account";
import type { LedgerLine } from "./ledger";
import type { ReportView } from "./originals";
import type { Situation } from "./situation";

export interface Named {
  entity: Entity;
  mentions: number;
  reports: number;
  originals: number;
}

export function namesOf(situation: Situation): Named[] {
  return situation.account.entities
    .map((entity): Named => {
      const own = entity.mentions.filter((one) => situation.report.has(one.report));
      const views = new Set(own.map((one) => situation.report.get(one.report)!));
      return { entity, mentions: own.length, reports: views.size, originals: new Set([...views].map((view) => view.original)).size };
    })
    .filter((named) => named.mentions > 0)
    .sort((a, b) => b.originals - a.originals || b.mentions - a.mentions || a.entity.name.localeCompare(b.entity.name));
}

/** Every way in which an entity is called by a name, with the titles before it. */
export function writtenAs(entity: Entity): Set<string> {
  return new Set([entity.name, ...entity.aliases, ...entity.mentions.filter((one) => one.form === "name").map((one) => one.text)]);
}

/** The name in a person's mention: a title before it is no other spelling, and stands in no list of them. */
function spelled(entity: Entity, text: string): string {
  const names = [entity.name, ...entity.aliases];
  if (entity.type !== "person" || names.includes(text)) return text;
  return names.filter((name) => text.endsWith(` ${name}`)).sort((a, b) => b.length - a.length)[0] ?? text;
}

export const TYPES: [EntityType | "all", string][] = [
  ["all", "All"], ["person", "People"], ["org", "Bodies"], ["group", "Groups"], ["place", "Places"], ["facility", "Facilities"], ["media", "Media"], ["event", "Events"], ["other", "Other"],
];

export interface Dossier {
  did: Happening[];
  suffered: Happening[];
  there: Happening[];
  said: LedgerLine[];
  spellings: { text: string; total: number; form: string }[];
  byReport: { view: ReportView; total: number; first: { start: number; end: number } }[];
}

/** By the first day, undated ones last. */
export function byTime(a: Happening, b: Happening): number {
  const [one, other] = [a.start ?? "~", b.start ?? "~"];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Happenings that are told by the same sentence, together. */
export function bySentence(happenings: readonly Happening[]): Happening[][] {
  const told = new Map<string, Happening[]>();
  for (const one of happenings) told.set(one.summary, [...(told.get(one.summary) ?? []), one]);
  return [...told.values()];
}

export function openDossier(situation: Situation, entity: Entity, ledger: readonly LedgerLine[]): Dossier {
  const byWeight = (a: Happening, b: Happening) => byTime(a, b) || b.support.reports - a.support.reports;
  const acting = (role: "actor" | "target") => {
    const ids = new Set(situation.events.filter((event) => event[role]?.entity === entity.id).map((event) => event.id));
    const listed = role === "actor" ? "actors" : "targets";
    return situation.happenings.filter((one) => one[listed].includes(entity.id) || one.events.some((id) => ids.has(id))).sort(byWeight);
  };
  const own = entity.mentions.filter((one) => situation.report.has(one.report));
  const spellings = new Map<string, { text: string; total: number; form: string }>();
  const reports = new Map<ReportView, { view: ReportView; total: number; first: { start: number; end: number } }>();
  for (const mention of own) {
    const text = spelled(entity, mention.text.replace(/\s+/g, " "));
    const spelling = spellings.get(text) ?? { text, total: 0, form: mention.form };
    spelling.total += 1;
    spellings.set(text, spelling);
    const view = situation.report.get(mention.report)!;
    const row = reports.get(view) ?? { view, total: 0, first: { start: mention.start, end: mention.end } };
    row.total += 1;
    reports.set(view, row);
  }
  return {
    did: acting("actor"),
    suffered: acting("target"),
    there: situation.happenings.filter((one) => one.place === entity.id).sort(byWeight),
    said: ledger.filter((line) => line.voice.key === entity.id),
    spellings: [...spellings.values()].sort((a, b) => b.total - a.total || a.text.localeCompare(b.text)),
    byReport: [...reports.values()].sort((a, b) => a.view.slot - b.view.slot),
  };
}
