import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getLogin, updatePasswordHash } from "@/db/queries/logins";
import { deleteSessionsOf } from "@/db/queries/sessions";
import { RuleError } from "@/lib/rule-error";
import { hashPassword } from "./password";

/**
 * Gives the member with this e-mail another password and signs it out everywhere.
 *
 * @param change.auditedAs who did it: a member, or null for the operator on the command line.
 * @throws RuleError when nobody of the team has the e-mail.
 */
export async function resetPassword(
  db: Database,
  { email, password, auditedAs }: { email: string; password: string; auditedAs: number | null },
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    const login = await getLogin(tx, email);
    if (!login) throw new RuleError(`Nobody of the team has the e-mail ${email}.`);
    await updatePasswordHash(tx, login.id, passwordHash);
    await deleteSessionsOf(tx, login.id);
    await insertAuditEntry(tx, {
      memberId: auditedAs,
      act: "reset password",
      subject: "member",
      subjectId: String(login.id),
    });
  });
}
