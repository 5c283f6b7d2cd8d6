import { type DealTalk, joinDeal } from "@/lib/pipeline/joining";
import type { Outcome } from "@/lib/pipeline/outcome";

/** A sales conversation that is already in the log, with the deal it belongs to. */
export type LoggedTalk = { id: number; at: number; dealId: number; outcome: Outcome };

/** A sales conversation of the file, or one of the log that the file corrects. */
export type ImportedTalk = {
  line: number;
  /** The corrected conversation; null = a new one. */
  existingId: number | null;
  /** Milliseconds since 1970. */
  at: number;
  outcome: Outcome;
  hasAmount: boolean;
  deal: string | null;
  dealKey: string | null;
  /** The deal a corrected conversation stays in unless the file names another. */
  staysInDealId: number | null;
};

/** A deal to be made. Its id is a negative stand-in, in the order in which deals begin. */
export type NewDeal = { id: number; name: string | null; nameKey: string | null };

type Step = { at: number; id: number | null; line: number; logged?: LoggedTalk; imported?: ImportedTalk };

// Ties: what is in the log comes before what is new, then the file's order.
function inOrder(a: Step, b: Step): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.id !== null && b.id !== null) return a.id - b.id;
  if (a.id !== null || b.id !== null) return a.id === null ? 1 : -1;
  return a.line - b.line;
}

/** What `joinDeal` needs of the earlier conversations: the last one of each open deal, and the very last. */
function createEarlier() {
  const lastOfOpenDeals = new Map<number, DealTalk>();
  let latest: DealTalk | undefined;
  return {
    add(talk: DealTalk): void {
      lastOfOpenDeals.delete(talk.dealId);
      if (talk.outcome === "open") lastOfOpenDeals.set(talk.dealId, talk);
      latest = talk;
    },
    list: (): DealTalk[] =>
      latest === undefined || latest.outcome === "open"
        ? [...lastOfOpenDeals.values()]
        : [...lastOfOpenDeals.values(), latest],
  };
}

/**
 * Decides, in order of time, which deal each of one customer's imported sales conversations belongs to
 * (domain.md, "Which deal a sales conversation joins"), beside what is already in the log. The order in which
 * the rows are given does not matter.
 *
 * @param named the customer's named deals by their name's key; a new name makes a new deal.
 * @param nextStandIn the stand-in id of the first new deal, negative; the following ones count down.
 * @returns the deal of each line, and the deals to be made.
 */
export function decideDeals(
  logged: readonly LoggedTalk[],
  imported: readonly ImportedTalk[],
  named: ReadonlyMap<string, number>,
  nextStandIn = -1,
): { dealOf: Map<number, number>; newDeals: NewDeal[] } {
  const steps: Step[] = [
    ...logged.map((talk) => ({ at: talk.at, id: talk.id, line: 0, logged: talk })),
    ...imported.map((talk) => ({ at: talk.at, id: talk.existingId, line: talk.line, imported: talk })),
  ].sort(inOrder);
  const byName = new Map(named);
  const firstInLog = steps.map(dealInLog).find((deal) => deal !== undefined);
  const dealOf = new Map<number, number>();
  const newDeals: NewDeal[] = [];
  const earlier = createEarlier();

  function dealInLog({ logged, imported }: Step): DealTalk | undefined {
    if (logged || !imported || imported.existingId === null) return logged;
    const { dealKey, staysInDealId, outcome } = imported;
    const dealId = dealKey === null ? staysInDealId : named.get(dealKey);
    return dealId ? { dealId, outcome } : undefined;
  }

  function makeDeal(name: string | null, nameKey: string | null): number {
    const id = nextStandIn - newDeals.length;
    newDeals.push({ id, name, nameKey });
    if (nameKey !== null) byName.set(nameKey, id);
    return id;
  }

  function dealFor(talk: ImportedTalk): number {
    if (talk.dealKey !== null) return byName.get(talk.dealKey) ?? makeDeal(talk.deal, talk.dealKey);
    if (talk.staysInDealId !== null) return talk.staysInDealId;
    // The later ones count only while there is no earlier one: then the first of the log is still ahead.
    const joined = joinDeal(earlier.list(), firstInLog ? [firstInLog] : [], talk);
    return joined === "new" ? makeDeal(null, null) : joined;
  }

  for (const { logged, imported } of steps) {
    if (logged) earlier.add(logged);
    if (!imported) continue;
    const dealId = dealFor(imported);
    dealOf.set(imported.line, dealId);
    earlier.add({ dealId, outcome: imported.outcome });
  }
  return { dealOf, newDeals };
}
