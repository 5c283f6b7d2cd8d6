import { and, asc, desc, eq, gte, isNull, lt, not, type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog, members } from "@/db/schema";
import { byName } from "./by-name";

/** Which entries of the audit log are asked for; null or "" leaves a question open. */
export type AuditFilter = {
  /** A member's id; `operator`: nobody signed in, on the command line. */
  by: number | "operator" | null;
  act: string;
  subject: string;
  /** From this moment on. */
  from: Date | null;
  /** Before this moment. */
  until: Date | null;
  /** A merge of customers or its undo is told once, by the entry of the customer that went into the other. */
  isOnceAMerge?: boolean;
};

const isOfSurvivor = sql`case ${auditLog.act}
  when 'merge customers' then ${auditLog.after} ->> 'mergedIntoId' is null
  when 'undo merge of customers' then ${auditLog.before} ->> 'mergedIntoId' is null
  else false
end`;

function matches({ by, act, subject, from, until, isOnceAMerge }: AuditFilter): SQL | undefined {
  return and(
    by === null ? undefined : by === "operator" ? isNull(auditLog.memberId) : eq(auditLog.memberId, by),
    act === "" ? undefined : eq(auditLog.act, act),
    subject === "" ? undefined : eq(auditLog.subject, subject),
    from === null ? undefined : gte(auditLog.at, from),
    until === null ? undefined : lt(auditLog.at, until),
    isOnceAMerge ? not(isOfSurvivor) : undefined,
  );
}

// What an entry is about is called as it is called now; what it was called then stands in its content.
const calledNow = sql<string | null>`case
  when ${auditLog.subjectId} !~ '^[0-9]{1,15}$' then null
  when ${auditLog.subject} = 'customer' then (select name from customers where id = ${auditLog.subjectId}::bigint)
  when ${auditLog.subject} = 'contact' then (select name from contacts where id = ${auditLog.subjectId}::bigint)
  when ${auditLog.subject} = 'member' then (select name from members where id = ${auditLog.subjectId}::bigint)
  when ${auditLog.subject} = 'channel' then (select name from channels where id = ${auditLog.subjectId}::bigint)
  when ${auditLog.subject} = 'quarantined entry' then (
    select name from members where id = (select member_id from quarantined_entries where id = ${auditLog.subjectId}::bigint))
  when ${auditLog.subject} = 'topic' then (select name from topics where id = ${auditLog.subjectId}::bigint)
end`;

/** Entries of the audit log, the latest first, up to `limit` of them before the entry `beforeId`. */
export async function listAuditEntries(
  db: Database,
  filter: AuditFilter,
  { beforeId, limit }: { beforeId: number | null; limit: number },
) {
  return db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      by: members.name,
      act: auditLog.act,
      subject: auditLog.subject,
      subjectId: auditLog.subjectId,
      calledNow,
      before: sql<unknown>`${auditLog.before}`,
      after: sql<unknown>`${auditLog.after}`,
    })
    .from(auditLog)
    .leftJoin(members, eq(members.id, auditLog.memberId))
    .where(and(matches(filter), beforeId === null ? undefined : lt(auditLog.id, beforeId)))
    .orderBy(desc(auditLog.id))
    .limit(limit);
}

export type AuditRow = Awaited<ReturnType<typeof listAuditEntries>>[number];

/** What the audit log can be asked for: its acts, what they are about, and who did them. */
export async function listAuditChoices(db: Database) {
  const [acts, subjects, people] = await Promise.all([
    db.selectDistinct({ act: auditLog.act }).from(auditLog).orderBy(asc(auditLog.act)),
    db.selectDistinct({ subject: auditLog.subject }).from(auditLog).orderBy(asc(auditLog.subject)),
    db
      .select({ id: members.id, name: members.name })
      .from(members)
      .where(sql`exists (select from ${auditLog} where ${auditLog.memberId} = ${members.id})`)
      .orderBy(byName(members.name), asc(members.id)),
  ]);
  return { acts: acts.map(({ act }) => act), subjects: subjects.map(({ subject }) => subject), people };
}
