/** Situation × facets -> the sentences selected, the words marked in them, and how many reports, originals and voices they are. */

import type { SourceSpan } from "../account/account";
import type { Situation } from "../account/situation";
import { NOBODY } from "../account/voices";
import { type FacetName, FACETS, type Facets, type Phrase, phrase, reach } from "./facets";

export interface Selection {
  active: boolean;
  facets: Facets;
  /** Sentence numbers; all of them when nothing is selected. */
  sentences: ReadonlySet<number>;
  marks: SourceSpan[];
  phrases: Phrase[];
  reports: number;
  originals: number;
  voices: number;
}

function voicesAmong(situation: Situation, sentences: ReadonlySet<number>): number {
  const keys = new Set<string>();
  const spoken: [string, SourceSpan][] = [
    ...situation.figures.map((figure): [string, SourceSpan] => [figure.source ?? NOBODY, figure]),
    ...situation.claims.flatMap((claim) =>
      claim.content.map((part): [string, SourceSpan] => [claim.source?.entity ?? NOBODY, { ...part, report: claim.report }]),
    ),
  ];
  for (const [key, span] of spoken) {
    if (key === NOBODY || keys.has(key)) continue;
    if (situation.at.touching(span.report, span.start, span.end).some((one) => sentences.has(one.index))) keys.add(key);
  }
  return keys.size;
}

export function select(situation: Situation, facets: Facets): Selection {
  const chosen = FACETS.filter((name): name is FacetName => facets[name] !== undefined);
  let sentences: Set<number> = new Set(situation.sentences.map((sentence) => sentence.index));
  const marks: SourceSpan[] = [];
  for (const name of chosen) {
    const { spans, marks: words } = reach(situation, name, facets[name]!);
    const own = situation.sentencesOf(spans);
    sentences = new Set([...sentences].filter((index) => own.has(index)));
    marks.push(...words);
  }
  const views = new Set([...sentences].map((index) => situation.sentences[index]!.report));
  return {
    active: chosen.length > 0,
    facets,
    sentences,
    marks,
    phrases: chosen.map((name) => phrase(situation, name, facets[name]!)),
    reports: views.size,
    originals: new Set([...views].map((view) => view.original)).size,
    voices: voicesAmong(situation, sentences),
  };
}

/** How a thing that rests on `own` sentences stands in the selection: untouched, partly or wholly matching, or receding. */
export interface Match {
  off: boolean;
  hit: number;
  of: number;
}

export function match(selection: Selection, own: ReadonlySet<number>): Match {
  if (!selection.active) return { off: false, hit: own.size, of: own.size };
  let hit = 0;
  for (const index of own) if (selection.sentences.has(index)) hit += 1;
  return { off: hit === 0, hit, of: own.size };
}
