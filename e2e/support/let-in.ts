import type { Page } from "@playwright/test";
import { sql } from "drizzle-orm";
import { members } from "@/db/schema";
import type { RunningApp } from "@/e2e/support/start-app";
import { startSession } from "@/lib/auth/session";

/** The session's cookie where the app is reached by http. */
export const sessionCookieName = "pipelog-session";

/** Gives the page's browser a session of that member, for journeys that are not about signing in. */
export async function letIn(
  page: Page,
  { db, url }: RunningApp,
  { email }: { email: string },
): Promise<void> {
  const [member] = await db
    .select({ id: members.id })
    .from(members)
    .where(sql`lower(${members.email}) = ${email.toLowerCase()}`);
  if (!member) throw new Error(`Nobody has the e-mail ${email}.`);
  const value = await startSession(db, { memberId: member.id, userAgent: null, now: new Date() });
  await page.context().addCookies([{ name: sessionCookieName, value, url }]);
}
