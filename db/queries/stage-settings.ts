import { and, asc, count, countDistinct, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { conversations, stages } from "@/db/schema";
import { isStageUsed } from "./stages";

const other = alias(stages, "other");

const columns = {
  id: stages.id,
  name: stages.name,
  position: stages.position,
  outcome: stages.outcome,
  color: stages.color,
  guide: stages.guide,
  quietAfterDays: stages.quietAfterDays,
  version: stages.version,
  isArchived: sql<boolean>`${stages.archivedAt} is not null`,
  mergedInto: other.name,
};

/** Every stage as it is set and what it was merged into, archived ones at their place among the others. */
export async function listStageSettings(db: Database) {
  return db
    .select(columns)
    .from(stages)
    .leftJoin(other, eq(other.id, stages.mergedIntoId))
    .orderBy(asc(stages.position), asc(stages.id));
}

export type StageSetting = Awaited<ReturnType<typeof listStageSettings>>[number];

/** One stage as it is set, whether any version of a conversation was at it, and what it was merged into; undefined: there is none of this id. */
export async function getStageSetting(db: Database, id: number) {
  const [row] = await db
    .select({
      ...columns,
      isUsed: isStageUsed,
    })
    .from(stages)
    .leftJoin(other, eq(other.id, stages.mergedIntoId))
    .where(eq(stages.id, id));
  return row;
}

/** How many live conversations stand at the stage, and on how many deals. */
export async function countTalksAtStage(db: Database, stageId: number) {
  const [row] = await db
    .select({ conversations: count(), deals: countDistinct(conversations.dealId) })
    .from(conversations)
    .where(and(eq(conversations.stageId, stageId), isNull(conversations.deletedAt)));
  return row ?? { conversations: 0, deals: 0 };
}
