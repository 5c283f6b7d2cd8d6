import type { Database } from "@/db/client";
import { type Conversation, getConversation } from "@/db/queries/conversations";
import { RuleError } from "@/lib/rule-error";
import { logProblems } from "@/lib/wording/log-problems";
import { type Change, changeConversation } from "./change-conversation";

/**
 * Ticks a conversation's follow-up done, or takes the tick back: a correction like any other, so by whoever
 * held or recorded the conversation, or an admin. What stands so already is left alone, whatever its version.
 *
 * @throws RuleError no follow-up was promised, it is deleted; else as correcting.
 */
export async function completeFollowUp(
  db: Database,
  { isDone, ...who }: Change & { isDone: boolean },
): Promise<Conversation> {
  const seen = await getConversation(db, who.conversationId);
  if (seen && seen.deletedAt === null && (seen.completedAt !== null) === isDone) return seen;
  return changeConversation(db, who, "corrected", async (_tx, current) => {
    if (current.deletedAt) throw new RuleError(logProblems.conversationDeleted);
    if (current.followUpOn === null) throw new RuleError("No follow-up was promised on this conversation.");
    return { completedAt: isDone ? who.now : null };
  });
}
