/** Situation -> what the map draws: places with how far off they may be, by weight, and the frames that show them. */

import type { Figure, Happening, Place, Series } from "./account";
import { byTime } from "./dossier";
import type { Situation } from "./situation";
import { leadHappening } from "./unsettled";

export interface Site {
  place: Place & { lat: number; lon: number };
  /** As the reports call it; a gazetteer may spell it otherwise. */
  name: string;
  radius: number;
  /** The area is named no nearer: a dashed ring. */
  loose: boolean;
  contested: boolean;
  lead: boolean;
  weight: number;
  note: string;
  sentences: Set<number>;
}

export interface Frame {
  sites: Site[];
  /** West, south, east, north in degrees. */
  box: [number, number, number, number];
}

const RADIUS_KM: Record<string, number> = { exact: 2, near: 8, district: 20, region: 60, country: 250 };

function grounded(place: Place): place is Site["place"] {
  return place.lat !== null && place.lon !== null;
}

export function findSites(situation: Situation): Site[] {
  const weight = new Map<string, number>();
  const contested = new Set<string>();
  const note = new Map<string, string>();
  const add = (entity: string | null, amount: number) => {
    if (entity) weight.set(entity, (weight.get(entity) ?? 0) + amount);
  };
  for (const event of situation.events) add(event.place, 1);
  for (const figure of situation.figures) add(figure.place, 1);
  const lead = leadHappening(situation);
  for (const happening of [...situation.happenings].sort((a, b) => a.support.reports - b.support.reports)) {
    if (!happening.place || happening.background) continue;
    add(happening.place, happening.support.reports);
    note.set(happening.place, happening.summary);
    if (happening.grade === "contested") contested.add(happening.place);
  }
  return [...situation.place.values()]
    .filter(grounded)
    .filter((place) => (weight.get(place.entity) ?? 0) > 0)
    .map((place): Site => {
      const mentions = (situation.entity.get(place.entity)?.mentions ?? []).filter((one) => situation.report.has(one.report));
      const at = [...situation.events, ...situation.figures]
        .filter((one) => one.place === place.entity)
        .map((one) => ("trigger" in one ? { report: one.report, ...one.trigger } : one));
      return {
        place,
        name: situation.name(place.entity) ?? place.name,
        radius: place.radius_km ?? RADIUS_KM[place.precision ?? "near"] ?? 8,
        loose: place.precision !== "exact",
        contested: contested.has(place.entity),
        lead: lead?.place === place.entity,
        weight: weight.get(place.entity) ?? 0,
        note: note.get(place.entity) ?? "",
        sentences: situation.sentencesOf([...mentions, ...at]),
      };
    })
    .sort((a, b) => Number(b.lead) - Number(a.lead) || b.weight - a.weight || a.place.entity.localeCompare(b.place.entity));
}

export interface ToldAt {
  happenings: Happening[];
  /** What was counted there, with the latest count of it. */
  series: { series: Series; latest: Figure | null }[];
}

/** What happened at a place, what most reports tell first, and what was counted there. */
export function toldAt(situation: Situation, entity: string): ToldAt {
  const there = (id: string) => situation.event.get(id)?.place === entity;
  const counted = (id: string) => situation.figure.get(id)?.place === entity;
  return {
    happenings: situation.happenings
      .filter((one) => one.place === entity || one.events.some(there))
      .sort((a, b) => Number(a.background ?? false) - Number(b.background ?? false) || b.support.reports - a.support.reports || byTime(a, b)),
    series: situation.series
      .filter((one) => one.place === entity || one.members.some(counted))
      .map((series) => ({ series, latest: situation.figure.get(series.latest ?? "") ?? null })),
  };
}

export function unplaced(situation: Situation): Place[] {
  const used = new Set([...situation.events, ...situation.figures].flatMap((one) => one.place ?? []));
  return [...situation.place.values()].filter((place) => !grounded(place) && used.has(place.entity));
}

const KM_PER_DEGREE = 111.2;

export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const mid = ((a.lat + b.lat) / 2) * (Math.PI / 180);
  return Math.hypot((a.lat - b.lat) * KM_PER_DEGREE, (a.lon - b.lon) * KM_PER_DEGREE * Math.cos(mid));
}

function frame(sites: Site[], leastKm: number): Frame {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { place, radius } of sites) {
    const high = radius / KM_PER_DEGREE;
    const wide = high / Math.max(0.2, Math.cos(place.lat * (Math.PI / 180)));
    west = Math.min(west, place.lon - wide);
    east = Math.max(east, place.lon + wide);
    south = Math.min(south, place.lat - high);
    north = Math.max(north, place.lat + high);
  }
  const least = leastKm / KM_PER_DEGREE;
  const grow = (low: number, high: number, by: number): [number, number] => {
    const missing = Math.max(0, by - (high - low)) / 2;
    const air = (high - low) * 0.12;
    return [low - missing - air, high + missing + air];
  };
  [south, north] = grow(south, north, least);
  [west, east] = grow(west, east, least / Math.max(0.2, Math.cos(((south + north) / 2) * (Math.PI / 180))));
  return { sites, box: [Math.max(-180, west), Math.max(-85, south), Math.min(180, east), Math.min(85, north)] };
}

/** Sites whose point lies outside a box. */
export function outside(sites: readonly Site[], [west, south, east, north]: Frame["box"]): Site[] {
  return sites.filter(({ place }) => place.lon < west || place.lon > east || place.lat < south || place.lat > north);
}

/** The frame of every site; the wide one of those that carry the story, the lead among them however roughly it is known;
 *  and a near one where the story is concentrated in a small part of it. */
export function frames(sites: Site[]): { all: Frame; wide: Frame; near: Frame | null } {
  const all = frame(sites, 200);
  const points = sites.filter((site) => site.place.precision !== "country" && (site.lead || site.radius < 120));
  const drawn = points.length > 0 ? points : sites;
  const centre = drawn.find((site) => site.lead) ?? drawn[0];
  if (!centre) return { all, wide: all, near: null };
  const reach = Math.max(...drawn.map((site) => distanceKm(centre.place, site.place)));
  const mass = drawn.reduce((sum, site) => sum + site.weight, 0);
  // Places that carry nearly all of the story decide the frame; one far capital must not shrink them to a dot.
  const outlying = (site: Site) => distanceKm(centre.place, site.place) > 900 && site.weight < mass * 0.1;
  const wide = frame(drawn.filter((site) => !outlying(site)), 120);
  const closer = drawn.filter((site) => distanceKm(centre.place, site.place) < Math.min(60, reach / 4) && site.radius < 40);
  return { all, wide, near: reach > 60 && closer.length > 0 ? frame(closer, 36) : null };
}
