import { eq, inArray, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { customers, dealStates, deals } from "@/db/schema";

/** What the deals are called by: their name, their first day and their customer. Those that are gone are left out. */
export async function listDealNames(db: Database, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({
      id: deals.id,
      name: deals.name,
      customer: customers.name,
      openedOn: sql<string | null>`(
        select min(${dealStates.openedOn}) from ${dealStates} where ${dealStates.dealId} = ${deals.id}
      )::text`,
    })
    .from(deals)
    .innerJoin(customers, eq(customers.id, deals.customerId))
    .where(inArray(deals.id, [...new Set(ids)]));
}

export type DealName = Awaited<ReturnType<typeof listDealNames>>[number];
