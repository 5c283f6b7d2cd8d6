import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { getLogin } from "@/db/queries/logins";
import { lockMembers } from "@/db/queries/members-lock";
import { getTeam } from "@/db/queries/team";
import { RuleError } from "@/lib/rule-error";
import { refuseOwnName } from "./guessable-password";
import { hashPassword } from "./password";
import { storePassword } from "./store-password";

/**
 * Gives the member with this e-mail another password, signs it out everywhere and ends its links to set a new one.
 *
 * @param change.auditedAs who did it: a member, or null for the operator on the command line.
 * @throws RuleError when nobody of the team has the e-mail, or the password is a name of theirs or the team's.
 */
export async function resetPassword(
  db: Database,
  { email, password, auditedAs }: { email: string; password: string; auditedAs: number | null },
): Promise<void> {
  const [own, team] = await Promise.all([getLogin(db, email), getTeam(db)]);
  refuseOwnName(password, [email, own?.name, team?.name]);
  const passwordHash = await hashPassword(password);
  await db.transaction(async (tx) => {
    await lockMembers(tx);
    const login = await getLogin(tx, email);
    if (!login) throw new RuleError(`Nobody of the team has the e-mail ${email}.`);
    await storePassword(tx, login.id, passwordHash);
    await insertAuditEntry(tx, {
      memberId: auditedAs,
      act: "reset password",
      subject: "member",
      subjectId: String(login.id),
    });
  });
}
