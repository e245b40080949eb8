/** Keys of every page: j and k walk statements, claims or the sentences of a report, o opens the report, Esc clears. */

import { desk } from "./desk.svelte";

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Walks whatever the page offers for walking: the sentences of a report, or elements marked `data-statement` or
 *  `data-line`, pressed by their button. */
function walk(step: 1 | -1): void {
  const wanted = desk.address.page === "report" ? "[data-sentence]" : "[data-statement], [data-line]";
  const stops = [...document.querySelectorAll<HTMLElement>(wanted)];
  const now = stops.findIndex((stop) => stop.getAttribute("aria-current") === "true");
  const next = stops[now < 0 ? (step > 0 ? 0 : stops.length - 1) : now + step];
  if (!next) return;
  (next.querySelector<HTMLElement>("[data-choose], button.standing") ?? next).click();
  next.scrollIntoView({ block: "nearest" });
}

export function pressKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    if (typing(event.target)) (event.target as HTMLElement).blur();
    else desk.clear();
    return;
  }
  if (typing(event.target) || desk.address.page === "review") return;
  if (event.key === "j") walk(1);
  else if (event.key === "k") walk(-1);
  else if (event.key === "o") document.querySelector<HTMLAnchorElement>("a[data-open-report]")?.click();
  else if (event.key === "/") {
    event.preventDefault();
    desk.go({ page: "search", subject: null });
  } else return;
}
