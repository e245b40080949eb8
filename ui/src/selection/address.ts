/** The address bar -> page and facets, and back. The whole state is in the fragment: `#/account?inf=e1&day=2017-04-16`. */

import { FACETS, type Facets } from "./facets";

export const PAGES = ["account", "report", "claims", "entities", "origins", "search", "review", "add", "stories"] as const;
export type PageName = (typeof PAGES)[number];

export interface Address {
  page: PageName;
  /** What the page opens: a report label, an entity id, a question. */
  subject: string | null;
  story: string | null;
  facets: Facets;
  /** Everything else that a page keeps: `q`, `group`, `since`, `pair`. */
  extra: Record<string, string>;
}

export const HOME: Address = { page: "account", subject: null, story: null, facets: {}, extra: {} };

export function parseAddress(hash: string): Address {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?", 2);
  const [first = "", ...rest] = path.split("/");
  const page = (PAGES as readonly string[]).includes(first) ? (first as PageName) : "account";
  const facets: Facets = {};
  const extra: Record<string, string> = {};
  let story: string | null = null;
  for (const [key, value] of new URLSearchParams(query)) {
    if (key === "story") story = value;
    else if ((FACETS as readonly string[]).includes(key)) facets[key as keyof Facets] = value;
    else extra[key] = value;
  }
  const subject = rest.length > 0 && rest[0] !== "" ? decodeURIComponent(rest.join("/")) : null;
  return { page, subject, story, facets, extra };
}

export function writeAddress(address: Address): string {
  const query = new URLSearchParams();
  if (address.story) query.set("story", address.story);
  for (const name of FACETS) if (address.facets[name] !== undefined) query.set(name, address.facets[name]!);
  for (const key of Object.keys(address.extra).sort()) if (address.extra[key]) query.set(key, address.extra[key]!);
  const words = query.toString().replaceAll("%3A", ":").replaceAll("%2C", ",");
  const subject = address.subject ? `/${encodeURIComponent(address.subject)}` : "";
  return `#/${address.page}${subject}${words ? `?${words}` : ""}`;
}
