import { groupBy } from "@/lib/pipeline/group-by";
import {
  everyBeginning,
  type Part,
  type PersonFinder,
  type PersonMarks,
  partsOfPerson,
  seen,
} from "./person-pattern";

const keyLength = 6;
// Beyond these, asking a whole text for each takes longer than asking at each of its words.
const mostTried = 200;
// Two texts are the same for a regular expression without regard to case only if they are so.
const caseless = (text: string) => text.toLowerCase().toUpperCase();

function* digitsIn(plain: string, lengths: Iterable<number>): Generator<string> {
  const digits = plain.replace(/[^0-9]/g, "");
  for (const length of lengths)
    for (let at = 0; at + length <= digits.length; at++) yield digits.slice(at, at + length);
}

// Parts by what they begin with, or by their digits, in the order in which they are tried.
function keyed(parts: readonly Part[]) {
  const keyOf = (part: Part) => ("digits" in part ? part.digits : part.begins.slice(0, keyLength));
  const byKey = groupBy(
    parts.map((part, order) => ({ order, source: part.source, key: keyOf(part) })),
    ({ key }) => caseless(key),
  );
  return { byKey, lengths: new Set(parts.map((part) => keyOf(part).length)) };
}

/**
 * Finds a person by any number of names: one pattern of all takes seconds for a page of text, so that at the
 * beginning of each word only those are tried that begin as it does ("Lerato" for "Lerato Nkosi"), and only the
 * numbers that are among the text's digits. Most texts say none of it, and are left at once. Undefined when there is
 * nothing to look for.
 */
export function personFinder(marks: PersonMarks): PersonFinder | undefined {
  const parts = partsOfPerson(marks, "script");
  if (parts.length === 0) return undefined;
  const words = keyed(parts.filter((part) => "begins" in part));
  const numbers = keyed(parts.filter((part) => "digits" in part));
  const compiled = new Map<string, RegExp>();
  const matchAt = (plain: string, index: number, source: string) => {
    const sought = compiled.get(source) ?? new RegExp(source, "iuy");
    compiled.set(source, sought);
    sought.lastIndex = index;
    return sought.exec(plain)?.[0];
  };
  const inOrder = (found: readonly string[], { byKey }: ReturnType<typeof keyed>) =>
    found.flatMap((key) => byKey.get(caseless(key)) ?? []).sort((a, b) => a.order - b.order);
  const keys = [...words.byKey.keys()];
  const saysAny = (text: string) => keys.some((key) => text.includes(key));
  const [lengths, digits] = [[...words.lengths], [...numbers.lengths]];
  return function* find(plain) {
    const bare = seen(plain);
    const dialledIn = inOrder([...new Set(digitsIn(plain, digits))], numbers);
    if (dialledIn.length === 0 && keys.length <= mostTried && !saysAny(caseless(bare))) return;
    let [end, last, at] = [0, 0, 0];
    for (const { index } of plain.matchAll(everyBeginning)) {
      if (index < end) continue;
      at += seen(plain.slice(last, index)).length;
      last = index;
      const begun = lengths.map((length) => bare.slice(at, at + length));
      for (const { source } of [...inOrder(begun, words), ...dialledIn]) {
        const match = matchAt(plain, index, source);
        if (match === undefined) continue;
        yield { 0: match, index };
        end = index + match.length;
        break;
      }
    }
  };
}
