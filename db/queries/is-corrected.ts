import { type SQL, sql } from "drizzle-orm";
import { conversations, conversationVersions } from "@/db/schema";

/**
 * Whether a conversation says something else now than when it was logged. A tick, a merge and a move to another
 * deal change nothing of what was said.
 */
export function isCorrected(): SQL<boolean> {
  return sql<boolean>`(${conversations.version} > 1 and exists (
    select from ${conversationVersions} as saved
    where saved.conversation_id = ${conversations.id} and saved.act = 'corrected'
  ) and exists (
    select from ${conversationVersions} as first
    where first.conversation_id = ${conversations.id} and first.version = 1 and (
      (first.note, first.occurred_at, first.held_by_id, first.channel_id, first.topic_id, first.duration_minutes,
        first.stage_id, first.amount, first.follow_up_on)
      is distinct from
      (${conversations.note}, ${conversations.occurredAt}, ${conversations.heldById}, ${conversations.channelId},
        ${conversations.topicId}, ${conversations.durationMinutes}, ${conversations.stageId},
        ${conversations.amount}, ${conversations.followUpOn})
      or first.customer_id = ${conversations.customerId} and first.contact_id is distinct from ${conversations.contactId}
    )))`;
}
