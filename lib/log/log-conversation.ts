import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  type Conversation,
  getConversationOfDevice,
  keepVersions,
  lockCustomer,
} from "@/db/queries/conversations";
import { listStages } from "@/db/queries/stages";
import { conversations } from "@/db/schema";
import { type Actor, mayLog } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { checkSameTeam } from "@/lib/team/same-team";
import { logProblems } from "@/lib/wording/log-problems";
import { type ConversationContent, checkContent, type DealChoice, usableStage } from "./conversation-content";
import { decideDeal } from "./decide-deal";
import { deriveDeals } from "./derive-deals";
import { faultOfFollowingUp, faultsOfFollowingUp } from "./following-up";
import { lockPipelineShared } from "./pipeline-lock";

export type NewConversation = ConversationContent & {
  customerId: number;
  deal: DealChoice;
  /** Made on the device, so that the same entry sent twice is one conversation. */
  deviceId: string | null;
  /** What tells a form sent again from one that was changed since (hash-of-form.ts); null: it was no form. */
  sentHash?: string | null;
  deviceRecordedAt: Date | null;
};

async function placeOf(db: Database, entry: NewConversation) {
  if (entry.stageId === null) {
    if (typeof entry.deal === "object")
      throw new RuleError(
        "A deal belongs to a sale: choose the stage it has reached, or leave the deal out.",
      );
    return { stageId: null, dealId: null };
  }
  const { id: stageId, outcome } = usableStage(await listStages(db), entry.stageId);
  const dealId = await decideDeal(db, entry.deal, {
    customerId: entry.customerId,
    occurredAt: entry.occurredAt,
    outcome,
    hasAmount: entry.amount !== null,
    conversationId: null,
  });
  return { stageId, dealId };
}

/**
 * Logs a conversation in one transaction: locks the customer, decides the deal, inserts, derives that deal,
 * notifies. An entry whose device id is already there is answered with what is there and writes nothing.
 *
 * @throws RuleError what was said breaks a rule, or the actor may not log.
 */
export async function logConversation(
  db: Database,
  { customerId, deal, deviceId, sentHash = null, deviceRecordedAt, ...content }: NewConversation,
  { actor, timeZone, currency, now }: { actor: Actor; timeZone: string; currency?: string; now: Date },
): Promise<Conversation> {
  if (!mayLog(actor)) throw new RuleError(logProblems.viewer);
  const localDate = checkContent(content, { timeZone, now });
  return db.transaction(async (tx) => {
    await lockPipelineShared(tx);
    await checkSameTeam(tx, { timeZone, currency });
    const customer = await lockCustomer(tx, customerId);
    if (!customer) throw new RuleError("This customer is no longer there.");
    if (customer.mergedIntoId !== null)
      throw new RuleError(`“${customer.name}” was merged into another customer just now. Log it again.`);
    const known = deviceId === null ? undefined : await getConversationOfDevice(tx, deviceId);
    if (known) return known;
    const entry = { customerId, deal, deviceId, deviceRecordedAt, ...content };
    const fault = await faultOfFollowingUp(tx, { ...entry, localDate });
    if (fault) throw new RuleError(faultsOfFollowingUp[fault]);
    const { stageId, dealId } = await placeOf(tx, entry);
    const [logged] = await tx
      .insert(conversations)
      .values({
        ...content,
        customerId,
        stageId,
        dealId,
        localDate,
        deviceId,
        sentHash,
        deviceRecordedAt,
        recordedById: actor.id,
        recordedAt: now,
      })
      .returning();
    if (!logged) throw new Error("An insert without conflict returns its row.");
    await keepVersions(tx, [logged.id], { act: "logged", savedById: actor.id, savedAt: now });
    if (dealId !== null) await deriveDeals(tx, [dealId]);
    await tx.execute(sql`select pg_notify('pipelog_log', ${String(customerId)})`);
    return logged;
  });
}
