import type { Database } from "@/db/client";
import { TooBusyError } from "@/lib/turns";
import { type AttemptKey, attemptSucceeded, giveAttemptBack, takeAttempt } from "./attempt-limits";
import { passwordMatches } from "./password";

/** What an attempt came to; `wait`: it was not looked at, as too many failed before it. */
type Tried = { kind: "right" } | { kind: "wrong" } | { kind: "wait"; seconds: number };

/**
 * Tries a password, or a passphrase, as an attempt of these keys: counted before it is made, slowed down after a few
 * failures, and given back when nobody has the time to look at it.
 *
 * @param secret key of the counted e-mails and addresses.
 * @param keys the first is what the password proves; see `takeAttempt` and `attemptSucceeded`.
 * @param tried.passwordHash as `passwordMatches` takes it.
 * @throws TooBusyError too many passwords are being checked.
 */
export async function tryPassword(
  db: Database,
  secret: string,
  keys: readonly [AttemptKey, ...AttemptKey[]],
  { passwordHash, password }: { passwordHash: string | undefined; password: string },
  now: Date,
): Promise<Tried> {
  const seconds = await takeAttempt(db, secret, keys, now);
  if (seconds > 0) return { kind: "wait", seconds };
  try {
    if (!(await passwordMatches(passwordHash, password))) return { kind: "wrong" };
  } catch (error) {
    if (error instanceof TooBusyError) await giveAttemptBack(db, secret, keys, now);
    throw error;
  }
  await attemptSucceeded(db, secret, keys, now);
  return { kind: "right" };
}
