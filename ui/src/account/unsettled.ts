/** Situation -> what is not settled: disagreements, and what was looked for and not found. */

import type { Situation } from "./situation";
import type { FacetName } from "../selection/facets";
import { groupOf } from "./kinds";
import { capital, count, list, pointOf, sayFigure } from "./wording";

export interface OpenQuestion {
  title: string;
  text: string;
  facet: { name: FacetName; value: string } | null;
}

function contestedFigures(situation: Situation): OpenQuestion[] {
  return situation.series
    .filter((series) => series.grade === "contested" && !series.background)
    .slice(0, 3)
    .map((series) => {
      const figures = series.members.flatMap((id) => situation.figure.get(id) ?? []);
      // A bare number does not sharpen the "at least" that its own counter gave with it.
      const hedged = [...figures].sort((a, b) => Number(b.qualifier === "exact") - Number(a.qualifier === "exact"));
      const kept = new Set(new Map(hedged.map((figure) => [`${situation.voiceOf(figure).key} ${pointOf(figure)}`, figure])).values());
      const said = figures
        .filter((figure) => kept.has(figure))
        .slice(-4)
        .map((figure) => `${sayFigure(figure)} (${situation.voiceOf(figure).short.replace("Nobody named", "nobody named")})`);
      return { title: capital(series.label), text: `${capital(list(said))}.`, facet: { name: "ser", value: series.id } };
    });
}

function disagreements(situation: Situation): OpenQuestion[] {
  return situation.contradictions
    .filter((one) => one.kind !== "numeric" && (one.a.type !== "figure" || one.b.type !== "figure"))
    .slice(0, 4)
    .map((one) => {
      const [a, b] = [situation.sideVoice(one.a), situation.sideVoice(one.b)];
      const names = a && b && a !== b ? `${a.short} and ${b.short} differ` : "Reports differ";
      return { title: names, text: `${capital(one.why)}.`.replace("..", "."), facet: { name: "con", value: one.id } };
    });
}

/** What a reader of a violent or hazardous happening asks, and no report answers. */
function silences(situation: Situation): OpenQuestion[] {
  const lead = leadHappening(situation);
  if (!lead) return [];
  const looked = `Looked for in ${situation.reports.length === 1 ? "the report" : `all ${count(situation.reports.length, "report")}`}; none says.`;
  const found: OpenQuestion[] = [];
  const facet = { name: "hap" as const, value: lead.id };
  if (lead.actors.length === 0 && groupOf(lead.kind) === "violence") found.push({ title: "Who did it", text: looked, facet });
  if (lead.start === null) found.push({ title: "When", text: looked, facet });
  const place = lead.place ? situation.place.get(lead.place) : undefined;
  if (!lead.place) found.push({ title: "Where", text: looked, facet });
  else if (place && place.lat === null) found.push({ title: `Where ${place.name} lies`, text: `${capital(place.how)}.`, facet: { name: "place", value: lead.place } });
  return found;
}

/** The happening that the account is about: most originals, then reports, then mentions; harm before words. */
export function leadHappening(situation: Situation): Situation["happenings"][number] | null {
  const grave = new Set(["violence", "disaster", "harm"]);
  const weigh = (one: Situation["happenings"][number]) =>
    one.support.origins * 4 + one.support.reports * 2 + Math.min(one.events.length, 12) + (grave.has(groupOf(one.kind)) ? 6 : 0) - (one.background ? 50 : 0);
  return [...situation.happenings].sort((a, b) => weigh(b) - weigh(a) || a.id.localeCompare(b.id))[0] ?? null;
}

function told(situation: Situation): OpenQuestion[] {
  return situation.brief.flatMap((statement, index): OpenQuestion[] =>
    statement.topic === "unsettled"
      ? [{ title: "", text: statement.text, facet: { name: "st", value: String(index + 1) } }]
      : [],
  );
}

export function findUnsettled(situation: Situation): OpenQuestion[] {
  return [...silences(situation), ...contestedFigures(situation), ...disagreements(situation), ...told(situation)].slice(0, 7);
}
