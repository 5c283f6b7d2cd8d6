import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { idArray } from "@/db/queries/id-array";
import type { Outcome } from "@/lib/pipeline/outcome";

/** A row of the plan as far as membership and the order of logging ask. `at` is in milliseconds since 1970. */
export type PlannedRow = {
  line: number;
  customerId: number;
  existingId: number | null;
  at: number;
  outcome: Outcome | null;
  hasAmount: boolean;
  deal: string | null;
  dealKey: string | null;
  staysInDealId: number | null;
  oldDealId: number | null;
};

/** The planned rows of the customers, in the order in which they are logged. */
export async function listPlannedRows(
  db: Database,
  customerIds: readonly number[],
): Promise<Iterable<PlannedRow>> {
  return db.execute<PlannedRow>(sql`
    select line, customer_id::float8 as "customerId", existing_id::float8 as "existingId",
      (extract(epoch from occurred_at) * 1000)::float8 as at, outcome, amount is not null as "hasAmount",
      deal, deal_key as "dealKey", old_deal_id::float8 as "oldDealId",
      case when old_customer_id = customer_id then old_deal_id end::float8 as "staysInDealId"
    from import_plan left join stages on stages.id = stage_id
    where customer_id = any(${idArray(customerIds)})
    order by occurred_at, line`);
}

/** A live sales conversation of the log that the import leaves as it is. */
export type LoggedRow = { id: number; customerId: number; at: number; dealId: number; outcome: Outcome };

/** The customers' live sales conversations, without those the file corrects. */
export async function listLoggedRows(
  db: Database,
  customerIds: readonly number[],
): Promise<Iterable<LoggedRow>> {
  return db.execute<LoggedRow>(sql`
    select talks.id::float8 as id, customer_id::float8 as "customerId", deal_id::float8 as "dealId", outcome,
      (extract(epoch from occurred_at) * 1000)::float8 as at
    from conversations as talks join stages on stages.id = stage_id
    where customer_id = any(${idArray(customerIds)}) and deleted_at is null
      and not exists (select from import_plan where existing_id = talks.id)`);
}

/** A named deal of a customer. */
export type NamedDeal = { id: number; customerId: number; nameKey: string };

/** The named deals of the customers. */
export async function listDealNameKeys(
  db: Database,
  customerIds: readonly number[],
): Promise<Iterable<NamedDeal>> {
  return db.execute<NamedDeal>(sql`
    select id::float8 as id, customer_id::float8 as "customerId", name_key as "nameKey"
    from deals where customer_id = any(${idArray(customerIds)}) and name_key is not null`);
}

/** Ids of a table's identity column, taken in ascending order. */
export async function reserveIds(
  db: Database,
  table: "deals" | "conversations",
  count: number,
): Promise<number[]> {
  if (count === 0) return [];
  const rows = await db.execute<{ id: number }>(sql`
    select nextval(sequence)::float8 as id
    from (select pg_get_serial_sequence(${table}::text, 'id')::regclass as sequence offset 0) as of_table,
      generate_series(1, ${count}::integer)`);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}
