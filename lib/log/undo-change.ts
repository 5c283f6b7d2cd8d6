import { and, desc, eq, gt, isNull, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type Conversation, getVersion } from "@/db/queries/conversations";
import { channels, contacts, conversationVersions, deals, stages, topics } from "@/db/schema";
import { RuleError } from "@/lib/rule-error";
import { type Change, changeConversation } from "./change-conversation";

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
