import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog, members, type stages } from "@/db/schema";

/** Who made the last change of a subject, by the audit log: null = the operator; undefined: nobody yet. */
export async function getLastChange(db: Database, subject: string, subjectId: number) {
  const [row] = await db
    .select({ act: auditLog.act, by: members.name })
    .from(auditLog)
    .leftJoin(members, eq(members.id, auditLog.memberId))
    .where(and(eq(auditLog.subject, subject), eq(auditLog.subjectId, String(subjectId))))
    .orderBy(desc(auditLog.id))
    .limit(1);
  return row;
}

/** A stage as the audit log keeps it. */
export type KeptStage = Pick<
  typeof stages.$inferSelect,
  "id" | "name" | "position" | "outcome" | "color" | "guide" | "quietAfterDays" | "version"
> & { archivedAt: string | null };

/**
 * The first change of a stage since a version of it, by the audit log: who made it and what the stage was
 * before; undefined: that version was never changed.
 */
export async function getStageChangeSince(db: Database, stageId: number, version: number) {
  const seen = JSON.stringify([{ id: stageId, version }]);
  const [row] = await db
    .select({ by: members.name, before: sql<KeptStage[]>`${auditLog.before}` })
    .from(auditLog)
    .leftJoin(members, eq(members.id, auditLog.memberId))
    .where(and(eq(auditLog.subject, "stages"), sql`${auditLog.before} @> ${seen}::jsonb`))
    .orderBy(asc(auditLog.id))
    .limit(1);
  const was = row?.before.find(({ id }) => id === stageId);
  return row && was && { by: row.by, was };
}

/** Who changed the pipeline or the team's settings last: null = the operator; undefined: nobody since the set-up. */
export async function getLastTeamChange(db: Database, subject: "stages" | "team") {
  const [row] = await db
    .select({ by: members.name })
    .from(auditLog)
    .leftJoin(members, eq(members.id, auditLog.memberId))
    .where(eq(auditLog.subject, subject))
    .orderBy(desc(auditLog.id))
    .limit(1);
  return row;
}
