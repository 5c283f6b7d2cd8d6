import { asc, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { stages } from "@/db/schema";

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
