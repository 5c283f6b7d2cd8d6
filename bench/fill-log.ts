import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { deriveAllDeals } from "@/lib/log/derive-deals";
import { castTeam } from "@/tests/support/cast";

export type LogSize = { customers: number; deals: number; conversations: number };

/** The last day of the made log; it begins four years before. */
export const lastDay = "2026-11-24";

const days = 4 * 365;

/**
 * Fills a migrated, empty database with a made team and its log: deals begin on any day of four years and take
 * from one conversation to some fifteen; the rest of the conversations are about no sale. Versions are left
 * out: no figure reads them.
 */
export async function fillLog(db: Database, { customers, deals, conversations }: LogSize): Promise<void> {
  const cast = await castTeam(db);
  const [contact, demo, proposal, won, lost] = Object.values(cast.stages);
  await db.transaction(async (tx) => {
    await tx.execute(sql`select setseed(0.42)`);
    await tx.execute(sql`
      insert into customers (name, name_key, opened_on)
      select 'Customer ' || n, 'customer ' || n,
        case when random() < 0.7 then ${lastDay}::date - (random() * ${days + 300})::integer end
      from generate_series(1, ${customers}::integer) as n`);
    await tx.execute(sql`
      insert into deals (customer_id) select (n - 1) % ${customers}::integer + 1
      from generate_series(1, ${deals}::integer) as n`);
    await tx.execute(sql`
      create temporary table made_deals on commit drop as
      select id, customer_id, 1 + floor(random() * ${Math.floor((1.7 * conversations) / deals)}::integer)::integer as talks,
        ${lastDay}::date - (random() * ${days})::integer as began_on, 2 + random() * 10 as gap, random() as luck,
        ${cast.anna.id}::bigint + (random() < 0.5)::integer as held_by_id
      from deals`);
    await tx.execute(sql`
      insert into conversations (customer_id, occurred_at, date_only, local_date, held_by_id, recorded_by_id, note,
        stage_id, deal_id, amount, follow_up_on)
      select customer_id, day::timestamp at time zone ${cast.timeZone}, true, day, held_by_id, held_by_id,
        'Talked about the next delivery of truck tyres, number ' || talk,
        case when talk < 0.4 * talks then ${contact}::bigint when talk < 0.7 * talks then ${demo}::bigint
          when talk < talks or luck > 0.75 then ${proposal}::bigint when luck < 0.45 then ${won}::bigint
          else ${lost}::bigint end,
        id, case when random() < 0.6 then round((1000 + random() * 90000)::numeric, 2) end,
        case when random() < 0.3 then day + 7 end
      from made_deals, generate_series(1, talks) as talk,
        lateral (select least(began_on + (talk * gap)::integer, ${lastDay}::date) as day) as days
      order by day`);
    await tx.execute(sql`
      insert into conversations (customer_id, occurred_at, date_only, local_date, held_by_id, recorded_by_id, note)
      select 1 + floor(random() * ${customers}::integer)::integer, day::timestamp at time zone ${cast.timeZone}, true, day,
        ${cast.ben.id}::bigint, ${cast.ben.id}::bigint, 'Asked after an invoice'
      from generate_series((select count(*) from conversations) + 1, ${conversations}::bigint),
        lateral (select ${lastDay}::date - (random() * ${days})::integer as day) as days`);
  });
  await deriveAllDeals(db);
  await db.execute(sql`vacuum (analyze)`);
}
