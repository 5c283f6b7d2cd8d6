import { asc, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, conversationVersions, stages } from "@/db/schema";

/**
 * Of a row of `stages`, whether any version of any conversation was at it, also of one that is deleted or stands
 * elsewhere by now: such a stage is archived, never dropped.
 */
// The table is named by hand: Drizzle leaves it out where it is the only one.
export const isStageUsed = sql<boolean>`(
  exists (select from ${conversations} as talks where talks.stage_id = ${stages}.id)
  or exists (select from ${conversationVersions} as versions where versions.stage_id = ${stages}.id))`;

/** Every stage in pipeline order, the archived ones after the others. */
export async function listStages(db: Database) {
  return db
    .select({
      id: stages.id,
      name: stages.name,
      position: stages.position,
      outcome: stages.outcome,
      color: stages.color,
      mergedIntoId: stages.mergedIntoId,
      isArchived: sql<boolean>`${stages.archivedAt} is not null`,
    })
    .from(stages)
    .orderBy(sql`${stages.archivedAt} is not null`, asc(stages.position), asc(stages.id));
}

export type Stage = Awaited<ReturnType<typeof listStages>>[number];
