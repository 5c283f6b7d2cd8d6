import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { updatePasswordHash } from "@/db/queries/logins";
import { deletePasswordResetsOf } from "@/db/queries/password-resets";
import { deleteOtherSessionsOf } from "@/db/queries/sessions";
import { checkOwnPassword } from "./check-own-password";
import { hashPassword } from "./password";

type PasswordChange = {
  memberId: number;
  current: string;
  wanted: string;
  /** What is stored of the session that stays: the browser it is changed in. */
  keptSession: string;
};

/**
 * Changes one's own password, which takes the current one; every other browser is signed out and links to
 * set a new password end. Attempts count as those of signing in do.
 *
 * @param secret key of the counted attempts.
 * @throws WrongPasswordError; RuleError there is no password to change, or too many attempts were made.
 */
export async function changePassword(
  db: Database,
  secret: string,
  { memberId, current, wanted, keptSession }: PasswordChange,
  now: Date,
): Promise<void> {
  await checkOwnPassword(db, secret, { memberId, current }, now);
  const passwordHash = await hashPassword(wanted);
  await db.transaction(async (tx) => {
    await updatePasswordHash(tx, memberId, passwordHash);
    await deleteOtherSessionsOf(tx, memberId, keptSession);
    await deletePasswordResetsOf(tx, memberId);
    await insertAuditEntry(tx, {
      memberId,
      act: "change password",
      subject: "member",
      subjectId: String(memberId),
    });
  });
}
