import { eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { customers } from "@/db/schema";

/**
 * The customer that an id stands for today: itself, or the one it was merged into, and that one's in turn;
 * undefined when there is none.
 */
export async function getSurvivingCustomer(db: Database, id: number) {
  const [row] = await db
    .select({
      id: customers.id,
      name: customers.name,
      openedOn: customers.openedOn,
      version: customers.version,
      archivedAt: customers.archivedAt,
      mergedIntoId: customers.mergedIntoId,
    })
    .from(customers)
    .where(
      eq(
        customers.id,
        sql`(
          with recursive leads (id, into_id) as (
            select id, merged_into_id from customers where id = ${id}::bigint
            union all
            select next.id, next.merged_into_id from leads join customers as next on next.id = leads.into_id
          )
          select id from leads where into_id is null)`,
      ),
    );
  return row;
}
