import { and, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Conversation, getConversation, keepVersions, lockCustomer } from "@/db/queries/conversations";
import { getLastSave } from "@/db/queries/last-change";
import { listStages } from "@/db/queries/stages";
import { conversations, type versionActs } from "@/db/schema";
import { type Actor, mayCorrect } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { checkSameTeam } from "@/lib/team/same-team";
import { whoHas } from "@/lib/who-has";
import { logProblems } from "@/lib/wording/log-problems";
import { type ConversationContent, checkContent, type DealChoice, usableStage } from "./conversation-content";
import { decideDeal } from "./decide-deal";
import { deriveDeals } from "./derive-deals";
import { faultOfFollowingUp, faultsOfFollowingUp } from "./following-up";
import { lockPipelineShared } from "./pipeline-lock";

/** Who changes which version of which conversation, and when. */
export type Change = { conversationId: number; version: number; actor: Actor; now: Date };

/** Somebody else was quicker: what was seen is not what is there any more. */
export class ChangedMeanwhileError extends RuleError {
  override name = "ChangedMeanwhileError";

  constructor(who: string) {
    super(`${who} changed this conversation meanwhile. Look at it as it is now.`);
  }
}

type Changed = Partial<typeof conversations.$inferInsert>;

/**
 * Saves a conversation as a new version, its deals derived anew: what `changed` answers is what is new in it.
 *
 * @throws RuleError it was changed since `version`, is no longer there, or the actor may not.
 */
export async function changeConversation(
  db: Database,
  { conversationId, version, actor, now }: Change,
  act: (typeof versionActs)[number],
  changed: (tx: Database, current: Conversation) => Promise<Changed>,
): Promise<Conversation> {
  return db.transaction(async (tx) => {
    await lockPipelineShared(tx);
    const found = await getConversation(tx, conversationId);
    if (!found) throw new RuleError(logProblems.conversationGone);
    await lockCustomer(tx, found.customerId);
    const current = await getConversation(tx, conversationId);
    const outrun = async () =>
      new ChangedMeanwhileError(whoHas(await getLastSave(tx, conversationId), actor));
    if (!current || current.version !== version) throw await outrun();
    if (!mayCorrect(actor, current)) throw new RuleError(logProblems.mayNotChange);
    const [saved] = await tx
      .update(conversations)
      .set({ ...(await changed(tx, current)), version: version + 1 })
      .where(and(eq(conversations.id, conversationId), eq(conversations.version, version)))
      .returning();
    // A merge of channels or topics locks no customer.
    if (!saved) throw await outrun();
    await keepVersions(tx, [conversationId], { act, savedById: actor.id, savedAt: now });
    await deriveDeals(
      tx,
      [current.dealId, saved.dealId].filter((id) => id !== null),
    );
    await tx.execute(sql`select pg_notify('pipelog_log', ${String(saved.customerId)})`);
    return saved;
  });
}

/**
 * The stage and the deal of the corrected conversation; the deal stays unless it is changed on purpose (`deal`
 * given), the stage goes, or there was none yet.
 */
async function correctedPlace(
  tx: Database,
  current: Conversation,
  content: ConversationContent,
  deal: DealChoice | undefined,
): Promise<{ stageId: number | null; dealId: number | null }> {
  if (content.stageId === null) return { stageId: null, dealId: null };
  const list = await listStages(tx);
  const stage =
    content.stageId === current.stageId
      ? list.find(({ id }) => id === current.stageId)
      : usableStage(list, content.stageId);
  if (!stage) throw new Error(`No stage has the id ${content.stageId}.`);
  const stageId = stage.id;
  if (deal === undefined && current.dealId !== null) return { stageId, dealId: current.dealId };
  const dealId = await decideDeal(tx, deal ?? "decide", {
    customerId: current.customerId,
    occurredAt: content.occurredAt,
    outcome: stage.outcome,
    hasAmount: content.amount !== null,
    conversationId: current.id,
  });
  return { stageId, dealId };
}

/**
 * Corrects a conversation: a new version, its deal (both deals if it moved) derived anew.
 *
 * @param deal undefined: the deal stays.
 * @throws RuleError it was changed since `version`, is deleted, breaks a rule, or the actor may not.
 */
export async function correctConversation(
  db: Database,
  {
    content,
    deal,
    timeZone,
    currency,
    ...who
  }: Change & { content: ConversationContent; deal?: DealChoice; timeZone: string; currency?: string },
): Promise<Conversation> {
  const localDate = checkContent(content, { timeZone, now: who.now });
  return changeConversation(db, who, "corrected", async (tx, current) => {
    await checkSameTeam(tx, { timeZone, currency });
    if (current.deletedAt) throw new RuleError(logProblems.conversationDeleted);
    const { customerId } = current;
    const fault = await faultOfFollowingUp(tx, { ...content, customerId, localDate });
    if (fault === "it lies later" && localDate !== current.localDate)
      throw new RuleError(faultsOfFollowingUp[fault]);
    return { ...content, localDate, ...(await correctedPlace(tx, current, content, deal)) };
  });
}

/** Deletes a conversation: it stays in its versions and leaves every figure. @throws RuleError as correcting. */
export async function deleteConversation(db: Database, who: Change): Promise<Conversation> {
  return changeConversation(db, who, "deleted", async (_tx, current) => {
    if (current.deletedAt) throw new RuleError("This conversation is deleted already.");
    return { deletedAt: who.now };
  });
}
