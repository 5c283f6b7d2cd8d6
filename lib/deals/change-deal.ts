import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type AuditAct, insertAuditEntry } from "@/db/queries/audit-log";
import { keepVersions, lockCustomer } from "@/db/queries/conversations";
import {
  type DealFacts,
  listDealFacts,
  listDeals,
  listDealsInUse,
  listMemberships,
  listOwnersAsOf,
  type Membership,
  storeDealFacts,
  storeMemberships,
} from "@/db/queries/deal-facts";
import type { Acting } from "@/lib/acting";
import { checkedTransaction } from "@/lib/checked-transaction";
import { deriveDeals } from "@/lib/log/derive-deals";
import { lockPipelineShared } from "@/lib/log/pipeline-lock";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { mayChangeDeal } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { settleNames } from "./settle-names";

/** Who changes deals, when, and on which local date. */
export type DealChanger = Acting & { today: LocalDate };

/** What an act leaves of the deals it is about, and on which deal it puts which conversation. */
type DealPlan = { facts: DealFacts[]; memberships: Membership[]; made?: number };

/**
 * What an act on deals was before and after, as the audit log keeps it: all that its undo needs. Beside it, for the
 * reader: whose each deal was on the day of the act, and which act was undone, or done again by
 * undoing its undo; entries of earlier know none of it.
 */
export type DealRecord = {
  deals: DealFacts[];
  conversations: Membership[];
  ownedBy?: { dealId: number; memberId: number }[];
  undone?: string;
  redone?: string;
};

async function listOwnedBy(tx: Database, dealIds: readonly number[], today: LocalDate) {
  const owners = await listOwnersAsOf(tx, dealIds, today);
  return [...owners].map(([dealId, { id }]) => ({ dealId, memberId: id }));
}

// A deal without conversations is nobody's.
async function checkMayChange(tx: Database, { actor, today }: DealChanger, dealIds: readonly number[]) {
  const owners = [...(await listOwnersAsOf(tx, dealIds, today)).values()];
  if (!mayChangeDeal(actor, owners))
    throw new RuleError("Only an admin, or the member who owns the deals, can change this.");
}

/**
 * What the act leaves of its deals: one that it took the last conversation from, deleted ones counted, is no deal
 * any more, so it keeps neither its name nor its owners. The undo has them from what was before.
 */
async function withoutEmptied(
  tx: Database,
  customerId: number,
  { facts, left }: { facts: readonly DealFacts[]; left: readonly Membership[] },
): Promise<DealFacts[]> {
  const empty = (await listDealsInUse(tx, customerId)).filter(({ isEmpty }) => isEmpty);
  const isEmptied = (id: number) =>
    left.some(({ dealId }) => dealId === id) && empty.some((deal) => deal.id === id);
  return facts.map((deal) => (isEmptied(deal.id) ? { ...deal, name: null, owners: [] } : deal));
}

/**
 * Changes deals of one customer in one transaction: its row locked, each moved conversation in a new version,
 * the deals derived anew, and one entry of the audit log that tells all of it before and after.
 *
 * @param dealIds the deals the act is about; a member has to own all of them.
 * @param undone the act that this one takes back, `redone` the one it does again by taking back its undo.
 * @throws RuleError they are gone or of several customers; the actor may not; another deal that is seen has a name that
 * `plan` gives; what `plan` refuses.
 */
export async function changeDeals(
  db: Database,
  who: DealChanger,
  {
    act,
    dealIds,
    undone,
    redone,
  }: { act: AuditAct; dealIds: readonly number[] } & Pick<DealRecord, "undone" | "redone">,
  plan: (tx: Database, facts: DealFacts[], customerId: number) => Promise<DealPlan>,
): Promise<{ customerId: number; made?: number }> {
  return checkedTransaction(db, async (tx) => {
    await lockPipelineShared(tx);
    const [first] = await listDeals(tx, dealIds);
    if (!first) throw new RuleError("This deal is no longer there.");
    const { customerId } = first;
    await lockCustomer(tx, customerId);
    const there = await listDeals(tx, dealIds);
    if (there.length < new Set(dealIds).size) throw new RuleError("This deal is no longer there.");
    if (there.some((deal) => deal.customerId !== customerId))
      throw new RuleError("Deals of two customers cannot be put together. Merge the customers first.");
    await checkMayChange(tx, who, dealIds);
    const facts = await listDealFacts(tx, dealIds);
    const ownedBefore = await listOwnedBy(tx, dealIds, who.today);
    const { memberships, ...planned } = await plan(tx, facts, customerId);
    const conversationIds = memberships.map(({ id }) => id);
    const left = await listMemberships(tx, conversationIds);
    await storeMemberships(tx, memberships);
    const settled = await withoutEmptied(tx, customerId, { facts: planned.facts, left });
    const others = await settleNames(tx, customerId, settled);
    const before: DealRecord = {
      deals: [...facts, ...others.were],
      conversations: left,
      ownedBy: ownedBefore,
    };
    await storeDealFacts(tx, [...settled, ...others.are]);
    const saved = { act: "moved", savedById: who.actor.id, savedAt: who.now } as const;
    await keepVersions(tx, conversationIds, saved);
    const ids = [...dealIds, ...[...settled, ...others.are].map(({ id }) => id)];
    await deriveDeals(tx, ids);
    const after: DealRecord = {
      deals: await listDealFacts(tx, ids),
      conversations: await listMemberships(tx, conversationIds),
      ownedBy: await listOwnedBy(tx, dealIds, who.today),
      undone,
      redone,
    };
    const subject = { subject: "deal", subjectId: String(dealIds[0]) };
    await insertAuditEntry(tx, { memberId: who.actor.id, act, ...subject, before, after });
    await tx.execute(sql`select pg_notify('pipelog_log', ${String(customerId)})`);
    return { customerId, made: planned.made };
  });
}
