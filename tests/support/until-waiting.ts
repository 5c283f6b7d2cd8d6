import { sql } from "drizzle-orm";
import { expect, vi } from "vitest";
import type { Database } from "@/db/client";

/** Goes on once this many connections of the test's database wait for a lock that another one holds. */
export async function untilWaiting(db: Database, connections = 1): Promise<void> {
  const waiting = sql`
    select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await vi.waitFor(async () => expect(await db.execute(waiting)).toHaveLength(connections), 20_000);
}
