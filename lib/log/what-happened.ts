import type { ConversationRow } from "@/db/queries/timeline";
import type { TeamFormats } from "@/lib/format/team-formats";
import type { LocalDate } from "@/lib/pipeline/local-date";

type Around = {
  /** The customer's last sales conversation up to today, or to the conversation's own later day: where it stands. */
  lastSale: { id: number; stage: string } | undefined;
  today: LocalDate;
  /** Nothing is logged with the customer, and it can still be chosen. */
  isCustomerUnused: boolean;
};

/** What logging a conversation did, in one or a few sentences. */
export function whatHappened(
  { id, customer, stage, deal, occurredOn, followUpOn, deletedAt }: ConversationRow,
  { lastSale, today, isCustomerUnused }: Around,
  formats: TeamFormats,
): string {
  if (deletedAt) {
    const stays = isCustomerUnused
      ? ` The customer stays, with nothing logged. If it was added by mistake, archive it on its page.`
      : "";
    return `Taken back. This conversation with ${customer} is out of every figure.${stays}`;
  }
  const promised = followUpOn === null ? "" : ` Follow-up on ${formats.date(followUpOn)}.`;
  const on = deal ? ` on the deal ${deal}` : "";
  if (occurredOn > today) {
    const then = lastSale?.id === id ? ` ${customer} is then at ${stage}${on}.` : "";
    return `Logged for ${formats.date(occurredOn)}. It counts from that day on.${then}${promised}`;
  }
  if (stage === null) return `Logged. A conversation with ${customer}, without a stage.${promised}`;
  if (lastSale?.id === id) return `Logged. ${customer} is now at ${stage}${on}.${promised}`;
  const stays = lastSale ? ` ${customer} stays at ${lastSale.stage}.` : "";
  return `Logged for ${formats.date(occurredOn)}${on}.${stays} Past figures change with it.${promised}`;
}
