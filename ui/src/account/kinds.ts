/** Event kind -> group, from the project's own table of kinds. */

import table from "../../../src/dateline/model/kinds.csv?raw";

const rows = table.trim().split("\n").slice(1);
const GROUPS = new Map(rows.map((row) => [row.slice(0, row.indexOf(",")), row.slice(row.lastIndexOf(",") + 1).trim()] as const));

export const KINDS: readonly string[] = [...GROUPS.keys()];

export const GROUP_NAMES: Record<string, string> = {
  violence: "Violence",
  harm: "People harmed",
  disaster: "Hazard and accident",
  movement: "People moving",
  retreat: "Retreat",
  force: "Forces",
  coercion: "Coercion",
  aid: "Aid",
  unrest: "Protest",
  diplomacy: "Words and deals",
  politics: "Politics",
};

export function groupOf(kind: string): string {
  return GROUPS.get(kind) ?? "other";
}

export function sayGroup(group: string): string {
  return GROUP_NAMES[group] ?? "Other";
}
