import { and, asc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, members, stages, topics } from "@/db/schema";
import { byName } from "./by-name";
import { isHolder } from "./members";

/** The stages a conversation can be given, in pipeline order, with what must be true to be there. */
export async function listLogStages(db: Database) {
  return db
    .select({
      id: stages.id,
      name: stages.name,
      outcome: stages.outcome,
      color: stages.color,
      guide: stages.guide,
    })
    .from(stages)
    .where(isNull(stages.archivedAt))
    .orderBy(asc(stages.position), asc(stages.id));
}

export type LogStage = Awaited<ReturnType<typeof listLogStages>>[number];

/** Ways to hold a conversation that one chooses from, in their order. */
export async function listChannels(db: Database) {
  return db
    .select({ id: channels.id, name: channels.name })
    .from(channels)
    .where(isNull(channels.archivedAt))
    .orderBy(asc(channels.position), byName(channels.name), asc(channels.id));
}

/** What a conversation may be about, to choose from, in its order. */
export async function listTopics(db: Database) {
  return db
    .select({ id: topics.id, name: topics.name })
    .from(topics)
    .where(isNull(topics.archivedAt))
    .orderBy(asc(topics.position), byName(topics.name), asc(topics.id));
}

/** Who can have held a conversation that is logged now: everyone on the team but those who only read, by name. */
export async function listHolders(db: Database) {
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(isHolder())
    .orderBy(byName(members.name), asc(members.id));
}

/** How and about what a member's conversations usually are, as far as it can still be chosen: ids as text, "" for none. */
export async function getUsualLabels(db: Database, memberId: number) {
  const [row] = await db
    .select({ channel: channels.id, topic: topics.id })
    .from(members)
    .leftJoin(channels, and(eq(channels.id, members.defaultChannelId), isNull(channels.archivedAt)))
    .leftJoin(topics, and(eq(topics.id, members.defaultTopicId), isNull(topics.archivedAt)))
    .where(eq(members.id, memberId));
  return { channel: String(row?.channel ?? ""), topic: String(row?.topic ?? "") };
}
