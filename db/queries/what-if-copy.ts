import { sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { dealStates } from "@/db/schema";
import { isStateAsOf } from "./figure-filter";

/** What a change of the stages writes, with the columns that its lookups need an index on. */
const copied = {
  stages: ["(id)"],
  deal_states: ["(deal_id, from_on)", "(customer_id)", "(opened_on)"],
  deal_spans: ["(deal_id, number)", "(stage_id, entered_on)"],
  conversations: ["(id)", "(deal_id, occurred_at, id)", "(stage_id, local_date)"],
} as const;

/** Written to and never read by a figure: their copies begin empty. */
const onlyWritten = ["stage_settings", "conversation_versions", "audit_log"] as const;

export type CopiedTable = keyof typeof copied;

/** Tells the planner how the copies have become, as nothing does of itself for a table that is private. */
export async function analyzeCopies(db: Database, tables: readonly CopiedTable[]): Promise<void> {
  for (const table of tables) await db.execute(sql`analyze ${sql.identifier(table)}`);
}

/**
 * From here to its end the transaction sees its own copy of these tables under their names, private to its
 * connection, and can write nothing else: the database refuses. So what it does is the real thing on the real
 * rows, while it locks nobody and changes nothing.
 *
 * @returns the schema of the tables themselves, in which they can still be read.
 */
export async function copyForWhatIf(db: Database, tables: readonly CopiedTable[]): Promise<string> {
  const [found] = await db.execute<{ schema: string }>(sql`select current_schema() as schema`);
  if (!found) throw new Error("There is no schema of the tables.");
  const { schema } = found;
  const real = (table: string) => sql`${sql.identifier(schema)}.${sql.identifier(table)}`;
  // Named first on purpose: only another search path makes statements that are prepared already look anew.
  await db.execute(
    sql`select set_config('search_path', 'pg_temp, ' || current_setting('search_path'), true)`,
  );
  for (const table of tables) {
    const name = sql.identifier(table);
    await db.execute(sql`create temporary table ${name} on commit drop as table ${real(table)}`);
    for (const columns of copied[table]) await db.execute(sql`create index on ${name} ${sql.raw(columns)}`);
  }
  await analyzeCopies(db, tables);
  for (const table of onlyWritten)
    await db.execute(
      sql`create temporary table ${sql.identifier(table)} (like ${real(table)} including defaults including identity) on commit drop`,
    );
  await db.execute(sql`set transaction read only`);
  return schema;
}

/** How many deals stand otherwise in the copy than in the tables themselves. */
export async function countMovedDeals(db: Database, schema: string, today: string) {
  const real = sql`${sql.identifier(schema)}.deal_states`;
  const [row] = await db.execute<{ open: number; won: number; lost: number; onlyPast: number }>(sql`
    with changed as (
      select deal_id, now.outcome
      from ${real} as before join deal_states as now using (deal_id)
      where ${isStateAsOf(today, alias(dealStates, "before"))} and ${isStateAsOf(today, alias(dealStates, "now"))}
        and before.outcome <> now.outcome
    ), differing as (
      (select deal_id, from_on, outcome, closed_on from ${real}
        except select deal_id, from_on, outcome, closed_on from deal_states)
      union all
      (select deal_id, from_on, outcome, closed_on from deal_states
        except select deal_id, from_on, outcome, closed_on from ${real})
    )
    select (select count(*) filter (where outcome = 'open') from changed)::integer as open,
      (select count(*) filter (where outcome = 'won') from changed)::integer as won,
      (select count(*) filter (where outcome = 'lost') from changed)::integer as lost,
      (select count(distinct deal_id) from differing
        where deal_id not in (select deal_id from changed))::integer as "onlyPast"`);
  if (!row) throw new Error("A count has one row.");
  const { onlyPast, ...become } = row;
  return { become, onlyPast };
}
