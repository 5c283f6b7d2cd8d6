import type { Database } from "@/db/client";
import { getProfile } from "@/db/queries/profiles";
import { RuleError } from "@/lib/rule-error";
import { tooManyAttempts } from "./attempt-limits";
import { tryPassword } from "./try-password";

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
 * @returns what is stored of that password: what is then done on the strength of it looks whether it still is.
 * @param secret key of the counted attempts.
 * @throws WrongPasswordError; RuleError there is no password, too many attempts were made, or too many passwords are
 * being checked (TooBusyError).
 */
export async function checkOwnPassword(
  db: Database,
  secret: string,
  { memberId, current }: { memberId: number; current: string },
  now: Date,
): Promise<string> {
  const profile = await getProfile(db, memberId);
  if (!profile?.passwordHash || !profile.email) throw new RuleError("You sign in without a password here.");
  const key = { kind: "sign-in e-mail", of: profile.email.toLowerCase() } as const;
  const { passwordHash } = profile;
  const tried = await tryPassword(db, secret, [key], { passwordHash, password: current }, now);
  if (tried.kind === "wait") throw new RuleError(tooManyAttempts(tried.seconds));
  if (tried.kind === "wrong") throw new WrongPasswordError();
  return passwordHash;
}
