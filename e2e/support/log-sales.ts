import { asc } from "drizzle-orm";
import { customers, stages } from "@/db/schema";
import type { RunningApp } from "@/e2e/support/start-app";
import { logConversation } from "@/lib/log/log-conversation";
import { talk } from "@/tests/support/cast";

const timeZone = "Africa/Johannesburg";

/** Logs sales of 1,234,567.50 with a customer of its own, Lynx Leasing, on those days or moments. */
export async function logSales({ db, adminId }: RunningApp & { adminId: number }, onEach: readonly string[]) {
  const [customer] = await db
    .insert(customers)
    .values({ name: "Lynx Leasing", nameKey: "lynx leasing" })
    .returning({ id: customers.id });
  const list = await db.select().from(stages).orderBy(asc(stages.position));
  for (const on of onEach) {
    const entry = talk({
      customerId: customer?.id ?? 0,
      heldById: adminId,
      on,
      stageId: list[2]?.id ?? 0,
      amount: "1234567.5",
    });
    await logConversation(db, entry, { actor: { id: adminId, role: "admin" }, timeZone, now: new Date() });
  }
}
