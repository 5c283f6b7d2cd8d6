import type { Database } from "@/db/client";
import { auditLog } from "@/db/schema";

/** One change worth remembering: who (null = the operator, on the command line), what, before and after. */
export type AuditEntry = {
  memberId: number | null;
  /** A business verb, such as `set up team`. */
  act: string;
  subject: string;
  subjectId?: string;
  before?: unknown;
  after?: unknown;
};

/** Writes one line of the audit log; called in the transaction of the change itself. */
export async function insertAuditEntry(db: Database, entry: AuditEntry): Promise<void> {
  await db.insert(auditLog).values(entry);
}
