import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { auditLog, conversations, customerMerges, customers, deals } from "@/db/schema";
import { idArray } from "./id-array";

/**
 * The merges that stand by which these customers are part of another one, and those by which that one is part of the
 * next. `moved`: what of the record says which deals and contacts came along, as lib/customers/merge-record.ts has it.
 */
export async function listMergesOnward(db: Database, customerIds: readonly number[]) {
  const rows = await db.execute<{ fromId: number; intoId: number; moved: unknown }>(sql`
    with recursive led as (
      select id, merged_into_id from ${customers} where id = any(${idArray(customerIds)})
      union
      select next.id, next.merged_into_id from ${customers} as next join led on next.id = led.merged_into_id
    )
    select from_id::float8 as "fromId", into_id::float8 as "intoId", moved - 'conversations' as moved
    from ${customerMerges} join led on led.id = from_id and led.merged_into_id = into_id
    where undone_at is null`);
  return [...rows];
}

/**
 * What the deal that each of these is today is called: the deal itself, or the one it was joined into as long as none
 * of its own conversations came back; null where that one has no name.
 */
export async function listDealNamesToday(db: Database, ids: readonly number[]) {
  const rows = await db.execute<{ id: number; name: string | null }>(sql`
    with recursive led as (
      select id as asked_id, id from ${deals} where id = any(${idArray(ids)})
      union
      select led.asked_id, joined.into_id
      from led cross join lateral (
        select (after #>> '{conversations,0,dealId}')::bigint as into_id from ${auditLog}
        where subject = 'deal' and subject_id = led.id::text and act = 'join deals'
          and not exists (select from ${conversations} where deal_id = led.id)
        order by id desc limit 1
      ) as joined
    )
    select distinct on (led.asked_id) led.asked_id::float8 as id, ${deals.name} as name
    from led join ${deals} on ${deals.id} = led.id
    order by led.asked_id, exists (select from ${conversations} where deal_id = led.id) desc, led.id = led.asked_id desc`);
  return new Map([...rows].map(({ id, name }) => [id, name]));
}
