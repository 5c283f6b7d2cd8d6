import { and, eq, gte, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { knownBrowsers } from "@/db/schema";

/** Whether a member has signed in with that browser since then, and with any at all, however long ago. */
export async function getKnownBrowsers(db: Database, memberId: number, keyHash: string, since: Date) {
  const isOfMember = eq(knownBrowsers.memberId, memberId);
  const isThis = and(eq(knownBrowsers.keyHash, keyHash), gte(knownBrowsers.lastSignInAt, since));
  const [known, any] = await Promise.all([
    db.$count(knownBrowsers, and(isOfMember, isThis)),
    db.$count(knownBrowsers, isOfMember),
  ]);
  return { isKnown: known > 0, isFirst: any === 0 };
}

/** From now on the browser is one the member has signed in with. */
export async function keepKnownBrowser(
  db: Database,
  browser: { memberId: number; keyHash: string; lastSignInAt: Date },
): Promise<void> {
  await db
    .insert(knownBrowsers)
    .values(browser)
    .onConflictDoUpdate({
      target: [knownBrowsers.memberId, knownBrowsers.keyHash],
      set: { lastSignInAt: browser.lastSignInAt },
    });
}

/** Forgets the browsers a member has not signed in with since. */
export async function deleteKnownBrowsersBefore(db: Database, memberId: number, before: Date): Promise<void> {
  await db
    .delete(knownBrowsers)
    .where(and(eq(knownBrowsers.memberId, memberId), lt(knownBrowsers.lastSignInAt, before)));
}
