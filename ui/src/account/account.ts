/** The account as JSON (`dateline/account/1`): the records of `src/dateline/model`, as the desk receives them. */

export interface Range {
  start: number;
  end: number;
}
export interface Span extends Range {
  text: string;
}
export interface SourceSpan extends Range {
  report: string;
}
export type BlockKind =
  | "title" | "body" | "byline" | "dateline" | "date" | "caption"
  | "chrome" | "comments" | "recommended" | "unrelated" | "other";
export interface Block extends Range {
  kind: BlockKind;
}
export interface Published {
  value: string | null;
  precision?: "minute" | "day" | "month" | "year" | null;
  how?: "stated" | "metadata" | "inferred" | "unknown";
  bounds?: string | null;
  why?: string | null;
}
export interface Report {
  id: string;
  path: string | null;
  url: string | null;
  text: string;
  language: string | null;
  title: string | null;
  byline: string[];
  outlet: string | null;
  agencies: string[];
  published: Published;
  blocks: Block[];
  origin: string | null;
  story: string | null;
}
export type Basis = "near_copy" | "wire_credit" | "same_publisher" | "single";
export interface CopyLink {
  a: string;
  b: string;
  basis: Basis;
  share_a: number;
  share_b: number;
  shared: { a: Range; b: Range }[];
  version?: boolean;
  changes?: { a: Range | null; b: Range | null }[];
  partial?: boolean;
  why?: string;
}
export interface Origin {
  id: string;
  reports: string[];
  basis: Basis;
  evidence: CopyLink[];
  first?: string | null;
  why?: string;
}
export interface Story {
  id: string;
  title: string;
  reports: string[];
  start?: string | null;
  end?: string | null;
  deck?: string;
}
export type EntityType = "person" | "org" | "group" | "place" | "facility" | "media" | "event" | "other";
export interface EntityMention extends Span {
  report: string;
  form: "name" | "demonym" | "nominal" | "pronoun";
}
export interface Entity {
  id: string;
  type: EntityType;
  name: string;
  aliases: string[];
  mentions: EntityMention[];
  party?: boolean | null;
}
export interface Candidate {
  a: string;
  b: string;
  score: number;
  why: string;
}
export type PlacePrecision = "exact" | "near" | "district" | "region" | "country";
export interface Place {
  entity: string;
  name: string;
  lat: number | null;
  lon: number | null;
  country: string | null;
  admin1: string | null;
  gazetteer_id: string | null;
  precision: PlacePrecision | null;
  how: string;
  radius_km?: number | null;
}
export interface Time extends Span {
  report: string;
  value: string | null;
  granularity: string;
  anchor: string;
  why: string;
}
export interface Role {
  text: string | null;
  start: number | null;
  end: number | null;
  entity?: string | null;
}
/** A field that a person put in place of what was read, and who did. */
export interface Correction {
  field: string;
  by: string;
}
export type Stance = "asserts" | "denies" | "doubts" | "asks" | "promises" | "threatens";
export interface Claim {
  id: string;
  report: string;
  source: Role | null;
  cue: Span | null;
  content: Span[];
  kind: "direct" | "indirect" | "mixed";
  medium?: string | null;
  stance?: Stance;
  confidence?: number;
  corrected?: Correction[];
}
export type Qualifier =
  | "exact" | "about" | "more_than" | "at_least" | "up_to" | "fewer_than"
  | "range" | "dozens" | "hundreds" | "thousands" | "vague";
export interface Figure extends Span {
  id: string;
  report: string;
  low: number | null;
  best: number | null;
  high: number | null;
  qualifier: Qualifier;
  unit: string;
  what: string;
  of: string | null;
  place: string | null;
  time: string | null;
  claim: string | null;
  source: string | null;
  measure: "stock" | "flow" | "cumulative";
  increment?: boolean;
  place_why?: string;
  time_why?: string;
  confidence?: number;
  corrected?: Correction[];
}
export type Status = "happened" | "ongoing" | "planned" | "hypothetical" | "negated";
export interface Event {
  id: string;
  report: string;
  trigger: Span;
  kind: string;
  plover: string | null;
  acled: { event_type: string | null; sub_event_type: string | null } | null;
  status: Status;
  sentence: Range;
  actor: Role | null;
  target: Role | null;
  place: string | null;
  time: string | null;
  figures?: string[];
  claim?: string | null;
  place_why?: string;
  time_why?: string;
  actor_why?: string;
  target_why?: string;
  confidence?: number;
  corrected?: Correction[];
}
export type Grade = "corroborated" | "single_source" | "contested" | "unattributed";
export interface Support {
  reports: number;
  publishers: number;
  origins: number;
  informants: number;
}
export interface Happening {
  id: string;
  kind: string;
  summary: string;
  start: string | null;
  end: string | null;
  precision: string | null;
  place: string | null;
  actors: string[];
  targets: string[];
  events: string[];
  support: Support;
  grade: Grade;
  conflicts?: string[];
  status?: string;
  story?: string | null;
  voices?: string[];
  originals?: string[];
  background?: boolean;
}
export interface Relation {
  a: string;
  b: string;
  relation: "agree" | "conflict" | "evolves" | "different_scope";
  why: string;
}
export interface Series {
  id: string;
  label: string;
  unit: string;
  what: string;
  of: string | null;
  place: string | null;
  measure: "stock" | "flow" | "cumulative";
  members: string[];
  low: number | null;
  best: number | null;
  high: number | null;
  latest: string | null;
  relations?: Relation[];
  support?: Support | null;
  grade?: Grade | null;
  voices?: string[];
  originals?: string[];
  happening?: string | null;
  story?: string | null;
  background?: boolean;
}
export interface Side {
  type: "claim" | "event" | "figure";
  id: string;
}
export interface Contradiction {
  id: string;
  a: Side;
  b: Side;
  why: string;
  kind?: "numeric" | "factual" | "temporal" | "attribution";
  story?: string | null;
}
export interface TimelineEntry {
  start: string | null;
  end: string | null;
  precision: string | null;
  summary: string;
  happening: string | null;
  support: SourceSpan[];
  background?: boolean;
  story?: string | null;
  grade?: Grade | null;
}
export interface BriefSentence {
  text: string;
  support: SourceSpan[];
  topic?: string;
  grade?: Grade | null;
  inferred?: boolean;
  refs?: string[];
  story?: string | null;
}
export interface Issue {
  stage: string;
  code: string;
  report: string | null;
  message: string;
}
export interface Account {
  schema: string;
  reports: Report[];
  origins: Origin[];
  stories: Story[];
  entities: Entity[];
  candidates?: Candidate[];
  places: Place[];
  times: Time[];
  claims: Claim[];
  figures: Figure[];
  events: Event[];
  happenings: Happening[];
  series: Series[];
  contradictions: Contradiction[];
  timeline: TimelineEntry[];
  brief: BriefSentence[];
  issues: Issue[];
}
