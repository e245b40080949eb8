/** Reports and origins -> lettered originals. `B3` is the third report of original B; the same letter, the same story. */

import type { Account, Origin, Report } from "./account";
import { parseEdtf } from "./edtf";
import { ReportText } from "./text";
import { sayOutlet } from "./wording";

export interface ReportView {
  record: Report;
  text: ReportText;
  label: string;
  outlet: string;
  original: Original;
  /** Place in order of publication: the same slot on every chart. */
  slot: number;
  /** Publication day, days since 1970; null when the report is undated. */
  day: number | null;
}

export interface Original {
  id: string;
  letter: string;
  name: string;
  record: Origin | null;
  reports: ReportView[];
}

/** A, B, … Z, AA, AB, … */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letterOf(rest - 1) : "") + String.fromCharCode(65 + (index % 26));
}

function byPublication(a: Report, b: Report): number {
  const [left, right] = [a.published.value ?? a.published.bounds ?? "9999", b.published.value ?? b.published.bounds ?? "9999"];
  return left.localeCompare(right) || (a.path ?? a.url ?? a.id).localeCompare(b.path ?? b.url ?? b.id);
}

function nameOf(reports: Report[], origin: Origin | null): string {
  const agencies = [...new Set(reports.flatMap((report) => report.agencies))];
  if (agencies.length > 0) return agencies.slice(0, 2).join(" and ");
  const outlets = [...new Set(reports.map(sayOutlet))];
  if (outlets.length === 1) return outlets[0]!;
  return origin?.basis === "wire_credit" ? "One agency’s account" : "Shared text, no agency credited";
}

/** Reports in order of publication, and their originals in order of first appearance. */
export function arrangeOriginals(account: Account, reportIds: readonly string[]): { reports: ReportView[]; originals: Original[] } {
  const wanted = new Set(reportIds);
  const records = account.reports.filter((report) => wanted.has(report.id)).sort(byPublication);
  const originOf = new Map(account.origins.flatMap((origin) => origin.reports.map((id) => [id, origin] as const)));
  const originals = new Map<string, Original>();
  const reports = records.map((record, slot): ReportView => {
    const origin = originOf.get(record.id) ?? null;
    const id = origin?.id ?? record.id;
    let original = originals.get(id);
    if (!original) {
      original = { id, letter: letterOf(originals.size), name: "", record: origin, reports: [] };
      originals.set(id, original);
    }
    const view: ReportView = {
      record,
      text: new ReportText(record.text),
      label: "",
      outlet: sayOutlet(record),
      original,
      slot,
      day: parseEdtf(record.published.value)?.first ?? null,
    };
    original.reports.push(view);
    return view;
  });
  for (const original of originals.values()) {
    original.name = nameOf(original.reports.map((report) => report.record), original.record);
    original.reports.forEach((report, index) => {
      report.label = original.reports.length === 1 ? original.letter : `${original.letter}${index + 1}`;
    });
  }
  return { reports, originals: [...originals.values()] };
}
