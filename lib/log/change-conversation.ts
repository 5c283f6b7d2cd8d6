import { and, desc, eq, gt, isNull, lt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import {
  type Conversation,
  getConversation,
  getVersion,
  keepVersions,
  lockCustomer,
} from "@/db/queries/conversations";
import { getLastSave } from "@/db/queries/last-change";
import { listStages } from "@/db/queries/stages";
import {
  channels,
  contacts,
  conversations,
  conversationVersions,
  deals,
  stages,
  topics,
  type versionActs,
} from "@/db/schema";
import { type Actor, mayCorrect } from "@/lib/pipeline/permissions";
import { RuleError } from "@/lib/rule-error";
import { checkSameTeam } from "@/lib/team/same-team";
import { whoHas } from "@/lib/who-has";
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
    if (!found) throw new RuleError("This conversation is no longer there.");
    await lockCustomer(tx, found.customerId);
    const current = await getConversation(tx, conversationId);
    if (!current || current.version !== version)
      throw new ChangedMeanwhileError(whoHas(await getLastSave(tx, conversationId), actor));
    if (!mayCorrect(actor, current))
      throw new RuleError("Only who held or recorded this conversation, or an admin, can change it.");
    const [saved] = await tx
      .update(conversations)
      .set({ ...(await changed(tx, current)), version: version + 1 })
      .where(and(eq(conversations.id, conversationId), eq(conversations.version, version)))
      .returning();
    if (!saved) throw new Error("A locked customer's conversation changed under the lock.");
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
    if (current.deletedAt) throw new RuleError("This conversation is deleted. Undo that first.");
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

type ConversationVersionRow = NonNullable<Awaited<ReturnType<typeof getVersion>>>;

/** What the stage, channel and topic of an earlier version have been merged into since. */
async function whatTheyAreNow(tx: Database, said: Pick<Conversation, "stageId" | "channelId" | "topicId">) {
  const now = async (table: typeof stages | typeof channels | typeof topics, id: number | null) => {
    if (id === null) return null;
    const [row] = await tx.select({ into: table.mergedIntoId }).from(table).where(eq(table.id, id));
    return row?.into ?? id;
  };
  return {
    stageId: await now(stages, said.stageId),
    channelId: await now(channels, said.channelId),
    topicId: await now(topics, said.topicId),
  };
}

/** The deal it was put on after that version, the last one; that is taken back on the deal's page only. */
async function movedSince(tx: Database, { conversationId, version }: ConversationVersionRow) {
  const [moved] = await tx
    .select({ dealId: conversationVersions.dealId })
    .from(conversationVersions)
    .where(
      and(
        eq(conversationVersions.conversationId, conversationId),
        gt(conversationVersions.version, version),
        eq(conversationVersions.act, "moved"),
      ),
    )
    .orderBy(desc(conversationVersions.version))
    .limit(1);
  return moved;
}

/**
 * The deal and the contact of an earlier version, where they are still this customer's and it was not moved since;
 * else what comes nearest.
 */
async function whereItBelongs(tx: Database, current: Conversation, said: ConversationVersionRow) {
  const { customerId } = current;
  const moved = await movedSince(tx, said);
  const meantId = moved ? (current.dealId ?? moved.dealId) : said.dealId;
  const isHere =
    meantId !== null &&
    (await tx.$count(deals, and(eq(deals.id, meantId), eq(deals.customerId, customerId)))) > 0;
  const dealId = said.stageId === null ? null : isHere ? meantId : current.dealId;
  if (said.stageId !== null && dealId === null)
    throw new RuleError("The deal it was on has gone to another customer. Correct the conversation instead.");
  if (said.contactId === null) return { customerId, dealId, contactId: null };
  const [contact] = await tx.select().from(contacts).where(eq(contacts.id, said.contactId));
  const [namesake] = await tx
    .select({ id: contacts.id })
    .from(contacts)
    .where(and(eq(contacts.customerId, customerId), eq(contacts.nameKey, contact?.nameKey ?? "")));
  const contactId = contact?.customerId === customerId ? contact.id : (namesake?.id ?? current.contactId);
  return { customerId, dealId, contactId };
}

/**
 * Makes what an earlier version said the newest one, a deletion taken back included. The customer stays the one
 * it has now: a merge of customers is undone as a whole.
 *
 * @throws RuleError there is no such version, it is what stands there now; else as correcting.
 */
export async function restoreVersion(
  db: Database,
  { toVersion, ...who }: Change & { toVersion: number },
): Promise<Conversation> {
  return changeConversation(db, who, "undone", async (tx, current) => {
    const said = toVersion < who.version ? await getVersion(tx, who.conversationId, toVersion) : undefined;
    if (!said) throw new RuleError("There is nothing to undo: this is how it stands.");
    const { conversationId, version, act, savedById, savedAt, ...content } = said;
    return {
      ...content,
      ...(await whereItBelongs(tx, current, said)),
      ...(await whatTheyAreNow(tx, content)),
    };
  });
}

/** The version that stood before the last change; of a deleted conversation what was deleted, whatever moved it since. */
async function versionBefore(tx: Database, current: Conversation) {
  if (current.deletedAt === null) return getVersion(tx, current.id, current.version - 1);
  const [live] = await tx
    .select()
    .from(conversationVersions)
    .where(
      and(
        eq(conversationVersions.conversationId, current.id),
        lt(conversationVersions.version, current.version),
        isNull(conversationVersions.deletedAt),
      ),
    )
    .orderBy(desc(conversationVersions.version))
    .limit(1);
  return live;
}

async function refuseWhatIsUndoneElsewhere(
  tx: Database,
  current: Conversation,
  before: Conversation["customerId"],
) {
  if (before !== current.customerId)
    throw new RuleError("This was moved by a merge of customers. Undo the merge on the customer's page.");
  const last = await getVersion(tx, current.id, current.version);
  if (last?.act === "merged")
    throw new RuleError("What it belonged to was merged into another: that is not undone here.");
  if (last?.act === "moved")
    throw new RuleError("This was put on another deal. Undo that on the deal's page.");
}

/**
 * Takes the last change back: the version before it becomes the newest one. Of a deleted conversation that is the
 * deletion.
 *
 * @throws RuleError there is nothing to take back; else as correcting.
 */
export async function undoChange(db: Database, who: Change): Promise<Conversation> {
  return changeConversation(db, who, "undone", async (tx, current) => {
    const before = await versionBefore(tx, current);
    if (!before) throw new RuleError("There is nothing to undo: this is how it was first logged.");
    if (current.deletedAt === null) await refuseWhatIsUndoneElsewhere(tx, current, before.customerId);
    const { conversationId, version, act, savedById, savedAt, ...content } = before;
    return {
      ...content,
      ...(await whereItBelongs(tx, current, before)),
      ...(await whatTheyAreNow(tx, content)),
    };
  });
}
