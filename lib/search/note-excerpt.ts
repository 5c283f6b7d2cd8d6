/** A piece of a text, and whether it is what was looked for. */
export type Piece = { text: string; isHit: boolean };

const before = 40;
const length = 160;

/**
 * The part of a note around the first word that was looked for, cut at spaces, in pieces: those that were
 * looked for and those between. Example: `… sent the` `quote` `again …`.
 */
export function noteExcerpt(note: string, search: string): Piece[] {
  const words = search.trim().split(/\s+/).filter(Boolean);
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  const flat = note.replace(/\s+/g, " ").trim();
  const isAny = new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})[\\p{L}\\p{N}]*`, "giu");
  const first = words.length > 0 ? flat.search(isAny) : -1;
  const from = first > before ? flat.indexOf(" ", first - before) + 1 : 0;
  const isCut = from + length < flat.length;
  const space = flat.lastIndexOf(" ", from + length);
  const end = isCut ? (space > Math.max(first, from) ? space : from + length) : flat.length;
  const shown = `${from > 0 ? "… " : ""}${flat.slice(from, end)}${isCut ? " …" : ""}`;
  if (words.length === 0) return [{ text: shown, isHit: false }];
  const pieces: Piece[] = [];
  let told = 0;
  for (const hit of shown.matchAll(isAny)) {
    if (hit.index > told) pieces.push({ text: shown.slice(told, hit.index), isHit: false });
    pieces.push({ text: hit[0], isHit: true });
    told = hit.index + hit[0].length;
  }
  if (told < shown.length) pieces.push({ text: shown.slice(told), isHit: false });
  return pieces;
}
