import { nameKey } from "./name-key";

/** The accents of a text in its decomposed form, as a class of regular expressions of JavaScript and of Postgres. */
export const accents = String.raw`[\u0300-\u036f]`;

const everyAccent = new RegExp(accents, "g");

/** A text without its accents, however they are encoded: "Zoë" is "Zoe". db/plain-text.ts does the same. */
export function withoutAccents(text: string): string {
  return text.normalize("NFKD").replace(everyAccent, "");
}

/** The form in which names are searched for without regard to accents: " Zoë" is "zoe". */
export function plainKey(name: string): string {
  return withoutAccents(nameKey(name));
}

/** A text without accents, and for each of its characters from where to where the text has what it stands for. */
export function plainWithPlaces(text: string): { plain: string; from: number[]; to: number[] } {
  const [from, to]: [number[], number[]] = [[], []];
  let plain = "";
  for (const { 0: written, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const said = withoutAccents(written);
    plain += said;
    for (let unit = 0; unit < said.length; unit++) {
      from.push(index);
      to.push(index + written.length);
    }
  }
  return { plain, from, to };
}
