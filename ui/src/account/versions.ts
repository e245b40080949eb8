/** Reports -> articles that an outlet changed after printing them, with what changed, word by word. */

import type { Range } from "./account";
import { differ, type Word } from "./compare";
import type { ReportView } from "./originals";
import type { Situation } from "./situation";

export interface Alteration {
  kind: "added" | "gone" | "changed";
  older: Word[];
  newer: Word[];
}
export interface Version {
  older: ReportView;
  newer: ReportView;
  /** Their dates say which came first. */
  ordered: boolean;
  changes: Alteration[];
}

const words = (view: ReportView, range: Range | null) => (range ? view.text.slice(range.start, range.end).replace(/\s+/g, " ").trim() : "");
const whole = (text: string): Word[] => (text ? [{ text, own: true }] : []);

function alter(was: string, now: string): Alteration {
  if (!was || !now) return { kind: now ? "added" : "gone", older: whole(was), newer: whole(now) };
  const [older, newer] = differ(was, now);
  return { kind: "changed", older, newer };
}

/** Each changed article with the state just before it, in order of publication. */
export function versionsOf(situation: Situation): Version[] {
  const before = new Map<string, Version>();
  for (const original of situation.originals) {
    for (const link of original.record?.evidence ?? []) {
      const [a, b] = [situation.report.get(link.a), situation.report.get(link.b)];
      if (!link.version || !a || !b) continue;
      const [older, newer] = a.slot <= b.slot ? [a, b] : [b, a];
      const known = before.get(newer.record.id);
      if (known && known.older.slot >= older.slot) continue;
      const changes = (link.changes ?? []).map((one) => {
        const [was, now] = older === a ? [one.a, one.b] : [one.b, one.a];
        return alter(words(older, was), words(newer, now));
      });
      before.set(newer.record.id, { older, newer, ordered: older.record.published.value !== newer.record.published.value, changes });
    }
  }
  return [...before.values()].sort((one, other) => one.newer.slot - other.newer.slot);
}
