import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deals } from "@/db/schema";

/** A new deal of the customer, with or without a name. Returns its id. */
export async function insertDeal(
  db: Database,
  deal: { customerId: number; name: string | null; nameKey: string | null },
): Promise<number> {
  const [row] = await db.insert(deals).values(deal).returning({ id: deals.id });
  if (!row) throw new Error("An insert without conflict returns its row.");
  return row.id;
}

/** The id of the customer's deal of that name. */
export async function getDealIdByKey(
  db: Database,
  customerId: number,
  key: string,
): Promise<number | undefined> {
  const [row] = await db
    .select({ id: deals.id })
    .from(deals)
    .where(and(eq(deals.customerId, customerId), eq(deals.nameKey, key)));
  return row?.id;
}

/** Whether the deal is one of the customer's. */
export async function isDealOfCustomer(db: Database, customerId: number, dealId: number): Promise<boolean> {
  return (await db.$count(deals, and(eq(deals.id, dealId), eq(deals.customerId, customerId)))) > 0;
}
