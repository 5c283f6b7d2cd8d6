import { nameKey } from "@/lib/pipeline/name-key";

/**
 * A name nobody in the list has: the name itself, else the first free of "x (2)", "x (3)", …
 *
 * @param taken the keys of the names that are taken; the answer is added to them.
 */
export function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(nameKey(free)); number++) free = `${name} (${number})`;
  taken.add(nameKey(free));
  return free;
}
