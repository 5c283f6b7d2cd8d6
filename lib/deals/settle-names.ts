import type { Database } from "@/db/client";
import { type DealFacts, listDealFacts, listDealsInUse } from "@/db/queries/deal-facts";
import { freeName } from "@/lib/customers/free-name";
import { nameKey } from "@/lib/pipeline/name-key";
import { RuleError } from "@/lib/rule-error";

/**
 * What deals of a customer are to be called, and which others let go of a name for it. A name belongs to a deal
 * that is seen, that is with a live conversation. One whose conversations are all elsewhere loses its name to
 * another that is given it; one whose conversations are all deleted would come back under the next free name.
 * Example: “fleet tyres” is renamed to “Fleet”, as a deal was called whose only conversation was deleted: that
 * one is “Fleet (2)”, should its deletion be taken back.
 *
 * @returns of those that let go what they were and what they are.
 * @throws RuleError a deal that is seen has a name that is given to another.
 */
export async function settleNames(
  tx: Database,
  customerId: number,
  given: readonly DealFacts[],
): Promise<{ were: DealFacts[]; are: DealFacts[] }> {
  const others = (await listDealsInUse(tx, customerId)).filter((deal) =>
    given.every(({ id }) => id !== deal.id),
  );
  const keysOf = (deals: readonly { name: string | null }[]) =>
    new Set(deals.flatMap(({ name }) => (name === null ? [] : [nameKey(name)])));
  const taken = keysOf(others.filter(({ isSeen }) => isSeen));
  for (const { name } of given) {
    if (name === null) continue;
    if (taken.has(nameKey(name))) throw new RuleError(`This customer has a deal called “${name}” already.`);
    taken.add(nameKey(name));
  }
  const [wanted, all] = [keysOf(given), keysOf([...others, ...given])];
  const isLetGo = (name: string | null) => name !== null && wanted.has(nameKey(name));
  const isEmpty = new Map(others.map((deal) => [deal.id, deal.isEmpty]));
  const losing = others.filter(({ name }) => isLetGo(name)).map(({ id }) => id);
  const were = await listDealFacts(tx, losing);
  const are = were.map((deal) => ({
    ...deal,
    name: isEmpty.get(deal.id) || deal.name === null ? null : freeName(deal.name, all),
  }));
  return { were, are };
}
