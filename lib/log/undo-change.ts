import type { Database } from "@/db/client";
import { getContactOrNamesake } from "@/db/queries/contacts";
import {
  type Conversation,
  getLastMoveAfter,
  getLiveVersionBefore,
  getVersion,
} from "@/db/queries/conversations";
import { isDealOfCustomer } from "@/db/queries/deals";
import { holdLabel } from "@/db/queries/labels";
import { getSurvivorId } from "@/db/queries/survivors";
import { RuleError } from "@/lib/rule-error";
import { type Change, changeConversation } from "./change-conversation";

type ConversationVersionRow = NonNullable<Awaited<ReturnType<typeof getVersion>>>;

/** What the stage, channel and topic of an earlier version have been merged into since. */
async function whatTheyAreNow(tx: Database, said: Pick<Conversation, "stageId" | "channelId" | "topicId">) {
  const now = async (id: number | null, survivorOf: (id: number) => Promise<number | undefined>) =>
    id === null ? null : ((await survivorOf(id)) ?? id);
  return {
    stageId: await now(said.stageId, (id) => getSurvivorId(tx, "stage", id)),
    channelId: await now(said.channelId, (id) => holdLabel(tx, "channel", id)),
    topicId: await now(said.topicId, (id) => holdLabel(tx, "topic", id)),
  };
}

/**
 * The deal and the contact of an earlier version, where they are still this customer's and it was not moved since;
 * else what comes nearest.
 */
async function whereItBelongs(tx: Database, current: Conversation, said: ConversationVersionRow) {
  const { customerId } = current;
  // Taken back on the deal's page only.
  const moved = await getLastMoveAfter(tx, said.conversationId, said.version);
  const meantId = moved ? (current.dealId ?? moved.dealId) : said.dealId;
  const isHere = meantId !== null && (await isDealOfCustomer(tx, customerId, meantId));
  const dealId = said.stageId === null ? null : isHere ? meantId : current.dealId;
  if (said.stageId !== null && dealId === null)
    throw new RuleError("The deal it was on has gone to another customer. Correct the conversation instead.");
  if (said.contactId === null) return { customerId, dealId, contactId: null };
  const contactId = (await getContactOrNamesake(tx, customerId, said.contactId)) ?? current.contactId;
  return { customerId, dealId, contactId };
}

/** What a version said, in the words of what there is now. */
async function saidAgain(tx: Database, current: Conversation, said: ConversationVersionRow) {
  const { conversationId, version, act, savedById, savedAt, ...content } = said;
  return {
    ...content,
    ...(await whereItBelongs(tx, current, said)),
    ...(await whatTheyAreNow(tx, content)),
  };
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
    return saidAgain(tx, current, said);
  });
}

/** The version that stood before the last change; of a deleted conversation what was deleted, whatever moved it since. */
async function versionBefore(tx: Database, current: Conversation) {
  if (current.deletedAt === null) return getVersion(tx, current.id, current.version - 1);
  return getLiveVersionBefore(tx, current.id, current.version);
}

async function refuseWhatIsUndoneElsewhere(
  tx: Database,
  current: Conversation,
  before: Conversation["customerId"],
) {
  const last = await getVersion(tx, current.id, current.version);
  if (before !== current.customerId && last?.act === "corrected")
    throw new RuleError(
      "An import put this with another customer. Import it again with the one it was with.",
    );
  if (before !== current.customerId)
    throw new RuleError("This was moved by a merge of customers. Undo the merge on the customer's page.");
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
    return saidAgain(tx, current, before);
  });
}
