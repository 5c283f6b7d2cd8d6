import { type SQL, sql } from "drizzle-orm";
import type { Database } from "@/db/client";

const named = sql`
  select customers.id from import_rows as rows join customers on name_key = customer_key where not bad`;

async function lock(db: Database, ids: SQL): Promise<void> {
  await db.execute(sql`
    select count(*) from (
      select id from customers where id = any(array(${ids})) order by id for update
    ) as locked`);
}

/**
 * Locks the customers the good rows name until the transaction ends, in the one order in which several are
 * locked. What is read of them afterwards is what will be written over.
 */
export async function lockNamedCustomers(db: Database): Promise<void> {
  await lock(db, named);
}

/**
 * Locks the customers whose conversations the good rows of a conversations file may add to, correct or move:
 * those they name, those these were merged into, and those of the conversations they refer to. Others who log
 * or correct there wait, so that nothing is compared, planned or decided by what changes meanwhile. Taken with
 * imports locked, so that no merge moves a conversation to a customer that is not among them.
 */
export async function lockCustomersOfRows(db: Database): Promise<void> {
  await lock(
    db,
    sql`
      with recursive meant (id) as (
        ${named}
        union
        select merged_into_id from meant join customers using (id) where merged_into_id is not null
      )
      select id from meant
      union
      select customer_id from import_rows as rows join conversations as talks on talks.reference = rows.reference
      where not bad`,
  );
}
