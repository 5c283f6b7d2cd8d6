import type { Database } from "@/db/client";
import { mailStatus } from "@/db/schema";

/** How sending mail went last; undefined: none was ever sent. */
export async function getMailStatus(db: Database) {
  const [row] = await db
    .select({ sentAt: mailStatus.sentAt, failedAt: mailStatus.failedAt, failure: mailStatus.failure })
    .from(mailStatus);
  return row;
}

/** Notes that the mail server took a mail, or why it did not. */
export async function noteMail(
  db: Database,
  went: { sentAt: Date } | { failedAt: Date; failure: string },
): Promise<void> {
  await db.insert(mailStatus).values(went).onConflictDoUpdate({ target: mailStatus.id, set: went });
}
