import type { Database } from "@/db/client";
import type { ConversationRow } from "@/db/queries/timeline";
import { type LogChoices, readLogChoices } from "./log-choices";

/** The choices, and what is chosen where it is none of them any more. */
export function including<Choice extends { id: number }>(
  list: readonly Choice[],
  kept: Choice | null,
): Choice[] {
  return kept === null || list.some(({ id }) => id === kept.id) ? [...list] : [...list, kept];
}

const named = (id: number | null, name: string | null) =>
  id === null || name === null ? null : { id, name };

/** What the form offers to choose from when that conversation is corrected: what it has stays among it, archived or gone. */
export async function choicesToCorrect(db: Database, row: ConversationRow): Promise<LogChoices> {
  const { stages, channels, topics, holders } = await readLogChoices(db);
  const stage = named(row.stageId, row.stage);
  const { outcome, stageColor: color } = row;
  return {
    stages: including(stages, stage && outcome ? { ...stage, outcome, color, guide: "" } : null),
    channels: including(channels, named(row.channelId, row.how)),
    topics: including(topics, named(row.topicId, row.about)),
    holders: including(holders, { id: row.heldById, name: row.heldBy }),
  };
}
