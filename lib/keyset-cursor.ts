import { storable } from "./storable";

/** Where a page of a list ended, as an opaque text for its address. */
export function cursorText(place: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

const canBeAsked = (part: unknown) => typeof part !== "string" || storable(part) === part;

/** What is said of a text that names no place of a list: the list begins at its first row. */
export const strangeCursor = "This list, in this order, has no such page.";

/** The place an opaque text names, part by part, to be read by the list; undefined when it is none of ours. */
export function cursorPlace(text: string): unknown[] | undefined {
  try {
    const place: unknown = JSON.parse(Buffer.from(text, "base64url").toString());
    return Array.isArray(place) && place.every(canBeAsked) ? place : undefined;
  } catch {
    return undefined;
  }
}

const earliest = Date.UTC(1899, 11, 31);
const latest = Date.UTC(3000, 0, 2);

/** The moment that a part names in milliseconds since 1970; undefined when no conversation can have it. */
export function momentOfCursor(part: unknown): Date | undefined {
  return Number.isInteger(part) && (part as number) >= earliest && (part as number) < latest
    ? new Date(part as number)
    : undefined;
}

/** The id that a part names; undefined when it is none. */
export function idOfCursor(part: unknown): number | undefined {
  return Number.isSafeInteger(part) && (part as number) > 0 ? (part as number) : undefined;
}

/**
 * A page of a list that is read from place to place: its rows, and the opaque text of where the next one begins.
 *
 * @param rows what was read with one row more than the page holds.
 * @param placeOf the cursor of a row.
 * @returns `next` null: this is the last page.
 *
 * Example: of 21 rows read for a page of 20 the first 20 are shown, and the next page begins after the 20th.
 */
export function keysetPage<Row>(
  rows: readonly Row[],
  pageSize: number,
  placeOf: (row: Row) => string,
): { items: Row[]; next: string | null } {
  const items = rows.slice(0, pageSize);
  const last = items.at(-1);
  return { items, next: last !== undefined && rows.length > pageSize ? placeOf(last) : null };
}
