/** Situation -> the head of the page: kicker, title, deck and the strip of facts. */

import type { Contradiction, Event, Grade, Happening } from "./account";
import { agreeOnHappening, agreeOnSeries, type Slot } from "./agreement";
import type { BoardRow } from "./board";
import { parseEdtf, saySpan, sayTime, touches } from "./edtf";
import { groupOf } from "./kinds";
import type { Situation } from "./situation";
import { NOBODY } from "./voices";
import { leadHappening } from "./unsettled";
import { count, list, pointOf, sayFigure, sayKind, sayWhat } from "./wording";
import type { FacetName } from "../selection/facets";

export interface Fact {
  name: string;
  value: string;
  grade: Grade | null;
  note: string;
  marks: Slot[] | null;
  facet: { name: FacetName; value: string } | null;
}

export function titleOf(situation: Situation): string {
  return situation.story.title || leadHappening(situation)?.summary || situation.reports[0]?.record.title || "Untitled situation";
}

export function kickerOf(situation: Situation): string {
  const window = situation.window();
  const lead = leadHappening(situation);
  const place = lead?.place ? situation.place.get(lead.place) : undefined;
  const where = [...new Set([place?.country ? countryName(place.country) : null, place?.admin1, place?.name])].filter(Boolean).join(", ");
  return ["Situation", where, window ? saySpan(window.first, window.last) : "undated"].filter(Boolean).join(" · ");
}

export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(["en"], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** How many originals or voices give one aspect of a happening: its time, its place, who acts. */
function gradeAspect(situation: Situation, happening: Happening, gives: (event: Event) => boolean): Grade | null {
  const events = happening.events.flatMap((id) => situation.event.get(id) ?? []).filter(gives);
  if (events.length === 0) return null;
  const originals = new Set(events.map((event) => situation.report.get(event.report)?.original.id));
  const claims = events.flatMap((event) => situation.claim.get(event.claim ?? "") ?? []);
  const voices = new Set(claims.map((claim) => situation.speakerOf(claim).key).filter((key) => key !== NOBODY));
  const own = new Set(events.filter((event) => !event.claim).map((event) => situation.report.get(event.report)?.original.id));
  if (voices.size > 1 || own.size > 1 || (voices.size === 1 && own.size > 0)) return "corroborated";
  if (voices.size === 1) return "single_source";
  return originals.size > 1 ? "corroborated" : "unattributed";
}

function agreesInTime(event: Event, happening: Happening): boolean {
  const [said, from, to] = [parseEdtf(event.time), parseEdtf(happening.start), parseEdtf(happening.end ?? happening.start)];
  return said !== null && from?.first != null && to?.last != null && touches(said, from.first, to.last);
}

/** A disagreement over when; over the place there is none that is not over something else too. */
function isOfTime(conflict: Contradiction): boolean {
  return conflict.kind === "temporal" || conflict.why.startsWith("the hour differs");
}

function figureFact(situation: Situation, row: BoardRow): Fact | null {
  if (!row.latest || pointOf(row.latest) === null) return null;
  return {
    name: sayWhat(row.series.what),
    value: sayFigure(row.latest),
    grade: row.series.grade ?? null,
    note: "",
    marks: agreeOnSeries(situation, row.series),
    facet: { name: "ser", value: row.series.id },
  };
}

/** The strip of facts. A count stands in it only where the brief tells it of what happened: a blast in passing is not the
 *  toll of a release. */
export function factsOf(situation: Situation, board: readonly BoardRow[]): Fact[] {
  const facts: Fact[] = [];
  const told = new Set(situation.brief.filter((one) => one.topic === "how_many").flatMap((one) => one.refs));
  const row = board.find((one) => one.kind !== "background" && told.has(one.series.id));
  const figure = row ? figureFact(situation, row) : null;
  if (figure) facts.push(figure);
  const lead = leadHappening(situation);
  if (lead) {
    const agree = (about: (conflict: Contradiction) => boolean) => agreeOnHappening(situation, lead, about);
    const facet = { name: "hap" as const, value: lead.id };
    const when = lead.start ? sayTime(lead.end && lead.end !== lead.start ? `${lead.start}/${lead.end}` : lead.start) : "not given";
    facts.push({ name: "When", value: when, grade: gradeAspect(situation, lead, (event) => agreesInTime(event, lead)), note: "", marks: agree(isOfTime), facet });
    const place = lead.place ? situation.place.get(lead.place) : undefined;
    const where = situation.name(lead.place);
    const radius = place?.radius_km ? `within ${Math.round(place.radius_km)} km` : place && place.lat === null ? "not on the map" : "";
    facts.push({ name: "Where", value: where ?? "not given", grade: gradeAspect(situation, lead, (event) => event.place !== null && event.place === lead.place), note: radius, marks: agree(() => false), facet: lead.place ? { name: "place", value: lead.place } : facet });
    const violent = groupOf(lead.kind) === "violence";
    const actors = lead.actors.filter((id) => situation.isNamed(id)).flatMap((id) => situation.name(id) ?? []);
    facts.push({
      name: violent ? "By whom" : "What",
      value: violent ? (actors.length ? list(actors.slice(0, 2)) : "nobody named") : sayKind(lead.kind),
      grade: violent ? gradeAspect(situation, lead, (event) => Boolean(event.actor?.entity && lead.actors.includes(event.actor.entity))) : lead.grade,
      note: violent && actors.length === 0 ? (lead.actors.length > 0 ? "only described" : "no report says") : "",
      marks: null,
      facet,
    });
  }
  facts.push({
    name: "Rests on",
    value: count(situation.originals.length, "original"),
    grade: null,
    note: count(situation.reports.length, "report"),
    marks: situation.originals.map((original) => ({ original, mark: "says" as const })),
    facet: null,
  });
  return facts;
}
