import { isDeepStrictEqual } from "node:util";

/** What a merge found of a fact of the customer that stays, and what it made of it. */
type Step<Fact> = { before: Fact; after: Fact };

/**
 * What a fact is, and what each later merge did to it, without the first of the merges that made it what it is. A
 * step that does not begin where the one before it ended, and a fact that is not what the last one made of it, was
 * changed by a person in between: that stays.
 * Example: a day unknown, then 2021 and 2020 by two merges, is without the first unknown, then 2020.
 *
 * @param later the steps after `first`, in order, each with what the customer that came had of the fact.
 * @param combine what a merge makes of what both customers have.
 */
export function withoutFirstMerge<Fact>(
  current: Fact,
  { first, later }: { first: Step<Fact>; later: readonly (Step<Fact> & { own: Fact })[] },
  combine: (into: Fact, own: Fact) => Fact,
): { now: Fact; steps: Step<Fact>[] } {
  let [was, is] = [first.after, first.before];
  const steps: Step<Fact>[] = [];
  let isChanged = false;
  for (const { before, after, own } of later) {
    isChanged ||= !isDeepStrictEqual(before, was);
    const step = isChanged ? { before, after } : { before: is, after: combine(is, own) };
    steps.push(step);
    [was, is] = [after, step.after];
  }
  return { now: isDeepStrictEqual(current, was) ? is : current, steps };
}
