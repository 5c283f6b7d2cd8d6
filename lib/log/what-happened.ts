import type { ConversationRow } from "@/db/queries/timeline";
import type { TeamFormats } from "@/lib/format/team-formats";

/**
 * What logging a conversation did, in one or two sentences.
 *
 * @param lastSale the customer's last sales conversation, which says where it stands.
 */
export function whatHappened(
  { id, customer, stage, deal, occurredOn, followUpOn, deletedAt }: ConversationRow,
  lastSale: { id: number; stage: string } | undefined,
  formats: TeamFormats,
): string {
  if (deletedAt) return `Taken back. This conversation with ${customer} is out of every figure.`;
  const promised = followUpOn === null ? "" : ` Follow-up on ${formats.date(followUpOn)}.`;
  if (stage === null) return `Logged. A conversation with ${customer}, without a stage.${promised}`;
  const on = deal ? ` on the deal ${deal}` : "";
  if (lastSale?.id === id) return `Logged. ${customer} is now at ${stage}${on}.${promised}`;
  const stays = lastSale ? ` ${customer} stays at ${lastSale.stage}.` : "";
  return `Logged for ${formats.date(occurredOn)}${on}.${stays} Past figures change with it.${promised}`;
}
