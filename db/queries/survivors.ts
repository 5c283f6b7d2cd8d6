import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { channels, customers, stages, topics } from "@/db/schema";

const tables = { customer: customers, stage: stages, channel: channels, topic: topics } as const;

/** What can be merged into another of its kind. */
type Mergeable = keyof typeof tables;

/** The id of the one it was merged into, through all merges since; its own if it was not; undefined: there is none. */
export async function getSurvivorId(db: Database, kind: Mergeable, id: number): Promise<number | undefined> {
  const table = tables[kind];
  const [row] = await db.execute<{ id: string }>(sql`
    with recursive chain as (
      select id, merged_into_id from ${table} where id = ${id}::bigint
      union
      select next.id, next.merged_into_id from ${table} as next join chain on next.id = chain.merged_into_id
    )
    select id from chain where merged_into_id is null`);
  return row && Number(row.id);
}
