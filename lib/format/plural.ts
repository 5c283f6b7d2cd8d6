/**
 * The word after elapsed days that are written with their decimal, as `days` of the team's formats does: English has
 * "1.0 days" and "0.5 days", whatever the locale writes the number like. Undefined after a figure that does not exist.
 */
export function daysUnit(days: number | null): string | undefined {
  return days === null ? undefined : "days";
}

/** The word for that many: `plural(1, "deal", "deals")` is `deal`, for 0 and 2 `deals`. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
