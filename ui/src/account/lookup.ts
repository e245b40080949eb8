/** Words -> the sentences and claims of a situation that have all of them, without regard to case and marks. */

import { writtenAs } from "./dossier";
import type { LedgerLine } from "./ledger";
import type { ReportView } from "./originals";
import type { Sentence } from "./sentences";
import type { Situation } from "./situation";
import { parseDays, reach, writeDays } from "../selection/facets";

export interface Hit {
  view: ReportView;
  sentence: Sentence;
  pieces: { text: string; marked: boolean }[];
}

export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

export function wordsOf(asked: string): string[] {
  return fold(asked).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Cuts a text where one of the words stands; folding keeps each letter's place. */
export function markWords(text: string, words: readonly string[]): { text: string; marked: boolean }[] {
  const letters = [...text];
  const plain = letters.map((letter) => fold(letter) || " ");
  const joined = plain.map((letter) => letter[0]!).join("");
  const marked = new Array<boolean>(letters.length).fill(false);
  for (const word of words) {
    for (let at = joined.indexOf(word); at >= 0; at = joined.indexOf(word, at + 1)) marked.fill(true, at, at + word.length);
  }
  const pieces: { text: string; marked: boolean }[] = [];
  letters.forEach((letter, i) => {
    const last = pieces.at(-1);
    if (last && last.marked === marked[i]) last.text += letter;
    else pieces.push({ text: letter, marked: marked[i]! });
  });
  return pieces;
}

/** Sentences with all the words; of a day, month or year also those that tell of it. */
export function findHere(situation: Situation, asked: string): Hit[] {
  const days = /^\d{4}(-\d{2}){0,2}$/.test(asked.trim()) ? parseDays(asked.trim()) : null;
  if (days) {
    const told = situation.sentencesOf(reach(situation, "day", writeDays(days.from, days.to)).spans);
    return [...told].sort((a, b) => a - b).map((index) => {
      const sentence = situation.sentences[index]!;
      return { view: sentence.report, sentence, pieces: [{ text: sentence.report.text.slice(sentence.start, sentence.end), marked: false }] };
    });
  }
  const words = wordsOf(asked);
  if (words.length === 0) return [];
  const hits: Hit[] = [];
  for (const sentence of situation.sentences) {
    const text = sentence.report.text.slice(sentence.start, sentence.end).replace(/\s+/g, " ");
    const plain = fold(text);
    if (words.every((word) => plain.includes(word))) hits.push({ view: sentence.report, sentence, pieces: markWords(text, words) });
  }
  return hits;
}

/** Lines of the ledger with all the words in what is said and in who says it, by whatever spelling. */
export function findClaims(situation: Situation, ledger: readonly LedgerLine[], words: readonly string[]): LedgerLine[] {
  return ledger.filter((line) => {
    const said = line.claims.flatMap((claim) => [...claim.content.map((part) => part.text), claim.source?.text ?? ""]);
    const speaker = situation.entity.get(line.voice.key);
    const plain = fold([...said, line.voice.name, ...(speaker ? writtenAs(speaker) : [])].join("\n"));
    return words.every((word) => plain.includes(word));
  });
}
