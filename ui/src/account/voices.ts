/** Claims and figures -> voices: the people and bodies quoted. The four who count most get a colour and a shape. */

import type { Account, Claim, Figure } from "./account";

export type VoiceStyle = 0 | 1 | 2 | 3 | 4 | 5;

export interface Voice {
  /** Entity id, or "none" for what nobody is quoted for. */
  key: string;
  name: string;
  short: string;
  /** 0 nobody named · 1 to 4 a colour and shape of their own · 5 named, neutral. */
  style: VoiceStyle;
  claims: Claim[];
  figures: Figure[];
}

export const NOBODY = "none";

function shorten(name: string): string {
  const words = name.split(/\s+/);
  if (name.length <= 24 || words.length < 3) return name;
  const joint = words.findIndex((word, index) => index >= 2 && /^(for|of|and|in|on|to|at|from|with|who|that)$/i.test(word));
  return words.slice(0, joint > 0 ? joint : 3).join(" ");
}

export function findVoices(account: Account, figures: readonly Figure[], claims: readonly Claim[]): Map<string, Voice> {
  const names = new Map(account.entities.map((entity) => [entity.id, entity.name]));
  const voices = new Map<string, Voice>();
  const voiceOf = (key: string): Voice => {
    let voice = voices.get(key);
    if (!voice) {
      const name = key === NOBODY ? "Nobody named" : (names.get(key) ?? "a voice without a name");
      voice = { key, name, short: shorten(name), style: key === NOBODY ? 0 : 5, claims: [], figures: [] };
      voices.set(key, voice);
    }
    return voice;
  };
  for (const claim of claims) voiceOf(claim.source?.entity ?? NOBODY).claims.push(claim);
  for (const figure of figures) voiceOf(figure.source ?? NOBODY).figures.push(figure);
  const compared = new Set(account.series.flatMap((series) => (series.members.length > 1 ? series.members : [])));
  const weight = (voice: Voice) => voice.figures.filter((figure) => compared.has(figure.id)).length;
  const ranked = [...voices.values()]
    .filter((voice) => voice.key !== NOBODY && weight(voice) > 0)
    .sort((a, b) => weight(b) - weight(a) || b.claims.length - a.claims.length || a.key.localeCompare(b.key));
  ranked.slice(0, 4).forEach((voice, index) => {
    voice.style = (index + 1) as VoiceStyle;
  });
  keepApart(voices.values());
  return voices;
}

/** Where two voices shorten to the same words, both keep their names. */
function keepApart(voices: Iterable<Voice>): void {
  const byShort = new Map<string, Voice[]>();
  for (const voice of voices) byShort.set(voice.short, [...(byShort.get(voice.short) ?? []), voice]);
  for (const same of byShort.values()) if (same.length > 1) for (const voice of same) voice.short = voice.name;
}

/** Voices in the order a key lists them: coloured, neutral by number of claims, nobody last. */
export function orderVoices(voices: Iterable<Voice>): Voice[] {
  const rank = (voice: Voice) => (voice.style === 0 ? 9 : voice.style);
  return [...voices].sort(
    (a, b) => rank(a) - rank(b) || b.claims.length - a.claims.length || a.name.localeCompare(b.name),
  );
}
