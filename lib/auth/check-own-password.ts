import type { Database } from "@/db/client";
import { getProfile } from "@/db/queries/profiles";
import { RuleError } from "@/lib/rule-error";
import { attemptSucceeded, takeAttempt, waitInWords } from "./attempt-limits";
import { passwordMatches } from "./password";

/** The current password is another one. */
export class WrongPasswordError extends RuleError {
  override name = "WrongPasswordError";

  constructor() {
    super("That is not your password.");
  }
}

/**
 * Makes sure that whoever is signed in knows the member's password. Attempts count as those of signing in do.
 *
 * @param secret key of the counted attempts.
 * @throws WrongPasswordError; RuleError there is no password, or too many attempts were made.
 */
export async function checkOwnPassword(
  db: Database,
  secret: string,
  { memberId, current }: { memberId: number; current: string },
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
}
