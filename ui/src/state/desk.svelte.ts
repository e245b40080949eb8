/** What the desk holds: the address, the account it shows, and the selection that follows from both. */

import type { Account } from "../account/account";
import { buildBoard, type BoardRow } from "../account/board";
import { Situation } from "../account/situation";
import { type Address, HOME, parseAddress, writeAddress } from "../selection/address";
import { choose, type FacetName } from "../selection/facets";
import { select, type Selection } from "../selection/selection";
import type { Town } from "../source/source";

export class DeskState {
  address: Address = $state.raw(HOME);
  account: Account | null = $state.raw(null);
  towns: Town[] = $state.raw([]);
  /** Why there is no account: null while it loads. */
  failure: string | null = $state(null);
  /** The story that the address names and the store has not. */
  missing: string | null = $state(null);
  /** What the live region says. */
  spoken = $state("");
  theme: "light" | "dark" = $state("light");
  /** How many questions are open under Review; null while nobody has looked. */
  review: number | null = $state(null);

  situation: Situation | null = $derived(this.account ? new Situation(this.account, this.address.story) : null);
  board: BoardRow[] = $derived(this.situation ? buildBoard(this.situation) : []);
  selection: Selection | null = $derived(this.situation ? select(this.situation, this.address.facets) : null);

  follow(hash: string): void {
    this.address = parseAddress(hash);
  }

  /** Writes the address; the page follows it. `replace` leaves no step to go back to. */
  go(change: Partial<Address>, replace = false): void {
    const next = { ...this.address, ...change };
    const hash = writeAddress(next);
    this.address = next;
    if (hash === location.hash) return;
    if (replace) history.replaceState(null, "", hash);
    else history.pushState(null, "", hash);
  }

  href(change: Partial<Address>): string {
    return writeAddress({ page: "account", subject: null, story: this.address.story, facets: {}, extra: {}, ...change });
  }

  choose(name: FacetName, value: string, add = false): void {
    this.go({ facets: choose(this.address.facets, name, value, add) });
    this.spoken = this.selection ? saySelection(this.selection) : "";
  }

  /** Sets a facet whatever was there, null to drop it: what a brush does. */
  narrow(name: FacetName, value: string | null): void {
    const { [name]: _gone, ...rest } = this.address.facets;
    this.go({ facets: value === null ? rest : { ...rest, [name]: value } }, true);
    this.spoken = this.selection ? saySelection(this.selection) : "";
  }

  clear(): void {
    this.go({ facets: {} });
    this.spoken = "Showing everything";
  }

  setExtra(name: string, value: string | null): void {
    const { [name]: _gone, ...rest } = this.address.extra;
    this.go({ extra: value === null ? rest : { ...rest, [name]: value } }, true);
  }

  setTheme(theme: "light" | "dark"): void {
    this.theme = theme;
    document.documentElement.dataset.theme = theme;
    try {
      localStorage.setItem("dateline-theme", theme);
    } catch {
      // A page opened from disk may have no storage; the choice then lasts as long as the page.
    }
  }
}

function saySelection(selection: Selection): string {
  if (!selection.active) return "Showing everything";
  const what = selection.phrases.map(({ lead, thing }) => `${lead} ${thing}`).join(", ");
  return `Showing ${what}: ${selection.sentences.size} sentences, ${selection.reports} reports`;
}

export const desk = new DeskState();
