import { withLineFeeds } from "./storable";

type Facts<Name extends string> = Readonly<Record<Name, string>>;

/** What to show at one field of a form whose record somebody else may have changed meanwhile. */
export type MergedField = {
  /** What stands in the field. */
  value: string;
  /** Both changed it: what is saved now, while the field keeps what was typed. */
  saved: string | null;
  /** Only the other one changed it: what it was before, while the field shows what is saved now. */
  before: string | null;
};

/** A field in which nobody else has a hand. */
export function asTyped(value = ""): MergedField {
  return { value, saved: null, before: null };
}

function mergeField(seen: string, typed: string, now: string): MergedField {
  if (typed === now || now === seen) return asTyped(typed);
  if (typed === seen) return { value: now, saved: null, before: seen };
  return { value: typed, saved: now, before: null };
}

/**
 * Brings together what somebody saw, what they typed and what is saved now, field by field: what only one of
 * the two changed is kept, what both changed differently is shown both ways and stays as typed.
 *
 * Example: seen A, typed B, now C: the field keeps B and says that C is saved. Seen A, typed A, now C: C.
 */
export function mergeEdit<Name extends string>(
  names: readonly Name[],
  { seen, typed, now }: { seen: Facts<Name>; typed: Facts<Name>; now: Facts<Name> },
): Record<Name, MergedField> {
  // What is saved may hold other line breaks, by an import for one; what a form sends comes without.
  const lines = (facts: Facts<Name>, name: Name) => withLineFeeds(facts[name]);
  return Object.fromEntries(
    names.map((name) => [name, mergeField(lines(seen, name), lines(typed, name), lines(now, name))]),
  ) as Record<Name, MergedField>;
}
