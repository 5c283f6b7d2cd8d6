import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { lockMembers } from "@/db/queries/members-lock";
import { getProfile } from "@/db/queries/profiles";
import { getTeam } from "@/db/queries/team";
import { RuleError } from "@/lib/rule-error";
import { checkOwnPassword } from "./check-own-password";
import { refuseOwnName } from "./guessable-password";
import { hashPassword } from "./password";
import { storePassword } from "./store-password";

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
 * @throws WrongPasswordError; RuleError the new one is a name of theirs or the team's, there is no password to change,
 * too many attempts were made, or the member was removed or got another password meanwhile.
 */
export async function changePassword(
  db: Database,
  secret: string,
  { memberId, current, wanted, keptSession }: PasswordChange,
  now: Date,
): Promise<void> {
  const checked = await checkOwnPassword(db, secret, { memberId, current }, now);
  const [own, team] = await Promise.all([getProfile(db, memberId), getTeam(db)]);
  refuseOwnName(wanted, [own?.email, own?.name, team?.name], "newPassword");
  const passwordHash = await hashPassword(wanted);
  await db.transaction(async (tx) => {
    await lockMembers(tx);
    const profile = await getProfile(tx, memberId);
    if (!profile) throw new RuleError("You are not of the team any more.");
    if (profile.passwordHash !== checked)
      throw new RuleError("Your password was changed somewhere else meanwhile. Sign in with the new one.");
    await storePassword(tx, memberId, passwordHash, { keptSession });
    await insertAuditEntry(tx, {
      memberId,
      act: "change password",
      subject: "member",
      subjectId: String(memberId),
    });
  });
}
