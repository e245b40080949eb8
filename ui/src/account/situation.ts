/** Account × story -> Situation: one story's records, looked up by id, with its reports lettered and its sentences numbered. */

import type { Account, Claim, Contradiction, Entity, Event, Figure, Happening, Place, Series, SourceSpan, Story, Time } from "./account";
import { parseEdtf } from "./edtf";
import { arrangeOriginals, type Original, type ReportView } from "./originals";
import { findSentences, type Sentence, SentenceIndex } from "./sentences";
import { findVoices, NOBODY, orderVoices, type Voice } from "./voices";

function byId<T extends { id: string }>(records: readonly T[]): Map<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

export class Situation {
  readonly story: Story;
  readonly reports: ReportView[];
  readonly originals: Original[];
  readonly report: Map<string, ReportView>;
  readonly labelled: Map<string, ReportView>;
  readonly sentences: Sentence[];
  readonly at: SentenceIndex;
  readonly entity: Map<string, Entity>;
  readonly place: Map<string, Place>;
  readonly claims: Claim[];
  readonly claim: Map<string, Claim>;
  readonly figures: Figure[];
  readonly figure: Map<string, Figure>;
  readonly events: Event[];
  readonly event: Map<string, Event>;
  readonly times: Time[];
  readonly happenings: Happening[];
  readonly happening: Map<string, Happening>;
  readonly series: Series[];
  readonly seriesOf: Map<string, Series>;
  readonly contradictions: Contradiction[];
  readonly contradiction: Map<string, Contradiction>;
  readonly timeline: Account["timeline"];
  readonly brief: Account["brief"];
  readonly voice: Map<string, Voice>;
  readonly voices: Voice[];

  constructor(
    readonly account: Account,
    story?: string | null,
  ) {
    this.story = account.stories.find((one) => one.id === story) ?? account.stories[0] ?? {
      id: "",
      title: "",
      reports: account.reports.map((report) => report.id),
    };
    const { reports, originals } = arrangeOriginals(account, this.story.reports);
    this.reports = reports;
    this.originals = originals;
    this.report = new Map(reports.map((view) => [view.record.id, view]));
    this.labelled = new Map(reports.map((view) => [view.label, view]));
    const told = <T extends { report: string }>(records: readonly T[]) => records.filter((one) => this.report.has(one.report));
    const ours = <T extends { story?: string | null }>(records: readonly T[]) =>
      records.filter((one) => !one.story || one.story === this.story.id);
    this.entity = byId(account.entities);
    this.place = new Map(account.places.map((place) => [place.entity, place]));
    this.claims = told(account.claims);
    this.claim = byId(this.claims);
    this.figures = told(account.figures);
    this.figure = byId(this.figures);
    this.events = told(account.events);
    this.event = byId(this.events);
    this.sentences = findSentences(reports, this.events);
    this.at = new SentenceIndex(this.sentences);
    this.times = told(account.times);
    this.happenings = ours(account.happenings).filter((one) => one.events.some((id) => this.event.has(id)));
    this.happening = byId(this.happenings);
    this.series = ours(account.series).filter((one) => one.members.some((id) => this.figure.has(id)));
    this.seriesOf = new Map(this.series.flatMap((one) => one.members.map((id) => [id, one] as const)));
    this.contradictions = ours(account.contradictions).filter((one) => this.sideReport(one.a) && this.sideReport(one.b));
    this.contradiction = byId(this.contradictions);
    this.timeline = ours(account.timeline);
    this.brief = ours(account.brief);
    this.voice = findVoices(account, this.figures, this.claims);
    this.voices = orderVoices(this.voice.values());
  }

  name(entity: string | null | undefined): string | null {
    return entity ? (this.entity.get(entity)?.name ?? this.place.get(entity)?.name ?? null) : null;
  }

  /** Called by a name somewhere, not only described. */
  isNamed(entity: string): boolean {
    return this.entity.get(entity)?.mentions.some((one) => one.form === "name") ?? false;
  }

  voiceOf(figure: Figure): Voice {
    return this.voice.get(figure.source ?? NOBODY)!;
  }

  speakerOf(claim: Claim): Voice {
    return this.voice.get(claim.source?.entity ?? NOBODY)!;
  }

  quote(span: SourceSpan): string {
    return this.report.get(span.report)?.text.slice(span.start, span.end) ?? "";
  }

  /** The words of one side of a contradiction. */
  sideSpans(side: Contradiction["a"]): SourceSpan[] {
    if (side.type === "figure") {
      const figure = this.figure.get(side.id);
      return figure ? [{ report: figure.report, start: figure.start, end: figure.end }] : [];
    }
    if (side.type === "event") {
      const event = this.event.get(side.id);
      return event ? [{ report: event.report, ...event.sentence }] : [];
    }
    const claim = this.claim.get(side.id);
    return claim ? claim.content.map(({ start, end }) => ({ report: claim.report, start, end })) : [];
  }

  sideReport(side: Contradiction["a"]): ReportView | null {
    const spans = this.sideSpans(side);
    return spans[0] ? (this.report.get(spans[0].report) ?? null) : null;
  }

  sideVoice(side: Contradiction["a"]): Voice | null {
    if (side.type === "figure") {
      const figure = this.figure.get(side.id);
      return figure ? this.voiceOf(figure) : null;
    }
    const claim = side.type === "claim" ? this.claim.get(side.id) : this.claim.get(this.event.get(side.id)?.claim ?? "");
    return claim ? this.speakerOf(claim) : (this.voice.get(NOBODY) ?? null);
  }

  sentencesOf(spans: readonly SourceSpan[]): Set<number> {
    const found = new Set<number>();
    for (const span of spans) {
      for (const sentence of this.at.touching(span.report, span.start, span.end)) found.add(sentence.index);
    }
    return found;
  }

  /** First and last publication day of the reports, null when none is dated. */
  window(): { first: number; last: number } | null {
    const days = this.reports.flatMap((view) => (view.day === null ? [] : [view.day]));
    if (days.length > 0) return { first: Math.min(...days), last: Math.max(...days) };
    const [start, end] = [parseEdtf(this.story.start), parseEdtf(this.story.end)];
    return start?.first != null && end?.last != null ? { first: start.first, last: end.last } : null;
  }
}
