import type { Database } from "@/db/client";
import { listCustomerTalks } from "@/db/queries/conversations";
import { forgetOwnersOfEmpty } from "@/db/queries/deal-facts";
import { getDealIdByKey, insertDeal, isDealOfCustomer } from "@/db/queries/deals";
import { cleanName } from "@/lib/pipeline/clean-name";
import { joinDeal } from "@/lib/pipeline/joining";
import { nameKey } from "@/lib/pipeline/name-key";
import type { Outcome } from "@/lib/pipeline/outcome";
import { RuleError } from "@/lib/rule-error";
import type { DealChoice } from "./conversation-content";

/** Where in the log a sales conversation that looks for its deal stands. */
export type Place = {
  customerId: number;
  occurredAt: Date;
  outcome: Outcome;
  hasAmount: boolean;
  /** The conversation's own id when it is in the log already; a new one comes after all of its moment. */
  conversationId: number | null;
};

async function namedDeal(db: Database, customerId: number, name: string): Promise<number> {
  const found = await getDealIdByKey(db, customerId, nameKey(name));
  const cleaned = cleanName(name);
  return found ?? insertDeal(db, { customerId, name: cleaned, nameKey: nameKey(cleaned) });
}

async function chosenDeal(db: Database, customerId: number, id: number): Promise<number> {
  if (!(await isDealOfCustomer(db, customerId, id)))
    throw new RuleError("This deal belongs to another customer. Choose one of this customer's.");
  return id;
}

/**
 * One whose conversations were all put elsewhere is a new deal: it is no longer whose it was made, but by the rule
 * of who held its first conversation. One whose conversations were deleted is the same deal still.
 */
async function saidDeal(db: Database, customerId: number, said: DealChoice & object): Promise<number> {
  const id =
    "id" in said ? await chosenDeal(db, customerId, said.id) : await namedDeal(db, customerId, said.name);
  await forgetOwnersOfEmpty(db, [id]);
  return id;
}

/** The customer's sales conversations before and after that place in the log, as the joining rule takes them. */
export async function talksAround(db: Database, place: Place) {
  const talks = await listCustomerTalks(db, place.customerId);
  const isEarlier = ({ id, occurredAt }: (typeof talks)[number]) =>
    occurredAt < place.occurredAt ||
    (occurredAt.getTime() === place.occurredAt.getTime() &&
      (place.conversationId === null || id < place.conversationId));
  const others = talks.filter(({ id }) => id !== place.conversationId);
  return { earlier: others.filter(isEarlier), later: others.filter((talk) => !isEarlier(talk)) };
}

async function joinedDeal(db: Database, place: Place): Promise<number | "new"> {
  const { earlier, later } = await talksAround(db, place);
  return joinDeal(earlier, later, place);
}

/**
 * The deal a sales conversation belongs to: the one that is said, or by domain.md's joining rule. Makes it
 * when it is a new one. The customer's row must be locked.
 *
 * @throws RuleError the deal that was chosen is another customer's.
 */
export async function decideDeal(db: Database, choice: DealChoice, place: Place): Promise<number> {
  const { customerId } = place;
  if (typeof choice === "object") return saidDeal(db, customerId, choice);
  const joined = choice === "new" ? "new" : await joinedDeal(db, place);
  return joined === "new" ? insertDeal(db, { customerId, name: null, nameKey: null }) : joined;
}
