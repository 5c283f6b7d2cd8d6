import { eq } from "drizzle-orm";
import { members } from "@/db/schema";
import { newName } from "@/e2e/support/new-name";
import type { RunningApp } from "@/e2e/support/start-app";
import { addCustomer } from "@/lib/customers/change-customer";
import { demoTeam } from "@/lib/demo/demo-team";
import { logConversation, type NewConversation } from "@/lib/log/log-conversation";
import { addDays, localDateOf } from "@/lib/pipeline/local-date";
import { talk } from "@/tests/support/cast";

/** Today in the demo's time zone, or so many days from it. */
export function dayOf(days: number): string {
  return addDays(localDateOf(new Date(), demoTeam.timeZone), days);
}

/** A customer that only this test knows, and how to log with it as the demo's admin behind the app's back. */
export async function ownCustomer({ db }: RunningApp, kind: string) {
  const [admin] = await db.select().from(members).where(eq(members.email, demoTeam.adminEmail));
  if (!admin) throw new Error("The demo has its admin.");
  const now = new Date();
  const name = newName(kind);
  const id = await addCustomer(db, { name, openedOn: dayOf(-40), actor: admin, now });
  const log = (on: string, given: Partial<NewConversation> = {}) =>
    logConversation(db, talk({ customerId: id, heldById: admin.id, on, ...given }, demoTeam.timeZone), {
      actor: admin,
      timeZone: demoTeam.timeZone,
      now,
    });
  return { id, name, log, adminId: admin.id };
}
