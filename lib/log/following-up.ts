import type { Database } from "@/db/client";
import { getConversation } from "@/db/queries/conversations";
import type { LocalDate } from "@/lib/pipeline/local-date";

/** Why a conversation cannot follow up on another, in words. */
export const faultsOfFollowingUp = {
  "it is gone": "The conversation this follows up on is no longer there.",
  "it lies later": "This follows up on a conversation of a later day: choose that day, or one after it.",
} as const;

/**
 * Why a conversation of that customer and local date cannot follow up on the one it names; undefined: it can, or it
 * names none. It follows up on one of its own day or of an earlier one (domain.md, "Conversation").
 */
export async function faultOfFollowingUp(
  db: Database,
  {
    followsUpId,
    customerId,
    localDate,
  }: { followsUpId: number | null; customerId: number; localDate: LocalDate },
): Promise<keyof typeof faultsOfFollowingUp | undefined> {
  if (followsUpId === null) return undefined;
  const earlier = await getConversation(db, followsUpId);
  if (!earlier || earlier.deletedAt !== null || earlier.customerId !== customerId) return "it is gone";
  return earlier.localDate > localDate ? "it lies later" : undefined;
}
