/** The word for that many: `plural(1, "deal", "deals")` is `deal`, for 0 and 2 `deals`. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
