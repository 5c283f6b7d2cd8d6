import type { Database } from "@/db/client";
import { holdPasswordHash } from "@/db/queries/logins";
import { extendSession, getSession, insertSession } from "@/db/queries/sessions";
import { RuleError } from "@/lib/rule-error";
import { hashOfToken, newSecretToken } from "./secret-token";

const hour = 3_600_000;

/** A session ends after this long without a visit. */
export const sessionDays = 30;

/** How often a visit is written down, at most. */
const noteVisitEvery = hour;

function endOf(now: Date): Date {
  return new Date(now.getTime() + sessionDays * 24 * hour);
}

type NewSession = {
  memberId: number;
  userAgent: string | null;
  now: Date;
  /** What was stored of the password that let them in; none where something else did. */
  passwordHash?: string;
};

/**
 * Starts a session of the member and returns the token for the cookie; only its hash is stored.
 *
 * @throws RuleError the password that let them in is another by now: a new one ends what the old one let in.
 */
export async function startSession(
  db: Database,
  { memberId, userAgent, now, passwordHash }: NewSession,
): Promise<string> {
  const token = newSecretToken();
  const tokenHash = hashOfToken(token);
  await db.transaction(async (tx) => {
    if (passwordHash !== undefined && (await holdPasswordHash(tx, memberId)) !== passwordHash)
      throw new RuleError("The password was changed a moment ago. Sign in with the new one.");
    await insertSession(tx, { tokenHash, memberId, userAgent, now, expiresAt: endOf(now) });
  });
  return token;
}

/**
 * Who is signed in by this token right now, with the team; undefined: nobody, because it is unknown, has
 * ended, was signed out or its member was removed. A visit moves the end on.
 */
export async function readSession(db: Database, token: string, now: Date) {
  const tokenHash = hashOfToken(token);
  const session = await getSession(db, tokenHash, now);
  if (!session) return undefined;
  const seenUntil = new Date(now.getTime() - noteVisitEvery);
  if (session.lastSeenAt <= seenUntil) {
    await extendSession(db, tokenHash, { now, seenUntil, expiresAt: endOf(now) });
  }
  const { member, team } = session;
  return { member, team };
}

export type SignedIn = NonNullable<Awaited<ReturnType<typeof readSession>>>;
