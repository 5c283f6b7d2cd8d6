import { cutText } from "@/lib/format/cut-text";
import { plainWithPlaces, withoutAccents } from "@/lib/pipeline/without-accents";

/** A piece of a text, and whether it is what was looked for. */
export type Piece = { text: string; isHit: boolean };

const before = 40;
const length = 160;

/** From where to where a text has a word that begins with one of these, accents aside. */
function placesOf(text: string, words: readonly string[]) {
  if (words.length === 0) return [];
  const beginnings = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const isAny = new RegExp(`(?<![\\p{L}\\p{N}])(?:${beginnings})[\\p{L}\\p{N}]*`, "giu");
  const { plain, from, to } = plainWithPlaces(text);
  return [...plain.matchAll(isAny)].map(({ 0: word, index }) => ({
    from: from[index] ?? 0,
    to: to[index + word.length - 1] ?? text.length,
  }));
}

/**
 * The part of a note around the first word that was looked for, cut at spaces where there are any, in pieces: those
 * that were looked for, accents aside, and those between. Example: `… sent the` `quote` `again …`.
 */
export function noteExcerpt(note: string, search: string): Piece[] {
  const words = withoutAccents(search).trim().split(/\s+/).filter(Boolean);
  const flat = note.replace(/\s+/g, " ").trim();
  const first = placesOf(flat, words)[0]?.from ?? -1;
  const from = first > before ? flat.indexOf(" ", first - before) + 1 : 0;
  const isCut = from + length < flat.length;
  const space = flat.lastIndexOf(" ", from + length);
  const most = space > Math.max(first, from) ? space - from : length;
  const part = cutText(flat.slice(from), isCut ? most : flat.length);
  const shown = `${from > 0 ? "… " : ""}${part}${isCut ? " …" : ""}`;
  const pieces: Piece[] = [];
  let told = 0;
  for (const hit of placesOf(shown, words)) {
    if (hit.from > told) pieces.push({ text: shown.slice(told, hit.from), isHit: false });
    pieces.push({ text: shown.slice(hit.from, hit.to), isHit: true });
    told = hit.to;
  }
  if (told < shown.length) pieces.push({ text: shown.slice(told), isHit: false });
  return pieces;
}
