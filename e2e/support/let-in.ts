import type { BrowserContext } from "@playwright/test";
import { sql } from "drizzle-orm";
import { members } from "@/db/schema";
import type { RunningApp } from "@/e2e/support/start-app";
import { startSession } from "@/lib/auth/session";

/** The session's cookie where the app is reached by http. */
export const sessionCookieName = "pipelog-session";

/** Gives the browser a session of that member, for journeys that are not about signing in. */
export async function letIn(
  browser: BrowserContext,
  { db, url }: RunningApp,
  { email }: { email: string },
): Promise<void> {
  const [member] = await db
    .select({ id: members.id })
    .from(members)
    .where(sql`lower(${members.email}) = ${email.toLowerCase()}`);
  if (!member) throw new Error(`Nobody has the e-mail ${email}.`);
  const value = await startSession(db, { memberId: member.id, userAgent: null, now: new Date() });
  await browser.addCookies([{ name: sessionCookieName, value, url }]);
}
