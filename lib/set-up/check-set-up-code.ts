import type { Database } from "@/db/client";
import { isSetUpCode } from "@/db/queries/set-up";
import { getTeam } from "@/db/queries/team";
import { type AttemptKey, attemptSucceeded, takeAttempt, tooManyAttempts } from "@/lib/auth/attempt-limits";
import { hashOfSetUpCode } from "./set-up-code";
import { AlreadySetUpError } from "./set-up-team";

/**
 * Checks the one-time code, with attempts limited per visitor.
 *
 * @returns why it is not taken, in a sentence; undefined when it is good.
 * @throws AlreadySetUpError when there is a team, so that no code is good any more.
 */
export async function refusalOfSetUpCode(
  db: Database,
  secret: string,
  { code, visitor }: { code: string; visitor: string },
  now: Date,
): Promise<string | undefined> {
  if (await getTeam(db)) throw new AlreadySetUpError();
  const key: AttemptKey = { kind: "set-up address", of: visitor };
  const seconds = await takeAttempt(db, secret, [key], now);
  if (seconds > 0) return tooManyAttempts(seconds);
  if (!(await isSetUpCode(db, hashOfSetUpCode(code)))) {
    // Another's set-up may have ended the code since the first look.
    if (await getTeam(db)) throw new AlreadySetUpError();
    return "This is not the code. It was printed when Pipelog last started; each start prints a new one.";
  }
  await attemptSucceeded(db, secret, [key], now);
  return undefined;
}
