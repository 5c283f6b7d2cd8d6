import { and, desc, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog, members } from "@/db/schema";

/** A record in the version somebody saw. */
export type SeenRecord = { subject: "customer" | "contact"; id: number; version: number };

/** The last change of a record since the version that was seen, by the audit log; undefined: there was none. */
export async function getLastChange(db: Database, { subject, id, version }: SeenRecord) {
  const [row] = await db
    .select({ act: auditLog.act, byId: auditLog.memberId, by: members.name })
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
