/** Claims -> ledger: copies of a claim merged, and how the other reports answer it. Unanswered does not mean true. */

import type { Claim, Contradiction, Figure } from "./account";
import { sayTime } from "./edtf";
import type { ReportView } from "./originals";
import type { Situation } from "./situation";
import { NOBODY, type Voice } from "./voices";
import { capital, list, sayCorrections, sayFigure } from "./wording";

export type Answer =
  | "replaced" | "disputed" | "differs" | "doubted" | "answered" | "fits" | "current" | "unanswered" | "open";

export interface LedgerLine {
  /** The claims that say the same, joined with commas: the `cl` facet. */
  key: string;
  claims: Claim[];
  text: string;
  quoted: boolean;
  voice: Voice;
  reports: ReportView[];
  when: string;
  how: string;
  /** What persons corrected, and who. */
  corrected: string;
  answer: Answer;
  answeredBy: string;
  conflict: Contradiction | null;
  sentences: Set<number>;
  topic: string;
}

const HOW: Record<Claim["kind"], string> = { direct: "quoted", indirect: "paraphrased", mixed: "part quoted" };
const STANCES: Partial<Record<NonNullable<Claim["stance"]>, string>> = {
  denies: "a denial", doubts: "a doubt", asks: "a demand", promises: "a promise", threatens: "a threat",
};

function words(claim: Claim): Set<string> {
  const text = claim.content.map((part) => part.text).join(" ").toLowerCase();
  return new Set(text.match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Share of the words of two claims that both have. */
function likeness(a: Set<string>, b: Set<string>): number {
  let both = 0;
  for (const word of a) if (b.has(word)) both += 1;
  return both / Math.max(1, a.size + b.size - both);
}

function mergeCopies(situation: Situation, claims: readonly Claim[]): Claim[][] {
  const groups: { claims: Claim[]; words: Set<string>; voice: string; text: string }[] = [];
  for (const claim of claims) {
    const own = words(claim);
    const voice = situation.speakerOf(claim).key;
    const found = groups.find((one) => one.voice === voice && likeness(one.words, own) >= 0.75);
    if (found) found.claims.push(claim);
    else groups.push({ claims: [claim], words: own, voice, text: "" });
  }
  return groups.map((one) => one.claims);
}

interface Verdict {
  answer: Answer;
  by: string;
}

/** What the figures inside a claim say about it: a later count by the same voice, a different one by another. */
function judgeFigures(situation: Situation, claims: readonly Claim[], voice: Voice): Verdict | null {
  const ids = new Set(claims.map((claim) => claim.id));
  const own = situation.figures.filter((figure) => figure.claim !== null && ids.has(figure.claim));
  let verdict: Verdict | null = null;
  for (const figure of own) {
    const series = situation.seriesOf.get(figure.id);
    if (!series) continue;
    const other = (id: string): Figure | undefined => situation.figure.get(id);
    for (const relation of series.relations ?? []) {
      if (relation.a !== figure.id && relation.b !== figure.id) continue;
      const against = other(relation.a === figure.id ? relation.b : relation.a);
      if (!against) continue;
      const speaker = situation.voiceOf(against);
      const said = `${sayFigure(against)} (${speaker.key === NOBODY ? "nobody named" : speaker.short})`;
      if (relation.relation === "conflict" && speaker !== voice) return { answer: "differs", by: said };
      if (relation.relation === "evolves" && speaker === voice && relation.a === figure.id) {
        verdict = { answer: "replaced", by: `by its own ${sayFigure(against)}` };
      }
      if (relation.relation === "agree" && speaker !== voice && speaker.key !== NOBODY) verdict ??= { answer: "fits", by: said };
    }
    if (!verdict && series.latest === figure.id && series.members.length > 1) {
      verdict = { answer: "current", by: (series.voices?.length ?? 1) > 1 ? "its latest count" : "its latest count; no second counter" };
    }
  }
  return verdict;
}

function judgeConflicts(situation: Situation, claims: readonly Claim[], voice: Voice): (Verdict & { conflict: Contradiction }) | null {
  const ids = new Set(claims.map((claim) => claim.id));
  for (const conflict of situation.contradictions) {
    const [mine, theirs] = ids.has(conflict.a.id) ? [conflict.a, conflict.b] : ids.has(conflict.b.id) ? [conflict.b, conflict.a] : [];
    if (!mine || !theirs) continue;
    const answering = situation.claim.get(theirs.id);
    const speaker = situation.sideVoice(theirs);
    const by = speaker && speaker.key !== NOBODY && speaker !== voice ? `by ${speaker.short}` : `in ${situation.sideReport(theirs)?.label ?? "another report"}`;
    const answer = answering?.stance === "denies" ? "answered" : answering?.stance === "doubts" ? "doubted" : "disputed";
    return { answer, by: `${by}: ${conflict.why}`, conflict };
  }
  return null;
}

function judge(situation: Situation, claims: readonly Claim[], voice: Voice): Verdict & { conflict: Contradiction | null } {
  const conflict = judgeConflicts(situation, claims, voice);
  if (conflict) return conflict;
  const figures = judgeFigures(situation, claims, voice);
  if (figures) return { ...figures, conflict: null };
  const stance = claims[0]!.stance;
  if (stance === "promises" || stance === "threatens" || stance === "asks") {
    return { answer: "open", by: `${STANCES[stance]}; nothing in the reports says it came about`, conflict: null };
  }
  const originals = new Set(claims.map((claim) => situation.report.get(claim.report)!.original.letter));
  return { answer: "unanswered", by: originals.size > 1 ? `told by ${list([...originals])}` : "only here", conflict: null };
}

function topicOf(situation: Situation, claims: readonly Claim[]): string {
  for (const claim of claims) {
    const event = situation.events.find((one) => one.claim === claim.id);
    if (event) return event.kind;
  }
  return situation.figures.some((figure) => claims.some((claim) => claim.id === figure.claim)) ? "figures" : "other";
}

function line(situation: Situation, claims: Claim[]): LedgerLine {
  const first = claims[0]!;
  const voice = situation.speakerOf(first);
  const reports = [...new Set(claims.map((claim) => situation.report.get(claim.report)!))].sort((a, b) => a.slot - b.slot);
  const spans = claims.flatMap((claim) => claim.content.map(({ start, end }) => ({ report: claim.report, start, end })));
  const stance = first.stance ? STANCES[first.stance] : undefined;
  const verdict = judge(situation, claims, voice);
  return {
    key: claims.map((claim) => claim.id).join(","),
    claims,
    text: capital(first.content.map((part) => part.text.replace(/\s+/g, " ").trim()).join(" … ")),
    quoted: first.kind === "direct",
    voice,
    reports,
    when: sayTime(reports[0]!.record.published.value),
    how: [HOW[first.kind], stance, first.medium].filter(Boolean).join(", "),
    corrected: sayCorrections(claims.flatMap((claim) => claim.corrected ?? [])),
    answer: verdict.answer,
    answeredBy: verdict.by,
    conflict: verdict.conflict,
    sentences: situation.sentencesOf(spans),
    topic: topicOf(situation, claims),
  };
}

export function buildLedger(situation: Situation): LedgerLine[] {
  const ordered = [...situation.claims].sort(
    (a, b) => situation.report.get(a.report)!.slot - situation.report.get(b.report)!.slot || a.content[0]!.start - b.content[0]!.start,
  );
  return mergeCopies(situation, ordered).map((claims) => line(situation, claims));
}
