/** The desk's server -> accounts, searches, questions; and what a person decides or adds -> the server. */

import type { Account, Issue, SourceSpan } from "../account/account";
import type { Opened, StoryLine, Town } from "./source";

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { ...init, headers: { "X-Dateline": "desk", ...init.headers } });
  } catch {
    throw new Refused(0, "unreachable", "The desk's server does not answer. What was stored is safe; start it again with `dateline serve`.");
  }
  if (response.status === 204) return undefined as T;
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const fault = body as { code?: string; message?: string } | null;
  throw new Refused(response.status, fault?.code ?? "fault", fault?.message ?? `The server answered ${response.status}.`);
}

function send<T>(path: string, record: unknown): Promise<T> {
  return ask<T>(path, { method: "POST", body: JSON.stringify(record), headers: { "Content-Type": "application/json" } });
}

export interface Ref {
  type: string;
  id: string;
  report?: string | null;
  start?: number | null;
  end?: number | null;
  text?: string | null;
}
export interface Judgement {
  id: string;
  at: string;
  by: string;
  why: string;
  verdict: "confirm" | "reject" | "correct" | "same" | "not_same" | "grade" | "undo";
  target: Ref;
  other?: Ref | null;
  field?: string | null;
  value?: string | null;
}
export type Decision = Omit<Judgement, "id" | "at">;
export interface Quoted {
  ref: Ref;
  says: string;
  voice: string;
  about: string;
  place: string;
}
export interface Question {
  id: string;
  kind: "raised" | "conflict" | "same_name" | "figure" | "event" | "claim" | "place" | "time";
  title: string;
  detail: string;
  weight: number;
  proposed: string;
  confirm: string;
  reject: string;
  sides: Quoted[];
  target: Ref;
  other: Ref | null;
  field: string | null;
  value: string | null;
}
/** One decision, of one judgement or of several made in one go. */
export interface Decided {
  /** What to undo. */
  id: string;
  verdict: Judgement["verdict"];
  by: string;
  at: string;
  why: string;
  says: string;
  /** The question it answered, and how to ask that where it does not come up by itself. */
  question: string;
  about: string | null;
}
export interface Queue {
  questions: Question[];
  decided: Decided[];
}
export interface Found {
  texts: { report: string; story: string; title: string; outlet: string | null; published: string | null; excerpt: string }[];
  names: { entity: string; story: string; type: string; name: string }[];
}
export interface Added {
  new: string[];
  known: number;
  issues: Issue[];
}
export interface Pasted {
  text: string;
  title?: string;
  outlet?: string;
  published?: string;
  url?: string;
}
export interface News {
  kind: "changed" | "progress" | "refused" | "added";
  step: string;
  done: number;
  total: number;
  message: string;
  path: string;
}
export interface State {
  store: string;
  reports: number;
  stories: number;
  judgements: number;
  unread: number;
  watching: string | null;
}

export interface FormatLine {
  name: string;
  suffix: string;
  says: string;
  narrows: boolean;
}

const path = encodeURIComponent;

export const server = {
  state: () => ask<State>("/state"),
  formats: () => ask<FormatLine[]>("/formats"),
  features: () => ask<{ tiles: boolean }>("/features"),
  stories: (words: string, offset: number) => ask<{ total: number; stories: StoryLine[] }>(`/stories?q=${path(words)}&offset=${offset}`),
  story: (id: string) => ask<{ account: Account; towns: Town[] }>(`/stories/${path(id)}`),
  report: (id: string) => ask<{ story: string | null }>(`/reports/${path(id)}`),
  search: (words: string) => ask<Found>(`/search?q=${path(words)}&limit=40`),
  /** `about`: also ask about this record, as "figure:ID". */
  queue: (story: string, about?: string) => ask<Queue>(`/stories/${path(story)}/queue${about ? `?about=${path(about)}` : ""}`),
  judgements: () => ask<Judgement[]>("/judgements"),
  /** What is decided in one go is undone in one go. */
  judge: (decisions: Decision[]) => send<Judgement[]>("/judgements", decisions),
  undo: (id: string, by: string, why: string) => send<Judgement[]>(`/judgements/${path(id)}/undo`, { by, why }),
  importJudgements: (lines: Blob) => ask<{ given: number; new: number }>("/judgements/import", { method: "POST", body: lines }),
  paste: (pasted: Pasted) => send<Added>("/reports/paste", pasted),
  upload(files: readonly File[]): Promise<Added> {
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);
    return ask<Added>("/reports", { method: "POST", body: form });
  },
  removeReport: (id: string) => ask<void>(`/reports/${path(id)}`, { method: "DELETE" }),
};

/** The story asked for, or the one its reports are in now; the largest where none is asked for. Null: there is none. */
export async function openStory(asked: string | null, reports: readonly string[] = []): Promise<Opened | null> {
  if (asked) {
    try {
      return await server.story(asked);
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 404) throw error;
    }
    for (const report of reports.slice(0, 20)) {
      const found = await server.report(report).catch(() => null);
      if (found?.story) return server.story(found.story);
    }
    return null;
  }
  const { stories } = await server.stories("", 0);
  return stories[0] ? server.story(stories[0].id) : null;
}

/** Listens for news until the returned function is called; the browser reconnects by itself. */
export function listen(hear: (news: News) => void): () => void {
  const events = new EventSource("/api/live");
  for (const kind of ["changed", "progress", "refused", "added"]) {
    events.addEventListener(kind, (event) => hear(JSON.parse((event as MessageEvent<string>).data) as News));
  }
  return () => events.close();
}

export function spanOf(ref: Ref): SourceSpan | null {
  return ref.report && ref.start != null && ref.end != null ? { report: ref.report, start: ref.start, end: ref.end } : null;
}
