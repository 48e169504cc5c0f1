const dayMs = 24 * 3600 * 1000;

const two = (value: number) => String(value).padStart(2, "0");

/** Returns the day of a time (ms since 1970) in the local time zone, as `2026-11-28`. OpenClaw groups by the same days. */
export function dayOf(time: number): string {
  const date = new Date(time);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Returns the Monday of a day's week; both as `2026-11-28`. */
export function weekOf(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const noon = new Date(year, month - 1, date, 12);
  return dayOf(noon.getTime() - ((noon.getDay() + 6) % 7) * dayMs);
}

/** Returns the month of a day, as `2026-11`. */
export function monthOf(day: string): string {
  return day.slice(0, 7);
}

const units: Readonly<Record<string, "days" | "weeks" | "months" | "years">> = {
  d: "days",
  天: "days",
  w: "weeks",
  周: "weeks",
  m: "months",
  月: "months",
  y: "years",
  年: "years",
};

/**
 * Reads since when usage counts: `30d`, `8w`, `6m`, `1y` (today included), `2026-11-01`, `2026-11` or `2026`. In: the
 * text and the present. Out: the start of that day in local time, ms since 1970; undefined for anything else.
 */
export function parseSince(text: string, now: Date): number | undefined {
  const trimmed = text.trim().toLowerCase();
  const span = /^(\d{1,4})\s*个?([dwmy天周月年])$/.exec(trimmed);
  if (span) {
    const [amount, unit] = [Number(span[1]), units[span[2] ?? ""]];
    const [year, month, date] = [now.getFullYear(), now.getMonth(), now.getDate()];
    if (amount === 0) return undefined;
    if (unit === "days") return new Date(year, month, date - amount + 1).getTime();
    if (unit === "weeks") return new Date(year, month, date - amount * 7 + 1).getTime();
    if (unit === "months") return new Date(year, month - amount, date + 1).getTime();
    return new Date(year - amount, month, date + 1).getTime();
  }
  const day = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(trimmed);
  if (!day) return undefined;
  const [year, month, date] = [Number(day[1]), Number(day[2] ?? 1), Number(day[3] ?? 1)];
  const start = new Date(year, month - 1, date);
  return start.getMonth() === month - 1 && start.getDate() === date ? start.getTime() : undefined;
}
