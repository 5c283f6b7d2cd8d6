import type { Database } from "@/db/client";
import { holdPasswordHash } from "@/db/queries/logins";
import { extendSession, getSession, insertSession } from "@/db/queries/sessions";
import { RuleError } from "@/lib/rule-error";
import { unlessReadOnly } from "@/lib/unless-read-only";
import { hashOfToken, newSecretToken } from "./secret-token";

const hour = 3_600_000;

/** A session ends after this long without a visit. */
export const sessionDays = 30;

/**
 * However often it is used, a session ends so long after it began: whoever got hold of its token does not stay for good.
 * Example: begun on 1 January and used every day it ends on 30 June; last used on 1 March it ends on 31 March.
 */
const longestSessionDays = 180;

/** How often a visit is written down, at most. */
const noteVisitEvery = hour;

function endOf(startedAt: Date, now: Date): Date {
  const after = (start: Date, days: number) => start.getTime() + days * 24 * hour;
  return new Date(Math.min(after(now, sessionDays), after(startedAt, longestSessionDays)));
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
    await insertSession(tx, { tokenHash, memberId, userAgent, now, expiresAt: endOf(now, now) });
  });
  return token;
}

/**
 * Who is signed in by this token right now, with the team; undefined: nobody, because it is unknown, has
 * ended, was signed out or its member was removed. A visit moves the end on, as far as a session may last; not in a database that can only be read.
 */
export async function readSession(db: Database, token: string, now: Date) {
  const tokenHash = hashOfToken(token);
  const session = await getSession(db, tokenHash, now);
  if (!session) return undefined;
  const expiresAt = endOf(session.createdAt, now);
  if (expiresAt <= now) return undefined;
  const seenUntil = new Date(now.getTime() - noteVisitEvery);
  if (session.lastSeenAt <= seenUntil) {
    await extendSession(db, tokenHash, { now, seenUntil, expiresAt }).catch(unlessReadOnly);
  }
  const { member, team } = session;
  return { member, team };
}

export type SignedIn = NonNullable<Awaited<ReturnType<typeof readSession>>>;
