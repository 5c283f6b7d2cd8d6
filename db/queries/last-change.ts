import { and, asc, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog, conversationVersions, members, shareLinks, type stages } from "@/db/schema";

/** Who changed something: `byId` null = the operator, on the command line. */
export type ChangedBy = { byId: number | null; by: string | null };

const changedBy = { byId: auditLog.memberId, by: members.name };

/** The last change of a subject, or of one record of it, by the audit log; undefined: there was none. */
export async function getLastChange(
  db: Database,
  subject: string,
  subjectId?: number,
): Promise<ChangedBy | undefined> {
  const [row] = await db
    .select(changedBy)
    .from(auditLog)
    .leftJoin(members, eq(members.id, auditLog.memberId))
    .where(
      and(
        eq(auditLog.subject, subject),
        subjectId === undefined ? undefined : eq(auditLog.subjectId, String(subjectId)),
      ),
    )
    .orderBy(desc(auditLog.id))
    .limit(1);
  return row;
}

/** A record in the version somebody saw. */
export type SeenRecord = { subject: "customer" | "contact"; id: number; version: number };

/** The last change of a record since the version that was seen, by the audit log; undefined: there was none. */
export async function getLastChangeSince(db: Database, { subject, id, version }: SeenRecord) {
  const [row] = await db
    .select({ act: auditLog.act, ...changedBy })
    .from(auditLog)
    .leftJoin(members, eq(members.id, auditLog.memberId))
    .where(
      and(
        eq(auditLog.subject, subject),
        eq(auditLog.subjectId, String(id)),
        sql`(${auditLog.after} ->> 'version')::int > ${version}`,
      ),
    )
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
    .select({ ...changedBy, before: sql<KeptStage[]>`${auditLog.before}` })
    .from(auditLog)
    .leftJoin(members, eq(members.id, auditLog.memberId))
    .where(and(eq(auditLog.subject, "stages"), sql`${auditLog.before} @> ${seen}::jsonb`))
    .orderBy(asc(auditLog.id))
    .limit(1);
  const was = row?.before.find(({ id }) => id === stageId);
  return row && was && { byId: row.byId, by: row.by, was };
}

/** Who saved a conversation last. */
export async function getLastSave(db: Database, conversationId: number): Promise<ChangedBy | undefined> {
  const [row] = await db
    .select({ byId: conversationVersions.savedById, by: members.name })
    .from(conversationVersions)
    .innerJoin(members, eq(members.id, conversationVersions.savedById))
    .where(eq(conversationVersions.conversationId, conversationId))
    .orderBy(desc(conversationVersions.version))
    .limit(1);
  return row;
}

/** Who revoked a shared link, by itself or with all of its maker's; undefined: nobody yet. */
export async function getRevocation(db: Database, shareLinkId: number): Promise<ChangedBy | undefined> {
  const [row] = await db
    .select({ byId: shareLinks.revokedById, by: members.name })
    .from(shareLinks)
    .innerJoin(members, eq(members.id, shareLinks.revokedById))
    .where(eq(shareLinks.id, shareLinkId));
  return row;
}
