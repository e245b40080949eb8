import { describe, expect, it } from "vitest";
import { choose, parseAt, parseDays, writeDays } from "../selection/facets";
import { parseAddress, writeAddress } from "../selection/address";
import type { Account, Figure } from "./account";
import { agreeOnSeries, agreeOnStatement, disputesOf, type Slot } from "./agreement";
import { buildBoard, conflictGroups } from "./board";
import { changesSince } from "./changes";
import { dayLabel } from "../charts/scale";
import { dayTicks, lanes, readTimeline, stack, ticks } from "./chronology";
import { differ } from "./compare";
import { dayOf, parseEdtf, sayTime, touches } from "./edtf";
import { bySentence, byTime, openDossier } from "./dossier";
import { cut } from "./evidence";
import { frames, outside, type Site, toldAt } from "./geography";
import { factsOf } from "./headline";
import { buildLedger } from "./ledger";
import { findClaims, markWords, wordsOf } from "./lookup";
import { letterOf } from "./originals";
import { Situation } from "./situation";
import { ReportText } from "./text";
import { versionsOf } from "./versions";
import { sayAmount, sayFigure, sayReading } from "./wording";

const figure = (id: string, report: string, value: number, source: string | null, extra: Partial<Figure> = {}): Figure => ({
  id, report, start: 0, end: 2, text: String(value), low: value, best: value, high: value, qualifier: "exact", unit: "people",
  what: "killed", of: null, place: null, time: null, claim: null, source, measure: "cumulative", ...extra,
});
const report = (id: string, day: string, origin: string, text: string) => ({
  id, path: `${id}.txt`, url: null, text, language: "en", title: null, byline: [], outlet: id, agencies: [],
  published: { value: day }, blocks: [{ start: 0, end: [...text].length, kind: "body" as const }], origin, story: "s",
});
const ACCOUNT: Account = {
  schema: "dateline/account/1",
  reports: [
    report("r1", "2026-03-10", "o1", "12 died, the office said. Rain fell."),
    report("r2", "2026-03-10", "o1", "14 died, a mayor said."),
    report("r3", "2026-03-11", "o2", "30 died, the office said."),
  ],
  origins: [
    { id: "o1", reports: ["r1", "r2"], basis: "near_copy", evidence: [] },
    { id: "o2", reports: ["r3"], basis: "single", evidence: [] },
  ],
  stories: [{ id: "s", title: "Flood", reports: ["r1", "r2", "r3"] }],
  entities: [
    { id: "office", type: "org", name: "the office", aliases: [], mentions: [{ report: "r1", start: 9, end: 19, text: "the office", form: "name" }] },
    { id: "mayor", type: "person", name: "a mayor", aliases: [], mentions: [] },
  ],
  places: [], times: [], events: [], happenings: [], timeline: [], issues: [],
  claims: [
    { id: "c1", report: "r1", source: { text: "the office", start: 9, end: 19, entity: "office" }, cue: null, content: [{ start: 0, end: 7, text: "12 died" }], kind: "indirect" },
    { id: "c3", report: "r3", source: { text: "the office", start: 9, end: 19, entity: "office" }, cue: null, content: [{ start: 0, end: 7, text: "30 died" }], kind: "indirect" },
  ],
  figures: [figure("f1", "r1", 12, "office", { claim: "c1" }), figure("f2", "r2", 14, "mayor"), figure("f3", "r3", 30, "office", { claim: "c3" })],
  series: [
    {
      id: "n1", label: "people killed", unit: "people", what: "killed", of: null, place: null, measure: "cumulative",
      members: ["f1", "f2", "f3"], low: 12, best: 30, high: 30, latest: "f3",
      relations: [{ a: "f1", b: "f2", relation: "conflict", why: "" }, { a: "f1", b: "f3", relation: "evolves", why: "" }],
    },
  ],
  contradictions: [],
  brief: [{ text: "At least 30 died.", support: [{ report: "r3", start: 0, end: 25 }], topic: "how_many", refs: ["n1"] }],
};

describe("text", () => {
  it("counts code points where UTF-16 does not", () => {
    const text = new ReportText("🚨 12 dead");
    expect(text.slice(2, 4)).toBe("12");
    expect(text.length).toBe(9);
    expect(text.pointAt(3)).toBe(2);
  });
});

describe("EDTF", () => {
  it("reads values as days", () => {
    expect(parseEdtf("2019-02")).toMatchObject({ first: dayOf(2019, 2, 1), last: dayOf(2019, 2, 28), precision: "month" });
    expect(parseEdtf("2019-02-09/..")).toMatchObject({ first: dayOf(2019, 2, 9), last: null });
    expect(parseEdtf("2019~")?.approximate).toBe(true);
    expect(parseEdtf("soon")).toBeNull();
  });
  it("says them", () => {
    expect(sayTime("2019-02-11/2019-02-17")).toBe("11 to 17 February 2019");
    expect(sayTime("2019-02-09/..")).toBe("since 9 February 2019");
    expect(sayTime("2016-11-10T15:50+01:00")).toBe("10 November 2016, 15:50");
    expect(sayTime(null)).toBe("time not known");
  });
  it("touches by the known end of an open interval", () => {
    expect(touches(parseEdtf("2019-02-09/..")!, dayOf(2019, 2, 9), dayOf(2019, 2, 9))).toBe(true);
    expect(touches(parseEdtf("2019-02-09/..")!, dayOf(2019, 2, 10), dayOf(2019, 2, 10))).toBe(false);
  });
});

describe("wording", () => {
  it("never turns a hedged figure into a plain number", () => {
    expect(sayAmount(figure("f", "r", 126, null, { qualifier: "at_least", best: null, high: null }))).toBe("at least 126");
    expect(sayAmount(figure("f", "r", 40, null, { qualifier: "up_to", low: null, best: null }))).toBe("up to 40");
    const vague = figure("f", "r", 0, null, { qualifier: "hundreds", low: 200, best: null, high: 999 });
    expect(sayFigure(vague)).toBe("hundreds");
    expect(sayFigure(figure("f", "r", 6, null, { unit: "other" }))).toBe("6");
    expect(sayReading(vague)).toBe("read as 200 to 999");
  });
});

describe("situation", () => {
  const situation = new Situation(ACCOUNT);
  it("letters originals by first appearance and numbers their reports", () => {
    expect(situation.reports.map((view) => view.label)).toEqual(["A1", "A2", "B"]);
    expect([0, 25, 26, 27, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AB", "ZZ", "AAA"]);
  });
  it("finds the sentences of a span", () => {
    expect([...situation.sentencesOf([{ report: "r1", start: 26, end: 30 }])]).toEqual([1]);
  });
  it("puts counts on the board with their steps and conflicts", () => {
    const [row] = buildBoard(situation);
    expect(row!.steps.map((step) => step.points.map((point) => point.value))).toEqual([[12, 30]]);
    expect(conflictGroups(row!)[0]!.map((point) => point.value)).toEqual([12, 14]);
  });
  it("says what changed by the same counter", () => {
    const { changes } = changesSince(situation, buildBoard(situation), dayOf(2026, 3, 10));
    expect(changes[0]).toMatchObject({ sign: "~", before: ["12"], after: ["30"] });
  });
  it("takes the reading that stands everywhere for the new one, and no bare number for news", () => {
    const later = (id: string, extra: Partial<Figure>) => ({ ...ACCOUNT, figures: ACCOUNT.figures.map((one) => (one.id === id ? { ...one, ...extra } : one)) });
    const hedged = new Situation(later("f1", { qualifier: "at_least", low: 30, best: null, high: null }));
    expect(changesSince(hedged, buildBoard(hedged), dayOf(2026, 3, 10))).toMatchObject({ changes: [], unchanged: ["people killed"] });
    const earlier = new Situation({ ...ACCOUNT, series: [{ ...ACCOUNT.series[0]!, latest: "f2" }] });
    expect(changesSince(earlier, buildBoard(earlier), dayOf(2026, 3, 10)).unchanged).toEqual(["people killed"]);
  });
  it("takes no count of long ago for news", () => {
    const past = new Situation({ ...ACCOUNT, series: ACCOUNT.series.map((one) => ({ ...one, background: true })) });
    expect(changesSince(past, buildBoard(past), dayOf(2026, 3, 10)).changes.filter((one) => one.sign === "~")).toEqual([]);
  });
  it("takes no other word for a count for another count", () => {
    const figures = ACCOUNT.figures.map((one) => (one.id === "f3" ? { ...one, low: 12, best: 12, high: 12, unit: "soldiers" } : one));
    const repeated = new Situation({ ...ACCOUNT, figures });
    expect(changesSince(repeated, buildBoard(repeated), dayOf(2026, 3, 10)).changes.filter((one) => one.sign === "~")).toEqual([]);
  });
  it("says one sentence once, though two happenings are told by it", () => {
    const told = ["a", "b"].map((id) => ({
      event: {
        id: `v${id}`, report: "r3", trigger: { start: 3, end: 7, text: "died" }, kind: "death", plover: null, acled: null,
        status: "happened" as const, sentence: { start: 0, end: 25 }, actor: null, target: null, place: null, time: null,
      },
      happening: {
        id: `h${id}`, kind: "death", summary: "30 died.", start: null, end: null, precision: null, place: null, actors: [], targets: [],
        events: [`v${id}`], support: { reports: 1, publishers: 1, origins: 1, informants: 1 }, grade: "single_source" as const, story: "s",
      },
    }));
    const twice = new Situation({ ...ACCOUNT, events: told.map((one) => one.event), happenings: told.map((one) => one.happening) });
    const { changes } = changesSince(twice, buildBoard(twice), dayOf(2026, 3, 10));
    expect(changes.filter((one) => one.title === "New")).toHaveLength(1);
  });
  it("answers claims from the figures in them", () => {
    const answers = Object.fromEntries(buildLedger(situation).map((line) => [line.text, line.answer]));
    expect(answers).toEqual({ "12 died": "differs", "30 died": "current" });
  });
  it("finds claims by what is said and by every name of who says it", () => {
    const entities = ACCOUNT.entities.map((one) => (one.id === "office" ? { ...one, aliases: ["Bureau Élan"] } : one));
    const named = new Situation({ ...ACCOUNT, entities });
    const find = (asked: string) => findClaims(named, buildLedger(named), wordsOf(asked)).map((line) => line.text);
    expect(find("elan 30")).toEqual(["30 died"]);
    expect(find("OFFICE died")).toEqual(["12 died", "30 died"]);
    expect(find("mayor")).toEqual([]);
    expect(markWords("30 died", wordsOf("DIE")).filter((piece) => piece.marked).map((piece) => piece.text)).toEqual(["die"]);
  });
  it("counts a name with a title before it as the name", () => {
    const texts = ["Ann Odeh", "Dr Odeh", "Odeh", "Dr Odeh"];
    const mentions = texts.map((text, i) => ({ report: "r1", start: i, end: i + 1, text, form: "name" as const }));
    const doctor = { id: "odeh", type: "person" as const, name: "Ann Odeh", aliases: ["Odeh"], mentions };
    const spellings = openDossier(new Situation({ ...ACCOUNT, entities: [doctor] }), doctor, []).spellings;
    expect(spellings.map(({ text, total }) => [text, total])).toEqual([["Odeh", 3], ["Ann Odeh", 1]]);
    const body = { ...doctor, type: "org" as const };
    expect(openDossier(new Situation({ ...ACCOUNT, entities: [body] }), body, []).spellings).toHaveLength(3);
  });
  it("tells what happened and was counted at a place, what most tell first", () => {
    const told = (id: string, start: string | null, place: string | null, reports: number, background = false) => ({
      id, kind: "attack", summary: id, start, end: start, precision: "day", place, actors: [], targets: [], events: [`v${id}`],
      support: { reports, publishers: 1, origins: 1, informants: 1 }, grade: "single_source" as const, story: "s", background,
    });
    const events = ["a", "b", "c", "d", "e"].map((id) => ({
      id: `v${id}`, report: "r1", trigger: { start: 3, end: 7, text: "died" }, kind: "attack", plover: null, acled: null, status: "happened" as const,
      sentence: { start: 0, end: 25 }, actor: null, target: null, place: id === "b" ? "mill" : null, time: null,
    }));
    const happenings = [told("a", null, "mill", 1), told("b", "2026-03-09", null, 1), told("c", "2026-03-10", "mill", 3), told("d", "2026-03-08", "mill", 9, true), told("e", null, "quay", 5)];
    const figures = ACCOUNT.figures.map((one) => ({ ...one, place: one.id === "f1" ? "mill" : null }));
    const found = toldAt(new Situation({ ...ACCOUNT, events, happenings, figures }), "mill");
    expect(found.happenings.map((one) => one.id)).toEqual(["c", "b", "a", "d"]);
    expect(found.series.map(({ series, latest }) => [series.id, latest?.id])).toEqual([["n1", "f3"]]);
    expect([...happenings].sort(byTime).map((one) => one.id)).toEqual(["d", "b", "c", "a", "e"]);
  });
  it("cuts a sentence at its marks", () => {
    const sentence = situation.sentences[0]!;
    expect(cut(sentence, [{ report: "r1", start: 0, end: 2 }]).map((piece) => piece.marked)).toEqual([true, false]);
  });
});

describe("agreement", () => {
  const marks = (row: Slot[]) => row.map((slot) => slot.mark);
  const said = (id: string, words: string, report: string, start: number) =>
    ({ id, report, source: null, cue: null, content: [{ start, end: start + words.length, text: words }], kind: "indirect" as const });
  it("marks a statement as the count that it gives", () => {
    const support = ACCOUNT.reports.map((one) => ({ report: one.id, start: 0, end: 20 }));
    const situation = new Situation({ ...ACCOUNT, brief: [{ ...ACCOUNT.brief[0]!, support, grade: "single_source" }] });
    const row = marks(agreeOnStatement(situation, situation.brief[0]!));
    expect(row).toEqual(["part", "says"]);
    expect(row).toEqual(marks(agreeOnSeries(situation, situation.series[0]!)));
  });
  it("strikes only who speaks against the sentences of the statement", () => {
    const claims = [said("k1", "12 died", "r1", 0), said("k2", "30 died", "r3", 0), said("k3", "Rain fell", "r1", 26)];
    const clash = (id: string, a: string, why: string) => ({ id, a: { type: "claim" as const, id: a }, b: { type: "claim" as const, id: "k2" }, why, kind: "factual" as const });
    const brief = [{ text: "12 died, the office said.", support: [{ report: "r1", start: 0, end: 25 }], refs: ["h"], grade: "contested" as const }];
    const told = (a: string) => new Situation({ ...ACCOUNT, claims, brief, contradictions: [clash("x", a, "the hour differs")] });
    expect(marks(agreeOnStatement(told("k1"), brief[0]!))).toEqual(["says", "differs"]);
    expect(disputesOf(told("k1"), brief[0]!).map((one) => one.against.id)).toEqual(["k2"]);
    expect(marks(agreeOnStatement(told("k3"), brief[0]!))).toEqual(["says", "silent"]);
  });
});

describe("selection", () => {
  it("replaces, adds, narrows and clears", () => {
    expect(choose({}, "inf", "e1", false)).toEqual({ inf: "e1" });
    expect(choose({ inf: "e1" }, "inf", "e1", false)).toEqual({});
    expect(choose({ inf: "e1" }, "place", "p", true)).toEqual({ inf: "e1", place: "p" });
    expect(choose({ day: "2026-03-10" }, "inf", "e1", false)).toEqual({ day: "2026-03-10", inf: "e1" });
    expect(choose({ inf: "e1", day: "2026-03-10" }, "st", "2", false)).toEqual({ st: "2" });
  });
  it("keeps its state in the address", () => {
    const address = { page: "report" as const, subject: "B3", story: "s1", facets: { at: "r1:4-9", inf: "e1" }, extra: { q: "a&b" } };
    expect(parseAddress(writeAddress(address))).toEqual(address);
    expect(parseAddress("#/nonsense?zzz=1").page).toBe("account");
    expect(parseAt("r1:4-9")).toEqual({ report: "r1", start: 4, end: 9 });
    expect(parseDays(writeDays(10, 12))).toEqual({ from: 10, to: 12 });
  });
});

describe("drawing", () => {
  it("chooses ticks that fit", () => {
    expect(ticks(0, 2, 8)).toHaveLength(3);
    expect(ticks(0, 900, 8).length).toBeLessThanOrEqual(8);
  });
  it("numbers each day, or every few, before it falls back to weeks", () => {
    const labels = (days: number, width: number) => dayTicks(dayOf(2026, 3, 29), dayOf(2026, 3, 29) + days - 1, width).map((tick) => tick.label);
    expect(labels(3, 600)[0]).toBe("Sun 29 Mar");
    expect(labels(5, 260)).toEqual(["29 Mar", "30", "31", "1 Apr", "2"]);
    expect(labels(6, 150)).toEqual(["29 Mar", "31", "2 Apr"]);
    expect(labels(60, 600).length).toBeLessThanOrEqual(7);
  });
  it("shortens a day to its room", () => {
    expect([100, 60, 30, 10].map((room) => dayLabel(dayOf(2026, 3, 29), room))).toEqual(["Sun 29 Mar", "29 Mar", "29", ""]);
  });
  it("opens the map on the lead place however roughly it is known, and says what lies outside", () => {
    const site = (name: string, lat: number, lon: number, radius: number, extra: object = {}) =>
      ({ place: { entity: name, name, lat, lon, precision: "region" }, name, radius, loose: true, contested: false, lead: false, weight: 5, note: "", sentences: new Set<number>(), ...extra }) as unknown as Site;
    const sites = [site("sea", 10, 10, 500, { lead: true, weight: 30 }), site("coast", 12, 9, 60), site("capital", 40, 40, 2, { weight: 1 })];
    const { all, wide } = frames(sites);
    expect(outside(sites, wide.box).map((one) => one.name)).toEqual(["capital"]);
    expect(outside(sites, all.box)).toEqual([]);
  });
  it("puts nobody in a lane who is only described", () => {
    const told = (id: string, actors: string[]) => ({
      id, kind: "attack", summary: id, start: "2026-03-10", end: "2026-03-10", precision: "day", place: null, actors, targets: [], events: ["v"],
      support: { reports: 1, publishers: 1, origins: 1, informants: 1 }, grade: "single_source" as const, story: "s",
    });
    const event = {
      id: "v", report: "r1", trigger: { start: 3, end: 7, text: "died" }, kind: "attack", plover: null, acled: null, status: "happened" as const,
      sentence: { start: 0, end: 25 }, actor: null, target: null, place: null, time: null,
    };
    const happenings = [told("by the office", ["office"]), told("by a mayor", ["mayor"])];
    const timeline = happenings.map((one) => ({ start: one.start, end: one.end, precision: "day", summary: one.summary, happening: one.id, support: [] }));
    const situation = new Situation({ ...ACCOUNT, events: [event], happenings, timeline });
    expect(lanes(situation, readTimeline(situation).bars, "actor").map((lane) => lane.name)).toEqual(["the office", "Actor not given"]);
    expect(bySentence([happenings[0]!, happenings[1]!, { ...happenings[0]!, id: "h2" }]).map((one) => one.length)).toEqual([2, 1]);
  });
  it("stacks bars that would overlap", () => {
    const bars = [{ first: 0 }, { first: 0 }, { first: 5 }] as never[];
    const rows = stack(bars, (bar: { first: number }) => bar.first, () => 2);
    expect([...rows.values()]).toEqual([0, 1, 0]);
  });
  it("compares wordings word by word", () => {
    const [a, b] = differ("at least 112 people died", "at least 126 people died");
    expect(a.filter((word) => word.own).map((word) => word.text.trim())).toEqual(["112"]);
    expect(b.filter((word) => word.own).map((word) => word.text.trim())).toEqual(["126"]);
  });
});

describe("versions", () => {
  it("tells what an outlet changed, the older state first, whichever way the link runs", () => {
    const link = { a: "r3", b: "r1", basis: "near_copy" as const, share_a: 1, share_b: 1, shared: [], version: true,
      changes: [{ a: { start: 0, end: 7 }, b: { start: 0, end: 7 } }, { a: null, b: { start: 25, end: 35 } }] };
    const origins = [{ id: "o1", reports: ["r1", "r2", "r3"], basis: "near_copy" as const, evidence: [link] }];
    const found = versionsOf(new Situation({ ...ACCOUNT, origins }));
    expect(found.map((one) => [one.older.record.id, one.newer.record.id, one.ordered])).toEqual([["r1", "r3", true]]);
    expect(found[0]!.changes.map((one) => one.kind)).toEqual(["changed", "gone"]);
    expect(found[0]!.changes[0]!.older.filter((word) => word.own).map((word) => word.text.trim())).toEqual(["12"]);
  });
});

describe("the name of an original", () => {
  it("denies a credited agency only where copies are all that joins its reports", () => {
    const name = (basis: "near_copy" | "wire_credit") =>
      new Situation({ ...ACCOUNT, origins: [{ id: "o1", reports: ["r1", "r2"], basis, evidence: [] }] }).originals[0]!.name;
    expect([name("near_copy"), name("wire_credit")]).toEqual(["Shared text, no agency credited", "One agency’s account"]);
  });
});

describe("the strip of facts", () => {
  it("counts only what the brief counts", () => {
    const names = (brief: Account["brief"]) => {
      const situation = new Situation({ ...ACCOUNT, brief });
      return factsOf(situation, buildBoard(situation)).map((fact) => fact.name);
    };
    expect(names(ACCOUNT.brief)).toContain("Killed");
    expect(names([])).not.toContain("Killed");
  });
});
