/** The desk's server behind the page: opens stories, follows news, and keeps the name decisions are signed with. */

import { type News, openStory, Refused, server, listen } from "../source/server";
import { desk } from "./desk.svelte";

export class LiveState {
  /** What the store is doing now; null when it is at rest. */
  progress: { step: string; done: number; total: number } | null = $state(null);
  refused: { path: string; message: string }[] = $state([]);
  added: { new: number; total: number } | null = $state(null);
  /** Goes up with every change of the store, so that lists know when to ask again. */
  generation = $state(0);
  /** What the last decision on a name did; kept here, since the account it is told in replaces the page it was made on. */
  decided = $state("");
  signature = $state("");
  /** Counts what was opened: an answer that a later one overtook is dropped. */
  #turn = 0;

  async open(story: string | null): Promise<void> {
    const turn = ++this.#turn;
    try {
      const known = desk.account?.stories[0]?.id === story ? desk.account.reports.map((report) => report.id) : [];
      const opened = await openStory(story, known);
      if (turn !== this.#turn) return;
      desk.failure = null;
      desk.missing = opened ? null : story;
      desk.account = opened?.account ?? null;
      desk.towns = opened?.towns ?? [];
      const found = opened?.account.stories[0]?.id ?? null;
      if (found && desk.address.story !== found) desk.go({ story: found }, true);
      if (!opened && !story && desk.address.page !== "add") desk.go({ page: "add", subject: null, story: null }, true);
      if (found && desk.address.page !== "review") desk.review = (await server.queue(found)).questions.length;
    } catch (error) {
      if (turn === this.#turn) desk.failure = error instanceof Refused || error instanceof Error ? error.message : String(error);
    }
  }

  follow(): () => void {
    let soon: ReturnType<typeof setTimeout> | undefined;
    return listen((news: News) => {
      if (news.kind === "progress") this.progress = { step: news.step, done: news.done, total: news.total };
      else if (news.kind === "refused") this.refused = [...this.refused, { path: news.path, message: news.message }];
      else if (news.kind === "added") {
        this.added = { new: news.done, total: news.total };
        this.progress = null;
        desk.spoken = `${news.done} new reports are in the account`;
      } else {
        this.progress = null;
        clearTimeout(soon);
        soon = setTimeout(() => {
          this.generation += 1;
          void this.open(desk.address.story ?? desk.account?.stories[0]?.id ?? null);
        }, 150);
      }
    });
  }

  loadSignature(): void {
    try {
      this.signature = localStorage.getItem("dateline-signature") ?? "";
    } catch {
      this.signature = "";
    }
  }

  sign(name: string): void {
    this.signature = name;
    try {
      localStorage.setItem("dateline-signature", name);
    } catch {
      // Without storage the name lasts as long as the page.
    }
  }
}

export const live = new LiveState();
export { server };
