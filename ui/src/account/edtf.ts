/** EDTF -> days: the values of ISO 8601-2 that the account uses, as first and last day and as words. */

export const MONTHS = [
  "January", "February", "March", "April", "May", "June",
  "July", "August", "September", "October", "November", "December",
];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAY_MS = 86_400_000;

/** `first`, `last`: days since 1970-01-01, null where the interval is open. */
export interface Days {
  first: number | null;
  last: number | null;
  approximate: boolean;
  precision: "minute" | "day" | "month" | "year" | "range";
}

export function dayOf(year: number, month: number, day: number): number {
  return Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);
}

export function isoOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** One side of an interval or a single value; null for "..", "" and what is not EDTF. */
function parsePoint(value: string): Days | null {
  const approximate = /[~?%]/.test(value);
  const plain = value.replace(/[~?%]/g, "");
  const match = /^(-?\d{1,4}X{0,3})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(T\d{2}:\d{2}.*)?$/.exec(plain);
  if (!match) return null;
  const [, years, month, day, clock] = match;
  if (years!.includes("X")) {
    const first = dayOf(Number(years!.replaceAll("X", "0")), 1, 1);
    const last = dayOf(Number(years!.replaceAll("X", "9")), 12, 31);
    return { first, last, approximate, precision: "range" };
  }
  const year = Number(years);
  if (!month || month === "XX" || Number(month) > 12) {
    return { first: dayOf(year, 1, 1), last: dayOf(year, 12, 31), approximate, precision: "year" };
  }
  if (!day || day === "XX") {
    const first = dayOf(year, Number(month), 1);
    const last = dayOf(year, Number(month) + 1, 0);
    return { first, last, approximate, precision: "month" };
  }
  const only = dayOf(year, Number(month), Number(day));
  return { first: only, last: only, approximate, precision: clock ? "minute" : "day" };
}

export function parseEdtf(value: string | null | undefined): Days | null {
  if (!value) return null;
  if (!value.includes("/")) return parsePoint(value);
  const [from = "", to = ""] = value.split("/");
  const a = parsePoint(from);
  const b = parsePoint(to);
  if (!a && !b) return null;
  return {
    first: a?.first ?? null,
    last: b?.last ?? null,
    approximate: Boolean(a?.approximate || b?.approximate),
    precision: "range",
  };
}

/** Whether a value touches the days `from` to `to`; an open end counts as the known end alone. */
export function touches(days: Days, from: number, to: number): boolean {
  const first = days.first ?? days.last!;
  const last = days.last ?? days.first!;
  return first <= to && last >= from;
}

export function sayDay(day: number, form: "long" | "short" | "weekday" = "long"): string {
  const date = new Date(day * DAY_MS);
  const month = MONTHS[date.getUTCMonth()]!;
  const dayOfMonth = date.getUTCDate();
  if (form === "short") return `${dayOfMonth} ${month.slice(0, 3)}`;
  if (form === "weekday") return `${WEEKDAYS[date.getUTCDay()]!.slice(0, 3)} ${dayOfMonth} ${month.slice(0, 3)}`;
  return `${WEEKDAYS[date.getUTCDay()]} ${dayOfMonth} ${month} ${date.getUTCFullYear()}`;
}

function sayPoint(value: string): string {
  const days = parsePoint(value);
  if (!days) return value;
  const date = new Date(days.first! * DAY_MS);
  const about = days.approximate ? "about " : "";
  if (days.precision === "year") return `${about}${date.getUTCFullYear()}`;
  if (days.precision === "month") return `${about}${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  if (days.precision === "range") return `${about}${date.getUTCFullYear()}s`;
  const clock = /T(\d{2}:\d{2})/.exec(value);
  const text = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return about + text + (clock ? `, ${clock[1]}` : "");
}

/** A value in words: "15 April 2017", "11 to 17 February 2019", "since 9 February 2019". */
export function sayTime(value: string | null | undefined): string {
  if (!value) return "time not known";
  if (!value.includes("/")) return sayPoint(value);
  const [from = "", to = ""] = value.split("/");
  const open = (side: string) => side === "" || side === "..";
  if (open(to)) return `since ${sayPoint(from)}`;
  if (open(from)) return `until ${sayPoint(to)}`;
  if (from === to) return sayPoint(from);
  const [a, b] = [parsePoint(from), parsePoint(to)];
  if (a && b && a.precision === "day" && b.precision === "day" && from.slice(0, 7) === to.slice(0, 7)) {
    return `${Number(from.slice(8, 10))} to ${sayPoint(to)}`;
  }
  return `${sayPoint(from)} to ${sayPoint(to)}`;
}

/** A first and a last day in words, as short as they allow. */
export function saySpan(first: number, last: number): string {
  if (first === last) return sayDay(first);
  return sayTime(`${isoOf(first)}/${isoOf(last)}`);
}
