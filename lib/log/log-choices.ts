import type { Database } from "@/db/client";
import { listChannels, listHolders, listLogStages, listTopics } from "@/db/queries/log-choices";

/** What the form offers to choose from. */
export async function readLogChoices(db: Database) {
  const [stages, channels, topics, holders] = await Promise.all([
    listLogStages(db),
    listChannels(db),
    listTopics(db),
    listHolders(db),
  ]);
  return { stages, channels, topics, holders };
}

export type LogChoices = Awaited<ReturnType<typeof readLogChoices>>;
