import type { Database } from "@/db/client";
import { insertAuditEntry } from "@/db/queries/audit-log";
import { updatePasswordHash } from "@/db/queries/logins";
import { deletePasswordResetsOf } from "@/db/queries/password-resets";
import { getProfile } from "@/db/queries/profiles";
import { deleteOtherSessionsOf } from "@/db/queries/sessions";
import { RuleError } from "@/lib/rule-error";
import { attemptSucceeded, takeAttempt, waitInWords } from "./attempt-limits";
import { hashPassword, passwordMatches } from "./password";

type PasswordChange = {
  memberId: number;
  current: string;
  wanted: string;
  /** What is stored of the session that stays: the browser it is changed in. */
  keptSession: string;
};

/** The current password is another one. */
export class WrongPasswordError extends RuleError {
  override name = "WrongPasswordError";

  constructor() {
    super("That is not your password.");
  }
}

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
  const profile = await getProfile(db, memberId);
  if (!profile?.passwordHash || !profile.email) throw new RuleError("You sign in without a password here.");
  const key = { kind: "sign-in e-mail", of: profile.email.toLowerCase() } as const;
  const seconds = await takeAttempt(db, secret, [key], now);
  if (seconds > 0)
    throw new RuleError(`Too many attempts. Please wait ${waitInWords(seconds)}, then try again.`);
  if (!(await passwordMatches(profile.passwordHash, current))) throw new WrongPasswordError();
  await attemptSucceeded(db, secret, [key], now);
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
