import type { Conversation } from "@/db/queries/conversations";
import type { Team } from "@/db/queries/team";
import type { ConversationVersion } from "@/db/queries/timeline";
import type { LocalDate } from "@/lib/pipeline/local-date";
import { nameKey } from "@/lib/pipeline/name-key";
import type { DealChoice } from "./conversation-content";
import { type LogValues, logValuesOf } from "./log-values";
import { mergedFacts } from "./merge-values";
import { readSaid } from "./read-said";

type Standing = {
  current: Conversation;
  before: ConversationVersion;
  after: ConversationVersion;
  team: Team;
  today: LocalDate;
  at: Date;
};

function isDealSaved(deal: DealChoice | undefined, { current, before, after }: Standing): boolean {
  if (typeof deal !== "object") return deal === undefined || current.dealId !== before.dealId;
  if ("id" in deal) return deal.id === current.dealId;
  return nameKey(deal.name) === nameKey(after.deal ?? "");
}

/**
 * Whether all that a correction says stands already, however it was written: it is sent again, as only its answer
 * was lost.
 *
 * Example: "900.5" and " Rang back" say what stands as 900.50 and "Rang back".
 */
export function isAllSaved(said: LogValues, stands: LogValues, standing: Standing): boolean {
  const { current, team, today, at } = standing;
  const untouched = { at: current.occurredAt, dateOnly: current.dateOnly };
  const { said: read, errors } = readSaid(said, {
    ...{ team, today, now: at, untouched },
    promisedOn: current.followUpOn,
  });
  if (Object.keys(errors).length > 0 || !isDealSaved(read.deal, standing)) return false;
  const { moment, ...facts } = read;
  const rewritten = logValuesOf(
    { ...current, ...facts, occurredAt: moment.at, dateOnly: moment.dateOnly, withWhom: null },
    team,
  );
  const { heldBy, channel, channelName, topic, topicName, contactName } = said;
  const asStored = { ...rewritten, heldBy, channel, channelName, topic, topicName, contactName };
  return mergedFacts.every(({ fields }) => fields.every((field) => asStored[field] === stands[field]));
}
